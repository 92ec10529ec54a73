"""How much, by the words of a text, of what?

Calibres, model numbers, dates, ages, distances and numbers of resolutions are never quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tallybook.model import Quantity, Span
from tallybook.read.mentions.adjoining import Thing
from tallybook.read.mentions.alone import OF_THEM, OF_WEIGHT, stands_alone, summing
from tallybook.read.mentions.amounts import Amount, grammar
from tallybook.read.mentions.counted import Counted, counted_places, find_counted
from tallybook.read.mentions.figures import QuantityMention, What, those_that_count
from tallybook.read.mentions.lots import first_lots
from tallybook.read.mentions.ordinals import ordinals
from tallybook.read.mentions.portions import PERCENT, both, of_wholes, unit_of_share, unnumbered
from tallybook.read.text.lexicon import Place
from tallybook.read.text.tree import Doc
from tallybook.read.times.periods import spans_of_time
from tallybook.vocabulary import Vocabulary, load
from tallybook.vocabulary.units import Unit

__all__ = ["QuantityMention", "find_quantities"]


class _Scene(NamedTuple):
    doc: Doc
    offset: int
    vocabulary: Vocabulary


def find_quantities(
    doc: Doc, offset: int, vocabulary: Vocabulary | None = None
) -> tuple[QuantityMention, ...]:
    """Every quantity of ``doc``, in its order; ``offset`` is where the doc starts in the report."""
    vocabulary = vocabulary or load()
    scene = _Scene(doc, offset, vocabulary)
    text = doc.text
    places = counted_places(text, vocabulary)
    amounts = of_wholes(grammar(vocabulary).find(text), text)
    barred = list(_times(doc, amounts))
    amounts = tuple(_behind_year(a, barred, text, vocabulary) for a in amounts)
    names = [(p.start, p.end) for p in places if not isinstance(p.payload, Unit)]
    found = []
    for amount in amounts:
        timed = any(start < amount.end and amount.start < end for start, end in barred)
        if timed or any(start < amount.end <= end for start, end in names):
            continue
        if _is_name_or_measure(text, amount, vocabulary) or _is_not_one(text, amount):
            continue
        span = doc.covering(amount.start, amount.end)
        if span is None:
            continue
        alone = amount.kind == "money" or any(p.match(text, amount.end) for p in (OF_THEM, OF_WEIGHT))
        counted = None if alone else find_counted(doc, span.end, places, vocabulary, several=_several(amount))
        if (counted is None or counted.what == "other") and _ends_a_name(text, amount):
            continue
        if counted is not None and doc[counted.head].tag_ == "NN" and _is_year(text, amount):
            continue  # "the 2021 contract"
        mention = _mention(scene, amount, counted)
        if mention is not None:
            found.append(mention)
    found += _some(scene, places)
    found += first_lots(doc, offset, vocabulary, places)
    told = {(one.first, one.last) for one in found}
    in_a_row = (QuantityMention(*one) for one in ordinals(doc, offset, vocabulary))
    found += [one for one in in_a_row if (one.first, one.last) not in told]
    found.sort(key=lambda mention: mention.first)
    return those_that_count(doc, found)


def _some(scene: _Scene, places: tuple[Place[Thing], ...]) -> Iterator[QuantityMention]:
    """Of ``some drones``, "some of the rifles", "both ships": goods counted without a figure."""
    doc = scene.doc
    for amount in (*unnumbered(doc), *both(doc)):
        span = doc.covering(amount.start, amount.end)
        at = span.end if span is not None else len(doc)
        counted = find_counted(doc, at, places, scene.vocabulary, several=True)
        if counted is None or doc[counted.head].tag_ not in ("NNS", "NNPS"):
            continue
        joined = amount.max is not None and _JOINS.match(doc.text, counted.end)  # "both tanks and guns"
        if counted.what not in (_LOTS if amount.max else _GOODS) or joined:
            continue
        if amount.max is not None and counted.unit in _KINDS:
            continue
        mention = _mention(scene, amount, counted)
        if mention is not None:
            yield mention


_JOINS = re.compile(r"\s+(?:and|as well as)\b", re.I)
_GOODS = frozenset({"goods"})
_KINDS = frozenset({"weapons", "systems", "munitions", "types", "kinds"})
"""Units that "both" counts by their kind: "both weapons" are a gun and a rocket."""
_LOTS = frozenset({"goods", "group", "container"})


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_year(text: str, amount: Amount) -> bool:
    return _YEAR.fullmatch(text, amount.start, amount.end) is not None


def _several(amount: Amount) -> bool:
    """Whether what is counted stands in the plural."""
    return (amount.min, amount.max) != (1, 1)


def _times(doc: Doc, amounts: tuple[Amount, ...]) -> Iterator[tuple[int, int]]:
    """Where times stand in the sentences that hold amounts, whose figures may belong to them."""
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        if any(start <= amount.start < end for amount in amounts):
            yield from ((start + span.start, start + span.end) for span in spans_of_time(sentence.text))


def _behind_year(amount: Amount, barred: list[tuple[int, int]], text: str, vocabulary: Vocabulary) -> Amount:
    """The sum itself where a year before it looks like its lower end: "in 2022 to 326.5 million"."""
    year = next((end for start, end in barred if start <= amount.start < end), None)
    if year is None or amount.kind != "money":
        return amount
    rest = next(grammar(vocabulary).find(text[year:]), None)
    if rest is None or rest.start > len(" to "):
        return amount
    return rest._replace(start=year + rest.start, end=year + rest.end)


def _is_name_or_measure(text: str, amount: Amount, vocabulary: Vocabulary) -> bool:
    """Of ``Resolution 1718``, "Mirage 2000", "290 km", "a 15-member panel": numbers that count no goods."""
    before, after = text[max(0, amount.start - 24) : amount.start], text[amount.end : amount.end + 24]
    if amount.kind == "money":
        return False
    if _LETTERED.fullmatch(text[amount.start : amount.end]) and _SHORT_NAME.search(before):
        return True  # "OPV 45M"
    return bool(_NUMBERED.search(before) or _JOINED.match(after) or _measures(vocabulary).match(after))


def _is_not_one(text: str, amount: Amount) -> bool:
    """Of ``not a single bullet``, "not one missile": none, and no figure; of "every one of them" all."""
    return amount.max == 1 and _NOT.search(text[max(0, amount.start - 24) : amount.start]) is not None


def _ends_a_name(text: str, amount: Amount) -> bool:
    """Of ``the Fregat 7 and``: a bare figure behind a proper name, with no noun to count."""
    figure, before = text[amount.start : amount.end], text[max(0, amount.start - 24) : amount.start]
    return figure.isdigit() and bool(_NAMED.search(before))


_NUMBERED = re.compile(
    r"(?:resolutions?|resolution no\.?|no\.|nr\.?|number|#|articles?|section|paragraph|chapter|act of|room"
    r"|flight|group of|route|highway|page|aged|age|channel|version"
    r"|type|model|mark|mk|block|project|phase|figure|annex)\s*$",
    re.I,
)
_LETTERED = re.compile(r"\d{1,3}[A-Z]")
_SHORT_NAME = re.compile(r"\b[A-Z]{2,6} $")
_NOT = re.compile(
    r"\b(?:(?:not|no|never)(?: even| so much as)?|(?:every|each|any)(?: single| last)?)\s+$", re.I
)
_JOINED = re.compile(r"[-\u2010\u2011](?!plus\b|odd\b|strong\b|[\d\s])\w|[:.]\d|(?:st|nd|rd|th)\b")
_NAMED = re.compile(r"(?<![.?!:] )(?<!^)[A-Z][\w'\u2019]*\s$")
_MORE = re.compile(r" more\b", re.I)
_AT_LEAST = re.compile(r" (?:at least|or more|and more(?! than\b| [a-z]+s\b))\b", re.I)
_MASS = ("quantities of", "amounts of", "quantity of", "amount of")


@lru_cache(maxsize=4)
def _measures(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = [w for entry in vocabulary.amounts if entry.kind == "other-measure" for w in entry.words]
    alternatives = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"[\s-]?(?!second-)(?:{alternatives})(?!\w)", re.I)


@lru_cache(maxsize=32)
def _phrases(vocabulary: Vocabulary, kind: str) -> re.Pattern[str]:
    words = [w for entry in vocabulary.amounts if entry.kind == kind for w in entry.words]
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.I)


def _mention(scene: _Scene, amount: Amount, counted: Counted | None) -> QuantityMention | None:
    text = scene.doc.text
    percent = PERCENT.match(text, amount.end)
    end, unit, what, low, high = amount.end, None, "goods", *_in_whole(amount, percent)
    head = contents = None
    if amount.kind == "money":
        unit, what = amount.currency, "money"
    elif percent or amount.kind == "share":
        end = percent.end() if percent else end
        unit, what = unit_of_share(text, end, amount.start), "share"
        head = counted.head if not percent and counted and counted.what == "goods" else None
    elif counted is not None:
        end, unit, head, contents = max(end, counted.end), counted.unit, counted.head, counted.contents
        what = counted.what
    elif not stands_alone(scene.doc, amount):
        return None
    elif pointing := OF_THEM.match(text, end) or _MORE.match(text, end) or summing(text, amount.start, end):
        end = pointing.end()
    if _is_mixed_mass(text, amount, counted):
        unit = "goods"
    if low is not None and (after := _AT_LEAST.match(text, end)):
        end, high = after.end(), None
    if _is_bare_one(text[amount.start : amount.end], what, counted):
        return None
    if what in {"goods", "container", "group", "measure"}:
        what = _rate_or_capacity(scene, amount, end) or what
    span = scene.doc.covering(amount.start, end)
    if span is None:
        return None
    quantity = Quantity(
        text=text[amount.start : end],
        span=Span(amount.start + scene.offset, end + scene.offset),
        min=low,
        max=high,
        approx=amount.approx,
        unit=unit,
        cumulative=_cumulative(scene, amount, amount.end if counted is None else end),
    )
    return QuantityMention(quantity, span.start, span.end, head, what, contents)  # type: ignore[arg-type]


def _in_whole(amount: Amount, percent: re.Match[str] | None) -> tuple[float | None, float | None]:
    """The bounds; of a share told in words in whole percents: "a third" is 33 per cent."""
    if amount.kind != "share" or percent is not None:
        return amount.min, amount.max
    low, high = (None if bound is None else float(round(bound)) for bound in (amount.min, amount.max))
    return low, high


def _is_mixed_mass(text: str, amount: Amount, counted: Counted | None) -> bool:
    """Whether "large quantities of" stands before a list of several goods."""
    mass = text[amount.start : amount.end].endswith(_MASS)
    return mass and counted is not None and text[counted.end :].startswith((",", " and "))


def _is_bare_one(words: str, what: str, counted: Counted | None) -> bool:
    """Of ``one`` is a number only before goods or with a bound ("one at least")."""
    return words.casefold().strip() in {"one", "zero"} and (counted is None or what == "other")


def _rate_or_capacity(scene: _Scene, amount: Amount, end: int) -> What | None:
    text = scene.doc.text
    clause = re.split(r"[.;:]\s", text[max(0, amount.start - 60) : amount.start])[-1]
    if _phrases(scene.vocabulary, "capacity").search(clause):
        return "capacity"
    if (rate := _phrases(scene.vocabulary, "rate").search(text, end, end + 30)) and not text[
        end : rate.start()
    ].strip():
        return "rate"
    return None


def _cumulative(scene: _Scene, amount: Amount, end: int) -> bool | None:
    """Whether the clause calls the figure a running total or a single lot."""
    text = scene.doc.text
    span = scene.doc.covering(amount.start, amount.end)
    sentence = span.sent if span is not None else None
    first, last = (sentence.start_char, sentence.end_char) if sentence is not None else (0, len(text))
    if _phrases(scene.vocabulary, "total").search(text, first, amount.end):
        return True
    if _phrases(scene.vocabulary, "total-after").search(text, end, last) or re.search(
        r"\b[Ss]ince\b", text[first:last]
    ):
        return True
    lot = list(_phrases(scene.vocabulary, "lot").finditer(text, first, amount.start))
    return False if lot and not text[lot[-1].end() : amount.start].strip() else None

"""Words that single one thing out: types, calibres, ships; and the plain words for goods."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tallybook.model import Category, Claim, Span
from tallybook.reconcile.names import names_in, plain, whole_name, wide_name
from tallybook.reconcile.wording import pattern, set_names, touches, word_set
from tallybook.reconcile.words import fold

WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_DISTINCT = re.compile(r"\d|[a-z][A-Z]|^[A-Z]{3,}$|-")
_SEVERAL = re.compile(r"(\d)s$")
_CALIBRE = re.compile(r"(?<!\w)(\d{2,3})(?:\s|-)?(?:mm|millimet(?:er|re)s?)(?!\w)", re.IGNORECASE)
_BEHIND = 4
"""Words behind "first" or "last" among which the lot is named."""

_THAN = "than"
"""Behind "more": it makes a bound, and no lot."""

_JOINS = ("and", "or")
_OPENS = 2
"""Characters from the beginning of a sentence within which every word has a capital."""

_CALENDAR = frozenset((*calendar.month_name, *calendar.day_name, *calendar.month_abbr))
_DATED = frozenset(fold(name) for name in _CALENDAR if name)
"""What is no type: "the July shipments"."""

_KINDS = (
    "help",
    "material",
    "technology",
    "container",
    "arms",
    "ammunition",
    "artillery",
    "shells",
    "rockets",
    "missiles",
    "cartridges",
    "launchers",
)


def kinds_of(words: str) -> frozenset[str]:
    """The finer classes of the plain words for goods ("aid" and "assistance" are one)."""
    unarmed = re.sub(r"(?i)small[ -]arms", " ", words)
    folded = {fold(word) for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", unarmed)}
    kinds = {kind for kind in _KINDS if folded & word_set(f"kind-{kind}")}
    if "help" in kinds and folded & word_set("armed-help"):
        kinds = kinds - {"help"} | {"arms"}
    return frozenset(kinds)


def marks_of(claim: Claim, sentence: Span) -> frozenset[str]:
    """Words that single a type out: digits, inner capitals, a rare calibre, a name that is no state's."""
    found = set()
    for goods in claim.goods:
        if goods.designation:
            found.add(fold(goods.designation).replace("-", "").replace(" ", ""))
        opens = goods.span is not None and goods.span.start - sentence.start < 2
        states = [(m.start, m.end) for m in names_in(goods.text)]
        for at, match in enumerate(WORD.finditer(goods.text)):
            word = match.group()
            if any(start <= match.start() < end for start, end in states) or _CALIBRE.match(word):
                continue
            named = word[0].isupper() and word[1:].islower() and len(word) > 3 and not (opens and at == 0)
            if named or (_DISTINCT.search(word) and any(c.isupper() for c in word)):
                found.add(_SEVERAL.sub(r"\1", fold(word).replace("-", "")))
    found |= calibres_of(claim) - word_set("common-calibres")
    return frozenset(found - word_set("kind-of-goods-words") - _DATED)


def calibres_of(claim: Claim) -> frozenset[str]:
    """The calibres that its goods name, in millimetres."""
    sizes = (size for goods in claim.goods for size in _CALIBRE.finditer(goods.text))
    return frozenset(f"{size[1]}mm" for size in sizes)


def names_beside(claim: Claim, sentence: Span) -> frozenset[str]:
    """Proper names in the quote that are no end of the flow, no type and no time: places, firms, others.

    A party is named as it is known ("Indian" is India), anything else by each of its words.
    """
    quote, found = claim.quote, set()
    mentions = names_in(quote)
    blocks = {m.named.block for m in mentions if m.named.block}
    found |= {block for block in blocks if block not in _ends(claim)}
    inside = [(m.start, m.end) for m in mentions]
    inside += [(at, at + len(t)) for t in _said_otherwise(claim) if t and (at := quote.find(t)) >= 0]
    for match in WORD.finditer(quote):
        word, at = match.group(), match.start()
        opens = claim.quote_span.start + at - sentence.start < _OPENS
        if not word[0].isupper() or opens or any(start <= at < end for start, end in inside):
            continue
        if len(word) > 2 and word not in _CALENDAR:
            found.add(fold(word))
    return frozenset(found)


def states_beside(claim: Claim, sentence: str) -> frozenset[str]:
    """The states that the sentence of a claim names besides the ends of its flow."""
    named = {m.named.name for m in names_in(sentence) if m.named.kind == "state"}
    return frozenset(named - {end for end in (claim.supplier, claim.recipient) if end})


def _ends(claim: Claim) -> set[str | None]:
    """The ends of the flow, by name, country and party."""
    named = (whole_name(name) for name in (claim.supplier, claim.recipient) if name)
    ends = {claim.supplier, claim.recipient, *(n.block for n in named if n)}
    return ends | {wide_name(name) for name in ends}


def _said_otherwise(claim: Claim) -> Iterator[str]:
    """Words of the quote that other facts are made of: goods, figure, time, source."""
    yield from (goods.text for goods in claim.goods)
    yield from (part.text for part in (claim.quantity, claim.time) if part)
    if claim.source:
        yield from (claim.source.name, claim.source.title or "", *claim.source.via)


def lot_of(claim: Claim) -> str | None:
    """Which of several lots the words count: "first", "second", "last", or one "more"."""
    goods = {fold(word) for g in claim.goods for word in WORD.findall(g.text)}
    words = WORD.findall(claim.quote)
    for at, word in enumerate(words):
        if fold(word) in word_set("lot-rest") and at and fold(words[at - 1]) == "the":
            return "last"
        lot = _lots().get(fold(word))
        behind = [fold(other) for other in words[at + 1 : at + 1 + _BEHIND]]
        if lot is None or not behind or behind[0] in word_set("lot-time-words") or behind[0] == _THAN:
            continue
        if at > 1 and fold(words[at - 1]) in _JOINS and words[at - 2][0].isdigit():
            continue  # "the 2,000 and more weapons"
        if any(other in goods or other in word_set("lot-words") or other.isdigit() for other in behind):
            return lot
    return _lot_counted(claim.quantity.text) if claim.quantity else None


def _lot_counted(words: str) -> str | None:
    """The lot that the words of a number end with, or tell apart: "four more", "eight other vehicles"."""
    told = [fold(word) for word in WORD.findall(words)]
    if word_set("lot-others") & set(told):
        return "more"
    return _lots().get(told[-1]) if told else None


@lru_cache(maxsize=1)
def _lots() -> dict[str, str]:
    """For every word that tells one lot from others, which lot it is."""
    names = set_names("lot-number ")
    return {word: name.removeprefix("lot-number ") for name in names for word in word_set(name)}


def goods_words(claim: Claim) -> frozenset[str]:
    """The nouns for the goods, each the last word of a name of them ("drones", "tanks"), of one number.

    "Grain shipments" are grain.
    """
    named = [g for g in claim.goods if g.category not in (Category.UNSPECIFIED, Category.OTHER)]
    told = ([fold(w) for w in WORD.findall(goods.text)] for goods in named)
    kinds = ([w for w in words if w not in word_set("load-words")] or words for words in told)
    return frozenset(word.rstrip("s") for words in kinds for word in words[-1:])


def ships_named(claims: Iterable[Claim], text: str) -> tuple[str, ...]:
    """The ships of which a report speaks by name: those of its claims' routes, and those it names as such.

    Warships are left out: they take loads and carry none.
    """
    named = {v.name for c in claims if c.route for v in c.route.vessels}
    for match in _ship().finditer(text):
        name = match["after"] or match["aboard"] or match["before"] or match["prefixed"]
        if not names_in(name) and not _warship().search(text[max(0, match.start() - 8) : match.end()]):
            named.add(name)
    return tuple(sorted(name for name in named if len(plain(name)) > 2 and name[:1].isupper()))


@lru_cache(maxsize=1)
def _ship() -> re.Pattern[str]:
    """A name in capitals after "the ship", after "aboard the", or before "lay at", "docked"."""
    name = r"[A-ZÀ-Þ][\w’'-]*(?:[ ](?:[A-ZÀ-Þ0-9][\w’'-]*))"
    kinds, carries = pattern("ship-words").pattern, pattern("aboard-words").pattern
    verbs = pattern("ship-verbs").pattern
    return re.compile(
        rf"(?i:{kinds}),?[ ](?:the[ ])?[“\"]?(?P<after>{name}{{1,2}})"
        rf"|(?i:{carries})[ ]the[ ][“\"]?(?P<aboard>{name}{{1,2}})"
        rf"|(?<!\w)(?:M/?[VTS]|SS)[ ][“\"]?(?P<prefixed>{name}{{0,2}})"
        rf"|[Tt]he[ ][“\"]?(?P<before>{name}{{1,2}})[”\"]?,?[ ](?i:{verbs})"
    )


@lru_cache(maxsize=1)
def _warship() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:USS|HMS|HMAS|HMCS|INS|ROKS|USNS|USCGC)(?!\w)")


def main_ship(ships: Sequence[str], text: str) -> str | None:
    """The ship of which a report speaks, where it names one, or one twice as often as any other."""
    one = {ship_key(ship): ship for ship in ships}
    counts = sorted(((text.count(_bare_ship(ship)), ship) for ship in one.values()), reverse=True)
    clear = len(counts) == 1 or (len(counts) > 1 and counts[0][0] >= 2 * counts[1][0])
    return counts[0][1] if clear else None


def ships_in(words: str, ships: Sequence[str], main: str | None) -> frozenset[str]:
    """Those of the ships that the words name; "the ship", "the cargo" is that of which the report speaks."""
    named = frozenset(ship_key(ship) for ship in ships if _bare_ship(ship) in words)
    if not named and main and (touches("ship-words", words) or touches("loaded-words", words)):
        return frozenset({ship_key(main)})
    return named


def ship_key(name: str) -> str:
    """What the wordings of a ship's name share: "MV Aurora" and "the Aurora" are one."""
    words = plain(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in word_set("ship-prefixes") else words)


def _bare_ship(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and plain(first) in word_set("ship-prefixes") else name

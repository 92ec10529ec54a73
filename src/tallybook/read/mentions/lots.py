"""Which single lots of goods are told without a figure: "a first batch", "a squadron of fighters"?"""

from __future__ import annotations

import re
from functools import lru_cache

from tallybook.model import Quantity, Span
from tallybook.read.mentions.adjoining import Thing
from tallybook.read.mentions.counted import find_counted
from tallybook.read.mentions.figures import QuantityMention, What
from tallybook.read.text.lexicon import Place
from tallybook.read.text.tree import Doc
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.units import Unit
from tallybook.vocabulary.wordlists import words_of

_LOTS = frozenset({"group", "carriage"})
_WHOLE = words_of("lots that a bare article counts")
_ARTICLE = re.compile(r"\b(?:an?|one)\s+(?:[\w-]+\s+)?$", re.I)
_OF_GOODS = re.compile(r"\s+of\s+", re.I)


def first_lots(
    doc: Doc, offset: int, vocabulary: Vocabulary, places: tuple[Place[Thing], ...]
) -> list[QuantityMention]:
    """One lot each: "a first batch", "another shipment", "a battery of howitzers"; of "a pair" two."""
    text, found = doc.text, []
    for place in places:
        unit = place.payload
        lot = isinstance(unit, Unit) and (unit.what in _LOTS or unit.name in _WHOLE)
        if not isinstance(unit, Unit) or not lot or text[: place.end].endswith("s"):
            continue
        start = _start(text, place, unit, places, vocabulary)
        span = doc.covering(start, place.end) if start is not None else None
        if start is None or span is None:
            continue
        pair = find_counted(doc, span.end, places, vocabulary) if unit.name == "pairs" else None
        number, name = (2, pair.unit) if pair is not None else (1, unit.name)
        at = Span(start + offset, place.end + offset)
        quantity = Quantity(text=text[start : place.end], span=at, min=number, max=number, unit=name)
        what: What = "goods" if pair is not None else "group"
        head = pair.head if pair else span.end - 1
        found.append(QuantityMention(quantity, span.start, span.end, head, what))
    return found


def _start(
    text: str, place: Place[Thing], unit: Unit, places: tuple[Place[Thing], ...], vocabulary: Vocabulary
) -> int | None:
    """Where the words begin that make it one lot; ``None`` where nothing does."""
    words = list(_first(vocabulary).finditer(text, 0, place.start)) if unit.what == "group" else []
    if words and not text[words[-1].end() : place.start].strip():
        return words[-1].start()
    article = _ARTICLE.search(text[max(0, place.start - 30) : place.start]) if unit.name in _WHOLE else None
    of = _OF_GOODS.match(text, place.end)
    if article is None or of is None:
        return None
    filled = any(of.end() <= p.start <= of.end() + _NEAR for p in places)
    return max(0, place.start - 30) + article.start() if filled else None


_NEAR = 30
"""Characters between "of" and the goods, at most."""


@lru_cache(maxsize=4)
def _first(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = [w for entry in vocabulary.amounts if entry.kind == "first" for w in entry.words]
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.I)

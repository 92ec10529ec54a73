"""Which words beside one another make the noun that a number counts?"""

from __future__ import annotations

import re

from tallybook.read.mentions.wares import token_ending
from tallybook.read.text.lexicon import Place
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.units import Unit
from tallybook.vocabulary.weapons import GoodsTerm, Weapon

Thing = GoodsTerm | Weapon | Unit

REACH = 7
"""Tokens between a number and the noun that it counts, at most."""


def first_place(doc: Doc, at: int, places: tuple[Place[Thing], ...]) -> Place[Thing] | None:
    """The first known word of the noun phrase that begins at token ``at``."""
    start = doc[at].idx
    for place in places:
        if place.end <= start:
            continue
        between = [t for t in doc[at : at + 2 * REACH] if t.idx < place.start]
        if not between or between[-1].i + 1 >= len(doc) or place.start > doc[between[-1].i + 1].idx + 1:
            return place if not between and place.start <= doc[at].idx + 1 else None
        if len(between) >= REACH or any(not _modifies(t) for t in between):
            return place if _listed(doc, between, place) else None
        return place
    return None


def _listed(doc: Doc, between: list[Token], place: Place[Thing]) -> bool:
    """Whether several modifiers share one noun: "hundreds of cruise, ballistic and anti-ship missiles"."""
    joined = [t for t in between if t.text == "," or t.lower_ in ("and", "or")]
    plain = all(_modifies(t) and (t.text.islower() or "-" in t.text) for t in between if t not in joined)
    many = token_ending(doc, place.end).tag_ == "NNS"
    return plain and many and 0 < len(joined) < len(between)


_MARKS = {"type", "mark", "mk", "model", "block", "project"}
"""Words of a designation that goes on with a figure: "Type 90"."""


def _modifies(token: Token) -> bool:
    if token.pos_ == "PUNCT":
        return token.text in {"-", "‑", "“", "”", '"', "'", "/"}
    if token.pos_ == "VERB":
        return token.tag_ in {"VBN", "VBG"}
    if token.pos_ == "NUM":
        tied = not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text in ("-", "‑")
        return tied or (token.i > 0 and token.nbor(-1).lower_ in _MARKS)  # "21 .50-calibre guns"
    return token.pos_ in {"ADJ", "NOUN", "PROPN", "ADV"} and token.tag_ not in {"NNS", "NNPS"}


_ADJECTIVES = 4
"""Words between a designation and its noun, at most."""


def plural_behind(doc: Doc, place: Place[Thing], places: tuple[Place[Thing], ...]) -> Place[Thing] | None:
    """The plural that a singular stands before: the vessels of "three OPV 45M offshore patrol vessels"."""
    for other in (p for p in places if p.start > place.end):
        first, head = token_ending(doc, place.end), token_ending(doc, other.end)
        between = [t for t in doc[first.i + 1 : head.i] if t.idx < other.start]
        if first.tag_ in _PLURALS or len(between) > _ADJECTIVES:
            return None
        if not all(_modifies(t) or _numbered(t) for t in between):
            return None
        if head.tag_ in _PLURALS:
            return other
        place = other
    return None


_PLURALS = frozenset({"NNS", "NNPS"})


def _numbered(token: Token) -> bool:
    """Whether a word is the number of a type: the "58S" of "OPV 58S", however it is parted."""
    text, start, end = token.doc.text, token.idx, token.idx + len(token)
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    return _TYPE_NUMBER.fullmatch(text[first : last if last >= 0 else None]) is not None


_TYPE_NUMBER = re.compile(r"\d{1,4}[A-Z]{1,3}|[A-Z]{1,3}\d{1,4}")


def single(place: Place[Thing], text: str) -> bool:
    """Whether the words can stand before a noun: no plural, no unit."""
    if isinstance(place.payload, Unit) and place.payload.what != "count":
        return False
    return isinstance(place.payload, Weapon) or not text[place.start : place.end].lower().endswith("s")

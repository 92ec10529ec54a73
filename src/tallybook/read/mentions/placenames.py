"""Which names in a clause are places that goods may come from, go to or pass?"""

from __future__ import annotations

from typing import NamedTuple

from tallybook.read.mentions.carriage import Carriage
from tallybook.read.mentions.waypoints import NONE, standing
from tallybook.read.text.tree import Doc, Token

LEADING = frozenset({"from", "to", "into", "via", "through", "at"})
"""Prepositions that lead places on a way."""


class Place(NamedTuple):
    """A place as worded, its characters in the text, and what it is."""

    start: int
    end: int
    words: str
    what: str


def listed_places(doc: Doc, start: int, end: int, words: Carriage) -> list[Place]:
    """Named places in the clause: of the vocabulary, states, and what stands beside a word for a site."""
    text = doc.text
    found: list[Place] = []
    for lexicon in (words.places, words.states):
        for p in lexicon.places(text):
            if start <= p.start < end and not any(p.start < o.end and o.start < p.end for o in found):
                if text[p.start : p.end] in words.bodies:
                    continue  # "Hamas" is not several Hamas
                what = "capital" if text[p.start : p.end] in words.capitals else p.payload
                found.append(Place(p.start, p.end, text[p.start : p.end], what))
    for match in words.by_site_in(text, start, end):
        group = 1 if match[1] else 2
        a, b = match.span(group)
        if group == 2 and match[0][match.end(2) - match.start() + 1 :][:1].isupper():
            b = match.end()
        found = [p for p in found if p.end <= a or p.start >= b]
        found.append(Place(a, b, text[a:b], "site"))
    return sorted(found)


def unlisted_places(doc: Doc, span: tuple[int, int], known: list[Place], words: Carriage) -> list[Place]:
    """Proper names that no list knows and that stand where a place on the way does."""
    first, last = span
    found = []
    for token in doc[first:last]:
        if not token.text[0].isupper() or (token.i > first and doc[token.i - 1].text[0].isupper()):
            continue
        run = _name_from(doc, token.i, last)
        if any(t.lower_ in words.actors or t.tag_ == "NNPS" or t.text in words.calendar for t in run):
            continue
        following = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
        a, b = run[0].idx, run[-1].idx + len(run[-1])
        if any(p.start < b and a < p.end for p in known) or (following and following.pos_ == "NOUN"):
            continue
        if _led_to(doc, run, words):
            found.append(Place(a, b, doc.text[a:b], "unlisted"))
    return found


def _name_from(doc: Doc, start: int, last: int) -> list[Token]:
    """The capitalised words that begin at ``start``."""
    run = [doc[start]]
    for after in doc[start + 1 : min(start + 4, last)]:
        if not after.text[0].isupper() and after.text not in {"'s", "’s", "-"}:
            break
        run.append(after)
    while not run[-1].text[0].isupper():
        run.pop()
    return run


def _led_to(doc: Doc, run: list[Token], words: Carriage) -> bool:
    """Whether a name stands behind "from", "to", "via", or where something is loaded or comes in."""
    before = doc[run[0].i - 1] if run[0].i else run[0]
    stands = standing(run[-1])
    if before.lower_ in LEADING and before.dep_ in {"prep", "aux", "dative"}:
        return stands is not None and stands.part != NONE and stands.is_way(words.travels)
    return stands is not None and stands.part != NONE and run[-1].pos_ == "PROPN"

"""What do two asides in a row report, as in "X sent Y, the envoy said, the agency wrote"?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tallybook.read.attribution.saying import Saying
from tallybook.read.text.tree import TENSED, Token

_EDGES = (",", '"', "”", "’", "''")
_BEHIND = 6
"""Tokens behind the first aside's cue that may tell when and where it was said."""


def in_turn(sayings: list[Saying]) -> list[Saying]:
    """The sayings; of two that close a sentence the first reports what stands before it, the second both.

    The parser gives the second aside to what the first reports, or the other way round.
    """
    found = list(sayings)
    for at, (one, two) in enumerate(pairwise(sayings)):
        apart = _contrasted(one, two)
        if apart is not None:
            found[at], found[at + 1] = apart
            continue
        told = _told_before(one, two)
        if told:
            found[at] = replace(one, content=told)
            found[at + 1] = replace(two, content=told | one.cue | one.source)
    return found


def _told_before(one: Saying, two: Saying) -> frozenset[int]:
    """The words before two asides that close their sentence; none where they are no such asides."""
    if one.speaker is None or two.speaker is None or not (_says(one) and _says(two)):
        return frozenset()
    doc, sent = one.head.doc, one.head.sent
    first, last = min(one.cue | one.source), max(one.cue | one.source)
    opens = min(two.cue | two.source)
    if not sent.start + 1 < first <= last < opens < sent.end or opens - last > _BEHIND:
        return frozenset()
    if doc[first - 1].text not in _EDGES or doc[opens - 1].text != "," or _tells(doc[last + 1 : opens]):
        return frozenset()
    behind = doc[max(two.cue | two.source) + 1 : sent.end]
    if _tells(behind) or not _tells(doc[sent.start : first - 1]):
        return frozenset()
    return frozenset(range(sent.start, first - 1))


def _contrasted(one: Saying, two: Saying) -> tuple[Saying, Saying] | None:
    """Two sources of two clauses that are set against each other: "X sent Y, A says, whereas Z, B wrote"."""
    if one.speaker is None or two.speaker is None or not (_says(one) and _says(two)):
        return None
    doc, sent = one.head.doc, one.head.sent
    first, last, opens = min(one.cue | one.source), max(one.cue | one.source), min(two.cue | two.source)
    if not sent.start + 1 < first <= last < opens < sent.end or doc[opens - 1].text != ",":
        return None
    stop = next((t.i for t in doc[last + 1 : min(last + _BEHIND, opens)] if t.text == ","), None)
    if stop is None or stop + 1 >= opens or doc[stop + 1].lower_ not in _AGAINST:
        return None
    parts = doc[sent.start : first - 1], doc[stop + 1 : opens - 1]
    closes = not _tells(doc[max(two.cue | two.source) + 1 : sent.end])
    if doc[first - 1].text not in _EDGES or not closes or not all(map(_tells, parts)):
        return None
    told = [frozenset(t.i for t in part) for part in parts]
    return replace(one, content=told[0]), replace(two, content=told[1])


_AGAINST = frozenset({"whereas", "while", "but"})


def _says(one: Saying) -> bool:
    group = one.cue | one.source
    return (
        one.kind.act == "statement" and one.kind.part == "verb" and max(group) - min(group) < 2 * len(group)
    )


def _tells(tokens: Sequence[Token]) -> bool:
    return any(t.tag_ in TENSED for t in tokens)

"""Is a page an interview, and whose state does its guest speak for?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tallybook.model import Source
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.scene import Scene

_OFFICIAL = frozenset({"minister", "ministry", "head", "government", "officials"})
_OPENING = 4
"""Sentences at the beginning of which one may tell who is asked."""

_SIDES = 2
"""How many speak by turns at least."""


def guest_of(
    attributed: tuple[Attributed, ...], scenes: tuple[Scene, ...], state: Callable[[Source], str | None]
) -> str | None:
    """The state of whoever is asked: of a speaker by his name, else of the official named at the beginning.

    ``None`` where no two speak by turns, each under a label.
    """
    labels = [a.source for a in attributed if is_label(a)]
    turns = Counter(source.name for source in labels)
    if len([name for name, times in turns.items() if times > 1]) < _SIDES:
        return None
    named = next((found for source in labels if (found := state(source)) is not None), None)
    if named is not None:
        return named
    opening = [a for scene in scenes[:_OPENING] for a in scene.actors]
    officials = [a for a in opening if a.kind == "person" or a.what in _OFFICIAL]
    return next((name for a in officials if (name := end_point(a)) is not None), None)


def is_label(one: Attributed) -> bool:
    """Whether somebody speaks by a label before a colon, without a word of saying."""
    span = one.source.span
    return span is not None and one.cue.span is not None and one.cue.span.overlap(span) > 0

"""What stands near a place of a text? Things with their stretches, found without a look at all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from tallybook.model import Span

ThingT = TypeVar("ThingT")

_SHELF = 256
"""Characters of text whose things are kept together."""


class Placed(Generic[ThingT]):
    """Things by the stretches of text that they cover; a thing may come with several."""

    def __init__(self, things: Iterable[tuple[Span, ThingT]]) -> None:
        """Take stretches with what covers them; things come back in this order."""
        self._things: list[ThingT] = []
        self._shelves: dict[int, list[int]] = {}
        numbers: dict[int, int] = {}
        for span, thing in things:
            number = numbers.setdefault(id(thing), len(self._things))
            if number == len(self._things):
                self._things.append(thing)
            for shelf in _shelves(span):
                kept = self._shelves.setdefault(shelf, [])
                if not kept or kept[-1] != number:
                    kept.append(number)

    def near(self, span: Span) -> list[ThingT]:
        """Everything that covers some of ``span``, each once, in the order given; neighbours may come too."""
        shelves = [self._shelves.get(shelf, ()) for shelf in _shelves(span)]
        if len(shelves) == 1:
            return [self._things[number] for number in shelves[0]]
        return [self._things[number] for number in sorted({n for shelf in shelves for n in shelf})]


def _shelves(span: Span) -> range:
    return range(span.start // _SHELF, max(span.start, span.end - 1) // _SHELF + 1)

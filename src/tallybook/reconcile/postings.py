"""Which slots have a fingerprint: postings in sorted runs that are merged two by two as they grow.

They are merged up to a limit, so that adding a report costs the same whether there are a thousand of them or
a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tallybook.reconcile.arrays import Counts, Hashes, Short, np

_LARGEST = 1 << 22
"""Postings in a run above which it is merged no further: a merge stays short."""


class Found(NamedTuple):
    """Where fingerprints were found: the place of each among those that were asked for, and its slot."""

    at: Counts
    slots: Short


class Postings:
    """Fingerprints with their slots. What is entered stays; whoever asks knows which slots count."""

    def __init__(self) -> None:
        self._runs: list[tuple[Hashes, Short]] = []
        self._last: tuple[Hashes, Found] | None = None

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Every fingerprint with a slot, sorted within each run."""
        for hashes, slots in self._runs:
            yield from zip(hashes.tolist(), slots.tolist(), strict=True)

    def enter(self, hashes: Hashes, slots: Short) -> None:
        """Add fingerprints, sorted, with the slot of each."""
        if len(hashes):
            self._runs.append((hashes, slots))
            self._merge()
            self._last = None

    def find(self, kept: Hashes) -> Found:
        """The slots of these fingerprints, run by run; the last answer is remembered."""
        if self._last is not None and self._last[0] is kept:
            return self._last[1]
        at, slots = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.uint32)]
        for hashes, held in self._runs if len(kept) else ():
            low = np.searchsorted(hashes, kept)
            hits = np.flatnonzero(hashes[np.minimum(low, len(hashes) - 1)] == kept)
            if len(hits):
                low = low[hits]
                many = np.searchsorted(hashes, kept[hits], side="right") - low
                ends = np.cumsum(many)
                at.append(np.repeat(hits, many))
                slots.append(held[np.arange(ends[-1]) + np.repeat(low - ends + many, many)])
        found = Found(np.concatenate(at), np.concatenate(slots))
        self._last = kept, found
        return found

    def _merge(self) -> None:
        runs = self._runs
        while len(runs) > 1:
            last, before = len(runs[-1][0]), len(runs[-2][0])
            if before > 2 * last or last + before > _LARGEST:
                return
            hashes = np.concatenate([runs[-2][0], runs[-1][0]])
            slots = np.concatenate([runs[-2][1], runs[-1][1]])
            order = np.argsort(hashes, kind="stable")
            runs[-2:] = [(hashes[order], slots[order])]

"""Which reports share fingerprints with a text: an inverted index that grows by one report at a time.

The postings stand in sorted runs that are merged two by two as they grow, up to a limit, so that adding a
report costs the same whether the index holds a thousand or a hundred thousand of them.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from tallybook.reconcile.shingles import Hashes

_Slots = npt.NDArray[np.uint32]

_LARGEST = 1 << 19
"""Postings in a run above which it is merged no further: a merge stays short."""


class Sharing:
    """How many fingerprints of one text each report has."""

    def __init__(self, counts: npt.NDArray[np.intp], slot_of: Mapping[str, int], enough: list[str]) -> None:
        self._counts, self._slot_of = counts, slot_of
        self.enough = enough

    def of(self, name: str) -> int:
        """Shared fingerprints of one report."""
        slot = self._slot_of.get(name, len(self._counts))
        return int(self._counts[slot]) if slot < len(self._counts) else 0


class FingerprintIndex:
    """Fingerprints of reports by slot; a slot is a number that is never given twice."""

    def __init__(self) -> None:
        self._runs: list[tuple[Hashes, _Slots]] = []
        self._slot_of: dict[str, int] = {}
        self._name_of: dict[int, str] = {}
        self._sizes = np.zeros(1024, dtype=np.int32)
        self._next = 0

    def __len__(self) -> int:
        return len(self._slot_of)

    def add(self, name: str, kept: Hashes) -> None:
        """Take in the fingerprints of the report ``name`` (sorted, each once)."""
        self.remove(name)
        slot = self._next
        self._next += 1
        if slot == len(self._sizes):
            self._sizes = np.concatenate([self._sizes, np.zeros_like(self._sizes)])
        self._slot_of[name], self._name_of[slot] = slot, name
        self._sizes[slot] = len(kept)
        if len(kept):
            self._runs.append((kept, np.full(len(kept), slot, dtype=np.uint32)))
            self._merge()

    def remove(self, name: str) -> None:
        """Forget a report; its postings stay and lead nowhere."""
        slot = self._slot_of.pop(name, None)
        if slot is not None:
            del self._name_of[slot]
            self._sizes[slot] = 0

    def sharing(self, kept: Hashes, enough: int) -> Sharing:
        """How many of these fingerprints the reports in the index have.

        Args:
            kept: the fingerprints of a text.
            enough: how many make a report worth naming; all of them where either text has fewer.
        """
        found: list[_Slots] = []
        for hashes, slots in self._runs:
            low = np.searchsorted(hashes, kept, side="left")
            high = np.searchsorted(hashes, kept, side="right")
            found.extend(slots[low[i] : high[i]] for i in np.flatnonzero(high > low))
        if not found:
            return Sharing(np.zeros(0, dtype=np.intp), self._slot_of, [])
        counts = np.bincount(np.concatenate(found))
        sizes = self._sizes[: len(counts)]
        wanted = np.minimum(sizes, min(enough, len(kept)))
        slots_found = np.flatnonzero((counts >= wanted) & (sizes > 0))
        return Sharing(counts, self._slot_of, [self._name_of[slot] for slot in slots_found.tolist()])

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

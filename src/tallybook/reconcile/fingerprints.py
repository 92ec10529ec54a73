"""Which reports share fingerprints with a text: an inverted index that grows by one report at a time.

The postings stand in sorted runs that are merged two by two as they grow, up to a limit, so that adding a
report costs the same whether the index holds a thousand or a hundred thousand of them.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from tallybook.reconcile.shingles import Hashes

_Slots = npt.NDArray[np.uint32]

_LARGEST = 1 << 19
"""Postings in a run above which it is merged no further: a merge stays short."""


class FingerprintIndex:
    """Fingerprints of reports by slot; a slot is a number that is never given twice."""

    def __init__(self) -> None:
        self._runs: list[tuple[Hashes, _Slots]] = []
        self._slot_of: dict[str, int] = {}
        self._name_of: dict[int, str] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._slot_of)

    def add(self, name: str, kept: Hashes) -> None:
        """Take in the fingerprints of the report ``name`` (sorted, each once)."""
        self.remove(name)
        slot = self._next
        self._next += 1
        self._slot_of[name], self._name_of[slot] = slot, name
        if len(kept):
            self._runs.append((kept, np.full(len(kept), slot, dtype=np.uint32)))
            self._merge()

    def remove(self, name: str) -> None:
        """Forget a report; its postings stay and lead nowhere."""
        slot = self._slot_of.pop(name, None)
        if slot is not None:
            del self._name_of[slot]

    def sharing(self, kept: Hashes) -> dict[str, int]:
        """How many of these fingerprints each report in the index has, those with none left out."""
        found: list[_Slots] = []
        for hashes, slots in self._runs:
            low = np.searchsorted(hashes, kept, side="left")
            high = np.searchsorted(hashes, kept, side="right")
            hit = np.nonzero(high > low)[0]
            found.extend(slots[low[i] : high[i]] for i in hit)
        if not found:
            return {}
        counts = Counter(np.concatenate(found).tolist())
        return {self._name_of[slot]: n for slot, n in counts.items() if slot in self._name_of}

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

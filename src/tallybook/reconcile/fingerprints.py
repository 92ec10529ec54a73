"""Which reports share fingerprints with a text: an inverted index that grows by one report at a time.

The postings stand in sorted runs that are merged two by two as they grow, up to a limit, so that adding a
report costs the same whether the index holds a thousand or a hundred thousand of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from tallybook.reconcile.arrays import Counts, Hashes, Mask, Short, np

_LARGEST = 1 << 22
"""Postings in a run above which it is merged no further: a merge stays short."""


COMMON_REPORTS = 12
"""Reports that have a phrase, from which on it may be one that everybody uses."""

COMMON_WEEKS = 4
"""Weeks of publication over which they must spread: a story that goes round is told in one or two."""

COMMON_IN_HOUSE = 8
"""Reports of one publisher that have a phrase, from which on it is the house's own."""


SAMPLE = 12
"""Reports of a phrase that are looked at to see whether they are versions of one text."""

ONE_TEXT = 0.5
"""Share of the shorter report's fingerprints from which on two reports are versions of one text."""

MOSTLY = 0.35
"""Share of the shorter report's fingerprints, phrases that everybody uses among them, from which on a pair is
looked at: half of the words may be shared, if only a notice. Winnowing may miss some of the half."""

MANY_TEXTS = 6
"""Texts among those looked at, from which on a phrase is everybody's."""


class Sharing:
    """How many fingerprints of one text each report has, phrases that everybody uses left out.

    Attributes:
        enough: reports that share enough of them to be worth a look.
        mostly: reports of which, or of the text, much is shared, be it a notice.
    """

    def __init__(self, telling: dict[str, int], enough: set[str], mostly: set[str]) -> None:
        self._telling = telling
        self.enough, self.mostly = enough, mostly

    def of(self, name: str) -> int:
        """Shared fingerprints of one report."""
        return self._telling.get(name, 0)


class _Postings(NamedTuple):
    """Where fingerprints were found: the place of each among those that were asked for, and its slot."""

    at: Counts
    slots: Short


class FingerprintIndex:
    """Fingerprints of reports by slot; a slot is a number that is never given twice.

    Attributes:
        common: fingerprints of phrases that everybody uses, or one house everywhere: standing background,
            notices, sign-offs. They show nothing about who took what from whom, and are not looked up.
    """

    def __init__(self) -> None:
        self._common: Callable[[], set[int]] | set[int] = set()
        self._runs: list[tuple[Hashes, Short]] = []
        self._slot_of: dict[str, int] = {}
        self._name_of: dict[int, str] = {}
        self._kept: dict[int, Hashes] = {}
        self._texts: dict[tuple[int, ...], int] = {}
        self._houses: dict[str, int] = {}
        self._next = 0
        self._last: tuple[Hashes, _Postings] | None = None

    @cached_property
    def _about(self) -> Any:
        """For each slot: fingerprints, week, publisher, and a number to sort by."""
        return np.zeros((4, 1024), dtype=np.int64)

    @property
    def common(self) -> set[int]:
        """Fingerprints of phrases that everybody uses."""
        if callable(self._common):
            self._common = self._common()
        return self._common

    def recall(self, common: Callable[[], set[int]]) -> None:
        """Ask for the phrases that everybody uses when they are needed; nothing else is here then."""
        self._common = common

    def __len__(self) -> int:
        return len(self._slot_of)

    def add(self, name: str, kept: Hashes, week: int | None = None, house: str | None = None) -> set[int]:
        """Take in the fingerprints (sorted, each once) of a report that is not there, its week and publisher.

        Returns:
            Fingerprints that became, or no longer are, phrases that everybody uses.
        """
        slot = self._next
        self._next += 1
        if slot == self._about.shape[1]:
            self._about = np.concatenate([self._about, np.zeros_like(self._about)], axis=1)
        self._slot_of[name], self._name_of[slot] = slot, name
        house_number = self._houses.setdefault(house, len(self._houses) + 1) if house else 0
        self._about[:, slot] = (len(kept), week or 0, house_number, zlib.crc32(name.encode()))
        self._kept[slot] = kept
        if len(kept):
            self._runs.append((kept, np.full(len(kept), slot, dtype=np.uint32)))
            self._merge()
        self._last = None
        return self._look_again(kept)

    def remove(self, name: str, kept: Hashes) -> set[int]:
        """Forget a report; its postings stay and lead nowhere. Returns as ``add`` does."""
        slot = self._slot_of.pop(name, None)
        if slot is None:
            return set()
        del self._name_of[slot]
        self._about[:, slot] = 0
        del self._kept[slot]
        return self._look_again(kept)

    def sharing(self, kept: Hashes, enough: int) -> Sharing:
        """How many of these fingerprints the reports in the index have.

        Args:
            kept: the fingerprints of a text.
            enough: how many make a report worth naming; all of them where either text has fewer.
        """
        found = self._found(kept)
        slots, which = np.unique(found.slots, return_inverse=True)
        whole = np.bincount(which, minlength=len(slots))
        telling = np.bincount(which[self._are_telling(kept)[found.at]], minlength=len(slots))
        sizes = self._about[0, slots]
        least = np.maximum(1, MOSTLY * np.minimum(sizes, len(kept)))
        wanted = np.minimum(sizes, min(enough, len(kept)))
        return Sharing(
            {
                self._name_of[slots[at]]: int(telling[at])
                for at in np.flatnonzero((telling > 0) & (sizes > 0))
            },
            self._names(slots[(telling >= wanted) & (telling > 0) & (sizes > 0)]),
            self._names(slots[(whole >= least) & (sizes > 0)]),
        )

    def _names(self, slots: Short) -> set[str]:
        return {self._name_of[slot] for slot in slots.tolist()}

    def _are_telling(self, kept: Hashes) -> Mask:
        """For each of these fingerprints whether it is no phrase that everybody uses."""
        common = self.common
        return np.fromiter((number not in common for number in kept.tolist()), dtype=bool, count=len(kept))

    def telling(self, kept: Hashes) -> Hashes:
        """These fingerprints without phrases that everybody uses."""
        return kept[self._are_telling(kept)] if self.common else kept

    def holders(self, number: int) -> list[str]:
        """The reports that have a fingerprint."""
        slots = self._found(np.array([number], dtype=np.uint64)).slots.tolist()
        return sorted({self._name_of[slot] for slot in slots if slot in self._name_of})

    def _found(self, kept: Hashes) -> _Postings:
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
        found = _Postings(np.concatenate(at), np.concatenate(slots))
        self._last = kept, found
        return found

    def _look_again(self, kept: Hashes) -> set[int]:
        """See which of these fingerprints everybody uses now, where that has changed."""
        changed, common = set(), self.common
        found = self._found(kept)
        many = np.bincount(found.at, minlength=len(kept)) >= COMMON_IN_HOUSE
        were = ~self._are_telling(kept)
        for at in np.flatnonzero(many | were).tolist():
            if (many[at] and self._is_common(found.slots[found.at == at])) != were[at]:
                changed.add(int(kept[at]))
        self._common = common ^ changed
        return changed

    def _is_common(self, slots: Short) -> bool:
        sizes, weeks, houses, order = self._about[:, slots]
        held = sizes > 0
        in_house = np.bincount(houses[held & (houses > 0)], minlength=1)
        if in_house.max() >= COMMON_IN_HOUSE:
            return True
        known = np.unique(weeks[held & (weeks > 0)])
        if held.sum() < COMMON_REPORTS:
            return False
        sample = np.sort(slots[held][np.argsort(order[held], kind="stable")[:SAMPLE]])
        return len(known) >= COMMON_WEEKS or self._texts_among(tuple(sample.tolist())) >= MANY_TEXTS

    def _texts_among(self, slots: tuple[int, ...]) -> int:
        """How many texts these reports are versions of."""
        if slots not in self._texts:
            if len(self._texts) > 10_000:
                self._texts.clear()
            texts: list[list[Hashes]] = []
            for kept in (self._kept[slot] for slot in slots):
                same = [text for text in texts if any(_is_one_text(kept, other) for other in text)]
                texts = [text for text in texts if not any(text is one for one in same)]
                texts.append([kept, *(other for text in same for other in text)])
            self._texts[slots] = len(texts)
        return self._texts[slots]

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


def _is_one_text(one: Hashes, two: Hashes) -> bool:
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return shared >= ONE_TEXT * min(len(one), len(two))

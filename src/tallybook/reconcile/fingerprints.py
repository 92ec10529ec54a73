"""Which reports share fingerprints with a text: an inverted index that grows by one report at a time.

What is kept of it is found by fingerprint as well: a report that comes in finds those that it may have to do
with, and no others need be here.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from tallybook.reconcile.arrays import Hashes, Mask, Short, np
from tallybook.reconcile.postings import Found, Postings
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.workings import COMMON, PRINT, Workings, mark_of_print, packed, unpacked

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


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a report: its publisher, the week in which it came out, its fingerprints."""

    house: str | None
    week: int | None
    numbers: list[int]


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


class FingerprintIndex:
    """Fingerprints of reports by slot; a slot is a number that is never given twice.

    Attributes:
        common: fingerprints of phrases that everybody uses, or one house everywhere: standing background,
            notices, sign-offs. They show nothing about who took what from whom, and are not looked up.
    """

    def __init__(self) -> None:
        self._postings = Postings()
        self._slot_of: dict[str, int] = {}
        self._name_of: dict[int, str] = {}
        self._kept: dict[int, Hashes] = {}
        self._texts: dict[tuple[int, ...], int] = {}
        self._houses: dict[str | None, int] = {None: 0}
        self._next = 0
        self._past: Past | None = None
        self._asked: set[int] = set()
        self._moved: dict[str, frozenset[int]] = {}
        self._common_moved = False

    @cached_property
    def _about(self) -> Any:
        """For each slot: fingerprints, week, publisher, and a number to sort by."""
        return np.zeros((4, 1024), dtype=np.int64)

    @cached_property
    def common(self) -> set[int]:
        """Fingerprints of phrases that everybody uses."""
        return (unpacked(self._past.kept(COMMON, ""), set[int]) if self._past else None) or set()

    def recall(self, past: Past) -> None:
        """Fetch the reports that have a fingerprint from the past when they are looked for."""
        self._past = past
        self._slot_of = Recalled(self._brought)

    def changed(self) -> Workings:
        """What came and what went since this was last asked, to be kept."""
        moved, self._moved = self._moved, {}
        here = {name: slot for name in moved if (slot := self._slot_of.get(name)) is not None}
        was = {(mark_of_print(number), name) for name, old in moved.items() for number in old}
        now = {(mark_of_print(n), name) for name, slot in here.items() for n in self._kept[slot].tolist()}
        kept = dict.fromkeys((PRINT, name) for name in moved) | self._bodies(here)
        if self._common_moved:
            kept[COMMON, ""] = packed(sorted(self.common))
        self._common_moved = False
        marks = [(mark, name, None) for mark, name in now - was]
        return Workings(kept=kept, marks=marks, gone_marks=was - now)

    def whole(self) -> Workings:
        """All that is to be kept."""
        self._moved, self._common_moved = {}, False
        kept = {**self._bodies(self._slot_of), (COMMON, ""): packed(sorted(self.common))}
        return Workings(kept=kept, marks=self._marks())

    def _bodies(self, slots: Mapping[str, int]) -> dict[tuple[str, str], bytes | None]:
        """What is kept of these reports."""
        houses, bodies = list(self._houses), dict[tuple[str, str], bytes | None]()
        for name, slot in slots.items():
            _, week, house, _ = self._about[:, slot].tolist()
            bodies[PRINT, name] = packed(_Kept(houses[house], week or None, self._kept[slot].tolist()))
        return bodies

    def _marks(self) -> Iterator[tuple[int, str, None]]:
        """Every fingerprint with its reports, mostly in order: a table that is filled in order grows fast."""
        for number, slot in self._postings:
            if slot in self._name_of:
                yield mark_of_print(number), self._name_of[slot], None

    def __len__(self) -> int:
        return len(self._slot_of)

    def add(self, name: str, kept: Hashes, week: int | None = None, house: str | None = None) -> set[int]:
        """Take in the fingerprints (sorted, each once) of a report that is not there, its week and publisher.

        Returns:
            Fingerprints that became, or no longer are, phrases that everybody uses.
        """
        self._moved.setdefault(name, frozenset())
        slot = self._slot_of[name] = self._slot(name, kept, week, house)
        self._postings.enter(kept, np.full(len(kept), slot, dtype=np.uint32))
        return self._look_again(kept)

    def remove(self, name: str, kept: Hashes) -> set[int]:
        """Forget a report; its postings stay and lead nowhere. Returns as ``add`` does."""
        slot = self._slot_of.pop(name, None)
        if slot is None:
            return set()
        self._moved.setdefault(name, frozenset(kept.tolist()))
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

    def _found(self, kept: Hashes) -> Found:
        """Where these fingerprints are, with the reports that had them when the past was left."""
        self._bring(kept)
        return self._postings.find(kept)

    def _look_again(self, kept: Hashes) -> set[int]:
        """See which of these fingerprints everybody uses now, where that has changed."""
        changed, common = set(), self.common
        found = self._found(kept)
        many = np.bincount(found.at, minlength=len(kept)) >= COMMON_IN_HOUSE
        were = ~self._are_telling(kept)
        for at in np.flatnonzero(many | were).tolist():
            if (many[at] and self._is_common(found.slots[found.at == at])) != were[at]:
                changed.add(int(kept[at]))
        common ^= changed
        self._common_moved |= bool(changed)
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

    def _slot(self, name: str, kept: Hashes, week: int | None, house: str | None) -> int:
        """Give a report a slot."""
        slot = self._next
        self._next += 1
        if slot == self._about.shape[1]:
            self._about = np.concatenate([self._about, np.zeros_like(self._about)], axis=1)
        self._name_of[slot] = name
        number = self._houses.setdefault(house or None, len(self._houses))
        self._about[:, slot] = (len(kept), week or 0, number, zlib.crc32(name.encode()))
        self._kept[slot] = kept
        return slot

    def _brought(self, name: str) -> int | None:
        """The slot of a report that was there when the past was left."""
        known = unpacked(self._past.kept(PRINT, name) if self._past else None, _Kept)
        if known is None:
            return None
        return self._slot(name, np.array(known.numbers, dtype=np.uint64), known.week, known.house)

    def _bring(self, kept: Hashes) -> None:
        """Have the reports here that had these fingerprints when the past was left."""
        if self._past is None:
            return
        new = set(kept.tolist()) - self._asked
        self._asked |= new
        found = [(n, name) for n in sorted(new) for name, _ in self._past.found(mark_of_print(n))]
        here = [(n, self._slot_of[name]) for n, name in found if name not in self._moved]
        if here:
            numbers, slots = zip(*here, strict=True)
            self._postings.enter(np.array(numbers, dtype=np.uint64), np.array(slots, dtype=np.uint32))


def _is_one_text(one: Hashes, two: Hashes) -> bool:
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return shared >= ONE_TEXT * min(len(one), len(two))

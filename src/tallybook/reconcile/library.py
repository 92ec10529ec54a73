"""The reports of the book and how they hang together: pairs, days, and who is whose neighbour.

Grows by one report at a time. Which reports are compared is found through indexes (shared fingerprints,
shared figures, types, speakers within a few weeks), so the cost of a report does not grow with the book.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
import numpy as np

from tallybook.model import Edge, JudgementKind, Overlap
from tallybook.reconcile.copies import ENOUGH_FINGERPRINTS
from tallybook.reconcile.edges import NEAR_DAYS, Pair, compare_pages, judged_edge
from tallybook.reconcile.fingerprints import MOSTLY, FingerprintIndex
from tallybook.reconcile.judgements import Verdicts
from tallybook.reconcile.matching import Tie
from tallybook.reconcile.occasions import Key, anchor, one_occasion, shared_weight, telling_keys
from tallybook.reconcile.pages import Page
from tallybook.reconcile.when import Days

_WEEK = 7
_WARM = 1000
"""Reports whose shingles and sentences are kept in memory."""
_NO_TIE = Tie()
_STRONG = ("amount", "day", "mark", "ship", "person", "body", "weekday")
"""Keys by which an undated report looks for its day; a government alone leads nowhere."""


class Library:
    """Every report, its pairs and its day."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.pairs: dict[str, dict[str, Pair]] = defaultdict(dict)
        self._keys: dict[str, frozenset[Key]] = {}
        self._prints = FingerprintIndex()
        self._index: dict[Key, dict[int | None, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._days: dict[str, Days] = {}
        self._warm: dict[str, None] = {}
        self._judged: dict[frozenset[str], Edge | None] = {}
        self._before: dict[frozenset[str], Overlap | None] = {}
        self._toggled: set[int] = set()
        self._unsettled: set[str] = set()

    def judge(self, verdicts: Verdicts, ids: Mapping[str, str]) -> None:
        """Know what people judged to be copies or not; the reports named must be added anew afterwards."""
        self._judged = {}
        for judgement in verdicts.edges.values():
            pair = [ids.get(subject, subject) for subject in judgement.subjects[:2]]
            self._judged[frozenset(pair)] = (
                judged_edge(judgement) if judgement.kind is JudgementKind.COPY else None
            )

    def add(self, page: Page) -> set[str]:
        """Take in a report; an older version of it goes.

        Returns:
            Ids of the reports whose day or ties may have changed, this one among them.
        """
        touched = self.remove(page.id)
        self.pages[page.id] = page
        keys = self._keys[page.id] = telling_keys(page)
        seen = [page.id]
        kept = page.print.kept
        self._toggled ^= self._prints.add(page.id, kept, _week(page), page.report.publisher)
        sharing = self._prints.sharing(kept, ENOUGH_FINGERPRINTS)
        near = self._near(page, keys)
        others = {*sharing.enough, *sharing.mostly, *near, *self._judged_with(page.id)}
        for other in sorted(others - {page.id}):
            seen.append(other)
            telling = sharing.of(other) if other in near or other in sharing.enough else 0
            mostly = other in sharing.mostly
            if self._compare(page, self.pages[other], telling, mostly=mostly):
                touched.add(other)
        for key in keys:
            self._index[key][_week(page)].add(page.id)
        self._compare_holders()
        touched |= self._weigh(page)
        self._keep_warm(seen)
        return touched | {page.id}

    def settle(self) -> set[str]:
        """Compare anew the reports that share a phrase which became, or no longer is, everybody's.

        Returns:
            Ids of the reports whose pairs have changed since this was last asked.
        """
        self._compare_holders()
        unsettled, self._unsettled = self._unsettled & self.pages.keys(), set()
        return unsettled

    def _compare_holders(self) -> None:
        again: set[tuple[str, str]] = set()
        for number in self._toggled:
            holders = self._prints.holders(number)
            again.update((min(h, o), max(h, o)) for h in holders for o in self.pairs.get(h, ()))
            if number not in self._prints.common:
                again.update(itertools.combinations(holders, 2))
        self._toggled = set()
        for one, two in sorted(again):
            self._unsettled |= self._compare_again(one, two)

    def _compare_again(self, one: str, two: str) -> set[str]:
        """The two reports if what they have to do with each other has changed."""
        page, other = self.pages[one], self.pages[two]
        shared = np.intersect1d(page.print.kept, other.print.kept, assume_unique=True)
        telling = len(self._prints.telling(shared))
        least = min(ENOUGH_FINGERPRINTS, len(page.print.kept), len(other.print.kept))
        near = two in self._near(page, self._keys[one])
        before = self.pairs[one].get(two)
        mostly = len(shared) >= max(1, MOSTLY * min(len(page.print.kept), len(other.print.kept)))
        if before or near or mostly or telling >= least or frozenset((one, two)) in self._judged:
            worth = near or telling >= least
            self._compare(page, other, telling if worth else 0, mostly=mostly)
        self._keep_warm([one, two])
        if self.pairs[one].get(two) == before:
            return set()
        return {one, two} | self._weigh_pair(page, other)

    def _compare(self, page: Page, other: Page, shared: int, *, mostly: bool) -> bool:
        """Note what two reports have to do with each other, as they are or as a person judged."""
        pair = compare_pages(page, other, shared, self._prints.common, mostly=mostly)
        if self._judged:
            pair = self._as_judged(page, other.id, pair)
        before = self.pairs[page.id].pop(other.id, None)
        self.pairs[other.id].pop(page.id, None)
        self._before.setdefault(frozenset((page.id, other.id)), before.overlap if before else None)
        if pair is not None:
            self.pairs[page.id][other.id] = self.pairs[other.id][page.id] = pair
        return pair is not None

    def remove(self, report_id: str) -> set[str]:
        """Take a report out; returns the reports whose day or ties may have changed."""
        page = self.pages.pop(report_id, None)
        if page is None:
            return set()
        self._toggled ^= self._prints.remove(report_id, page.print.kept)
        touched = set(self.pairs.get(report_id, ()))
        for other, pair in self.pairs.pop(report_id, {}).items():
            self._before.setdefault(frozenset((report_id, other)), pair.overlap)
            self.pairs[other].pop(report_id, None)
        for key in self._keys.pop(report_id):
            self._index[key][_week(page)].discard(report_id)
        near = set(self._weights.pop(report_id, ()))
        for other in near:
            self._weights[other].pop(report_id, None)
            self._days.pop(other, None)
        self._days.pop(report_id, None)
        return touched | near

    def moved(self) -> tuple[tuple[Overlap, ...], tuple[Overlap, ...]]:
        """Overlaps that came and that went since this was last asked."""
        came, went = [], []
        for ids, old in self._before.items():
            one, *two = sorted(ids)
            pair = self.pairs.get(one, {}).get(two[0] if two else one)
            new = pair.overlap if pair else None
            if new != old:
                came += [new] if new else []
                went += [old] if old else []
        self._before = {}
        return tuple(came), tuple(went)

    def days(self, report_id: str) -> Days:
        """The day that the report speaks of: its own, or that of a dated report which tells the same."""
        known = self._days.get(report_id)
        if known is None:
            page = self.pages[report_id]
            known = page.published
            if not page.dated:
                near = self._weights[report_id].items()
                dated = [(self.pages[o], w) for o, w in sorted(near) if self.pages[o].dated]
                known = anchor(page, dated)
            self._days[report_id] = known
        return known

    def anchored(self, report_id: str) -> bool:
        """Whether the day was taken from another report."""
        return self.days(report_id) != self.pages[report_id].published

    def tie(self, one: str, two: str) -> Tie:
        """How two reports hang together."""
        if one == two:
            return _NO_TIE
        copied = self.copied(one, two)
        weight = self._weights[one].get(two, 0.0)
        event = not self.pages[one].dated and not self.pages[two].dated and one_occasion(weight)
        return Tie(copied=copied, one_event=event) if copied or event else _NO_TIE

    def copied(self, one: str, two: str) -> bool:
        """Whether a copy or rewrite edge joins two reports."""
        pair = self.pairs[one].get(two)
        return pair is not None and pair.edge is not None

    def tied(self, report_id: str) -> Iterable[str]:
        """The reports that hang together with this one."""
        near = {*self.pairs[report_id], *self._weights[report_id]}
        return sorted(other for other in near if self.tie(report_id, other) != _NO_TIE)

    def _keep_warm(self, used: list[str]) -> None:
        """Remember what is large of the reports that were compared last, and of no others."""
        for report_id in used:
            self._warm.pop(report_id, None)
            self._warm[report_id] = None
        while len(self._warm) > _WARM:
            cold = next(iter(self._warm))
            del self._warm[cold]
            if cold in self.pages:
                self.pages[cold].forget()

    def _judged_with(self, report_id: str) -> set[str]:
        return {
            o for pair in self._judged if report_id in pair for o in pair - {report_id} if o in self.pages
        }

    def _as_judged(self, page: Page, other: str, pair: Pair | None) -> Pair | None:
        """The pair with the edge that a person gave it or took from it."""
        both = frozenset((page.id, other))
        if both not in self._judged:
            return pair
        edge = self._judged[both]
        overlap = pair.overlap if pair else None
        if edge is not None:
            names = {page.id: page.name, other: self.pages[other].name}
            parent, child = names.get(edge.parent, edge.parent), names.get(edge.child, edge.child)
            edge = msgspec.structs.replace(edge, parent=parent, child=child)
        one, two = sorted((page, self.pages[other]), key=lambda p: p.name)
        return Pair(one.id, two.id, overlap, edge, 2.0) if edge or overlap else None

    def _near(self, page: Page, keys: frozenset[Key]) -> set[str]:
        """Reports that share a telling key within a few weeks, or whenever where a date is missing."""
        found: set[str] = set()
        week = _week(page)
        reach = NEAR_DAYS // _WEEK + 1
        for key in keys:
            weeks = self._index.get(key)
            if not weeks:
                continue
            if week is None:
                if key[0] in _STRONG:
                    found.update(*weeks.values())
                continue
            for near in range(week - reach, week + reach + 1):
                found |= weeks.get(near, set())
            if key[0] in _STRONG:
                found |= weeks.get(None, set())
        return found - {page.id}

    def _weigh(self, page: Page) -> set[str]:
        """Note what the report shares with those beside which it, or they, have no date."""
        near = {*self._near(page, self._keys[page.id]), *self.pairs[page.id]}
        self._days.pop(page.id, None)
        return {id_ for other in near for id_ in self._weigh_pair(page, self.pages[other])}

    def _weigh_pair(self, page: Page, other: Page) -> set[str]:
        """The second report, if the two may speak of one occasion and either has no date."""
        if page.dated and other.dated:
            return set()
        keys = self._keys[page.id], self._keys[other.id]
        weight = shared_weight(page, other, *keys, copied=self.copied(page.id, other.id))
        known = other.id in self._weights[page.id]
        if one_occasion(weight):
            self._weights[page.id][other.id] = self._weights[other.id][page.id] = weight
        elif known:
            del self._weights[page.id][other.id], self._weights[other.id][page.id]
        else:
            return set()
        self._days.pop(page.id, None)
        self._days.pop(other.id, None)
        return {other.id}


def _week(page: Page) -> int | None:
    return page.published.first.toordinal() // _WEEK if page.dated and page.published.first else None

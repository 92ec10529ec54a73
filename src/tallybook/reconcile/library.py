"""The reports of the book and how they hang together: pairs, days, and who is whose neighbour.

Grows by one report at a time. Which reports are compared is found through indexes (shared fingerprints,
shared figures, types, speakers within a few weeks), so the cost of a report does not grow with the book.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import msgspec

from tallybook.model import Edge, JudgementKind, Overlap
from tallybook.reconcile.arrays import np
from tallybook.reconcile.copies import ENOUGH_FINGERPRINTS
from tallybook.reconcile.dating import Dating
from tallybook.reconcile.edges import Pair, compare_pages, judged_edge
from tallybook.reconcile.fingerprints import MOSTLY, FingerprintIndex
from tallybook.reconcile.judgements import Verdicts
from tallybook.reconcile.matching import Tie
from tallybook.reconcile.named import NameIndex
from tallybook.reconcile.neighbours import Neighbours, week_of
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.when import Days
from tallybook.reconcile.workings import PAIRS, packed, pairs_from

_WARM = 1000
"""Reports whose shingles and sentences are kept in memory."""
_NO_TIE = Tie()


class Library:
    """Every report, its pairs and its day."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.pairs: dict[str, dict[str, Pair]] = defaultdict(dict)
        self.neighbours = Neighbours()
        self.prints = FingerprintIndex()
        self.names = NameIndex()
        self.dating = Dating(self.pages)
        self._warm: dict[str, None] = {}
        self._judged: dict[frozenset[str], Edge | None] = {}
        self._rejudged: set[frozenset[str]] = set()
        self._changed: set[str] = set()
        self._before: dict[frozenset[str], Overlap | None] = {}
        self._toggled: set[int] = set()
        self._unsettled: set[str] = set()

    def recall(self, past: Past, page_of: Callable[[str], Page | None]) -> None:
        """Fetch what is asked for from the past; ``page_of`` makes a report's page anew."""
        self.pages = Recalled(page_of)
        self.pairs = Recalled(lambda one: pairs_from(past.kept(PAIRS, one)))
        self.dating.recall(past, self.pages)
        self.neighbours.recall(past, self.pages)
        self.prints.recall(past)
        self.names.recall(past)

    def changed(self) -> dict[tuple[str, str], bytes | None]:
        """Pairs that may have changed since this was last asked, to be kept."""
        changed, self._changed = self._changed, set()
        found = {(PAIRS, one): packed(now) if (now := self.pairs.get(one)) else None for one in changed}
        return found | self.dating.changed()

    def whole(self) -> dict[tuple[str, str], bytes | None]:
        """All of them."""
        self._changed |= self.pages.keys()
        return self.dating.whole() | self.changed()

    def judge(self, verdicts: Verdicts, ids: Mapping[str, str]) -> None:
        """Know what people judged to be copies or not; the reports named must be added anew afterwards."""
        judged: dict[frozenset[str], Edge | None] = {}
        for judgement in verdicts.edges.values():
            pair = frozenset(ids.get(subject, subject) for subject in judgement.subjects[:2])
            judged[pair] = judged_edge(judgement) if judgement.kind is JudgementKind.COPY else None
        self._rejudged |= {pair for pair, _ in judged.items() ^ self._judged.items()}
        self._judged = judged

    def add(self, page: Page) -> set[str]:
        """Take in a report that is not there, or was removed.

        Returns:
            Ids of the reports whose day or ties may have changed, this one among them.
        """
        touched: set[str] = set()
        self.neighbours.add(page)
        self.names.add(page)
        self.pages[page.id] = page
        seen = [page.id]
        kept = page.print.kept
        self._toggled ^= self.prints.add(page.id, kept, week_of(page), page.report.publisher)
        sharing = self.prints.sharing(kept, ENOUGH_FINGERPRINTS)
        near = self.neighbours.near(page)
        others = {*sharing.enough, *sharing.mostly, *near, *self._paired(page.id, self._judged)}
        for other in sorted(others - {page.id}):
            seen.append(other)
            telling = sharing.of(other) if other in near or other in sharing.enough else 0
            mostly = other in sharing.mostly
            if self._compare(page, self.pages[other], telling, mostly=mostly):
                touched.add(other)
        self._compare_holders()
        touched |= self._weigh(page)
        self._keep_warm(seen)
        return touched | {page.id}

    def replace(self, page: Page) -> set[str]:
        """Take in a report whose words are as they were, but not its claims.

        What it shares with others word for word stays; looked at again are those that it now shares, or no
        longer shares, a telling key with.

        Returns:
            Ids of the reports whose day or ties may have changed, this one among them only if its own have.
        """
        old = self.pages[page.id]
        page.take_over(old)
        before = self.neighbours.near(old)
        self.names.remove(old)
        self.names.add(page)
        self.pages[page.id] = page
        self.neighbours.add(page)
        touched: set[str] = set()
        again = (before ^ self.neighbours.near(page)) | self._paired(page.id, self._rejudged)
        for other in sorted(again):
            touched |= self._compare_again(page.id, other)
        known = self.dating.near(page.id)
        return touched | known | self._weigh(page, known)

    def settle(self) -> set[str]:
        """Compare anew the reports that share a phrase which became, or no longer is, everybody's.

        Returns:
            Ids of the reports whose pairs have changed since this was last asked.
        """
        self._compare_holders()
        unsettled, self._unsettled = self._unsettled & self.pages.keys(), set()
        self._rejudged = set()
        return unsettled

    def _compare_holders(self) -> None:
        again: set[tuple[str, str]] = set()
        for number in self._toggled:
            holders = self.prints.holders(number)
            again.update((min(h, o), max(h, o)) for h in holders for o in self.pairs.get(h, ()))
            if number not in self.prints.common:
                again.update(itertools.combinations(holders, 2))
        self._toggled = set()
        for one, two in sorted(again):
            self._unsettled |= self._compare_again(one, two)

    def _compare_again(self, one: str, two: str) -> set[str]:
        """The two reports if what they have to do with each other has changed, and whose edges hang on it."""
        page, other = self.pages[one], self.pages[two]
        shared = np.intersect1d(page.print.kept, other.print.kept, assume_unique=True)
        telling = len(self.prints.telling(shared))
        least = min(ENOUGH_FINGERPRINTS, len(page.print.kept), len(other.print.kept))
        near = two in self.neighbours.near(page)
        before = self.pairs[one].get(two)
        mostly = len(shared) >= max(1, MOSTLY * min(len(page.print.kept), len(other.print.kept)))
        if before or near or mostly or telling >= least or frozenset((one, two)) in self._judged:
            worth = near or telling >= least
            self._compare(page, other, telling if worth else 0, mostly=mostly)
        self._keep_warm([one, two])
        if self.pairs[one].get(two) == before:
            return set()
        changed = {one, two}
        if self.copied(one, two) != (before is not None and before.edge is not None):
            changed |= self._copied_with(one) & self._copied_with(two)  # one parent of two may be enough now
        if near or two in self.pairs[one]:
            return changed | self._weigh_pair(page, other)
        return changed | self.dating.part(one, two)

    def _compare(self, page: Page, other: Page, shared: int, *, mostly: bool) -> bool:
        """Note what two reports have to do with each other, as they are or as a person judged."""
        pair = compare_pages(page, other, shared, self.prints.common, mostly=mostly)
        if self._judged:
            pair = self._as_judged(page, other.id, pair)
        before = self.pairs[page.id].pop(other.id, None)
        self.pairs[other.id].pop(page.id, None)
        self._before.setdefault(frozenset((page.id, other.id)), before.overlap if before else None)
        if pair != before:
            self._changed |= {page.id, other.id}
        if pair is not None:
            self.pairs[page.id][other.id] = self.pairs[other.id][page.id] = pair
        return pair is not None

    def remove(self, report_id: str) -> set[str]:
        """Take out what a report shares with others; its page is left to be taken out, or to be replaced.

        Returns:
            Ids of the reports whose day or ties may have changed.
        """
        page = self.pages[report_id]
        self._toggled ^= self.prints.remove(report_id, page.print.kept)
        pairs, self.pairs[report_id] = self.pairs[report_id], {}
        self._changed.add(report_id)
        for other, pair in pairs.items():
            self._changed.add(other)
            self._before.setdefault(frozenset((report_id, other)), pair.overlap)
            self.pairs[other].pop(report_id, None)
        self.neighbours.remove(page)
        self.names.remove(page)
        return {*pairs, *self.dating.drop(report_id)}

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
        return self.dating.days(report_id)

    def anchored(self, report_id: str) -> bool:
        """Whether the day was taken from another report."""
        return self.days(report_id) != self.pages[report_id].published

    def tie(self, one: str, two: str) -> Tie:
        """How two reports hang together."""
        if one == two:
            return _NO_TIE
        copied = self.copied(one, two)
        event = self.dating.one_event(one, two)
        return Tie(copied=copied, one_event=event) if copied or event else _NO_TIE

    def copied(self, one: str, two: str) -> bool:
        """Whether a copy or rewrite edge joins two reports."""
        pair = self.pairs[one].get(two)
        return pair is not None and pair.edge is not None

    def _copied_with(self, report_id: str) -> set[str]:
        return {other for other, pair in self.pairs[report_id].items() if pair.edge is not None}

    def tied(self, report_id: str) -> Iterable[str]:
        """The reports that hang together with this one."""
        near = {*self.pairs[report_id], *self.dating.near(report_id)}
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

    def _paired(self, report_id: str, pairs: Iterable[frozenset[str]]) -> set[str]:
        """The reports with which one stands in these pairs."""
        return {o for pair in pairs if report_id in pair for o in pair - {report_id} if o in self.pages}

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

    def _weigh(self, page: Page, known: Iterable[str] = ()) -> set[str]:
        """Note what the report shares with those beside which it, or they, have no date."""
        beside = {*self.neighbours.near(page, only_undated=page.dated), *self.pairs[page.id]}
        self.dating.refresh(page.id)
        parted = {id_ for other in set(known) - beside for id_ in self.dating.part(page.id, other)}
        return parted | {id_ for other in beside for id_ in self._weigh_pair(page, self.pages[other])}

    def _weigh_pair(self, page: Page, other: Page) -> set[str]:
        keys = self.neighbours.keys[page.id], self.neighbours.keys[other.id]
        return self.dating.weigh(page, other, keys, copied=self.copied(page.id, other.id))

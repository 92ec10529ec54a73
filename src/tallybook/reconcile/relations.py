"""The relations of every transfer, kept up as transfers come and go.

What a transfer is related to is found through indexes: by report, by figure and day, by flow. A change asks
only those to look again that may speak of what changed, however many transfers their exchange has.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from tallybook.model import Related, Relation
from tallybook.reconcile.agreeing import flows_agree
from tallybook.reconcile.facts import Family
from tallybook.reconcile.grouping import Flow, Link
from tallybook.reconcile.relating import (
    Draft,
    Total,
    about_one_time,
    beside,
    denied_by,
    part_of_total,
    takes_up,
)

Exchange = frozenset[str | None]
Nearly = Callable[[str], Iterable[tuple[Link, str | None]]]
"""For a claim the pairs that may be one transfer, with what kept them apart where they matched."""

Opened = Callable[[Flow], Iterable[tuple[Draft, tuple[Related, ...]]]]
"""For a flow every transfer of it and of the opposite one, with its relations."""

_Entry = tuple[dt.date, str, int]
_Found = dict[tuple[str, Relation], str]
_DAY = dt.timedelta(days=1)
_ORDER = {relation: place for place, relation in enumerate(Relation)}


class Relations:
    """How the transfers of the book hang together.

    Args:
        nearly: see ``Nearly``.
        draft_of: the transfer in which a claim stands.
        draft: the transfer of an id.
    """

    def __init__(
        self,
        nearly: Nearly,
        draft_of: Callable[[str], Draft | None],
        draft: Callable[[str], Draft | None],
    ) -> None:
        self._nearly, self._draft_of, self._draft = nearly, draft_of, draft
        self._drafts: dict[str, Draft] = {}
        self._of_report: dict[tuple[Exchange, str], set[str]] = defaultdict(set)
        self._supplies: dict[Flow, set[str]] = defaultdict(set)
        self._denials: dict[Flow, set[str]] = defaultdict(set)
        self._totals: dict[Flow, set[str]] = defaultdict(set)
        self._figures: dict[tuple[Flow, str | None], list[_Entry]] = defaultdict(list)
        self._targets: dict[str, tuple[Related, ...]] = {}
        self._sources: dict[str, set[str]] = defaultdict(set)
        self._stale: set[str] = set()
        self._past: Opened | None = None
        self._open: set[Exchange] = set()

    def recall(self, exchange: Opened) -> None:
        """Ask for the transfers of an exchange, with their relations, when one of them is touched."""
        self._past = exchange

    def open(self, flow: Flow) -> None:
        """Have all transfers of an exchange here, as they were."""
        exchange = frozenset(flow)
        if self._past is None or exchange in self._open:
            return
        self._open.add(exchange)
        for draft, related in self._past(flow):
            self._drafts[draft.id] = draft
            self._enter(draft)
            self._point(draft.id, related)

    def add(self, draft: Draft) -> None:
        """A transfer came, or came back changed."""
        self.open(draft.flow)
        self._drafts[draft.id] = draft
        self._enter(draft)
        self._stale |= {draft.id, *self._asked(draft)}

    def remove(self, draft: Draft) -> None:
        """A transfer went, perhaps to come back changed."""
        self.open(draft.flow)
        self._stale |= {*self._asked(draft), *self._sources.pop(draft.id, ())}
        for related in self._targets.get(draft.id, ()):
            other = self._draft(related.id)
            if other is not None and other.flow != draft.flow:
                self.open(other.flow)
                self._stale.add(other.id)
        self._leave(draft)
        del self._drafts[draft.id]
        self._point(draft.id, ())

    def refresh(self) -> dict[str, tuple[Related, ...]]:
        """The relations of every transfer that had to look again."""
        for id_ in list(self._stale):
            draft = self._drafts.get(id_)
            if draft is not None:
                self._stale |= {other.id for other, _ in self._possibly(draft)}
        found = {id_: self._related(self._drafts[id_]) for id_ in self._stale if id_ in self._drafts}
        self._stale = set()
        for id_, related in found.items():
            self._point(id_, related)
        return found

    def _asked(self, draft: Draft) -> set[str]:
        """The transfers that may speak of this one."""
        found = {i for report in draft.reports for i in self._of_report[_place(draft, report)]}
        if draft.figures:
            families = {figure.amount.family for figure in draft.figures}
            found |= {i for i in self._totals[draft.flow] if self._total(i).amount.family in families}
        if draft.total is not None and draft.total.day.first is not None:
            found |= {id_ for _, id_, _ in self._of_day(draft.flow, draft.total)}
        if Family.SUPPLY in draft.families:
            denials = (self._drafts[i] for i in self._denials[draft.flow])
            found |= {d.id for d in denials if about_one_time(d, draft) or d.reports & draft.reports}
        return found

    def _related(self, one: Draft) -> tuple[Related, ...]:
        found: _Found = {}
        about_figures = (*self._later_total(one), *self._part_of_total(one))
        for other, relation, reason in (*about_figures, *self._denied(one), *self._beside(one)):
            found.setdefault((other.id, relation), reason)
        known = {other for other, _ in found}
        for other, reason in self._possibly(one):
            if other.id not in known:
                found.setdefault((other.id, Relation.POSSIBLY_SAME), reason)
        ordered = sorted(found.items(), key=lambda item: (_ORDER[item[0][1]], item[0][0]))
        return tuple(Related(id=id_, relation=kind, reason=reason) for (id_, kind), reason in ordered)

    def _later_total(self, one: Draft) -> Iterator[tuple[Draft, Relation, str]]:
        """The latest earlier figure of the same flow and unit that a running total takes up."""
        total = one.total
        if total is None or total.day.first is None:
            return
        entries = self._figures[one.flow, total.amount.family]
        best: tuple[_Entry, str] | None = None
        for at in range(bisect_left(entries, (total.day.first, "", 0)) - 1, -1, -1):
            day, id_, number = entries[at]
            if best and day < best[0][0]:
                break
            reason = takes_up(total, self._drafts[id_].figures[number]) if id_ != one.id else None
            if reason:
                best = entries[at], reason
        if best:
            yield self._drafts[best[0][1]], Relation.LATER_TOTAL_OF, best[1]

    def _part_of_total(self, one: Draft) -> Iterator[tuple[Draft, Relation, str]]:
        """The running total of the same flow and day of which a lot is a part."""
        for id_ in sorted(self._totals[one.flow]) if one.figures and one.total is None else ():
            reasons = (part_of_total(figure, self._total(id_)) for figure in one.figures)
            reason = next((r for r in reasons if r), None)
            if reason and id_ != one.id:
                yield self._drafts[id_], Relation.PART_OF, reason
                return

    def _of_day(self, flow: Flow, total: Total) -> list[_Entry]:
        """The figures of a flow on the day of a total."""
        entries, day = self._figures[flow, total.amount.family], total.day.first
        assert day is not None  # noqa: S101 - asked of totals with a day only
        return entries[bisect_left(entries, (day, "", 0)) : bisect_left(entries, (day + _DAY, "", 0))]

    def _denied(self, one: Draft) -> list[tuple[Draft, Relation, str]]:
        if one.families != {Family.DENIAL}:
            return []
        return denied_by(one, (self._drafts[i] for i in self._supplies[one.flow]))

    def _beside(self, one: Draft) -> list[tuple[Draft, Relation, str]]:
        ids = {i for report in one.reports for i in self._of_report[_place(one, report)]} - {one.id}
        return beside(one, (self._drafts[i] for i in sorted(ids))) if ids else []

    def _possibly(self, one: Draft) -> list[tuple[Draft, str]]:
        """The transfers of the exchange that may be the same, best reasons first.

        An end may be open in one of them: then the other is of another exchange by its ends.
        """
        nearly = {
            (-link.score, link.a, link.b): (link, fault)
            for said in one.members
            for link, fault in self._nearly(said.claim.id)
        }
        mine = {said.claim.id for said in one.members}
        found = []
        for key in sorted(nearly):
            link, fault = nearly[key]
            other = self._draft_of(link.b if link.a in mine else link.a)
            if other is None or other.id == one.id or not _one_exchange(one.flow, other.flow):
                continue
            self.open(other.flow)
            why = f"kept apart: {fault}" if fault else "too little to put them together"
            found.append((other, f"{link.reason}; {why}"))
        return found

    def _enter(self, draft: Draft) -> None:
        for report in draft.reports:
            self._of_report[_place(draft, report)].add(draft.id)
        for index in self._indexes(draft):
            index.add(draft.id)
        for key, entry in _entries(draft):
            insort(self._figures[key], entry)

    def _leave(self, draft: Draft) -> None:
        for report in draft.reports:
            self._of_report[_place(draft, report)].discard(draft.id)
        for index in self._indexes(draft):
            index.discard(draft.id)
        for key, entry in _entries(draft):
            entries = self._figures[key]
            del entries[bisect_left(entries, entry)]

    def _indexes(self, draft: Draft) -> Iterator[set[str]]:
        if Family.SUPPLY in draft.families:
            yield self._supplies[draft.flow]
        if draft.families == {Family.DENIAL}:
            yield self._denials[draft.flow]
        if draft.total is not None:
            yield self._totals[draft.flow]

    def _total(self, id_: str) -> Total:
        total = self._drafts[id_].total
        assert total is not None  # noqa: S101 - only those that give one are listed
        return total

    def _point(self, id_: str, related: tuple[Related, ...]) -> None:
        for old in self._targets.pop(id_, ()):
            self._sources[old.id].discard(id_)
        for new in related:
            self._sources[new.id].add(id_)
        if related:
            self._targets[id_] = related


def _one_exchange(one: Flow, two: Flow) -> bool:
    return frozenset(one) == frozenset(two) or flows_agree(one, two)


def _place(draft: Draft, report: str) -> tuple[Exchange, str]:
    return frozenset(draft.flow), report


def _entries(draft: Draft) -> Iterator[tuple[tuple[Flow, str | None], _Entry]]:
    """The figures of a transfer by flow and unit, with their day."""
    for number, figure in enumerate(draft.figures):
        if figure.day.first is not None:
            yield (draft.flow, figure.amount.family), (figure.day.first, draft.id, number)

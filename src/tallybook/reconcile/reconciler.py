"""The book kept reconciled in memory: reports come, go and are judged one at a time.

Whatever the order of arrival, the outcome is that of a rebuild from nothing: each pair of reports
and of claims is compared by a pure function, and what is made of them is made anew where a part has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tallybook.errors import JudgementRefused, UnknownId
from tallybook.model import Claim, Judgement, JudgementKind, Lineage, Report, Transfer
from tallybook.reconcile.flows import flows_of
from tallybook.reconcile.grouping import Link
from tallybook.reconcile.judgements import Standing, Verdicts, lost, stand
from tallybook.reconcile.library import Library
from tallybook.reconcile.lineage import Lineages
from tallybook.reconcile.news import Book, arrival, news_of, queue
from tallybook.reconcile.originbook import OriginBook
from tallybook.reconcile.pages import Page
from tallybook.reconcile.result import Conflict, Measures, News, Reconciled
from tallybook.reconcile.tellings import Tellings
from tallybook.reconcile.transferring import TransferBook


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What the last changes touched: transfers that are new or differ, ids that are no more."""

    transfers: tuple[Transfer, ...]
    gone: tuple[str, ...]


class Reconciler:
    """Reports, claims and judgements, reconciled as they come."""

    def __init__(self, measures: Measures | None = None) -> None:
        self._read: dict[str, tuple[Report, tuple[Claim, ...]]] = {}
        self._judgements: list[Judgement] = []
        self._standing: dict[str, Standing] = {}
        self._verdicts = Verdicts(())
        self._library = Library()
        self._lineages = Lineages(self._library)
        self._tellings = Tellings(self._library)
        self._origins = OriginBook(self._library, self._tellings)
        self._transfers = TransferBook(self._library, self._lineages, self._tellings, self._origins, measures)
        self._gone: set[str] = set()
        self._stale: set[str] = set()
        self._by_name: dict[str, str] = {}
        self._report_of: dict[str, str] = {}

    def add(self, report: Report, claims: Iterable[Claim]) -> None:
        """Take in a report with its claims as read; an older version or reading of it goes.

        Args:
            report: any version; ``report.id`` says which report it is.
            claims: transfer and response claims without judgements applied.
        """
        self._read[report.id] = (report, tuple(claims))
        self._put(report.id)

    def remove(self, report_id: str) -> None:
        """Take a report out of the book.

        Raises:
            UnknownId: no report has this id.
        """
        if self._read.pop(report_id, None) is None:
            raise UnknownId(f"no report has the id {report_id}")
        self._standing.pop(report_id)
        self._take_out(report_id, self._library.remove(report_id))

    def judge(self, judgement: Judgement) -> None:
        """Take in a judgement; an undoing is one as well.

        Raises:
            JudgementRefused: the judgement cannot apply to what it names.
        """
        self._check(judgement)
        self._judgements.append(judgement)
        self._rejudge(self._affected(judgement))

    def judge_all(self, judgements: Iterable[Judgement]) -> None:
        """Take in many judgements at once, oldest first, without checking them again."""
        new = list(judgements)
        self._judgements.extend(new)
        self._rejudge(set().union(*(self._affected(judgement) for judgement in new)))

    def refresh(self) -> Changes:
        """Bring what was touched up to date; costs as much as what was touched."""
        chained = self._lineages.refresh()
        gone, self._gone = self._gone, set()
        stale = {c for r in self._stale | chained for c in self._tellings.of_report.get(r, ())}
        self._stale = set()
        dirty = self._tellings.origins.changed() | self._tellings.groups.changed() | stale
        dirty |= self._origins.refresh(dirty, gone)
        changed, gone = self._transfers.refresh(dirty, gone)
        now = self._transfers.transfers
        return Changes(
            transfers=tuple(now[i] for i in sorted(changed)),
            gone=tuple(sorted(gone)),
        )

    def result(self) -> Reconciled:
        """The whole book as it stands."""
        self.refresh()
        transfers = tuple(sorted(self._transfers.transfers.values(), key=self._order))
        stands = [self._standing[i] for i in sorted(self._standing)]
        claims = tuple(c for s in stands for c in s.claims)
        conflicts = [c for s in stands for c in s.conflicts]
        conflicts += [*lost(self._verdicts, {c.id: c for c in claims}), *self._refused()]
        return Reconciled(
            reports=tuple(r for s in stands for r in s.reports),
            claims=claims,
            lineage=self._lineage(),
            transfers=transfers,
            flows=flows_of(
                [self._transfers.drafts[t.id] for t in transfers],
                self._library.pages,
                self._origins.of_claim.get,
            ),
            news=self._news(),
            conflicts=tuple(conflicts),
            links=self._links(),
            independence=dict(self._transfers.independence),
        )

    def _put(self, report_id: str) -> None:
        report, claims = self._read[report_id]
        standing = stand(report, claims, self._verdicts)
        touched: set[str] = set()
        if report_id in self._library.pages:
            touched = self._take_out(report_id, self._library.remove(report_id))
        self._standing[report_id] = standing
        page = Page(standing.reports[0], standing.claims, self._verdicts.same_names)
        self._by_name[page.name] = report_id
        self._report_of.update((c.id, report_id) for c in standing.claims)
        self._transfers.know(standing.claims)
        touched |= self._library.add(page)
        self._lineages.add(page, touched)
        self._origins.add_page(page)
        self._retell(touched)

    def _take_out(self, report_id: str, touched: set[str]) -> set[str]:
        page = self._lineages.remove(report_id, touched)
        self._origins.remove_page(report_id)
        self._gone |= set(self._tellings.of_report.get(report_id, ()))
        self._tellings.drop(report_id)
        self._by_name.pop(page.name, None)
        touched = touched - {report_id}
        self._retell(touched)
        return touched

    def _retell(self, touched: set[str]) -> None:
        """Take in anew the claims of the reports that speak of another day now, or were not there before."""
        stale = [r for r in sorted(touched) if r in self._library.pages and self._tellings.is_stale(r)]
        for report_id in stale:
            self._gone |= set(self._tellings.of_report.get(report_id, ()))
            self._tellings.put(report_id)
        self._stale |= set(stale)
        for report_id in stale:
            for claim in self._tellings.of_report.get(report_id, ()):
                self._force(claim)

    def _force(self, claim: str) -> None:
        for other, judgement in self._verdicts.joined_with(claim):
            self._tellings.force(claim, other, f"judged the same transfer by {judgement.author}")

    def _rejudge(self, affected: set[str]) -> None:
        self._verdicts = Verdicts(self._judgements)
        self._origins.verdicts = self._transfers.verdicts = self._verdicts
        self._library.judge(self._verdicts, self._by_name)
        for report_id in sorted(affected):
            if report_id in self._read:
                self._put(report_id)

    def _affected(self, judgement: Judgement) -> set[str]:
        """The reports on which a judgement bears, directly or by what it undoes."""
        found: set[str] = set()
        if judgement.kind is JudgementKind.UNDO:
            undone = [j for j in self._judgements if j.id in judgement.subjects]
            return found.union(*(self._affected(j) for j in undone))
        if judgement.kind in (JudgementKind.SAME_PARTY, JudgementKind.NOT_SAME_PARTY):
            return {i for i, (_, claims) in self._read.items() if _names(claims) & set(judgement.subjects)}
        if judgement.kind is JudgementKind.GRADE_SOURCE:
            return {i for i, (_, claims) in self._read.items() if _names(claims) & set(judgement.subjects)}
        for subject in judgement.subjects:
            for id_ in (
                subject,
                self._by_name.get(subject),
                self._report_of.get(subject),
                self._holder(subject),
            ):
                if id_ in self._read and id_ is not None:
                    found.add(id_)
        if judgement.kind is JudgementKind.ADD:
            found.add(str((judgement.value or {}).get("report_id")))
        return found

    def _holder(self, subject: str) -> str | None:
        """The report that holds the claim after which a transfer or origin is named."""
        return self._report_of.get("c" + subject[1:]) or self._report_of.get(subject[1:])

    def _check(self, judgement: Judgement) -> None:
        kind, subjects = judgement.kind, judgement.subjects
        pairs = (JudgementKind.SAME_TRANSFER, JudgementKind.NOT_SAME_TRANSFER, JudgementKind.COPY)
        if kind in pairs and (len(subjects) != 2 or subjects[0] == subjects[1]):
            raise JudgementRefused(
                f"{kind.value} takes two different ids, and was given {', '.join(subjects)}"
            )
        if kind is JudgementKind.UNDO and not any(j.id in subjects for j in self._judgements):
            raise UnknownId(f"no judgement has the id {', '.join(subjects)}")
        if kind is JudgementKind.SAME_TRANSFER:
            told = [self._tellings.told.get(c) for c in subjects]
            if all(told) and len({t.facts.flow for t in told if t and None not in t.facts.flow}) > 1:
                raise JudgementRefused("the two claims speak of two flows; no transfer mixes directions")

    def _refused(self) -> list[Conflict]:
        return [
            Conflict(
                judgement=j.id, what=f"same-transfer by {j.author}: they would mix two flows", claim=link.a
            )
            for links in self._transfers.refused.values()
            for link, _ in links
            if (j := self._verdicts.joined.get(frozenset((link.a, link.b)))) is not None
        ]

    def _lineage(self) -> Lineage:
        return Lineage(
            reports=self._lineages.lines(),
            overlaps=self._lineages.overlaps(),
            edges=self._lineages.edges(),
            chains=self._lineages.chains(),
            origins=tuple(sorted(self._origins.origins.values(), key=lambda o: (o.date or "9999", o.id))),
        )

    def _links(self) -> tuple[Link, ...]:
        found = [link for links in self._transfers.followed.values() for link in links]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def _news(self) -> tuple[News, ...]:
        book = Book(
            draft_of=self._transfers.draft_of,
            origin_of=lambda c: self._origins.origins.get(self._origins.of_claim.get(c, "")),
            pages=self._library.pages,
            page_named=lambda name: self._library.pages.get(self._by_name.get(name, "")),
            edges_into=self._lineages.edges_into,
        )
        pages = sorted(self._library.pages.values(), key=arrival)
        ranked = {n.report_id: n for n in queue(news_of(page, book) for page in pages)}
        return tuple(ranked[page.id] for page in pages)

    def _order(self, transfer: Transfer) -> tuple[str, str]:
        first = self._transfers.drafts[transfer.id].members[0].facts.published.first
        return (first.isoformat() if first else "9999", transfer.id)


def reconcile(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    measures: Measures | None = None,
) -> Reconciled:
    """Reconcile reports and claims from nothing.

    Args:
        reports: the latest version of each.
        claims: as read, without judgements applied.
        judgements: all of them, oldest first.
        measures: what may apply to a transfer on its dates.
    """
    of_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_report[claim.report_id].append(claim)
    book = Reconciler(measures)
    book.judge_all(judgements)
    for report in reports:
        book.add(report, of_report[report.id])
    return book.result()


def _names(claims: Iterable[Claim]) -> set[str]:
    found: set[str] = set()
    for claim in claims:
        found |= {n for n in (claim.supplier, claim.recipient, claim.actor) if n}
        found |= {p.name for p in claim.parties}
        if claim.source:
            found |= {claim.source.name, *claim.source.via}
    return found

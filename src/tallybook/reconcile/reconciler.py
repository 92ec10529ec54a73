"""The book kept reconciled in memory: reports come, go and are judged one at a time.

Whatever the order of arrival, the outcome is that of a rebuild from nothing: each pair of reports
and of claims is compared by a pure function, and what is made of them is made anew where a part has changed.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from tallybook.errors import JudgementRefused, UnknownId
from tallybook.model import Claim, Judgement, JudgementKind, Lineage, Origin, Report
from tallybook.reconcile.flows import FlowBook, draft_order
from tallybook.reconcile.keeping import Keeping, Rooms
from tallybook.reconcile.lentdays import Counted, LentDays
from tallybook.reconcile.library import Library
from tallybook.reconcile.lineage import Lineages
from tallybook.reconcile.news import Book, NewsBook, arrival
from tallybook.reconcile.originbook import OriginBook
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past
from tallybook.reconcile.result import Changes, Conflict, Measures, Reconciled
from tallybook.reconcile.standings import Standings
from tallybook.reconcile.tellings import Tellings
from tallybook.reconcile.transferring import TransferBook, Turn
from tallybook.reconcile.workings import FACTS, Workings, worked_from


class Reconciler:
    """Reports, claims and judgements, reconciled as they come."""

    def __init__(self, measures: Measures | None = None, counted: Counted | None = None) -> None:
        self._library = Library()
        self._lent = LentDays(self._library, counted)
        self._books = Standings(self._library.names.reports)
        self._lineages = Lineages(self._library)
        self._tellings = Tellings(self._library)
        self._origins = OriginBook(self._library, self._tellings)
        self._transfers = TransferBook(self._library, self._lineages, self._tellings, self._origins, measures)
        self._flows = FlowBook(self._library.pages, self._origins.origin_of)
        self._news = NewsBook(
            Book(
                draft_of=self._transfers.draft_of,
                origin_of=lambda c: self._origins.origins.get(self._origins.origin_of(c) or ""),
                page_named=lambda name: self._library.pages.get(self._books.by_name.get(name, "")),
                first_told=self._first_told,
                takes_up=self._transfers.takes_up,
                edges_into=self._lineages.edges_into,
            )
        )
        self._keeping = Keeping(
            Rooms(self._books, self._library, self._lineages, self._tellings, self._origins, self._transfers)
        )
        self._past: Past | None = None
        self._same_before: Mapping[str, str] = {}
        self._put_anew: set[str] = set()
        self._taken_out: set[str] = set()
        self._first: dict[str, tuple[str, str, str]] = {}
        self._gone: set[str] = set()
        self._stale: set[str] = set()

    def recall(self, past: Past, judgements: Iterable[Judgement]) -> None:
        """Take the place of a book that was left, for one turn: what the turn touches is fetched.

        Args:
            past: the book as it was left.
            judgements: those that are worked in, oldest first.
        """
        self._past = past
        self._books.recall(past, judgements)
        self._library.recall(past, functools.partial(self._page_of, past))
        self._same_before = self._books.verdicts.same_names
        self._library.judge(self._books.verdicts, self._books.by_name)
        self._lineages.recall(past)
        self._tellings.recall(past)
        self._origins.recall(past)
        self._transfers.recall(past)
        self._flows.recall(past, self._library.pages, functools.partial(self._transfers.of_flow, past))
        self._news.recall(past)
        self._origins.verdicts = self._transfers.verdicts = self._books.verdicts

    def workings(self, *, whole: bool = False) -> Workings:
        """What stands between readings and results and is to be kept: what changed, or the whole."""
        return self._keeping.whole() if whole else self._keeping.changed()

    def add(self, report: Report, claims: Iterable[Claim]) -> None:
        """Take in a report with its claims as read; an older version or reading of it goes.

        Args:
            report: any version; ``report.id`` says which report it is.
            claims: transfer and response claims without judgements applied.
        """
        self._keeping.note(report.id)
        self._books.read[report.id] = (report, tuple(claims))
        self._put(report.id)

    def remove(self, report_id: str) -> None:
        """Take a report out of the book.

        Raises:
            UnknownId: no report has this id.
        """
        if report_id not in self._books.read:
            raise UnknownId(f"no report has the id {report_id}")
        self._keeping.note(report_id)
        touched = self._take_out(self._library.pages[report_id])
        del self._library.pages[report_id]
        self._retell(touched)
        self._books.remove(report_id)
        self._taken_out.add(report_id)

    def judge(self, judgement: Judgement) -> None:
        """Take in a judgement; an undoing is one as well.

        Raises:
            JudgementRefused: the judgement cannot apply to what it names.
        """
        self._books.check(judgement)
        self._check_flows(judgement)
        self.judge_all([judgement])

    def judge_all(self, judgements: Iterable[Judgement]) -> None:
        """Take in many judgements at once, oldest first, without checking them again."""
        judgements = list(judgements)
        if self._past is not None:
            for report_id in self._books.affected_by(judgements):
                self._bring(report_id)
        affected, graded = self._books.judge(judgements)
        self._stale |= graded
        verdicts = self._books.verdicts
        self._origins.verdicts = self._transfers.verdicts = verdicts
        self._library.judge(verdicts, self._books.by_name)
        for report_id in [r for r in sorted(affected) if r in self._books.read]:
            self._put(report_id)

    def refresh(self) -> Changes:
        """Bring what was touched up to date; costs as much as what was touched."""
        settled = self._library.settle()
        self._retell(settled, again=True)
        chained = self._lineages.refresh(settled)
        gone, self._gone = self._gone, set()
        stale = {c for r in self._stale | chained for c in self._tellings.of_report.get(r, ())}
        self._stale = set()
        dirty = self._tellings.origins.changed() | self._tellings.groups.changed() | stale
        dirty |= self._origins.refresh(dirty, gone)
        turn = self._transfers.refresh(dirty, gone)
        return self._told(turn)

    def _told(self, turn: Turn) -> Changes:
        """What there is to tell after a refresh."""
        moves = self._lineages.moved()
        origins, gone_origins = self._origins.moved()
        flows, gone_flows = self._flows.refresh(turn.before, turn.after)
        touched = {*self._put_anew, *moves.looked_at}
        drafts = (*turn.before, *turn.after, *(self._transfers.drafts[i] for i in turn.changed))
        touched |= {r for draft in drafts for r in draft.reports}
        touched |= {self._books.report_of[c] for origin in origins for c in origin.claims}
        self._first = {}
        pages = [self._library.pages[r] for r in sorted(touched) if r in self._library.pages]
        news, _ = self._news.refresh(pages, self._taken_out)
        stands = [self._books.standing[r] for r in sorted(self._put_anew) if r in self._books.standing]
        self._put_anew, self._taken_out = set(), set()
        changed = sorted(turn.changed)
        return Changes(
            reports=tuple(s.reports[0] for s in stands),
            claims={s.reports[0].id: self._lent.claims(s) for s in stands},
            transfers=tuple(self._transfers.transfers[i] for i in changed),
            gone=tuple(sorted(turn.gone)),
            links={i: self._transfers.links_of(i) for i in changed},
            independence={i: self._transfers.independence[i] for i in changed},
            flows=tuple(flows),
            gone_flows=tuple(gone_flows),
            origins=origins,
            gone_origins=gone_origins,
            **{name: getattr(moves, name) for name in moves.__struct_fields__ if name != "looked_at"},
            news=news,
            conflicts=self._conflicts(),
        )

    def result(self) -> Reconciled:
        """The whole book as it stands."""
        self.refresh()
        drafts = sorted(self._transfers.drafts.values(), key=draft_order)
        stands = [s for _, s in sorted(self._books.standing.items())]
        arrived = sorted(self._library.pages.values(), key=arrival)
        return Reconciled(
            reports=tuple(r for s in stands for r in s.reports),
            claims=tuple(c for s in stands for c in self._lent.claims(s)),
            lineage=self._lineage(),
            transfers=tuple(self._transfers.transfers[draft.id] for draft in drafts),
            flows=self._flows.all(),
            news=tuple(self._news.news[page.id] for page in arrived),
            conflicts=self._conflicts(),
            links=self._transfers.links(),
            independence=dict(self._transfers.independence),
        )

    def _put(self, report_id: str) -> None:
        self._keeping.note(report_id)
        self._bring(report_id)
        standing = self._books.stand(report_id)
        old = self._library.pages.get(report_id)
        page = Page(standing.reports[0], standing.claims, self._books.verdicts.same_names, old)
        self._put_anew.add(report_id)
        self._taken_out.discard(report_id)
        self._transfers.know(standing.claims)
        if old is not None and page.same_words(old):
            self._retell(self._replace(old, page))
            return
        touched = self._take_out(old) if old is not None else set()
        touched |= self._library.add(page)
        self._lineages.add(page, touched)
        self._origins.add_page(page)
        self._retell(touched)

    def _bring(self, report_id: str) -> None:
        """Have what a report tells here as it was, before it becomes another."""
        if self._past is not None:
            self._tellings.bring(report_id)
            self._transfers.bring(self._tellings.of_report.get(report_id, ()))

    def _page_of(self, past: Past, report_id: str) -> Page | None:
        if report_id not in self._books.read:
            return None
        standing = self._books.stand(report_id)
        worked = worked_from(past.kept(FACTS, report_id))
        return Page(standing.reports[0], standing.claims, self._same_before, worked=worked)

    def _replace(self, old: Page, page: Page) -> set[str]:
        """Put a report back whose words are as they were, but not its claims."""
        touched = self._library.replace(page)
        self._lineages.replace(old, page, touched)
        self._gone |= set(self._tellings.of_report.get(page.id, ()))
        self._tellings.drop(page.id)
        return touched | {page.id}

    def _take_out(self, page: Page) -> set[str]:
        """Take out what a report tells, and what it shares with others; returns those."""
        touched = self._library.remove(page.id)
        self._lineages.remove(page, touched)
        self._origins.remove_page(page.id)
        self._gone |= set(self._tellings.of_report.get(page.id, ()))
        self._tellings.drop(page.id)
        return touched

    def _retell(self, touched: set[str], *, again: bool = False) -> None:
        """Take in anew the claims of the reports that speak of another day now, or were not there before.

        ``again`` takes in those of all of them.
        """
        pages = self._library.pages
        stale = [r for r in sorted(touched) if r in pages and (again or self._tellings.is_stale(r))]
        for report_id in stale:
            self._keeping.note(report_id)
            self._bring(report_id)
            self._gone |= set(self._tellings.of_report.get(report_id, ()))
            self._tellings.put(report_id)
        self._stale |= set(stale)
        self._put_anew |= {r for r in stale if self._lent.takes(r)}
        for claim in [c for r in stale for c in self._tellings.of_report.get(r, ())]:
            self._force(claim)

    def _force(self, claim: str) -> None:
        for other, judgement in self._books.verdicts.joined_with(claim):
            self._tellings.force(claim, other, f"judged the same transfer by {judgement.author}")

    def _check_flows(self, judgement: Judgement) -> None:
        if judgement.kind is JudgementKind.SAME_TRANSFER:
            told = [self._tellings.told.get(c) for c in judgement.subjects]
            if all(told) and len({t.facts.flow for t in told if t and None not in t.facts.flow}) > 1:
                raise JudgementRefused("the two claims speak of two flows; no transfer mixes directions")

    def _refused(self) -> list[Conflict]:
        joined = self._books.verdicts.joined.items()
        refused = ((j, self._transfers.refuses(*sorted(pair))) for pair, j in joined)
        what = "same-transfer by {}: they would mix two flows"
        return [
            Conflict(judgement=j.id, what=what.format(j.author), claim=link.a) for j, link in refused if link
        ]

    def _lineage(self) -> Lineage:
        return Lineage(
            reports=self._lineages.lines(),
            overlaps=self._lineages.overlaps(),
            edges=self._lineages.edges(),
            chains=self._lineages.chains(),
            origins=tuple(sorted(self._origins.origins.values(), key=lambda o: (o.date or "9999", o.id))),
        )

    def _conflicts(self) -> tuple[Conflict, ...]:
        return (*self._books.conflicts(), *self._refused())

    def _first_told(self, origin: Origin) -> tuple[str, str, str]:
        """When the first report of an origin arrived."""
        known = self._first.get(origin.id)
        if known is None:
            pages = {self._library.pages[self._books.report_of[c]] for c in origin.claims}
            known = self._first[origin.id] = min(arrival(page) for page in pages)
        return known

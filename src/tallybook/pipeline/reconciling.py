"""Reconciling kept in memory, in step with the register."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from tallybook.model import Claim, Transfer
from tallybook.pipeline.reading import version
from tallybook.pipeline.recalling import Recollection
from tallybook.pipeline.rereading import reread_conflicts
from tallybook.store import (
    Altered,
    Book,
    FlowResult,
    NewsResult,
    Progress,
    Reasons,
    Results,
    Work,
    write_changes,
    write_whole,
)

if TYPE_CHECKING:  # slow to open; a command that reconciles nothing does not wait for it
    from tallybook.reconcile import Changes, Conflict, Flow, Independence, Link, News, Reconciled, Reconciler


WORTH_LOADING = 5
"""A process that takes in more than one report for so many that are there had better load the book."""


class Memory:
    """Reconciling kept in memory and in step with the register, so that one more report costs little.

    ``loaded``: it has followed the register once; before, that takes long in a large one.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start anew from the register."""
        self._reconciler: Reconciler | None = None
        self._known = Progress()
        self._written: Progress | None = None
        self._taken_in = 0
        self.loaded = False

    def is_needed(self, book: Book) -> bool:
        """Whether a turn takes the whole book: it is not kept as we keep it, or much of it is new.

        What is kept serves for reports that were never reconciled; of others it does not tell how they were.
        """
        new = book.counters.waiting_new()
        if book.workings.form() != _form() or book.counters.waiting() > new:
            return True
        self._taken_in += new
        return self._taken_in * WORTH_LOADING > book.reports.count()

    def follow(self, book: Book) -> Reconciler:
        """The reconciler, with everything that has come into the register since."""
        fresh = self._reconciler is None
        if self._reconciler is None:
            from tallybook import reconcile, screen  # noqa: PLC0415

            self._reconciler = reconcile.Reconciler(screen.measures_for, _counted)
        judgements = book.judgements.since(self._known.judgement)
        if judgements:
            self._reconciler.judge_all(judgements)
        for report in book.reports.captured_since(self._known.change):
            self._reconciler.add(report, book.findings.of_report(report.id))
        if fresh:
            self._reconciler.refresh()  # so that the next one tells only what changes from here
        self._known = book.counters.present()
        self.loaded = True
        return self._reconciler

    def in_step(self, book: Book) -> bool:
        """Whether what is written is what this memory wrote last, so that writing changes is enough."""
        return book.counters.settled() == self._written

    def show(self, book: Book, reconciler: Reconciler) -> None:
        """Write what changed. Where this is not in step, results stay noted as behind until ``settle``."""
        changes = reconciler.refresh()
        write_changes(book, _altered(changes, reread_conflicts(book), _work(reconciler)))
        self._known = book.counters.present()
        if self.in_step(book):
            self._written = book.counters.settle()

    def settle(self, book: Book, reconciler: Reconciler) -> None:
        """Write what changed, or everything that differs where somebody else wrote in the meantime."""
        if self.in_step(book):
            self.show(book, reconciler)
        else:
            self.write(book, reconciler)

    def write(self, book: Book, reconciler: Reconciler) -> None:
        """Write everything that differs from what stands, and note how far results go now."""
        result, work = reconciler.result(), _work(reconciler, whole=True)
        write_whole(book, _results(result, reread_conflicts(book), work))
        self._known = self._written = book.counters.settle()


def recalled(book: Book) -> Reconciler:
    """A reconciler for one turn, which fetches from the register what the turn, or what waits, touches."""
    from tallybook import reconcile, screen  # noqa: PLC0415

    reconciler = reconcile.Reconciler(screen.measures_for, _counted)
    waiting = list(book.reports.captured_since(book.counters.settled().change))
    past = Recollection(book, frozenset(report.id for report in waiting))
    reconciler.recall(past, book.judgements.since())
    for report in waiting:
        reconciler.add(report, book.findings.of_report(report.id))
    return reconciler


def write_turn(book: Book, reconciler: Reconciler) -> None:
    """Write what a turn of such a reconciler changed; results go as far as reading and judging then."""
    changes = reconciler.refresh()
    write_changes(book, _altered(changes, reread_conflicts(book), _work(reconciler)))
    book.counters.settle()


def _counted(claim: Claim, day: dt.date) -> Claim:
    """The claim with its times counted from a day that other reports lend its own."""
    from tallybook.read.claims.lent import counted_from  # noqa: PLC0415 - slow to open, and rarely needed

    return counted_from(claim, day)


def _form() -> str:
    """The form of what this program keeps: another version may work out other things from the same words."""
    from tallybook.reconcile import FORM  # noqa: PLC0415

    return f"{FORM} {version()}"


def _work(reconciler: Reconciler, *, whole: bool = False) -> Work:
    kept = reconciler.workings(whole=whole)
    return Work(form=_form(), whole=whole, **{name: getattr(kept, name) for name in kept.__struct_fields__})


def _altered(changes: Changes, reread: Sequence[Conflict], work: Work) -> Altered:
    same = {name: getattr(changes, name) for name in Altered.__struct_fields__ if name not in _MADE}
    return Altered(
        **same,
        reasons={t.id: _reason(changes.links[t.id], changes.independence[t.id]) for t in changes.transfers},
        flows=[_flow(flow) for flow in changes.flows],
        news=[_news(news) for news in changes.news],
        conflicts=(*changes.conflicts, *reread),
        work=work,
    )


_MADE = ("reasons", "flows", "news", "conflicts", "work")
"""Fields that the store takes in another shape than reconciling gives them."""


def _results(result: Reconciled, reread: Sequence[Conflict], work: Work) -> Results:
    return Results(
        reports=result.reports,
        claims=result.claims,
        transfers=result.transfers,
        reasons=functools.partial(_reasons, result),
        flows=[_flow(flow) for flow in result.flows],
        lineage=result.lineage,
        news=[_news(news) for news in result.news],
        conflicts=(*result.conflicts, *reread),
        work=work,
    )


def _flow(flow: Flow) -> FlowResult:
    return FlowResult(
        supplier=flow.supplier,
        recipient=flow.recipient,
        transfers=len(flow.transfers),
        claims=flow.claims,
        body=flow,
    )


def _news(news: News) -> NewsResult:
    return NewsResult(report_id=news.report_id, rank=news.rank, body=news)


def _reasons(result: Reconciled, of: Sequence[Transfer]) -> dict[str, Reasons]:
    transfer_of = {claim: transfer.id for transfer in of for claim in transfer.claims}
    links: dict[str, list[Link]] = {transfer.id: [] for transfer in of}
    for link in result.links if of else ():
        if link.a in transfer_of:
            links[transfer_of[link.a]].append(link)
    return {id_: _reason(found, result.independence.get(id_)) for id_, found in links.items()}


def _reason(links: Iterable[Link], known: Independence | None) -> Reasons:
    told: list[Mapping[str, object]] = [msgspec.to_builtins(link) for link in links]
    return Reasons(links=tuple(told), independence=known.reasons if known else ())

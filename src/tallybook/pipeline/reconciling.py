"""Reconciling kept in memory, in step with the register."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from tallybook.model import Transfer
from tallybook.pipeline.rereading import reread_conflicts
from tallybook.store import (
    Altered,
    Book,
    FlowResult,
    NewsResult,
    Progress,
    Reasons,
    Results,
    write_changes,
    write_whole,
)

if TYPE_CHECKING:  # slow to open; a command that reconciles nothing does not wait for it
    from tallybook.reconcile import Changes, Conflict, Flow, Independence, Link, News, Reconciled, Reconciler


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
        self.loaded = False

    def follow(self, book: Book) -> Reconciler:
        """The reconciler, with everything that has come into the register since."""
        fresh = self._reconciler is None
        if self._reconciler is None:
            from tallybook import reconcile, screen  # noqa: PLC0415

            self._reconciler = reconcile.Reconciler(screen.measures_for)
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
        write_changes(book, _altered(reconciler.refresh(), reread_conflicts(book)))
        self._known = book.counters.present()
        if self.in_step(book):
            self._written = book.counters.settle()

    def settle(self, book: Book, reconciler: Reconciler) -> None:
        """Write what changed, or everything that differs where somebody else wrote in the meantime."""
        if self.in_step(book):
            self.show(book, reconciler)
        else:
            self.write(book, reconciler.result())

    def write(self, book: Book, result: Reconciled) -> None:
        """Write everything that differs from what stands, and note how far results go now."""
        write_whole(book, _results(result, reread_conflicts(book)))
        self._known = self._written = book.counters.settle()


def _altered(changes: Changes, reread: Sequence[Conflict]) -> Altered:
    same = {name: getattr(changes, name) for name in Altered.__struct_fields__ if name not in _MADE}
    return Altered(
        **same,
        reasons={t.id: _reason(changes.links[t.id], changes.independence[t.id]) for t in changes.transfers},
        flows=[_flow(flow) for flow in changes.flows],
        news=[_news(news) for news in changes.news],
        conflicts=(*changes.conflicts, *reread),
    )


_MADE = ("reasons", "flows", "news", "conflicts")
"""Fields that the store takes in another shape than reconciling gives them."""


def _results(result: Reconciled, reread: Sequence[Conflict]) -> Results:
    return Results(
        reports=result.reports,
        claims=result.claims,
        transfers=result.transfers,
        reasons=functools.partial(_reasons, result),
        flows=[_flow(flow) for flow in result.flows],
        lineage=result.lineage,
        news=[_news(news) for news in result.news],
        conflicts=(*result.conflicts, *reread),
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

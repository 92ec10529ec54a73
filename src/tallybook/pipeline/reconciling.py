"""Reconciling kept in memory, in step with the register."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from tallybook.model import Transfer
from tallybook.store import Book, FlowResult, NewsResult, Progress, Reasons, Results, ResultWriter

if TYPE_CHECKING:  # slow to open; a command that reconciles nothing does not wait for it
    from tallybook.reconcile import Changes, Reconciled, Reconciler


class Memory:
    """Reconciling kept in memory and in step with the register, so that one more report costs little."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start anew from the register."""
        self._reconciler: Reconciler | None = None
        self._writer = ResultWriter()
        self._known = Progress()
        self._written = Progress()

    def follow(self, book: Book) -> Reconciler:
        """The reconciler, with everything that has come into the register since."""
        fresh = self._reconciler is None
        if self._reconciler is None:
            from tallybook import reconcile, screen  # noqa: PLC0415

            self._reconciler = reconcile.Reconciler(screen.measures_for)
        for report in book.reports.captured_since(self._known.change):
            self._reconciler.add(report, book.findings.of_report(report.id))
        judgements = book.judgements.since(self._known.judgement)
        if judgements:
            self._reconciler.judge_all(judgements)
        if fresh:
            self._reconciler.refresh()  # so that the next one tells only what changes from here
        self._known = book.counters.present()
        return self._reconciler

    def show(self, book: Book, changes: Changes, report_ids: Iterable[str]) -> None:
        """Write what a judgement changed in transfers, in these reports and in their claims; no more.

        The rest of the results stays behind until ``write``.
        """
        from tallybook.reconcile import apply_judgements  # noqa: PLC0415

        book.transfers.drop(changes.gone)
        for transfer in changes.transfers:
            book.transfers.put(transfer)
        for report_id in report_ids:
            report = book.reports.captured(report_id)
            found = book.findings.of_report(report_id)
            ids = {claim.id for claim in (*found, *book.claims.of_report(report_id))}
            judgements = book.judgements.about({report.id, report.name, *ids})
            standing = apply_judgements([report], found, judgements)
            book.reports.amend(standing.reports[0])
            book.claims.settle(standing.reports[0], standing.claims)
        self._known = book.counters.present()

    def write(self, book: Book, result: Reconciled) -> None:
        """Write what changed, and note how far results go now."""
        if book.counters.settled() != self._written:
            self._writer.forget()  # somebody else wrote in the meantime
        self._writer.write(book, _results(result))
        self._known = self._written = book.counters.settle()


def _results(result: Reconciled) -> Results:
    sizes = {transfer.id: len(transfer.claims) for transfer in result.transfers}
    return Results(
        reports=result.reports,
        claims=result.claims,
        transfers=result.transfers,
        reasons=functools.partial(_reasons, result),
        flows=[
            FlowResult(
                supplier=flow.supplier,
                recipient=flow.recipient,
                transfers=len(flow.transfers),
                claims=sum(sizes.get(id_, 0) for id_ in flow.transfers),
                body=flow,
            )
            for flow in result.flows
        ],
        lineage=result.lineage,
        news=[NewsResult(report_id=news.report_id, rank=news.rank, body=news) for news in result.news],
        conflicts=result.conflicts,
    )


def _reasons(result: Reconciled, of: Sequence[Transfer]) -> dict[str, Reasons]:
    transfer_of = {claim: transfer.id for transfer in of for claim in transfer.claims}
    links: dict[str, list[Mapping[str, object]]] = {transfer.id: [] for transfer in of}
    for link in result.links if of else ():
        if link.a in transfer_of:
            links[transfer_of[link.a]].append(msgspec.to_builtins(link))
    known = result.independence
    return {
        id_: Reasons(links=tuple(found), independence=known[id_].reasons if id_ in known else ())
        for id_, found in links.items()
    }

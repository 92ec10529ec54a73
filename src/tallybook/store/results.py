"""Writing what reconciling says: only what changed, however large the book."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, FromClause, Table, select

from tallybook.model import Claim, Lineage, Report, Transfer
from tallybook.store.bodies import encoded, report_body
from tallybook.store.book import Book
from tallybook.store.result_tables import origins
from tallybook.store.rows import Reasons
from tallybook.store.tables import claim_bodies, claims, reports, whole_claims

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class FlowResult(msgspec.Struct, frozen=True, kw_only=True):
    """What reconciling says of a flow."""

    supplier: str | None
    recipient: str | None
    transfers: int
    claims: int
    body: object


class NewsResult(msgspec.Struct, frozen=True, kw_only=True):
    """What reconciling says is new in a report; ``rank`` is its place in the queue, 0 first."""

    report_id: str
    rank: int
    body: object


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that reconciling says.

    Attributes:
        reports: with their mends.
        claims: as they stand.
        reasons: tells why transfers are as they are; asked for those that changed.
        conflicts: judgements against later readings.
    """

    reports: Sequence[Report]
    claims: Sequence[Claim]
    transfers: Sequence[Transfer]
    reasons: Callable[[Sequence[Transfer]], Mapping[str, Reasons]]
    flows: Sequence[FlowResult]
    lineage: Lineage
    news: Sequence[NewsResult]
    conflicts: Sequence[object]


class ResultWriter:
    """Writes results into a book and remembers what it wrote, so that the next time costs what changed.

    Only good as long as nobody else writes results into the register; ``forget`` when somebody may have, or
    when a transaction was rolled back.
    """

    def __init__(self) -> None:
        self._last: dict[str, Mapping[Any, Any]] = {}
        self._sets: dict[str, frozenset[Any]] = {}

    def forget(self) -> None:
        """Compare with what stands in the register the next time."""
        self._last.clear()
        self._sets.clear()

    def write(self, book: Book, results: Results) -> None:
        """Bring the register to what ``results`` says."""
        self._reports_and_claims(book, results)
        self._transfers(book, results)
        self._lineage(book, results.lineage)
        changed, _ = self._changes("news", {news.report_id: news for news in results.news}, dict)
        for news in changed:
            book.reports.put_news(news.report_id, news.rank, news.body)
        book.counters.note("conflicts", encoded(list(results.conflicts)))

    def _reports_and_claims(self, book: Book, results: Results) -> None:
        by_id = {report.id: report for report in results.reports}
        stored = _bodies(book.connection, reports)
        mended, _ = self._changes("reports", by_id, stored, report_body)
        for report in mended:
            book.reports.amend(report)
        stored = _bodies(book.connection, claims, whole_claims)
        changed, gone = self._changes("claims", {claim.id: claim for claim in results.claims}, stored)
        touched = {report.id for report in mended} | {claim.report_id for claim in changed}
        touched |= _reports_of(book, gone)
        standing: dict[str, list[Claim]] = {report_id: [] for report_id in touched}
        for claim in results.claims:
            if claim.report_id in touched:
                standing[claim.report_id].append(claim)
        for report_id in sorted(touched & by_id.keys()):
            book.claims.settle(by_id[report_id], standing[report_id])

    def _transfers(self, book: Book, results: Results) -> None:
        now = {transfer.id: transfer for transfer in results.transfers}
        changed, gone = self._changes("transfers", now, book.transfers.bodies)
        book.transfers.drop(gone)
        reasons = results.reasons(changed)
        for transfer in changed:
            book.transfers.put(transfer, reasons[transfer.id])
        flows = {(flow.supplier, flow.recipient): flow for flow in results.flows}
        altered, ended = self._changes(
            "flows", flows, book.transfers.flow_bodies, lambda flow: encoded(flow.body)
        )
        for ends in ended:
            book.transfers.drop_flow(ends)
        for flow in altered:
            book.transfers.put_flow((flow.supplier, flow.recipient), flow.transfers, flow.claims, flow.body)

    def _lineage(self, book: Book, lineage: Lineage) -> None:
        room = book.lineage
        stored = _bodies(book.connection, origins)
        changed, gone = self._changes("origins", {origin.id: origin for origin in lineage.origins}, stored)
        room.drop_origins(gone)
        for origin in changed:
            room.put_origin(origin)
        for name, write in (
            ("edges", room.put_edges),
            ("overlaps", room.put_overlaps),
            ("chains", room.put_chains),
        ):
            now = frozenset(getattr(lineage, name))
            before = self._sets.get(name)
            if before is None:
                before = frozenset(getattr(room.whole(), name))
            self._sets[name] = now
            if now != before:
                write(sorted(now - before, key=repr), before - now)

    def _changes(
        self,
        name: str,
        now: Mapping[K, V],
        stored: Callable[[], Mapping[K, str]],
        body: Callable[[V], str] = encoded,
    ) -> tuple[list[V], list[K]]:
        """What is new or changed, and the keys of what is gone: since the last time, or against the book."""
        last = self._last.get(name)
        self._last[name] = now
        if last is not None:
            changed = [
                value for key, value in now.items() if last.get(key) is not value and last.get(key) != value
            ]
            return changed, [key for key in last if key not in now]
        before = stored()
        changed = [value for key, value in now.items() if before.get(key) != body(value)]
        return changed, [key for key in before if key not in now]


def _reports_of(book: Book, claim_ids: Iterable[str]) -> set[str]:
    query = select(claims.c.report).where(claims.c.id.in_(list(claim_ids)))
    return set(book.connection.execute(query).scalars())


def _bodies(
    connection: Connection, table: Table, whole: FromClause | None = None
) -> Callable[[], dict[str, str]]:
    body = table.c.body if whole is None else claim_bodies.c.body
    query = select(table.c.id, body).select_from(table if whole is None else whole)
    return lambda: {row.id: row.body for row in connection.execute(query)}

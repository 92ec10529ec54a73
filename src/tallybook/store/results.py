"""Writing what reconciling says: changes as it tells them, or the whole where it differs from what stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, FromClause, Table, select

from tallybook.model import Claim, Edge, Lineage, Origin, Overlap, Report, Transfer
from tallybook.store.bodies import encoded, report_body
from tallybook.store.book import Book
from tallybook.store.result_tables import origins
from tallybook.store.rows import Reasons
from tallybook.store.tables import claim_bodies, claims, reports, whole_claims
from tallybook.store.workings import Work

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
        work: what else reconciling wants kept; the whole of it, or what changed.
    """

    reports: Sequence[Report]
    claims: Sequence[Claim]
    transfers: Sequence[Transfer]
    reasons: Callable[[Sequence[Transfer]], Mapping[str, Reasons]]
    flows: Sequence[FlowResult]
    lineage: Lineage
    news: Sequence[NewsResult]
    conflicts: Sequence[object]
    work: Work | None = None


class Altered(msgspec.Struct, frozen=True, kw_only=True):
    """What changed in what reconciling says; ``gone`` names what is no more.

    Attributes:
        reports: with their mends; ``claims`` are all claims of those reports, by report id.
        reasons: why transfers are as they are, for each that changed.
        conflicts: all of them.
        work: what else reconciling wants kept, as far as it changed.
    """

    reports: Sequence[Report] = ()
    claims: Mapping[str, Sequence[Claim]] = {}
    transfers: Sequence[Transfer] = ()
    gone: Sequence[str] = ()
    reasons: Mapping[str, Reasons] = {}
    flows: Sequence[FlowResult] = ()
    gone_flows: Sequence[tuple[str | None, str | None]] = ()
    origins: Sequence[Origin] = ()
    gone_origins: Sequence[str] = ()
    edges: Sequence[Edge] = ()
    gone_edges: Sequence[Edge] = ()
    overlaps: Sequence[Overlap] = ()
    gone_overlaps: Sequence[Overlap] = ()
    chains: Sequence[tuple[str, ...]] = ()
    gone_chains: Sequence[tuple[str, ...]] = ()
    news: Sequence[NewsResult] = ()
    conflicts: Sequence[object] = ()
    work: Work | None = None


def write_changes(book: Book, altered: Altered) -> None:
    """Write what changed; costs as much as that."""
    for report in altered.reports:
        book.reports.amend(report)
        book.claims.settle(report, altered.claims.get(report.id, ()))
    book.transfers.drop(altered.gone)
    for transfer in altered.transfers:
        book.transfers.put(transfer, altered.reasons.get(transfer.id))
    for ends in altered.gone_flows:
        book.transfers.drop_flow(ends)
    for flow in altered.flows:
        book.transfers.put_flow((flow.supplier, flow.recipient), flow.transfers, flow.claims, flow.body)
    room = book.lineage
    room.drop_origins(altered.gone_origins)
    for origin in altered.origins:
        room.put_origin(origin)
    room.put_edges(altered.edges, altered.gone_edges)
    room.put_overlaps(altered.overlaps, altered.gone_overlaps)
    room.put_chains(altered.chains, altered.gone_chains)
    for news in altered.news:
        book.reports.put_news(news.report_id, news.rank, news.body)
    book.counters.note("conflicts", encoded(list(altered.conflicts)))
    if altered.work is not None:
        book.workings.keep(altered.work)


def write_whole(book: Book, results: Results) -> None:
    """Bring the register to what ``results`` says, comparing it with all that stands there."""
    write_changes(book, _altered(book, results))


def _altered(book: Book, results: Results) -> Altered:
    lineage, room = results.lineage, book.lineage
    changed, gone = _changes({t.id: t for t in results.transfers}, book.transfers.bodies())
    flows, gone_flows = _changes(
        {(f.supplier, f.recipient): f for f in results.flows}, book.transfers.flow_bodies(), _flow_body
    )
    origins_now, gone_origins = _changes(
        {o.id: o for o in lineage.origins}, _bodies(book.connection, origins)
    )
    reports_now, claims_now = _reports_and_claims(book, results)
    stood = room.whole()
    sets = {
        name: (frozenset(getattr(lineage, name)), frozenset(getattr(stood, name)))
        for name in ("edges", "overlaps", "chains")
    }
    moved = {name: sorted(now - before, key=repr) for name, (now, before) in sets.items()}
    moved |= {f"gone_{name}": sorted(before - now, key=repr) for name, (now, before) in sets.items()}
    return Altered(
        reports=reports_now,
        claims=claims_now,
        transfers=changed,
        gone=gone,
        reasons=results.reasons(changed),
        flows=flows,
        gone_flows=gone_flows,
        origins=origins_now,
        gone_origins=gone_origins,
        news=_news(book.connection, results.news),
        conflicts=results.conflicts,
        work=results.work,
        **moved,
    )


def _reports_and_claims(book: Book, results: Results) -> tuple[list[Report], dict[str, list[Claim]]]:
    """Reports that differ in themselves or in a claim, and all claims of those."""
    by_id = {report.id: report for report in results.reports}
    mended, _ = _changes(by_id, _bodies(book.connection, reports), report_body)
    stored = _bodies(book.connection, claims, whole_claims)
    changed, gone = _changes({claim.id: claim for claim in results.claims}, stored)
    touched = {report.id for report in mended} | {claim.report_id for claim in changed}
    touched |= _reports_of(book, gone)
    standing: dict[str, list[Claim]] = {id_: [] for id_ in sorted(touched & by_id.keys())}
    for claim in results.claims:
        if claim.report_id in standing:
            standing[claim.report_id].append(claim)
    return [by_id[id_] for id_ in standing], standing


def _changes(
    now: Mapping[K, V], before: Mapping[K, str], body: Callable[[V], str] = encoded
) -> tuple[list[V], list[K]]:
    """What is new or differs from the JSON that stands in the book, and the keys of what is gone."""
    changed = [value for key, value in now.items() if before.get(key) != body(value)]
    return changed, [key for key in before if key not in now]


def _news(connection: Connection, now: Sequence[NewsResult]) -> list[NewsResult]:
    query = select(reports.c.id, reports.c.rank, reports.c.news)
    before = {row.id: (row.rank, row.news) for row in connection.execute(query)}
    return [one for one in now if before.get(one.report_id) != (one.rank, encoded(one.body))]


def _flow_body(flow: FlowResult) -> str:
    return encoded(flow.body)


def _reports_of(book: Book, claim_ids: Iterable[str]) -> set[str]:
    query = select(claims.c.report).where(claims.c.id.in_(list(claim_ids)))
    return set(book.connection.execute(query).scalars())


def _bodies(connection: Connection, table: Table, whole: FromClause | None = None) -> dict[str, str]:
    body = table.c.body if whole is None else claim_bodies.c.body
    query = select(table.c.id, body).select_from(table if whole is None else whole)
    return {row.id: row.body for row in connection.execute(query)}

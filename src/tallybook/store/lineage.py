"""Edges, overlaps, chains and origins, as reconciling left them. Reports stand here by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from tallybook.errors import UnknownId
from tallybook.model import Edge, Lineage, Origin, Overlap, ReportLine
from tallybook.store.bodies import decoded, encoded, report_from
from tallybook.store.result_tables import chains, edges, origin_claims, origins, overlaps
from tallybook.store.tables import reports


class LineageRoom:
    """Who took what from whom, and what claims go back to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def edges_of(self, names: str | Iterable[str]) -> tuple[Edge, ...]:
        """Edges from or to a report or outlet, or several of them, each edge once."""
        asked = [names] if isinstance(names, str) else list(names)
        query = (
            select(edges.c.body)
            .where(or_(edges.c.parent.in_(asked), edges.c.child.in_(asked)))
            .order_by(edges.c.number)
        )
        return tuple(decoded(Edge, body) for body in self._connection.execute(query).scalars())

    def chain(self, name: str) -> tuple[str, ...]:
        """The reports of the chain to which a report belongs, by name; none where it stands in no chain."""
        mine = select(chains.c.chain).where(chains.c.report == name).scalar_subquery()
        query = select(chains.c.report).where(chains.c.chain == mine).order_by(chains.c.report)
        return tuple(self._connection.execute(query).scalars())

    def origin(self, origin_id: str) -> Origin:
        """One origin; an id of old finds the origin that its first claim goes back to now.

        Raises:
            UnknownId: there is none.
        """
        found = self.origins([origin_id])
        if origin_id in found:
            return found[origin_id]
        query = select(origin_claims.c.origin).where(origin_claims.c.claim == "c" + origin_id[1:])
        now = self._connection.execute(query).scalar() if origin_id.startswith("o") else None
        if now is None:
            raise UnknownId(f"{origin_id}: there is no such origin in the register")
        return self.origins([now])[now]

    def origins(self, ids: Iterable[str]) -> dict[str, Origin]:
        """Origins by id; unknown ids are left out."""
        query = select(origins.c.id, origins.c.body).where(origins.c.id.in_(list(ids)))
        return {row.id: decoded(Origin, row.body) for row in self._connection.execute(query)}

    def origins_of_claims(self, claim_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the origins that each claim goes back to."""
        query = select(origin_claims).where(origin_claims.c.claim.in_(list(claim_ids)))
        found: dict[str, tuple[str, ...]] = {}
        for row in self._connection.execute(query):
            found[row.claim] = (*found.get(row.claim, ()), row.origin)
        return found

    def whole(self) -> Lineage:
        """Everything, in the shape of the lineage export."""
        run = self._connection.execute
        grouped: dict[str, list[str]] = {}
        for row in run(select(chains).order_by(chains.c.report)):
            grouped.setdefault(row.chain, []).append(row.report)
        return Lineage(
            reports=tuple(
                _line(row.body, row.words)
                for row in run(select(reports.c.body, reports.c.words).order_by(reports.c.number))
            ),
            overlaps=tuple(
                decoded(Overlap, b) for b in run(_ordered(overlaps.c.body, overlaps.c.a)).scalars()
            ),
            edges=tuple(decoded(Edge, b) for b in run(_ordered(edges.c.body, edges.c.number)).scalars()),
            chains=tuple(tuple(names) for names in sorted(grouped.values())),
            origins=tuple(
                decoded(Origin, b) for b in run(_ordered(origins.c.body, origins.c.number)).scalars()
            ),
        )

    def put_origin(self, origin: Origin) -> None:
        """Write an origin, new or changed."""
        values = {"id": origin.id, "speaker": origin.speaker, "body": encoded(origin)}
        statement = upsert(origins).values(values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
        self._connection.execute(delete(origin_claims).where(origin_claims.c.origin == origin.id))
        rows = [{"origin": origin.id, "claim": claim} for claim in set(origin.claims)]
        if rows:
            self._connection.execute(insert(origin_claims), rows)

    def drop_origins(self, ids: Iterable[str]) -> None:
        """Take out origins that are no more."""
        for origin_id in ids:
            self._connection.execute(delete(origin_claims).where(origin_claims.c.origin == origin_id))
            self._connection.execute(delete(origins).where(origins.c.id == origin_id))

    def put_edges(self, new: Iterable[Edge], gone: Iterable[Edge]) -> None:
        """Write new edges and take out those that are no more."""
        came = list(new)
        for edge in (*gone, *came):  # written already, perhaps, by somebody else
            self._connection.execute(
                delete(edges).where(
                    edges.c.parent == edge.parent, edges.c.child == edge.child, edges.c.body == encoded(edge)
                )
            )
        rows = [{"parent": edge.parent, "child": edge.child, "body": encoded(edge)} for edge in came]
        if rows:
            self._connection.execute(insert(edges), rows)

    def put_overlaps(self, new: Iterable[Overlap], gone: Iterable[Overlap]) -> None:
        """Write new overlaps and take out those that are no more."""
        for overlap in gone:
            self._connection.execute(
                delete(overlaps).where(overlaps.c.a == overlap.a, overlaps.c.b == overlap.b)
            )
        rows = [{"a": overlap.a, "b": overlap.b, "body": encoded(overlap)} for overlap in new]
        if rows:
            put = upsert(overlaps)
            put = put.on_conflict_do_update(index_elements=["a", "b"], set_={"body": put.excluded.body})
            self._connection.execute(put, rows)

    def put_chains(self, new: Iterable[tuple[str, ...]], gone: Iterable[tuple[str, ...]]) -> None:
        """Write new chains, by the names of their reports, and take out those that are no more."""
        for chain in gone:
            self._connection.execute(delete(chains).where(chains.c.report.in_(chain)))
        rows = [{"report": name, "chain": chain[0]} for chain in new for name in chain]
        if rows:
            put = upsert(chains)
            put = put.on_conflict_do_update(index_elements=["report"], set_={"chain": put.excluded.chain})
            self._connection.execute(put, rows)


def _ordered(column: ColumnElement[str], by: ColumnElement[Any]) -> Select[str]:
    return select(column).order_by(by)


def _line(body: str, words: int) -> ReportLine:
    report = report_from(body, "")
    return ReportLine(
        report=report.name,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        words=words,
    )

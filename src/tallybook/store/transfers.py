"""Transfers and flows, as reconciling left them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from tallybook.errors import UnknownId
from tallybook.model import Transfer
from tallybook.store.bodies import decoded, encoded
from tallybook.store.paging import Key, page_of, paged
from tallybook.store.result_tables import flows, transfer_categories, transfer_claims, transfers
from tallybook.store.rows import FlowRow, Page, Reasons
from tallybook.store.tables import claims

Order = Literal["claims", "latest", "flow"]


class TransferFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What transfers must have; ``None`` asks for nothing, ``""`` for what is left open."""

    supplier: str | None = None
    recipient: str | None = None
    stage: str | None = None
    category: str | None = None


class TransferRoom:
    """Transfers by id, by claim and by flow. An end point that is left open is asked for as ``""``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, transfer_id: str) -> Transfer:
        """One transfer; an id of old finds the transfer that now holds its first claim.

        Raises:
            UnknownId: there is none.
        """
        found = self.many([transfer_id])
        if transfer_id in found:
            return found[transfer_id]
        now = self.of_claims(["c" + transfer_id[1:]]) if transfer_id.startswith("t") else {}
        for successor in now.values():
            return self.many([successor])[successor]
        raise UnknownId(f"{transfer_id}: there is no such transfer in the register")

    def many(self, ids: Iterable[str]) -> dict[str, Transfer]:
        """Transfers by id; unknown ids are left out."""
        query = select(transfers.c.id, transfers.c.body).where(transfers.c.id.in_(list(ids)))
        return {row.id: decoded(Transfer, row.body) for row in self._connection.execute(query)}

    def reasons(self, transfer_id: str) -> Reasons:
        """Why its claims stand together, and why some of its origins are not independent."""
        query = select(transfers.c.reasons).where(transfers.c.id == transfer_id)
        body = self._connection.execute(query).scalar()
        return decoded(Reasons, body) if body else Reasons()

    def of_claims(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """The id of the transfer in which each claim stands; claims in none are left out."""
        query = select(transfer_claims).where(transfer_claims.c.claim.in_(list(claim_ids)))
        return {row.claim: row.transfer for row in self._connection.execute(query)}

    def of_report(self, report_id: str) -> tuple[Transfer, ...]:
        """The transfers of which a report speaks, most claims first."""
        ids = (
            select(transfer_claims.c.transfer)
            .join(claims, claims.c.id == transfer_claims.c.claim)
            .where(claims.c.report == report_id)
        )
        query = select(transfers.c.body).where(transfers.c.id.in_(ids)).order_by(transfers.c.claims.desc())
        return tuple(decoded(Transfer, body) for body in self._connection.execute(query).scalars())

    def all(self) -> Iterator[Transfer]:
        """Every transfer, by flow, most claims first."""
        keys = (transfers.c.supplier, transfers.c.recipient, transfers.c.claims.desc(), transfers.c.number)
        query = select(transfers.c.body).order_by(*keys).execution_options(yield_per=500)
        result = self._connection.execute(query)
        for body in result.scalars():
            yield decoded(Transfer, body)

    def page(
        self,
        wanted: TransferFilter = TransferFilter(),  # noqa: B008
        order: Order = "claims",
        *,
        limit: int = 50,
        after: str | None = None,
    ) -> Page[Transfer]:
        """Transfers that fit, a page at a time."""
        query, walked = select(transfers), transfers
        for name in ("supplier", "recipient", "stage"):
            value = getattr(wanted, name)
            if value is not None:
                query = query.where(transfers.c[name] == value)
        if wanted.category is not None:
            walked = transfer_categories
            query = query.join(walked, walked.c.number == transfers.c.number)
            query = query.where(walked.c.category == wanted.category)
        keys = [
            Key(walked.c[name] if name in walked.c else transfers.c[name], name, down)
            for name, down in _ORDERS[order]
        ]
        rows = self._connection.execute(paged(query, keys, limit, after)).all()
        return page_of(rows, limit, keys, lambda row: decoded(Transfer, row.body))

    def ids_of_flow(self, supplier: str | None, recipient: str | None) -> list[str]:
        """The transfers of a flow; an end point left open is ``None``."""
        ends = transfers.c.supplier == (supplier or ""), transfers.c.recipient == (recipient or "")
        return list(self._connection.execute(select(transfers.c.id).where(*ends)).scalars())

    def flows_told(self, report_id: str) -> Counter[tuple[str | None, str | None]]:
        """How many claims of a report stand in transfers of each flow."""
        query = (
            select(transfers.c.supplier, transfers.c.recipient, func.count())
            .join(transfer_claims, transfer_claims.c.transfer == transfers.c.id)
            .join(claims, claims.c.id == transfer_claims.c.claim)
            .where(claims.c.report == report_id)
            .group_by(transfers.c.supplier, transfers.c.recipient)
        )
        rows = self._connection.execute(query)
        return Counter({(one or None, two or None): count for one, two, count in rows})

    def count(self) -> int:
        """Number of transfers."""
        return int(self._connection.execute(select(func.count()).select_from(transfers)).scalar_one())

    def flows(self, *, limit: int = 50, after: str | None = None) -> Page[FlowRow]:
        """Flows, most claims first."""
        keys = [Key(flows.c[name], name, True) for name in ("claims", "number")]
        rows = self._connection.execute(paged(select(flows), keys, limit, after)).all()
        return page_of(rows, limit, keys, _flow_row)

    def flow(self, supplier: str | None, recipient: str | None) -> FlowRow | None:
        """One flow, ``None`` where nothing is claimed of it; an end point left open is ``None`` or ``""``."""
        query = select(flows).where(
            flows.c.supplier == (supplier or ""), flows.c.recipient == (recipient or "")
        )
        row = self._connection.execute(query).first()
        return _flow_row(row) if row else None

    def bodies(self) -> dict[str, str]:
        """The JSON of every transfer by id, to compare with."""
        return {
            row.id: row.body for row in self._connection.execute(select(transfers.c.id, transfers.c.body))
        }

    def put(self, transfer: Transfer, reasons: Reasons | None = None) -> None:
        """Write a transfer, new or changed; without ``reasons`` it keeps those that it had."""
        values = _columns(transfer)
        kept = values if reasons is None else {**values, "reasons": encoded(reasons)}
        statement = insert(transfers).values({**values, "reasons": encoded(reasons or Reasons())})
        statement = statement.on_conflict_do_update(index_elements=["id"], set_=kept)
        number = self._connection.execute(statement.returning(transfers.c.number)).scalar_one()
        self._untie(transfer.id, number)
        rows = [{"claim": claim, "transfer": transfer.id} for claim in transfer.claims]
        if rows:
            tie = insert(transfer_claims)
            update = {"transfer": tie.excluded.transfer}
            self._connection.execute(tie.on_conflict_do_update(index_elements=["claim"], set_=update), rows)
        shared = {"number": number, "claims": values["claims"], "day": values["day"]}
        categories = [{"category": category.value, **shared} for category in set(transfer.goods)]
        if categories:
            self._connection.execute(insert(transfer_categories), categories)

    def drop(self, transfer_ids: Iterable[str]) -> None:
        """Take out transfers that are no more."""
        query = select(transfers.c.id, transfers.c.number).where(transfers.c.id.in_(list(transfer_ids)))
        for row in self._connection.execute(query).all():
            self._untie(row.id, row.number)
            self._connection.execute(delete(transfers).where(transfers.c.number == row.number))

    def flow_bodies(self) -> dict[tuple[str | None, str | None], str]:
        """The JSON of every flow, to compare with."""
        query = select(flows.c.supplier, flows.c.recipient, flows.c.body)
        return {
            (row.supplier or None, row.recipient or None): row.body for row in self._connection.execute(query)
        }

    def put_flow(
        self, ends: tuple[str | None, str | None], transfers_in: int, claims_in: int, body: object
    ) -> None:
        """Write a flow, new or changed."""
        values = {
            "supplier": ends[0] or "",
            "recipient": ends[1] or "",
            "transfers": transfers_in,
            "claims": claims_in,
            "body": encoded(body),
        }
        statement = insert(flows).values(values)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["supplier", "recipient"], set_=values)
        )

    def drop_flow(self, ends: tuple[str | None, str | None]) -> None:
        """Take out a flow of which nothing is claimed any more."""
        supplier, recipient = ends
        self._connection.execute(
            delete(flows).where(flows.c.supplier == (supplier or ""), flows.c.recipient == (recipient or ""))
        )

    def _untie(self, transfer_id: str, number: int) -> None:
        run = self._connection.execute
        run(delete(transfer_claims).where(transfer_claims.c.transfer == transfer_id))
        run(delete(transfer_categories).where(transfer_categories.c.number == number))


_ORDERS: dict[Order, tuple[tuple[str, bool], ...]] = {
    "claims": (("claims", True), ("number", True)),
    "latest": (("day", True), ("number", True)),
    "flow": (("supplier", False), ("recipient", False), ("claims", True), ("number", True)),
}


def _columns(transfer: Transfer) -> dict[str, Any]:
    period = transfer.period
    day = (period.latest or period.earliest) if period else None
    return {
        "id": transfer.id,
        "supplier": transfer.supplier or "",
        "recipient": transfer.recipient or "",
        "stage": transfer.stage.value if transfer.stage else "",
        "day": day.isoformat() if day else "",
        "claims": len(transfer.claims),
        "body": encoded(transfer),
    }


def _flow_row(row: Row[Any]) -> FlowRow:
    return FlowRow(
        supplier=row.supplier or None,
        recipient=row.recipient or None,
        transfers=row.transfers,
        claims=row.claims,
        body=msgspec.json.decode(row.body),
    )

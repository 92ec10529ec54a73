"""Claims as they stand: as read or made by hand, with the judgements in force applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from sqlalchemy import Connection, func, select

from tallybook.errors import UnknownId
from tallybook.model import Claim, Report
from tallybook.store.bodies import claim_from
from tallybook.store.filters import TAGS, ClaimFilter, chosen
from tallybook.store.paging import Key, page_of, paged
from tallybook.store.rows import Count, Facets, Page, Tally
from tallybook.store.tables import (
    FACET_COLUMNS,
    claim_bodies,
    claim_tags,
    claims,
    retired,
    tallies,
    whole_claims,
)
from tallybook.store.tallies import TallyRoom

Order = Literal["newest", "oldest", "published", "flow"]

_ORDERS: dict[Order, tuple[tuple[str, bool], ...]] = {
    "newest": (("number", True),),
    "oldest": (("number", False),),
    "published": (("day", True), ("number", True)),
    "flow": (("supplier", False), ("recipient", False), ("number", False)),
}

COUNTED = 300
"""How many claims that fit a filter are looked at for its facets: the same work at any size."""


class ClaimRoom:
    """Claims by id, by report and by what they have."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, claim_id: str) -> Claim:
        """One claim.

        Raises:
            UnknownId: there is none of this id; for a retired one the message names what took its place.
        """
        found = self.many([claim_id])
        if claim_id in found:
            return found[claim_id]
        row = self._connection.execute(select(retired).where(retired.c.id == claim_id)).first()
        if row is None:
            raise UnknownId(f"{claim_id}: there is no such claim in the register")
        pointer = f"; {row.successor} took its place" if row.successor else ""
        raise UnknownId(f"{claim_id}: this claim was retired ({row.reason}){pointer}")

    def many(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id; unknown ids are left out."""
        query = select(claims.c.id, claim_bodies.c.body).select_from(whole_claims)
        query = query.where(claims.c.id.in_(list(ids)))
        return {row.id: claim_from(row.body) for row in self._connection.execute(query)}

    def report_of(self, claim_id: str) -> str | None:
        """The id of the report in which a claim stands."""
        return self._connection.execute(select(claims.c.report).where(claims.c.id == claim_id)).scalar()

    def of_report(self, report_id: str) -> tuple[Claim, ...]:
        """The claims of a report, in the order of its text."""
        query = (
            select(claim_bodies.c.body)
            .select_from(whole_claims)
            .where(claims.c.report == report_id)
            .order_by(claims.c.start, claims.c.number)
        )
        return tuple(claim_from(body) for body in self._connection.execute(query).scalars())

    def all(self, wanted: ClaimFilter = ClaimFilter()) -> Iterator[Claim]:  # noqa: B008
        """Every claim that fits, in the order of arrival."""
        query, number = chosen(wanted, claim_bodies.c.body)
        result = self._connection.execute(query.order_by(number).execution_options(yield_per=500))
        for body in result.scalars():
            yield claim_from(body)

    def page(
        self,
        wanted: ClaimFilter = ClaimFilter(),  # noqa: B008
        order: Order = "newest",
        *,
        limit: int = 50,
        after: str | None = None,
    ) -> Page[Claim]:
        """Claims that fit, a page at a time."""
        ordering = (claims.c.number, claims.c.day, claims.c.supplier, claims.c.recipient)
        query, number = chosen(wanted, claim_bodies.c.body, *ordering)
        keys = [
            Key(number if name == "number" else claims.c[name], name, down) for name, down in _ORDERS[order]
        ]
        rows = self._connection.execute(paged(query, keys, limit, after)).all()
        return page_of(rows, limit, keys, lambda row: claim_from(row.body))

    def settle(self, report: Report, standing: Iterable[Claim]) -> None:
        """Let these be the claims of a report; see ``settling``."""
        from tallybook.store.settling import settle  # noqa: PLC0415 (only writers need it)

        settle(self._connection, report, standing)

    def count(self, wanted: ClaimFilter = ClaimFilter(), *, cap: int = 1000) -> Count:  # noqa: B008
        """How many fit. Exact for no filter and for a single facet; else counting stops at ``cap``."""
        asked = wanted.asked
        if not asked:
            query = select(func.sum(tallies.c["count"])).where(tallies.c.facet == "kind")
            return Count(n=int(self._connection.execute(query).scalar() or 0))
        if len(asked) == 1:
            facet, value = next(iter(asked.items()))
            if value and (facet in FACET_COLUMNS or facet in TAGS):
                return Count(n=TallyRoom(self._connection).count_of(facet, value))
        some, _ = chosen(wanted, claims.c.number)
        counted = select(func.count()).select_from(some.limit(cap + 1).subquery())
        found = int(self._connection.execute(counted).scalar_one())
        return Count(n=min(found, cap), more=found > cap)

    def facets(self, wanted: ClaimFilter = ClaimFilter(), *, limit: int = 20) -> Facets:  # noqa: B008
        """The commonest values of each facet among the claims that fit.

        Exact for no filter; else over the newest 300 that fit, and ``more`` says that there are others.
        """
        if not wanted.asked:
            room = TallyRoom(self._connection)
            names = (*FACET_COLUMNS, "category")
            return Facets(values={name: room.top(name, limit=limit).items for name in names})
        query, number = chosen(wanted, claims.c.number, *(claims.c[name] for name in FACET_COLUMNS))
        rows = self._connection.execute(query.order_by(number.desc()).limit(COUNTED + 1)).all()
        counted = rows[:COUNTED]
        # By column, as tuples: asking every row for its attributes takes ten times as long.
        numbers, *columns = zip(*counted, strict=True) if counted else ((), *((),) * len(FACET_COLUMNS))
        values = {
            name: _most(Counter(column), limit) for name, column in zip(FACET_COLUMNS, columns, strict=True)
        }
        # Without a word on the facet, the index by claim is the only one that fits: what is wanted here.
        tags = select(claim_tags.c.facet, claim_tags.c.value).where(claim_tags.c.claim.in_(numbers))
        found = self._connection.execute(tags)
        values["category"] = _most(Counter(row.value for row in found if row.facet == "category"), limit)
        return Facets(values=values, more=len(rows) > COUNTED)

    def version_of(self, claim_id: str) -> int:
        """The version of its report in which a claim's words stand: the latest, or the last that had them."""
        query = select(claims.c.version).where(claims.c.id == claim_id)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise UnknownId(f"{claim_id}: there is no such claim in the register")
        return int(found)


def _most(counted: Counter[str], limit: int) -> tuple[Tally, ...]:
    ordered = sorted(((count, value) for value, count in counted.items() if value), reverse=True)
    return tuple(Tally(value=value, count=count) for count, value in ordered[:limit])

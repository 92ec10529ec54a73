"""Names and terms with the number of claims that have them, kept up to date with every change.

Counting on demand would grow with the register; these do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from tallybook.store.paging import Key, page_of, paged
from tallybook.store.rows import Page, PartyUse, Tally
from tallybook.store.tables import tallies

_BETWEEN = "\x1f"


class TallyRoom:
    """Tallies by facet: the claim facets, "party", and the names in use for each party."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def top(
        self, facet: str, *, prefix: str | None = None, limit: int = 50, after: str | None = None
    ) -> Page[Tally]:
        """Values of a facet, the commonest first; with ``prefix`` those that begin so."""
        query = select(tallies.c.value, tallies.c["count"]).where(tallies.c.facet == facet)
        if prefix:
            query = query.where(tallies.c.value >= prefix, tallies.c.value < prefix + "\U0010ffff")
        keys = [Key(tallies.c["count"], "count", True), Key(tallies.c.value, "value", True)]
        rows = self._connection.execute(paged(query, keys, limit, after)).all()
        return page_of(rows, limit, keys, _tally)

    def count_of(self, facet: str, value: str) -> int:
        """Number of claims with this value."""
        query = select(tallies.c["count"]).where(tallies.c.facet == facet, tallies.c.value == value)
        return int(self._connection.execute(query).scalar() or 0)

    def party_names(self, name: str) -> tuple[PartyUse, ...]:
        """The words that reports use for a party, and in which roles, the commonest first."""
        names = self.top(_uses(name), limit=200).items
        parted = ((tally.value.partition(_BETWEEN), tally.count) for tally in names)
        return tuple(PartyUse(role=role, words=words, count=count) for (role, _, words), count in parted)

    def change(self, by: Mapping[tuple[str, str], int]) -> None:
        """Add to tallies (or take from them, where negative), by facet and value."""
        rows = [{"facet": f, "value": v, "count": n} for (f, v), n in by.items() if n]
        if not rows:
            return
        statement = insert(tallies)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["facet", "value"],
                set_={"count": tallies.c["count"] + statement.excluded.count},
            ),
            rows,
        )
        gone = sorted({row["facet"] for row in rows if int(str(row["count"])) < 0}, key=str)
        if gone:
            self._connection.execute(
                delete(tallies).where(tallies.c.facet.in_(gone), tallies.c["count"] <= 0)
            )


def _tally(row: Row[Any]) -> Tally:
    return Tally(value=row.value, count=row._mapping["count"])  # noqa: SLF001 (documented)


def use_of(party: str, role: str, words: str) -> tuple[str, str]:
    """Facet and value under which the use of words for a party is tallied."""
    return _uses(party), f"{role}{_BETWEEN}{words}"


def added(before: Counter[tuple[str, str]], now: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """What to change tallies by when claims that had ``before`` come to have ``now``."""
    return {key: now[key] - before[key] for key in before.keys() | now.keys() if now[key] != before[key]}


def _uses(party: str) -> str:
    return f"use{_BETWEEN}{party}"

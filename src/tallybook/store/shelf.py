"""Reports as lists show them: the latest, the queue, many at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, func, or_, select

from tallybook.errors import UnknownId
from tallybook.model import ClaimState
from tallybook.store.bodies import report_from
from tallybook.store.paging import Key, page_of, paged
from tallybook.store.rows import Page, ReportRow
from tallybook.store.tables import claims, reports

Order = Literal["latest", "queue"]


class ShelfRoom:
    """Lines about reports, without their texts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def line(self, key: str) -> ReportRow:
        """The line of a report, by id or name.

        Raises:
            UnknownId: no report has this id or name.
        """
        found = self.lines([key])
        if key not in found:
            raise UnknownId(f"{key}: there is no such report in the register")
        return found[key]

    def lines(self, keys: Iterable[str]) -> dict[str, ReportRow]:
        """The lines of many reports, by the key each was asked for; unknown ones are left out."""
        wanted = list(keys)
        query = select(reports).where(or_(reports.c.id.in_(wanted), reports.c.name.in_(wanted)))
        rows = self._rows(self._connection.execute(query).all())
        by_key = {key: row for row in rows for key in (row.name, row.id)}
        return {key: by_key[key] for key in wanted if key in by_key}

    def page(
        self,
        order: Order = "latest",
        *,
        seen: bool | None = None,
        publisher: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page[ReportRow]:
        """Reports by arrival, latest first; or the queue: the unseen first, by what they add."""
        query = select(reports)
        if seen is not None:
            query = query.where(reports.c.seen == seen)
        if publisher is not None:
            query = query.where(reports.c.publisher == publisher)
        keys = [Key(reports.c.number, "number", True)]
        if order == "queue":
            keys = [Key(reports.c[name], name, False) for name in ("seen", "rank", "number")]
        rows = self._connection.execute(paged(query, keys, limit, after)).all()
        lines = {line.id: line for line in self._rows(rows[:limit])}
        return page_of(rows, limit, keys, lambda row: lines[row.id])

    def last_day(self) -> str:
        """The day of the latest capture, "" where nothing was ever captured."""
        body = self._connection.execute(
            select(reports.c.body).order_by(reports.c.number.desc()).limit(1)
        ).scalar()
        return report_from(body, "").captured_at[:10] if body else ""

    def captured_from(self, instant: str) -> tuple[ReportRow, ...]:
        """Reports captured at this instant (ISO 8601, UTC, or only its day) or later, latest first."""
        found: list[ReportRow] = []
        page = self.page(limit=200)
        while True:
            fresh = [row for row in page.items if row.captured_at >= instant]
            found += fresh
            # Captures come in in the order of time, unless a clock is put back: a page of old ones ends it.
            if not fresh or page.next is None:
                return tuple(found)
            page = self.page(limit=200, after=page.next)

    def _rows(self, rows: Iterable[Row[Any]]) -> list[ReportRow]:
        rows = list(rows)
        counts = self._counts([row.id for row in rows])
        return [_line(row, *counts.get(row.id, (0, 0))) for row in rows]

    def _counts(self, ids: list[str]) -> dict[str, tuple[int, int]]:
        proposed = func.count().filter(claims.c.state == ClaimState.PROPOSED.value)
        query = (
            select(claims.c.report, func.count(), proposed)
            .where(claims.c.report.in_(ids))
            .group_by(claims.c.report)
        )
        return {
            report: (count, int(waiting or 0)) for report, count, waiting in self._connection.execute(query)
        }


def _line(row: Row[Any], count: int, proposed: int) -> ReportRow:
    report = report_from(row.body, "")
    return ReportRow(
        id=row.id,
        name=row.name,
        title=row.title,
        publisher=row.publisher,
        published=report.published,
        captured_at=report.captured_at,
        version=report.version,
        handling=report.handling,
        words=row.words,
        seen=row.seen,
        seen_by=row.seen_by,
        rank=row.rank,
        news=msgspec.json.decode(row.news) if row.news else None,
        claims=count,
        proposed=proposed,
    )

"""Reports: every version with its bytes, and the latest one as people left its metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, func, insert, select, update

from tallybook.errors import UnknownId, UnreadableInput
from tallybook.model import Capture, Report
from tallybook.store import originals as bytes_kept
from tallybook.store.bodies import encoded, first_day, is_plain_text, report_body, report_from
from tallybook.store.counters import CounterRoom
from tallybook.store.rows import Added, VersionRow
from tallybook.store.tables import originals, reports, versions


class ReportRoom:
    """Reports by id, which is permanent, or by name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, capture: Capture) -> Added:
        """Take a capture in: a new report, a new version of one, or nothing where the bytes are the same.

        What a person mended in an earlier version stays mended.

        Raises:
            UnreadableInput: its words are no text that can be written down (lone surrogates).
        """
        report = capture.report
        if not is_plain_text(capture):
            raise UnreadableInput(encoded_name(report.name), "holds characters that are no Unicode text")
        known = self._row(report.name, by_name=True)
        if known is not None and known.sha256 == report.sha256:
            return Added(report=report_from(known.body, known.text), new_report=False, new_version=False)
        if capture.data is not None:
            bytes_kept.keep(self._connection, report.sha256, capture.data)
        version = known.version + 1 if known else 1
        report = msgspec.structs.replace(
            report, id=known.id if known else report.id, version=version, mended=()
        )
        number = self._connection.execute(
            insert(versions).values(
                report=report.id,
                version=version,
                sha256=report.sha256,
                text=report.text,
                body=report_body(report),
            )
        ).inserted_primary_key
        if known is not None:
            report = _as_mended(report, report_from(known.body, ""))
        columns = {
            **_columns(report),
            "latest": number[0] if number else None,
            "words": len(report.text.split()),
        }
        columns["change"] = CounterRoom(self._connection).next_change()
        if known is None:
            columns |= {"id": report.id, "name": report.name, "seen": False, "rank": 0}
            self._connection.execute(insert(reports).values(columns))
        else:
            self._connection.execute(
                update(reports).where(reports.c.id == report.id).values({**columns, "seen": False})
            )
        return Added(report=report, new_report=known is None, new_version=True)

    def get(self, key: str) -> Report:
        """The latest version of a report, metadata as mended.

        Raises:
            UnknownId: no report has this id or name.
        """
        found = self.find(key)
        if found is None:
            raise UnknownId(f"{key}: there is no such report in the register")
        return found

    def find(self, key: str) -> Report | None:
        """The report of this id or name, ``None`` where there is none."""
        row = self._row(key) or self._row(key, by_name=True)
        return report_from(row.body, row.text) if row else None

    def all(self) -> Iterator[Report]:
        """Every report, in the order of arrival."""
        query = _whole().order_by(reports.c.number)
        for row in self._connection.execute(query.execution_options(yield_per=200)):
            yield report_from(row.body, row.text)

    def known(self) -> Iterator[Report]:
        """What is known of every report, without its text (which is left empty), in the order of arrival."""
        query = select(reports.c.body).order_by(reports.c.number)
        for body in self._connection.execute(query.execution_options(yield_per=500)).scalars():
            yield report_from(body, "")

    def captured(self, report_id: str) -> Report:
        """The latest version of a report as captured: nothing mended.

        Raises:
            UnknownId: no report has this id.
        """
        found = self.captured_if_known(report_id)
        if found is None:
            raise UnknownId(f"{report_id}: there is no such report in the register")
        return found

    def captured_if_known(self, report_id: str) -> Report | None:
        """The same, ``None`` where no report has this id."""
        query = select(versions.c.body, versions.c.text).join(reports, reports.c.latest == versions.c.number)
        row = self._connection.execute(query.where(reports.c.id == report_id)).first()
        return report_from(row.body, row.text) if row else None

    def id_of(self, name: str) -> str | None:
        """The id of the report of this name."""
        return self._connection.execute(select(reports.c.id).where(reports.c.name == name)).scalar()

    def news(self, report_id: str) -> str | None:
        """The JSON of what reconciling says is new in a report."""
        return self._connection.execute(select(reports.c.news).where(reports.c.id == report_id)).scalar()

    def captured_since(self, change: int) -> Iterator[Report]:
        """Reports that changed after this number, as captured: nothing mended. Ordered by arrival."""
        query = (
            select(versions.c.body, versions.c.text)
            .join(reports, reports.c.latest == versions.c.number)
            .where(reports.c.change > change)
            .order_by(reports.c.number)
        )
        for row in self._connection.execute(query):
            yield report_from(row.body, row.text)

    def amend(self, report: Report) -> None:
        """Write the metadata of a report as it stands with its mends; text and bytes stay as they are."""
        self._connection.execute(update(reports).where(reports.c.id == report.id).values(_columns(report)))

    def version(self, report_id: str, number: int) -> Report:
        """One version of a report as captured.

        Raises:
            UnknownId: there is no such version.
        """
        query = select(versions).where(versions.c.report == report_id, versions.c.version == number)
        row = self._connection.execute(query).first()
        if row is None:
            raise UnknownId(f"{report_id}: there is no version {number} of this report")
        return report_from(row.body, row.text)

    def versions(self, report_id: str) -> tuple[VersionRow, ...]:
        """What was captured of a report, oldest first."""
        query: Select[Any] = (
            select(versions.c.body, originals.c.size)
            .outerjoin(originals, originals.c.sha256 == versions.c.sha256)
            .where(versions.c.report == report_id)
            .order_by(versions.c.version)
        )
        return tuple(_version_row(row) for row in self._connection.execute(query))

    def original(self, sha256: str) -> bytes | None:
        """The captured bytes with this hash, ``None`` where nothing was captured (by hand)."""
        return bytes_kept.fetch(self._connection, sha256)

    def mark_seen(self, report_id: str, by: str, at: str, *, seen: bool = True) -> None:
        """Note that a person has had the report before them, or take that back."""
        values = {"seen": seen, "seen_by": by if seen else None, "seen_at": at if seen else None}
        self._connection.execute(update(reports).where(reports.c.id == report_id).values(values))

    def put_news(self, report_id: str, rank: int, news: object) -> None:
        """Note what reconciling says is new in a report, and its place in the queue."""
        values = {"rank": rank, "news": encoded(news)}
        self._connection.execute(update(reports).where(reports.c.id == report_id).values(values))

    def touch(self, report_ids: Iterable[str]) -> None:
        """Have these reports reconciled again."""
        change = CounterRoom(self._connection).next_change()
        self._connection.execute(
            update(reports).where(reports.c.id.in_(list(report_ids))).values(change=change)
        )

    def count(self) -> int:
        """Number of reports."""
        return int(self._connection.execute(select(func.count()).select_from(reports)).scalar_one())

    def _row(self, key: str, *, by_name: bool = False) -> Row[Any] | None:
        column = reports.c.name if by_name else reports.c.id
        return self._connection.execute(_whole().where(column == key)).first()


def encoded_name(name: str) -> str:
    """A name that can be printed, whatever bytes it was made of."""
    return name.encode("utf-8", "backslashreplace").decode()


def _whole() -> Select[Any]:
    return select(reports.c.id, reports.c.body, versions.c.text, versions.c.version, versions.c.sha256).join(
        versions, reports.c.latest == versions.c.number
    )


def _columns(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "publisher": report.publisher,
        "day": first_day(report.published),
        "body": report_body(report),
    }


def _as_mended(report: Report, before: Report) -> Report:
    fields = {name: getattr(before, name) for name in before.mended}
    return msgspec.structs.replace(report, **fields, mended=before.mended)


def _version_row(row: Row[Any]) -> VersionRow:
    report = report_from(row.body, "")
    return VersionRow(
        version=report.version,
        sha256=report.sha256,
        captured_at=report.captured_at,
        capture_method=report.capture_method.value,
        media_type=report.media_type,
        size=row.size or 0,
    )

"""Is the book what it says it is? Every original hashed again, every quote found again in its text."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select

from tallybook.model import Claim, Report
from tallybook.store.bodies import claim_from, report_from
from tallybook.store.book import Book
from tallybook.store.originals import fetch
from tallybook.store.tables import claim_bodies, claims, findings, versions, whole_claims


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not hold: what it is about, and what is wrong with it."""

    name: str
    what: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"


def verify(book: Book) -> Iterator[Fault]:
    """Every fault of the register; none where all holds.

    Checks the file's own structure, the hash of every original, that a plain text is still the one its bytes
    say, and that every word a claim quotes stands where it says, in the version of the report that it was
    read in.
    """
    connection = book.connection
    for line in connection.exec_driver_sql("PRAGMA quick_check(20)").scalars():
        if line != "ok":
            yield Fault(name="register", what=str(line))
    texts = _Texts(connection)
    yield from _originals(connection)
    found = select(findings.c.report, findings.c.version, findings.c.body).order_by(findings.c.report)
    standing = select(claims.c.report, claims.c.version, claim_bodies.c.body).select_from(whole_claims)
    for query in (found, standing.order_by(claims.c.report)):
        yield from _quotes(connection, query, texts)


def _originals(connection: Connection) -> Iterator[Fault]:
    query = select(versions.c.body, versions.c.text, versions.c.sha256)
    for row in connection.execute(query.execution_options(yield_per=100)):
        report = report_from(row.body, row.text)
        name = f"{report.name} (version {report.version})"
        try:
            data = fetch(connection, row.sha256)
        except zlib.error:
            yield Fault(name=name, what="the captured bytes are damaged")
            continue
        if data is None and report.capture_method.value != "by-hand":
            yield Fault(name=name, what="the captured bytes are missing")
        elif hashlib.sha256(row.text.encode() if data is None else data).hexdigest() != report.sha256:
            yield Fault(name=name, what="the captured bytes are not those that were hashed")
        elif data is not None and not _tells(data, report):
            yield Fault(name=name, what="its text is not what the captured bytes say")


def _tells(data: bytes, report: Report) -> bool:
    """Whether the bytes of a plain text still give the text; of other kinds only the quotes are held."""
    if report.media_type != "text/plain" or report.charset is None:
        return True
    try:
        return data.decode(report.charset) == report.text
    except (UnicodeDecodeError, LookupError):
        return False


class _Texts:
    """The texts of report versions, the last one at hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: tuple[tuple[str, int], Report | None] | None = None

    def of(self, report_id: str, version: int) -> Report | None:
        key = (report_id, version)
        if self._last is None or self._last[0] != key:
            query = select(versions).where(versions.c.report == report_id, versions.c.version == version)
            row = self._connection.execute(query).first()
            self._last = (key, report_from(row.body, row.text) if row else None)
        return self._last[1]


def _quotes(connection: Connection, query: Select[Any], texts: _Texts) -> Iterator[Fault]:
    rows: Iterable[Row[Any]] = connection.execute(query.execution_options(yield_per=200))
    for row in rows:
        claim = claim_from(row.body)
        report = texts.of(row.report, row.version)
        if report is None:
            yield Fault(name=claim.id, what=f"its report is missing: {claim.report}")
        elif not _stands(claim, report.text):
            yield Fault(name=claim.id, what=f"its words do not stand in {claim.report} where it says")


def _stands(claim: Claim, text: str) -> bool:
    try:
        return claim.stands_in(text)
    except ValueError:  # quotes and places of a damaged claim can differ in number
        return False

"""Full-text search over reports and claims (SQLite FTS5)."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, column, literal_column, select, table

from tallybook.store.paging import Key, page_of, paged
from tallybook.store.rows import Found, Hit, Page
from tallybook.store.tables import claims, reports

report_words = table("report_words", column("rowid"), column("title"), column("publisher"), column("text"))
claim_words = table("claim_words", column("rowid"), column("quote"))

_OPEN, _CLOSE = "\x02", "\x03"
_MOST_WORDS = 16


def question(words: str) -> str | None:
    """What a person typed, as an FTS5 query: all words, the last one by its beginning.

    Each word is put in quotation marks, so nothing that is typed can be an operator. ``None`` where there is
    no word in it.
    """
    found = re.findall(r"\w+", words.replace("\x00", " "))[:_MOST_WORDS]
    if not found:
        return None
    return " ".join(f'"{word}"' for word in found) + "*"


def query_of(index: str, words: str) -> ColumnElement[bool]:
    """The condition that all of ``words`` stand in a row of an index; never true for no words."""
    asked = question(words)
    if asked is None:
        return literal_column("0") == literal_column("1")
    return literal_column(index).op("MATCH")(asked)


def search(connection: Connection, words: str, *, limit: int, after: str | None) -> Found:
    """Reports and claims in which all of ``words`` stand, newest first.

    ``after`` is the cursor of either page; each list goes on by its own.
    """
    return Found(
        reports=_hits(connection, words, limit, after, _REPORTS),
        claims=_hits(connection, words, limit, after, _CLAIMS),
    )


def _snippet(index: str, part: int) -> Any:
    return literal_column(f"snippet({index}, {part}, '{_OPEN}', '{_CLOSE}', '…', 24)").label("snippet")


_REPORTS = (
    select(
        report_words.c.rowid, reports.c.id, reports.c.name, reports.c.title, _snippet("report_words", 2)
    ).join(reports, reports.c.number == report_words.c.rowid),
    "report_words",
    report_words.c.rowid,
)
_CLAIMS = (
    select(
        claim_words.c.rowid,
        claims.c.id,
        reports.c.name,
        reports.c.title,
        _snippet("claim_words", 0),
    )
    .join(claims, claims.c.number == claim_words.c.rowid)
    .join(reports, reports.c.id == claims.c.report),
    "claim_words",
    claim_words.c.rowid,
)


def _hits(connection: Connection, words: str, limit: int, after: str | None, of: Any) -> Page[Hit]:
    query, index, rowid = of
    if question(words) is None:
        return Page(items=())
    keys = [Key(rowid, "rowid", True)]
    rows = connection.execute(paged(query.where(query_of(index, words)), keys, limit, after)).all()
    return page_of(rows, limit, keys, _hit)


def _hit(row: Any) -> Hit:
    return Hit(id=row.id, report=row.name, title=row.title, snippet=_pieces(row.snippet))


def _pieces(marked: str) -> tuple[tuple[str, bool], ...]:
    """A snippet in pieces; marks that the report itself holds can at worst mark the wrong words."""
    pieces = []
    for index, part in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if part:
            pieces.append((part, index % 2 == 1))
    return tuple(pieces)

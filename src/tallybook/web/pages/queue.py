"""Home: what waits, in the order of what it adds; what changed lately; what the book holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tallybook.store import Book, FlowRow, ReportRow
from tallybook.web.clashes import clashes_of
from tallybook.web.desk import Page, work_of
from tallybook.web.pages.history import Line, lines_of
from tallybook.web.rendering import render

SHOWN = 25
"""Reports on one page of the queue."""

LATELY = 6
"""Decisions and flows beside the queue."""


@dataclass(frozen=True)
class Holdings:
    """What the book holds, in numbers."""

    reports: int
    claims: int
    proposed: int
    checked: int
    rejected: int
    transfers: int


@dataclass(frozen=True, kw_only=True)
class QueuePage(Page):
    """The queue.

    Attributes:
        rows: reports, those that nobody has seen first, then by what they add.
        seen: which are shown: ``""`` those that wait, ``"yes"`` those seen, ``"all"`` both.
        holdings: what the book holds.
        lately: the latest decisions.
        flows: the flows with most claims.
        conflicts: how many decisions do not go together with what is read now.
        more: address of the next page.
    """

    template: ClassVar[str] = "queue.html"
    at: ClassVar[str] = "/"
    rows: tuple[ReportRow, ...]
    seen: str
    holdings: Holdings
    lately: tuple[Line, ...]
    flows: tuple[FlowRow, ...]
    conflicts: int
    more: str


def show(request: Request) -> Response:
    """The queue, those that wait by default."""
    asked = request.query_params.get("seen", "")
    seen = {"": False, "yes": True}.get(asked)
    after = request.query_params.get("after") or None
    with work_of(request).reading() as book:
        found = book.shelf.page("queue", seen=seen, limit=SHOWN, after=after)
        page = QueuePage(
            title="Queue",
            rows=found.items,
            seen=asked,
            holdings=_holdings(book),
            lately=lines_of(book, book.judgements.latest(limit=LATELY).items),
            flows=book.transfers.flows(limit=LATELY).items,
            conflicts=len(clashes_of(book)),
            more="/?" + urlencode({"seen": asked, "after": found.next}) if found.next else "",
        )
    return render(request, page)


def _holdings(book: Book) -> Holdings:
    states = {state: book.tallies.count_of("state", state) for state in ("proposed", "checked", "rejected")}
    return Holdings(
        reports=book.reports.count(),
        claims=sum(states.values()),
        transfers=book.transfers.count(),
        **states,
    )

"""All flows: who supplies whom, by how many claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tallybook.store import FlowRow
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render

SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class FlowsPage(Page):
    """Flows.

    Attributes:
        rows: flows, most claims first.
        more: address of the next page.
    """

    template: ClassVar[str] = "flows.html"
    at: ClassVar[str] = "/flows"
    rows: tuple[FlowRow, ...]
    more: str


def show(request: Request) -> Response:
    """The flows of the book."""
    with work_of(request).reading() as book:
        found = book.transfers.flows(limit=SHOWN, after=request.query_params.get("after") or None)
    more = "/flows?" + urlencode({"after": found.next}) if found.next else ""
    return render(request, FlowsPage(title="Flows", rows=found.items, more=more))

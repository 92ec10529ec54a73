"""Search over the words of claims and reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Claim
from tallybook.store import Hit
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render

SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found.

    Attributes:
        words: that were asked for.
        reports: hits among reports, newest first.
        claims: hits among claims, newest first.
        found: the claims that were hit, by id.
    """

    template: ClassVar[str] = "search.html"
    words: str
    reports: tuple[Hit, ...]
    claims: tuple[Hit, ...]
    found: dict[str, Claim]


def show(request: Request) -> Response:
    """The reports and claims that hold the words; nothing where none are asked for."""
    words = request.query_params.get("q", "").strip()
    with work_of(request).reading() as book:
        hits = book.search(words, limit=SHOWN) if words else None
        claims = hits.claims.items if hits else ()
        page = SearchPage(
            title=f"Search: {words}" if words else "Search",
            words=words,
            reports=hits.reports.items if hits else (),
            claims=claims,
            found=book.claims.many(hit.id for hit in claims),
        )
    return render(request, page)

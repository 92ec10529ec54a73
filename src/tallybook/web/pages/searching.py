"""Search over the words of claims and reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Claim
from tallybook.store import Hit
from tallybook.store import Page as StorePage
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render

SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found.

    Attributes:
        words: that were asked for.
        further: a later part of one list is shown, and not the other.
        reports: hits among reports, newest first.
        claims: hits among claims, newest first.
        found: the claims that were hit, by id.
        more_reports, more_claims: addresses of the next part of each list.
    """

    template: ClassVar[str] = "search.html"
    words: str
    further: bool
    reports: tuple[Hit, ...]
    claims: tuple[Hit, ...]
    found: dict[str, Claim]
    more_reports: str
    more_claims: str


def show(request: Request) -> Response:
    """The reports and claims that hold the words; nothing where none are asked for.

    ``reports`` and ``claims`` say from where one of the lists goes on.
    """
    words = request.query_params.get("q", "").strip()
    after = {what: request.query_params.get(what, "") for what in ("reports", "claims")}
    further = any(after.values())
    with work_of(request).reading() as book:

        def part(what: str) -> StorePage[Hit]:
            if not words or (further and not after[what]):
                return StorePage(items=())
            hits = book.search(words, limit=SHOWN, after=after[what] or None)
            return hits.reports if what == "reports" else hits.claims

        reports, claims = part("reports"), part("claims")
        page = SearchPage(
            title=f"Search: {words}" if words else "Search",
            words=words,
            further=further,
            reports=reports.items,
            claims=claims.items,
            found=book.claims.many(hit.id for hit in claims.items),
            more_reports=_more(words, reports=reports.next),
            more_claims=_more(words, claims=claims.next),
        )
    return render(request, page)


def _more(words: str, **after: str | None) -> str:
    return "/search?" + urlencode({"q": words, **after}) if any(after.values()) else ""

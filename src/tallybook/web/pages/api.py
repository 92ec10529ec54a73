"""The book as JSON, in the shapes of the exports: for scripts of one's own."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from tallybook.store import ClaimFilter
from tallybook.web.desk import work_of

PAGE = 100
"""Claims in one answer."""

_FILTERS = frozenset(ClaimFilter.__struct_fields__)


def claim(request: Request) -> Response:
    """One claim as it stands."""
    with work_of(request).reading() as book:
        return _json(book.claims.get(request.path_params["id"]))


def claims(request: Request) -> Response:
    """Claims that fit the filters of the query, newest first; ``next`` is what to ask for as ``after``."""
    query = request.query_params
    wanted = ClaimFilter(**{name: value for name, value in query.items() if name in _FILTERS})
    with work_of(request).reading() as book:
        return _json(book.claims.page(wanted, limit=PAGE, after=query.get("after") or None))


def report(request: Request) -> Response:
    """One report: what is known of it, its text, and its claims."""
    with work_of(request).reading() as book:
        found = book.reports.get(request.path_params["id"])
        return _json({"report": found, "claims": book.claims.of_report(found.id)})


def transfer(request: Request) -> Response:
    """One transfer."""
    with work_of(request).reading() as book:
        return _json(book.transfers.get(request.path_params["id"]))


def judgements(request: Request) -> Response:
    """Every judgement about a claim, report, transfer or name, oldest first."""
    with work_of(request).reading() as book:
        return _json(book.judgements.about(request.path_params["subject"]))


def _json(found: object) -> Response:
    return Response(msgspec.json.encode(found), media_type="application/json")

"""Claims as a table with facets, and the same claims as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from tallybook.model import Claim
from tallybook.store import Book, ClaimFilter, Count, Facets, ReportRow
from tallybook.web import addresses, asking
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render
from tallybook.web.work import Work
from tallybook.write import claims_csv, claims_jsonl

SHOWN = 50
FACET_VALUES = 12
TYPED = frozenset({"words", "since", "until"})
"""What is typed into the form; the rest is chosen."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its words, how many claims, where it leads, whether it is chosen."""

    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class ClaimsPage(Page):
    """Claims.

    Attributes:
        rows: the claims.
        reports: their reports, by id.
        count: how many fit in all.
        asked: what is asked for, each with the address that asks without it.
        fields: what is asked for, as hidden fields of the search form.
        facets: label and choices.
        partial: the numbers of the facets count the newest that fit only.
        csv, jsonl: addresses of the same claims as files.
        more: address of the next page.
        words: that the claims must hold.
        since, until: days of publication, both included.
    """

    template: ClassVar[str] = "claims.html"
    at: ClassVar[str] = "/claims"
    rows: tuple[Claim, ...]
    reports: dict[str, ReportRow]
    count: Count
    asked: tuple[tuple[str, str, str], ...]
    fields: dict[str, str]
    facets: tuple[tuple[str, tuple[Choice, ...]], ...]
    partial: bool
    csv: str
    jsonl: str
    more: str
    words: str
    since: str
    until: str


def show(request: Request) -> Response:
    """The claims that fit what is asked for, newest first."""
    wanted = asking.asked(request.query_params)
    fitting = asking.filter_of(wanted)
    with work_of(request).reading() as book:
        found = book.claims.page(fitting, limit=SHOWN, after=request.query_params.get("after") or None)
        facets = book.claims.facets(fitting, limit=FACET_VALUES)
        page = ClaimsPage(
            title="Claims",
            rows=found.items,
            reports=book.shelf.lines({claim.report_id for claim in found.items}),
            count=book.claims.count(fitting),
            asked=_asked(book, wanted),
            fields={name: value for name, value in wanted.items() if name not in TYPED},
            facets=_choices(facets, wanted),
            partial=facets.more,
            csv=asking.address(wanted, "/claims.csv"),
            jsonl=asking.address(wanted, "/claims.jsonl"),
            more=asking.address(wanted, after=found.next) if found.next else "",
            words=wanted.get("words", ""),
            since=wanted.get("since", ""),
            until=wanted.get("until", ""),
        )
    return render(request, page)


_LABELS = {**asking.FACETS, "since": "Published from", "until": "Published to", "words": "With the words"}


def _asked(book: Book, wanted: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    """What is asked for in words; a report by its title."""
    line = book.shelf.lines([wanted["report"]]).get(wanted["report"]) if "report" in wanted else None
    titles = {"report": line.title or line.name} if line else {}
    return tuple(
        (
            _LABELS.get(name, name.capitalize()),
            titles.get(name, value),
            asking.address(asking.without(wanted, name)),
        )
        for name, value in wanted.items()
    )


def _choices(facets: Facets, wanted: dict[str, str]) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    shown = []
    for name, label in asking.FACETS.items():
        choices = tuple(
            Choice(
                words=tally.value,
                count=tally.count,
                address=asking.address(
                    asking.without(wanted, name)
                    if wanted.get(name) == tally.value
                    else {**wanted, name: tally.value}
                ),
                chosen=wanted.get(name) == tally.value,
            )
            for tally in facets.values.get(name, ())
        )
        if choices:
            shown.append((label, choices))
    return tuple(shown)


def as_csv(request: Request) -> Response:
    """Exactly the claims that the page shows, all of them, one row each with a link."""
    root = str(request.base_url).rstrip("/")

    def link(claim: Claim) -> str:
        return f"{root}{addresses.report(claim.report_id, claim.id)}"

    body = claims_csv(_all(request), link)
    return _file(body, "text/csv; charset=utf-8", "claims.csv")


def as_jsonl(request: Request) -> Response:
    """Exactly the claims that the page shows, all of them, one JSON object a line."""
    return _file(claims_jsonl(_all(request)), "application/jsonl", "claims.jsonl")


def _all(request: Request) -> Iterator[Claim]:
    fitting = asking.filter_of(asking.asked(request.query_params))
    return _claims(work_of(request), fitting)


def _claims(work: Work, fitting: ClaimFilter) -> Iterator[Claim]:
    with work.reading() as book:
        yield from book.claims.all(fitting)


def _file(body: Iterator[bytes], media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(body, media_type=media_type, headers=headers)

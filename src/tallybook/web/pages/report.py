"""A report: its marked text beside its claims, where it comes from and what it hangs together with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tallybook.errors import UnknownId
from tallybook.model import MENDABLE, Claim, Edge, Handling, Report
from tallybook.store import Book, ReportRow, VersionRow
from tallybook.web import addresses
from tallybook.web.cards import Card, cards_of
from tallybook.web.desk import Page, work_of
from tallybook.web.marking import Piece, asides_of, marks_of, pieces
from tallybook.web.rendering import render
from tallybook.write.footnotes import footnote

READING_HEADER = "X-Desk-Reading"
"""Tells scripts that an answer is text and cards, and which claim is chosen in it."""

QUEUE_REACH = 50
"""How far ahead in the queue the next report is looked for."""


@dataclass(frozen=True)
class Relative:
    """A report or outlet at the other end of an edge.

    ``address`` is empty where it is not in the book.
    """

    name: str
    address: str
    edge: Edge


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The text and its claims: the part of the page that scripts replace after a change.

    Attributes:
        report: the version that is shown.
        pieces: its text, cut for marking.
        cards: its claims.
        chosen: id of the claim that is shown as chosen.
        current: whether this is the latest version, on which claims are judged.
    """

    report: Report
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    chosen: str
    current: bool

    def tally(self, state: str) -> int:
        """Number of claims in this state."""
        return sum(card.claim.state == state for card in self.cards)


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """A report.

    Attributes:
        reading: text and claims.
        line: its line in lists: seen or not, what is new.
        news: one sentence that says what is new against the book.
        versions: what was captured, oldest first.
        parents, children: the reports and outlets that it depends on, and those that depend on it.
        footnote: to cite it by.
        mendable: names of the fields that can be mended, with their values as a form shows them.
        handlings: the marks to choose from.
        following, before: neighbours in the queue.
        fault: what was wrong with a mend.
    """

    template: ClassVar[str] = "report.html"
    at: ClassVar[str] = "/"
    reading: Reading
    line: ReportRow
    news: str
    versions: tuple[VersionRow, ...]
    parents: tuple[Relative, ...]
    children: tuple[Relative, ...]
    footnote: str
    mendable: tuple[tuple[str, str], ...]
    handlings: tuple[Handling, ...]
    following: ReportRow | None
    before: ReportRow | None
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadingPart(Page):
    """The part of the page that scripts replace.

    Attributes:
        reading: text and claims.
    """

    template: ClassVar[str] = "reading_part.html"
    reading: Reading


def show(request: Request) -> Response:
    """The latest version."""
    chosen = request.query_params.get("claim", "")
    return render(request, page_of(request, request.path_params["id"], chosen))


def show_version(request: Request) -> Response:
    """One version as it was captured."""
    key, number = request.path_params["id"], request.path_params["version"]
    with work_of(request).reading() as book:
        latest = book.reports.get(key)
        report = latest if number == latest.version else book.reports.version(latest.id, number)
        return render(request, _page(book, report, latest, ""))


def show_part(request: Request) -> Response:
    """Text and claims alone, for scripts."""
    return reading_part(request, request.path_params["id"], request.query_params.get("claim", ""))


def reading_part(request: Request, report_id: str, chosen: str = "") -> Response:
    """The part of the page that a script puts in place after a change."""
    with work_of(request).reading() as book:
        report = book.reports.get(report_id)
        part = ReadingPart(title=report.title or report.name, reading=_reading(book, report, True, chosen))
    response = render(request, part)
    response.headers[READING_HEADER] = chosen or "-"
    return response


def page_of(request: Request, key: str, chosen: str = "", fault: str = "") -> ReportPage:
    """The page of the latest version.

    Raises:
        UnknownId: no report has this id or name.
    """
    with work_of(request).reading() as book:
        report = book.reports.get(key)
        return _page(book, report, report, chosen, fault)


def show_claim(request: Request) -> Response:
    """The lasting address of a claim: leads to its words, or to what took its place."""
    claim_id = request.path_params["id"]
    with work_of(request).reading() as book:
        found = book.claims.many([claim_id]).get(claim_id)
        gone = book.findings.retired(claim_id) if found is None else None
        if gone and gone.successor:
            found = book.claims.many([gone.successor]).get(gone.successor)
        if found is None:
            book.claims.get(claim_id)
            raise UnknownId(f"{claim_id}: there is no such claim in the register")
    return Response(status_code=303, headers={"Location": addresses.report(found.report_id, found.id)})


def original(request: Request) -> Response:
    """The captured bytes, to be kept and never shown: a browser must not run them."""
    with work_of(request).reading() as book:
        report = book.reports.get(request.path_params["id"])
        wanted = request.query_params.get("version", str(report.version))
        if not wanted.isdecimal():
            raise HTTPException(404, f"There is no version {wanted!r} of this report.")
        version = book.reports.version(report.id, int(wanted))
        data = book.reports.original(version.sha256)
    if data is None:
        data = version.text.encode("utf-8", "replace")
    ending = {"text/html": "html", "application/pdf": "pdf", "application/json": "json"}
    name = f"{report.id}-{version.version}.{ending.get(version.media_type, 'txt')}"
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _page(book: Book, report: Report, latest: Report, chosen: str, fault: str = "") -> ReportPage:
    line = book.shelf.line(latest.id)
    parents, children = _relatives(book, latest)
    before, following = _neighbours(book, latest.id)
    return ReportPage(
        title=latest.title or latest.name,
        reading=_reading(book, report, report.version == latest.version, chosen),
        line=line,
        news=str((line.news or {}).get("sentence", "")),
        versions=book.reports.versions(latest.id),
        parents=parents,
        children=children,
        footnote=footnote(latest),
        mendable=tuple((field, mendable_words(latest, field)) for field in MENDABLE),
        handlings=tuple(Handling),
        following=following,
        before=before,
        fault=fault,
    )


def mendable_words(report: Report, field: str) -> str:
    """The value of a field as the form shows it."""
    value = getattr(report, field)
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def _reading(book: Book, report: Report, current: bool, chosen: str) -> Reading:
    claims = book.claims.of_report(report.id)
    standing = [claim for claim in claims if claim.stands_in(report.text)]
    shown: list[Claim] = list(claims) if current else standing
    return Reading(
        report=report,
        pieces=tuple(
            pieces(report.text, marks_of(standing), report.clutter, asides_of(standing, report.text))
        ),
        cards=cards_of(book, report, shown),
        chosen=chosen,
        current=current,
    )


def _relatives(book: Book, report: Report) -> tuple[tuple[Relative, ...], tuple[Relative, ...]]:
    edges = book.lineage.edges_of(report.name)
    others = {edge.parent if edge.child == report.name else edge.child for edge in edges}
    lines = book.shelf.lines(others)

    def relative(name: str, edge: Edge) -> Relative:
        line = lines.get(name)
        return Relative(
            name=(line.publisher or line.title or name) if line else name,
            address=addresses.report(line.id) if line else "",
            edge=edge,
        )

    parents = tuple(relative(edge.parent, edge) for edge in edges if edge.child == report.name)
    children = tuple(relative(edge.child, edge) for edge in edges if edge.parent == report.name)
    return parents, children


def _neighbours(book: Book, report_id: str) -> tuple[ReportRow | None, ReportRow | None]:
    """The reports before and behind this one among those that wait."""
    queue = book.shelf.page("queue", seen=False, limit=QUEUE_REACH).items
    at = next((index for index, row in enumerate(queue) if row.id == report_id), None)
    if at is None:
        return None, next(iter(queue), None)
    return queue[at - 1] if at else None, queue[at + 1] if at + 1 < len(queue) else None

"""Parties, speakers and outlets: the lists, and one page for each name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tallybook.errors import UnknownId
from tallybook.model import Attribute, Claim, Edge, Transfer
from tallybook.store import Book, PartyUse, ReportRow, Tally, TransferFilter
from tallybook.web import addresses, asking
from tallybook.web.cards import grades_of
from tallybook.web.desk import Page, work_of
from tallybook.web.pages.history import Line, lines_of
from tallybook.web.rendering import render

SHOWN = 60
ROWS = 15
TRANSFERS = 10
"""Claims and reports of one name, and transfers each way; the rest is a click away."""


_LISTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "party": ("Parties", addresses.party),
    "speaker": ("Speakers", addresses.speaker),
    "outlet": ("Outlets", addresses.outlet),
}


@dataclass(frozen=True, kw_only=True)
class NamesPage(Page):
    """A list of names.

    Attributes:
        what: ``party``, ``speaker`` or ``outlet``.
        lists: label and address of each list.
        rows: names with the number of their claims.
        address: from a name to its page.
        begins: letters that the names begin with.
        more: address of the next page.
    """

    template: ClassVar[str] = "names.html"
    at: ClassVar[str] = "/parties"
    what: str
    lists: tuple[tuple[str, str, str], ...]
    rows: tuple[Tally, ...]
    address: Callable[[str], str]
    begins: str
    more: str


@dataclass(frozen=True, kw_only=True)
class NamePage(Page):
    """One name.

    Attributes:
        what: ``party``, ``speaker`` or ``outlet``.
        name: it.
        elsewhere: label and address of its other pages: as a speaker, a party, an outlet.
        uses: the words and roles in which reports name a party.
        suppliers, recipients: transfers from it and to it.
        claims: in which it has a part, newest first.
        denials: those of them in which it denies.
        identities: differences in who it is said to be.
        reports: published by an outlet.
        taken, given: edges by which an outlet took from others, and others from it.
        report_rows: the reports of claims and edges, by name and id.
        reliability: grade given to it as a source, empty where nobody has.
        lines: what was decided about it.
        all_claims: address of the table of all its claims.
        all_denials: of its denials.
        most, most_transfers: rows of a list; where there are as many, there may be more.
    """

    template: ClassVar[str] = "name_page.html"
    at: ClassVar[str] = "/parties"
    what: str
    name: str
    elsewhere: tuple[tuple[str, str], ...]
    uses: tuple[PartyUse, ...]
    suppliers: tuple[Transfer, ...]
    recipients: tuple[Transfer, ...]
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    identities: tuple[tuple[Transfer, Attribute], ...]
    reports: tuple[ReportRow, ...]
    taken: tuple[Edge, ...]
    given: tuple[Edge, ...]
    report_rows: dict[str, ReportRow]
    reliability: str
    lines: tuple[Line, ...]
    all_claims: str
    all_denials: str
    most: int
    most_transfers: int


def list_of(what: str) -> Callable[[Request], Response]:
    """The page that lists all names of one kind."""

    def show(request: Request) -> Response:
        begins = request.query_params.get("begins", "")
        after = request.query_params.get("after") or None
        label, address = _LISTS[what]
        with work_of(request).reading() as book:
            found = book.tallies.top(what, prefix=begins or None, limit=SHOWN, after=after)
        query = urlencode({"begins": begins, "after": found.next or ""})
        page = NamesPage(
            title=label,
            what=what,
            lists=tuple((key, text, _path(key)) for key, (text, _) in _LISTS.items()),
            rows=found.items,
            address=address,
            begins=begins,
            more=f"{_path(what)}?{query}" if found.next else "",
        )
        return render(request, page)

    return show


def page_for(what: str) -> Callable[[Request], Response]:
    """The page of one name of one kind, asked for as ``name``."""

    def show(request: Request) -> Response:
        name = request.query_params.get("name", "")
        with work_of(request).reading() as book:
            return render(request, _page(book, what, name))

    return show


def _path(what: str) -> str:
    return {"party": "/parties", "speaker": "/speakers", "outlet": "/outlets"}[what]


def _page(book: Book, what: str, name: str) -> NamePage:
    claims = _claims(book, {what: name}) if name else ()
    reports = book.shelf.page("latest", publisher=name, limit=ROWS).items if what == "outlet" and name else ()
    if not claims and not reports:
        raise UnknownId(f"{name or 'nobody'}: the book knows no {what} of this name")
    own = {report.name for report in reports}
    edges = book.lineage.edges_of(own)
    known = book.shelf.lines({c.report_id for c in claims} | {n for e in edges for n in (e.parent, e.child)})
    return NamePage(
        title=name,
        what=what,
        name=name,
        elsewhere=_elsewhere(book, what, name),
        uses=book.tallies.party_names(name) if what == "party" else (),
        suppliers=_transfers(book, TransferFilter(supplier=name)) if what == "party" else (),
        recipients=_transfers(book, TransferFilter(recipient=name)) if what == "party" else (),
        claims=claims,
        denials=_claims(book, {what: name, "certainty": "denied"}),
        identities=_identities(book, claims) if what == "speaker" else (),
        reports=reports,
        taken=tuple(edge for edge in edges if edge.child in own),
        given=tuple(edge for edge in edges if edge.parent in own),
        report_rows=known,
        reliability=grades_of(book, [name]).get(name, ""),
        lines=lines_of(book, reversed(book.judgements.about(name))),
        all_claims=asking.address({what: name}),
        all_denials=asking.address({what: name, "certainty": "denied"}),
        most=ROWS,
        most_transfers=TRANSFERS,
    )


_AS = {"party": "its part in transfers", "speaker": "what it says itself", "outlet": "what it publishes"}


def _elsewhere(book: Book, what: str, name: str) -> tuple[tuple[str, str], ...]:
    others = (other for other in _LISTS if other != what and book.tallies.count_of(other, name))
    return tuple((_AS[other], _LISTS[other][1](name)) for other in others)


def _claims(book: Book, wanted: dict[str, str]) -> tuple[Claim, ...]:
    return book.claims.page(asking.filter_of(wanted), order="newest", limit=ROWS).items


def _transfers(book: Book, wanted: TransferFilter) -> tuple[Transfer, ...]:
    return book.transfers.page(wanted, order="latest", limit=TRANSFERS).items


def _identities(book: Book, claims: tuple[Claim, ...]) -> tuple[tuple[Transfer, Attribute], ...]:
    """The attributes of its transfers in which reports differ in who the speaker is."""
    found = book.transfers.many(set(book.transfers.of_claims(claim.id for claim in claims).values()))
    return tuple(
        (transfer, attribute)
        for transfer in found.values()
        for attribute in transfer.attributes
        if any(difference.type == "identity" for difference in attribute.differences)
    )

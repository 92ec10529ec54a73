"""A dossier: one transfer, or one flow, as a single file to send on.

It needs nothing from elsewhere: the style is inside, the pictures are inside, and there is no script. Checked
claims by default; proposed ones only when asked for, and then marked. No report above the dossier's own
handling mark is in it, nor anything that only such a report says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from tallybook.errors import UnknownId, UsageError
from tallybook.model import Attribute, Claim, ClaimState, Difference, Handling, Report, Transfer
from tallybook.reconcile import Figure, Flow
from tallybook.store import Book
from tallybook.web import wording
from tallybook.web.charts import quantity_chart
from tallybook.web.desk import Page, analyst_of, work_of
from tallybook.web.figures import mark_of
from tallybook.web.graphs import graph_of
from tallybook.web.narrowing import narrowed
from tallybook.web.records import Record, record_of
from tallybook.web.rendering import render
from tallybook.web.work import now
from tallybook.write.footnotes import footnote

_SHEETS = ("tallybook.css", "pages.css")
_LINKED = Markup().join(Markup('<link rel="stylesheet" href="/static/{}">').format(name) for name in _SHEETS)


@dataclass(frozen=True)
class Told:
    """One value of an attribute in its exact words, and the reports that give it so."""

    words: str
    exact: bool
    reports: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """One attribute: what is told of it, the reports that say nothing of it, and what differs."""

    name: str
    told: tuple[Told, ...]
    silent: tuple[str, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Part:
    """One transfer of a dossier, with what may be shown of it."""

    transfer: Transfer
    record: Record
    claims: tuple[Claim, ...]
    attributes: tuple[Compared, ...]
    graph: str


@dataclass(frozen=True, kw_only=True)
class DossierPage(Page):
    """A dossier.

    Attributes:
        mark: its handling mark.
        made_at, made_by: when, and in whose name.
        proposed: proposed claims are in it.
        parts: its transfers.
        reports: the reports behind them, in the order of their footnotes.
        numbers: number of the footnote, by name of the report.
        footnotes: in order.
        held_back: how many reports and claims are left out, and why.
        chart: figures over time, drawn.
        style: the style sheet: by its address on the desk, whole in a file that leaves it.
    """

    template: ClassVar[str] = "dossier.html"
    mark: Handling
    made_at: str
    made_by: str
    proposed: bool
    parts: tuple[Part, ...]
    reports: tuple[Report, ...]
    numbers: dict[str, int]
    footnotes: tuple[str, ...]
    held_back: tuple[str, ...]
    chart: str
    style: Markup


@dataclass(frozen=True)
class Terms:
    """What a dossier may hold: up to which mark, and whether proposed claims."""

    mark: Handling
    proposed: bool

    def allow(self, claim: Claim) -> bool:
        """Whether the state of the claim lets it leave the house."""
        return claim.state is ClaimState.CHECKED or (self.proposed and claim.state is ClaimState.PROPOSED)


def of_transfer(request: Request) -> Response:
    """The dossier of one transfer."""
    with work_of(request).reading() as book:
        transfer = book.transfers.get(request.path_params["id"])
        return _answer(request, book, (transfer,), ())


def of_flow(request: Request) -> Response:
    """The dossier of one flow, ``from`` and ``to``."""
    ends = request.query_params.get("from", ""), request.query_params.get("to", "")
    with work_of(request).reading() as book:
        row = book.transfers.flow(ends[0] or None, ends[1] or None)
        if row is None:
            raise UnknownId(f"{ends[0]} to {ends[1]}: nothing in the book goes this way")
        flow = msgspec.convert(row.body, Flow)
        found = book.transfers.many(flow.transfers)
        transfers = tuple(found[id_] for id_ in flow.transfers if id_ in found)
        return _answer(request, book, transfers, flow.series)


def _terms(request: Request) -> Terms:
    asked = request.query_params.get("mark", Handling.CLEAR.value)
    if asked not in set(Handling):
        raise UsageError(f"{asked}: is no handling mark; the marks are {', '.join(Handling)}")
    return Terms(Handling(asked), request.query_params.get("proposed") == "yes")


def _answer(
    request: Request, book: Book, transfers: tuple[Transfer, ...], series: tuple[Figure, ...]
) -> Response:
    terms, save = _terms(request), request.query_params.get("save") == "yes"
    names = tuple(dict.fromkeys(name for transfer in transfers for name in transfer.reports))
    known = [report for report in map(book.reports.find, names) if report]
    reports = {report.name: report for report in known if report.handling.rank <= terms.mark.rank}
    claims = book.claims.many(id_ for transfer in transfers for id_ in transfer.claims)
    shown = {id_: claim for id_, claim in claims.items() if terms.allow(claim) and claim.report in reports}
    parts = tuple(part for part in (_part(book, transfer, shown) for transfer in transfers) if part.claims)
    cited = tuple(dict.fromkeys(claim.report for part in parts for claim in part.claims))
    page = DossierPage(
        title=_title(transfers, [part.transfer for part in parts]),
        mark=terms.mark,
        made_at=now(),
        made_by=analyst_of(request),
        proposed=terms.proposed,
        parts=parts,
        reports=tuple(reports[name] for name in cited),
        numbers={name: number for number, name in enumerate(cited, 1)},
        footnotes=tuple(footnote(reports[name]) for name in cited),
        # The file that leaves the house does not tell that there is more.
        held_back=() if save else _held_back(len(known) - len(reports), len(claims) - len(shown), terms),
        chart=_chart(series, shown),
        style=_whole_style() if save else _LINKED,
    )
    response = render(request, page)
    if save:
        response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(page.title)}"'
    return response


def _part(book: Book, transfer: Transfer, shown: dict[str, Claim]) -> Part:
    claims = tuple(shown[id_] for id_ in transfer.claims if id_ in shown)
    ids = {claim.id for claim in claims}
    reports = tuple(dict.fromkeys(claim.report for claim in claims))
    told = narrowed(book, transfer, claims)
    return Part(
        transfer=told,
        record=record_of(told, claims),
        claims=claims,
        attributes=tuple(_compared(attribute, ids) for attribute in transfer.attributes),
        graph=graph_of(book, reports) or "" if reports else "",
    )


def _compared(attribute: Attribute, ids: set[str]) -> Compared:
    """The attribute as far as these claims tell it."""
    whole = {value.claim for value in attribute.values} <= ids
    values = [value for value in attribute.values if value.claim in ids]
    told: dict[tuple[str, bool], dict[str, None]] = {}
    for value in values:
        if value.value:
            told.setdefault((value.words or value.value, bool(value.words)), {})[value.report] = None
    spoken = {report for reports in told.values() for report in reports}
    return Compared(
        name=attribute.name,
        told=tuple(Told(words, exact, tuple(reports)) for (words, exact), reports in told.items()),
        silent=tuple(dict.fromkeys(value.report for value in values if value.report not in spoken)),
        # A reason may name further reports and their words: it stays where nothing is held back.
        differences=tuple(
            one if whole else msgspec.structs.replace(one, reason="")
            for one in attribute.differences
            if set(one.between) <= ids
        ),
    )


def _held_back(reports: int, claims: int, terms: Terms) -> tuple[str, ...]:
    said = []
    if reports:
        said.append(f"{reports} of the reports are marked above TLP:{terms.mark}")
    if claims:
        said.append(
            f"{claims} of the claims are not in it: rejected, above the mark"
            + ("" if terms.proposed else ", or checked by nobody yet")
        )
    return tuple(said)


def _chart(series: tuple[Figure, ...], shown: dict[str, Claim]) -> str:
    """The figures of the claims that are shown, each leading to its claim further down."""
    marks = []
    for figure in series:
        claim = shown.get(figure.claim)
        if claim:
            marks.append(mark_of(figure, claim.source.name if claim.source else "", f"#{figure.claim}"))
    return quantity_chart(list(filter(None, marks))) or ""


def _title(transfers: Sequence[Transfer], shown: Sequence[Transfer]) -> str:
    """The flow; with the stage where it is one transfer, as far as the stage may be told."""
    first = transfers[0]
    ends = f"{first.supplier or wording.OPEN} to {first.recipient or wording.OPEN}"
    return (
        f"{ends}: {wording.plain(shown[0].stage) or 'stage open'}"
        if len(transfers) == len(shown) == 1
        else ends
    )


def _file_name(title: str) -> str:
    words = "-".join(re.findall(r"[a-z0-9]+", title.lower()))
    return f"dossier-{words[:80]}.html"


@cache
def _whole_style() -> Markup:
    folder = files("tallybook.web").joinpath("static")
    css = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _SHEETS)
    return Markup("<style>\n{}</style>").format(Markup(css))  # noqa: S704 - our own file

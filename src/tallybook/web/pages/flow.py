"""A flow with what goes the other way: every figure over time, the timeline, the transfers, the responses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from tallybook.errors import UnknownId
from tallybook.model import Claim, Origin, Stage, Transfer
from tallybook.reconcile import Figure, Flow
from tallybook.store import Book, ReportRow
from tallybook.web import addresses, wording
from tallybook.web.charts import TimelineRow, quantity_chart, timeline
from tallybook.web.days import first_day, last_day
from tallybook.web.desk import Page, work_of
from tallybook.web.figures import mark_of
from tallybook.web.rendering import render
from tallybook.web.responses import Deed, deeds_of

MOST = 60
"""Transfers, figures and rows of the timeline on one page: the latest, where there are more."""


@dataclass(frozen=True)
class Side:
    """One direction.

    Attributes:
        flow: what reconciling says of it; ``None`` where nothing goes this way.
        transfers: in it, those that came furthest first; ``further`` is how many there are besides.
        figures: the latest figures; ``earlier`` is how many there are besides.
        claims: the claims whose figures are shown, by id.
        names: who stands behind each origin of these figures, by its id.
        chart: its figures over time, drawn; empty where there are none.
    """

    supplier: str
    recipient: str
    flow: Flow | None
    transfers: tuple[Transfer, ...]
    further: int
    figures: tuple[Figure, ...]
    earlier: int
    claims: dict[str, Claim]
    names: dict[str, str]
    chart: str


@dataclass(frozen=True, kw_only=True)
class FlowPage(Page):
    """A flow.

    Attributes:
        sides: the flow that was asked for, and the one in the opposite direction.
        timeline: transfers, statements and responses of both, drawn; empty where none has a date.
        deeds: what was done about the two.
        reports: the reports that say so, by id.
        names: who stands behind an origin, by its id.
    """

    template: ClassVar[str] = "flow.html"
    at: ClassVar[str] = "/flows"
    sides: tuple[Side, Side]
    timeline: str
    deeds: tuple[Deed, ...]
    reports: dict[str, ReportRow]
    names: dict[str, str]


def show(request: Request) -> Response:
    """The flow from ``from`` to ``to``; an end that is left open is an empty word."""
    supplier = request.query_params.get("from", "")
    recipient = request.query_params.get("to", "")
    with work_of(request).reading() as book:
        there, back = _side(book, supplier, recipient), _side(book, recipient, supplier)
        if there.flow is None and back.flow is None:
            raise UnknownId(
                f"{supplier or 'not said'} to {recipient or 'not said'}: nothing in the book goes this way"
            )
        deeds = deeds_of(book, (there.flow, back.flow))
        page = FlowPage(
            title=f"{supplier or 'not said'} to {recipient or 'not said'}",
            sides=(there, back),
            timeline=_timeline((there, back), deeds) or "",
            deeds=deeds,
            reports=book.shelf.lines({claim.report_id for claim in _claims_of(deeds)}),
            names=back.names | there.names,
        )
    return render(request, page)


def _side(book: Book, supplier: str, recipient: str) -> Side:
    row = book.transfers.flow(supplier or None, recipient or None)
    flow = msgspec.convert(row.body, Flow) if row else None
    found = book.transfers.many(flow.transfers[-MOST:]) if flow else {}
    figures = flow.series[-MOST:] if flow else ()
    origins = book.lineage.origins({figure.origin for figure in figures if figure.origin})
    names = {id_: _name(origin) for id_, origin in origins.items()}
    marks = [mark_of(f, names.get(f.origin or "", ""), f"/claims/{f.claim}") for f in figures]
    return Side(
        supplier=supplier,
        recipient=recipient,
        flow=flow,
        transfers=tuple(sorted(found.values(), key=_furthest_first)),
        further=len(flow.transfers) - len(found) if flow else 0,
        figures=figures,
        earlier=len(flow.series) - len(figures) if flow else 0,
        claims=book.claims.many(figure.claim for figure in figures),
        names=names,
        chart=quantity_chart(list(filter(None, marks))) or "",
    )


_FURTHEST = (
    Stage.RECEIVED,
    Stage.DELIVERED,
    Stage.USED,
    Stage.SHIPPED,
    Stage.SEIZED,
    Stage.APPROVED,
    Stage.AGREED,
    Stage.PLEDGED,
    Stage.PLANNED,
    Stage.OFFERED,
    Stage.SOUGHT,
    Stage.ENDED,
    Stage.DENIED_TRANSFER,
    Stage.UNCLEAR,
)


def _furthest_first(transfer: Transfer) -> tuple[int, int, str]:
    stage = _FURTHEST.index(transfer.stage) if transfer.stage else len(_FURTHEST)
    return (stage, -len(transfer.reports), transfer.id)


def _name(origin: Origin) -> str:
    return origin.speaker or origin.organisation or ""


def _claims_of(deeds: tuple[Deed, ...]) -> Iterable[Claim]:
    return (claim for deed in deeds for answer in deed.answers for claim in answer.claims)


def _timeline(sides: tuple[Side, Side], deeds: tuple[Deed, ...]) -> Markup | None:
    rows = [
        TimelineRow(
            "transfer",
            f"{arrow} {_what(transfer)}",
            transfer.period.earliest if transfer.period else None,
            transfer.period.latest if transfer.period else None,
            addresses.transfer(transfer.id),
        )
        for arrow, side in zip("→←", sides, strict=True)
        for transfer in side.transfers
    ]
    rows += [row for side in sides for row in _statements(side)]
    rows += [
        TimelineRow("response", wording.headline(claim), *_when(claim), f"/claims/{claim.id}")
        for claim in _claims_of(deeds)
    ]
    return timeline(rows)


def _statements(side: Side) -> Iterable[TimelineRow]:
    told = {(wording.source(claim), _when(claim)): claim for claim in side.claims.values() if claim.said_on}
    for (speaker, when), claim in told.items():
        yield TimelineRow("statement", f"statement of {speaker}", *when, f"/claims/{claim.id}")


def _what(transfer: Transfer) -> str:
    amount = wording.amount(transfer.quantity)
    goods = ", ".join(map(wording.plain, transfer.goods))
    return f"{wording.plain(transfer.stage) or 'stage open'}: {amount or goods or 'goods not named'}"


def _when(claim: Claim) -> tuple[dt.date | None, dt.date | None]:
    period = claim.said_on or claim.time
    if period is None:
        return (None, None)
    return (period.earliest or first_day(period.edtf), period.latest or last_day(period.edtf))

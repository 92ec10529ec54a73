"""A transfer: its record, its reports and origins, its values side by side, its grade and its measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Attribute, Claim, Difference, Origin, Transfer, Value
from tallybook.store import Book, ReportRow
from tallybook.web import wording
from tallybook.web.desk import Page, work_of
from tallybook.web.graphs import graph_of
from tallybook.web.pages.history import Line, lines_of
from tallybook.web.records import Record, record_of
from tallybook.web.rendering import render

MOST = 40
"""Reports side by side. The claims below are all of them."""


@dataclass(frozen=True)
class Cell:
    """What one report says of one attribute: each value once, with the kinds of difference that touch it."""

    values: tuple[Value, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Row:
    """One attribute against the reports: a cell a report, in the order of the columns."""

    attribute: Attribute
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class TransferPage(Page):
    """A transfer.

    Attributes:
        transfer: as reconciled.
        record: the line that a register would print.
        columns: its reports, in the order of the table.
        rows: attributes against reports.
        claims: its claims.
        origins: what they go back to.
        independence: why some of these are not independent of each other.
        graph: who took what from whom, drawn; empty where nothing connects its reports.
        related: the transfers that it is related to, by id.
        links: why claims stand together, in words.
        lines: what was decided about it, newest first.
    """

    template: ClassVar[str] = "transfer.html"
    at: ClassVar[str] = "/transfers"
    transfer: Transfer
    record: Record
    columns: tuple[ReportRow, ...]
    rows: tuple[Row, ...]
    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    independence: tuple[str, ...]
    graph: str
    related: dict[str, Transfer]
    links: tuple[tuple[Claim, Claim, str], ...]
    lines: tuple[Line, ...]


def show(request: Request) -> Response:
    """One transfer; an id that it had before it grew leads to it as well."""
    with work_of(request).reading() as book:
        return render(request, page_of(book, book.transfers.get(request.path_params["id"])))


def page_of(book: Book, transfer: Transfer) -> TransferPage:
    """Everything that the page of ``transfer`` shows."""
    claims = book.claims.many(transfer.claims)
    standing = tuple(claims[id_] for id_ in transfer.claims if id_ in claims)
    lines = book.shelf.lines(transfer.reports[:MOST])
    columns = tuple(lines[name] for name in transfer.reports[:MOST] if name in lines)
    origins = book.lineage.origins(transfer.origins)
    reasons = book.transfers.reasons(transfer.id)
    about = book.judgements.about([transfer.id, *transfer.claims])
    return TransferPage(
        title=f"{wording.ends(transfer)}, {transfer.stage or 'stage open'}",
        transfer=transfer,
        record=record_of(transfer, standing),
        columns=columns,
        rows=tuple(_row(attribute, columns) for attribute in transfer.attributes),
        claims=standing,
        origins=tuple(origins[id_] for id_ in transfer.origins if id_ in origins),
        independence=tuple(reasons.independence),
        graph=graph_of(book, transfer.reports) or "",
        related=book.transfers.many(related.id for related in transfer.related),
        links=tuple(
            (claims[str(link["a"])], claims[str(link["b"])], str(link["reason"]))
            for link in reasons.links
            if link["a"] in claims and link["b"] in claims
        ),
        lines=lines_of(book, reversed(about)),
    )


def _row(attribute: Attribute, columns: tuple[ReportRow, ...]) -> Row:
    return Row(attribute, tuple(_cell(attribute, column.name) for column in columns))


def _cell(attribute: Attribute, report: str) -> Cell:
    """The values of one report: equal ones once, and "not said" only where it says nothing else."""
    told = [value for value in attribute.values if value.report == report]
    said = {(value.words or value.value, value.value): value for value in reversed(told) if value.value}
    shown = tuple(reversed(said.values())) or tuple(told[:1])
    claims = {value.claim for value in told}
    kinds = {one.type: one for one in reversed(attribute.differences) if claims.intersection(one.between)}
    return Cell(shown, tuple(reversed(kinds.values())))

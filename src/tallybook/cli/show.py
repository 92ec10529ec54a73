"""``tallybook show``: the register for a person at a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallybook.cli.options import book_of, register_option
from tallybook.cli.terminal import table

if TYPE_CHECKING:
    from tallybook.store import Book


@click.command("show")
@click.argument("what", metavar="transfers|flows|reports|ID")
@register_option
@click.option("--why", is_flag=True, help="Give the reasons too.")
@click.option("--text", is_flag=True, help="Print a report's text, exactly as every offset counts it.")
def command(what: str, register: Path, *, why: bool, text: bool) -> None:
    """Show transfers, flows, reports, or anything by its id (a report also by its path or address)."""
    with book_of(register) as book:
        if text:
            sys.stdout.flush()
            sys.stdout.buffer.write(book.reports.get(what).text.encode())
            sys.stdout.buffer.flush()
        elif what == "transfers":
            transfers(book, why=why)
        elif what == "flows":
            _flows(book)
        elif what == "reports":
            _reports(book)
        else:
            from tallybook.cli.record import show_record  # noqa: PLC0415

            show_record(book, what, why=why)


def transfers(book: Book, why: bool = False) -> None:
    """Print every transfer in a line, by flow."""
    from tallybook.cli.record import amount_of, dates_of, reasons_of  # noqa: PLC0415

    shown = list(book.transfers.all())
    header = (
        "id",
        "supplier",
        "recipient",
        "stage",
        "goods",
        "quantity",
        "when",
        "claims",
        "reports",
        "origins",
        "grade",
    )
    table(
        header,
        (
            (
                transfer.id,
                transfer.supplier or "?",
                transfer.recipient or "?",
                transfer.stage.value if transfer.stage else "",
                ", ".join(category.value for category in transfer.goods),
                amount_of(transfer),
                dates_of(transfer),
                len(transfer.claims),
                len(transfer.reports),
                f"at most {transfer.origins_at_most}",
                f"{transfer.grade.reliability}{transfer.grade.credibility}"
                + ("?" if transfer.grade.proposed else ""),
            )
            for transfer in shown
        ),
    )
    for transfer in shown if why else ():
        reasons_of(transfer)


def _flows(book: Book) -> None:
    rows = []
    after = None
    while True:
        page = book.transfers.flows(limit=200, after=after)
        rows += [
            (flow.supplier or "?", flow.recipient or "?", flow.transfers, flow.claims) for flow in page.items
        ]
        after = page.next
        if after is None:
            break
    table(("supplier", "recipient", "transfers", "claims"), rows)


def _reports(book: Book) -> None:
    rows = []
    after = None
    while True:
        page = book.shelf.page(limit=200, after=after)
        rows += [
            (row.id, row.name, row.publisher, row.published, row.claims, (row.news or {}).get("sentence"))
            for row in page.items
        ]
        after = page.next
        if after is None:
            break
    table(("id", "report", "publisher", "published", "claims", "new in it"), rows)

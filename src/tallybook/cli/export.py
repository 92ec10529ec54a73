"""``tallybook export``: the register as files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallybook.cli.options import book_of, output_option, register_option
from tallybook.errors import UsageError

if TYPE_CHECKING:
    from tallybook.store import Book


@click.command("export")
@click.argument("what", type=click.Choice(["claims", "transfers", "reports", "lineage"]))
@register_option
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv", "json"]), help="jsonl unless said otherwise."
)
@output_option
def command(what: str, register: Path, form: str | None, output: Path | None) -> None:
    """Write claims, transfers or reports (one a line or row), or the lineage (one JSON object)."""
    from tallybook.write import writing_to  # noqa: PLC0415

    form = form or ("json" if what == "lineage" else "jsonl")
    with book_of(register) as book, writing_to(output) as write:
        write(_pieces(book, what, form))


def _pieces(book: Book, what: str, form: str) -> Iterable[bytes]:
    from tallybook import write  # noqa: PLC0415

    match what, form:
        case "claims", "jsonl":
            return write.claims_jsonl(book.claims.all())
        case "claims", "csv":
            rows = {row.name: row.url or "" for row in book.reports.known()}
            return write.claims_csv(book.claims.all(), lambda claim: rows.get(claim.report, ""))
        case "transfers", "jsonl":
            return write.transfers_jsonl(book.transfers.all())
        case "transfers", "csv":
            return write.transfers_csv(book.transfers.all())
        case "reports", "jsonl":
            return write.reports_jsonl(book.reports.known())
        case "lineage", "json":
            return write.lineage_json(book.lineage.whole(), book.reports.known())
    raise UsageError(f"{what} cannot be written as {form}")

"""``tallybook history``: what was decided, by whom and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallybook.cli.options import book_of, register_option
from tallybook.cli.record import judgement_line
from tallybook.errors import UnknownId

if TYPE_CHECKING:
    from tallybook.store import Book


@click.command("history")
@click.argument("key", metavar="ID")
@register_option
def command(key: str, register: Path) -> None:
    """Show every decision about a claim, transfer, report, origin, party or speaker, oldest first."""
    with book_of(register) as book:
        subjects = _subjects(book, key)
        decided = book.judgements.about(subjects)
        retired = book.findings.retired(key)
        if not decided and retired is None and len(subjects) == 1 and not _is_known(book, key):
            raise UnknownId(f"{key}: nothing in the register has this id or name")
        for judgement in decided:
            judgement_line(judgement)
        if retired is not None:
            pointer = f"; {retired.successor} took its place" if retired.successor else ""
            click.echo(f"{retired.at}  retired: {retired.reason}{pointer}")


def _subjects(book: Book, key: str) -> set[str]:
    """What the history of a transfer or report takes in: its claims as well."""
    report = book.reports.find(key)
    if report is not None:
        return {report.id, report.name, *(claim.id for claim in book.claims.of_report(report.id))}
    if key[:1] == "t":
        found = book.transfers.many([key])
        return {key, *(claim for transfer in found.values() for claim in transfer.claims)}
    return {key}


def _is_known(book: Book, key: str) -> bool:
    if book.claims.many([key]) or book.transfers.many([key]) or book.lineage.origins([key]):
        return True
    return any(book.tallies.count_of(facet, key) for facet in ("party", "speaker", "outlet"))

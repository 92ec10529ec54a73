"""``tallybook verify``: is the book what it says it is?"""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.options import book_of, register_option
from tallybook.cli.terminal import plain


@click.command("verify")
@register_option
def command(register: Path) -> int:
    """Hash every captured original again and find every quote again; name what fails."""
    from tallybook.store import verify  # noqa: PLC0415

    failed = 0
    with book_of(register) as book:
        for fault in verify(book):
            failed += 1
            click.echo(f"tallybook: {plain(fault)}", err=True)
        reports, claims = book.reports.count(), book.claims.count().n
    click.echo(
        f"{reports} reports, {claims} claims: " + (f"{failed} faults" if failed else "all as captured")
    )
    return 1 if failed else 0

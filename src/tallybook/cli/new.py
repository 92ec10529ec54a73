"""``tallybook new``: what the latest reports add."""

from __future__ import annotations

from pathlib import Path

import click

from tallybook.cli.options import book_of, register_option
from tallybook.cli.terminal import plain
from tallybook.errors import UsageError


@click.command("new")
@register_option
@click.option("--since", metavar="WHEN", help="A day or instant (2023-10-13, 2023-10-13T08:00:00Z).")
def command(register: Path, since: str | None) -> None:
    """Show what reports add: copies, new figures, new origins, denials; the weightiest first.

    Without --since: the reports of the last day on which any came in.
    """
    with book_of(register) as book:
        start = _instant(since) if since else book.shelf.last_day()
        for row in sorted(book.shelf.captured_from(start), key=lambda row: (row.rank, row.captured_at)):
            news = row.news or {}
            sentence = news.get("sentence") or "not reconciled yet"
            click.echo(f"{row.id}  {plain(row.name)}: {plain(sentence)}")


def _instant(words: str) -> str:
    import datetime as dt  # noqa: PLC0415

    try:
        instant = dt.datetime.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"--since: not a day or instant: {words!r}") from error
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=dt.UTC)
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

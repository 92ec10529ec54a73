"""``tallybook new``: what the latest reports add."""

from __future__ import annotations

import re
from pathlib import Path

import click

from tallybook.cli.options import book_of, register_option
from tallybook.cli.terminal import plain
from tallybook.errors import UsageError

_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


@click.command("new")
@register_option
@click.option(
    "--since",
    metavar="WHEN",
    help="A day or instant, today, yesterday, or how long ago: 12h, 7d, 2w.",
)
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
    """The instant that is meant, UTC; days begin at midnight UTC, as captures are dated."""
    import datetime as dt  # noqa: PLC0415

    now = dt.datetime.now(dt.UTC)
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    named = {"today": today, "yesterday": today - dt.timedelta(days=1)}
    ago = re.fullmatch(r"(\d{1,4})([hdw])", words.strip().lower())
    try:
        if ago:
            instant = now - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        else:
            instant = named.get(words.strip().lower()) or dt.datetime.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"--since: not a day or instant: {words!r}") from error
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=dt.UTC)
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

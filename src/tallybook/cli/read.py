"""``tallybook read``: reports come in."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tallybook.cli.options import register_of, register_option
from tallybook.cli.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tallybook.errors import InputError
    from tallybook.pipeline import Taken


@click.command("read")
@click.argument("targets", metavar="PATH_OR_URL...", nargs=-1, required=True)
@register_option
@click.option(
    "--allow-private", is_flag=True, help="Fetch addresses of this machine and of private networks too."
)
@click.option("--again", is_flag=True, help="Read also what this reader has read before.")
def command(targets: tuple[str, ...], register: Path, *, allow_private: bool, again: bool) -> int:
    """Read reports (files, folders, addresses) into a register; make it if there is none.

    The same report again adds nothing; other bytes under its name are a new version of it. What cannot be
    read is named on standard error, one line each, and the rest goes on.
    """
    from tallybook import settings  # noqa: PLC0415
    from tallybook.pipeline import Pipeline  # noqa: PLC0415

    chosen = settings.load()
    with register_of(register, create=True) as opened:
        pipeline = Pipeline(opened, model=chosen.model)
        options = chosen.options(allow_private=allow_private)
        own = _own_files(targets, register)
        outcomes = pipeline.read(targets, options, again=again)
        return follow(one for one in outcomes if getattr(one, "name", None) not in own)


def _own_files(targets: tuple[str, ...], register: Path) -> set[str]:
    """The files of the register itself, as they are named where they lie in a folder that is read."""
    own: set[str] = set()
    for folder in (Path(target).absolute() for target in targets if Path(target).is_dir()):
        with suppress(ValueError):
            name = str(register.absolute().relative_to(folder))
            own |= {name, f"{name}-wal", f"{name}-shm", f"{name}-journal"}
    return own


def follow(outcomes: Iterable[Taken | InputError]) -> int:
    """Tell on standard error what becomes of each report; the exit status."""
    counts: dict[str, int] = {}
    claims = 0
    for outcome in outcomes:
        _clear()
        if isinstance(outcome, Exception):
            click.echo(f"tallybook: {plain(outcome)}", err=True)
            counts["failed"] = counts.get("failed", 0) + 1
            continue
        counts[outcome.status] = counts.get(outcome.status, 0) + 1
        claims += len(outcome.added)
        _progress(f"{sum(counts.values())} reports, {claims} new claims: {plain(outcome.report.name)}")
    _clear()
    words = {
        "new": "new",
        "version": "new versions",
        "again": "read again",
        "known": "known",
        "failed": "failed",
    }
    told = ", ".join(f"{counts[key]} {word}" for key, word in words.items() if key in counts)
    click.echo(f"{told or 'nothing to read'}; {claims} new claims", err=True)
    return 1 if "failed" in counts else 0


def _progress(line: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{line[:100]}", nl=False, err=True)


def _clear() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tallybook.errors import UsageError

if TYPE_CHECKING:
    from tallybook.store import Book, Register

F = TypeVar("F", bound=Callable[..., object])


def register_option(function: F) -> F:
    """``--register FILE``; ``TALLYBOOK_REGISTER`` stands in for it."""
    return click.option(
        "--register",
        "register",
        metavar="FILE",
        envvar="TALLYBOOK_REGISTER",
        required=True,
        type=click.Path(path_type=Path),
        show_envvar=True,
        help="The register: an SQLite file.",
    )(function)


def output_option(function: F) -> F:
    """``-o OUT``."""
    return click.option(
        "-o",
        "--output",
        metavar="OUT",
        type=click.Path(path_type=Path),
        help="Write to this file, whole or not at all.",
    )(function)


def signing_options(function: F) -> F:
    """What every judgement asks for: ``--register``, ``--name`` (or ``TALLYBOOK_NAME``), ``--reason``."""
    reason = click.option("--reason", metavar="WORDS", help="Why.")
    name = click.option(
        "--name", metavar="WHO", envvar="TALLYBOOK_NAME", show_envvar=True, help="Who decides."
    )
    return register_option(name(reason(function)))


@contextmanager
def book_of(register: Path) -> Iterator[Book]:
    """The book to look things up in; says so where results are behind."""
    from tallybook.store import open_register  # noqa: PLC0415

    opened = open_register(register, read_only=True)
    try:
        with opened.reading() as book:
            waiting = book.counters.waiting()
            if waiting:
                note = (
                    f"tallybook: {waiting} reports or judgements are not reconciled yet; run 'tallybook read'"
                )
                click.echo(note, err=True)
            yield book
    finally:
        opened.close()


@contextmanager
def register_of(register: Path, *, create: bool = False) -> Iterator[Register]:
    """The register, to write in."""
    from tallybook import settings  # noqa: PLC0415
    from tallybook.store import open_register  # noqa: PLC0415

    opened = open_register(register, create=create, busy_seconds=settings.load().busy)
    try:
        yield opened
    finally:
        opened.close()


def who(name: str | None) -> str:
    """The name that a judgement is signed with.

    Raises:
        UsageError: nobody said who decides.
    """
    if not name or not name.strip():
        raise UsageError("who decides? give --name or set TALLYBOOK_NAME")
    return name.strip()

"""The reader, loaded once, and what becomes of a report that it reads."""

from __future__ import annotations

import functools
from importlib import metadata
from typing import Literal, Protocol

import msgspec

from tallybook.model import Attribution, Claim, Report


class Reads(Protocol):
    """What the pipeline asks of a reader."""

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of a report."""

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Who says what in a text."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one report.

    ``known``: same bytes, read before. ``new``: a report, ``version``: other bytes under its name.
    ``again``: same bytes, read once more. ``added`` and ``retired`` are ids of claims.
    """

    report: Report
    status: Literal["known", "new", "version", "again"]
    added: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()


@functools.cache
def reader(model: str | None = None) -> Reads:
    """The reader with its vocabulary and a language model (ours, or another that is installed), loaded once.

    Raises:
        ModelError: the language model is missing or is not the one we checked.
        VocabularyError: a data file breaks its own rules.
    """
    from tallybook import vocabulary  # noqa: PLC0415
    from tallybook.read import Reader  # noqa: PLC0415
    from tallybook.read.text.parse import DEFAULT_MODEL, load_language  # noqa: PLC0415

    return Reader(vocabulary.load(), load_language(model or DEFAULT_MODEL))


def reader_name(model: str | None = None) -> str:
    """Name and version of the reader, as the register notes it with each reading."""
    return f"tallybook {version()}" + (f" with {model}" if model else "")


def version() -> str:
    """The version of the installed package; "0" where it runs from a folder of sources."""
    try:
        return metadata.version("tallybook")
    except metadata.PackageNotFoundError:
        return "0"

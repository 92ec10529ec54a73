"""Reports of our own words, for tests of the reader."""

from __future__ import annotations

from tallybook.model import Claim, ClaimKind, Report, new_report_id
from tallybook.read import Reader

DAY = "2024-04-18"


def report_of(text: str, published: str | None = DAY) -> Report:
    """A report of a day, captured on it; ``None``: its own day is not known."""
    return Report(
        id=new_report_id("own.txt"),
        name="own.txt",
        text=text,
        sha256="",
        captured_at=f"{published or DAY}T12:00:00Z",
        published=published,
    )


def transfers(reader: Reader, text: str, published: str | None = DAY) -> list[Claim]:
    """The transfers read in ``text``."""
    return [c for c in reader.read(report_of(text, published)) if c.kind is ClaimKind.TRANSFER]


def noted(reader: Reader, words: str) -> list[Claim]:
    """The transfers of ``words`` below a headline that tells nothing, on 20 February 2025."""
    return transfers(reader, f"Morning notes from the desk\n\n{words}", "2025-02-20")

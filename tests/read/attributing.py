"""Reads a text of ours and asks who says a clause of it."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Report, Span
from tallybook.read.attribution.attributed import Attributed, source_of
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.reading import attribute
from tallybook.read.page import build_page
from tallybook.read.text.parse import load_language
from tallybook.vocabulary import load

BOOK = CueBook(load().cues)


def read(text: str) -> tuple[Attributed, ...]:
    """Every attribution of a report with this text, published on a Wednesday."""
    report = Report(id="r1", name="t", text=text, sha256="", captured_at="2024-05-15", published="2024-05-15")
    return attribute(build_page(report, load_language()), load(), BOOK)


def told(text: str, claim: str) -> Attributed | None:
    """Who says the clause ``claim`` of ``text``."""
    start = text.index(claim)
    return source_of(read(text), Span(start, start + len(claim)))


def check(text: str, claim: str, expected: tuple[str, Sequence[str], str]) -> None:
    """Hold name, relays and a word of the cue."""
    found = told(text, claim)
    assert found is not None
    name, via, cue = expected
    assert found.source.name.lower().removeprefix("the ") == name.lower().removeprefix("the ")
    assert found.source.via == tuple(via)
    assert cue in (found.source.cue or "")

"""Nouns to and from the JSON that the register keeps of them."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from tallybook.model import Capture, Claim, Report

T = TypeVar("T")


def encoded(noun: object) -> str:
    """The JSON of a noun, always the same for equal nouns."""
    return msgspec.json.encode(noun).decode()


def decoded(kind: type[T], body: str | bytes) -> T:
    """The noun that ``encoded`` wrote."""
    return msgspec.json.decode(body, type=kind)


def report_body(report: Report) -> str:
    """A report without its text, which has a column of its own."""
    return encoded(msgspec.structs.replace(report, text=""))


def report_from(body: str, text: str) -> Report:
    """A report from its two columns."""
    return msgspec.structs.replace(decoded(Report, body), text=text)


def claim_from(body: str) -> Claim:
    """A claim from its column."""
    return decoded(Claim, body)


def first_day(edtf: str | None) -> str | None:
    """The first day that an EDTF date allows, for sorting; ``None`` where it names no year."""
    found = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", edtf or "")
    if not found:
        return None
    year, month, day = found.groups()
    # EDTF numbers seasons 21 to 41 in the place of the month.
    month = month if month and "01" <= month <= "12" else "01"
    return f"{year}-{month}-{day or '01'}"


def is_plain_text(capture: Capture) -> bool:
    """Whether every word of a capture is text that can be written down (no lone surrogates)."""
    report = capture.report
    words = (
        report.name,
        report.text,
        report.title or "",
        report.publisher or "",
        *report.authors,
        report.url or "",
    )
    return not any(_SURROGATE.search(part) for part in words)


_SURROGATE = re.compile("[\ud800-\udfff]")

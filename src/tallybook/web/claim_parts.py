"""The parts of a claim's form, one by one: words that stand in the report, numbers, dates, terms, ships."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TypeVar

import edtf

from tallybook.model import Report, Span, Vessel
from tallybook.web.claim_fields import ClaimFields

E = TypeVar("E", bound=StrEnum)

NOT_THERE = "These words do not stand in the report."

_IMO = re.compile(r"^(.*?)\s*\(?IMO\s*(\d{7})\)?$", re.IGNORECASE)


class Finder:
    """Finds words in a report, whatever white space stands between them, nearest to the quote."""

    def __init__(self, report: Report, quote: Span) -> None:
        self.text = report.text
        self.quote = quote

    def span(self, words: str) -> Span | None:
        """Where ``words`` stand: in the quote if they do, else the nearest place."""
        parts = [re.escape(part) for part in words.split()]
        if not parts:
            return None
        places = [Span(*match.span()) for match in re.finditer(r"\s+".join(parts), self.text)]
        return min(places, key=self._distance, default=None)

    def _distance(self, span: Span) -> tuple[bool, int]:
        return (not self.quote.contains(span), abs(span.start - self.quote.start))


class Parts:
    """Reads single fields; what is wrong with one is noted beside it.

    Args:
        fields: the form.
        report: in which words must stand.
        quote: near which they are looked for.
    """

    def __init__(self, fields: ClaimFields, report: Report, quote: Span) -> None:
        self.fields = fields
        self.values = fields.values
        self.report = report
        self.find = Finder(report, quote)

    def fault(self, field: str, words: str) -> None:
        """Note what is wrong; the first fault of a field stands."""
        self.fields.faults.setdefault(field, words)

    def words(self, field: str, words: str) -> tuple[str, Span | None]:
        """The words as they stand in the report, and where."""
        if not words:
            return "", None
        span = self.find.span(words)
        if span is None:
            self.fault(field, NOT_THERE)
            return words, None
        return span.of(self.report.text), span

    def term(self, field: str, terms: type[E]) -> E | None:
        """A term of a closed list; ``None`` where the field is empty."""
        value = self.values[field]
        if not value:
            return None
        try:
            return terms(value)
        except ValueError:
            self.fault(field, "Choose one of the terms.")
            return None

    def name(self, field: str) -> str | None:
        """A name on one line; ``None`` where the field is empty."""
        return self.values[field][:200] or None

    def number(self, field: str) -> float | None:
        """A number, with or without thousands apart; ``None`` where the field is empty."""
        value = self.values[field].replace(",", "").replace(" ", "")
        if not value:
            return None
        if not re.fullmatch(r"\d{1,15}(\.\d{1,6})?", value):
            self.fault(field, "Give a number, such as 1500.")
            return None
        return float(value)

    def edtf(self, field: str) -> str | None:
        """An EDTF date (ISO 8601-2:2019, annex A); ``None`` where the field is empty."""
        value = self.values[field]
        if not value:
            return None
        try:
            edtf.parse_edtf(value)
        except edtf.EDTFParseException:
            self.fault(field, "Give a date such as 2024, 2024-05 or 2024-05-31.")
            return None
        return value

    def day(self, field: str) -> dt.date | None:
        """A day; ``None`` where the field is empty."""
        value = self.values[field]
        if not value:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fault(field, "Give a day such as 2024-05-31.")
            return None


def several(words: str) -> tuple[str, ...]:
    """The parts of a field that holds several, with semicolons between them."""
    return tuple(part.strip() for part in words.split(";") if part.strip())


def ship(words: str) -> Vessel:
    """A ship as it is written in the form: "Name" or "Name (IMO 1234567)"."""
    found = _IMO.match(words)
    return Vessel(name=found[1] or words, imo=found[2]) if found else Vessel(name=words)


def bounds(date: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that an EDTF date allows."""
    parsed = edtf.parse_edtf(date)
    try:
        ends = (parsed.lower_strict(), parsed.upper_strict())
        return dt.date(*ends[0][:3]), dt.date(*ends[1][:3])
    except (AttributeError, TypeError, ValueError, OverflowError):
        return None, None  # open or unknown ends have no day

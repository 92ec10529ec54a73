"""Where words stand in a report's text."""

from __future__ import annotations

from typing import NamedTuple

import msgspec


class Span(NamedTuple):
    """Half-open range of characters (code points) of one report's text.

    JSON: ``[start, end]``. Offsets count from 0 in the text as ``show REPORT --text`` prints it.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand at this span of ``text``."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Number of characters that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def stands_in(self, text: str) -> bool:
        """Whether the span is a non-empty range inside ``text``."""
        return 0 <= self.start < self.end <= len(text)


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Exact words of a report and where they stand: ``report.text[span] == text``."""

    text: str
    span: Span

    @classmethod
    def at(cls, source: str, start: int, end: int) -> Words:
        """The words of ``source`` from ``start`` to ``end``."""
        return cls(text=source[start:end], span=Span(start, end))

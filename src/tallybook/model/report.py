"""A report: one published text as captured."""

from __future__ import annotations

import hashlib

import msgspec

from tallybook.model.span import Span
from tallybook.model.terms import CaptureMethod, Handling


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One version of one report: its text, where it came from and what is known of it.

    Attributes:
        id: permanent, ``r`` and 12 hex digits, the same for every version.
        name: the address, or the path as given (CONTRACT, "Reports").
        version: 1 for the first capture, one more for other bytes under the same name.
        text: the text that every offset counts in; never rewritten.
        sha256: of the captured bytes; of the UTF-8 text where there are none (by hand).
        charset: how the bytes were decoded, ``None`` for formats that say it themselves (PDF).
        captured_at: ISO 8601 instant, UTC.
        credit: the agency that wrote it, where its dateline names one; not always the publisher.
        published: EDTF.
        language: BCP 47.
        translation_of: id or name of the report that this one translates.
        pages: character range of each page (PDF).
        headline: where the headline stands in the text, if it does.
        clutter: ranges that are no content (advertisements, menus, sharing buttons); never read.
        mended: names of fields that a person set; a new capture leaves them alone.
    """

    id: str
    name: str
    version: int = 1
    text: str
    sha256: str
    media_type: str = "text/plain"
    charset: str | None = "utf-8"
    captured_at: str
    capture_method: CaptureMethod = CaptureMethod.FILE
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    credit: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    translation_of: str | None = None
    pages: tuple[Span, ...] = ()
    handling: Handling = Handling.CLEAR
    archive_url: str | None = None
    headline: Span | None = None
    clutter: tuple[Span, ...] = ()
    mended: tuple[str, ...] = ()

    def outside_clutter(self, span: Span) -> tuple[Span, ...]:
        """The pieces of ``span`` that are content, in order; clutter may stand inside a line."""
        pieces: list[Span] = []
        start = span.start
        for clutter in sorted(c for c in self.clutter if c.overlap(span)):
            if start < clutter.start:
                pieces.append(Span(start, clutter.start))
            start = max(start, clutter.end)
        if start < span.end:
            pieces.append(Span(start, span.end))
        return tuple(pieces)


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """What a gatherer hands over: the bytes as captured and the report made of them."""

    data: bytes | None
    report: Report


MENDABLE = (
    "title",
    "authors",
    "publisher",
    "url",
    "published",
    "language",
    "translation_of",
    "handling",
    "archive_url",
)
"""Fields of a report that a person can mend."""


def new_report_id(name: str) -> str:
    """The permanent id of the report of this name: ``r`` and 12 hex digits."""
    return "r" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]

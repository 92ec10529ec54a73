"""What the reader sees in words that a person selected: the start of a claim made by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from tallybook.model import QUOTE_LIMIT, Claim, Report, Span

_BREAK = re.compile(r"\n\s*\n")


def seen_in(report: Report, span: Span, look: Callable[[Report], Iterable[Claim]]) -> Claim:
    """A claim on the words at ``span``, as far as the reader sees one there; the rest is left open.

    The reader reads the paragraph in which the words stand, so that a speaker who is named in the next
    sentence is seen too. Of the claims that it finds, the one that shares most words with the selection
    is taken; the quote is what was selected.

    Args:
        report: in which the words stand.
        span: of the words that were selected.
        look: the reader.
    """
    span = trimmed(span, report.text)
    blank = Claim(report=report.name, report_id=report.id, quote=span.of(report.text), quote_span=span)
    around = paragraph(span, report.text)
    cut = msgspec.structs.replace(
        report, text=around.of(report.text), clutter=(), pages=(), headline=None, title=None
    )
    inner = span.shifted(-around.start)
    found = [claim for claim in look(cut) if claim.quote_span.overlap(inner)]
    if not found:
        return blank
    best = max(found, key=lambda claim: (_share(claim.quote_span, inner), -claim.quote_span.start))
    return msgspec.structs.replace(
        best,
        id="",
        report=report.name,
        report_id=report.id,
        quote=span.of(report.text),
        quote_span=span,
        also=(),
        also_spans=(),
    )


def trimmed(span: Span, text: str) -> Span:
    """The span without white space at its ends, not longer than a quote may be."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, min(start + len(words.strip()), start + QUOTE_LIMIT))


def paragraph(span: Span, text: str) -> Span:
    """The paragraph, or paragraphs, in which the words stand."""
    start = max((match.end() for match in _BREAK.finditer(text, 0, span.start)), default=0)
    after = _BREAK.search(text, span.end)
    return Span(start, after.start() if after else len(text))


def _share(quote: Span, selected: Span) -> float:
    return quote.overlap(selected) / max(quote.length, selected.length, 1)

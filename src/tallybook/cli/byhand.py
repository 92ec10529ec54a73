"""A claim as a person writes it down, made whole."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

import msgspec

from tallybook.errors import UsageError
from tallybook.model import Claim, ClaimState, Report


def made_by_hand(given: Mapping[str, object], report: Report, author: str) -> Claim:
    """The claim that ``given`` (fields of the claims export) says of a report.

    Its quote must stand in the report's text; ``quote_span`` is needed only where it stands there twice.

    Raises:
        UsageError: it is no claim, or its words do not stand in the report.
    """
    quote = given.get("quote")
    if not isinstance(quote, str) or not quote:
        raise UsageError("a claim needs the exact words that carry it: 'quote'")
    fields = {
        **given,
        "id": "c" + secrets.token_hex(6),
        "report": report.name,
        "report_id": report.id,
        "made_by": author,
        "state": ClaimState.CHECKED,
        "quote_span": given.get("quote_span") or _place(quote, report),
    }
    try:
        claim = msgspec.convert(fields, Claim)
    except (msgspec.ValidationError, ValueError) as error:
        raise UsageError(f"this is no claim: {error}") from error
    if len(claim.also) != len(claim.also_spans) or not claim.stands_in(report.text):
        raise UsageError(f"these words do not stand in {report.name} at this place: {quote[:80]!r}")
    return claim


def _place(quote: str, report: Report) -> tuple[int, int]:
    count = report.text.count(quote)
    if count != 1:
        often = "do not stand" if count == 0 else f"stand {count} times (give 'quote_span')"
        raise UsageError(f"these words {often} in {report.name}: {quote[:80]!r}")
    start = report.text.index(quote)
    return start, start + len(quote)

"""Whose release a text is, so that what it says in its own voice is that party's word. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Claim, Report
from tallybook.reconcile.names import names_in
from tallybook.reconcile.wording import touches

_HEAD = 400
"""Characters from the beginning among which a release names who puts it out."""


def issuer_of(report: Report, claims: Sequence[Claim]) -> str | None:
    """The name of who speaks in a text that is nobody's report; ``None`` where the words do not show it.

    Either the text says that it is a release, and names a person at its head; or its headline begins with a
    body of which it tells throughout without once saying "the body said".
    """
    if report.publisher or report.credit or report.authors:
        return None
    if touches("release-words", report.text):
        people = (m for m in names_in(report.text[:_HEAD]) if m.named.kind == "person" and m.named.block)
        return next((m.named.name for m in people), None)
    return _tells_of_itself(report, claims)


def _tells_of_itself(report: Report, claims: Sequence[Claim]) -> str | None:
    found = names_in(report.title or "")
    first = next((m.named for m in found if m.start == 0 and m.named.kind == "body" and m.named.body), None)
    if first is None or any(claim.source and claim.source.via for claim in claims):
        return None
    named = [{m.named.block for m in names_in(claim.source.name)} for claim in claims if claim.source]
    quoted = any(not blocks or first.block in blocks for blocks in named)
    own = any(claim.source is None for claim in claims)
    again = sum(m.named.body == first.body for m in names_in(report.text)) >= 3
    return first.name if own and again and not quoted else None

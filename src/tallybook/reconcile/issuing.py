"""Whose release a text is, so that what it says in its own voice is that party's word. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Claim, Report
from tallybook.reconcile.names import names_in
from tallybook.reconcile.wording import pattern, touches

_HEAD = 400
"""Characters from the beginning among which a release names who puts it out."""


def issuer_of(report: Report, claims: Sequence[Claim]) -> str | None:
    """The name of who speaks in a text that is nobody's report; ``None`` where the words do not show it.

    Either the text says that it is a release, and names a person or a body at its head; or its headline
    begins with a body of which it tells throughout without once saying "the body said".
    """
    if report.publisher or report.credit:
        return None
    if _labelled(report.text):
        return _first_body(report.text, claims)
    if report.authors:
        return None
    if touches("release-words", report.text):
        people = (m for m in names_in(report.text[:_HEAD]) if m.named.kind == "person" and m.named.block)
        return next((m.named.name for m in people), None)
    return _tells_of_itself(report, claims)


def _labelled(text: str) -> bool:
    """Whether a line at the head is "PRESS RELEASE", with a date or the like behind it at most."""
    for line in text[:_HEAD].splitlines():
        found = pattern("release-labels").match(line.strip())
        if found and not line.strip()[found.end() :].strip()[:1].islower():
            return True
    return False


def _first_body(text: str, claims: Sequence[Claim]) -> str | None:
    """The first body at the head that is no end of what is told: it speaks of itself by its name."""
    ends = {end for claim in claims for end in (claim.supplier, claim.recipient)}
    bodies = (m.named for m in names_in(text[:_HEAD]) if m.named.kind == "body")
    return next((b.name for b in bodies if b.name not in ends and b.what != "armed-group"), None)


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

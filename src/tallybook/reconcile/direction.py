"""Which of two reports that depend on each other is the parent, and what decides it."""

from __future__ import annotations

import msgspec

from tallybook.reconcile.declared import declares
from tallybook.reconcile.outlets import key_of
from tallybook.reconcile.pages import Page
from tallybook.reconcile.when import instant_of
from tallybook.reconcile.wording import touches

_FULLER = 1.1
"""How many times more words in quotation marks make the fuller quotations."""

_CUT = 1.5
"""How many times more of the one stands in the other, where the one was cut out of the other."""


class Direction(msgspec.Struct, frozen=True):
    """The parent and the child by name; ``known`` is false where nothing decides: then in order of name."""

    parent: str
    child: str
    known: bool
    declared: str | None
    reason: str


def direction_of(one: Page, two: Page, contained: tuple[float, float]) -> Direction:
    """Which is the parent: declarations first, then dates, then fuller quotations, then what was cut.

    Args:
        one: the report that sorts first by name.
        two: the other.
        contained: share of each report's words that stands in the other.
    """
    for parent, child in ((one, two), (two, one)):
        words = declaration_of(parent, child)
        if words and not declaration_of(child, parent):
            return Direction(
                parent.name, child.name, known=True, declared=words, reason=f"declared: “{words}”"
            )
    way = _undeclared(one, two, contained)
    credit = _shared_credit(one, two)
    return msgspec.structs.replace(way, declared=credit) if credit else way


def _shared_credit(one: Page, two: Page) -> str | None:
    """The agency to which both reports are credited."""
    named = (one.report.credit, two.report.credit)
    same = all(named) and key_of(named[0] or "") == key_of(named[1] or "")
    return f"({named[0]})" if same else None


def _undeclared(one: Page, two: Page, contained: tuple[float, float]) -> Direction:
    """Which is the parent where neither names the other: by dates, agency, quotations, what was cut."""
    by_date = _by_date(one, two)
    if by_date:
        return by_date
    for parent, child in ((one, two), (two, one)):
        if parent.report.credit and not (child.report.credit or child.declared):
            reason = f"the parent is an agency's report ({parent.report.credit}), the child names no source"
            return Direction(parent.name, child.name, known=True, declared=None, reason=reason)
    for parent, child in ((one, two), (two, one)):
        if (
            parent.print.quotation_words > _FULLER * child.print.quotation_words
            and parent.print.quotation_words > 15
        ):
            reason = "the parent has the fuller quotations"
            return Direction(parent.name, child.name, known=True, declared=None, reason=reason)
    for parent, child, share in ((one, two, contained[1]), (two, one, contained[0])):
        other = contained[0] if share == contained[1] else contained[1]
        if share > _CUT * other:
            reason = "the child is cut out of the longer report"
            return Direction(parent.name, child.name, known=True, declared=None, reason=reason)
    return Direction(
        one.name, two.name, known=False, declared=None, reason="nothing decides which came first"
    )


def declaration_of(parent: Page, child: Page) -> str | None:
    """The words with which the child names the parent's outlet as its source, or ``None``."""
    if child.report.translation_of in (parent.id, parent.name):
        return "translation"
    declared = next((d.words for d in child.declared if d.key in parent.houses), None)
    publisher = parent.report.publisher
    if not declared and publisher is None and len(parent.declared) == 1:
        told = touches("told-an-outlet", parent.declared[0].words)  # whom its sources told, and nobody else
        passed_on = (d.words for d in child.declared if d.key == parent.declared[0].key)
        return next((w for w in passed_on if told and not touches("told-an-outlet", w)), None)
    if not declared and publisher is None and child.report.credit and not _is_own_credit(child):
        own = {d.key for d in parent.declared}  # a page without a name whose text says "... reports"
        return f"({child.report.credit})" if key_of(child.report.credit) in own else None
    if declared or publisher is None or publisher == child.report.publisher:
        return declared
    return declares(child.report, publisher)


def _is_own_credit(page: Page) -> bool:
    """Whether a report is credited to the very outlet that published it."""
    return key_of(page.report.credit or "") in page.houses


def _by_date(one: Page, two: Page) -> Direction | None:
    instants = instant_of(one.report.published), instant_of(two.report.published)
    for parent, child, at in ((one, two, instants), (two, one, instants[::-1])):
        first, later = at
        if parent.published.is_before(child.published) or (first and later and first < later):
            reason = f"published first ({parent.report.published}, then {child.report.published})"
            return Direction(parent.name, child.name, known=True, declared=None, reason=reason)
    return None

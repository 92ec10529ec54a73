"""Which time has an event that stands in an expression of time: "after it had frozen sales in 2018"?"""

from __future__ import annotations

from tallybook.model import Period
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.read.times.periods import find_periods


def in_clause(period: Period, head: Token, scene: Scene) -> Period:
    """The expression of time behind ``head`` in the words of ``period``, where these tell the event.

    Another event of the sentence was after that; this one was then. Only what needs no day of the report to
    be understood is taken ("in 2018").
    """
    if period.span is None or head.doc is not scene.doc:
        return period
    start = head.idx + scene.sentence.offset
    if not period.span.start < start < period.span.end:
        return period
    behind = period.text[start - period.span.start :]
    found = find_periods(behind, start, None)
    known = [p for p in found if p.has_day]
    return known[0] if known else period

"""Whether the times of two claims, and those of their reports, meet as those of one transfer do."""

from __future__ import annotations

from tallybook.model import Certainty
from tallybook.reconcile.facts import Facts, Family, at_large
from tallybook.reconcile.names import wide_name

SAME_WEEKS = 21
"""Days between reports that may retell one earlier statement."""

_FIRST = "first"

NEWS_DAYS = 3
"""Days between reports of one piece of news."""


def background(a: Facts, b: Facts) -> bool:
    """Whether reports of the same days tell again what was long over, each with its year."""
    over = all(f.period.last and f.published.first and f.period.last < f.published.first for f in (a, b))
    near = a.published.meets(b.published, NEWS_DAYS) and known_days(a, b)
    return over and near and a.family is b.family and a.report != b.report and a.period.meets(b.period, 1)


def one_date(a: Facts, b: Facts) -> bool:
    """Whether two reports give one year or day for an agreement between the two."""
    return a.family is b.family is Family.DEAL and a.period.known and a.period == b.period


def one_charge(a: Facts, b: Facts) -> bool:
    """Whether a party charges, in reports of the same weeks, that arms are given, and no more of them."""
    charges = (
        a.certainty is b.certainty is Certainty.ALLEGED and a.family is b.family and a.report != b.report
    )
    theirs = a.speaker.block is not None and wide_name(a.speaker.block) == wide_name(b.speaker.block)
    weeks = known_days(a, b) and a.published.meets(b.published, SAME_WEEKS)
    return charges and theirs and weeks and at_large(a) and at_large(b)


def known_days(a: Facts, b: Facts) -> bool:
    """Whether the day of both reports is known."""
    return a.published.known and b.published.known


def both_since(a: Facts, b: Facts) -> bool:
    """Whether both give one day after which it happened, each until its own report came out."""
    since = a.period.first == b.period.first is not None and a.period != b.period
    return since and all(f.period.last == f.published.last is not None for f in (a, b))


def _as_many_of_one_type(a: Facts, b: Facts) -> bool:
    counts = [next((x.figure for x in f.amounts if x.exact), None) for f in (a, b)]
    return counts[0] == counts[1] is not None and bool(a.marks & b.marks) and a.flow == b.flow


def same_lot(a: Facts, b: Facts) -> bool:
    """Whether reports of the same days tell of the first lot, or of the rest."""
    named = a.lot == b.lot and a.lot not in (None, "more") and a.report != b.report
    if named and a.lot == _FIRST and _as_many_of_one_type(a, b):
        return True  # of a type, there is one first lot
    named = named and not (a.period.known and b.period.known and a.period != b.period)
    return named and known_days(a, b) and a.published.meets(b.published, NEWS_DAYS)

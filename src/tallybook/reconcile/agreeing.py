"""Whether two claims can tell of one thing at all: by their flows, their goods and their stages."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Category, Certainty, Stage
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.grouping import Flow
from tallybook.reconcile.names import wide_name

LATE = dt.timedelta(days=31)
"""Time before a report after which what it tells of is no news any more."""

INTENDED = frozenset({Family.PLAN, Family.DEAL, Family.WISH})
"""Stages of what is meant and not yet done."""

WIDE = frozenset({Category.UNSPECIFIED, Category.OTHER})
"""Categories that hardly tell one kind of goods from another."""

_TO_COME = frozenset({Stage.PLANNED, Stage.PLEDGED, Stage.OFFERED, Stage.SOUGHT})
_HEAVY = frozenset({Category.ARTILLERY_AMMUNITION, Category.ROCKETS, Category.MISSILES, Category.BOMBS})
_FLYING = frozenset({Category.AIRCRAFT, Category.DRONES})


def flows_agree(one: Flow, two: Flow) -> bool:
    """Whether two flows may be one: equal, or one of them leaves an end open or names it by its country."""
    if one == two:
        return True
    ends = list(zip(one, two, strict=True))
    return all(_ends_agree(a, b) for a, b in ends) and any(a == b and a for a, b in ends)


def one_flow(one: Flow, two: Flow) -> bool:
    """Whether two flows are one: equal, or one names a party's country for it, and no end is left open."""
    return one == two or (None not in (*one, *two) and flows_agree(one, two))


def _ends_agree(one: str | None, two: str | None) -> bool:
    """Whether one party may stand at both ends: "the Houthis", "Yemen", or nobody named."""
    return one == two or one is None or two is None or one == wide_name(two) or two == wide_name(one)


def lots_agree(one: Facts, two: Facts) -> bool:
    """Whether both may tell of one lot: not the first and the last, and one "more" is never the first."""
    lots = {one.lot, two.lot} - {None}
    return len(lots) < 2 or ("more" in lots and "first" not in lots)


def goods_agree(one: Facts, two: Facts) -> bool:
    """Whether the goods may be the same: shared categories, or words too wide to tell."""
    if (one.definite or two.definite) and one.goods <= _FLYING and two.goods <= _FLYING:
        return True  # "the aircraft", of drones
    if "launchers" in one.kinds & two.kinds:
        return True  # of missiles, of rockets or of air defence
    if Category.UNSPECIFIED in one.goods | two.goods or not one.goods or not two.goods:
        return _wide_or_shared(one, two)
    return bool(one.goods & two.goods) or bool(one.goods & _HEAVY and two.goods & _HEAVY)


def equally_wide(one: Facts, two: Facts) -> bool:
    """Whether both name goods of one class, or neither any class."""
    a, b = one.goods - {Category.UNSPECIFIED}, two.goods - {Category.UNSPECIFIED}
    return bool(a & b) or not (a or b)


def _wide_or_shared(one: Facts, two: Facts) -> bool:
    a, b = one.goods - WIDE, two.goods - WIDE
    if not a or not b or a & b:
        return True
    return bool(a & _HEAVY and b & _HEAVY)


def is_promise(facts: Facts) -> bool:
    """Whether it was agreed or promised of late, and not long before the report."""
    if facts.family is not Family.DEAL or facts.earlier:
        return False
    last, told = facts.period.last, facts.published.first
    return last is None or told is None or last >= told - LATE


def _leave_and_bargain(one: Facts, two: Facts) -> bool:
    """Whether the one is leave given, the other what was agreed or promised: two acts, unless of one day."""
    acts = Stage.APPROVED in (one.stage, two.stage) and one.stage is not two.stage
    return acts and not (one.period.length == 1 and one.period == two.period)


def _done_and_meant(one: Facts, two: Facts) -> bool:
    """Whether the one may have been done, and the other may yet be."""
    meant = [facts.stage in _TO_COME or facts.certainty is Certainty.WARNED for facts in (one, two)]
    return one.family is two.family is Family.PROSPECT and any(meant) and not all(meant)


def families_agree(one: Facts, two: Facts) -> bool:
    """Whether two stages can tell of one thing."""
    a, b = one.family, two.family
    if one.negated and two.negated and {a, b} <= INTENDED:
        return True  # will not, cannot, did not give it
    if a is b:
        return not (_leave_and_bargain(one, two) or _done_and_meant(one, two))
    if {a, b} == {Family.SUPPLY, Family.PROSPECT}:
        likely = next(f for f in (one, two) if f.family is Family.SUPPLY).certainty.value == "likely"
        return likely and bool(one.kinds & two.kinds)
    if {a, b} == {Family.SUPPLY, Family.PLAN} and one.narrow and two.narrow:
        return one.flow == two.flow and one.period.meets(two.period) and bool(one.marks & two.marks)
    planned = {a, b} in ({Family.PLAN, Family.DEAL}, {Family.PLAN, Family.PROSPECT})
    return planned and one.period.known and one.period == two.period

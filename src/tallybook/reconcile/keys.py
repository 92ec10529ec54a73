"""Under what a claim is found by those that may be its kin, and where its own kin may be found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from tallybook.reconcile.amounts import MONEY
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.occasions import Key, amount_buckets
from tallybook.reconcile.origins import Told
from tallybook.reconcile.outlets import key_of
from tallybook.reconcile.when import Days

_PLAIN_KINDS = frozenset({"artillery", "shells", "rockets", "missiles", "cartridges", "technology"})
"""Words for goods that single something out, for claims without a speaker."""

_DAY = dt.timedelta(days=1)
_MONTH, _YEAR = 31, 366
_WIDEST = 62
"""Days of a window beyond which it is no key of its own."""


def index_keys(told: Told) -> Iterator[Key]:
    """Under what a claim is found."""
    facts, occasion = told.facts, told.occasion
    yield ("report", facts.report)
    days = tuple(_days_in(occasion.days)) if occasion.narrow else ()
    for who in _who(told):
        for day in days:
            yield ("said", who, day)
            yield ("told", who, facts.flow, day.year, day.month)
        yield from (("said", who, day) for day in _days_in(facts.told_on))
        if occasion.earlier:
            yield ("earlier", who, facts.flow)
    for day in days:
        yield ("flow", facts.flow, day)
    yield from _news_keys(facts)
    for key in _outlet_keys(facts):
        yield (*key, facts.published.known)


def _outlet_keys(facts: Facts) -> Iterator[Key]:
    """The outlets whose finding it is, for reports of which nobody knows the day."""
    own = (key_of(facts.speaker.block),) if facts.speaker.kind == "outlet" and facts.speaker.block else ()
    for outlet in dict.fromkeys((*own, *facts.via)):
        yield ("outlet", facts.flow, facts.family, outlet)


def _news_keys(facts: Facts) -> Iterator[Key]:
    """Figures, types, days and plain words in the flow."""
    for bucket in amount_buckets(facts):
        yield ("amount", facts.flow, *bucket)
    for mark in facts.marks:
        yield ("mark", facts.flow, mark)
    for ship in facts.ships:
        yield ("ship", facts.flow, ship)
    yield from _count_keys(facts)
    if facts.family is Family.DENIAL and facts.published.first:
        yield ("denial", facts.speaker.block, facts.flow, facts.published.first.isocalendar()[:2])
    length = facts.period.length or 0
    if facts.family in (Family.PLAN, Family.PROSPECT) and length > _MONTH:
        yield ("plan", facts.flow, *msgspec.structs.astuple(facts.period))
    if facts.family is Family.DEAL and 0 < length <= _YEAR:
        months = {(d.year, d.month) for d in _days_in(facts.period)}
        yield from (("deal", facts.flow, *month) for month in sorted(months))
    if facts.narrow:
        for day in _days_in(facts.period):
            yield ("when", facts.flow, day)
    month = facts.published
    if month.first and month.length and month.length <= _MONTH:
        for kind in facts.kinds & _PLAIN_KINDS:
            yield ("kind", facts.flow, facts.family, kind, month.first.year, month.first.month)


def _count_keys(facts: Facts) -> Iterator[Key]:
    """Telling counts by kind of goods whatever their unit, and by either end where the time is known."""
    for amount in facts.amounts[:1]:
        if not amount.telling or amount.family in MONEY:
            continue
        for category in facts.goods:
            yield ("count", facts.flow, category, amount.figure)
        if facts.period != Days():
            for end, party in zip(("from", "to"), facts.flow, strict=True):
                if party:
                    yield (end, party, facts.family, amount.figure)


def look_up_keys(told: Told) -> Iterator[Key]:
    """Where its kin may be found: its own keys, days about it, months of a statement told later."""
    facts, occasion = told.facts, told.occasion
    yield from index_keys(told)
    for key in _outlet_keys(facts):
        yield (*key, False)  # every report asks for those without a day; these ask for all
        if not facts.published.known:
            yield (*key, True)
    if occasion.narrow:
        near = [d + step for d in _days_in(occasion.days) for step in (-_DAY, _DAY)]
        for day in near:
            yield ("flow", facts.flow, day)
            yield from (("said", who, day) for who in _who(told))
    length = occasion.days.length
    if occasion.earlier and length and length <= _WIDEST:
        months = {(d.year, d.month) for d in _days_in(occasion.days)}
        for who in _who(told):
            yield from (("told", who, facts.flow, *month) for month in sorted(months))


def _who(told: Told) -> tuple[str, ...]:
    speaker = told.facts.speaker
    if not told.sourced:
        return ()
    return tuple(dict.fromkeys(name for name in (speaker.block, speaker.key) if name))


def _days_in(days: Days) -> Iterator[dt.date]:
    day = days.first
    while day is not None and days.last is not None and day <= days.last:
        yield day
        day += _DAY

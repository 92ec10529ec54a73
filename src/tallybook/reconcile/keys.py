"""Under what a claim is found by those that may be its kin, and where its own kin may be found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from tallybook.model import Certainty, Stage
from tallybook.reconcile.amounts import MONEY
from tallybook.reconcile.facts import Facts, Family, at_large
from tallybook.reconcile.grouping import Flow
from tallybook.reconcile.meeting import NEWS_DAYS, SAME_WEEKS
from tallybook.reconcile.names import wide_name
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
        yield from (("said", who, day) for day in _days_in(facts.told_on))
        if occasion.earlier:
            yield ("earlier", who, _flow(facts))
    yield from _telling_keys(told, seeking=False)
    for day in days:
        yield ("flow", _flow(facts), day)
    yield from _then_keys(told, seeking=False)
    if not occasion.earlier:
        yield from _open_keys(facts, days, seeking=False)
    yield from _news_keys(facts)
    yield from _rival_keys(told)
    for key in _outlet_keys(facts):
        yield (*key, facts.published.known)


def _flow(facts: Facts) -> Flow:
    """The flow by the countries of its ends: what goes to the Houthis may be told as going to Yemen."""
    supplier, recipient = facts.flow
    return wide_name(supplier), wide_name(recipient)


def _open_keys(facts: Facts, days: Iterable[dt.date], *, seeking: bool) -> Iterator[Key]:
    """The known ends of a flow by day, apart for flows of which one end is open: either seeks the other."""
    is_open = None in facts.flow
    for end, party in zip(("from", "to"), _flow(facts), strict=True):
        if party:
            yield from (("open" if is_open is not seeking else "whole", end, party, day) for day in days)


def _outlet_keys(facts: Facts) -> Iterator[Key]:
    """The outlets whose finding it is, for reports of which nobody knows the day."""
    own = (key_of(facts.speaker.block),) if facts.speaker.kind == "outlet" and facts.speaker.block else ()
    for outlet in dict.fromkeys((*own, *facts.via)):
        yield ("outlet", _flow(facts), facts.family, outlet)


def _news_keys(facts: Facts) -> Iterator[Key]:
    """Figures, types, days and plain words in the flow."""
    for bucket in amount_buckets(facts):
        yield ("amount", _flow(facts), *bucket)
    for mark in facts.marks:
        yield ("mark", _flow(facts), mark)
    for end, party in zip(("from", "to"), _flow(facts), strict=True):
        yield from (("ship", end, party, ship) for ship in facts.ships if party)
    yield from _count_keys(facts)
    if facts.family is Family.DENIAL and facts.published.first:
        yield ("denial", facts.speaker.block, _flow(facts), facts.published.first.isocalendar()[:2])
    length = facts.period.length or 0
    if facts.family in (Family.PLAN, Family.PROSPECT) and length > _MONTH:
        yield ("plan", _flow(facts), *msgspec.structs.astuple(facts.period))
    if facts.family is Family.DEAL and 0 < length <= _YEAR:
        months = {(d.year, d.month) for d in _days_in(facts.period)}
        yield from (("deal", _flow(facts), *month) for month in sorted(months))
    yield from _day_keys(facts)
    yield from _background_keys(facts)
    if (
        facts.certainty is Certainty.ALLEGED
        and facts.published.known
        and facts.published.first
        and at_large(facts)
    ):
        weeks = facts.published.first.toordinal() // (SAME_WEEKS + 1)
        yield from (
            ("charge", wide_name(facts.speaker.block), _flow(facts), about) for about in (weeks, weeks + 1)
        )
    month = facts.published
    if month.first and month.length and month.length <= _MONTH:
        for kind in facts.kinds & _PLAIN_KINDS:
            yield ("kind", _flow(facts), facts.family, kind, month.first.year, month.first.month)


def _day_keys(facts: Facts) -> Iterator[Key]:
    """The few days on which it happened, in the flow and by either end of it."""
    for day in _days_in(facts.period) if facts.narrow else ():
        yield ("when", _flow(facts), day)
        for end, party in zip(("from", "to"), _flow(facts), strict=True):
            if party:
                yield ("when", end, party, facts.family, day)


def _rival_keys(told: Told) -> Iterator[Key]:
    """Counts of hauls in whichever flow, and of gifts by who gets them, about when they were told of."""
    facts, haul = told.facts, told.facts.stage is Stage.SEIZED
    days = told.occasion.days if told.occasion.narrow else facts.published
    gift = bool(facts.states_beside or facts.amounts) and facts.flow[1] is not None
    if not (days.known and days.first and (haul or gift)):
        return
    about = days.first.toordinal() // (SAME_WEEKS + 1)
    of = ("haul",) if haul else ("gift", wide_name(facts.flow[1]))
    kinds = [*amount_buckets(facts), *(facts.ships if haul else ())]
    yield from ((*of, kind, weeks) for kind in kinds for weeks in (about, about + 1))


def _background_keys(facts: Facts) -> Iterator[Key]:
    """About when the report came out, for sums of money, and with the year of what was over."""
    told, first, last = facts.published.first, facts.period.first, facts.period.last
    if not (facts.published.known and told):
        return
    about = told.toordinal() // (NEWS_DAYS + 1)
    years = {first.year - 1, first.year, last.year} if first and last and last < told else set()
    kinds: list[object] = [*sorted(years), *["money"][: any(x.family in MONEY for x in facts.amounts)]]
    yield from (
        ("then", _flow(facts), facts.family, kind, days) for kind in kinds for days in (about, about + 1)
    )


def _count_keys(facts: Facts) -> Iterator[Key]:
    """Telling counts by kind of goods whatever their unit, and by either end where the time is known."""
    for amount in facts.amounts[:1]:
        if not amount.telling or amount.family in MONEY:
            continue
        for category in facts.goods:
            yield ("count", _flow(facts), category, amount.figure)
        if facts.period != Days():
            for end, party in zip(("from", "to"), _flow(facts), strict=True):
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
            yield from (("said", who, day) for who in _who(told))
        for step in range(1, NEWS_DAYS + 1):
            yield from (
                ("flow", _flow(facts), d + k * _DAY) for d in _days_in(occasion.days) for k in (-step, step)
            )
        if not occasion.earlier:
            yield from _open_keys(facts, (*_days_in(occasion.days), *near), seeking=True)
    yield from _telling_keys(told, seeking=True)
    yield from _then_keys(told, seeking=True)


def _telling_keys(told: Told, *, seeking: bool) -> Iterator[Key]:
    """The months of a statement, apart for those that are told again later: either seeks the other."""
    facts, occasion = told.facts, told.occasion
    days, months = occasion.days, set()
    for known in (facts.published if facts.published.known else Days(), days):
        if known.length and known.length <= _WIDEST:
            months |= {(day.year, day.month) for day in _days_in(known)}
    is_first, is_again = occasion.narrow or not occasion.earlier, occasion.earlier
    ways = {"told": is_again if seeking else is_first, "retold": is_first if seeking else is_again}
    taken = [(way, month) for way, here in ways.items() for month in sorted(months) if here]
    yield from ((way, who, _flow(facts), *month) for who in _who(told) for way, month in taken)


def _then_keys(told: Told, *, seeking: bool) -> Iterator[Key]:
    """The months in which it was told in its flow, apart for what is told again: either seeks the other."""
    days = told.occasion.days
    if not days.length or days.length > _WIDEST:
        return
    way = "then" if told.occasion.earlier is not seeking else "now"
    months = {(day.year, day.month) for day in _days_in(days)}
    yield from (("told", way, _flow(told.facts), *month) for month in sorted(months))


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

"""On which occasion a claim was made, and which day an undated report speaks of.

A report without a day of its own is tied to the dated report that tells the same: by copied words, figures,
days, types and speakers. Where two occasions fit equally well it stays undated.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable

import msgspec

from tallybook.model import Category, Stage
from tallybook.reconcile.amounts import kin_of
from tallybook.reconcile.facts import Facts
from tallybook.reconcile.pages import Page
from tallybook.reconcile.rewrites import WORDS_IN_COMMON, in_common
from tallybook.reconcile.when import Days

Key = tuple[object, ...]

_WIDE_GOODS = frozenset({Category.UNSPECIFIED, Category.OTHER})
_JUST_AFTER = 4
_ENOUGH = 3.0
"""Weight of what two reports share from which on they speak of one occasion."""

_WEIGHTS = {
    "amount": 2.0,
    "day": 3.0,
    "dateline": 2.25,
    "mark": 1.5,
    "person": 2.0,
    "voice": 1.0,
    "body": 2.0,
    "block": 1.0,
    "speaker": 1.0,
    "weekday": 1.25,
    "ship": 1.0,
}
_SIMILAR = 1.5
_ALIKE = 1.0
_WORDS_ALIKE = 0.25
"""Share of the shorter vocabulary from which on two reports of one flow seldom tell of two occasions."""
_COPIED = 5.0


class Occasion(msgspec.Struct, frozen=True):
    """When a claim was made.

    Attributes:
        days: the days that are allowed; open where nobody knows.
        earlier: told as news of an earlier occasion than the report's own.
        anchored: the day is that of another report which tells the same.
    """

    days: Days
    earlier: bool
    anchored: bool = False

    @property
    def narrow(self) -> bool:
        """Whether the day is known, give or take a little."""
        return self.days.length is not None and self.days.length <= 4


def occasion_of(facts: Facts, page_days: Days, *, anchored: bool) -> Occasion:
    """The occasion of a claim in a report that speaks of ``page_days``."""
    if facts.said != Days() and (facts.said.known or facts.earlier):
        return Occasion(facts.said, facts.earlier)
    if facts.told_on.known:
        return Occasion(facts.told_on, facts.earlier)
    if anchored and facts.weekday is not None and page_days.first and page_days.first == page_days.last:
        day = page_days.first - dt.timedelta(days=(page_days.first.weekday() - facts.weekday) % 7)
        return Occasion(Days(day, day), facts.earlier, anchored=True)
    if facts.earlier:
        last = page_days.first - dt.timedelta(days=1) if page_days.first else None
        return Occasion(Days(None, last), earlier=True)
    return Occasion(page_days, earlier=False, anchored=anchored)


def telling_keys(page: Page) -> frozenset[Key]:
    """What another report must share to be taken for one of the same occasion, each with its flow."""
    keys: set[Key] = set()
    told = page.published.first if page.dated else None
    days = {(told.month, told.day)} if told else page.headed_on
    for facts in page.facts:
        if facts.flow == (None, None):
            continue
        flows: list[object] = [facts.flow, "haul"] if facts.stage is Stage.SEIZED else [facts.flow]
        keys.update(("amount", flow, *bucket) for flow in flows for bucket in amount_buckets(facts))
        keys.update(("mark", facts.flow, mark) for mark in facts.marks)
        keys.update(("ship", facts.flow, ship) for ship in facts.ships)
        if facts.earlier:
            continue
        keys.update(("day", facts.flow, *day) for day in facts.day_marks)
        keys.update(("dateline", facts.flow, *day) for day in days)
        speaker = facts.speaker
        for name, value in (("person", speaker.key), ("body", speaker.body), ("block", speaker.block)):
            keys.update(
                (name, facts.flow, value, category) for category in facts.goods - _WIDE_GOODS if value
            )
        outlet = speaker.block if speaker.kind == "outlet" else None
        keys.add(("voice", facts.flow, speaker.key or outlet))
        keys.update(("speaker", facts.flow, name) for name in (speaker.key, speaker.block))
        if speaker.block and facts.weekday is not None:
            keys.add(("weekday", facts.flow, speaker.block, facts.weekday))
    return frozenset(key for key in keys if key[-1] is not None)


def amount_buckets(facts: Facts) -> Iterable[tuple[str, int]]:
    """Coarse buckets of the claim's telling figures; a rounded figure shares one with the exact one."""
    for amount in facts.amounts:
        if amount.telling and amount.figure:
            step = math.log(amount.figure) * 25
            for bucket in {math.floor(step), math.floor(step + 0.5)}:
                yield kin_of(amount), bucket


def shared_weight(
    one: Page, two: Page, keys_one: frozenset[Key], keys_two: frozenset[Key], *, copied: bool
) -> float:
    """How much speaks for two reports telling of the same occasion."""
    kinds = {str(key[0]) for key in keys_one & keys_two}
    weight = sum(_WEIGHTS[kind] for kind in kinds) + (_COPIED if copied else 0.0)
    common = in_common(one.vocabulary, two.vocabulary) if weight else 0.0
    return weight + (_SIMILAR if common >= WORDS_IN_COMMON else _ALIKE if common >= _WORDS_ALIKE else 0.0)


def anchor(page: Page, candidates: Iterable[tuple[Page, float]]) -> Days:
    """The day that an undated report speaks of: that of the dated ones which share most with it.

    Args:
        page: a report without a day of its own.
        candidates: dated reports with the weight of what they share.

    Returns:
        The day, or the report's own open dates where nothing or too much fits.
    """
    best: dict[dt.date, float] = {}
    for other, weight in candidates:
        day = other.published.first
        fits = day is not None and page.published.meets(other.published, 1) and _said_then(page, day)
        if weight >= _ENOUGH and day is not None and fits:
            best[day] = max(best.get(day, 0.0), weight)
    if not best:
        return page.published
    top = max(best.values())
    days = sorted(day for day, weight in best.items() if weight == top)
    if (days[-1] - days[0]).days > 2:
        return page.published
    return Days(days[0], days[0])


def _said_then(page: Page, day: dt.date) -> bool:
    """Whether a report that names a day of the month for what was said can be of that day, or just after."""
    about = {day - dt.timedelta(days=back) for back in range(_JUST_AFTER)}
    return not page.said_on or any((d.month, d.day) in page.said_on for d in about)


def one_occasion(weight: float) -> bool:
    """Whether two undated reports share enough to speak of one occasion."""
    return weight >= _ENOUGH

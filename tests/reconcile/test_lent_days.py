"""Reports without a date have the days of what they tell from dated ones that tell the same."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from tallybook.model import Claim, JudgementKind, Quantity, Report, Stage
from tallybook.read.claims.lent import counted_from
from tallybook.reconcile import Reconciler, reconcile
from tests.reconcile.press import goods, judgement, period, simple

ON_TUESDAY = period("on Tuesday", None, None)
AMOUNT = Quantity(text="4,000 rockets", min=4000, max=4000, unit="rockets")


def _told(name: str, text: str, published: str | None, **fields: Any) -> tuple[Report, Claim]:
    one, told = simple(name, text, published=published, goods=goods("rockets"), stage=Stage.SHIPPED, **fields)
    return one, msgspec.structs.replace(told, quantity=AMOUNT)


DATED = _told("dated.txt", "Iran sent 4,000 rockets to the Houthis", "2024-03-14")
LOOSE = _told("loose.txt", "The Houthis got 4,000 rockets from Iran on Tuesday", None, time=ON_TUESDAY)


def _days(claims: tuple[Claim, ...]) -> tuple[dt.date | None, dt.date | None]:
    (time,) = {c.time for c in claims if c.id == LOOSE[1].id}
    return (time.earliest, time.latest) if time else (None, None)


def test_the_day_of_a_dated_report_settles_a_weekday() -> None:
    """The "Tuesday" of a report without a date is that before the dated report of the same, and says why."""
    result = reconcile([DATED[0], LOOSE[0]], [DATED[1], LOOSE[1]], counted=counted_from)
    assert _days(result.claims) == (dt.date(2024, 3, 12), dt.date(2024, 3, 12))
    assert any("2024-03-14" in why for c in result.claims if c.id == LOOSE[1].id for why in c.why)


def test_alone_it_stays_open() -> None:
    """Where no dated report tells the same, nothing is made up."""
    assert _days(reconcile([LOOSE[0]], [LOOSE[1]], counted=counted_from).claims) == (None, None)


def test_a_later_dated_report_is_told_of_at_once() -> None:
    """A report that comes later lends its day to the one that was there, and the change is told."""
    book = Reconciler(counted=counted_from)
    book.add(LOOSE[0], [LOOSE[1]])
    assert _days(book.refresh().claims[LOOSE[0].id]) == (None, None)
    book.add(DATED[0], [DATED[1]])
    assert _days(book.refresh().claims[LOOSE[0].id])[0] == dt.date(2024, 3, 12)


def test_what_a_person_checked_stays() -> None:
    """A claim that a person decided on keeps the time that it had."""
    checked = judgement(1, JudgementKind.CHECK, LOOSE[1].id)
    result = reconcile([DATED[0], LOOSE[0]], [DATED[1], LOOSE[1]], [checked], counted=counted_from)
    assert _days(result.claims) == (None, None)


def test_what_is_to_come_is_counted_forward_from_when_it_was_said() -> None:
    """A plan for "Friday" is of the Friday behind the day on which it was told, not of the one before."""
    plan = msgspec.structs.replace(
        LOOSE[1], stage=Stage.PLANNED, time=period("on Friday", None, None), said_on=ON_TUESDAY
    )
    seen = counted_from(plan, dt.date(2024, 3, 14))
    assert [p and p.edtf for p in (seen.said_on, seen.time)] == ["2024-03-12", "2024-03-15"]


def test_times_that_need_no_day_stay_as_they_are() -> None:
    """A claim with a full date, or with words that no day settles, comes back as it was."""
    for time in (period("in May 2023", "2023-05-01", "2023-05-31"), period("soon", None, None), None):
        told = msgspec.structs.replace(LOOSE[1], time=time)
        assert counted_from(told, dt.date(2024, 3, 14)) == told

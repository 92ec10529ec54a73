"""Prices of deals, leave given, and what is always denied."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Category, Certainty, Period, Quantity, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, source

TANKS = kind("Leopard 2", Category.ARMOURED_VEHICLES)


def bought(price: str, unit: str | None) -> Event:
    """Two reports of one purchase; the second gives its price in these words."""
    event = Event("Germany", "Norway")
    event.paper("a", "Norway has ordered 54 Leopard 2 for 2.1 billion euros from Germany.", "2024-05-03")
    event.tells(
        "a.1", "ordered 54 Leopard 2", stage=Stage.AGREED, goods=TANKS, quantity=number("54", 54, None)
    )
    event.paper(
        "b", f"Norway has ordered 54 Leopard 2. The total value of the contract is {price}.", "2024-05-03"
    )
    event.tells(
        "b.1", "ordered 54 Leopard 2", stage=Stage.AGREED, goods=TANKS, quantity=number("54", 54, None)
    )
    words = f"The total value of the contract is {price}"
    event.tells("b.2", words, stage=Stage.AGREED, quantity=number(price, 2_100_000_000, unit))
    return event


def test_a_price_belongs_to_the_deal_told_before_in_any_currency_or_none() -> None:
    """It is no number of things, even where nobody says in which money it is."""
    assert bought("2.1 billion euros", "EUR").transfers() == {"a.1 b.1 b.2"}
    assert bought("2.1 billion", None).transfers() == {"a.1 b.1 b.2"}


def test_leave_that_may_have_been_given_on_the_day_of_a_promise_is_not_the_promise() -> None:
    """Only leave of that very day is told for the promise; "in those days" is not."""
    for first, joined in ((dt.date(2024, 5, 3), True), (dt.date(2024, 4, 30), False)):
        event = Event("Norway", "Ukraine")
        event.paper("a", "Norway promised Ukraine F-16s.", "2024-05-03")
        event.paper("b", "Norway may pass on F-16s to Ukraine.", "2024-05-03")
        jets, last = kind("F-16s", Category.AIRCRAFT), dt.date(2024, 5, 3)
        day = Period(text="on Friday", earliest=last, latest=last)
        days = Period(text="these days", earliest=first, latest=last)
        event.tells("a.1", "promised Ukraine F-16s", stage=Stage.PLEDGED, goods=jets, time=day)
        event.tells("b.1", "may pass on F-16s", stage=Stage.APPROVED, goods=jets, time=days)
        assert (event.transfers() == {"a.1 b.1"}) == joined


def test_what_is_always_denied_answers_its_own_sentence() -> None:
    """A seizure is not what a standing denial answers, but what its sentence sets against it."""
    event = Event("Iran", "Houthis")
    text = (
        "NATO took 40 missiles bound for the Houthis. Iran said it sent no such load. "
        "Iran has long denied arming the group, but its weapons turn up in Yemen."
    )
    event.paper("a", text, "2024-05-03")
    amount = Quantity(text="40 missiles", min=40, max=40, unit="missiles")
    missiles = kind("missiles", Category.MISSILES)
    event.tells("a.1", "took 40 missiles", stage=Stage.SEIZED, goods=missiles, quantity=amount)
    event.tells("a.2", "it sent no such load", source=source("Iran"), **DENIED)
    event.tells("a.3", "Iran has long denied arming the group", source=source("Iran"), **DENIED)
    event.tells("a.4", "its weapons turn up in Yemen", stage=Stage.RECEIVED, goods=kind("weapons"))
    assert event.transfers() == {"a.1 a.2", "a.3 a.4"}


def test_what_may_have_been_done_is_not_what_may_be_done() -> None:
    """A guess at the past and a chance for the future are two matters, whoever tells of both."""
    event = Event("Serbia", "Ukraine")
    event.paper("a", "Serbia may have sent shells, Reuters said.", "2024-05-03")
    event.paper("b", "Serbia may yet send shells, Reuters said.", "2024-05-03")
    shells = kind("shells", Category.ARTILLERY_AMMUNITION)
    perhaps = {"goods": shells, "certainty": Certainty.POSSIBLE, "source": source("Reuters")}
    event.tells("a.1", "may have sent shells", stage=Stage.DELIVERED, **perhaps)
    event.tells("b.1", "may yet send shells", stage=Stage.PLANNED, **perhaps)
    assert event.transfers() == {"a.1", "b.1"}

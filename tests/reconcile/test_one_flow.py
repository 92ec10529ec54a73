"""Sketches of events: which claims of one flow, told within days or in one report, are of one thing."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Certainty, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, period, source

JETS = kind("jets", Category.AIRCRAFT)
RADARS = kind("coastal radars", Category.AIR_DEFENCE)
SHELLS = kind("155mm shells", Category.ARTILLERY_AMMUNITION)


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        ({}, {}, True),
        ({"time": period("in 2020", "2020-01-01", "2020-12-31")}, {}, False),
        ({}, {"recipient": None}, False),
    ],
)
@pytest.mark.usefixtures("by_rules")
def test_the_news_of_one_flow_within_days(first: dict[str, Any], then: dict[str, Any], whole: bool) -> None:
    """Reports of the same days that tell of radars and of "equipment" on one flow tell one piece of news.

    Not what came years before, nor what may have gone to somebody else.
    """
    event = Event("Italy", "Malta")
    event.paper("a", "A plane put radars ashore, two sailors say of Italy.\n", "2024-05-06")
    event.paper("b", "Equipment of Italian make was handed to Malta's army.\n", "2024-05-07")
    one = {"source": source("two sailors"), **first}
    event.tells("a.1", "A plane put radars ashore", goods=RADARS, **one)
    two = {"goods": kind("Equipment"), **then}
    event.tells("b.1", "Equipment of Italian make was handed", **two)
    assert ("a.1 b.1" in event.transfers()) is whole


@pytest.mark.usefixtures("by_rules")
def test_what_is_told_of_two_days_points_to_nothing_that_came_in_months() -> None:
    """“Unloading began on Sunday” is of the ship that the report tells of, not of a season's flights."""
    event = Event("Italy", "Malta")
    text = "Italy shipped jets. Planeloads had come since March. Unloading began on Sunday.\n"
    event.paper("a", text, "2024-05-06")
    months = period("since March", "2024-03-01", "2024-05-06")
    sunday = period("on Sunday", "2024-05-05", "2024-05-05")
    event.tells("a.1", "Italy shipped jets", goods=JETS, stage=Stage.SHIPPED)
    event.tells("a.2", "Planeloads had come since March", goods=kind("arms"), time=months)
    event.tells("a.3", "Unloading began on Sunday", time=sunday, stage=Stage.RECEIVED)
    assert event.transfers() == {"a.1 a.3", "a.2"}


@pytest.mark.parametrize(("second", "whole"), [(131, False), (220, True)])
def test_two_sums_of_one_report_are_two_deals(second: int, whole: bool) -> None:
    """Deals of $232m and $131m beside each other are two; two prices that nearly agree may be of one."""
    event = Event("Italy", "Malta")
    event.paper("a", f"Italy sold shells for $232m and for ${second}m, the BBC says.\n", "2024-05-06")
    deal: dict[str, Any] = {"stage": Stage.AGREED, "goods": SHELLS, "source": source("BBC", "says")}
    event.tells("a.1", "Italy sold shells for $232m", quantity=number("$232m", 232_000_000, "USD"), **deal)
    words = f"for ${second}m"
    event.tells("a.2", words, quantity=number(f"${second}m", second * 1_000_000, "USD"), **deal)
    assert ("a.1 a.2" in event.transfers()) is whole


@pytest.mark.usefixtures("by_rules")
def test_as_many_of_another_type_are_others() -> None:
    """Six jets of one type and six of another are two lots, though one source counts both."""
    event = Event("Italy", "Malta")
    event.paper(
        "a", "Six VX-3 jets came to Malta. Six YB-1 jets were shipped there, Ana Brandt said.\n", "2024-05-06"
    )
    by = source("Ana Brandt", title="a spokeswoman for the U.S. State Department")
    for at, words in enumerate(("Six VX-3 jets came to Malta", "Six YB-1 jets were shipped there"), 1):
        goods = kind(words[4:13], Category.AIRCRAFT)
        event.tells(f"a.{at}", words, goods=goods, quantity=number(words[:13], 6, "jets"), source=by)
    assert event.transfers() == {"a.1", "a.2"}


def test_what_will_not_be_given_and_cannot_be_offered_is_one_refusal() -> None:
    """One report's "will not supply" is another's "cannot offer"; what is promised beside it is not that."""
    event = Event("Italy", "Malta")
    event.paper("a", "Rome will not supply radars. It will give whatever else it finds.\n", "2024-05-06")
    event.paper("b", "No radars can be offered, Ugo Rossi said in Rome.\n", "2024-05-06")
    by = source("Ugo Rossi", title="Italian defence minister")
    event.tells("a.1", "will not supply radars", stage=Stage.PLEDGED, goods=RADARS, negated=True, source=by)
    event.tells("a.2", "It will give whatever else it finds", stage=Stage.PLEDGED, source=by)
    event.tells("b.1", "No radars can be offered", stage=Stage.OFFERED, goods=RADARS, negated=True, source=by)
    assert event.transfers() == {"a.1 b.1", "a.2"}


@pytest.mark.parametrize(("figure", "whole"), [(645_000, True), (600_000, False)])
def test_what_one_sold_another_passed_on(figure: int, whole: bool) -> None:
    """One number that no two lots have is one lot, told as of its maker and as of who passed it on."""
    event = Event("Italy", "Malta")
    count = number(f"{figure:,} rounds", figure, "rounds")
    rounds = kind("rounds", Category.SMALL_ARMS)
    event.paper("a", f"{figure:,} rounds of Italy's got to Malta.\n", "2024-05-06")
    event.paper("b", f"{figure:,} rounds were passed to Malta by Spain.\n", "2024-05-07")
    event.tells("a.1", f"{figure:,} rounds of Italy's got to Malta", goods=rounds, quantity=count)
    words = f"{figure:,} rounds were passed to Malta by Spain"
    event.tells("b.1", words, goods=rounds, quantity=count, supplier="Spain")
    assert ("a.1 b.1" in event.transfers()) is whole


@pytest.mark.usefixtures("by_rules")
def test_two_denials_of_one_day_put_no_old_haul_to_the_new_one() -> None:
    """A denial goes to what it denies first: one of each haul, though one party denies both on a day."""
    event = Event("Italy", "Malta")
    taken: dict[str, Any] = {"stage": Stage.SEIZED}
    days = {"a": ("28 January", "2024-01-28"), "b": ("2 May", "2024-05-02")}
    for name, (words, date) in days.items():
        text = f"Arms from Italy were taken on {words}. No arms were sent there, Rome said of the charge.\n"
        event.paper(name, text, "2024-05-06")
        day = period(f"on {words}", date, date)
        event.tells(
            f"{name}.1", f"Arms from Italy were taken on {words}", goods=kind("Arms"), time=day, **taken
        )
        denial = "No arms were sent there"
        event.tells(f"{name}.2", denial, goods=kind("arms"), source=source("Rome"), **DENIED)
    assert event.transfers() == {"a.1 a.2", "b.1 b.2"}


@pytest.mark.parametrize("certainty", [Certainty.POSSIBLE, Certainty.WARNED])
def test_whether_a_type_has_come_is_asked_of_its_delivery(certainty: Certainty) -> None:
    """Who is asked whether jets of a type have come speaks of the delivery; who warns of it does not."""
    event = Event("Italy", "Malta")
    jets = kind("VX-3 jets", Category.AIRCRAFT)
    event.paper("a", "VX-3 jets of Italy's have landed in Malta.\n", "2024-05-06")
    event.paper("b", "An envoy spoke of VX-3 jets for Malta.\n", "2024-05-06")
    event.paper("c", "Rome was asked whether VX-3 jets were delivered.\n", "2024-05-06")
    event.tells("a.1", "VX-3 jets of Italy's have landed in Malta", goods=jets, stage=Stage.RECEIVED)
    envoy = {"stage": Stage.UNCLEAR, "certainty": Certainty.WARNED, "source": source("An envoy")}
    event.tells("b.1", "VX-3 jets for Malta", goods=jets, **envoy)
    event.tells(
        "c.1", "VX-3 jets were delivered", goods=jets, certainty=certainty, source=source("a reporter")
    )
    assert event.transfers() == {"a.1 c.1", "b.1"}


@pytest.mark.parametrize(("opening", "whole"), [("For years", False), ("On Monday", True)])
def test_what_a_sentence_opens_with_goes_on_and_on(opening: str, whole: bool) -> None:
    """“For years navies have stopped arms” is no haul of the week, wherever the claim's own words begin."""
    event = Event("Italy", "Malta")
    text = f"Shells from Italy were seized. {opening} navies have been stopping Italian arms.\n"
    event.paper("a", text, "2024-05-06")
    event.tells("a.1", "Shells from Italy were seized", goods=SHELLS, stage=Stage.SEIZED)
    words = "navies have been stopping Italian arms"
    event.tells("a.2", words, goods=kind("arms"), stage=Stage.SEIZED)
    assert ("a.1 a.2" in event.transfers()) is whole


@pytest.mark.parametrize(("recipient", "whole"), [("Yemen", True), ("Oman", False)])
def test_what_goes_to_a_party_may_be_told_as_going_to_its_country(recipient: str, whole: bool) -> None:
    """Radars for the Houthis and radars for Yemen are one piece of news; those for Oman are not."""
    event = Event("Italy", "Houthis")
    event.paper("a", "Italy has given the Houthis coastal radars, a diplomat said.\n", "2024-05-06")
    event.paper("b", f"Coastal radars from Italy have come to {recipient}, officials said.\n", "2024-05-07")
    event.tells(
        "a.1", "Italy has given the Houthis coastal radars", goods=RADARS, source=source("a diplomat")
    )
    quote = f"Coastal radars from Italy have come to {recipient}"
    stage = Stage.RECEIVED
    event.tells("b.1", quote, goods=RADARS, recipient=recipient, stage=stage, source=source("officials"))
    assert ("a.1 b.1" in event.transfers()) is whole

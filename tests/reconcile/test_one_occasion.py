"""Sketches of events: what shows that claims are of one occasion, and what shows that they are of several."""

from __future__ import annotations

import pytest

from tallybook.model import Category, Certainty, Quantity, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import period, source

RADARS = kind("coastal radars", Category.AIR_DEFENCE)
JETS = kind("VX-3 jets", Category.AIRCRAFT)


@pytest.mark.parametrize(("time", "whole"), [(None, True), ("2019", False)])
def test_agreed_or_already_begun_in_one_breath(time: str | None, whole: bool) -> None:
    """A source that tells of a deal "or has sent them" tells one thing; a contract of old is another."""
    event = Event("Italy", "Malta")
    event.paper("a", "Italy agreed to arm Malta or has sent arms already, one paper says.\n", "2024-05-06")
    by = source("one paper", "says")
    when = period(time, f"{time}-01-01", f"{time}-12-31") if time else None
    event.tells(
        "a.1", "Italy agreed to arm Malta", stage=Stage.AGREED, goods=kind("arms"), source=by, time=when
    )
    event.tells("a.2", "has sent arms already", stage=Stage.SHIPPED, goods=kind("arms"), source=by)
    assert ("a.1 a.2" in event.transfers()) is whole


SHARED = (
    "Aldo Neri told parliament of it after a week of rumours about the harbour, the cranes and the night "
    "ferry, while the opposition asked for the minutes of the cabinet, a vote and an inquiry into customs."
)
RETOLD = (
    "The opposition wants an inquiry into customs. Cranes, the ferry by night: for a week there had been "
    "rumours. In parliament Aldo Neri now told what minutes of the cabinet hold; a harbour vote is due."
)
OTHER = (
    "Aldo Neri spoke in a long evening programme that was mostly of grain, bonds, the football league, two "
    "bridges, a strike of bakers, the price of salt, school books, an old lighthouse and the weather."
)


@pytest.mark.parametrize(("words", "whole"), [(RETOLD, True), (OTHER, False)])
def test_an_undated_report_is_of_the_day_of_one_with_its_speaker_and_words(words: str, whole: bool) -> None:
    """A report without a date is of the day of one that quotes the same person in much the same words."""
    event = Event("Italy", "Malta")
    event.paper("a", f"Arms went to Malta. {SHARED}\n", "2024-05-06")
    event.paper("b", f"Weapons were given to Malta. {words}\n", None)
    by = source("Aldo Neri", title="Italian lawmaker")
    event.tells("a.1", "Arms went to Malta", goods=kind("arms"), source=by)
    event.tells("b.1", "Weapons were given to Malta", goods=kind("weapons"), source=by)
    assert ("a.1 b.1" in event.transfers()) is whole


@pytest.mark.usefixtures("by_rules")
def test_hundreds_are_not_more_than_two_hundred() -> None:
    """“Hundreds” names no number by which another claim's “more than 200” could be known again."""
    event = Event("Italy", "Malta")
    event.paper("a", "Italy gave Malta hundreds of rifles.\n", "2024-05-06")
    event.paper("b", "Rome has parted with more than 200 pistols.\n", "2024-08-06")
    hundreds = Quantity(text="hundreds of rifles", min=200, max=999, unit="pieces")
    bound = Quantity(text="more than 200 pistols", min=200, max=None, unit="pieces")
    rifles, pistols = (kind(words, Category.SMALL_ARMS) for words in ("rifles", "pistols"))
    one, two = (source(name) for name in ("Harbour watchers", "Two brokers"))
    event.tells("a.1", "Italy gave Malta hundreds of rifles", goods=rifles, quantity=hundreds, source=one)
    event.tells("b.1", "more than 200 pistols", goods=pistols, quantity=bound, source=two)
    assert event.transfers() == {"a.1", "b.1"}


@pytest.mark.usefixtures("by_rules")
def test_a_list_of_many_kinds_lends_its_type_to_none() -> None:
    """Warheads are not of the one type that a list of radars, missiles and guns names."""
    event = Event("Italy", "Malta")
    text = "In June a navy took radars, missiles and B-10 guns. In May another took warheads.\n"
    event.paper("a", text, "2024-07-06")
    event.paper("b", "B-10 missiles from Italy were taken at sea.\n", "2024-07-06")
    kinds = (*RADARS, *kind("missiles", Category.MISSILES), *kind("B-10 guns", Category.OTHER))
    seized = {"stage": Stage.SEIZED}
    june = period("In June", "2024-06-01", "2024-06-30")
    words = "In June a navy took radars, missiles and B-10 guns"
    event.tells("a.1", words, goods=kinds, time=june, **seized)
    may = period("In May", "2024-05-01", "2024-05-31")
    parts = kind("warheads", Category.MISSILES)
    by = source("Harbour watchers")
    event.tells("a.2", "In May another took warheads", goods=parts, time=may, source=by, **seized)
    missiles = kind("B-10 missiles", Category.MISSILES)
    event.tells(
        "b.1",
        "B-10 missiles from Italy were taken at sea",
        goods=missiles,
        source=source("Two brokers"),
        **seized,
    )
    assert not any({"a.2", "b.1"} <= set(names.split()) for names in event.transfers())


def test_what_came_in_one_month_may_be_used_in_another() -> None:
    """The time of use is not that of the delivery: jets that came in March were used in October."""
    event = Event("Italy", "Malta")
    event.paper("a", "VX-3 jets from Italy came to Malta in March.\n", "2024-10-25")
    event.paper("b", "VX-3 jets of Italy's struck on 23 October over Malta.\n", "2024-10-26")
    march = period("in March", "2024-03-01", "2024-03-31")
    event.tells("a.1", "VX-3 jets from Italy came to Malta in March", goods=JETS, time=march)
    day = period("on 23 October", "2024-10-23", "2024-10-23")
    event.tells("b.1", "VX-3 jets of Italy's struck on 23 October", goods=JETS, time=day, stage=Stage.USED)
    assert event.transfers() == {"a.1 b.1"}


@pytest.mark.parametrize(("words", "whole"), [("a VX-3 jet", True), ("one VX-3 jet", False)])
@pytest.mark.usefixtures("by_rules")
def test_a_jet_that_was_seen_is_no_count(words: str, whole: bool) -> None:
    """A report may tell of two jets, and of “a jet” that was seen; “one jet” beside them is a lot."""
    event = Event("Italy", "Malta")
    event.paper("a", f"Two VX-3 jets came to Malta from Italy. On the runway {words} stood.\n", "2024-10-25")
    event.paper("b", "VX-3 jets have come to Malta from Italy.\n", "2024-10-25")
    two = number("Two VX-3 jets", 2, "VX-3 jets")
    one = number(words, 1, "VX-3 jets")
    event.tells("a.1", "Two VX-3 jets came to Malta from Italy", goods=JETS, quantity=two)
    event.tells("a.2", f"On the runway {words} stood", goods=JETS, quantity=one, stage=Stage.RECEIVED)
    event.tells("b.1", "VX-3 jets have come to Malta from Italy", goods=JETS, stage=Stage.RECEIVED)
    assert ("a.1 a.2 b.1" in event.transfers()) is whole


def test_concern_over_what_is_being_shipped_is_a_charge() -> None:
    """Who is worried by jets being shipped speaks of the shipment; who fears that they come does not."""
    for stage, whole in ((Stage.SHIPPED, True), (Stage.PLANNED, False)):
        event = Event("Italy", "Malta")
        event.paper("a", "Italy is sending Malta VX-3 jets.\n", "2024-10-25")
        event.paper("b", "Tunis is worried by VX-3 jets for Malta.\n", "2024-10-25")
        event.tells("a.1", "Italy is sending Malta VX-3 jets", goods=JETS, stage=Stage.SHIPPED)
        worry = {"certainty": Certainty.WARNED, "stage": stage, "source": source("Tunis")}
        event.tells("b.1", "VX-3 jets for Malta", goods=JETS, **worry)
        assert ("a.1 b.1" in event.transfers()) is whole


def test_fighters_without_a_name_may_be_any_of_their_country() -> None:
    """What went to “Iraqi Shiite militias” may be told as going to the Popular Mobilization Forces."""
    event = Event("Iran", "Iraqi Shiite militias")
    event.paper("a", "Iran gave Iraqi Shiite militias QR-9 rockets.\n", "2024-10-25")
    event.paper("b", "Iran gave the Popular Mobilization Forces QR-9 rockets.\n", "2024-10-25")
    rockets = kind("QR-9 rockets", Category.ROCKETS)
    event.tells("a.1", "Iran gave Iraqi Shiite militias QR-9 rockets", goods=rockets)
    words = "Iran gave the Popular Mobilization Forces QR-9 rockets"
    event.tells("b.1", words, goods=rockets, recipient="Popular Mobilization Forces")
    assert event.transfers() == {"a.1 b.1"}


@pytest.mark.parametrize("quantity", [number("$40m", 40_000_000, "USD"), number("900 radars", 900, "radars")])
@pytest.mark.usefixtures("by_rules")
def test_what_a_year_came_to_is_not_one_delivery_of_it(quantity: Quantity) -> None:
    """All that was sold in a year, by value or number, is not what a report of one week tells of."""
    event = Event("Italy", "Malta")
    by = source("The Harbour Post")
    event.paper("a", "Radars for Malta came to so much from Italy in 2023, it says.\n", "2024-05-06")
    event.paper("b", "Italian planes flew radars to Malta, it says.\n", "2024-05-06")
    year = period("in 2023", "2023-01-01", "2023-12-31")
    event.tells("a.1", "Radars for Malta", goods=RADARS, time=year, quantity=quantity, source=by)
    event.tells("b.1", "Italian planes flew radars to Malta", goods=RADARS, source=by)
    assert event.transfers() == {"a.1", "b.1"}

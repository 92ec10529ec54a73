"""Hauls and gifts told with other ends: what is one thing though the names of who gives or gets differ."""

from __future__ import annotations

import pytest

from tallybook.model import Category, Certainty, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import period, source

RIFLES = kind("rifles", Category.SMALL_ARMS)
ROUNDS = kind("mortar rounds", Category.ARTILLERY_AMMUNITION)


def _haul(figure: int, day: str = "2021-05-12") -> Event:
    """A dhow searched off Socotra: bound for a militia in one report, for a country in the other."""
    event = Event("Iran", "Houthis")
    event.paper("a", "A frigate took 2,940 rifles for the Houthis off a dhow from Iran.", "2021-05-11")
    event.tells(
        "a.1", "took 2,940 rifles", stage=Stage.SEIZED, goods=RIFLES, quantity=number("2,940", 2940, "rifles")
    )
    words = f"Off Socotra {figure:,} rifles were seized. They were sent from Iran, and meant for Somalia."
    event.paper("b", words, day)
    event.tells(
        "b.1", f"{figure:,} rifles were seized", stage=Stage.SEIZED, goods=RIFLES, recipient="Somalia",
        quantity=number(f"{figure:,}", figure, "rifles"),
    )  # fmt: skip
    event.tells("b.2", "They were sent from Iran", stage=Stage.SHIPPED, goods=(), recipient=None)
    event.tells("b.3", "meant for Somalia", stage=Stage.PLANNED, goods=(), recipient="Somalia")
    return event


@pytest.mark.usefixtures("by_rules")
def test_one_haul_bound_elsewhere_is_one_and_shows_both_ends() -> None:
    """The number of what was taken tells that it is one haul; where it was to go is shown side by side."""
    event = _haul(2940)
    assert event.transfers() == {"a.1 b.1 b.2 b.3"}
    (transfer,) = event.result().transfers
    recipients = next(a for a in transfer.attributes if a.name == "recipient")
    assert {v.value for v in recipients.values} == {"Houthis", "Somalia", None}
    assert recipients.status == "differ"


def test_another_number_or_another_month_is_another_haul() -> None:
    """Two hauls bound for two places stay two, with other counts or in another season."""
    assert "a.1" in _haul(1160).transfers()
    assert "a.1" in _haul(2940, "2021-11-12").transfers()


@pytest.mark.usefixtures("by_rules")
def test_a_haul_is_taken_however_doubtful_its_origin() -> None:
    """That it "may have come from" somewhere doubts the sender of what was seized, and not that it was."""
    event = _haul(2940)
    words = "Arms that may have come from Iran were seized. The navy counted 2,940 rifles."
    event.paper("c", words, "2021-05-12")
    event.tells(
        "c.1",
        "Arms that may have come from Iran were seized",
        stage=Stage.SEIZED,
        goods=kind("Arms"),
        certainty=Certainty.POSSIBLE,
    )
    event.tells(
        "c.2", "2,940 rifles", stage=Stage.SEIZED, goods=RIFLES, quantity=number("2,940", 2940, "rifles")
    )
    assert "a.1 b.1 b.2 b.3 c.1 c.2" in event.transfers()


def test_what_went_the_other_way_is_no_rival() -> None:
    """A seizure of as many rifles that went back is never put into the haul."""
    event = _haul(2940)
    event.paper("c", "Guards took 2,940 rifles that the Houthis sold to Iran.", "2021-05-12")
    event.tells(
        "c.1", "took 2,940 rifles", stage=Stage.SEIZED, goods=RIFLES, supplier="Houthis", recipient="Iran",
        quantity=number("2,940", 2940, "rifles"),
    )  # fmt: skip
    assert "c.1" in event.transfers()


def _gift(other: str) -> Event:
    event = Event("Latvia", "Ukraine")
    event.paper(
        "a",
        "Latvia together with Estonia gives Ukraine 12,000 mortar rounds. The fuzes come from Latvia.",
        "2024-02-07",
    )
    event.tells(
        "a.1",
        "Latvia together with Estonia gives Ukraine 12,000 mortar rounds",
        stage=Stage.PLEDGED,
        goods=ROUNDS,
        quantity=number("12,000", 12000, "rounds"),
    )
    event.tells(
        "a.2",
        "The fuzes come from Latvia",
        stage=Stage.PLEDGED,
        goods=kind("fuzes", Category.ARTILLERY_AMMUNITION),
    )
    event.paper("b", f"{other} 12,000 mortar rounds to Ukraine, Tallinn said.", "2024-02-07")
    event.tells(
        "b.1",
        f"{other} 12,000 mortar rounds to Ukraine",
        supplier="Estonia",
        stage=Stage.PLEDGED,
        goods=ROUNDS,
        quantity=number("12,000", 12000, "rounds"),
        source=source("Tallinn"),
    )
    return event


def test_a_gift_of_two_is_one_whoever_stands_first() -> None:
    """Two reports that each name both givers, and one number, tell of one gift."""
    assert "a.1 b.1" in _gift("Estonia and Latvia give").transfers()


def test_two_givers_of_as_many_are_two_gifts() -> None:
    """The same number alone does not make the gift of one country that of another."""
    assert "b.1" in _gift("Estonia alone gives").transfers()


def test_what_one_report_has_as_sent_another_may_have_as_promised() -> None:
    """As many of the same, promised in one report and on their way in another of the day, are one lot."""
    event = Event("Latvia", "Ukraine")
    event.paper("a", "Latvia promised Ukraine 600 mortar rounds.", "2024-02-07")
    event.tells(
        "a.1",
        "Latvia promised Ukraine 600 mortar rounds",
        stage=Stage.PLEDGED,
        goods=ROUNDS,
        quantity=number("600", 600, "rounds"),
    )
    event.paper("b", "Latvia has sent Ukraine 600 mortar grenades.", "2024-02-08")
    event.tells(
        "b.1",
        "Latvia has sent Ukraine 600 mortar grenades",
        stage=Stage.SHIPPED,
        goods=kind("mortar grenades", Category.ARTILLERY_AMMUNITION),
        quantity=number("600", 600, "grenades"),
    )
    event.paper("c", "Another 150 mortar rounds were promised by Latvia.", "2024-02-08")
    event.tells(
        "c.1",
        "Another 150 mortar rounds were promised",
        stage=Stage.PLEDGED,
        goods=ROUNDS,
        quantity=number("150", 150, "rounds"),
    )
    assert event.transfers() == {"a.1 b.1", "c.1"}


def test_as_many_in_one_month_promised_and_given_are_one() -> None:
    """Two reports that put as many into one month tell of one lot, given or announced."""
    event = Event("Latvia", "Ukraine")
    april = period("in April", "2023-04-01", "2023-04-30")
    for name, stage in (("a", Stage.DELIVERED), ("b", Stage.PLEDGED)):
        event.paper(name, f"Earlier, in April, Latvia {stage.value} 800 mortar rounds.", "2023-07-02")
        event.tells(
            f"{name}.1",
            f"Latvia {stage.value} 800 mortar rounds",
            stage=stage,
            goods=ROUNDS,
            time=april,
            quantity=number("800", 800, "rounds"),
        )
    assert event.transfers() == {"a.1 b.1"}

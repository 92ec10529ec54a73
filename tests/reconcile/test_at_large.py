"""Sketches of events: sums, carriers, data and charges that are told in other words, and what parts them."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Certainty, Period, Quantity, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, period, source

ROUNDS = kind("ammunition", Category.ARTILLERY_AMMUNITION)
MAY = period("in May", "2024-05-01", "2024-05-31")


def _worth(text: str, figure: int, unit: str) -> Quantity:
    return Quantity(text=text, min=figure, max=figure, unit=unit)


def _spring() -> Period:
    return period("since March", "2024-03-01", "2024-06-03")


@pytest.mark.parametrize(("dollars", "whole"), [(5_400_000, True), (9_000_000, False)])
def test_a_sum_is_known_again_in_other_money(dollars: int, whole: bool) -> None:
    """Five million euros and 5.4 million dollars of one May are one export; nine million are another one."""
    event = Event("Croatia", "Gabon")
    event.paper("a", "Croatia exported ammunition for 5 million euros to Gabon in May.\n", "2024-06-03")
    event.paper("b", "Equipment worth so much went to Gabon from Zagreb in May.\n", "2024-06-04")
    euros = _worth("5 million euros", 5_000_000, "EUR")
    event.tells(
        "a.1",
        "Croatia exported ammunition for 5 million euros to Gabon in May",
        goods=kind("arms"),
        quantity=euros,
        time=MAY,
    )
    sum_ = _worth(f"${dollars:,}", dollars, "USD")
    quote = "Equipment worth so much went to Gabon from Zagreb in May"
    event.tells("b.1", quote, goods=kind("Equipment"), quantity=sum_, time=MAY)
    assert ("a.1 b.1" in event.transfers()) is whole


def test_what_a_month_was_worth_and_how_many_planes_carried_it() -> None:
    """Flights of the month are those of its exports; flights since spring have a time of their own."""
    event = Event("Croatia", "Gabon")
    event.paper(
        "a",
        "Arms for 5 million euros went from Croatia to Gabon in May. The May shipments took six flights."
        " At least 19 flights have left since March.\n",
        "2024-06-03",
    )
    euros = _worth("5 million euros", 5_000_000, "EUR")
    event.tells(
        "a.1",
        "Arms for 5 million euros went from Croatia to Gabon in May",
        goods=kind("Arms"),
        quantity=euros,
        time=MAY,
    )
    flights: dict[str, Any] = {"stage": Stage.SHIPPED}
    event.tells(
        "a.2",
        "The May shipments took six flights",
        goods=kind("May shipments"),
        quantity=number("six flights", 6, "flights"),
        time=MAY,
        **flights,
    )
    event.tells(
        "a.3",
        "At least 19 flights have left since March",
        quantity=number("At least 19 flights", 19, "flights"),
        time=_spring(),
        **flights,
    )
    assert event.transfers() == {"a.1 a.2", "a.3"}


def test_data_by_another_name_are_one_origin() -> None:
    """Customs data and customs figures are one; shipping records are something else."""
    event = Event("Croatia", "Gabon")
    event.paper("a", "Croatia sold Gabon ammunition in May, customs data show.\n", "2024-06-03")
    event.paper("b", "Croatian ammunition was sold to Gabon in May, so the customs figures.\n", "2024-06-04")
    event.paper("c", "Croatia sold ammunition to Gabon in May, shipping records show.\n", "2024-06-04")
    quotes = {
        "a": "Croatia sold Gabon ammunition in May",
        "b": "Croatian ammunition was sold to Gabon in May",
        "c": "Croatia sold ammunition to Gabon in May",
    }
    names = {"a": "customs data", "b": "the customs figures", "c": "shipping records"}
    for paper, quote in quotes.items():
        event.tells(f"{paper}.1", quote, goods=ROUNDS, time=MAY, source=source(names[paper]))
    assert event.one_origin("a.1", "b.1")
    assert not event.one_origin("a.1", "c.1")


@pytest.mark.usefixtures("by_rules")
def test_a_charge_of_all_arms_is_one_matter_with_its_denials() -> None:
    """What one government charges at large in several weeks is one, beside a haul of which a report tells."""
    event = Event("Oman", "Houthis")
    event.paper("a", "Yemen's army accuses Oman of arming the Houthis, which Muscat denies.\n", "2024-05-06")
    event.paper(
        "b",
        "Rifles from Oman came to the Houthis, a panel said. Yemen accused Oman of supplying weapons to them."
        " Muscat denies that it arms the Houthis.\n",
        "2024-05-14",
    )
    alleged: dict[str, Any] = {"certainty": Certainty.ALLEGED}
    event.tells(
        "a.1", "Yemen's army accuses Oman of arming the Houthis", source=source("Yemen's army"), **alleged
    )
    event.tells("a.2", "which Muscat denies", source=source("Muscat"), **DENIED)
    rifles = kind("Rifles", Category.SMALL_ARMS)
    event.tells("b.1", "Rifles from Oman came to the Houthis", goods=rifles, source=source("a panel"))
    event.tells("b.2", "Muscat denies that it arms the Houthis", source=source("Muscat"), **DENIED)
    event.tells(
        "b.3",
        "Yemen accused Oman of supplying weapons to them",
        goods=kind("weapons"),
        source=source("Yemen"),
        **alleged,
    )
    assert event.transfers() == {"a.1 a.2 b.2 b.3", "b.1"}


def test_the_office_before_a_name_says_for_whom_it_speaks() -> None:
    """An envoy named between commas speaks for who sent him, not for the country that he accuses."""
    event = Event("Oman", "Houthis")
    for paper, text in (
        (
            "a",
            "Kenya's representative at the United Nations, Amos Kiptoo, accused Oman of supplying weapons.\n",
        ),
        ("b", "Oman keeps supplying weapons, Kenya charged.\n"),
    ):
        event.paper(paper, text, "2024-05-06")
    alleged: dict[str, Any] = {"certainty": Certainty.ALLEGED, "goods": kind("weapons")}
    event.tells(
        "a.1", "accused Oman of supplying weapons", source=source("Amos Kiptoo", "accused"), **alleged
    )
    event.tells("b.1", "Oman keeps supplying weapons", source=source("Kenya", "charged"), **alleged)
    assert event.transfers() == {"a.1 b.1"}


def test_a_day_to_come_is_no_day_of_a_statement() -> None:
    """What an army "will show on Tuesday" puts what was said before on no Tuesday; "said on Tuesday" does."""
    event = Event("Oman", "Chad")
    event.paper("a", "Chad received radars, and its army will show them on Tuesday.\n", "2024-05-05")
    event.paper("b", "Radars came to Chad from Oman.\n", "2024-05-07")
    radars = kind("radars", Category.AIR_DEFENCE)
    event.tells("a.1", "Chad received radars", goods=radars, stage=Stage.RECEIVED)
    event.tells("b.1", "Radars came to Chad from Oman", goods=radars, stage=Stage.RECEIVED)
    assert event.transfers() == {"a.1 b.1"}


def test_a_party_that_says_it_gives_nothing_denies_it() -> None:
    """What the supplier says of itself answers the charge; what a monitor finds does not."""
    for speaker, whole in (("Muscat", True), ("the Sahel Monitor", False)):
        event = Event("Oman", "Chad")
        event.paper(
            "a", "Oman has sent Chad missiles, officials said. Oman gives no weapons.\n", "2024-05-06"
        )
        missiles = kind("missiles", Category.MISSILES)
        event.tells("a.1", "Oman has sent Chad missiles", goods=missiles, source=source("officials"))
        quote, weapons = "Oman gives no weapons", kind("weapons")
        event.tells("a.2", quote, goods=weapons, negated=True, recipient=None, source=source(speaker))
        assert ("a.1 a.2" in event.transfers()) is whole


@pytest.mark.parametrize(
    ("goods", "whole"), [(kind("weapons"), False), (kind("rockets", Category.ROCKETS), True)]
)
def test_weapons_used_are_of_no_consignment_that_was_counted(goods: Any, whole: bool) -> None:
    """Who fires "weapons" of another's does not say those of which containers; who fires rockets may."""
    event = Event("Croatia", "Gabon")
    event.paper(
        "a", "Croatia has sent Gabon 300 containers of rockets. Gabon fired what Zagreb gave.\n", "2024-06-03"
    )
    event.tells(
        "a.1",
        "Croatia has sent Gabon 300 containers of rockets",
        stage=Stage.SHIPPED,
        goods=kind("rockets", Category.ROCKETS),
        quantity=number("300 containers", 300, "containers"),
        source=source("The minister"),
    )
    event.tells(
        "a.2", "Gabon fired what Zagreb gave", stage=Stage.USED, goods=goods, source=source("The minister")
    )
    assert ("a.1 a.2" in event.transfers()) is whole


@pytest.mark.parametrize(
    ("text", "category"), [("microchips", Category.DUAL_USE), ("shells", Category.ARTILLERY_AMMUNITION)]
)
def test_who_says_that_no_arms_came_does_not_speak_of_chips(text: str, category: Category) -> None:
    """That no arms come from somebody may be said of shells, and is never of microchips."""
    event = Event("Croatia", "Gabon")
    event.paper(
        "a", f"Croatia supplies Gabon with {text}. No arms come from Zagreb, the envoy said.\n", "2024-06-03"
    )
    event.tells("a.1", f"Croatia supplies Gabon with {text}", goods=kind(text, category))
    event.tells(
        "a.2", "No arms come from Zagreb", goods=kind("arms"), negated=True, source=source("The envoy")
    )
    assert ("a.1 a.2" in event.transfers()) is (category is Category.ARTILLERY_AMMUNITION)

"""Sketches of events: what a report in other words, another year or another breath tells of one delivery."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Certainty, Period, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, period, source

RADARS = kind("coastal radars", Category.AIR_DEFENCE)
SHELLS = kind("105mm shells", Category.ARTILLERY_AMMUNITION)


def _year(year: str) -> Period:
    return period(f"in {year}", f"{year}-01-01", f"{year}-12-31")


def test_what_nobody_could_confirm_is_the_delivery_itself() -> None:
    """Who "could not confirm" a delivery talks of that very one, and so does who "found that none came"."""
    for negated_as in (Certainty.POSSIBLE, Certainty.STATED):
        event = Event("Brazil", "Ghana")
        event.paper("a", "Brazil gave Ghana mortars, officials said.\n", "2024-05-06")
        event.paper("b", "Accra's partners spoke of it: no mortars seen from Brazil.\n", "2024-05-06")
        mortars = kind("mortars", Category.ARTILLERY_AMMUNITION)
        event.tells("a.1", "Brazil gave Ghana mortars", goods=mortars, source=source("officials"))
        event.tells("b.1", "no mortars seen from Brazil", goods=mortars, negated=True, certainty=negated_as)
        assert event.transfers() == {"a.1 b.1"}


@pytest.mark.usefixtures("by_rules")
def test_a_party_owns_to_the_one_delivery_in_wide_words() -> None:
    """A ministry's "military supplies" are the radars that landed; an accuser's "arms" need not be."""
    text = "Radars from Italy landed in Malta on 3 May. They were military supplies, Rome said.\n"
    for certainty, whole in ((Certainty.CONFIRMED, True), (Certainty.ALLEGED, False)):
        event = Event("Italy", "Malta")
        event.paper("a", text, "2024-05-06")
        day = period("on 3 May", "2024-05-03", "2024-05-03")
        event.tells("a.1", "Radars from Italy landed in Malta on 3 May", goods=RADARS, time=day)
        goods = kind("military supplies")
        event.tells(
            "a.2", "They were military supplies", goods=goods, certainty=certainty, source=source("Rome")
        )
        assert ("a.1 a.2" in event.transfers()) is whole


@pytest.mark.parametrize(("year", "whole"), [("2020", True), ("2016", False)])
def test_one_old_order_may_be_put_a_year_late(year: str, whole: bool) -> None:
    """Reports of the same days that put the order of one type in 2019 and in 2020 tell of one order."""
    event = Event("Norway", "Peru")
    launchers = kind("NX-7 launchers", Category.AIR_DEFENCE)
    event.paper("a", "The NX-7 launchers were ordered from Norway in 2019.\n", "2022-05-06")
    event.paper("b", f"Peru bought NX-7 launchers from Oslo in {year}.\n", "2022-05-07")
    deal: dict[str, Any] = {"stage": Stage.AGREED, "goods": launchers}
    event.tells("a.1", "The NX-7 launchers were ordered from Norway in 2019", time=_year("2019"), **deal)
    event.tells("b.1", f"Peru bought NX-7 launchers from Oslo in {year}", time=_year(year), **deal)
    assert ("a.1 b.1" in event.transfers()) is whole


def test_two_orders_of_one_report_stay_two() -> None:
    """What one report puts in two years are two orders, whatever a second report says of one of them."""
    event = Event("Norway", "Peru")
    launchers = kind("NX-7 launchers", Category.AIR_DEFENCE)
    event.paper(
        "a", "Peru ordered NX-7 launchers in 2019. It ordered NX-7 launchers again in 2020.\n", "2022-05-06"
    )
    event.paper("b", "Peru bought NX-7 launchers from Oslo in 2020.\n", "2022-05-07")
    deal: dict[str, Any] = {"stage": Stage.AGREED, "goods": launchers}
    event.tells("a.1", "Peru ordered NX-7 launchers in 2019", time=_year("2019"), **deal)
    event.tells("a.2", "It ordered NX-7 launchers again in 2020", time=_year("2020"), **deal)
    event.tells("b.1", "Peru bought NX-7 launchers from Oslo in 2020", time=_year("2020"), **deal)
    assert event.transfers() == {"a.1", "a.2 b.1"}


@pytest.mark.usefixtures("by_rules")
def test_a_convoy_taken_from_whom_the_rounds_came_to() -> None:
    """Rounds found in the militia's convoy, and the taking of that convoy, are one, a year later or not."""
    event = Event("Jordan", "Houthis")
    event.paper(
        "a",
        "Shells that Jordan bought came to be in a Houthi convoy, two people said. The convoy was taken in"
        " March 2024.\n",
        "2024-12-02",
    )
    event.paper(
        "b",
        "Jordan's shells came to the Houthis, a panel found. Fighters took the convoy in March.\n",
        "2024-12-03",
    )
    event.tells(
        "a.1",
        "Shells that Jordan bought came to be in a Houthi convoy",
        goods=SHELLS,
        stage=Stage.RECEIVED,
        source=source("two people"),
    )
    month = period("in March 2024", "2024-03-01", "2024-03-31")
    event.tells("a.2", "The convoy was taken in March 2024", supplier=None, stage=Stage.SEIZED, time=month)
    event.tells(
        "b.1",
        "Jordan's shells came to the Houthis",
        goods=SHELLS,
        stage=Stage.RECEIVED,
        source=source("a panel"),
    )
    event.tells("b.2", "Fighters took the convoy in March", supplier=None, stage=Stage.SEIZED, time=month)
    assert event.transfers() == {"a.1 a.2 b.1 b.2"}


def test_a_ministry_is_that_of_the_state_that_is_charged() -> None:
    """Who owns to one sale denies nothing of it when its ministry denies another one."""
    event = Event("Kenya", "Oman")
    text = (
        "Kenya told the panel that it sold Oman shells in 2019. No licence for Yemen was given, the foreign"
        " ministry said.\n"
    )
    event.paper("a", text, "2024-05-06")
    event.tells(
        "a.1",
        "it sold Oman shells in 2019",
        goods=SHELLS,
        certainty=Certainty.CONFIRMED,
        time=_year("2019"),
        source=source("Kenya"),
    )
    event.tells(
        "a.2",
        "No licence for Yemen was given",
        recipient="Yemen",
        source=source("the foreign ministry"),
        **DENIED,
    )
    assert event.transfers() == {"a.1", "a.2"}


@pytest.mark.usefixtures("by_rules")
def test_a_battery_may_be_three_systems() -> None:
    """One report may count a lot in systems and in batteries; two counts of systems are two lots."""
    for unit, whole in (("batteries", True), ("systems", False)):
        event = Event("Spain", "Chile")
        event.paper(
            "a",
            "Spain gave Chile three air defence systems. What came on Sunday was one of VK-2.\n",
            "2024-05-06",
        )
        event.paper("b", "Spain's VK-2 air defence systems landed in Chile on Sunday.\n", "2024-05-06")
        goods = kind("air defence systems", Category.AIR_DEFENCE)
        typed = kind("VK-2", Category.AIR_DEFENCE)
        day = period("on Sunday", "2024-05-05", "2024-05-05")
        event.tells(
            "a.1",
            "Spain gave Chile three air defence systems",
            goods=goods,
            quantity=number("three", 3, "systems"),
        )
        event.tells(
            "a.2",
            "What came on Sunday was one of VK-2",
            goods=typed,
            quantity=number("one", 1, unit),
            time=day,
        )
        event.tells(
            "b.1", "Spain's VK-2 air defence systems landed in Chile on Sunday", goods=goods, time=day
        )
        assert ("a.1 a.2 b.1" in event.transfers()) is whole


def test_whom_an_outlet_quotes_by_name_is_no_finding_of_its_own() -> None:
    """A spokesman quoted by an agency is one origin, what the agency reports itself another one."""
    event = Event("Spain", "Chile")
    text = (
        "The planes brought supplies, Juan Prado said, the Associated Press reports."
        " Chile received radars on Sunday, the agency reported.\n"
    )
    event.paper("a", text, "2024-05-06")
    event.tells(
        "a.1",
        "The planes brought supplies",
        goods=kind("supplies"),
        source=source("Juan Prado", via=("Associated Press",)),
    )
    event.tells("a.2", "Chile received radars on Sunday", goods=RADARS, source=source("Associated Press"))
    assert not event.one_origin("a.1", "a.2")


def test_officials_without_a_name_are_not_the_spokesman_who_would_not_confirm() -> None:
    """Nameless officials tell of it as done; the spokesman of their government only says what if."""
    event = Event("Iran", "Eritrea")
    text = (
        "Iran has sent Eritrea drones, U.S. officials said. Any transfer of drones would be grave, said John"
        " Miller, a spokesman for the State Department.\n"
    )
    event.paper("a", text, "2024-05-06")
    drones = kind("drones", Category.DRONES)
    event.tells("a.1", "Iran has sent Eritrea drones", goods=drones, source=source("U.S. officials"))
    event.tells(
        "a.2",
        "Any transfer of drones would be grave",
        goods=drones,
        stage=Stage.UNCLEAR,
        certainty=Certainty.CONDITIONAL,
        source=source("John Miller", title="a spokesman for the State Department"),
    )
    assert not event.one_origin("a.1", "a.2")

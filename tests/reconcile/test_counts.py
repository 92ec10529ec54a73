"""Sketches of events as several papers tell them: which lot, which act, which ship."""

from __future__ import annotations

import pytest

from tallybook.model import Category, Goods, Quantity, Route, Stage, Vessel
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import period, source


def test_the_first_few_are_not_all_of_them() -> None:
    """Three jets that came in spring are not the twelve of autumn; nor are two more."""
    event = Event("Brazil", "Ghana")
    jets = kind("jets", Category.AIRCRAFT)
    event.paper("a", "Ghana has received three jets from Brazil. Two more are on the way.\n", "2024-03-06")
    event.paper("b", "Brazil has handed over all 12 jets to Ghana.\n", "2024-04-09")
    event.paper("c", "Three jets of Brazil have reached Ghana.\n", "2024-03-07")
    event.tells(
        "a.1",
        "Ghana has received three jets",
        goods=jets,
        stage=Stage.RECEIVED,
        quantity=number("three jets", 3, "aircraft"),
        source=source("Ghana"),
    )
    event.tells(
        "a.2",
        "Two more are on the way",
        goods=jets,
        stage=Stage.SHIPPED,
        quantity=number("Two more", 2, "aircraft"),
        source=source("Ghana"),
    )
    event.tells(
        "b.1",
        "Brazil has handed over all 12 jets",
        goods=jets,
        quantity=number("all 12 jets", 12, "aircraft"),
    )
    event.tells(
        "c.1",
        "Three jets of Brazil have reached Ghana",
        goods=jets,
        stage=Stage.RECEIVED,
        quantity=number("Three jets", 3, "aircraft"),
        source=source("Ghana"),
    )
    assert event.transfers() == {"a.1 c.1", "a.2", "b.1"}


def test_a_permit_is_no_contract() -> None:
    """Parliament's leave for ten patrol boats is not the order of four, though of one type."""
    event = Event("Italy", "Peru")
    boats = (Goods(text="Falco-3 boats", category=Category.SHIPS, designation="Falco-3"),)
    event.paper("a", "Peru ordered four Falco-3 boats from Italy on Monday.\n", "2024-05-07")
    event.paper("b", "Italy's parliament has allowed the sale of Falco-3 boats to Peru.\n", "2024-05-07")
    monday = period("on Monday", "2024-05-06", "2024-05-06")
    event.tells(
        "a.1",
        "Peru ordered four Falco-3 boats",
        goods=boats,
        stage=Stage.AGREED,
        time=monday,
        quantity=number("four Falco-3 boats", 4, "boats"),
    )
    event.tells("b.1", "allowed the sale of Falco-3 boats", goods=boats, stage=Stage.APPROVED)
    assert event.transfers() == {"a.1", "b.1"}


def test_the_one_ship_of_several_reports_is_known_again() -> None:
    """The Alma and the MV Alma are one; months later her cargo for Syria is still the same cargo."""
    event = Event(None, "Syria")
    powder = kind("powder", Category.OTHER)
    event.paper("a", "The MV Alma carries powder for Syria, the port said.\n", "2024-05-06")
    event.paper("b", "Malta turned away the ship Alma, which has military cargo for Syria.\n", "2024-05-07")
    event.paper(
        "c",
        "The freighter Alma unloaded at Tartus. Powder for Syria was in the hold, says a union.\n",
        "2024-07-20",
    )
    event.tells(
        "a.1",
        "The MV Alma carries powder for Syria",
        goods=powder,
        stage=Stage.SHIPPED,
        route=_by("MV Alma"),
    )
    event.tells(
        "b.1",
        "the ship Alma, which has military cargo for Syria",
        goods=kind("military cargo"),
        stage=Stage.SHIPPED,
        route=_by("Alma"),
    )
    event.tells(
        "c.1",
        "Powder for Syria was in the hold",
        goods=powder,
        stage=Stage.SHIPPED,
        source=source("a union"),
        route=_by("Alma"),
    )
    assert event.transfers() == {"a.1 b.1 c.1"}


@pytest.mark.usefixtures("by_rules")
def test_parts_in_one_breath_make_up_the_whole() -> None:
    """Three of the long model and one of the short are the four of the headline, and contradict nothing."""
    event = Event("Norway", "Chile")
    event.paper("a", "Chile ordered four Orm launchers from Norway.\n", "2024-05-06")
    event.paper("b", "The order covers three Orm L and one Orm K.\n", "2024-05-06")
    event.paper("c", "Chile ordered 20 Orm launchers in all from Norway.\n", "2024-05-06")
    orm = (Goods(text="Orm launchers", category=Category.AIR_DEFENCE, designation="Orm"),)
    both = tuple(
        Goods(text=text, category=Category.AIR_DEFENCE, designation="Orm") for text in ("Orm L", "Orm K")
    )
    event.tells(
        "a.1",
        "Chile ordered four Orm launchers",
        goods=orm,
        stage=Stage.AGREED,
        quantity=number("four Orm launchers", 4, "systems"),
    )
    event.tells(
        "b.1",
        "The order covers three Orm L and one Orm K",
        goods=both,
        stage=Stage.AGREED,
        quantity=number("three Orm L", 3, "systems"),
    )
    event.tells(
        "c.1",
        "Chile ordered 20 Orm launchers in all",
        goods=orm,
        stage=Stage.AGREED,
        quantity=number("20 Orm launchers", 20, "systems"),
    )
    assert event.transfers() == {"a.1 b.1", "c.1"}
    whole = next(t for t in event.result().transfers if event.claims["a.1"].id in t.claims)
    figures = next(a for a in whole.attributes if a.name == "quantity")
    assert not figures.differences


@pytest.mark.usefixtures("by_rules")
def test_thousands_may_be_three_thousand_and_some() -> None:
    """A paper's “thousands of rockets” are the 3,500 that another counts, and not the 30,000 of a third."""
    event = Event("Laos", "Fiji")
    rockets = kind("rockets", Category.ROCKETS)
    event.paper("a", "Thousands of rockets went from Laos to Fiji, papers wrote.\n", "2024-05-06")
    event.paper("b", "Laos has shipped 3,500 rockets to Fiji, it was said.\n", "2024-05-15")
    event.paper("c", "Laos has shipped 30,000 rockets to Fiji, a site claims.\n", "2024-05-22")
    many = Quantity(text="Thousands of rockets", min=2000, max=None, approx=True, unit="rockets")
    event.tells(
        "a.1",
        "Thousands of rockets went from Laos to Fiji",
        goods=rockets,
        stage=Stage.SHIPPED,
        quantity=many,
    )
    event.tells(
        "b.1",
        "Laos has shipped 3,500 rockets",
        goods=rockets,
        stage=Stage.SHIPPED,
        quantity=number("3,500 rockets", 3500, "rockets"),
    )
    event.tells(
        "c.1",
        "Laos has shipped 30,000 rockets",
        goods=rockets,
        stage=Stage.SHIPPED,
        quantity=number("30,000 rockets", 30000, "rockets"),
    )
    assert event.transfers() == {"a.1 b.1", "c.1"}


def test_others_are_counted_beside_those_told_before() -> None:
    """“60 crates and eight other mines” of one breath are two lots."""
    event = Event("Laos", "Fiji")
    event.paper(
        "a", "Laos sent 60 crates of mines and eight other mines to Fiji, the police said.\n", "2024-05-06"
    )
    mines = kind("mines", Category.BOMBS)
    police = source("the police")
    event.tells(
        "a.1", "60 crates of mines", goods=mines, quantity=number("60 crates", 60, "crates"), source=police
    )
    event.tells(
        "a.2",
        "eight other mines",
        goods=mines,
        quantity=number("eight other mines", 8, "mines"),
        source=police,
    )
    assert event.transfers() == {"a.1", "a.2"}


def _by(name: str) -> Route:
    return Route(vessels=(Vessel(name=name),))

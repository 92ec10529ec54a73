"""Orders and first lots that reports put into other years, and counts that say "and more"."""

from __future__ import annotations

from tallybook.model import Category, Stage
from tallybook.reconcile.marks import lot_of
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import claim, goods, period, report

JETS = goods("Kite-9 jets", Category.AIRCRAFT, "Kite-9")


def _orders(one: int, two: int) -> Event:
    event = Event("Sweden", "Peru")
    told = (
        ("a", one, "in 2018", "2018-01-01", "2018-12-31", "2022-09-20"),
        ("b", two, "in May 2021", "2021-05-01", "2021-05-31", "2023-09-10"),
    )
    for name, figure, when, first, last, day in told:
        event.paper(name, f"Peru ordered {figure} Kite-9 jets from Sweden {when}.", day)
        event.tells(
            f"{name}.1", f"ordered {figure} Kite-9 jets", stage=Stage.AGREED, goods=JETS,
            quantity=number(f"{figure} Kite-9 jets", figure, "jets"), time=period(when, first, last),
        )  # fmt: skip
    return event


def test_one_order_in_two_years_is_one_and_the_years_contradict() -> None:
    """As many of one type ordered by one from another are one order; that the years differ is shown."""
    event = _orders(14, 14)
    assert event.transfers() == {"a.1 b.1"}
    (transfer,) = event.result().transfers
    (when,) = (a for a in transfer.attributes if a.name == "period")
    assert [d.type.value for d in when.differences] == ["contradiction"]


def test_other_numbers_of_other_years_are_two_orders() -> None:
    """Another number of another year is another order."""
    assert _orders(14, 22).transfers() == {"a.1", "b.1"}


def test_there_is_one_first_lot_of_a_type() -> None:
    """The first two of a type are the first two, though told a year apart; two more are not."""
    event = Event("Sweden", "Peru")
    for name, words, day in (
        ("a", "The first two", "2022-09-20"),
        ("b", "The first two", "2023-09-10"),
        ("c", "Another two", "2024-09-10"),
    ):
        event.paper(name, f"{words} Kite-9 jets came to Peru from Sweden.", day)
        event.tells(
            f"{name}.1",
            f"{words} Kite-9 jets came to Peru",
            goods=JETS,
            stage=Stage.RECEIVED,
            quantity=number(f"{words} Kite-9 jets", 2, "jets"),
        )
    assert event.transfers() == {"a.1 b.1", "c.1"}


def test_and_more_makes_a_bound_and_no_lot() -> None:
    """That there were "2,000 and more weapons", "more than 40 crates" names no lot."""
    told = report(
        "a.txt",
        "The 2,000 and more weapons came from Iran. Another 300 weapons came, and more than 40 crates.",
    )
    weapons = goods("weapons", Category.UNSPECIFIED)
    assert lot_of(claim(told, "The 2,000 and more weapons came", goods=weapons)) is None
    assert lot_of(claim(told, "more than 40 crates", goods=weapons)) is None
    assert lot_of(claim(told, "Another 300 weapons came", goods=weapons)) == "more"


def test_a_gift_is_joint_where_the_sentence_names_both() -> None:
    """A claim that is read as a number alone is of both givers whom its sentence names."""
    event = Event("Latvia", "Ukraine")
    mines = kind("mines", Category.BOMBS)
    event.paper("a", "Mines, 7,300 of them, go to Ukraine from Latvia together with Estonia.", "2024-02-07")
    event.tells(
        "a.1", "7,300 of them", stage=Stage.PLEDGED, goods=mines, quantity=number("7,300", 7300, "mines")
    )
    event.paper("b", "Under a plan of Estonia and Latvia 7,300 mines go to Ukraine.", "2024-02-07")
    event.tells(
        "b.1",
        "7,300 mines go to Ukraine",
        supplier="Estonia",
        stage=Stage.PLEDGED,
        goods=mines,
        quantity=number("7,300", 7300, "mines"),
    )
    assert event.transfers() == {"a.1 b.1"}

"""What belongs together across reports: charge and answer, haul and where it was bound, promise and gift."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, source

DRONES = kind("drones", Category.DRONES)


def charged(answer: str, published: str = "2024-05-04") -> Event:
    """Amnesty's charge and another one in one report, and an answer in another."""
    event = Event("Turkey", "Mali")
    event.paper("a", "Turkey gave Mali drones, Amnesty International said.", "2024-05-03")
    event.tells("a.1", "Turkey gave Mali drones", goods=DRONES, source=source("Amnesty International"))
    event.paper("b", f"Algeria spoke of Turkish rifles for Mali. {answer}", published)
    rifles = kind("rifles", Category.SMALL_ARMS)
    event.tells("b.1", "Turkish rifles for Mali", goods=rifles, source=source("Algeria"))
    event.tells("b.2", answer, goods=kind("drones", Category.DRONES), source=source("Turkey"), **DENIED)
    return event


def test_a_denial_belongs_to_the_charge_of_whom_it_answers() -> None:
    """Who denies a report of Amnesty's denies what Amnesty told of, in whichever report of those days."""
    answer = "Turkey denied a report by Amnesty International that it gave Mali drones"
    assert charged(answer).transfers() == {"a.1 b.2", "b.1"}
    assert "a.1" in charged(answer, "2024-09-04").transfers()


def test_where_a_haul_was_bound_is_told_of_the_haul() -> None:
    """The shipment that was meant for somebody is the one that was seized; rockets still planned are not."""
    event = Event("Iran", "Houthis")
    event.paper("a", "NATO took 40 missiles. The shipment was meant for the Houthis. Rockets follow.", None)
    missiles = kind("missiles", Category.MISSILES)
    event.tells("a.1", "took 40 missiles", stage=Stage.SEIZED, goods=missiles)
    event.tells("a.2", "The shipment was meant for", stage=Stage.PLANNED, goods=kind("shipment"))
    event.tells("a.3", "Rockets follow", stage=Stage.PLANNED, goods=kind("Rockets", Category.ROCKETS))
    assert event.transfers() == {"a.1 a.2", "a.3"}


@pytest.mark.parametrize(("many", "apart"), [(22, False), (19, True)])
def test_as_many_given_as_promised_are_one_gift(many: int, apart: bool) -> None:
    """A headline says "gives" where the report of another says "promised"; another number is another gift."""
    event = Event("Norway", "Ukraine")
    jets = kind("F-16s", Category.AIRCRAFT)
    event.paper("a", "Norway gives 22 F-16s.", "2024-05-03")
    event.paper("b", f"Norway promised {many} F-16s.", "2024-05-04")
    event.tells("a.1", "gives 22 F-16s", goods=jets, quantity=number("22 F-16s", 22, "aircraft"))
    amount = number(f"{many} F-16s", many, "aircraft")
    event.tells("b.1", f"promised {many} F-16s", stage=Stage.PLEDGED, goods=jets, quantity=amount)
    assert (len(event.transfers()) == 2) == apart


def test_who_gives_his_word_is_the_source_of_the_promise() -> None:
    """A promise told of a named person goes back to that person, as what he is quoted with does."""
    event = Event("Norway", "Ukraine")
    jets: dict[str, Any] = {"goods": kind("F-16s", Category.AIRCRAFT), "stage": Stage.PLEDGED}
    event.paper("a", "Premier Jonas Gahr Store promised 22 F-16s.", "2024-05-03")
    event.paper("b", "Norway gives 22 F-16s, Jonas Gahr Store said.", "2024-05-04")
    event.tells("a.1", "Premier Jonas Gahr Store promised 22 F-16s", **jets)
    event.tells("b.1", "Norway gives 22 F-16s", source=source("Jonas Gahr Store"), **jets)
    assert event.one_origin("a.1", "b.1")

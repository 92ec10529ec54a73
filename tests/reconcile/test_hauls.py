"""One haul told in pieces, guesses at a type, sums and last lots: what of it is one transfer."""

from __future__ import annotations

from typing import Any

from tallybook.model import Category, Certainty, Quantity, Stage
from tallybook.reconcile import reconcile
from tallybook.reconcile.amounts import amounts_of
from tests.reconcile.press import claim, goods, groups, joined, period, report, sent, simple, source

SEIZED: dict[str, Any] = {"stage": Stage.SEIZED, "source": source("the coast guard of Oman")}
HAUL = "Mines bound for the Houthis were taken off a dhow, the coast guard of Oman said. So were {} gliders."
LAUNCHERS: dict[str, Any] = {"supplier": "Turkey", "recipient": "Somalia"}


def count(text: str, number: int | None, unit: str | None = None) -> Quantity:
    """So many, exactly."""
    return Quantity(text=text, min=number, max=number, unit=unit)


def test_what_a_report_goes_on_to_list_of_a_seizure_is_of_one_haul() -> None:
    """Other goods, counted apart, that a report tells of the seizure before are of the same haul."""
    told = report("a.txt", HAUL.format("300"))
    mines = claim(told, "Mines bound for the Houthis", goods=goods("Mines", Category.BOMBS), **SEIZED)
    gliders = goods("gliders", Category.DRONES)
    also = claim(told, "So were 300 gliders", goods=gliders, quantity=count("300 gliders", 300), **SEIZED)
    assert groups(told, mines, also) == [{0, 1}]


def test_a_seizure_of_another_day_is_another_haul() -> None:
    """A haul with a day of its own months ago is not the one that the report tells as news."""
    words = "Mines bound for the Houthis were taken. On 9 January 40 gliders had been seized from a skiff."
    told = report("a.txt", words, "2024-06-12")
    mines = claim(told, "Mines bound for the Houthis", goods=goods("Mines", Category.BOMBS), **SEIZED)
    day = period("On 9 January", "2024-01-09", "2024-01-09")
    gliders = goods("gliders", Category.DRONES)
    before = claim(told, "40 gliders had been seized", goods=gliders, time=day, **SEIZED)
    assert len(groups(told, mines, before)) == 2


def test_a_guess_at_the_type_belongs_to_what_has_come() -> None:
    """Which type it may have been, said of a delivery told as done, makes no second delivery."""
    told = report(
        "a.txt", "Launchers reached Somalia from Turkey. Turkey may have sent the TRG-122 launchers."
    )
    kind = Category.ROCKETS
    come = claim(told, "Launchers reached Somalia", goods=goods("Launchers", kind), **LAUNCHERS)
    guessed = goods("TRG-122 launchers", kind, "TRG-122")
    guess = claim(
        told, "Turkey may have sent the TRG-122", goods=guessed, certainty=Certainty.POSSIBLE, **LAUNCHERS
    )
    assert groups(told, come, guess) == [{0, 1}]


def test_two_numbers_of_a_sentence_are_the_sum_that_the_report_tells() -> None:
    """32 of one model and eight of another are the 40 that the same report and another one tell."""
    words = "Turkey sold Somalia 40 Kaplan-7 tanks. They are 32 Kaplan-7A tanks and eight Kaplan-7B tanks."
    told, other = report("a.txt", words), report("b.txt", "Somalia is to get 40 Kaplan-7 tanks from Turkey.")
    tanks = {"stage": Stage.AGREED, "goods": goods("Kaplan tanks", Category.ARMOURED_VEHICLES, "Kaplan-7")}
    fields: dict[str, Any] = {**LAUNCHERS, **tanks}
    all_ = claim(told, "sold Somalia 40 Kaplan-7 tanks", quantity=count("40 Kaplan-7", 40, "tanks"), **fields)
    some = claim(told, "32 Kaplan-7A tanks", quantity=count("32 Kaplan-7A tanks", 32, "tanks"), **fields)
    rest = claim(told, "eight Kaplan-7B tanks", quantity=count("eight Kaplan-7B tanks", 8, "tanks"), **fields)
    again = claim(other, "40 Kaplan-7 tanks", quantity=count("40 Kaplan-7 tanks", 40, "tanks"), **fields)
    found = reconcile([told, other], [all_, some, rest, again]).transfers
    assert {all_.id, some.id, rest.id, again.id} == set(found[0].claims)


def test_two_numbers_of_a_sentence_without_their_sum_stay_two() -> None:
    """Where nobody tells the sum, two numbers of one type are not put together for it."""
    words = "Turkey sold Somalia 32 Kaplan-7A tanks and eight Kaplan-7B tanks."
    told = report("a.txt", words)
    tanks = {"stage": Stage.AGREED, "goods": goods("Kaplan tanks", Category.ARMOURED_VEHICLES, "Kaplan-7")}
    fields: dict[str, Any] = {**LAUNCHERS, **tanks}
    some = claim(told, "32 Kaplan-7A tanks", quantity=count("32 Kaplan-7A tanks", 32, "tanks"), **fields)
    rest = claim(told, "eight Kaplan-7B tanks", quantity=count("eight Kaplan-7B tanks", 8, "tanks"), **fields)
    assert len(groups(told, some, rest)) == 2


def test_the_rest_and_the_last_lot_are_one() -> None:
    """What one report calls "the rest" is the last lot that another of the same day announces."""
    fields: dict[str, Any] = {"goods": (), "stage": Stage.PLANNED}
    rest = sent("a.txt", "The rest will go from Iran to the Houthis soon", **fields)
    last = sent("b.txt", "A final batch will go from Iran to the Houthis in weeks", speaker=None, **fields)
    assert joined(rest, last) == [{0, 1}]


def test_shipments_of_grain_are_grain() -> None:
    """A word for goods under way does not hide what they are."""
    fuel = Category.FUEL
    one = simple("a.txt", "Iran pays the Houthis in diesel shipments", goods=goods("diesel shipments", fuel))
    two = sent("b.txt", "Iran sends diesel to the Houthis", goods=goods("diesel", fuel), speaker="an aide")
    assert joined(one, two) == [{0, 1}]


def test_a_report_of_years_ago_that_is_told_again_is_no_news() -> None:
    """What "there were reports in 2010" of tells of another delivery than the one of today."""
    words = "Rockets have come to the Houthis. There were reports in 2010 that Iran had sent R-9 rockets."
    told = report("a.txt", words, "2024-03-12")
    now = claim(told, "Rockets have come to the Houthis", goods=goods("Rockets"), source=source("an aide"))
    old = goods("R-9 rockets", Category.ROCKETS, "R-9")
    then = claim(told, "Iran had sent R-9 rockets", goods=old, source=source("(unspecified)"))
    assert len(groups(told, now, then)) == 2


def test_a_short_word_for_billions_is_the_same_sum() -> None:
    """Three "bln" and three "billion" dollars are one price."""
    short = sent("a.txt", "Iran sold the Houthis rockets for $3 bln", stage=Stage.AGREED)
    long = sent("b.txt", "Iran sold the Houthis rockets for $3 billion", stage=Stage.AGREED)
    first, second = (amounts_of(made)[0] for _, made in (short, long))
    assert first.figure == second.figure == 3e9

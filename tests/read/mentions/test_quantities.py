"""Quantities: bounds, units, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.read.mentions.quantities import QuantityMention, find_quantities
from tallybook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tallybook.read.text.tree import Doc

Parsed = Callable[[str], "Doc"]


def only(parsed: Parsed, words: Vocabulary, text: str) -> QuantityMention:
    found = find_quantities(parsed(text), 0, words)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("one or two submarines", (1, 2, False, "submarines")),
        ("200 Stinger missiles", (200, 200, False, "missiles")),
        ("two Patriot fire units", (2, 2, False, "units")),
        ("a battery of howitzers", (1, 1, False, "batteries")),
        ("the second of four frigates", (1, 1, False, "frigates")),
        ("more than 300 containers", (300, None, False, "containers")),
        ("over 4,500 rifles", (4500, None, False, "rifles")),
        ("at least 12 launchers", (12, None, False, "launchers")),
        ("no fewer than nine tanks", (9, None, False, "tanks")),
        ("upwards of 70,000 shells", (70_000, None, False, "shells")),
        ("600 or more mortars", (600, None, False, "mortars")),
        ("up to 80 drones", (None, 80, False, "drones")),
        ("as many as 80 drones", (None, 80, False, "drones")),
        ("nearly 900 boxes", (None, 900, False, "boxes")),
        ("fewer than 30 howitzers", (None, 30, False, "howitzers")),
        ("about 250 crates", (250, 250, True, "crates")),
        ("some 40 helicopters", (40, 40, True, "helicopters")),
        ("an estimated 6,000 rounds", (6000, 6000, True, "rounds")),
        ("between 20 and 30 radars", (20, 30, False, "radars")),
        ("2 to 3 million rounds", (2_000_000, 3_000_000, False, "rounds")),
        ("15-20 tanks", (15, 20, False, "tanks")),
        ("hundreds of grenades", (200, 999, True, "grenades")),
        ("thousands of rockets", (2000, None, True, "rockets")),
        ("tens of thousands of mines", (20_000, 99_999, True, "mines")),
        ("hundreds of thousands of bullets", (200_000, 999_999, True, "bullets")),
        ("millions of cartridges", (2_000_000, None, True, "cartridges")),
        ("dozens of wooden crates", (24, None, True, "crates")),
        ("several missiles", (None, None, True, "missiles")),
        ("a number of pistols", (None, None, True, "pistols")),
        ("half a million rounds of ammunition", (500_000, 500_000, False, "rounds")),
        ("two dozen short-range ballistic missiles", (24, 24, False, "missiles")),
        ("a single torpedo", (1, 1, False, "torpedoes")),
        ("another 55 AK-47 assault rifles", (55, 55, False, "rifles")),
        ("about 70 of the wheeled Type 14 armoured carriers", (70, 70, True, "vehicles")),
        ("hundreds of cruise, anti-ship and ballistic missiles", (200, 999, True, "missiles")),
        ("a second batch of nine trainer jets", (9, 9, False, "aircraft")),
        ("six CH-92A attack drones", (6, 6, False, "drones")),
        ("at least 18 F-16 fighter jets", (18, None, False, "aircraft")),
        ("1,200 tons of gunpowder", (1200, 1200, False, "tons")),
        ("60,000 rockets and mortar shells", (60_000, 60_000, False, "rounds")),
        ("a first batch of drones", (1, 1, False, "batches")),
        ("four batteries", (4, 4, False, "batteries")),
        ("a quarter of a million cartridges", (250_000, 250_000, False, "cartridges")),
        ("one and a half million cartridges", (1_500_000, 1_500_000, False, "cartridges")),
        ("18 FA-50 light combat jets", (18, 18, False, "aircraft")),
        ("300 armour-piercing shells", (300, 300, False, "shells")),
        ("seven Mi-25 gunships", (7, 7, False, "helicopters")),
        ("large quantities of ammunition", (None, None, True, "ammunition")),
        ("a trio of frigates", (3, 3, False, "frigates")),
        ("four Wisent mine-clearing tanks", (4, 4, False, "tanks")),
        ("two mine-hunting ships", (2, 2, False, "ships")),
        ("30 Nyala mine-protected trucks", (30, 30, False, "trucks")),
        ("18 Dhanush-type towed guns", (18, 18, False, "guns")),
        ("300 Paveway-type guidance kits", (300, 300, False, "kits")),
        ("two OPV 45M offshore patrol vessels", (2, 2, False, "vessels")),
        ("a quarter-million cartridges", (250_000, 250_000, False, "cartridges")),
        ("a half-dozen mortars", (6, 6, False, "mortars")),
    ],
)
def test_bounds_and_units(
    parsed: Parsed, words: Vocabulary, said: str, expected: tuple[float | None, float | None, bool, str]
) -> None:
    """Comparators and vague figures give the bounds of the guide, counted in the plural of the head noun."""
    quantity = only(parsed, words, f"The navy found {said} in the hold.").quantity
    assert (quantity.min, quantity.max, quantity.approx, quantity.unit) == expected


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("The order is worth $61m.", 61_000_000, "USD"),
        ("The order is worth 40 million euros.", 40_000_000, "EUR"),
        ("The order is worth US$2.5 billion.", 2_500_000_000, "USD"),
        ("They paid USD90 million for it.", 90_000_000, "USD"),
        ("Norway pays for them: 900 million crowns.", 900_000_000, "NOK"),
        ("The radars cost Rs 250 crore.", 2_500_000_000, "INR"),
        ("The sales have come to billions of euros.", 2_000_000_000, "EUR"),
        ("It will cost 3.2 billion zlotys (750 million euros).", 750_000_000, "EUR"),
    ],
)
def test_money(parsed: Parsed, words: Vocabulary, text: str, amount: float, unit: str) -> None:
    """Sums are counted in their currency's code."""
    mention = only(parsed, words, text)
    assert (mention.what, mention.quantity.min, mention.quantity.unit) == ("money", amount, unit)


def test_a_sum_in_brackets_is_the_same_sum(parsed: Parsed, words: Vocabulary) -> None:
    """The same sum in another currency is not a second quantity."""
    assert only(parsed, words, "The order is worth 40 million euros ($44 million).").quantity.unit == "EUR"


def test_shares_of_trade(parsed: Parsed, words: Vocabulary) -> None:
    """A share of what a state imports says so in its unit; a share of something else is percent."""
    imports = only(parsed, words, "It makes 35 per cent of the lathes that Ruritania imports.")
    other = only(parsed, words, "About 20% of the shells failed.")
    assert (imports.what, imports.quantity.unit) == ("share", "percent of imports")
    assert (other.quantity.min, other.quantity.approx, other.quantity.unit) == (20, True, "percent")


def test_what_can_be_held_is_not_what_is_there(parsed: Parsed, words: Vocabulary) -> None:
    """Capacity is told from amounts, and two readings of one load are alternatives."""
    text = "The 900 containers could hold 400,000 shells or 50,000 rockets."
    held, shells, rockets = find_quantities(parsed(text), 0, words)
    assert (held.what, shells.what, rockets.what) == ("container", "capacity", "capacity")
    assert not held.quantity.alternative
    assert shells.quantity.alternative
    assert rockets.quantity.alternative


def test_containers_name_what_is_in_them(parsed: Parsed, words: Vocabulary) -> None:
    """Of ``containers of shells`` counts containers and points to the shells."""
    doc = parsed("They shipped 30 containers of mortar shells.")
    mention = find_quantities(doc, 0, words)[0]
    assert mention.contents is not None
    assert (mention.quantity.unit, doc[mention.contents].text) == ("containers", "shells")


def test_running_totals(parsed: Parsed, words: Vocabulary) -> None:
    """Of ``Since X`` and "in all" make a running total; a shipment of its own is a single lot."""
    total = only(parsed, words, "Since August they have sent 700 containers in all.")
    lot = only(parsed, words, "Customs stopped a shipment of 40 rifles.")
    open_ = only(parsed, words, "They sent 40 rifles.")
    assert (total.quantity.cumulative, lot.quantity.cumulative, open_.quantity.cumulative) == (
        True,
        False,
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "They sent 152-mm shells and Mirage 2000 jets.",
        "It has a range of 290 km.",
        "Resolution 2231 bars it.",
        "The KN-23 and the S-300 were shown.",
        "He, 45, spoke on 13 October 2023.",
        "A 15-member council met.",
        "No one knows who fired the one that fell.",
        "It lasted three weeks and two days.",
        "The 5th Fleet has its seat there.",
    ],
)
def test_what_is_no_quantity(parsed: Parsed, words: Vocabulary, text: str) -> None:
    """Calibres, model numbers, distances, resolutions, dates, ages and lengths of time count nothing."""
    assert find_quantities(parsed(text), 0, words) == ()


def test_countries_are_counted_apart(parsed: Parsed, words: Vocabulary) -> None:
    """People at a table are an amount of no goods."""
    assert only(parsed, words, "Nine ministers met.").what == "other"


PIECES = (
    "more than",
    "20",
    "rifles",
    "of",
    "3 million",
    "shells or",
    "about",
    "dozens",
    "$5m",
    "several",
    "152-mm",
    "crates",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), offset=st.integers(0, 30))
def test_quantities_stand_in_the_text(
    parsed: Parsed, words: Vocabulary, pieces: list[str], offset: int
) -> None:
    """Words stand where the span says, and token ranges cover them."""
    doc = parsed(" ".join(pieces))
    for mention in find_quantities(doc, offset, words):
        span = mention.quantity.span
        assert span is not None
        assert span.shifted(-offset).of(doc.text) == mention.quantity.text
        assert doc[mention.first].idx <= span.start - offset
        assert doc[mention.last - 1].idx + len(doc[mention.last - 1]) >= span.end - offset


def test_what_is_handed_over_has_no_bound(parsed: Parsed, words: Vocabulary) -> None:
    """Of ``handed over a number of guns`` "over" belongs to the verb; an estimated cost is rough."""
    over = only(parsed, words, "They handed over a number of howitzers.")
    cost = only(parsed, words, "They come at an estimated cost of $3 million.")
    assert over.quantity.text == "a number of howitzers"
    assert cost.quantity.approx

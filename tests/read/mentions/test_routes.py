"""Routes: places, means and ships in the words of a clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tallybook.read.mentions.routes import find_route
from tallybook.read.mentions.vessels import check_digit_holds, find_vessels
from tallybook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tallybook.read.text.tree import Doc

Parsed = Callable[[str], "Doc"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells went from Iran to russia by ship.", ("Iran", "russia", (), "ship")),
        ("Analysts saw cargo vessels unload crates in Syria.", (None, "Syria", (), "ship")),
        (
            "A dhow carrying rifles was stopped on a route between Iran and Somalia.",
            ("Iran", "Somalia", (), "ship"),
        ),
        ("The rifles were found on a trawler off Oman.", (None, None, (), "ship")),
        ("Four Il-76 planes flew from Tehran to Khartoum with drones.", ("Tehran", "Khartoum", (), "air")),
        ("The launchers landed at Orsk Air Base.", (None, "Orsk Air Base", (), "air")),
        ("The shells went by rail from Qelmu to Orsk.", ("Qelmu", "Orsk", (), "rail")),
        ("The guns pass through Jordan, Egypt and Chad.", (None, None, ("Jordan", "Egypt", "Chad"), None)),
    ],
)
def test_ways_and_means(parsed: Parsed, words: Vocabulary, text: str, expected: tuple[object, ...]) -> None:
    """Places stand as worded; the mode comes from what carries."""
    doc = parsed(text)
    route = find_route(doc, 0, len(doc), words)
    assert route is not None
    assert (route.from_place, route.to_place, route.via, route.mode) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Iran sent drones to Sudan.",
        "France gave Kenya two patrol boats.",
        "Chad wants helicopters from Italy.",
    ],
)
def test_parties_and_goods_are_no_route(parsed: Parsed, words: Vocabulary, text: str) -> None:
    """Supplier and recipient alone tell no route, and goods that could carry do not."""
    doc = parsed(text)
    assert find_route(doc, 0, len(doc), words) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The cargo ship Orla left.", ["Orla"]),
        ("The Panama-flagged Orla Bay left; later the Orla Bay came back.", ["Orla Bay", "Orla Bay"]),
        ("The freighters Orla and Tamsin left.", ["Orla", "Tamsin"]),
        ("The destroyer USS Nowhere boarded it.", []),
        ("A Russian ship left on Monday.", []),
        ("The Iran-linked Orla left; the ship is old.", ["Orla"]),
        ("The ship was loaded by the state-owned Tamsin Yards.", []),
        ("The rifles were put aboard ship, Defence Minister Ann Orla said.", []),
        ("Arms went onto that ship, I'm sure of it.", []),
    ],
)
def test_ships_by_name(words: Vocabulary, text: str, names: list[str]) -> None:
    """Merchant ships are found by name wherever they stand; no warships, nameless ships, firms or people."""
    assert [mention.vessel.name for mention in find_vessels(text, words)] == names


def test_imo_numbers(words: Vocabulary) -> None:
    """An IMO number stays with its ship only where its check digit is right."""
    right, wrong = "The tanker Orla (IMO 9074729) left.", "The tanker Orla (IMO 9074728) left."
    assert [find_vessels(text, words)[0].vessel.imo for text in (right, wrong)] == ["9074729", None]
    assert not check_digit_holds("90747")

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
        ("The crates were loaded at Burgas and unloaded in Dakar.", ("Burgas", "Dakar", (), None)),
        ("The rifles were taken on board in Rijeka.", ("Rijeka", None, (), None)),
        ("The guns were put aboard a vessel that called at Rijeka.", ("Rijeka", None, (), "ship")),
        ("They left the port of Bar and tied up at Latakia.", ("Bar", "Latakia", (), "ship")),
        ("The freighter, which berthed at Baku, was old.", (None, "Baku", (), "ship")),
        ("They came out of Charleston in C-17s.", ("Charleston", None, (), "air")),
        (
            "Crews flew it from Seville and spent nights in Muscat and Chennai.",
            ("Seville", None, ("Muscat", "Chennai"), "air"),
        ),
        (
            "They came to Bishoftu by air after a stop for fuel in Jeddah.",
            (None, "Bishoftu", ("Jeddah",), "air"),
        ),
        ("Trucks brought them over the border at Hrebenne.", (None, None, ("Hrebenne",), "road")),
        ("The lorries crossed Denmark.", (None, None, ("Denmark",), "road")),
        ("Il-76 freighters have landed at Kufra.", (None, "Kufra", (), "air")),
        ("Eleven Antonov transports landed at Kufra.", (None, "Kufra", (), "air")),
        ("Pilots flew them out to Graz.", (None, "Graz", (), "air")),
        ("They were trucked from Tema to Bobo-Dioulasso.", ("Tema", "Bobo-Dioulasso", (), "road")),
        ("They arrived in the belly of a C-5 at Zagreb airport.", (None, "Zagreb", (), "air")),
        ("They went by ferry from Rostock to the Polish port of Gdynia.", ("Rostock", "Gdynia", (), "ship")),
        ("It came by lorry, according to Orla Panel.", (None, None, (), "road")),
        ("A freighter had flown them from Graz to Kufra.", ("Graz", "Kufra", (), "air")),
        ("Two lorries of rifles were seized at night.", (None, None, (), "road")),
        ("Tanks from Spain were put aboard a ferry at Bilbao.", ("Bilbao", None, (), "ship")),
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
        "The missiles could reach Haifa.",
        "A missile came down in Haifa.",
        "They were put together in Alexandria.",
        "They were passed on by the Emirates.",
        "The rockets were fired from Donetsk.",
        "The brigade flies the type from Graz.",
        "French troops left the base in Gao.",
        "The minister arrived in Rijeka on Monday.",
        "The type has not flown for eight years.",
        "It may not call at Bilbao.",
        "The jets stand at Graz, where pilots train.",
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
        ("They left on vessels such as the Orla and the Tamsin.", ["Orla", "Tamsin"]),
        ("Rifles were put onto the freighter Lady Orla.", ["Lady Orla"]),
        ("The dockers refused, and the Orla Bay put to sea.", ["Orla Bay"]),
        ("The Orla 3 (IMO number 9074729) left.", ["Orla 3"]),
        ("The guns came aboard the Orla Bay.", ["Orla Bay"]),
        ("The guns lay in the hold of the Orla Bay.", ["Orla Bay"]),
        ("The tanks stood on the landing ship Orla.", ["Orla"]),
        ("The Maritime Wing put to sea aboard the An-124.", []),
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

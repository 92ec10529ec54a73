"""Goods: their words, their class, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallybook.read.mentions.goods import find_goods
from tallybook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tallybook.read.text.tree import Doc

Parsed = Callable[[str], "Doc"]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("They sent 40 anti-tank missiles.", [("anti-tank missiles", "missiles")]),
        ("They sent the rifles, hand grenades and other equipment.",
         [("rifles", "small-arms"), ("hand grenades", "small-arms"),
          ("other equipment", "military-equipment-unspecified")]),
        ("It wants fighter aircraft surface-to-air missiles and radars.",
         [("fighter aircraft", "aircraft"),
          ("surface-to-air missiles", "air-defence"), ("radars", "air-defence")]),
        ("They shipped parts for drones.", [("parts for drones", "drones")]),
        ("They sent 81 mm mortar bombs.", [("81 mm mortar bombs", "artillery-ammunition")]),
        ("They sent 240mm rocket launchers.", [("240mm rocket launchers", "rockets")]),
        ("They sent 155-mm AH-4 guns.", [("155-mm AH-4 guns", "other")]),
        ("They sent 152-mm and 155-mm shells.", [("152-mm and 155-mm shells", "artillery-ammunition")]),
        ("They sent armour-piercing cartridges.", [("armour-piercing cartridges", "small-arms")]),
        ("It asked for equipment for the production of cruise missiles.",
         [("equipment for the production of cruise missiles", "technology")]),
        ("It bought rocket production equipment.", [("rocket production equipment", "technology")]),
        ("They sold ammunition of Soviet calibres.",
         [("ammunition of Soviet calibres", "artillery-ammunition")]),
        ("They sold rounds for small arms.", [("rounds for small arms", "small-arms")]),
        ("They sold artillery ammunition and mortar shells.",
         [("artillery ammunition", "artillery-ammunition"), ("mortar shells", "artillery-ammunition")]),
        ("They unloaded a cargo of rifles.", [("rifles", "small-arms")]),
        ("Their own Ruritanian-made weapons were found.",
         [("Ruritanian-made weapons", "military-equipment-unspecified")]),
        ("He denied any arms deals.", [("arms deals", "military-equipment-unspecified")]),
        ("Two patrol boats and a frigate were ordered.", [("patrol boats", "ships"), ("frigate", "ships")]),
        ("They gave drone and missile technology.", [("drone and missile technology", "technology")]),
        ("It paid in crude oil.", [("crude oil", "fuel")]),
        ("It loaded anti-tank, naval and ballistic missiles.",
         [("anti-tank, naval and ballistic missiles", "missiles")]),
        ("They bought AIM-120C air-to-air missiles.", [("AIM-120C air-to-air missiles", "missiles")]),
        ("It lent Gepard, Hawk and Patriot batteries.",
         [("Gepard", "air-defence"), ("Hawk", "air-defence"), ("Patriot", "air-defence")]),
        ("The Hawk hovered, and Patriot batteries came.", [("Patriot batteries", "air-defence")]),
        ("They sent anti-tank shells.", [("anti-tank shells", "artillery-ammunition")]),
        ("They sent anti-tank rockets.", [("anti-tank rockets", "rockets")]),
        ("They sent anti-drone jammers.", [("anti-drone jammers", "military-equipment-unspecified")]),
        ("They sent mine-hunting ships.", [("mine-hunting ships", "ships")]),
        ("They sent mine-resistant trucks.", [("mine-resistant trucks", "armoured-vehicles")]),
        ("They sent 300-mm launchers.", [("300-mm launchers", "rockets")]),
        ("They sent K-200 torpedoes.", [("K-200 torpedoes", "missiles")]),
        ("They sent Bastion vehicles.", [("Bastion vehicles", "armoured-vehicles")]),
        ("It has short-range air defence missiles.", [("short-range air defence missiles", "air-defence")]),
        ("They sent armored trucks and radios.",
         [("armored trucks", "armoured-vehicles"), ("radios", "military-equipment-unspecified")]),
        ("They handed over the frigate Leone.", [("frigate", "ships")]),
        ("They sold two sister ships.", [("sister ships", "ships")]),
        ("It loaded mortar and artillery shells.", [("mortar and artillery shells", "artillery-ammunition")]),
    ],
)  # fmt: skip
def test_words_and_classes(
    parsed: Parsed, words: Vocabulary, text: str, goods: list[tuple[str, str]]
) -> None:
    """Lists come apart, words are trimmed of articles and amounts, and the head decides the class."""
    assert [(m.goods.text, m.goods.category.value) for m in find_goods(parsed(text), 0, words)] == goods


@pytest.mark.parametrize(
    ("text", "said", "designation", "category"),
    [
        ("They got BrahMos cruise missiles.", "BrahMos cruise missiles", "BrahMos", "missiles"),
        ("They got Migrant 6 drones.", "Migrant 6 drones", "Mohajer-6", "drones"),
        ("They got Grad rockets.", "Grad rockets", "Grad", "rockets"),
        ("They got 130 mm self-propelled guns.", "130 mm self-propelled guns", "130 mm", "other"),
        ("They got “Koksan” guns.", "Koksan” guns", "Koksan", "other"),
        ("They got engines, of the type L550E.", "engines, of the type L550E", "L550E", "dual-use"),
        ("They got 12 F-16s.", "F-16s", "F-16", "aircraft"),
        ("They got Kalashnikov-style rifles.", "Kalashnikov-style rifles", "AK-47", "small-arms"),
        ("They were given new Qorrum drones.", "Qorrum drones", "Qorrum", "drones"),
        ("They got Patriot missiles.", "Patriot missiles", "Patriot", "air-defence"),
    ],
)
def test_designations(
    parsed: Parsed, words: Vocabulary, text: str, said: str, designation: str, category: str
) -> None:
    """Type names stay whole and are given as known; one that no list knows is kept as worded."""
    mention = find_goods(parsed(text), 0, words)[-1]
    assert mention.goods.text.endswith(said)
    assert (mention.goods.designation, mention.goods.category.value) == (designation, category)


@pytest.mark.parametrize(
    "text",
    [
        "A missile strike hit the town.",
        "The arms embargo holds.",
        "A think tank in Vienna said so.",
        "Houthi fighters took the road.",
        "A second round of talks failed.",
        "Shell companies hid the owner.",
        "The drone attack failed.",
        "He armed the alarm.",
    ],
)
def test_what_is_no_goods(parsed: Parsed, words: Vocabulary, text: str) -> None:
    """A goods word that means something else, or stands before a noun that is no goods, is none."""
    assert find_goods(parsed(text), 0, words) == ()


def test_goods_only_where_the_clause_says_so(parsed: Parsed, words: Vocabulary) -> None:
    """Of ``materials`` and "help" are weak, oil is civil, weapons are neither."""
    found = find_goods(parsed("They sent materials, oil and weapons."), 0, words)
    assert [(m.goods.text, m.weak, m.civil) for m in found] == [
        ("materials", True, False),
        ("oil", False, True),
        ("weapons", False, False),
    ]


def test_goods_in_trade(parsed: Parsed, words: Vocabulary) -> None:
    """Goods that stand in a noun of trade are marked so."""
    found = find_goods(parsed("The howitzer shipments went on."), 0, words)
    assert [(m.goods.text, m.modifier) for m in found] == [("howitzer shipments", True)]


PIECES = (
    "rifles",
    "and",
    "Grad",
    "rockets",
    "parts for",
    "missile",
    "technology",
    "12",
    "F-16s",
    "of",
    "ammunition",
    "the",
    "crates",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), offset=st.integers(0, 30))
def test_goods_stand_in_the_text(parsed: Parsed, words: Vocabulary, pieces: list[str], offset: int) -> None:
    """Words stand where the span says, in order and apart."""
    doc = parsed(" ".join(pieces))
    end = offset
    for mention in find_goods(doc, offset, words):
        span = mention.goods.span
        assert span is not None
        assert span.shifted(-offset).of(doc.text) == mention.goods.text
        assert span.start >= end
        end = span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sent bombs of 2,000 pounds each.", [("bombs of 2,000 pounds", None)]),
        ("They sold fighters of the naval version.", [("fighters of the naval version", None)]),
        ("They sent boats of the Dolphin class.", [("boats of the Dolphin class", "Dolphin-class")]),
        ("They sent Shahed-136 “kamikaze” drones.", [("Shahed-136 “kamikaze” drones", "Shahed-136")]),
        ("They bought Sukhoi Su-30MK fighters.", [("Sukhoi Su-30MK fighters", "Su-30")]),
        ("They have an order with the firm Harbour Systems.", []),
    ],
)
def test_what_belongs_to_the_words(
    parsed: Parsed, words: Vocabulary, text: str, expected: list[tuple[str, str | None]]
) -> None:
    """Weight, type, class and variant belong to the goods; a firm's name holds none."""
    found = find_goods(parsed(text), 0, words)
    assert [(m.goods.text, m.goods.designation) for m in found] == expected

"""Goods that change hands twice in one sentence."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers

CHAINS = {
    "Serbian shells sold to Saudi Arabia have surfaced in Yemen.": {
        ("Serbia", "Saudi Arabia"),
        ("Saudi Arabia", "Yemen"),
    },
    "Rifles that Brazil exported to Jordan fell into the hands of the Islamic State.": {
        ("Brazil", "Jordan"),
        ("Jordan", "Islamic State"),
    },
    "Pistols bought by Burkina Faso from Turkey were found in the hands of Boko Haram.": {
        ("Turkey", "Burkina Faso"),
        ("Burkina Faso", "Boko Haram"),
    },
    "Mortars delivered to Kenya by Bulgaria in 2015 have turned up with militias in Somalia.": {
        ("Bulgaria", "Kenya"),
        ("Kenya", "Somalia"),
    },
    "Missiles sold by South Africa to Libya are now used by Tuareg rebels in Mali.": {
        ("South Africa", "Libya"),
        ("Libya", "Tuareg rebels"),
    },
}

ONE_FLOW = {
    "The tanks promised to Ukraine by Norway have arrived.": ("Norway", "Ukraine"),
    "Arms sent by Iran to the Houthis reached the port of Hodeidah.": ("Iran", "Houthis"),
}


@pytest.mark.parametrize("text", CHAINS)
def test_who_had_goods_before_is_their_giver(reader: Reader, text: str) -> None:
    """A clause that says who got goods first gives a flow of its own, and the next comes from him."""
    assert {c.flow for c in transfers(reader, text)} == CHAINS[text]


@pytest.mark.parametrize("text", ONE_FLOW)
def test_goods_that_only_arrive_change_hands_once(reader: Reader, text: str) -> None:
    """Goods on their way to somebody come from who sent them, however many words tell of it."""
    assert {c.flow for c in transfers(reader, text)} == {ONE_FLOW[text]}

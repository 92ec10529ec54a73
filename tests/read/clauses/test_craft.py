"""Ships and planes that were named as goods, and those that only carry some."""

from __future__ import annotations

import pytest

from tallybook.model import Stage
from tallybook.read import Reader
from tests.read.reporting import transfers

RECEIVED = (Stage.RECEIVED, "China", "Chad")
SHIPPED = (Stage.SHIPPED, "China", "Chad")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China gave Chad six jets. The aircraft came to N'Djamena last month.", RECEIVED),
        ("China delivered drones to Chad. The aircraft had come by sea to N'Djamena in May.", RECEIVED),
        ("China gave Chad six J-7 fighters. The planes were moved over the border on 3 March.", SHIPPED),
        ("China gave Chad six J-7 fighters. The aircraft were flown to N'Djamena in May.", SHIPPED),
    ],
)
def test_craft_that_were_given_are_what_comes(
    reader: Reader, text: str, told: tuple[Stage, str, str]
) -> None:
    """Aircraft that are spoken of behind fighters or drones are these."""
    assert told in [(c.stage, c.supplier, c.recipient) for c in transfers(reader, text)[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "China gave Chad six jets. Two cargo planes landed there in May. The planes came from Oman.",
        "China gave Chad six jets. The ministry's aircraft flew over the capital on Monday.",
        "China gave Chad six jets. Chad's pilots had flown the aircraft at a show.",
        "China sent two boats with rifles to Chad. The boats were stopped off Oman.",
    ],
)
def test_what_carries_is_not_what_is_given(reader: Reader, text: str) -> None:
    """Planes and boats that came up as carriers, or are only flown, make no claim of their own."""
    assert len(transfers(reader, text)) == 1


def test_cars_that_a_ship_brings_are_its_load(reader: Reader) -> None:
    """What a carrier carries is goods, although it could itself carry some."""
    text = "A ship with arms for Libya was stopped. The same ship had brought 90 pickup trucks to Tobruk."
    told = [(c.stage, c.recipient, c.quantity.min) for c in transfers(reader, text) if c.quantity is not None]
    assert told == [(Stage.SHIPPED, "Libya", 90)]

"""The grammar of telling a transfer, whoever gives and takes, and whatever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tallybook.read import Reader
from tests.read.reporting import transfers

HERE = Path(__file__).parent
CONSTRUCTIONS: list[dict[str, Any]] = yaml.safe_load((HERE / "constructions.yaml").read_text("utf-8"))
SEQUENCES: list[dict[str, Any]] = yaml.safe_load((HERE / "sequences.yaml").read_text("utf-8"))

FRIDAY = "2025-08-08"

FILLINGS = [
    {
        "giver": "Turkey",
        "giver's": "Turkish",
        "giver's capital": "Ankara",
        "taker": "Morocco",
        "taker's": "Moroccan",
        "taker's capital": "Rabat",
        "goods": "drones",
        "number": "24",
        "when": "last week",
    },
    {
        "giver": "South Korea",
        "giver's": "South Korean",
        "giver's capital": "Seoul",
        "taker": "Poland",
        "taker's": "Polish",
        "taker's capital": "Warsaw",
        "goods": "howitzers",
        "number": "1,000",
        "when": "in 2023",
    },
]


def fill(construction: str, filling: dict[str, str]) -> str:
    """The construction with its places filled, beginning with a capital."""
    for place, word in filling.items():
        construction = construction.replace("{" + place + "}", word)
    return construction[0].upper() + construction[1:]


@pytest.mark.parametrize("filling", FILLINGS, ids=lambda f: f["giver"])
@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda c: c["told"][:60])
def test_a_construction_tells_the_same_of_everybody(
    reader: Reader, construction: dict[str, Any], filling: dict[str, str]
) -> None:
    """Who gives, who takes and how far it has come follow from the words around the names."""
    text = construction["told"]
    giver = filling["giver"] if "{giver" in text else None
    taker = filling["taker"] if "{taker" in text else None
    claims = transfers(reader, fill(text, filling), FRIDAY)
    right = [
        c for c in claims if (c.supplier, c.recipient) == (giver, taker) and c.stage in construction["stage"]
    ]
    assert right, [(c.supplier, c.recipient, c.stage, c.quote) for c in claims]


@pytest.mark.parametrize("filling", FILLINGS, ids=lambda f: f["giver"])
@pytest.mark.parametrize("sequence", SEQUENCES, ids=lambda c: f"{c['first'][:40]} {c['then'][:40]}")
def test_what_follows_goes_on_with_the_same_flow(
    reader: Reader, sequence: dict[str, Any], filling: dict[str, str]
) -> None:
    """A sentence that names only what is new is read with the ends of the flow under discussion."""
    first, then = fill(sequence["first"], filling), fill(sequence["then"], filling)
    start = len(first) + 1
    claims = [
        c
        for c in transfers(reader, f"{first} {then}", FRIDAY)
        if (c.quote_span is not None and c.quote_span.end > start) or any(s.end > start for s in c.also_spans)
    ]
    ends = (filling["giver"], filling["taker"])
    right = [c for c in claims if (c.supplier, c.recipient) == ends and c.stage in sequence["stage"]]
    assert right, [(c.supplier, c.recipient, c.stage, c.quote) for c in claims]

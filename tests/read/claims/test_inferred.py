"""Where the words name neither end, what the rest of the report is on is not always theirs."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers

TOLD = "Serbia has sold Cyprus 24 Nora howitzers, a minister in Belgrade said in March."


def _flows(reader: Reader, sentence: str) -> list[tuple[str | None, str | None]]:
    """The flows of what a sentence is read to tell behind a sale."""
    text = f"{TOLD}\n\n{sentence}\n\nNicosia has not commented.\n\nThe two states are old friends."
    return [c.flow for c in transfers(reader, text) if c.quote in sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Nora is driven on a lorry of eight wheels.",
        "A Nora fires a shell to more than 40 kilometres.",
        "Four of them were bought in a Kenyan market.",
        "Six of these were landed in Ghana.",
        "Ten more were brought in from Kuwait.",
        "A Nora was launched from a ramp at the fair.",
    ],
)
def test_words_about_others_or_about_a_type_are_not_of_the_flow(reader: Reader, sentence: str) -> None:
    """What goods do as a rule, and another party in the clause, speak against the flow of the report."""
    assert ("Serbia", "Cyprus") not in _flows(reader, sentence)


@pytest.mark.parametrize(
    "sentence", ["Ten of them were landed at night.", "Six of these were shipped through Italy."]
)
def test_the_flow_goes_on_where_nobody_else_is_named(reader: Reader, sentence: str) -> None:
    """Lots of the goods belong to the flow still, also with the lands that they pass."""
    assert ("Serbia", "Cyprus") in _flows(reader, sentence)


def test_an_end_that_was_not_understood_makes_no_claim(reader: Reader) -> None:
    """Among whole transfers one with a single end is left out, but trade at large and catches stay."""
    assert _flows(reader, "Turkey has supplied drones to all three juntas.") == []
    assert _flows(reader, "Spain exports ammunition to some 30 countries.") == [("Spain", None)]
    assert _flows(reader, "Police in Malta seized 40 pistols from Spain.") == [("Spain", None)]


def test_a_time_of_day_above_a_report_is_no_number(reader: Reader) -> None:
    """The line with place, date and time of day puts no number on what the headline told."""
    text = f"Serbia sells Cyprus howitzers\n\nNicosia, 9 May 2024, 13:02\n\n{TOLD}"
    assert all("13" not in c.quote for c in transfers(reader, text))

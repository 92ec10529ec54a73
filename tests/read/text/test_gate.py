"""What never needs to be parsed."""

from __future__ import annotations

import pytest

from tallybook.model import Report
from tallybook.read.text.gate import Gate, inflections
from tallybook.read.text.layout import lay_out
from tallybook.vocabulary import load


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(load())


def passes(gate: Gate, text: str) -> bool:
    report = Report(id="r", name="own.txt", text=text, sha256="", captured_at="")
    return bool(gate.passes(lay_out(report), text).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Chile sold Ecuador two frigates.",
        "The shells went to Sudan, an officer said.",
        "Kinshasa took delivery of nine drones.",
        "The king spoke.\n\nMissiles were among the cargo.\n\nIt had been shipped from Iran.",
    ],
)
def test_reports_with_arms_a_transfer_and_a_party_pass(gate: Gate, text: str) -> None:
    """Nothing that may tell of a transfer is held back."""
    assert passes(gate, text)


@pytest.mark.parametrize(
    "text",
    [
        "The council in Lyon sold its old buses to a museum.",
        "Farmers in Kansas received rain at last.",
        "The orchestra delivered a fine concert in Vienna.",
    ],
)
def test_ordinary_news_is_held_back(gate: Gate, text: str) -> None:
    """Reports without arms never reach the parser."""
    assert not passes(gate, text)


def test_a_short_report_passes_whole(gate: Gate) -> None:
    """Speakers and dates of a claim stand in other paragraphs, so those near it pass with it."""
    text = "A minister spoke in Oslo.\n\nNorway sold rifles to Chad.\n\nIt rained."
    report = Report(id="r", name="own.txt", text=text, sha256="", captured_at="")
    assert gate.passes(lay_out(report), text).blocks == frozenset({0, 1, 2})


def test_what_names_arms_is_read_first_where_it_is_the_lesser_part(gate: Gate) -> None:
    """In a report that is mostly about other things, arms and vetoes are looked at before the rest."""
    text = ("The mayor of Bergen gave a long speech about schools and buses. " * 6 + "\n\n") * 4
    told = text + "Norway sold rifles to Chad.\n\nThe vote was vetoed at night."
    report = Report(id="r", name="own.txt", text=told, sha256="", captured_at="")
    assert gate.passes(lay_out(report), told).first == frozenset({4, 5})
    short = "Norway sold rifles to Chad.\n\nIt rained."
    report = Report(id="r", name="own.txt", text=short, sha256="", captured_at="")
    assert gate.passes(lay_out(report), short).first is None


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("supply", "supplied"),
        ("ship", "shipping"),
        ("give", "gave"),
        ("donate", "donating"),
        ("reach", "reaches"),
    ],
)
def test_forms_of_verbs(verb: str, form: str) -> None:
    """Regular and irregular forms of a verb of transfer are known to the gate."""
    assert form in inflections(verb)

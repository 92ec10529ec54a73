"""Words left alone by themselves tell of the flow that the rest of the report is on."""

from __future__ import annotations

import pytest

from tallybook.model import Claim
from tallybook.read import Reader
from tests.read.reporting import transfers

ONCE = "Poland sent rifles to Chad in May, a minister in Warsaw said."
TOLD = f"{ONCE}\n\nChad got mortars from Poland in June as well."


def _again(reader: Reader, sentence: str, told: str = TOLD) -> list[Claim]:
    """The claims of a sentence that follows what was told."""
    text = f"{told}\n\n{sentence}\n\nWarsaw has not commented."
    return [c for c in transfers(reader, text) if c.quote in sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "In August two transport planes had landed grenades at an airfield near the capital.",
        "Crates with 400 grenades were hauled off at night.",
        "Forty howitzers were picked out on photographs of the depot by analysts.",
    ],
)
def test_arms_with_a_number_belong_to_the_flow_of_the_report(reader: Reader, sentence: str) -> None:
    """In a report of which most is on one flow they are read as its own."""
    assert [c.flow for c in _again(reader, sentence)] == [("Poland", "Chad")]


def test_the_claim_says_what_was_taken_from_the_report(reader: Reader) -> None:
    """Ends that come from the rest of the report are told as such; of one claim alone none are taken."""
    sentence = "Crates with 400 grenades were hauled off at night."
    (claim,) = _again(reader, sentence)
    assert any("most of the report" in why for why in claim.why)
    assert _again(reader, sentence, ONCE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The planes had landed at an airfield near the capital.",
        "The guards had been hauled off at night.",
        "Two Libyan officers were looking for 30 grenades.",
    ],
)
def test_without_arms_number_or_party_nothing_is_added(reader: Reader, sentence: str) -> None:
    """What names no arms, neither a number nor a party, or somebody else, stays as it was."""
    assert ("Poland", "Chad") not in [c.flow for c in _again(reader, sentence)]


def test_reports_of_several_flows_lend_none(reader: Reader) -> None:
    """Where no flow has most of the claims, none is taken for what a sentence leaves open."""
    told = (
        "Poland sent rifles to Chad in May.\n\nNorway gave Kenya mortars in June."
        "\n\nPoland sent mines to Chad.\n\nItaly sold Peru tanks in July.\n\nFrance sold Togo guns in March."
    )
    assert _again(reader, "Crates with 400 grenades were hauled off at night.", told) == []


def test_arms_of_another_verb_are_none_of_its_own(reader: Reader) -> None:
    """What pictures show that somebody released is not what was released."""
    for sentence in (
        "Pictures that the command released show 30 missiles.",
        "Pictures that the command released show missiles which resemble a Polish type.",
    ):
        assert _again(reader, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A shell fired at dawn hurt two shepherds, with 30 grenades unexploded.",
        "Niger ordered 60 grenades there.",
        "Two dealers wanted 60 grenades.",
    ],
)
def test_a_shot_a_wish_and_what_names_others_lend_nothing(reader: Reader, sentence: str) -> None:
    """Words that tell as often of something else are not taken for the flow of the report."""
    assert ("Poland", "Chad") not in [c.flow for c in _again(reader, sentence)]


def test_a_teller_is_no_other_party(reader: Reader) -> None:
    """Who tells of a catch does not take it out of the flow."""
    sentence = "All told, 60 grenades were hauled off at night, according to Libyan officers."
    assert [c.flow for c in _again(reader, sentence)] == [("Poland", "Chad")]

"""Parts of a sentence that go on with its transfer without its words."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway sent 20 launchers to Latvia in June and 10 to Estonia in July.",
            [("Norway", "Latvia", 20), ("Norway", "Estonia", 10)],
        ),
        (
            "Peru signed a contract with Hyundai Rotem for 150 tanks and another with Hanwha for 40 guns.",
            [("South Korea", "Peru", 150), ("South Korea", "Peru", 40)],
        ),
        (
            "Oman ordered 30 tanks from Turkey in May and 12 more in August.",
            [("Turkey", "Oman", 30), ("Turkey", "Oman", 12)],
        ),
    ],
)
def test_each_part_with_a_number_and_a_time_or_a_taker_is_a_claim(
    reader: Reader, text: str, expected: list[tuple[str, str, int]]
) -> None:
    """Words like "and ten to Estonia" tell of the same giver, with a taker, number and time of its own."""
    found = [
        (c.supplier, c.recipient, c.quantity.min if c.quantity else None) for c in transfers(reader, text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France gave Kenya 12 tanks, Norway six and Belgium 40 mortars.",
            [("France", "Kenya", 12), ("Norway", "Kenya", 6), ("Belgium", "Kenya", 40)],
        ),
        (
            "Denmark will send 19 F-16s to Ukraine, Norway 22 and Belgium 30.",
            [("Denmark", "Ukraine", 19), ("Norway", "Ukraine", 22), ("Belgium", "Ukraine", 30)],
        ),
        (
            "Romania bought 24 tanks from France and Poland 50.",
            [("France", "Romania", 24), ("France", "Poland", 50)],
        ),
    ],
)
def test_a_party_with_a_number_does_what_the_party_before_it_does(
    reader: Reader, text: str, expected: list[tuple[str, str, int]]
) -> None:
    """Where the verb is left out, the party takes the place of the subject and keeps the other end."""
    found = [
        (c.supplier, c.recipient, c.quantity.min if c.quantity else None) for c in transfers(reader, text)
    ]
    assert found == expected


def test_what_has_a_verb_of_its_own_goes_on_with_nothing(reader: Reader) -> None:
    """A number in a clause of its own is no part of the transfer before it."""
    text = "Sweden has given Ukraine ten Gripen jets, and 40 people were there in May."
    assert len(transfers(reader, text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway handed its jets over to Latvia. So did Spain.", [("Norway", "Latvia"), ("Spain", "Latvia")]),
        (
            "Iranian missiles bound for the Houthis were seized off Yemen. So were hundreds of warheads.",
            [("Iran", "Houthis"), ("Iran", "Houthis")],
        ),
        ("Spain delivered six tanks to Latvia. So far nobody has seen them.", [("Spain", "Latvia")]),
    ],
)
def test_so_did_says_the_same_of_another(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    """The words "so did" and "so were" repeat a transfer for another giver or for other goods."""
    assert [(c.supplier, c.recipient) for c in transfers(reader, text)] == expected

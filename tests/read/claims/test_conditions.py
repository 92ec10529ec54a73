"""What a claim commits to where its clause stands under a condition."""

from __future__ import annotations

import pytest

from tallybook.model import Certainty, Stage
from tallybook.read import Reader
from tests.read.reporting import noted


@pytest.mark.parametrize(
    ("words", "certainty", "stage"),
    [
        ("Peru will give Ghana six jets if Italy agrees, a minister said.", "conditional", "pledged"),
        ("Should Italy agree, Peru will give Ghana six jets, a minister said.", "conditional", "pledged"),
        ("Were Peru to send Ghana six jets, Togo would answer, a minister said.", "conditional", None),
        ("Peru will give Ghana six jets even if Italy protests, a minister said.", "confirmed", "pledged"),
    ],
)
def test_a_condition_beside_a_plan(reader: Reader, words: str, certainty: str, stage: str | None) -> None:
    """A plan under a condition stays a plan, but is not sure; "even if" is no condition."""
    claim = noted(reader, words)[0]
    assert claim.certainty is Certainty(certainty)
    assert stage is None or claim.stage is Stage(stage)


def test_ships_that_somebody_is_supplied_with(reader: Reader) -> None:
    """Ships behind "with" are the goods where a party is supplied, not what carries them."""
    claim = noted(reader, "Italy supplied Ghana with six patrol boats.")[0]
    assert [g.text for g in claim.goods] == ["patrol boats"]
    assert claim.quantity is not None
    assert claim.quantity.min == 6


def test_an_office_behind_a_rank(reader: Reader) -> None:
    """Of a general with an office behind the name, the office is the title."""
    words = "Peru sent Ghana six jets, General Ivo Rast, the head of the joint staff, said on Monday."
    source = noted(reader, words)[0].source
    assert source is not None
    assert source.name == "Ivo Rast"
    assert source.title == "head of the joint staff"

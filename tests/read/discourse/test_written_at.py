"""Where a report was written fills an end that its words leave open."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers

GIVES = "Ghana has sold Benin 40 mortars, the defence ministry said."
GETS = "Togo has given Benin 12 drones. Ghana has received six jets from Spain."


def _flows(reader: Reader, sentence: str, told: str, place: str) -> list[tuple[str | None, str | None]]:
    text = f"{place}{told}\n\n{sentence}\n\nThe ministry will not say more.\n\nThe house meets in May."
    return [c.flow for c in transfers(reader, text) if c.quote in sentence]


@pytest.mark.parametrize("place", ["ACCRA, March 3 (Coast Wire) -- ", "ACCRA: ", "Accra, 3 March (Wire) – "])
def test_a_sale_from_home_has_its_giver(reader: Reader, place: str) -> None:
    """What the report tells of its own state's trade need not name the state."""
    sentence = "The arms committee has not approved any sale to Gabon in that time."
    assert ("Ghana", "Gabon") in _flows(reader, sentence, GIVES, place)


@pytest.mark.parametrize(
    "sentence",
    ["The tanks that guard the port were bought from Sweden in 2008.", "Rifles are to come from Sweden too."],
)
def test_what_comes_from_others_comes_home(reader: Reader, sentence: str) -> None:
    """A new giver's goods come to the state of the report, not to the taker spoken of before."""
    assert _flows(reader, sentence, GETS, "ACCRA -- ") == [("Sweden", "Ghana")]


def test_no_other_place_is_filled_in(reader: Reader) -> None:
    """A place of which the report tells nothing gets and gives nothing."""
    sentence = "The arms committee has not approved any sale to Gabon in that time."
    assert ("Norway", "Gabon") not in _flows(reader, sentence, GIVES, "OSLO -- ")

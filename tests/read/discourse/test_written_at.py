"""Where a report was written fills an end that its words leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tallybook.model import Report
from tallybook.read import Reader
from tallybook.read.discourse.writtenat import written_at
from tallybook.read.page import build_page
from tallybook.read.text.parse import load_language
from tests.read.reporting import transfers

if TYPE_CHECKING:
    from tallybook.vocabulary import Vocabulary

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
    "place",
    [
        "ACCRA, 3 March (Coast Wire). ",
        "ACCRA. ",
        "Accra, 3 March. ",
        "Accra (Coast Wire) ",
        "FLASH. ACCRA, 0715 GMT. ",
        "By Kofi Boatswain, in Accra\n\n",
        "Kofi Boatswain | Coast Wire | Accra\n\n",
    ],
)
def test_the_place_stands_in_many_shapes(words: Vocabulary, place: str) -> None:
    """Before a full stop or an agency, or in the line that names who writes."""
    text = f"Jets for the coast\n\n{place}{GIVES}"
    report = Report(id="r000000000001", name="notes", text=text, sha256="0" * 64, captured_at="")
    assert written_at(build_page(report, load_language()), words) == "Ghana"


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


def test_a_report_without_a_taker_is_about_home(reader: Reader) -> None:
    """Where nobody is told to get anything, what others give comes to the state that is named most."""
    sentence = "The launchers arrived from Spain by ship at the end of May."
    told = "A new battery of launchers joined the regiment at Tema, the Ghanaian defence ministry reports."
    assert _flows(reader, sentence, told, "ACCRA, 3 June (Coast Wire). ") == [("Spain", "Ghana")]


def test_a_seat_of_many_is_no_home(reader: Reader) -> None:
    """What is written where bodies of many states sit is about others."""
    sentence = "The launchers arrived from Spain by ship at the end of May."
    told = "The Swiss envoy spoke of launchers, and the Swiss minister of rain."
    assert ("Spain", "Switzerland") not in _flows(reader, sentence, told, "GENEVA, 3 June (Coast Wire). ")

"""How many goods somebody puts a number on, and what evidence and date go with it."""

from __future__ import annotations

from tallybook.model import Evidence
from tallybook.read import Reader
from tests.read.reporting import noted


def test_a_number_behind_at(reader: Reader) -> None:
    """Who puts the number of goods at a figure is the source, and the figure is their quantity."""
    claim = noted(
        reader, "Ivo Rast, an adviser in Lima, put the number of shells that Peru sent Ghana at 900."
    )[0]
    assert claim.source is not None
    assert (claim.source.name, claim.source.title) == ("Ivo Rast", "adviser in Lima")
    assert claim.quantity is not None
    assert (claim.quantity.min, claim.quantity.unit) == (900, "shells")


def test_a_range_is_an_object(reader: Reader) -> None:
    """Goods behind "between 10 and 14" are those of the verb, with both bounds."""
    claim = noted(reader, "Italy will sell Ghana between 10 and 14 jets.")[0]
    assert [g.text for g in claim.goods] == ["jets"]
    assert claim.quantity is not None
    assert (claim.quantity.min, claim.quantity.max) == (10, 14)


def test_debris_is_evidence_of_use(reader: Reader) -> None:
    """What is left of fired arms is evidence, whoever found it."""
    claim = noted(reader, "The debris came from Iranian missiles fired by the Houthis.")[0]
    assert claim.evidence is Evidence.WRECKAGE


def test_a_day_of_speaking_is_said_on(reader: Reader) -> None:
    """The day on which somebody spoke dates what he said."""
    words = "Speaking in parliament on Monday, Minister Ivo Rast revealed that Peru had sold Ghana six jets."
    claim = noted(reader, words)[0]
    assert claim.said_on is not None
    assert claim.said_on.edtf == "2025-02-17"
    assert claim.time is None

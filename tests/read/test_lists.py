"""Lists that stand one item to a line: what they hold is told of by the words that open them."""

from __future__ import annotations

import pytest

from tallybook.model import Certainty, Claim, Stage
from tallybook.read import Reader
from tests.read.reporting import transfers

GIVES = "The government of Sylvania said on Monday that Sweden had delivered the following to Ukraine:"
BULLETED = f"{GIVES}\n\n• 20 CV90 vehicles\n• 155 mm ammunition\n• four Archer howitzers\n\nMore will come."
PLAIN = "Norway will give Ukraine arms. The package holds:\nten Leopard tanks\n2,000 rifles\nspare parts\n"
SEMICOLONS = (
    "Canada's prime minister announced the following aid for Ukraine:\n\n"
    "- 50 armoured vehicles, worth $650 million;\n- 4,800 assault rifles; and\n- 76 drones.\n"
)


def counted(claims: list[Claim]) -> list[float]:
    return [c.quantity.min for c in claims if c.quantity is not None and c.quantity.min is not None]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [(BULLETED, [20, 4]), (PLAIN, [10, 2000]), (SEMICOLONS, [50, 4800, 76])],
    ids=["bullets", "bare lines", "semicolons"],
)
def test_every_counted_item_is_a_claim_of_the_flow_told_before(
    reader: Reader, text: str, amounts: list[float]
) -> None:
    """Each item with a number is a claim of its own, with the ends that the opening words give."""
    claims = [c for c in transfers(reader, text) if c.quantity is not None]
    assert counted(claims) == amounts
    assert {c.recipient for c in claims} == {"Ukraine"}


def test_an_item_is_said_by_whom_and_as_surely_as_its_list_is_opened(reader: Reader) -> None:
    """Who opens a list says its items."""
    *_, item = transfers(reader, SEMICOLONS)
    assert item.source is not None
    assert item.source.name == "Canada's prime minister"
    assert (item.stage, item.certainty) == (Stage.PLEDGED, Certainty.CONFIRMED)


def test_items_without_a_number_are_goods_of_the_claim_that_opens_the_list(reader: Reader) -> None:
    """What is listed without a number adds to the goods of what was told."""
    first, *_ = transfers(reader, BULLETED)
    assert [g.text for g in first.goods] == ["155 mm ammunition"]


def test_a_sentence_behind_a_colon_is_no_item(reader: Reader) -> None:
    """What somebody is about to say tells for itself."""
    text = "The envoy told reporters:\n“Poland has sent 40 tanks to Ukraine.”\nHe said no more.\n"
    (claim,) = transfers(reader, text)
    assert (claim.supplier, claim.recipient, claim.stage) == ("Poland", "Ukraine", Stage.SHIPPED)

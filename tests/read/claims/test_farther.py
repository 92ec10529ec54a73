"""Words that have neither of their ends beside them, and tell of something else than the transfer before."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers

TOLD = "Turkey has delivered six drones and 400 rifles to Mali, the ministry said. "


@pytest.mark.parametrize(
    "words",
    [
        "Dozens of villagers were killed on Monday.",
        "The ministers spoke about grain.",
        "It emerges from the archive.",
        "Some two million have been driven from their homes.",
        "The drone carries 20 kg of explosives.",
        "The handover took place behind closed doors.",
        "Its army fields 13,000 soldiers.",
        "The government also wants to take in 600 wounded.",
        "Prices went up by a fifth in May.",
        "Turkey wants to build a factory for drones at home.",
        "Turkey's own army will get new drones by 2030.",
        "The navy sent a frigate to the area.",
        "The rebels captured two tanks last month.",
        "The embargo was lifted in 2019.",
        "The minister spoke for the second time this year.",
    ],
)
def test_what_goes_with_any_event_is_no_transfer(reader: Reader, words: str) -> None:
    """A sentence of a war, of talks on another matter or of people adds no claim to what was told."""
    claims = transfers(reader, TOLD + words)
    assert all(c.quote_span is not None and c.quote_span.end <= len(TOLD) for c in claims)


def test_arms_that_hit_somebody_are_used(reader: Reader) -> None:
    """What is told of the arms themselves stays: they were used."""
    claims = transfers(
        reader, "Turkey has delivered six drones to Mali. At least one of the drones was used on Friday."
    )
    assert [c.stage for c in claims if c.stage] == ["delivered", "used"]

"""How surely a claim is told: hedges beside it, and attitudes that are taken back."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import noted


@pytest.mark.parametrize(
    ("words", "certainty", "negated"),
    [
        ("The official does not expect Oman to get any mortars from Spain.", "assessed", True),
        ("The ministry does not believe that Spain has sent rifles to Oman.", "assessed", True),
        ("It is likely that Spain will pass the jets on to Oman.", "likely", False),
        ("It is possible that Spain has sent mortars to Oman, an expert said.", "possible", False),
        (
            "A possible sale of 9 drones to Oman has been approved by the U.S. State Department.",
            "confirmed",
            False,
        ),
        ("Washington is weighing a possible sale of drones to Oman.", "possible", False),
        ("Oman has asked Spain for mortars for a long time.", "stated", False),
        ("That Spain had sent rifles to Oman is not correct, an envoy said.", "denied", True),
        ("Oman is not involved in the supply of rifles to Chad, its envoy said.", "denied", True),
    ],
)
def test_what_a_claim_commits_to(reader: Reader, words: str, certainty: str, negated: bool) -> None:
    """Hedges before "that" reach the clause; not to expect is to expect that it is not so."""
    claim = noted(reader, words)[0]
    assert (claim.certainty, claim.negated) == (certainty, negated)

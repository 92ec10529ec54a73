"""Headlines whose verb the tagger takes for a noun, or whose two parties it parts."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers

BODY = "The defence ministry in the capital made this known on Monday. It gave no details."


@pytest.mark.parametrize(
    ("headline", "flow"),
    [
        ("Howitzers from Italy arrive in Ghana", ("Italy", "Ghana")),
        ("Ghana thanks Italy for howitzers", ("Italy", "Ghana")),
        ("Spain, Peru sign arms deal", ("Spain", "Peru")),
    ],
)
def test_a_headline_tells_its_flow(reader: Reader, headline: str, flow: tuple[str, str]) -> None:
    """A headline in plain words makes one claim of the flow that it tells."""
    (claim,) = transfers(reader, f"{headline}\n\n{BODY}\n")
    assert {claim.supplier, claim.recipient} == set(flow)

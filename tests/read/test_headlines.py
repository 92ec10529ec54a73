"""Headlines whose verb the tagger takes for a noun, or whose two parties it parts."""

from __future__ import annotations

import pytest

from tallybook.model import Role, Stage
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


@pytest.mark.parametrize(
    ("headline", "flow"),
    [
        ("Shipment of Turkish arms to Libya seized off Malta", ("Turkey", "Libya")),
        ("Rifles from Turkey to Libya intercepted, navy says", ("Turkey", "Libya")),
        ("Arms shipment from Turkey for Libya seized off Malta", ("Turkey", "Libya")),
        ("Ship with Turkish missiles for Libya seized off Malta", ("Turkey", "Libya")),
        ("Cargo of Turkish rifles bound for Libya impounded in Malta", ("Turkey", "Libya")),
    ],
)
def test_a_headline_without_were_tells_of_a_seizure(
    reader: Reader, headline: str, flow: tuple[str, str]
) -> None:
    """What goods or their ship "seized" was seized; they have seized nothing, and nobody is the seizer."""
    (claim,) = transfers(reader, f"{headline}\n\n{BODY}\n")
    assert (claim.supplier, claim.recipient) == flow
    assert claim.stage is Stage.SEIZED
    assert not any(party.role is Role.SEIZER for party in claim.parties)


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Italy to supply Ghana with howitzers - sources", "sources"),
        ("Italy sends Ghana 20 howitzers: UN experts", "UN experts"),
        ("Italy sends Ghana 20 howitzers – a Western diplomat", "a Western diplomat"),
        ("Italy sends Ghana 20 howitzers - UN report", "UN report"),
        ("EXCLUSIVE-Italy to supply Ghana with howitzers, sources say", "sources"),
        ("UPDATE 2-Italy delivers 20 howitzers to Ghana", "The defence ministry in the capital"),
        ("Italy delivers 20 howitzers to Ghana - Harbour Gazette", "The defence ministry in the capital"),
    ],
)
def test_slug_and_label_are_no_part_of_a_headline(reader: Reader, headline: str, source: str) -> None:
    """What an agency sets before or behind a headline leaves its clause whole; a label is its source."""
    (claim,) = transfers(reader, f"{headline}\n\n{BODY}\n")
    assert (claim.supplier, claim.recipient) == ("Italy", "Ghana")
    assert (claim.source.name if claim.source else None) == source
    assert claim.stage is not Stage.RECEIVED

"""What a claim tells beside who, what, how much and when: hedges, evidence, offices, roles and ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tallybook.model import Claim, Route
from tallybook.read import Reader
from tests.read.reporting import noted, transfers

FIELDS = yaml.safe_load((Path(__file__).parent / "fields.yaml").read_text("utf-8"))
ENDS = ("supplier", "recipient")


def way(route: Route | None) -> dict[str, object] | None:
    """The parts of a route that are told."""
    if route is None:
        return None
    told = {
        "from": route.from_place,
        "to": route.to_place,
        "via": list(route.via),
        "mode": route.mode and str(route.mode),
    }
    return {part: value for part, value in told.items() if value}


def fields(claim: Claim) -> dict[str, object]:
    """The fields that a case may ask for, as it words them."""
    return {
        "hedges": [hedge.text for hedge in claim.hedges],
        "evidence": claim.evidence and str(claim.evidence),
        "title": claim.source.title if claim.source is not None else None,
        "goods": [g.text for g in claim.goods],
        "time": claim.time and claim.time.text,
        "from": claim.time and str(claim.time.earliest),
        "until": claim.time and str(claim.time.latest),
        "source": claim.source and claim.source.name,
        "cue": claim.source and claim.source.cue,
        "via": list(claim.source.via) if claim.source is not None else None,
        "count": claim.quantity and [claim.quantity.min, claim.quantity.max],
        "unit": claim.quantity and claim.quantity.unit,
        "certainty": str(claim.certainty),
        "said_on": claim.said_on.edtf if claim.said_on is not None else None,
        "roles": sorted(f"{p.role}: {p.name}" for p in claim.parties if p.role not in ENDS),
        "route": way(claim.route),
    }


@pytest.mark.parametrize("case", [pytest.param(e, id=e["text"][:70]) for e in FIELDS])
def test_a_claim_tells_its_fields(reader: Reader, case: dict[str, Any]) -> None:
    """Each field holds what the words give, and nothing where they give nothing."""
    claims = noted(reader, case["text"])
    meant = next(c for c in claims if case.get("claim", "") in c.quote)
    found = fields(meant)
    asked = {name: value for name, value in case.items() if name in found}
    assert asked
    assert {name: found[name] for name in asked} == asked


HEADED = [
    (
        "Kenya Stops Arms Sales to Chad",
        "No more rifles will go from Kenya to Chad for now, Minister Asha Mwangi announced on Sunday.",
        "Asha Mwangi",
        "announced",
    ),
    (
        "Alpha Marine bears out sale of submarines to Peru",
        "Alpha Marine AG said in a statement that two submarines will go from German stocks to Peru by June.",
        "Alpha Marine AG",
        "said",
    ),
    (
        "Kenya stops arms sales to Chad, envoy says",
        "No more rifles will go from Kenya to Chad for now, Minister Asha Mwangi announced on Sunday.",
        "envoy",
        "says",
    ),
]


@pytest.mark.parametrize(("headline", "lead", "source", "cue"), HEADED)
def test_a_headline_has_the_source_of_its_lead(
    reader: Reader, headline: str, lead: str, source: str, cue: str
) -> None:
    """Whoever the lead names says what the headline has in fewer words, unless it names somebody else."""
    claims = transfers(reader, f"{headline}\n\n{lead}")
    first = next(c for c in claims if c.quote_span.start < len(headline))
    assert first.source is not None
    assert (first.source.name, first.source.cue) == (source, cue)

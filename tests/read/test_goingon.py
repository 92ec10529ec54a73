"""Sentences that go on with a transfer told before them without a word of transfer of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tallybook.read import Reader
from tests.read.reporting import transfers

CASES = yaml.safe_load((Path(__file__).parent / "goingon.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:70])
def test_what_goes_on_has_the_ends_of_what_was_told(reader: Reader, case: dict[str, Any]) -> None:
    """Each amount that the sentence tells of the flow makes a claim of it; nothing else does."""
    whole = f"{case['before']}\n\n{case['text']}".strip()
    start = len(whole) - len(case["text"])
    claims = [c for c in transfers(reader, whole) if c.quote_span is not None and c.quote_span.end > start]
    counted = [c for c in claims if c.quantity is not None]
    amounts = [c.quantity.min or c.quantity.max for c in counted if c.quantity is not None]
    assert sorted(a for a in amounts if a is not None) == sorted(case["amounts"])
    flows = case.get("flow", [])
    assert {f"{c.supplier} > {c.recipient}" for c in counted} <= {
        *([flows] if isinstance(flows, str) else flows)
    }
    assert case["amounts"] or not claims

"""The many ways of telling that arms go, went or will go, and of telling something else like it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tallybook.model import Claim
from tallybook.read import Reader
from tests.read.reporting import transfers

HERE = Path(__file__).parent
TELLINGS = yaml.safe_load((HERE / "tellings.yaml").read_text("utf-8"))
UNTOLD = yaml.safe_load((HERE / "untold.yaml").read_text("utf-8"))


def told(reader: Reader, context: str, text: str) -> list[Claim]:
    """The transfers read in ``text``, which follows ``context``."""
    whole = f"{context} {text}".strip()
    start = len(whole) - len(text)
    return [c for c in transfers(reader, whole) if c.quote_span is not None and c.quote_span.end > start]


def marks(entry: dict[str, str]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=entry["lacking"], strict=True)] if "lacking" in entry else []


@pytest.mark.parametrize("telling", [pytest.param(e, id=e["text"][:70], marks=marks(e)) for e in TELLINGS])
def test_a_telling_gives_its_stage(reader: Reader, telling: dict[str, str | list[str]]) -> None:
    """A sentence that tells of a transfer gives a claim of its stage and flow, polarity and certainty."""
    stages = telling["stage"] if isinstance(telling["stage"], list) else [telling["stage"]]
    claims = told(reader, str(telling.get("context", "")), str(telling["text"]))
    right = [c for c in claims if c.stage in stages and c.negated == bool(telling.get("negated", False))]
    assert right, [(c.stage, c.negated, c.quote) for c in claims]
    if "certainty" in telling:
        assert telling["certainty"] in [c.certainty for c in right]
    if "source" in telling:
        assert telling["source"] in [c.source and c.source.name for c in right]
    if "flow" in telling:
        assert telling["flow"] in [f"{c.supplier} > {c.recipient}" for c in right]


@pytest.mark.parametrize("text", UNTOLD, ids=lambda t: t[:70])
def test_other_things_are_no_transfers(reader: Reader, text: str) -> None:
    """Drills, tests, production, handovers at home, aid without arms, history and opinion tell of none."""
    assert [c.quote for c in told(reader, "", text)] == []


def test_few_tellings_are_given_up() -> None:
    """At most one telling in seven is known not to be read."""
    assert sum("lacking" in e for e in TELLINGS) <= len(TELLINGS) * 0.15

"""The reader holds on the sample reports what it once reached."""

from __future__ import annotations

import pytest

from tests.golden.comparing import FIELDS, Comparison
from tests.golden.floor import FLOOR, floor_of, load_floor, read_samples


@pytest.fixture(scope="module")
def outcome() -> dict[str, Comparison]:
    """What the reader finds now."""
    if not FLOOR.exists():
        pytest.skip("no floor yet: python -m tests.golden.floor")
    return read_samples()


def test_no_fewer_claims_are_found(outcome: dict[str, Comparison]) -> None:
    """As many of the expected claims are found as before; the message tells which came and went."""
    floor, now = load_floor(), floor_of(outcome)
    gained = {n: set(c.found) - set(floor.found.get(n, ())) for n, c in outcome.items()}
    lost = {n: set(floor.found.get(n, ())) - set(c.found) for n, c in outcome.items()}
    told = "\n".join(
        f"{sign} {name}: {quote}"
        for sign, quotes in (("+", gained), ("-", lost))
        for name, some in quotes.items()
        for quote in sorted(some)
    )
    assert now.count >= floor.count, told


def test_no_more_claims_are_wrong(outcome: dict[str, Comparison]) -> None:
    """The reader proposes no more claims that answer to nothing than before."""
    told = "\n".join(f"{name}: {quote}" for name, c in outcome.items() for quote in c.wrong)
    assert floor_of(outcome).wrong <= load_floor().wrong, told


def test_no_fewer_responses_are_found(outcome: dict[str, Comparison]) -> None:
    """Sanctions, condemnations and other answers to transfers are found as often as before."""
    assert floor_of(outcome).responses >= load_floor().responses


@pytest.mark.parametrize("field", FIELDS)
def test_no_fewer_fields_are_right(outcome: dict[str, Comparison], field: str) -> None:
    """Stage, certainty, denial, amounts and speakers are right as often as before."""
    assert floor_of(outcome).right[field] >= load_floor().right[field]

"""A denial and the charge that it denies are two claims of two sources."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import noted


@pytest.mark.parametrize(
    ("words", "denier", "alleger"),
    [
        ("Rwanda denied Congo's claim that it had supplied mortars to Uganda.", "Rwanda", "Congo"),
        (
            "In May Oman rejected allegations of a U.N. panel that it had sold rifles to Chad.",
            "Oman",
            "a U.N. panel",
        ),
        (
            "Kenya has denied accusations by Sudan that it sends drones to Chad.",
            "Kenya",
            "Sudan",
        ),
    ],
)
def test_who_charges_and_who_denies(reader: Reader, words: str, denier: str, alleger: str) -> None:
    """The denial is the denier's, the charge alleged by who makes it, and dated by its own words only."""
    denial, charge = noted(reader, words)
    assert (denial.stage, denial.negated, charge.negated) == ("denied-transfer", True, False)
    assert charge.certainty == "alleged"
    assert [c.source.name if c.source else None for c in (denial, charge)] == [denier, alleger]
    assert charge.time is None


def test_a_charge_of_nobody_is_only_denied(reader: Reader) -> None:
    """Where nobody is named who makes the charge, there is the denial alone."""
    (denial,) = noted(reader, "Rwanda denied reports that it had supplied mortars to Uganda.")
    assert denial.stage == "denied-transfer"


def test_a_denial_names_both_ends(reader: Reader) -> None:
    """Who denies a flow without naming it again denies it between its two parties."""
    told = noted(reader, "Kenya accuses Oman of selling rifles to Chad. Oman rejected the charge.")
    denial = told[-1]
    assert denial.stage == "denied-transfer"
    assert [(p.role, p.name) for p in denial.parties] == [("supplier", "Oman"), ("recipient", "Chad")]


def test_ships_by_name_carry(reader: Reader) -> None:
    """A merchant ship named carries the goods; what a state imports is not of its make."""
    (claim,) = noted(reader, "Spain sent Chile 40 mortars aboard the cargo ship Orla in May.")
    assert ("carrier", "Orla") in [(p.role, p.name) for p in claim.parties]
    (claim,) = noted(reader, "Spain supplied 40 per cent of Chile's arms imports.")
    assert "maker" not in [p.role for p in claim.parties]

"""Clauses that leave their verb out: who did the same, and how much."""

from __future__ import annotations

import pytest

from tallybook.read import Reader
from tests.read.reporting import transfers

GAPPED = {
    "Norway delivered six tanks to Mali, Spain four and Turkey two.": {
        ("Norway", "Mali", 6),
        ("Spain", "Mali", 4),
        ("Turkey", "Mali", 2),
    },
    "Togo bought six drones from Turkey, Benin four and Ghana eight.": {
        ("Turkey", "Togo", 6),
        ("Turkey", "Benin", 4),
        ("Turkey", "Ghana", 8),
    },
    "Denmark gave Moldova 19 howitzers, and Finland six.": {
        ("Denmark", "Moldova", 19),
        ("Finland", "Moldova", 6),
    },
    "Peru sent Chile 40 mortars, Norway said on 5 May.": {("Peru", "Chile", 40)},
    "Peru sent Chile 40 mortars, and Bolivia in 2003 lost 14 men.": {("Peru", "Chile", 40)},
}


@pytest.mark.parametrize("text", GAPPED)
def test_who_did_the_same_gives_a_claim_of_his_own(reader: Reader, text: str) -> None:
    """A party and an amount behind a transfer are one more of it, unless they have a verb of their own."""
    found = transfers(reader, text)
    assert {(*c.flow, c.quantity.min if c.quantity else None) for c in found} == GAPPED[text]


PARTS = {
    "Sweden sold Peru 40 tanks in 1996, and 12 helicopters some years later.": [40, 12],
    "Radars from Japan were delivered to Togo in 2023, and patrol boats before that.": [None, None],
    "The first two submarines were delivered to Peru by Sweden in 2010, the other pair in 2018.": [2, None],
}


@pytest.mark.parametrize("text", PARTS)
def test_what_was_given_at_another_time_is_a_claim_of_its_own(reader: Reader, text: str) -> None:
    """Goods with a time of their own behind a transfer with its time are another lot of the same flow."""
    found = transfers(reader, text)
    assert [c.quantity.min if c.quantity else None for c in found] == PARTS[text]
    assert len({c.flow for c in found}) == 1
    assert None not in found[0].flow


RULED_OUT = {
    "Norway has delivered mortars to Mali, but none to Chad.": [("Norway", "Mali"), ("Norway", "Chad")],
    "Norway has licensed mortars for Mali, not for Chad.": [("Norway", "Mali"), ("Norway", "Chad")],
}


@pytest.mark.parametrize("text", RULED_OUT)
def test_who_is_told_not_to_have_got_them_is_told_of_apart(reader: Reader, text: str) -> None:
    """The taker who is ruled out behind the one who got them has a negated claim, the other one has not."""
    found = transfers(reader, text)
    assert [c.flow for c in found] == RULED_OUT[text]
    assert [c.negated for c in found] == [False, True]


def test_givers_behind_by_have_each_their_goods(reader: Reader) -> None:
    """In a passive with two givers each of them gives what stands before him."""
    found = transfers(reader, "Mali was supplied with mortars by Norway and rifles by Peru.")
    assert [c.flow for c in found] == [("Norway", "Mali"), ("Peru", "Mali")]

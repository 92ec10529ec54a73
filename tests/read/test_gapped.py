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

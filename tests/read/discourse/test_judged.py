"""Verdicts that words in a row give on what was told."""

from __future__ import annotations

import random

from tallybook.read.discourse.judged import NEEDED, PATTERNS

SIGNS = "ABCDEFGHIKLMNOPQRSTUWXacdeflmnoqtvwx0"


def test_a_row_without_a_judging_word_holds_no_verdict() -> None:
    """Rows that hold none of the signs that are looked for first match no pattern of a verdict."""
    chance, others = random.Random(1), [s for s in SIGNS if s not in NEEDED]
    rows = ["".join(chance.choices(others, k=chance.randint(1, 12))) for _ in range(3000)]
    found = [(row, p.pattern) for row in rows for _, p in PATTERNS if (m := p.search(row)) and m[0]]
    assert not found

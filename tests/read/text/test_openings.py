"""Patterns are tried only where a match of them can begin."""

from __future__ import annotations

import re

import pytest

from tallybook.read.text.openings import LETTERS, Patterns, openings_of
from tallybook.read.times.expressions import expressions
from tallybook.read.times.stretches import ALONE, ANY

SENTENCES = (
    "Since early May 2023 the ministry has paid for ten of them, most of it on 3 June or Q3 of 2024.",
    "It came two years after the deal, shortly before 12.04.2021, SO FAR THIS YEAR and until ٣ May.",
    "Between March and 5 August, in the past three weeks, within half a year, not long ago, on Friday.",
    "Over the next few months; for some time; the end of last week; as of 2022-11-05; by the summer.",
    "In\u00a0May (on 4 May), “last year” and 2022/23 or '24.",
)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        (r"(?<!\w)(?i:Since) X+", {"since"}),
        (r"\b(?:Ships?|boats) sailed", {"ship ", "ships", "boats"}),
        (r"(?<!\w)(?i:Late )?(?:May|Q[12])", {"late ", "may", "q1", "q2"}),
        (r"(?<![\w.])[$€]?\d+ tons", {*(f"{sign}{n}" for sign in ("", "$", "€") for n in range(10))}),
        (r"(?<!\w)on (?:ABC)*", {"on ", "on ab"}),
        (r"(?<!\w)\w+ ?", None),
        (r"(?<!\w)(?:since)?", None),
        ("since", None),
    ],
)
def test_openings_are_read_off_a_pattern(pattern: str, openings: set[str] | None) -> None:
    """What a match can begin with, as far as it is known; nothing where it may be anything."""
    found = openings_of(re.compile(pattern))
    if openings is None:
        assert found is None
    else:
        assert found is not None
        assert all(len(one) <= LETTERS for one in found)
        assert {one for one in openings if not any(one.startswith(other) for other in found)} == set()
        assert {one for one in found if not any(one.startswith(other) for other in openings)} == set()


@pytest.mark.parametrize("groups", [(), (ANY, ALONE)])
@pytest.mark.parametrize("text", SENTENCES)
def test_no_match_is_lost(text: str, groups: tuple[str, ...]) -> None:
    """What is found is what each pattern finds on its own, in the same order."""
    patterns = expressions()
    alone = [(match.span(), rule) for pattern, rule in patterns for match in pattern.finditer(text)]
    assert alone
    assert [(match.span(), rule) for match, rule in Patterns(patterns, groups).matches(text)] == alone


def test_patterns_that_may_begin_anywhere_are_tried_everywhere() -> None:
    """A pattern that asks for no edge of a word still finds all its matches."""
    patterns = [(re.compile("ship"), 1), (re.compile(r"(?<!\w)\w+(?=s\b)"), 2)]
    found = [(match[0], number) for match, number in Patterns(patterns).matches("warships ship arms")]
    assert found == [("ship", 1), ("ship", 1), ("warship", 2), ("arm", 2)]

"""Patterns are tried only where they can match."""

from __future__ import annotations

import re

import pytest

from tallybook.read.text.needed import Sieve, needs_of
from tallybook.read.times.expressions import expressions
from tallybook.read.times.stretches import ALONE, ANY

SENTENCES = (
    "Since early May 2023 the ministry has paid for ten of them, most of it on 3 June or Q3 of 2024.",
    "It came two years after the deal, shortly before 12.04.2021, SO FAR THIS YEAR and until ٣ May.",
    "Between March and 5 August, in the past three weeks, within half a year, not long ago, on Friday.",
    "Over the next few months; for some time; the end of last week; as of 2022-11-05; by the summer.",
)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("(?i:since) X+", (("since ",), ("X",))),
        ("(?:Ships?|boats) sailed", ((" sailed",), ("Ship", "boats"))),
        ("(?i:Late (?P<day>Monday)) in Q([12])", (("late monday in ",), ("Q1", "Q2"))),
        (r"[12]\d? tons", (("1", "2"), (" tons",))),
        (r"\w+ ?", ()),
        (r"(?:a|\w) (?:b)?", ()),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: tuple[tuple[str, ...], ...]) -> None:
    """What every match must hold, and nothing that a match can do without."""
    assert set(needs_of(re.compile(pattern))) == set(needs)


@pytest.mark.parametrize("text", SENTENCES)
def test_no_match_is_lost(text: str) -> None:
    """Every pattern that matches somewhere in a text comes through its sieve."""
    patterns = expressions()
    through = {pattern for pattern, _ in Sieve(patterns).through(text)}
    assert {pattern for pattern, _ in patterns if pattern.search(text)} <= through
    assert len(through) < len(patterns)


@pytest.mark.parametrize("text", SENTENCES)
def test_long_groups_may_be_worked_out_once(text: str) -> None:
    """With its long groups given, a sieve still lets every pattern through that matches."""
    patterns = expressions()
    through = {pattern for pattern, _ in Sieve(patterns, (ANY, ALONE)).through(text)}
    assert {pattern for pattern, _ in patterns if pattern.search(text)} <= through
    assert len(through) < len(patterns)

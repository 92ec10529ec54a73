"""Spans know their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Span, Words

offsets = st.integers(min_value=0, max_value=60)


@given(text=st.text(max_size=60), start=offsets, end=offsets)
def test_words_stand_where_they_say(text: str, start: int, end: int) -> None:
    """Words taken from a text stand at their span of it, whatever characters it holds."""
    words = Words.at(text, start, end)
    assert words.span.of(text) == words.text


@given(a=offsets, b=offsets, c=offsets, d=offsets)
def test_overlap_is_what_both_cover(a: int, b: int, c: int, d: int) -> None:
    """Overlap counts the characters that both spans cover, in either order."""
    first, second = Span(*sorted((a, b))), Span(*sorted((c, d)))
    both = set(range(*first)) & set(range(*second))
    assert first.overlap(second) == second.overlap(first) == len(both)


@given(a=offsets, b=offsets, by=st.integers(min_value=-60, max_value=60))
def test_shifting_keeps_the_length(a: int, b: int, by: int) -> None:
    """A shifted span covers as many characters as before."""
    span = Span(*sorted((a, b)))
    assert span.shifted(by).length == span.length


def test_an_empty_or_outside_span_stands_nowhere() -> None:
    """A span that is empty or runs past the text is no place in it."""
    assert not Span(2, 2).stands_in("words")
    assert not Span(0, 6).stands_in("words")
    assert not Span(-1, 2).stands_in("words")
    assert Span(0, 5).stands_in("words")


def test_containing_includes_the_edges() -> None:
    """A span contains itself and what lies inside it, and nothing that sticks out."""
    assert Span(2, 8).contains(Span(2, 8))
    assert Span(2, 8).contains(Span(3, 7))
    assert not Span(2, 8).contains(Span(1, 7))

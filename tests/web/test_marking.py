"""Marked text is the text, and every mark covers the words of its claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Span
from tallybook.web.marking import Mark, pieces

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(*sorted(pair)))
marks = st.lists(
    st.builds(Mark, span=spans, claim=st.sampled_from("abcd"), state=st.just("proposed"), main=st.booleans())
)


@given(text=st.text(max_size=50), marks=marks, clutter=st.lists(spans, max_size=3))
def test_the_pieces_are_the_text(text: str, marks: list[Mark], clutter: list[Span]) -> None:
    """Nothing is lost, doubled or moved: the pieces joined give the text, each at its place."""
    cut = list(pieces(text, marks, clutter))
    assert "".join(piece.text for piece in cut) == text
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in cut)


@given(text=st.text(min_size=1, max_size=50), marks=marks)
def test_each_character_carries_the_claims_that_cover_it(text: str, marks: list[Mark]) -> None:
    """A character is marked for a claim exactly when one of the claim's marks covers it."""
    standing = [mark for mark in marks if mark.span.stands_in(text)]
    for piece in pieces(text, marks):
        for at in range(piece.start, piece.start + len(piece.text)):
            covering = {mark.claim for mark in standing if mark.span.start <= at < mark.span.end}
            assert covering == set(piece.claims)


@given(text=st.text(min_size=1, max_size=50), marks=marks)
def test_each_quote_has_one_place_to_link_to(text: str, marks: list[Mark]) -> None:
    """Every quote that stands in the text begins in exactly one piece."""
    begun = sorted(claim for piece in pieces(text, marks) for claim in piece.starts)
    assert begun == sorted(mark.claim for mark in marks if mark.main and mark.span.stands_in(text))

"""Promises of the finder of quotations: whole, outermost, and known to run on where they do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Span
from tallybook.read.text.quotations import find_quotations


def found(text: str) -> list[tuple[str, bool]]:
    """The words of each quotation and whether it is closed."""
    return [(q.span.of(text), q.closed) for q in find_quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Shells came,” she said. “Many.”", [("“Shells came,”", True), ("“Many.”", True)]),
        ('"Shells came," she said.', [('"Shells came,"', True)]),
        ("''Shells came,'' she said.", [("''Shells came,''", True)]),
        ("She wrote: “Shells came.", [("“Shells came.", False)]),
        ("It's the ministry's own 'gift'.", [("'gift'", True)]),
        ("Atland's army denied Bedonia's claim.", []),
        ("“They said ‘no’ to us,” she said.", [("“They said ‘no’ to us,”", True)]),
    ],
)
def test_quotations_are_found_whole(text: str, expected: list[tuple[str, bool]]) -> None:
    """Curly, straight and doubled marks open and close; apostrophes do not; inner quotations stay inside."""
    assert found(text) == expected


def test_offsets_count_from_the_whole_text() -> None:
    """A paragraph's quotations stand where they stand in the report."""
    text = "First line.\n“Shells came,” she said."
    (quotation,) = find_quotations(text, Span(12, len(text)))
    assert quotation.span.of(text) == "“Shells came,”"


@given(st.text(alphabet="“”\"'‘’ab ,.\n", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    """Whatever the marks, quotations follow one another inside the text."""
    spans = [q.span for q in find_quotations(text, Span(0, len(text)))]
    assert all(span.stands_in(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))

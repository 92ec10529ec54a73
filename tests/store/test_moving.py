"""Claims follow their words into an edited report."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Claim, Source, Span
from tallybook.store.moving import moved, reworded
from tests.store.material import SHIPPED, TEXT


def test_moves_with_its_quote() -> None:
    """Everything that stands inside the quote keeps its place in it."""
    start = TEXT.index("300 crates", SHIPPED.quote_span.start)
    quantity = SHIPPED.quantity and msgspec.structs.replace(SHIPPED.quantity, span=Span(start, start + 10))
    text = "Corrected.\n" + TEXT
    there = moved(msgspec.structs.replace(SHIPPED, quantity=quantity), text)
    assert there is not None
    assert there.quote_span.of(text) == SHIPPED.quote
    assert there.quantity is not None
    assert there.quantity.span is not None
    assert there.quantity.span.of(text) == "300 crates"


def test_takes_the_nearest_place() -> None:
    """Words that stand twice are found where they stood."""
    text = "It fell. It rose. It fell."
    claim = Claim(quote="It fell.", quote_span=Span(18, 26))
    there = moved(claim, "Now: " + text)
    assert there is not None
    assert there.quote_span == Span(23, 31)


def test_words_that_are_gone_are_not_made_up() -> None:
    """Without its quote there is no claim; without other words only their places go."""
    assert moved(SHIPPED, "Withdrawn.") is None
    far = Source(name="Ada Quill", span=Span(150, 159))
    claim = Claim(quote="one", quote_span=Span(4, 7), also=("gone",), also_spans=(Span(20, 24),), source=far)
    there = moved(claim, "and one")
    assert there is not None
    assert (there.also, there.also_spans) == ((), ())
    assert there.source == Source(name="Ada Quill", span=None)


@given(st.text(min_size=1), st.text(), st.text(), st.text())
def test_what_is_moved_stands_where_it_says(quote: str, before: str, new: str, after: str) -> None:
    """Whatever was put before it or after it, the words stand at their place."""
    claim = Claim(quote=quote, quote_span=Span(len(before), len(before) + len(quote)))
    text = new + quote + after
    there = moved(claim, text)
    assert there is not None
    assert there.stands_in(text)


BEFORE = "It rained. Northland sent forty old guns to Southland on Monday. Nobody saw it."
GUNS = Claim(quote="Northland sent forty old guns to Southland", quote_span=Span(11, 53))


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("It poured.\n" + BEFORE.replace("forty old", "fifty"), "Northland sent fifty guns to Southland"),
        (BEFORE.replace("sent", "has now sent"), "Northland has now sent forty old guns to Southland"),
        (
            BEFORE.replace("forty", "")
            .replace("old", "")
            .replace("Southland", "Eastland")
            .replace("sent", "lent"),
            None,
        ),
        ("Withdrawn.", None),
    ],
)
def test_a_sentence_with_another_word_is_the_same_sentence(after: str, found: str | None) -> None:
    """The quote of today is found where a few words differ, and not where most of them do."""
    there = reworded(GUNS, BEFORE, after)
    assert (there and there.quote) == found
    assert there is None or there.stands_in(after)

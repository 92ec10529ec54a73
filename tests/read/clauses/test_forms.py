"""The words of a sentence by their forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallybook.read.clauses.forms import Forms
from tallybook.read.text.tree import Doc


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        ({"ship"}, ["shipped", "ships"]),
        ({"rifle", "sent"}, ["rifles", "sent"]),
        ({"shipped", "ship", "the"}, ["The", "shipped", "the", "ships"]),
        ({"mortar"}, []),
        (set(), []),
    ],
)
def test_words_are_found_as_written_and_by_base_form(
    parsed: Callable[[str], Doc], forms: set[str], found: list[str]
) -> None:
    """A word is found by its letters and by its base form, once, in the order of the text."""
    words = parsed("The state shipped rifles that it sent on the two ships.")
    assert [t.text for t in Forms(words).among(forms)] == found

"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from tallybook.read.text.numbers import count_of, value


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("7", 7),
        ("1,250", 1250),
        ("1.000.000", 1_000_000),
        ("12 500", 12_500),
        ("18 766 343", 18_766_343),
        ("2.5", 2.5),
        ("2.5 million", 2_500_000),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("one and a half", 1.5),
        ("twenty-one", 21),
        ("a hundred and fifty", 150),
        ("three hundred thousand", 300_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a score", 20),
        ("40 thousand", 40_000),
        ("5k", 5_000),
        ("3bn", 3_000_000_000),
        ("seventeen", 17),
    ],
)
def test_numbers_in_digits_and_words(words: str, number: float) -> None:
    """Every way to write a number that news uses gives that number."""
    assert value(words) == number


@pytest.mark.parametrize("words", ["a", "crates", "and", "", "about seven crates"])
def test_words_that_name_no_number(words: str) -> None:
    """Words that name no number give none, also where a number stands among others."""
    assert value(words) is None


def test_an_article_counts_as_one_in_a_length_of_time() -> None:
    """Of ``a month`` is one month, though "a" alone names no number."""
    assert (count_of("a"), count_of("an"), count_of("two")) == (1, 1, 2)

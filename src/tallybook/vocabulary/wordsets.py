"""Sets of words that a rule outside the reader goes by, named after what they show."""

from __future__ import annotations

from tallybook.vocabulary.loader import Entry


class WordSet(Entry, frozen=True, kw_only=True):
    """Words or phrases in lower case that show the same thing to the same rule.

    Attributes:
        name: what the words show ("relay-verbs").
        words: the words; phrases stand with single blanks.
    """

    name: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        odd = [word for word in self.words if word != " ".join(word.casefold().split())]
        if odd:
            raise ValueError(f"words must be in lower case with single blanks, and '{odd[0]}' is not")

"""Phrases that hold the name of a party and do not speak of it."""

from __future__ import annotations

from tallybook.vocabulary.loader import Entry


class Lookalike(Entry, frozen=True, kw_only=True):
    """A family of phrases such as "Indian Ocean"; capitals as written are needed."""

    name: str
    words: tuple[str, ...]

    def claimed(self) -> tuple[str, ...]:
        """The phrases."""
        return self.words

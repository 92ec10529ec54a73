"""What quantities are counted in."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry


class Unit(Entry, frozen=True, kw_only=True):
    """A unit of count, measure or money.

    Attributes:
        name: the canonical plural as exports use it ("containers", "tonnes", "USD").
        what: its class. A ``container`` holds goods, a ``group`` is made of them ("batteries", "batches").
        words: every wording, singular and plural; symbols and codes are matched exactly as written.
        symbols: "$", "US$", "t".
        letters: signs of money that are letters as well, before millions only: "R3.2 billion".
        goods: the goods term of which this is the plain plural ("shells"), so that unit and goods agree.
        near: names of the country whose money it is: they decide where several countries use one word.
    """

    name: str
    what: Literal["container", "group", "count", "mass", "volume", "length", "money", "share", "carriage"]
    words: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    goods: str | None = None
    near: tuple[str, ...] = ()

    def claimed(self) -> tuple[str, ...]:
        """Words and symbols."""
        return (*self.words, *self.symbols)

"""Groups of states that reports mean by where they lie or what they belong to: "the Gulf state"."""

from __future__ import annotations

from tallybook.vocabulary.loader import Entry


class Region(Entry, frozen=True, kw_only=True):
    """States of which one can be meant by a word before "country", "state", "republic" and the like.

    Attributes:
        name: what they have in common.
        words: in lower case, as they stand before the noun ("gulf", "baltic") or as the noun ("island").
        members: names of the states.
    """

    name: str
    words: tuple[str, ...]
    members: tuple[str, ...]

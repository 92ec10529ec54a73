"""The words around a number: bounds, round figures, shares, totals and what is no amount of goods."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry


class AmountWord(Entry, frozen=True, kw_only=True):
    """A family of words that say how a number is meant.

    Attributes:
        name: what the family does, for the reader of the file.
        kind: where the words stand and what they do. ``low``, ``high``, ``about`` and ``plain`` stand before
            a number and make it a lower bound, an upper bound, a rough figure, or leave it as it is;
            ``low-after``, ``high-after`` and ``about-after`` stand behind it. ``round`` is a figure by itself
            ("dozens"), ``vague`` one without bounds ("several"), ``share`` a part of a whole, ``first`` makes
            one of a group ("a first batch"). ``rate`` stands behind ("a month"); ``capacity``, ``total`` and
            ``lot`` stand somewhere before; ``total-after`` anywhere behind in the sentence; ``other-measure``
            are units that never count goods ("km", "years").
        words: the wordings, in any case.
        min, max: bounds of a ``round`` figure, ``None`` where open; percent of a ``share``.
    """

    name: str
    kind: Literal[
        "low", "high", "about", "plain", "low-after", "high-after", "about-after", "round", "vague", "share",
        "rate", "capacity", "total", "total-after", "lot", "other-measure", "first",
    ]  # fmt: skip
    words: tuple[str, ...]
    min: float | None = None
    max: float | None = None

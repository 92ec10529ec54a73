"""Amounts as reports word them."""

from __future__ import annotations

import msgspec

from tallybook.model.span import Span


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """An amount with its exact words and what they commit to.

    Attributes:
        text, span: the exact words.
        min, max: bounds that the words allow, ``None`` where open. "more than N": ``min`` only.
        approx: the words say that the figure is about right ("some", "around", "dozens").
        unit: plural noun of what is counted ("containers", "rounds"), or "USD", "EUR".
        cumulative: ``True`` for a running total, ``False`` for a single lot, ``None`` where open.
        as_of: EDTF date that the figure is true for.
        alternative: one of several readings of the same load ("either 3 million of A or 500,000 of B").
    """

    text: str
    span: Span | None = None
    min: float | None = None
    max: float | None = None
    approx: bool = False
    unit: str | None = None
    cumulative: bool | None = None
    as_of: str | None = None
    alternative: bool = False

    def __post_init__(self) -> None:
        if self.min is not None and self.max is not None and self.min > self.max:
            msg = f"quantity has its bounds the wrong way round: {self.min} > {self.max} ({self.text!r})"
            raise ValueError(msg)

    @property
    def exact(self) -> bool:
        """Whether the words give one figure without a bound or an "about"."""
        return self.min is not None and self.min == self.max and not self.approx

    @property
    def figure(self) -> float | None:
        """The number that the words name: the bound that there is, or both where they are equal."""
        return self.min if self.min is not None else self.max

    def may_equal(self, other: Quantity) -> bool:
        """Whether one amount can satisfy both; different units never do."""
        if self.unit and other.unit and self.unit != other.unit:
            return False
        low = max(self.min or 0, other.min or 0)
        highs = [q.max for q in (self, other) if q.max is not None]
        return not highs or low <= min(highs)

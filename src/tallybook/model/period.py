"""A time as a report words it, with what the words allow."""

from __future__ import annotations

import datetime as dt

import msgspec

from tallybook.model.span import Span


class Period(msgspec.Struct, frozen=True, kw_only=True, rename={"earliest": "from", "latest": "to"}):
    """A period with its exact words, its EDTF form and its earliest and latest day.

    Open ends are ``None``: "in recent weeks" has an end and no start. EDTF: ISO 8601-2:2019, annex A.

    Attributes:
        text: the exact words, empty where a person gave only a date.
        span: where the words stand, ``None`` where a person gave only a date.
        edtf: EDTF string, ``None`` where the words fix nothing.
        earliest: first day that the words allow (ISO date), JSON key ``from``.
        latest: last day that the words allow (ISO date), JSON key ``to``.
    """

    text: str
    span: Span | None = None
    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            msg = f"period ends before it starts: {self.earliest} > {self.latest} ({self.text!r})"
            raise ValueError(msg)

    @property
    def has_day(self) -> bool:
        """Whether the words fix a first or a last day."""
        return self.earliest is not None or self.latest is not None

    def may_meet(self, other: Period) -> bool:
        """Whether the two periods can share a day; open ends meet everything."""
        starts_after = self.earliest and other.latest and self.earliest > other.latest
        ends_before = self.latest and other.earliest and self.latest < other.earliest
        return not (starts_after or ends_before)

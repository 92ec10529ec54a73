"""Names of months and weekdays, as reports write them in datelines and time stamps."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry


class CalendarName(Entry, frozen=True, kw_only=True):
    """One month or weekday.

    Attributes:
        name: the full name.
        kind: what it names.
        number: 1 for January or Monday.
        short: other ways to write it.
    """

    name: str
    kind: Literal["month", "weekday"]
    number: int
    short: tuple[str, ...] = ()

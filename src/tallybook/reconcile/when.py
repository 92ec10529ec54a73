"""Which days a date allows, and whether two dates can be one.

Dates are EDTF (ISO 8601-2:2019, annex A) as reports carry them: a day, a month, a year, with qualifiers.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

import msgspec

from tallybook.model import Period

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T([\d:]+))?")


class Days(msgspec.Struct, frozen=True):
    """The first and last day that are allowed; ``None`` where open."""

    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are fixed."""
        return self.first is not None and self.last is not None

    @property
    def length(self) -> int | None:
        """Number of days allowed, ``None`` where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def meets(self, other: Days, slack: int = 0) -> bool:
        """Whether the two can share a day, give or take ``slack`` days; open ends meet everything."""
        gap = dt.timedelta(days=slack)
        after = self.first is not None and other.last is not None and self.first > other.last + gap
        before = self.last is not None and other.first is not None and self.last + gap < other.first
        return not after and not before

    def holds(self, other: Days, most: int) -> bool:
        """Whether it is known, no longer than ``most`` days, and every day of the other is one of its own."""
        if not (self.first and self.last and other.first and other.last) or (self.length or 0) > most:
            return False
        return self.first <= other.first and other.last <= self.last

    def is_before(self, other: Days) -> bool:
        """Whether every day of this one lies before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first


def days_of(edtf: str | None) -> Days:
    """The days that an EDTF date allows; open at both ends where it says nothing that we read."""
    ends = (edtf or "").split("/")
    if len(ends) == 2:
        return Days(_one(ends[0]).first, _one(ends[1]).last)
    return _one(ends[0])


def days_of_period(period: Period | None) -> Days:
    """The days that a worded period allows."""
    return Days(period.earliest, period.latest) if period else Days()


def instant_of(edtf: str | None) -> str | None:
    """Date and time of day where a report carries both: instants of one day can be put in order."""
    found = _DATE.match(edtf or "")
    return found.group() if found and found.group(4) else None


def _one(edtf: str) -> Days:
    found = _DATE.match(edtf)
    if not found:
        return Days()
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            return Days(dt.date(year, month, day), dt.date(year, month, day))
        if month:
            return Days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    except ValueError:
        return Days()

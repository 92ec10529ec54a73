"""EDTF dates as days that a picture can place."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def first_day(edtf: str | None) -> dt.date | None:
    """The first day of a plain EDTF year, month or day; of an interval its first; ``None`` otherwise."""
    return _day(edtf, last=False)


def last_day(edtf: str | None) -> dt.date | None:
    """The last day of a plain EDTF year, month or day; of an interval its last; ``None`` otherwise."""
    return _day(edtf, last=True)


def _day(edtf: str | None, *, last: bool) -> dt.date | None:
    parts = (edtf or "").split("/")
    match = _DATE.match(parts[-1 if last else 0])
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern asks for it
    month = month or (12 if last else 1)
    try:
        return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None

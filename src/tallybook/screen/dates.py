"""Was a measure in force when the transfer may have happened?"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class InForce(NamedTuple):
    """The day looked at (``None`` where the reports give no date) and the reason in words."""

    on: dt.date | None
    reason: str


def in_force(
    since: dt.date, until: dt.date | None, earliest: dt.date | None, latest: dt.date | None
) -> InForce | None:
    """Whether a measure with these dates was in force on some day of the period; ``None`` where it was not.

    Args:
        since, until: first day in force, first day no longer in force.
        earliest, latest: what the reports leave possible; one end may be open, or both.

    An open start or end is no evidence for any day but the one that is named, so with one end known the
    measure must be in force on that day.
    """
    last = until - dt.timedelta(days=1) if until else None
    span = f"in force since {since}" if last is None else f"in force from {since} to {last}"
    if earliest is None and latest is None:
        if last is not None:
            return None
        return InForce(None, f"{span}; the reports give no date for the transfer")
    first_day = earliest or latest
    last_day = latest or earliest
    assert first_day is not None and last_day is not None  # noqa: S101, PT018 - one of the two is given
    if last_day < since or (last is not None and first_day > last):
        return None
    whole = since <= first_day and (last is None or last_day <= last)
    on = min(last_day, last) if last is not None else last_day
    if whole:
        return InForce(on, span)
    return InForce(on, f"{span}: on part of the time between {first_day} and {last_day} only")

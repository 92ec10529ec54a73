"""Periods keep open what the words leave open."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from tallybook.model import Period

OCTOBER = Period(text="in October", earliest=dt.date(2023, 10, 1), latest=dt.date(2023, 10, 31))
UNTIL_SEPTEMBER = Period(text="by 30 September", latest=dt.date(2023, 9, 30))
OPEN = Period(text="soon")


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    """The earliest day is never after the latest."""
    with pytest.raises(ValueError, match="ends before it starts"):
        Period(text="", earliest=dt.date(2023, 2, 1), latest=dt.date(2023, 1, 1))


def test_periods_meet_unless_their_known_ends_part_them() -> None:
    """Open ends meet everything; known ends that lie apart do not meet."""
    assert not OCTOBER.may_meet(UNTIL_SEPTEMBER)
    assert not UNTIL_SEPTEMBER.may_meet(OCTOBER)
    assert OCTOBER.may_meet(OPEN)
    assert OPEN.may_meet(UNTIL_SEPTEMBER)


def test_json_calls_the_ends_from_and_to() -> None:
    """The exported shape names the ends "from" and "to", as ISO dates, and reads back the same."""
    shape = msgspec.to_builtins(OCTOBER)
    assert (shape["from"], shape["to"]) == ("2023-10-01", "2023-10-31")
    assert msgspec.convert(shape, Period) == OCTOBER

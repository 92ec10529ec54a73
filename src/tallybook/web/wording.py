"""How numbers, dates, flows and claims are put into words on pages."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from tallybook.model import Amount, Claim, Dates, Period, Quantity

OPEN = "not said"
"""What stands where the words of the reports leave something open."""

_DAY = dt.timedelta(days=1)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def plain(term: object) -> str:
    """A term of a closed list as words: "artillery-ammunition" is "artillery ammunition"."""
    return "" if term is None else str(term).replace("-", " ").replace("_", " ")


def number(value: float | None) -> str:
    """A number with thousands apart; without needless decimals."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def count(n: int, one: str, many: str | None = None) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def size(n: int) -> str:
    """A number of bytes, as people say it."""
    if n < 1000:
        return count(n, "byte")
    return f"{n / 1000:,.1f} kB" if n < 1_000_000 else f"{n / 1_000_000:,.1f} MB"


def amount(value: Quantity | Amount | None) -> str:
    """The bounds of an amount with its unit: "at least 1,000 containers"; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, Amount):
        low, high, about = value.low, value.high, ""
    else:
        low, high, about = value.min, value.max, "about " if value.approx else ""
    return f"{_bounds(low, high, about)} {value.unit or ''}".strip()


def _bounds(low: float | None, high: float | None, about: str) -> str:
    if low is not None and low == high:
        return about + number(low)
    if low is not None and high is not None:
        return f"{about}{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {about}{number(low)}"
    return f"at most {about}{number(high)}" if high is not None else "an amount"


def day(value: str | dt.date | None) -> str:
    """An EDTF date in words where it is a plain year, month or day; as it stands otherwise."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, dt.date) else value
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)", text)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return text
    parts = [str(int(match[3]))] if match[3] else []
    parts += [_MONTHS[int(match[2]) - 1]] if match[2] else []
    doubt = {"?": " (uncertain)", "~": " (about)", "%": " (about, uncertain)"}.get(match[4], "")
    return " ".join([*parts, match[1]]) + doubt


def instant(value: str | None) -> str:
    """An instant of ISO 8601 to the minute, in UTC."""
    try:
        at = dt.datetime.fromisoformat(value or "").astimezone(dt.UTC)
    except ValueError:
        return value or ""
    return f"{at.day} {_MONTHS[at.month - 1][:3]} {at.year}, {at:%H:%M} UTC"


def span(first: dt.date, last: dt.date) -> str:
    """From one day to another, in as few words as say it: "January to March 2023", "3 to 8 June 2024"."""
    if (first.day, last + _DAY) == (1, _next_month(last)):
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return str(first.year)
        begins, ends_ = ((_MONTHS[one.month - 1], str(one.year)) for one in (first, last))
    else:
        begins, ends_ = ((f"{one.day} {_MONTHS[one.month - 1]}", str(one.year)) for one in (first, last))
    if begins == ends_:
        return " ".join(begins)
    if begins[1] != ends_[1]:
        return f"{' '.join(begins)} to {' '.join(ends_)}"
    if first.month == last.month:
        return f"{first.day} to {' '.join(ends_)}"
    return f"{begins[0]} to {' '.join(ends_)}"


def _next_month(day_: dt.date) -> dt.date:
    return (day_.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def period(value: Period | Dates | None) -> str:
    """What is known of a time: its EDTF form in words, else its earliest and latest day."""
    if value is None:
        return ""
    if value.edtf and "/" not in value.edtf:
        return day(value.edtf)
    if value.earliest and value.latest:
        return span(value.earliest, value.latest)
    if value.latest:
        return f"until {day(value.latest)}"
    return f"since {day(value.earliest)}" if value.earliest else ""


def edtf(value: str | None) -> str:
    """An EDTF date or interval in words: "until 13 October 2023" for "../2023-10-13"."""
    first, slash, last = (value or "").partition("/")
    if not slash:
        return day(value)
    with suppress(ValueError):
        return span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    if first in {"", ".."}:
        return f"until {day(last)}"
    return f"since {day(first)}" if last in {"", ".."} else f"{day(first)} to {day(last)}"


def ends(of: object) -> str:
    """Supplier and recipient of anything that has them: "North Korea → Russia"; open ends say so."""
    supplier, recipient = getattr(of, "supplier", None), getattr(of, "recipient", None)
    return f"{supplier or OPEN} → {recipient or OPEN}"


def headline(claim: Claim) -> str:
    """A claim in a few words: who to whom and how far, or who answers how."""
    if claim.action is not None:
        target = f" {claim.target}" if claim.target else ""
        return f"{claim.actor or OPEN} {plain(claim.action)}{target}"
    return f"{ends(claim)} {plain(claim.stage)}".strip()


def source(claim: Claim) -> str:
    """The chain of attribution: speaker ← outlet ← outlet; the outlet's own voice where nobody is named."""
    if claim.source is None:
        return "the outlet itself"
    title = f", {claim.source.title}" if claim.source.title else ""
    return " ← ".join([claim.source.name + title, *claim.source.via])

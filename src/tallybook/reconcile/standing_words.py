"""Whether a report that no claim says a thing of has it in its words all the same: then nothing was left out.

A claim may miss what its sentence, or the one before, tells; a report drops only what stands nowhere in it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from tallybook.model import Report
from tallybook.reconcile.values import Said
from tallybook.reconcile.when import Days, days_of

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_FEW = 5
_DAY = dt.timedelta(days=1)


def has_figure(said: Said, report: Report) -> bool:
    """Whether the report has the number of a claim anywhere; a handful tells nothing."""
    text = said.claim.quantity.text if said.claim.quantity else ""
    numbers = [n.replace(",", "") for n in _NUMBER.findall(text)]
    telling = [n for n in numbers if not n.isdigit() or int(n) >= _FEW]
    return bool(telling) and all(n in _numbers(report.text) for n in telling)


def has_time(said: Said, report: Report) -> bool:
    """Whether the report has the time of a claim: its words, or the day by date, weekday or "today"."""
    time = said.claim.time
    if time is None or not time.text:
        return False
    found = [time.text, *_day_words(said.facts.period, days_of(report.published))]
    return any(has_words(words, report) for words in found)


def has_words(words: str, report: Report) -> bool:
    """Whether the words stand in the report, in any case."""
    return (
        bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", report.text, re.IGNORECASE) is not None
    )


def _day_words(period: Days, published: Days) -> list[str]:
    """How a report of that date may name the one day of a period."""
    day, told = period.first, published.first
    if day is None or period.last != day:
        return []
    month, short = calendar.month_name[day.month], calendar.month_abbr[day.month]
    found = [f"{name} {day.day}" for name in (month, short, f"{short}.")]
    found += [f"{day.day} {name}" for name in (month, short)]
    if told is not None and told == published.last and dt.timedelta() <= told - day <= 6 * _DAY:
        found.append(calendar.day_name[day.weekday()])
        found += ["today"] if told == day else ["yesterday"] if told == day + _DAY else []
    return found


@lru_cache(maxsize=512)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(number.replace(",", "") for number in _NUMBER.findall(text))

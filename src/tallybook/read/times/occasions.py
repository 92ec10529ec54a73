"""Which war or coup does a report mean by "since the war began", "months before the invasion"?

Only where the parties of the transfer, or those that the report names, leave one choice.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from tallybook.model import Period
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import Anchor
from tallybook.vocabulary import load
from tallybook.vocabulary.occasions import Occasion

_OCCASION = re.compile(
    r"(?:even |shortly |just |long |some time |(?:(?:some|several|many|a few|a couple of|[a-z]+) )?"
    r"(?:days|weeks|months|years) )?(?P<side>(?:ever )?since|before|prior to|ahead of|until|till) "
    r"(?:the|its|their|this|that|his|[A-Z][\w’'-]+[’']s?) "
    r"(?:(?:start|beginning|outbreak|onset|launch) of (?:the|its|their|his) )?(?:[\w’'-]+ ){0,2}?"
    r"(?:(?P<war>war|conflict|fighting|invasion|hostilities|operation)|(?P<coup>coup|takeover|putsch))"
    r"(?: (?:began|started|broke out|erupted|flared up))?",
    re.I,
)


def dated_by_occasion(
    period: Period, ends: tuple[str | None, str | None], text: str, anchor: dt.date | Anchor | None
) -> Period:
    """The period with the bounds of the occasion that it counts from, where the report lets one know which.

    Args:
        period: as read from its words alone.
        ends: supplier and recipient of the transfer.
        text: the report.
        anchor: the day from which the report counts.
    """
    day = _DAY.fullmatch(period.text)
    if day is not None:
        return _on_its_day(period, day, ends, anchor)
    match = _OCCASION.fullmatch(period.text)
    if match is None or period.earliest is not None or period.latest is not None:
        return period
    kind = "coup" if match["coup"] else "war"
    now = Anchor.of(anchor)
    known = [o for o in load().occasions if o.kind == kind and (now is None or o.date <= now.latest)]
    meant = [o for o in known if set(o.parties) & set(ends)] or [o for o in known if _named(o, text)]
    if len(meant) != 1:
        return period
    since = match["side"].lower().endswith("since")
    when = (
        cal.between(meant[0].date, now.latest if now else None) if since else cal.between(None, meant[0].date)
    )
    return msgspec.structs.replace(period, edtf=when.edtf, earliest=when.earliest, latest=when.latest)


def _on_its_day(
    period: Period,
    day: re.Match[str],
    ends: tuple[str | None, str | None],
    anchor: dt.date | Anchor | None,
) -> Period:
    """Of "after 7 October", with a party of what happened on that day of a year: since that year's."""
    now = Anchor.of(anchor)
    number, month = int(day["a"] or day["b"]), _MONTHS.get((day["m"] or day["n"])[:3].lower())
    meant = [o for o in load().occasions if (o.date.day, o.date.month) == (number, month)]
    meant = [o for o in meant if set(o.parties) & set(ends) and (now is None or o.date <= now.latest)]
    if len(meant) != 1:
        return period
    since = day["side"].lower().endswith("since")
    when = cal.between(meant[0].date, now.latest if since and now else None)
    return msgspec.structs.replace(period, edtf=when.edtf, earliest=when.earliest, latest=when.latest)


_DAY = re.compile(
    r"(?P<side>(?:ever )?since|after|following) (?:the )?"
    r"(?:(?P<a>\d\d?) (?P<m>[a-z]+\.?)|(?P<n>[a-z]+\.?) (?P<b>\d\d?))",
    re.I,
)
_MONTHS = {names[0][:3]: number for number, names in enumerate(cal.MONTHS, 1)}


def _named(occasion: Occasion, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in occasion.parties)

"""Which war or coup does a report mean by "since the war began", "months before the invasion"?

Only where the parties of the transfer, or those that the report names, leave one choice.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from tallybook.model import Period
from tallybook.read.text.numbers import count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import Anchor, When
from tallybook.vocabulary import load
from tallybook.vocabulary.occasions import Occasion

_WHAT = (
    r"(?:(?P<war>war|conflict|fighting|invasion|hostilities|operation)|(?P<coup>coup|takeover|putsch))"
    r"(?: (?:in|on|against|with) [A-Z][\w’'-]+)?(?: (?:began|started|broke out|erupted|flared up))?"
)
_PHASE = re.compile(
    r"(?:in|during|over|within|since|from) (?:the |its |their )"
    r"(?:(?:very )?(?:first|early|earliest|opening|initial)) "
    r"(?:(?P<count>[a-z]+|\d+) )?"
    r"(?:(?P<unit>days?|weeks?|months?|years?)|phases?|stages?|(?P<season>spring|summer|autumn|fall|winter)) "
    rf"of (?:the |its |their |this )(?:[\w’'-]+ ){{0,2}}?{_WHAT}",
    re.I,
)
_BESIDE = re.compile(
    r"(?:(?:in|during|over) )?the (?:(?P<count>[a-z]+|\d+) )?(?P<unit>days?|weeks?|months?|years?) "
    r"(?P<side>before|ahead of|leading up to|after|following) "
    rf"(?:the |its |their |this )(?:[\w’'-]+ ){{0,2}}?{_WHAT}",
    re.I,
)
_OCCASION = re.compile(
    r"(?:even |shortly |just |long |some time |(?:(?:some|several|many|a few|a couple of|[a-z]+) )?"
    r"(?:days|weeks|months|years) )?(?P<side>(?:ever )?since|before|prior to|ahead of|until|till) "
    r"(?:(?:the|its|their|this|that|his|[A-Z][\w’'-]+[’']s?) |(?=hostilities|fighting|war ))"
    r"(?:(?:start|beginning|outbreak|onset|launch) of (?:the|its|their|his) )?(?:[\w’'-]+ ){0,2}?"
    rf"{_WHAT}",
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
    if period.has_day:
        return period
    now = Anchor.of(anchor)
    for pattern, meaning in ((_OCCASION, _from_it_on), (_PHASE, _its_start), (_BESIDE, _next_to_it)):
        match = pattern.fullmatch(period.text)
        began = _began(match, ends, text, now) if match is not None else None
        if match is not None and began is not None:
            when = meaning(match, began, now)
            return msgspec.structs.replace(period, edtf=when.edtf, earliest=when.earliest, latest=when.latest)
    return period


def _began(
    match: re.Match[str], ends: tuple[str | None, str | None], text: str, now: Anchor | None
) -> dt.date | None:
    """When the one occasion began that can be meant; ``None`` where there are several, or none."""
    kind = "coup" if match["coup"] else "war"
    known = [o for o in load().occasions if o.kind == kind and (now is None or o.date <= now.latest)]
    meant = [o for o in known if set(o.parties) & set(ends)] or [o for o in known if _named(o, text)]
    return meant[0].date if len(meant) == 1 else None


def _from_it_on(match: re.Match[str], began: dt.date, now: Anchor | None) -> When:
    """Of ``since the war began``, "months before the invasion"."""
    if match["side"].lower().endswith("since"):
        return cal.between(began, now.latest if now else None)
    return cal.between(None, began)


def _its_start(match: re.Match[str], began: dt.date, _: Anchor | None) -> When:
    """Of ``in the first week of the war``: from its first day on; an end only where a length is told."""
    if match["season"]:
        name = "autumn" if match["season"].lower() == "fall" else match["season"].lower()
        seasons = (cal.season(began.year + later, name) for later in (0, 1))
        return next((s for s in seasons if s.latest and s.latest >= began), cal.OPEN)
    unit, count = (match["unit"] or "").lower(), count_of((match["count"] or "one").lower())
    if unit in _SOME and match["count"] in (None, "few", "several"):
        count = _SOME[unit]
    elif not unit or count is None or (unit.endswith("s") and match["count"] is None):
        return cal.between(began, None)
    return cal.between(began, cal.shift(began, count, unit.removesuffix("s")) - dt.timedelta(days=1))


_SOME = {"days": 7, "weeks": 3, "months": 3}
"""How long "the first weeks of the war" last, about; its first years last as long as it does."""


def _next_to_it(match: re.Match[str], began: dt.date, _: Anchor | None) -> When:
    """Of ``the two years before the war``, "in the year after the invasion"."""
    before = match["side"].lower() not in ("after", "following")
    unit, count = match["unit"].lower(), count_of((match["count"] or "one").lower())
    if count is None or (unit.endswith("s") and match["count"] is None):
        return cal.between(None, began) if before else cal.between(began, None)
    if before:
        first = cal.shift(began, -count, unit.removesuffix("s"))
        return cal.between(first, began - dt.timedelta(days=1))
    return cal.between(began, cal.shift(began, count, unit.removesuffix("s")))


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
    side = day["side"].lower()
    until = now.latest if side.endswith("since") and now else None
    began, unit = meant[0].date, day["unit"]
    before = side in _UP_TO
    if unit is not None:
        until = cal.shift(began, 1, unit.lower())
    start = cal.shift(began, -1, unit.lower()) if unit is not None else None
    when = cal.between(start, began) if before else cal.between(began, until)
    return msgspec.structs.replace(period, edtf=when.edtf, earliest=when.earliest, latest=when.latest)


_UP_TO = ("before", "prior to", "ahead of", "until", "till")
_DAY = re.compile(
    r"(?:(?:in |during )?the (?P<unit>year|month|week) )?"
    r"(?P<side>(?:ever )?since|after|following|before|prior to|ahead of|until|till) (?:the )?"
    r"(?:(?P<a>\d\d?) (?P<m>[a-z]+\.?)|(?P<n>[a-z]+\.?) (?P<b>\d\d?))",
    re.I,
)
_MONTHS = {names[0][:3]: number for number, names in enumerate(cal.MONTHS, 1)}


def _named(occasion: Occasion, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in occasion.parties)

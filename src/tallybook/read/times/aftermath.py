"""Which days are told by what happened on a day: "shortly after the 14 May truce", "before the 2021 coup"?"""

from __future__ import annotations

import datetime as dt
import re

from tallybook.read.text.numbers import count_of
from tallybook.read.times import calendar as cal
from tallybook.read.times.calendar import When
from tallybook.read.times.dates import DATES, MONTH, Rule, View
from tallybook.read.times.feasts import FEAST
from tallybook.read.times.stretches import ALONE, ANY, deep, moment, plain

_EVENT = (
    r"(?i:truce|cease-?fire|armistice|war|conflict|fighting|invasion|offensive|attacks?|strikes?|raids?|assault|coup"
    r"|putsch|takeover|uprising|revolution|massacre|clashes|(?:earth)?quake|disaster|blast|explosion|elections?|vote"
    r"|referendum|summit|talks|meeting|visit|agreement|deal|accord|treaty|signing|pact|announcement|speech|handover"
    r"|embargo|resolution|sanctions|withdrawal|collapse|fall|outbreak|assassination|killing|crash|parade)"
)
_DATED = rf"(?:{'|'.join(plain(p) for p, _ in DATES)}|{plain(MONTH)}|(?:19|20)\d\d(?!\d))"
_THE = r"(?i:the|its|a|an|their|that|his|her|this)"
_WORD = r"(?:[\w'\u2019-]+ )"
_UNITS = r"(?i:hours|days|weeks|months|years)"
_WHAT = (
    rf"{_THE} (?:(?P<x>{_DATED}) {_WORD}{{0,2}}?{_EVENT}\b(?! (?i:of|in|on) \d)"
    rf"|{_WORD}{{0,3}}?{_EVENT} {_WORD}{{0,3}}?(?i:of|on|in) (?:(?i:the ))?(?P<z>{_DATED}|{ANY}))"
)
_FEW = r"(?i:(?:(?:very )?first |few |early |several |immediate |couple of |some )*)"
_AFTER = (
    rf"(?:(?i:in|within|during|over) (?i:the )?{_FEW}{_UNITS} (?i:immediately )?"
    r"(?i:after|following|that followed|of)"
    rf"|{_FEW}{_UNITS} (?i:after|following|on from)"
    r"|(?i:(?:shortly|soon|right|just|immediately|directly|not long) (?:after|following))"
    r"|(?i:after|following|in the (?:wake|aftermath) of))"
)
_BEFORE = (
    rf"(?:(?i:in|within|during|over) (?i:the )?{_FEW}{_UNITS} (?i:immediately )?"
    r"(?i:before|ahead of|leading up to)"
    rf"|{_FEW}{_UNITS} (?i:before|ahead of)"
    r"|(?i:(?:shortly|right|just|immediately|not long|long) before)|(?i:before|ahead of|prior to|until|till))"
)
_COUNT = r"(?P<count>(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+))"
_UNIT = r"(?P<unit>(?i:days?|weeks?|months?|years?))"


def _day(match: re.Match[str], view: View) -> When:
    return deep(match["x"] or match["z"], view._replace(future=view.future and not view.last.latest))


def _from_it_on(match: re.Match[str], view: View) -> When:
    """Of ``in the days after the 14 May truce``: from that day on."""
    return cal.between(_day(match, view).earliest, None)


def _up_to_it(match: re.Match[str], view: View) -> When:
    """Of ``shortly before the 14 May truce``: until that day."""
    return cal.between(None, _day(match, view).latest)


def _so_long(match: re.Match[str], view: View) -> When:
    """Of ``a week after the 14 May truce``: counted from that day, where it is known."""
    when, count = _day(match, view), count_of(match["count"].lower())
    unit = match["unit"].lower().removesuffix("s")
    after = match["side"].lower() in ("after", "following")
    if not when.is_day or when.earliest is None or count is None:
        return cal.between(when.earliest, None) if after else cal.between(None, when.latest)
    point = cal.shift(when.earliest, count if after else -count, unit)
    if unit == "month":
        return cal.month(point.year, point.month)
    return cal.year(point.year) if unit == "year" else cal.between(point - _ROOM[unit], point + _ROOM[unit])


def _so_far_from(match: re.Match[str], view: View) -> When:
    """Of ``two days before Christmas``, "the week after 3 May"."""
    when = deep(match["x"], view._replace(future=view.future and not view.last.latest))
    count = 1 if match["count"].lower() == "the" else count_of(match["count"].lower())
    unit = match["unit"].lower().removesuffix("s")
    if not when.is_day or when.earliest is None or count is None:
        return cal.OPEN
    after = match["side"].lower() in ("after", "following")
    point = cal.shift(when.earliest, count if after else -count, unit)
    if unit == "day" or match["count"].lower() != "the":
        return cal.between(point - _ROOM.get(unit, _WEEK), point + _ROOM.get(unit, _WEEK))
    one = dt.timedelta(days=1)
    return cal.between(when.earliest + one, point) if after else cal.between(point, when.earliest - one)


_WEEK = dt.timedelta(days=7)
_ROOM = {"day": dt.timedelta(0), "week": dt.timedelta(3)}

_HELD = (
    rf"(?:{_EVENT}|(?i:ceremony|handing-over|hand-?over|gathering|session|conference|rally|celebrations?|festivities"
    r"|opening|launch|landing|flight|delivery|drop|barrage|salvo|bombardment|shelling|clash|battle|operation|sortie))"
)
"""What is held or happens on a day that owns it: "at Tuesday's ceremony"."""


def _held(match: re.Match[str], view: View) -> When:
    return moment(match["x"], view)


RULES: tuple[Rule, ...] = (
    (rf"{_AFTER} {_WHAT}", _from_it_on),
    (rf"{_BEFORE} {_WHAT}", _up_to_it),
    (rf"{_COUNT} {_UNIT} (?P<side>(?i:after|following|before|ahead of)) {_WHAT}", _so_long),
    (
        (
            rf"(?:(?i:in|during|over|on) )?(?P<count>(?i:the)|{plain(_COUNT)}) {_UNIT} "
            rf"(?P<side>(?i:after|following|before|ahead of)) (?P<x>{_DATED}|{plain(FEAST[0])})"
        ),
        _so_far_from,
    ),
    (
        rf"(?i:at|in|during|on|throughout) (?P<x>{ALONE})['\u2019]s? (?:[\w\u2019-]+ ){{0,2}}?{_HELD}\b",
        _held,
    ),
)
"""Expressions that count from a day on which something is said to have happened."""

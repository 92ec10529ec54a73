"""When was it, seen from a day that the report itself does not give?"""

from __future__ import annotations

import datetime as dt

import msgspec

from tallybook.model import Claim, Period
from tallybook.read.claims.wording import COMING
from tallybook.read.times.periods import find_periods

_REASON = "days counted from {day}, of which reports with a date tell the same"


def counted_from(claim: Claim, day: dt.date) -> Claim:
    """The claim with its times counted from ``day``: for a report without a date of its own.

    The words stay; only bounds that they left open for want of a day are filled in, with the reason. A claim
    whose times need no day comes back as it is.
    """
    said = _counted(claim.said_on, day, future=False)
    told = (
        said.latest if said is not None and said.latest is not None and said.earliest == said.latest else day
    )
    time = _counted(claim.time, told, future=claim.stage in COMING)
    if said == claim.said_on and time == claim.time:
        return claim
    why = (*claim.why, _REASON.format(day=day.isoformat()))
    return msgspec.structs.replace(claim, said_on=said, time=time, why=why)


def _counted(period: Period | None, day: dt.date, *, future: bool) -> Period | None:
    if period is None or not period.text or period.has_day:
        return period
    whole = (p for p in find_periods(period.text, 0, day, future=future) if p.text == period.text)
    seen = next(whole, None)
    if seen is None or not seen.has_day:
        return period
    return msgspec.structs.replace(period, edtf=seen.edtf, earliest=seen.earliest, latest=seen.latest)

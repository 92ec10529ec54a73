"""A transfer as some of its claims alone tell it: what a dossier says must not give away the others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from tallybook.model import Amount, Claim, Dates, Quantity, Transfer
from tallybook.screen import measures_for
from tallybook.store import Book, ReportRow
from tallybook.web.days import first_day, last_day


def narrowed(book: Book, transfer: Transfer, claims: Sequence[Claim]) -> Transfer:
    """``transfer`` with stage, goods, amount, dates, reports and measures of ``claims`` alone.

    With all of its claims it is the transfer as reconciled. Otherwise figures are told as widely as they
    differ, and it has no more origins than these claims go back to.
    """
    if {claim.id for claim in claims} >= set(transfer.claims):
        return transfer
    goods = Counter(item.category for claim in claims for item in claim.goods)
    stages = Counter(claim.stage for claim in claims if claim.stage)
    categories = tuple(category for category, _ in goods.most_common())
    period = _dates(claims)
    rows = book.shelf.lines({claim.report_id for claim in claims})
    days = (period.earliest, period.latest) if period else _published(rows.values())
    origins = book.lineage.origins_of_claims(claim.id for claim in claims)
    known = {origin for some in origins.values() for origin in some}
    return msgspec.structs.replace(
        transfer,
        stage=stages.most_common(1)[0][0] if stages else None,
        goods=categories,
        quantity=_amount([claim.quantity for claim in claims if claim.quantity]),
        period=period,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(dict.fromkeys(claim.report for claim in claims)),
        origins=tuple(id_ for id_ in transfer.origins if id_ in known),
        origins_at_most=min(transfer.origins_at_most, len(known)),
        related=(),
        measures=measures_for(transfer.supplier, transfer.recipient, categories, *days),
    )


def _amount(told: Sequence[Quantity]) -> Amount | None:
    told = [one for one in told if one.min is not None or one.max is not None]
    if not told:
        return None
    unit = Counter(one.unit for one in told).most_common(1)[0][0]
    bounds = {(one.min, one.max, one.approx) for one in told if one.unit == unit}
    lows = [low for low, _, _ in bounds if low is not None]
    highs = [high for _, high, _ in bounds if high is not None]
    low, high, approx = next(iter(bounds))
    exact = len(bounds) == 1 and low == high and not approx
    return Amount(
        low=min(lows, default=None),
        best=low if exact else None,
        high=max(highs) if len(highs) == len(bounds) else None,
        unit=unit,
    )


def _dates(claims: Sequence[Claim]) -> Dates | None:
    times = [claim.time for claim in claims if claim.time]
    firsts = [time.earliest for time in times if time.earliest]
    lasts = [time.latest for time in times if time.latest]
    if not firsts and not lasts:
        return None
    return Dates(earliest=min(firsts, default=None), latest=max(lasts, default=None))


def _published(rows: Iterable[ReportRow]) -> tuple[dt.date | None, dt.date | None]:
    published = [row.published for row in rows if row.published]
    firsts = [day for day in map(first_day, published) if day]
    lasts = [day for day in map(last_day, published) if day]
    return min(firsts, default=None), max(lasts, default=None)

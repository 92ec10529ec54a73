"""A transfer made of its claims: stage, goods, amount, period and the attributes side by side."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from tallybook.model import Amount, Category, Dates, Stage
from tallybook.reconcile.amounts import Amounted, amount_of, may_be_one
from tallybook.reconcile.ends import end_of
from tallybook.reconcile.facts import Family
from tallybook.reconcile.grouping import Flow
from tallybook.reconcile.values import Said
from tallybook.reconcile.when import Days

_ORDER = list(Stage)


def order_of(said: Said) -> tuple[dt.date, str, int, str]:
    """Claims in order of publication, then of report and text; undated reports last."""
    last = said.facts.published.last or dt.date.max
    return last, said.claim.report, said.claim.quote_span.start, said.claim.id


def ends_of(members: Sequence[Said], flow: Flow, same: Mapping[str, str]) -> Flow:
    """The ends by the name that most claims give: "the Sudanese army" where nobody says "Sudan" more often.

    Args:
        members: the claims.
        flow: the one flow that all of them can be.
        same: rival names of one end, each with the one that stands for it in the flow.
    """
    named = (Counter(s.claim.supplier for s in members), Counter(s.claim.recipient for s in members))
    ends = []
    for counts, end in zip(named, flow, strict=True):
        fit = (n for n in counts if n and same.get(held := end_of(n, {}) or n, held) == end)
        ends.append(max(fit, key=lambda n: (counts[n], n), default=end))
    return (ends[0], ends[1])


def stage_of(members: Sequence[Said]) -> Stage | None:
    """The stage that most claims give; of two, the one that goes further; denials count last."""
    told = [s for s in members if s.facts.family is not Family.DENIAL] or list(members)
    counts = Counter(s.claim.stage for s in told if s.claim.stage)
    return max(counts, key=lambda stage: (counts[stage], _ORDER.index(stage))) if counts else None


def goods_of(members: Sequence[Said]) -> tuple[Category, ...]:
    """The categories of goods, commonest first."""
    counts = Counter(g.category for s in members for g in s.claim.goods)
    return tuple(sorted(counts, key=lambda c: (-counts[c], c.value)))


def amount_of_all(members: Sequence[Said]) -> Amount | None:
    """What all figures of the commonest unit together allow.

    ``low`` is what every figure allows; ``best`` an exact figure that none disputes; ``high`` is open where
    one of them is.
    """
    figures = [(s, amount_of(s.claim.quantity)) for s in members if s.claim.quantity]
    told = [(s, a) for s, a in figures if a.figure is not None]
    if not told:
        return None
    families = Counter({a.family: 0 for _, a in told})
    for family in families:
        families[family] = len({s.claim.report for s, a in told if a.family == family})
    main = max(families, key=lambda f: (families[f], f))
    amounts = [a for _, a in told if a.family == main]
    lows = [a.low for a in amounts if a.low is not None]
    highs = [a.high for a in amounts if a.high is not None]
    units = Counter(a.unit for a in amounts if a.unit)
    as_of = sorted({s.claim.quantity.as_of for s, a in told if s.claim.quantity and s.claim.quantity.as_of})
    return Amount(
        low=min(lows) if lows else None,
        best=_undisputed(amounts),
        high=max(highs) if len(highs) == len(amounts) else None,
        unit=max(units, key=lambda u: (units[u], u)) if units else None,
        as_of=as_of[-1] if as_of else None,
    )


def _undisputed(amounts: Sequence[Amounted]) -> float | None:
    exact = {a.figure for a in amounts if a.exact}
    if len(exact) != 1:
        return None
    figure = exact.pop()
    for amount in amounts:
        if amount.exact:
            continue
        strict = amount.low is not None and amount.high is None and not amount.approx and amount.low == figure
        one = Amounted(figure, figure, amount.unit, amount.family, approx=False, text="")
        if strict or not may_be_one(amount, one):
            return None
    return figure


def dates_of(members: Sequence[Said]) -> Dates | None:
    """When it happened: all narrow periods together, or else what every wide one allows."""
    periods = [s.facts.period for s in members if s.facts.family is not Family.DENIAL]
    narrow = [s.facts.period for s in members if s.facts.narrow]
    if narrow:
        return _dates(min(p.first for p in narrow if p.first), max(p.last for p in narrow if p.last))
    firsts = [p.first for p in periods if p.first]
    lasts = [p.last for p in periods if p.last]
    if not firsts and not lasts:
        return None
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        first, last = min(firsts), max(lasts)
    return _dates(first, last)


def _dates(first: dt.date | None, last: dt.date | None) -> Dates:
    if first and first == last:
        edtf = first.isoformat()
    else:
        edtf = f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    return Dates(edtf=edtf, earliest=first, latest=last)


def days_looked_at(members: Sequence[Said]) -> Days:
    """The days on which measures are looked up: when it happened, or when it was told of."""
    dates = dates_of(members)
    told = [s.facts.published for s in members if s.facts.published.first]
    first = dates.earliest if dates else None
    last = dates.latest if dates else None
    if first is None and last is None and told:
        return Days(min(p.first for p in told if p.first), max(p.last for p in told if p.last))
    return Days(first, last)

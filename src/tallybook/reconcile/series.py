"""Every figure of a flow over time: by origin, never added up, alternatives and parts kept as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from tallybook.model import Claim
from tallybook.reconcile.amounts import amount_of
from tallybook.reconcile.relating import Draft
from tallybook.reconcile.result import Figure
from tallybook.reconcile.values import Said


def series_of(drafts: Sequence[Draft], origin: Callable[[str], str | None]) -> tuple[Figure, ...]:
    """The figures of these transfers, by the day that they are true for.

    Args:
        drafts: the transfers of one flow.
        origin: the id of a claim's origin.
    """
    told = [(draft, said) for draft in drafts for said in draft.members if said.claim.quantity]
    beside: dict[str, list[Said]] = defaultdict(list)
    for _, said in told:
        beside[said.claim.report_id].append(said)
    figures = [_figure(d, said, beside[said.claim.report_id], origin(said.claim.id)) for d, said in told]
    return tuple(sorted(figures, key=lambda f: (f.as_of or "9999", f.report, f.claim)))


def _figure(draft: Draft, said: Said, beside: Sequence[Said], origin: str | None) -> Figure:
    quantity = said.claim.quantity
    assert quantity is not None  # noqa: S101 - only claims with a quantity come here
    amount = amount_of(quantity)
    return Figure(
        claim=said.claim.id,
        report=said.claim.report,
        transfer=draft.id,
        words=quantity.text,
        low=amount.low,
        best=amount.low if amount.exact else None,
        high=amount.high,
        unit=amount.unit,
        as_of=quantity.as_of or _day(said),
        cumulative=quantity.cumulative,
        alternative_to=tuple(s.claim.id for s in beside if _alternatives(said, s)),
        part_of=tuple(s.claim.id for s in beside if _part(said, s)),
        origin=origin,
    )


def _day(said: Said) -> str | None:
    day = said.facts.period.last or said.facts.published.last
    return day.isoformat() if day else None


def _alternatives(one: Said, two: Said) -> bool:
    """Two readings of one load: marked as such, in one report, of one speaker."""
    a, b = one.claim, two.claim
    marked = bool(a.quantity and b.quantity and a.quantity.alternative and b.quantity.alternative)
    return marked and a.id != b.id and a.report_id == b.report_id and _speaker(a) == _speaker(b)


def _part(one: Said, two: Said) -> bool:
    """A single lot of which another claim of the same speaker and report gives the running total."""
    a, b = one.claim.quantity, two.claim.quantity
    if not a or not b or not b.cumulative or a.cumulative or one.claim.report_id != two.claim.report_id:
        return False
    x, y = amount_of(a), amount_of(b)
    return (
        x.family == y.family
        and (x.figure or 0) < (y.figure or 0)
        and one.facts.period.meets(two.facts.period)
    )


def _speaker(claim: Claim) -> str | None:
    return claim.source.name if claim.source else None

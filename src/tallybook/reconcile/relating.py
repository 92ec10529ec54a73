"""How transfers hang together: later totals, parts, denials, returns, and what may be the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tallybook.model import Related, Relation
from tallybook.reconcile.amounts import Amounted, amount_of
from tallybook.reconcile.bonds import goods_agree
from tallybook.reconcile.facts import Family
from tallybook.reconcile.grouping import Flow, Link
from tallybook.reconcile.values import Said
from tallybook.reconcile.when import Days, days_of
from tallybook.reconcile.wording import touches

_DENIED_WITHIN = 30
_GROWN = 1.03
"""How much a running total must have grown to be a later one."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A transfer before its relations are known."""

    id: str
    flow: Flow
    members: tuple[Said, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Ids of its reports."""
        return frozenset(s.claim.report_id for s in self.members)

    @property
    def families(self) -> frozenset[Family]:
        """The kinds of stage of its claims."""
        return frozenset(s.facts.family for s in self.members)


def relate(
    drafts: Sequence[Draft], nearly: Iterable[tuple[Link, str | None]]
) -> dict[str, tuple[Related, ...]]:
    """The relations among the transfers of one exchange (a flow and the flow back).

    Args:
        drafts: all of them.
        nearly: pairs of claims that may be one transfer, with what kept them apart where they matched.
    """
    found: dict[str, dict[tuple[str, Relation], str]] = {d.id: {} for d in drafts}
    for one in drafts:
        for other, relation, reason in (
            *_totals(one, drafts),
            *_denials(one, drafts),
            *_from_reports(one, drafts),
        ):
            found[one.id].setdefault((other.id, relation), reason)
    _possibly(found, {s.claim.id: d for d in drafts for s in d.members}, nearly)
    return {
        id_: tuple(
            Related(id=other, relation=relation, reason=reason)
            for (other, relation), reason in sorted(
                links.items(), key=lambda k: (list(Relation).index(k[0][1]), k[0][0])
            )
        )
        for id_, links in found.items()
    }


def _possibly(
    found: dict[str, dict[tuple[str, Relation], str]],
    draft_of: Mapping[str, Draft],
    nearly: Iterable[tuple[Link, str | None]],
) -> None:
    for link, fault in sorted(nearly, key=lambda n: (-n[0].score, n[0].a, n[0].b)):
        one, two = draft_of.get(link.a), draft_of.get(link.b)
        if one is None or two is None or one.id == two.id:
            continue
        reason = f"{link.reason}; " + (f"kept apart: {fault}" if fault else "too little to put them together")
        for a, b in ((one, two), (two, one)):
            if not any(other == b.id for other, _ in found[a.id]):
                found[a.id][(b.id, Relation.POSSIBLY_SAME)] = reason


def total_of(draft: Draft) -> tuple[Said, Amounted, Days] | None:
    """The running total that a transfer gives, with the day that it is true for."""
    for said in draft.members:
        quantity = said.claim.quantity
        if quantity and quantity.cumulative and said.facts.family is Family.SUPPLY:
            amount = amount_of(quantity)
            day = days_of(quantity.as_of) if quantity.as_of else said.facts.published
            if amount.figure is not None:
                return said, amount, day
    return None


def _totals(one: Draft, drafts: Sequence[Draft]) -> list[tuple[Draft, Relation, str]]:
    """The latest earlier figure of the same flow and unit that a running total takes up."""
    total = total_of(one)
    if total is None:
        return []
    said, amount, day = total
    best: tuple[Days, Draft, str] | None = None
    for other in drafts:
        if other.id == one.id or other.flow != one.flow:
            continue
        for earlier in other.members:
            if not earlier.claim.quantity or earlier.facts.family is not Family.SUPPLY:
                continue
            figure = amount_of(earlier.claim.quantity)
            before = (
                days_of(earlier.claim.quantity.as_of)
                if earlier.claim.quantity.as_of
                else earlier.facts.published
            )
            smaller = figure.figure is not None and figure.family == amount.family
            if (
                not smaller
                or (figure.figure or 0) * _GROWN > (amount.figure or 0)
                or not goods_agree(said.facts, earlier.facts)
            ):
                continue
            later = before.first and day.first and before.first < day.first
            if later and (best is None or (best[0].first and before.first and before.first > best[0].first)):
                best = (before, other, f"“{amount.text}” is a later total than “{figure.text}”")
    return [(best[1], Relation.LATER_TOTAL_OF, best[2])] if best else []


def _denials(one: Draft, drafts: Sequence[Draft]) -> list[tuple[Draft, Relation, str]]:
    """What a denial that stands alone may deny: the same flow in its report, or else about that time."""
    if one.families != {Family.DENIAL}:
        return []
    told = [d for d in drafts if d.flow == one.flow and Family.SUPPLY in d.families]
    here = [d for d in told if d.reports & one.reports]
    near = here or [
        d
        for d in told
        if any(
            a.facts.published.known
            and b.facts.published.known
            and a.facts.published.meets(b.facts.published, _DENIED_WITHIN)
            for a in one.members
            for b in d.members
        )
    ]
    where = "in the same report" if here else f"within {_DENIED_WITHIN} days"
    return [(d, Relation.DENIES, f"a denial of the same flow {where}") for d in near]


def _from_reports(one: Draft, drafts: Sequence[Draft]) -> list[tuple[Draft, Relation, str]]:
    found: list[tuple[Draft, Relation, str]] = []
    back = one.flow[::-1]
    words = next((w for s in one.members if (w := _touched(s, "return-words"))), None)
    shared = [d for d in drafts if d.id != one.id and d.reports & one.reports]
    if words and None not in one.flow:
        outward = [d for d in shared if d.flow == back and Family.SUPPLY in d.families]
        if outward:
            target = max(outward, key=lambda d: (len(d.reports & one.reports), len(d.members), d.id))
            found.append((target, Relation.RETURN_OF, f"“{words}” in a report that tells of both"))
    part = next((w for s in one.members if (w := _touched(s, "part-words"))), None)
    if part and one.families & {Family.SUPPLY, Family.PLAN}:
        deals = [d for d in shared if d.flow == one.flow and Family.DEAL in d.families]
        deals = [d for d in deals if goods_agree(one.members[0].facts, d.members[0].facts)]
        if deals:
            target = max(deals, key=lambda d: (len(d.reports & one.reports), d.id))
            found.append((target, Relation.PART_OF, f"“{part}”, of the contract that the report tells of"))
    return found


def _touched(said: Said, name: str) -> str | None:
    return touches(name, said.facts.sentence.of(said.report.text))

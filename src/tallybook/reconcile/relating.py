"""How one transfer hangs together with others: later total, part, denial, return. Pure."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import msgspec

from tallybook.model import Relation, Report
from tallybook.reconcile.agreeing import goods_agree
from tallybook.reconcile.amounts import Amounted, amount_of, count_alike
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.grouping import Flow
from tallybook.reconcile.values import Said
from tallybook.reconcile.when import Days, days_of
from tallybook.reconcile.wording import touches

_MINUTE = len("2024-03-13T08:00")
_DENIED_WITHIN = 30
_GROWN = 1.03
"""How much a running total must have grown to be a later one."""


class Total(msgspec.Struct, frozen=True):
    """A running total: whose facts, how much, and the day that it is true for."""

    facts: Facts
    amount: Amounted
    day: Days


class Draft(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A transfer before its relations are known."""

    id: str
    flow: Flow
    members: tuple[Said, ...]

    @cached_property
    def reports(self) -> frozenset[str]:
        """Ids of its reports."""
        return frozenset(s.claim.report_id for s in self.members)

    @cached_property
    def families(self) -> frozenset[Family]:
        """The kinds of stage of its claims."""
        return frozenset(s.facts.family for s in self.members)

    @cached_property
    def arrivals(self) -> tuple[tuple[tuple[str, str, str], Said], ...]:
        """Its claims with the order in which their reports arrived."""
        return tuple((arrived(s.report, s.facts.published), s) for s in self.members)

    @cached_property
    def figures(self) -> tuple[Total, ...]:
        """What its supplies give as delivered so far, single lots among them."""
        supplied = [s for s in self.members if s.claim.quantity and s.facts.family is Family.SUPPLY]
        return tuple(t for s in supplied if (t := _figure(s)) is not None)

    @cached_property
    def total(self) -> Total | None:
        """The running total that it gives."""
        running = (s for s in self.members if s.claim.quantity and s.claim.quantity.cumulative)
        told = (_figure(s) for s in running if s.facts.family is Family.SUPPLY)
        return next((t for t in told if t is not None), None)

    @cached_property
    def return_words(self) -> str | None:
        """Words of its sentences that say it comes in return."""
        return next((w for s in self.members if (w := _touched(s, "return-words"))), None)

    @cached_property
    def part_words(self) -> str | None:
        """Words of its sentences that say it is one lot of several."""
        return next((w for s in self.members if (w := _touched(s, "part-words"))), None)


def arrived(report: Report, published: Days) -> tuple[str, str, str]:
    """The order of arrival: minute of capture, then day of publication, then name."""
    last = published.last
    return report.captured_at[:_MINUTE], last.isoformat() if last else "9999", report.name


def takes_up(one: Total, other: Total) -> str | None:
    """Why the one is a later total than the other, or ``None``."""
    now, before = one.amount.figure or 0, other.amount.figure or 0
    earlier = other.day.first and one.day.first and other.day.first < one.day.first
    if not earlier or one.amount.family != other.amount.family or before * _GROWN > now:
        return None
    if not goods_agree(one.facts, other.facts):
        return None
    return f"“{one.amount.text}” is a later total than “{other.amount.text}”"


def part_of_total(one: Total, total: Total) -> str | None:
    """Why a lot is a part of the running total that is given on its day, or ``None``."""
    lot, whole = one.amount.figure or 0, total.amount.figure or 0
    same = one.day == total.day and one.amount.family == total.amount.family
    sources = set(one.facts.speaker.blocks) & set(total.facts.speaker.blocks)
    if one.facts.running or not same or lot * _GROWN > whole or not (sources and one.day.first):
        return None
    if not goods_agree(one.facts, total.facts):
        return None
    return f"“{one.amount.text}” beside a total of “{total.amount.text}” on one day by one party"


def denied_by(one: Draft, told: Iterable[Draft]) -> list[tuple[Draft, Relation, str]]:
    """What a denial that stands alone may deny: the same flow in its report, or else about that time.

    Args:
        one: a transfer that holds denials only.
        told: what is told as done on its flow.
    """
    told = sorted(told, key=lambda d: d.id)
    here = [d for d in told if d.reports & one.reports]
    where = "in the same report" if here else f"within {_DENIED_WITHIN} days"
    near = here or [d for d in told if about_one_time(one, d)]
    return [(d, Relation.DENIES, f"a denial of the same flow {where}") for d in near]


def about_one_time(one: Draft, two: Draft) -> bool:
    """Whether the two were told of within a month."""
    days = [{s.facts.published for s in d.members if s.facts.published.known} for d in (one, two)]
    return any(a.meets(b, _DENIED_WITHIN) for a in days[0] for b in days[1])


def beside(one: Draft, shared: Iterable[Draft]) -> list[tuple[Draft, Relation, str]]:
    """What the reports of a transfer tell of it and others: a return for them, a part of them.

    Args:
        one: the transfer.
        shared: others of the same exchange of which the same reports tell.
    """
    found: list[tuple[Draft, Relation, str]] = []
    others = list(shared)
    outward = [d for d in others if d.flow == one.flow[::-1] and Family.SUPPLY in d.families]
    if outward and None not in one.flow and one.return_words:
        target = max(outward, key=lambda d: (len(d.reports & one.reports), len(d.members), d.id))
        reason = f"“{one.return_words}” in a report that tells of both"
        found.append((target, Relation.RETURN_OF, reason))
    deals = [d for d in others if d.flow == one.flow and Family.DEAL in d.families]
    deals = [d for d in deals if goods_agree(one.members[0].facts, d.members[0].facts)]
    if deals and one.families & {Family.SUPPLY, Family.PLAN} and one.part_words:
        target = max(deals, key=lambda d: (len(d.reports & one.reports), d.id))
        reason = f"“{one.part_words}”, of the contract that the report tells of"
        found.append((target, Relation.PART_OF, reason))
    whole = whole_of(one, [d for d in others if d.flow == one.flow])
    return [*found, whole] if whole else found


def whole_of(one: Draft, shared: Iterable[Draft]) -> tuple[Draft, Relation, str] | None:
    """The transfer whose number is that of a lot and another lot of one report together, if there is one."""
    told: dict[str, list[tuple[Draft, Total]]] = defaultdict(list)
    for draft in shared:
        for figure in draft.figures:
            told[figure.facts.report].append((draft, figure))
    for lot in one.figures:
        beside_it = told.get(lot.facts.report, [])
        for (draft, whole), (other, rest) in itertools.permutations(beside_it, 2):
            together = (lot.amount.figure or 0) + (rest.amount.figure or 0) == whole.amount.figure
            if draft is not other and together and _adds_up(lot, whole) and _adds_up(rest, whole):
                reason = f"“{lot.amount.text}” and “{rest.amount.text}” make “{whole.amount.text}”"
                return draft, Relation.PART_OF, reason
    return None


def _adds_up(lot: Total, whole: Total) -> bool:
    """Whether two exact numbers count the same things."""
    return (
        goods_agree(lot.facts, whole.facts)
        and lot.amount.exact
        and whole.amount.exact
        and count_alike(lot.amount, whole.amount)
    )


def _figure(said: Said) -> Total | None:
    quantity = said.claim.quantity
    if quantity is None:
        return None
    amount = amount_of(quantity)
    day = days_of(quantity.as_of) if quantity.as_of else said.facts.published
    return Total(said.facts, amount, day) if amount.figure is not None else None


def _touched(said: Said, name: str) -> str | None:
    return touches(name, said.facts.sentence.of(said.report.text))

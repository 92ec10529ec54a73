"""What a claim owes to those before it in its report: goods that it does not name, the office of a name."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tallybook.model import Category, Stage
from tallybook.reconcile.agreeing import WIDE, flows_agree
from tallybook.reconcile.amounts import same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.wording import touches

_NEAR = 800
"""Characters between a claim without goods and the one to which it owes them."""


def with_goods_told_before(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give claims that name no goods those of the claim before on the same flow ("the deal was signed")."""
    found: list[Facts] = []
    for one in facts:
        lenders = [f for f in reversed(found) if _may_lend(f, one)] if not one.goods else []
        counted = [f for f in lenders if _one_figure(f, one)]
        lender = next(iter((*counted, *lenders)), None)
        found.append(_lent(one, lender) if lender else one)
    return tuple(found)


def with_types_told_before(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give plain goods the type of which alone the report told before: "four planes", of MiG-29s.

    Not one out of a list of many kinds, of which it may be another kind's.
    """
    found: list[Facts] = []
    for one in facts:
        kind = one.goods - WIDE
        typed = {f.marks for f in found if f.marks and f.goods - WIDE == kind and f.flow == one.flow}
        plain = bool(kind) and not one.marks
        found.append(
            msgspec.structs.replace(one, marks=next(iter(typed))) if plain and len(typed) == 1 else one
        )
    return tuple(found)


def with_taking_told_after(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Mark what came, and was then taken from whom it came to: "was found in a convoy. The convoy ..."."""
    found: list[Facts] = []
    for at, one in enumerate(facts):
        came = one.family is Family.SUPPLY and one.stage in _COME and not one.negated
        taken = came and any(_takes_back(later, one) for later in facts[at + 1 :])
        found.append(msgspec.structs.replace(one, taken=True) if taken else one)
    return tuple(found)


_COME = frozenset({Stage.RECEIVED, Stage.DELIVERED})


def _takes_back(later: Facts, one: Facts) -> bool:
    """Whether it is the seizure of what the other tells, to which its words point back."""
    seized = later.stage is Stage.SEIZED and later.family is Family.SUPPLY and not later.negated
    points = later.opens_back and later.start - one.start < _NEAR
    return seized and points and flows_agree(one.flow, later.flow)


def with_offices_told_before(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give a bare name the party of the office told before it ("the US ambassador", then his name)."""
    found: list[Facts] = []
    holders: dict[str, str | None] = {}
    for one in facts:
        for office in (f.speaker for f in found if _may_be_office(f, one)):
            speaker = one.speaker
            lends = speaker.block is None and office.block is not None
            if holders.setdefault(office.words, speaker.key) == speaker.key and lends:
                blocks = (office.block,) if office.block else ()
                speaker = msgspec.structs.replace(speaker, block=office.block, blocks=blocks)
                one = msgspec.structs.replace(one, speaker=speaker)  # noqa: PLW2901
        found.append(one)
    return tuple(found)


def _may_be_office(told: Facts, one: Facts) -> bool:
    office = told.speaker.kind == "organisation" and touches("one-person-offices", told.speaker.words)
    name = one.speaker.kind == "person" and one.speaker.block in (None, told.speaker.block)
    return bool(office) and name and told.flow == one.flow and one.start - told.start < _NEAR


def _may_lend(told: Facts, one: Facts) -> bool:
    near = one.start - told.start < _NEAR and one.family is not Family.DENIAL
    counts = _counted_kinds(one)
    fit = not counts or bool(counts & told.goods)
    return near and fit and bool(told.goods) and not told.lent and flows_agree(told.flow, one.flow)


def _counted_kinds(facts: Facts) -> frozenset[Category]:
    """The kinds of goods that the units of its figures name: "a dozen aircraft"."""
    units = {amount.family for amount in facts.amounts}
    return frozenset(kind for kind in Category if kind.value in units)


def _one_figure(one: Facts, two: Facts) -> bool:
    return any(same_figure(a, b) for a in one.amounts for b in two.amounts)


def _lent(one: Facts, told: Facts) -> Facts:
    return msgspec.structs.replace(one, goods=told.goods, kinds=told.kinds, marks=told.marks, lent=True)

"""Which claims of one report belong together by the way the report runs: pointing back, and denying.

"These too were used" speaks of what the sentence before told; a denial speaks of what stands beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from tallybook.model import Category, Certainty, Stage
from tallybook.reconcile.amounts import may_be_one, same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.names import wide_name
from tallybook.reconcile.wording import touches

_LATE = dt.timedelta(days=31)
_BACK = "the words point back to what the report told before"
_NEAR = 800
"""Characters between a claim without goods and the one to which it owes them."""

INTENDED = frozenset({Family.PLAN, Family.DEAL, Family.WISH})
"""Stages of what is meant and not yet done."""

_HEAVY = frozenset({Category.ARTILLERY_AMMUNITION, Category.ROCKETS, Category.MISSILES, Category.BOMBS})
_FLYING = frozenset({Category.AIRCRAFT, Category.DRONES})
_CONTAINERS = frozenset({"container"})
_WIDE = frozenset({Category.UNSPECIFIED, Category.OTHER})


class Bond(msgspec.Struct, frozen=True):
    """Two claims of one report that belong together, with the reason; ``loose`` as in ``Link``."""

    a: str
    b: str
    reason: str
    loose: bool = False


def bonds_of(facts: Sequence[Facts]) -> tuple[Bond, ...]:
    """The bonds between the claims of one report, given in the order of the text."""
    found: list[Bond] = []
    for at, one in enumerate(facts):
        if one.family is Family.DENIAL:
            told = [f for f in facts if not f.negated]
            found.extend(_denial(one, told) or _again(one, facts[:at]) or _elsewhere(one, told))
        elif one.negated and one.family is Family.SUPPLY:
            found.extend(_pointing(one, facts, at) or _denial(one, _told_of(one, facts)))
        elif one.family is Family.END:
            found.extend(_ending(one, facts) or _pointing(one, facts, at))
        elif one.pointing or one.opens_back or one.definite or one.kinds == _CONTAINERS or _details(one):
            found.extend(_pointing(one, facts, at))
    return tuple(found)


def with_goods_told_before(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give claims that name no goods those of the claim before on the same flow ("the deal was signed")."""
    found: list[Facts] = []
    for one in facts:
        lenders = [f for f in reversed(found) if _may_lend(f, one)] if not one.goods else []
        counted = [f for f in lenders if _one_figure(f, one)]
        lender = next(iter((*counted, *lenders)), None)
        found.append(_lent(one, lender) if lender else one)
    return tuple(found)


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
    return near and bool(told.goods) and not told.lent and flows_agree(told.flow, one.flow)


def _one_figure(one: Facts, two: Facts) -> bool:
    return any(same_figure(a, b) for a in one.amounts for b in two.amounts)


def _lent(one: Facts, told: Facts) -> Facts:
    return msgspec.structs.replace(one, goods=told.goods, kinds=told.kinds, marks=told.marks, lent=True)


def flows_agree(one: tuple[str | None, str | None], two: tuple[str | None, str | None]) -> bool:
    """Whether two flows may be one: equal, or one of them leaves an end open or names it by its country."""
    if one == two:
        return True
    ends = list(zip(one, two, strict=True))
    return all(_ends_agree(a, b) for a, b in ends) and any(a == b and a for a, b in ends)


def _ends_agree(one: str | None, two: str | None) -> bool:
    """Whether one party may stand at both ends: "the Houthis", "Yemen", or nobody named."""
    return one == two or one is None or two is None or one == wide_name(two) or two == wide_name(one)


def goods_agree(one: Facts, two: Facts) -> bool:
    """Whether the goods may be the same: shared categories, or words too wide to tell."""
    if (one.definite or two.definite) and one.goods <= _FLYING and two.goods <= _FLYING:
        return True  # "the aircraft", of drones
    if "launchers" in one.kinds & two.kinds:
        return True  # of missiles, of rockets or of air defence
    if Category.UNSPECIFIED in one.goods | two.goods or not one.goods or not two.goods:
        return _wide_or_shared(one, two)
    return bool(one.goods & two.goods) or bool(one.goods & _HEAVY and two.goods & _HEAVY)


def equally_wide(one: Facts, two: Facts) -> bool:
    """Whether both name goods of one class, or neither any class."""
    a, b = one.goods - {Category.UNSPECIFIED}, two.goods - {Category.UNSPECIFIED}
    return bool(a & b) or not (a or b)


def _wide_or_shared(one: Facts, two: Facts) -> bool:
    a, b = one.goods - _WIDE, two.goods - _WIDE
    if not a or not b or a & b:
        return True
    return bool(a & _HEAVY and b & _HEAVY)


def _pointing(one: Facts, facts: Sequence[Facts], at: int) -> list[Bond]:
    """What the words point back to: the nearest claim of the very goods, or else the nearest that fits."""
    fit = [f for f in reversed(facts[:at]) if _points_to(one, f)]
    same = [f for f in fit if (f.goods & one.goods) - _WIDE and not one.lent]
    same = [f for f in fit if one.opens_deal and f.family in INTENDED] or same
    for other in same or fit:
        details = _details(one) and is_promise(other) and bool((one.goods & other.goods) - _WIDE)
        points = one.pointing or one.opens_back or one.definite or details
        if points or any(a.family == "containers" for a in other.amounts):
            known = one.marks & other.marks and not one.lent
            loose = one.family is Family.PLAN and other.family is Family.DEAL and not known
            return [Bond(other.claim, one.claim, _BACK, loose)]
    return []


def _points_to(one: Facts, other: Facts) -> bool:
    promised = is_promise(other) and one.family is Family.PLAN and not one.amounts
    watched = one.family is Family.PROSPECT and one.certainty is Certainty.POSSIBLE and one.pointing
    meant = one.opens_deal and other.family in INTENDED and one.negated
    fits = meant or families_agree(one, other) or promised or (watched and other.family is Family.SUPPLY)
    if not (fits and flows_agree(one.flow, other.flow)) or _seized_and_used(one, other):
        return False
    past = (one.earlier or _long_over(one)) and not (other.earlier or _long_over(other))
    past = past and one.family is Family.SUPPLY
    if past or _own_figures(one, other):
        return False
    if one.opens_deal and meant:
        return True
    if one.negated and (one.stage is Stage.USED) != (other.stage is Stage.USED):
        return False
    return one.opens_back or goods_agree(one, other)


def _details(one: Facts) -> bool:
    """Whether it tells when and how something is to come, and may fill in a promise."""
    return one.family is Family.PLAN and not one.amounts and not one.negated


def _long_over(facts: Facts) -> bool:
    """Whether it happened long before the report came out."""
    last, told = facts.period.last, facts.published.first
    return last is not None and told is not None and last < told - 2 * _LATE


def is_promise(facts: Facts) -> bool:
    """Whether it was agreed or promised of late, and not long before the report."""
    if facts.family is not Family.DEAL or facts.earlier:
        return False
    last, told = facts.period.last, facts.published.first
    return last is None or told is None or last >= told - _LATE


def _own_figures(one: Facts, two: Facts) -> bool:
    """Whether each gives a figure of its own, so that they tell of two lots."""
    ones, twos = ([a for a in f.amounts[:1] if a.telling or a.exact] for f in (one, two))
    if one.opens_back and ones and twos and ones[0].family != twos[0].family:
        return False  # so many tonnes, of which so many missiles
    return bool(ones and twos) and not may_be_one(ones[0], twos[0])


def _told_of(one: Facts, facts: Sequence[Facts]) -> list[Facts]:
    """The claims that a finding to the contrary may speak of: done, and of the same goods by their words."""
    done = [f for f in facts if f.family is Family.SUPPLY and not f.negated]
    done = [f for f in done if (f.stage is Stage.USED) == (one.stage is Stage.USED)]
    if one.pointing and not done:
        return [f for f in facts if f.family in INTENDED]
    return [f for f in done if f.ships & one.ships or f.kinds & one.kinds or (f.goods & one.goods) - _WIDE]


def _seized_and_used(one: Facts, two: Facts) -> bool:
    return {one.stage, two.stage} == {Stage.SEIZED, Stage.USED}


def _ending(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """What is stopped belongs to the plan or deal of which the report tells."""
    begun = [f for f in facts if f.family in INTENDED and not f.negated]
    begun = [f for f in begun if flows_agree(one.flow, f.flow) and goods_agree(one, f)]
    nearest = min(begun, key=lambda f: (abs(f.start - one.start), f.claim), default=None)
    return [Bond(nearest.claim, one.claim, "stopped, as the report tells")] if nearest else []


def _elsewhere(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """A denial that names another end than the charge: "arms to Yemen", of arms for a militia there."""
    told = [
        f
        for f in facts
        if f.family is Family.SUPPLY and not f.negated and not f.earlier and one.flow != f.flow
    ]
    near = [f for f in told if one.flow[0] == f.flow[0] is not None and None not in one.flow]
    if one.earlier or len({f.flow for f in near}) != 1:
        return []
    before = [f for f in near if f.start < one.start] or near
    return [Bond(before[-1].claim, one.claim, "denied of another end beside it in one report")]


def _denial(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    said = [f for f in facts if f.family is not Family.DENIAL and flows_agree(one.flow, f.flow)]
    said = [f for f in said if goods_agree(one, f) or one.goods & _WIDE]
    beside = [f for f in said if f.sentence == one.sentence and f.family in (Family.SUPPLY, Family.PROSPECT)]
    said = next((found for rank in _DENIABLE if (found := [f for f in said if rank(f)])), [])
    if beside:
        return [Bond(f.claim, one.claim, "denied in the sentence that tells it") for f in beside]
    if one.earlier:
        return []
    said = [f for f in said if f.kinds & one.kinds or (f.goods & one.goods) - _WIDE] or said
    before = [f for f in said if f.start < one.start and not f.earlier]
    target = before[-1] if before else next((f for f in said if f.start > one.start), None)
    return [Bond(target.claim, one.claim, "denied beside it in one report")] if target else []


def _supposed(facts: Facts) -> bool:
    """Whether it is only imagined: "if arms were sent", "may send"."""
    return facts.family is Family.PROSPECT and facts.certainty in (Certainty.CONDITIONAL, Certainty.WARNED)


_DENIABLE: tuple[Callable[[Facts], bool], ...] = (
    lambda f: f.family is Family.SUPPLY,
    lambda f: f.family is Family.PROSPECT and not _supposed(f),
    lambda f: f.family in (*INTENDED, Family.END),
    _supposed,
)
"""What a denial may deny: what is told as done before what is told as meant, and that before what if."""


def _again(one: Facts, before: Sequence[Facts]) -> list[Bond]:
    """A denial repeated where the report does not tell what is denied."""
    for other in reversed(before):
        if (
            other.family is Family.DENIAL
            and flows_agree(one.flow, other.flow)
            and one.earlier == other.earlier
            and goods_agree(one, other)
        ):
            return [Bond(other.claim, one.claim, "denied again in one report")]
    return []


def families_agree(one: Facts, two: Facts) -> bool:
    """Whether two stages can tell of one thing."""
    a, b = one.family, two.family
    if a is b:
        return True
    if {a, b} == {Family.SUPPLY, Family.PROSPECT}:
        likely = next(f for f in (one, two) if f.family is Family.SUPPLY).certainty.value == "likely"
        return likely and bool(one.kinds & two.kinds)
    if {a, b} == {Family.SUPPLY, Family.PLAN} and one.narrow and two.narrow:
        return one.flow == two.flow and one.period.meets(two.period) and bool(one.marks & two.marks)
    planned = {a, b} in ({Family.PLAN, Family.DEAL}, {Family.PLAN, Family.PROSPECT})
    return planned and one.period.known and one.period == two.period

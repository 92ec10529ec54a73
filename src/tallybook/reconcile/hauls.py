"""Which claims of one report tell of one haul, and which guess at what a delivery was made of. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Certainty, Stage
from tallybook.reconcile.agreeing import LATE, WIDE, flows_agree, lots_agree
from tallybook.reconcile.clashes import has_digit, is_part, old_and_new, two_numbers
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.grouping import Bond
from tallybook.reconcile.when import Days


def haul_bonds(one: Facts, before: Sequence[Facts]) -> list[Bond]:
    """What a report goes on to list of a seizure belongs to the one that it told before.

    Only where no day, no lot and no second number of the same things tells two of them apart.
    """
    if not _is_news(one):
        return []
    told = [f for f in before if _is_news(f) and flows_agree(one.flow, f.flow)]
    parted = any(not lots_agree(one, f) or _two_counts(one, f) or old_and_new(one, f) for f in told)
    days = {f.period for f in (one, *told)} - {Days()}
    if not told or parted or len(days) > 1:
        return []
    return [Bond(told[-1].claim, one.claim, "the report goes on to tell of the one seizure")]


def bound_bonds(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """What a report tells of where its one haul came from, or for whom it was, belongs to the haul.

    "They were meant for the rebels; later the navy held that Somalia was where they were going."
    """
    plain = (one.lent or not one.goods - WIDE) and not (one.amounts or one.period.known)
    points = one.pointing or one.definite or one.lent
    if one.family not in _ON_ITS_WAY or one.stage not in _BOUND or not (plain and points) or one.negated:
        return []
    hauls = [f for f in facts if _is_news(f)]
    if not hauls or len({f.period for f in hauls} - {Days()}) > 1 or _went_elsewhere(one, hauls):
        return []
    nearest = min(hauls, key=lambda f: (f.start > one.start, abs(f.start - one.start), f.claim))
    return [Bond(nearest.claim, one.claim, "tells where the haul came from, or where it was to go")]


def _went_elsewhere(one: Facts, hauls: Sequence[Facts]) -> bool:
    """Whether neither of its ends is one of the hauls', or it goes the other way."""
    ends = [{f.flow[at] for f in hauls} for at in (0, 1)]
    back = any(one.flow[at] is not None and one.flow[at] in ends[1 - at] for at in (0, 1))
    shared = any(one.flow[at] is None or {one.flow[at], None} & ends[at] for at in (0, 1))
    return back or not shared


def _is_news(facts: Facts) -> bool:
    seized = facts.stage is Stage.SEIZED and facts.family is Family.SUPPLY
    return seized and not (facts.negated or facts.earlier or facts.lasting or facts.lot == "more")


def _two_counts(one: Facts, two: Facts) -> bool:
    """Whether both count the same things, and not as many."""
    return two_numbers(one, two) and not (is_part(one) or is_part(two))


def guess_bonds(one: Facts, before: Sequence[Facts]) -> list[Bond]:
    """A guess at the type of what was delivered belongs to the delivery that the report tells as done.

    "Launchers have arrived. Which kind is unknown; they may have sent the long ones."
    """
    guess = one.family is Family.PROSPECT and one.certainty is Certainty.POSSIBLE
    if not guess or one.stage not in _COME or not one.marks or one.lent or one.amounts or one.period.known:
        return []
    told = [f for f in before if f.family is Family.SUPPLY and f.stage in _COME and f.flow == one.flow]
    told = [f for f in told if not (f.negated or f.earlier or _names_type(f))]
    told = [f for f in told if (f.goods & one.goods) - WIDE]
    return [Bond(told[-1].claim, one.claim, "guesses at what the delivery was made of")] if told else []


def owning_bonds(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """What a party owns to in wide words is the one delivery that the report tells as news.

    "The planes brought military supplies", of the missiles that landed on Saturday.
    """
    owns = one.family is Family.SUPPLY and one.certainty is Certainty.CONFIRMED and bool(one.goods)
    if not owns or one.goods - WIDE or one.negated or one.earlier or one.lasting or one.amounts:
        return []
    told = [f for f in facts if f.family is Family.SUPPLY and f.goods - WIDE and f.flow == one.flow]
    told = [f for f in told if not (f.negated or f.earlier or f.lasting or long_over(f))]
    told = [f for f in told if f.stage not in (Stage.SEIZED, Stage.USED)]
    goods = [f.goods - WIDE for f in told]
    days = all(one.period.meets(f.period) for f in told)
    if (
        not told
        or not days
        or not frozenset.intersection(*goods)
        or any(_two_counts(told[0], f) for f in told)
    ):
        return []
    nearest = min(told, key=lambda f: (abs(f.start - one.start), f.claim))
    return [Bond(nearest.claim, one.claim, "owned to in wide words, where the report tells of one delivery")]


def long_over(facts: Facts) -> bool:
    """Whether it happened long before the report came out."""
    last, told = facts.period.last, facts.published.first
    return last is not None and told is not None and last < told - 2 * LATE


def _names_type(facts: Facts) -> bool:
    return any(has_digit(mark) for mark in facts.marks)


_BOUND = frozenset({Stage.PLANNED, Stage.UNCLEAR})
"""Not what is told as shipped: it may be another voyage of the same goods."""

_ON_ITS_WAY = frozenset({Family.SUPPLY, Family.PROSPECT, Family.PLAN})
_COME = frozenset({Stage.DELIVERED, Stage.RECEIVED})

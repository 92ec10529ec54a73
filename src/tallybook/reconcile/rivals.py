"""Which claims tell of one thing though they name other ends of its flow. Pure.

A haul is known by what was counted in it, wherever two reports have it come from or go to; a gift of two
givers by its number, whichever of the two a report puts first. The names differ, and that is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tallybook.model import Stage
from tallybook.reconcile.amounts import MONEY, same_figure
from tallybook.reconcile.clashes import has_digit
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.grouping import Flow, Link
from tallybook.reconcile.meeting import SAME_WEEKS
from tallybook.reconcile.names import wide_name
from tallybook.reconcile.origins import Told
from tallybook.reconcile.when import Days

_MANY = 10
"""From here on a count of seized goods is telling enough where not even the ends agree."""

_MASS = 1000
"""From here on a count is, of whatever goods; with ``_DIGITS`` digits before the noughts: no round number."""

_DIGITS = 3


def other_ends(one: Told, two: Told) -> str | None:
    """Why two claims of two reports may be of one thing though the ends that they name differ."""
    a, b = one.facts, two.facts
    if a.report == b.report or _turned_round(a.flow, b.flow):
        return None
    weeks = _told_on(one).meets(_told_on(two), SAME_WEEKS)
    weeks = weeks and _told_on(one).known and _told_on(two).known
    if _one_haul(a, b, weeks=weeks):
        return "one haul, said to come or to go elsewhere"
    if weeks and _one_gift(a, b):
        return "one gift of two givers"
    return None


def _told_on(told: Told) -> Days:
    """When it was told: the day of which the report speaks, where that is known."""
    return told.occasion.days if told.occasion.narrow else told.facts.published


def _turned_round(one: Flow, two: Flow) -> bool:
    """Whether who gives in the one gets in the other."""
    ones, twos = ([wide_name(end) for end in flow] for flow in (one, two))
    return any(x is not None and x == y for x, y in ((ones[0], twos[1]), (ones[1], twos[0])))


def _one_haul(a: Facts, b: Facts, *, weeks: bool) -> bool:
    """Whether both tell, in the same ``weeks``, of a seizure in which as many of the same were counted."""
    seized = all(f.stage is Stage.SEIZED and f.family is Family.SUPPLY and not f.negated for f in (a, b))
    days = a.period.known and b.period.known and a.narrow and b.narrow
    when = a.period.meets(b.period) if days else weeks
    return seized and when and bool(a.ships & b.ships or (a.goods & b.goods and _as_many(a, b)))


def _as_many(a: Facts, b: Facts) -> bool:
    return any(
        same_figure(x, y) and has_digit(x.text) and has_digit(y.text) and (x.figure or 0) >= _MANY
        for x in a.amounts
        for y in b.amounts
        if x.family not in MONEY
    )


def _one_gift(a: Facts, b: Facts) -> bool:
    """Whether each names the giver of the other beside its own, and both count as many."""
    (giver, taker), (other, to) = a.flow, b.flow
    beside = giver in b.states_beside and other in a.states_beside and giver != other
    beside = beside or (None not in (giver, other) and _passed_on(a, b))
    return beside and taker == to is not None and bool(a.goods & b.goods) and _as_many(a, b)


def _passed_on(a: Facts, b: Facts) -> bool:
    """Whether both give one number that no two lots have: what one sold is what the other passed on."""
    large = [x for x in a.amounts if (x.figure or 0) >= _MASS and x.family not in MONEY]
    telling = [x for x in large if len(str(int(x.figure or 0)).rstrip("0")) >= _DIGITS]
    return bool(a.goods & b.goods) and any(same_figure(x, y) for x in telling for y in b.amounts)


def held_together(told: Mapping[str, Facts], links: Iterable[Link]) -> tuple[dict[str, str], dict[str, Flow]]:
    """Rival names of one end, each with the one that stands for it; and the flows of a group by these.

    Of a haul every claim goes by the one name; of a gift of two givers those that name both, so that what
    either adds to it alone stays apart. A denial goes without the end that what it denies names otherwise.

    Args:
        told: the facts of each claim of the group.
        links: pairs that match.
    """
    links = list(links)
    flows = _as_denied(told, links)
    hauls: dict[str, str] = {}
    gifts: dict[str, str] = {}
    given: set[str] = set()
    for link in links:
        one, two = told[link.a], told[link.b]
        if Family.DENIAL in (one.family, two.family):
            continue
        names = hauls if Stage.SEIZED in (one.stage, two.stage) or _passed_on(one, two) else gifts
        for a, b in zip(one.flow, two.flow, strict=True):
            if a is not None and b is not None and wide_name(a) != wide_name(b):
                _join(names, a, b)
                given |= {link.a, link.b} if names is gifts else set()
    givers = {name: f"{first} and others" for name, first in gifts.items()}
    for claim, flow in flows.items():
        both = claim in given or any(_both_named(told[claim], name, gifts) for name in gifts)
        flows[claim] = _renamed(flow, {**hauls, **givers} if both else hauls)
    return {**hauls, **givers}, flows


def _as_denied(told: Mapping[str, Facts], links: Iterable[Link]) -> dict[str, Flow]:
    """The flow of each claim; of a denial without the end in which it differs from what it denies."""
    flows = {claim: facts.flow for claim, facts in told.items()}
    for link in links:
        for one, two in ((link.a, link.b), (link.b, link.a)) if link.by_text else ():
            if told[one].family is Family.DENIAL and told[two].family is not Family.DENIAL:
                ends = zip(flows[one], told[two].flow, strict=True)
                supplier, recipient = (None if a and b and a != b else a for a, b in ends)
                flows[one] = (supplier, recipient)
    return flows


def _join(names: dict[str, str], a: str, b: str) -> None:
    first, other = sorted((names.get(a, a), names.get(b, b)))
    names.update({name: first for name, known in names.items() if known == other})
    names.update({a: first, b: first})


def _renamed(flow: Flow, names: Mapping[str, str]) -> Flow:
    supplier, recipient = (names.get(end, end) if end else end for end in flow)
    return supplier, recipient


def _both_named(facts: Facts, giver: str, givers: Mapping[str, str]) -> bool:
    """Whether a claim of one of the givers names another one beside it."""
    return facts.flow[0] == giver and any(
        name in facts.named and first == givers[giver] for name, first in givers.items() if name != giver
    )

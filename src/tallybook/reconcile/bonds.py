"""Which claims of one report belong together by the way the report runs: pointing back, and denying.

"These too were used" speaks of what the sentence before told; a denial speaks of what stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Certainty, Stage
from tallybook.reconcile.agreeing import (
    INTENDED,
    WIDE,
    families_agree,
    flows_agree,
    goods_agree,
    is_promise,
    lots_agree,
)
from tallybook.reconcile.amounts import may_be_one
from tallybook.reconcile.clashes import LONG, own_figure_and_time
from tallybook.reconcile.denials import denial_bonds, of_denied, told_of
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.grouping import Bond
from tallybook.reconcile.hauls import bound_bonds, guess_bonds, haul_bonds, long_over, owning_bonds
from tallybook.reconcile.when import Days

_BACK = "the words point back to what the report told before"
_DAYS = 10
"""Days up to which a period tells one occasion from another."""
_NEXT_SENTENCE = 2
"""Characters between two sentences of a paragraph, and one more."""
_CONTAINERS = frozenset({"container"})
_PROMISED = frozenset({Family.DEAL, Family.PLAN})
_BEGUN = frozenset({Family.SUPPLY, Family.PROSPECT})


def bonds_of(facts: Sequence[Facts]) -> tuple[Bond, ...]:
    """The bonds between the claims of one report, given in the order of the text."""
    found: list[Bond] = []
    for at, one in enumerate(facts):
        found.extend((*haul_bonds(one, facts[:at]), *guess_bonds(one, facts[:at])))
        found.extend((*owning_bonds(one, facts), *bound_bonds(one, facts), *_begun(one, facts[:at])))
        if one.family is Family.DENIAL:
            found.extend(denial_bonds(one, facts, at))
        elif one.negated and one.family is Family.SUPPLY:
            found.extend(_pointing(one, facts, at) or of_denied(one, told_of(one, facts)))
        elif one.family is Family.END:
            found.extend(_ending(one, facts) or _pointing(one, facts, at))
        elif one.pointing or one.opens_back or one.definite or one.kinds == _CONTAINERS or _details(one):
            found.extend(_pointing(one, facts, at))
    return tuple(found)


def _pointing(one: Facts, facts: Sequence[Facts], at: int) -> list[Bond]:
    """What the words point back to: the nearest claim of the very goods, or else the nearest that fits."""
    fit = [f for f in reversed(facts[:at]) if _points_to(one, f)]
    same = [f for f in fit if (f.goods & one.goods) - WIDE and not one.lent]
    same = [f for f in fit if one.opens_deal and f.family in INTENDED] or same
    for other in same or fit:
        details = _details(one) and is_promise(other) and bool((one.goods & other.goods) - WIDE)
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
    bound = one.opens_back and one.family is Family.PLAN and other.stage is Stage.SEIZED  # "was meant for"
    fits = meant or families_agree(one, other) or promised or (watched and other.family is Family.SUPPLY)
    fits = fits or bound
    if not (fits and flows_agree(one.flow, other.flow)) or _seized_and_used(one, other):
        return False
    past = (one.earlier or long_over(one)) and not (other.earlier or long_over(other))
    past = past and one.family is Family.SUPPLY and not (one.stage is Stage.SEIZED and other.taken)
    own = _own_figures(one, other) or own_figure_and_time(one, other)
    refused = one.negated != other.negated and {one.family, other.family} <= _PROMISED
    if past or own or refused or not lots_agree(one, other) or _other_span(one, other):
        return False
    if one.opens_deal and meant:
        return True
    if one.negated and (one.stage is Stage.USED) != (other.stage is Stage.USED):
        return False
    wide = (one.pointing or one.definite) and one.goods <= WIDE  # "the cargo", "28 of the vehicles"
    return one.opens_back or wide or goods_agree(one, other)


def _other_span(one: Facts, two: Facts) -> bool:
    """Whether the one is of a few days, the other of all that came in months."""
    spans = sorted(f.period.length or 0 for f in (one, two))
    return 0 < spans[0] <= _DAYS and spans[1] >= LONG


def _details(one: Facts) -> bool:
    """Whether it tells when and how something is to come, and may fill in a promise."""
    return one.family is Family.PLAN and not one.amounts and not one.negated


def _own_figures(one: Facts, two: Facts) -> bool:
    """Whether each gives a figure of its own, so that they tell of two lots."""
    ones, twos = ([a for a in f.amounts[:1] if a.telling or a.exact] for f in (one, two))
    if one.opens_back and ones and twos and ones[0].family != twos[0].family:
        return False  # so many tonnes, of which so many missiles
    return bool(ones and twos) and not may_be_one(ones[0], twos[0])


def _seized_and_used(one: Facts, two: Facts) -> bool:
    return {one.stage, two.stage} == {Stage.SEIZED, Stage.USED}


def _begun(one: Facts, before: Sequence[Facts]) -> list[Bond]:
    """What a source tells as done in one breath with what was agreed: "agreed to send arms, or has done so".

    Only where neither has a figure or a time of its own, by which a contract is told from its deliveries.
    """
    if one.family not in _BEGUN or one.negated:
        return []
    said = [f for f in before if f.family is Family.DEAL and f.flow == one.flow and not f.negated]
    said = [f for f in said if _one_breath(f, one) and goods_agree(f, one)]
    said = [f for f in said if not any(x.amounts or x.period != Days() for x in (f, one))]
    return [Bond(said[-1].claim, one.claim, "agreed, and begun, as one source tells")] if said else []


def _one_breath(told: Facts, one: Facts) -> bool:
    """Whether one source tells both, in one sentence or in one and the next."""
    who = told.speaker.kind == one.speaker.kind != "own-voice" and told.speaker.block == one.speaker.block
    gap = one.sentence.start - told.sentence.end
    return who and (told.sentence == one.sentence or 0 <= gap < _NEXT_SENTENCE)


def _ending(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """What is stopped belongs to the plan or deal of which the report tells.

    Not to a licence or contract of its own year or sum: who halts all exports speaks of none of these.
    """
    begun = [f for f in facts if f.family in INTENDED and not (f.negated or f.amounts or f.period.known)]
    begun = [f for f in begun if flows_agree(one.flow, f.flow) and goods_agree(one, f)]
    nearest = min(begun, key=lambda f: (abs(f.start - one.start), f.claim), default=None)
    return [Bond(nearest.claim, one.claim, "stopped, as the report tells")] if nearest else []

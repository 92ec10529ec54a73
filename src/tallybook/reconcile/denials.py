"""What a denial denies: the charge that its report tells in the same sentence, before it or after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tallybook.model import Category, Certainty, Stage
from tallybook.reconcile.agreeing import INTENDED, WIDE, flows_agree, goods_agree
from tallybook.reconcile.facts import Facts, Family, at_large
from tallybook.reconcile.grouping import Bond

_NEXT_SENTENCE = 2
"""Characters between two sentences of a paragraph, and one more."""

_CHARGES = frozenset({Family.SUPPLY, Family.PROSPECT})


def denial_bonds(one: Facts, facts: Sequence[Facts], at: int) -> list[Bond]:
    """What ties a denial to the other claims of its report.

    Args:
        one: the denial, at place ``at`` among all ``facts``.
    """
    if one.of_others:
        return []
    told = [f for f in facts if not f.negated]
    before = facts[:at]
    ways = [_denied_on(one, before), _found_not_so(one, facts), of_denied(one, told)]
    if one.standing or one.follows_up:
        ways = [[bond for bond in found if _close(bond, one, facts)] for found in ways]
        return next(filter(None, ways), [])
    return next(filter(None, ways), []) or _again(one, before) or _elsewhere(one, told)


def _close(bond: Bond, one: Facts, facts: Sequence[Facts]) -> bool:
    """Whether what it denies stands in its sentence, or just before where it says "at the time"."""
    told = next(f for f in facts if f.claim in (bond.a, bond.b) and f.claim != one.claim)
    always = at_large(told) and at_large(one)
    return always or told.sentence == one.sentence or (one.follows_up and _just_before(told, one))


def _found_not_so(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """A denial beside a finding to the contrary, where the report itself tells nothing as done or likely."""
    here = [f for f in facts if flows_agree(one.flow, f.flow) and goods_agree(one, f)]
    if one.earlier or any(_told_as_news(f) and not f.negated for f in here):
        return []
    found = [f for f in here if f.family is Family.SUPPLY and f.negated]
    nearest = min(found, key=lambda f: (abs(f.start - one.start), f.claim), default=None)
    return (
        [Bond(nearest.claim, one.claim, "denied, and found not to be so, in one report")] if nearest else []
    )


def _told_as_news(facts: Facts) -> bool:
    """Whether it is done, likely or meant, and no agreement of which the report tells the year."""
    dated = facts.family is Family.DEAL and facts.period.known
    return facts.family in _CHARGES | INTENDED and not dated


def told_of(one: Facts, facts: Sequence[Facts]) -> list[Facts]:
    """The claims that a finding to the contrary may speak of: done, and of the same goods by their words."""
    done = [f for f in facts if f.family is Family.SUPPLY and not f.negated]
    done = [f for f in done if (f.stage is Stage.USED) == (one.stage is Stage.USED)]
    if one.pointing and not done:
        return [f for f in facts if f.family in INTENDED]
    return [f for f in done if f.ships & one.ships or f.kinds & one.kinds or (f.goods & one.goods) - WIDE]


def _elsewhere(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """A denial that names another end than the charge: "arms to Yemen", of arms for a militia there."""
    told = [
        f
        for f in facts
        if f.family is Family.SUPPLY and not f.negated and not f.earlier and one.flow != f.flow
    ]
    near = [f for f in told if one.flow[0] == f.flow[0] is not None and None not in one.flow]
    near = [f for f in near if not _owns_to(one, f)]
    if one.earlier or len({f.flow for f in near}) != 1:
        return []
    before = [f for f in near if f.start < one.start] or near
    return [Bond(before[-1].claim, one.claim, "denied of another end beside it in one report")]


def of_denied(one: Facts, facts: Sequence[Facts]) -> list[Bond]:
    """Bonds to what is denied: told in the sentence, by whom the sentence names, or beside it."""
    said = [f for f in facts if f.family is not Family.DENIAL and flows_agree(one.flow, f.flow)]
    said = [f for f in said if (goods_agree(one, f) or one.goods & WIDE) and not _owns_to(one, f)]
    if not (one.goods or one.answering):  # "denied giving any help"
        said = [f for f in said if f.flow == one.flow or f.sentence == one.sentence]
    beside = [f for f in said if f.sentence == one.sentence and f.family in (Family.SUPPLY, Family.PROSPECT)]
    said = next((found for rank in _DENIABLE if (found := [f for f in said if rank(f)])), [])
    if beside:
        return [Bond(f.claim, one.claim, "denied in the sentence that tells it") for f in beside]
    answers = one.answering or one.definite or not one.goods or one.stage is Stage.SEIZED
    said = [f for f in said if f.stage is not Stage.SEIZED or answers]
    if one.earlier:
        return []
    whole = [f for f in said if at_large(one) and at_large(f) and f.start < one.start]
    accusers = one.answers - set(one.speaker.blocks)
    theirs = [f for f in said if f.speaker.block in accusers]
    said = theirs or whole or said
    said = [f for f in said if _of_the_goods(one, f)] or said
    said = [f for f in said if f.flow == one.flow] or said
    before = [f for f in said if f.start < one.start and (not f.earlier or _just_before(f, one))]
    of_goods = [f for f in before if f.goods & one.goods - WIDE]
    after = (f for f in said if f.start > one.start)
    # Beside what it names, or else the news, which a report tells first.
    target = next(iter((*of_goods[-1:], *before[:1], *after)), None)
    return [Bond(target.claim, one.claim, "denied beside it in one report")] if target else []


def _just_before(told: Facts, one: Facts) -> bool:
    """Whether it stands in the sentence before in the same paragraph."""
    return 0 <= one.sentence.start - told.sentence.end < _NEXT_SENTENCE


def _owns_to(denial: Facts, told: Facts) -> bool:
    """Whether who denies owns to the other claim: nobody denies what he says himself."""
    party = denial.speaker.block is not None and denial.speaker.block == told.speaker.block
    return party and denial.family is Family.DENIAL and told.certainty is Certainty.CONFIRMED


def _of_the_goods(denial: Facts, told: Facts) -> bool:
    """Whether what was told is of the denied goods by their words; who denies arms denies every kind."""
    arms = not denial.goods - WIDE and told.goods != {Category.OTHER}
    return arms or bool(told.kinds & denial.kinds or (told.goods & denial.goods) - WIDE)


def _supposed(facts: Facts) -> bool:
    """Whether it is only imagined: "if arms were sent", "may send"."""
    return facts.family is Family.PROSPECT and facts.certainty in (Certainty.CONDITIONAL, Certainty.WARNED)


_DENIABLE: tuple[Callable[[Facts], bool], ...] = (
    lambda f: f.family is Family.SUPPLY,
    lambda f: f.family is Family.PROSPECT and not _supposed(f),
    lambda f: f.family in INTENDED,
    _supposed,
)
"""What a denial may deny: what is told as done before what is told as meant, and that before what if."""


def _denied_on(one: Facts, before: Sequence[Facts]) -> list[Bond]:
    """A denial that goes on: the party denied just before, and nothing was told since."""
    last = next((f for f in reversed(before) if flows_agree(one.flow, f.flow)), None)
    if last is None or last.sentence == one.sentence or last.speaker.block != one.speaker.block:
        return []
    return _again(one, [last])


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

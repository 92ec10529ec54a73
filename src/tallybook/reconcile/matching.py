"""Whether two claims speak of the same transfer: a score whose every part says why.

Conservative: a pair is joined when what they share outweighs what parts them, and never against a veto. What
nearly reaches the mark is offered as possibly the same.
"""

from __future__ import annotations

import msgspec

from tallybook.model import Certainty, Stage
from tallybook.reconcile.agreeing import (
    INTENDED,
    WIDE,
    families_agree,
    flows_agree,
    goods_agree,
    is_promise,
    one_flow,
)
from tallybook.reconcile.amounts import MONEY, may_be_one, part_and_whole, same_figure
from tallybook.reconcile.clashes import (
    counts_a_lot,
    counts_goods,
    is_part,
    shared_figure,
    slack_of,
    two_numbers,
)
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.fates import PARTING, other_fate, used_since
from tallybook.reconcile.meeting import NEWS_DAYS, background, known_days, one_charge, one_date
from tallybook.reconcile.origins import Told
from tallybook.reconcile.parting import against_it
from tallybook.reconcile.retelling import one_day, one_order, told_again
from tallybook.reconcile.rivals import other_ends
from tallybook.reconcile.weighing import (
    for_one_transfer,
    months_apart,
    one_relay,
    paid_in_other_money,
    within_days,
)
from tallybook.reconcile.when import Days

_DONE = frozenset({Stage.DELIVERED, Stage.SHIPPED, Stage.RECEIVED, Stage.USED})

_MAY_BE_DONE = _DONE | {Stage.UNCLEAR}
"""Stages of which a guess may tell: also "may be on the way"."""

_GIVEN = frozenset({Stage.DELIVERED, Stage.SHIPPED})

_NOBODY = frozenset({"own-voice", "unspecified"})

_MEANT_OR_DONE = frozenset({Family.SUPPLY, Family.PLAN, Family.DEAL})

ANOTHER_STAGE = "another stage"
_NO_END = "neither end of the flow is known"
_SHARE = "a share of the whole, and what was supplied"
_RUNNING = "a running total, and a figure of its own"
FIRM = PARTING | {ANOTHER_STAGE, _NO_END, _SHARE, _RUNNING}
"""What bars two claims however much they share; any other veto can be outweighed (``likeness``)."""

JOINED = 2.5
"""Score from which on two claims speak of one transfer."""

WELL = 3.5
"""Score from which on they do whatever else is weighed: a figure and a day that both name, say."""

POSSIBLY = 1.75
"""Score from which on they are offered as possibly the same."""


class Tie(msgspec.Struct, frozen=True):
    """How the reports of two claims hang together.

    Attributes:
        copied: one of them depends on the other.
        one_event: both are undated and tell so much the same that they speak of one occasion.
    """

    copied: bool = False
    one_event: bool = False


class Match(msgspec.Struct, frozen=True):
    """The score of a pair with its parts in words; a veto says why it can never be one transfer."""

    score: float
    parts: tuple[str, ...]
    veto: str | None = None

    @property
    def joined(self) -> bool:
        """Whether the two speak of one transfer."""
        return self.veto is None and self.score >= JOINED

    @property
    def possibly(self) -> bool:
        """Whether they may."""
        return self.veto is None and POSSIBLY <= self.score < JOINED

    @property
    def reason(self) -> str:
        """The parts in one line."""
        return self.veto or "; ".join(self.parts)


def match(one: Told, two: Told, tie: Tie, origin: str | None) -> Match:
    """Compare two claims of different or the same report; ``origin`` says why they have one, if they have."""
    veto = _veto(one, two, origin)
    if veto:
        return Match(0.0, (), veto)
    parts = [
        part
        for part in (*for_one_transfer(one, two, origin, copied=tie.copied), *against_it(one, two, origin))
        if part[0]
    ]
    return Match(round(sum(p[0] for p in parts), 2), tuple(p[1] for p in parts))


def denied_figure(a: Facts, b: Facts) -> bool:
    """Whether one report denies what another one tells with the very figure, or of the very day."""
    one_denies = (a.family is Family.DENIAL) != (b.family is Family.DENIAL)
    dated = a.narrow and b.narrow and a.period == b.period and bool((a.goods & b.goods) - WIDE)
    known = dated or (_counts_goods(a, b) and not months_apart(a, b)) or _answers(a, b) or _answers(b, a)
    return one_denies and a.report != b.report and known


def _answers(denial: Facts, charge: Facts) -> bool:
    """Whether a denial names whose charge it answers, and the other is that charge of the same days."""
    if denial.family is not Family.DENIAL or charge.family is not Family.SUPPLY or charge.negated:
        return False
    accusers = denial.answers - set(denial.speaker.blocks)
    near = known_days(denial, charge) and denial.published.meets(charge.published, NEWS_DAYS)
    theirs = bool(accusers & set(charge.speaker.blocks)) and not (denial.earlier or charge.earlier)
    return near and theirs and not denial.standing and denial.flow == charge.flow


def _one_stage(one: Told, two: Told, origin: str | None) -> bool:
    """Whether the stages can be of one thing: alike, or told apart of the very same count."""
    a, b = one.facts, two.facts
    retold = _counts_goods(a, b) and a.report != b.report and (bool(origin) or _at_one_time(a, b))
    meant = _counts_goods(a, b) and {a.family, b.family} <= INTENDED
    meant = meant and a.report != b.report and not months_apart(a, b)
    guessed = bool(origin or (a.marks & b.marks and within_days(one, two))) and _may_have_been(a, b)
    one_kind = families_agree(a, b) or guessed or (retold and _moved(a, b)) or meant or _one_lot(one, two)
    return one_kind or denied_figure(a, b) or _promised(one, two) or _given(one, two)


def _given(one: Told, two: Told) -> bool:
    """Whether one report tells as given or sent as many as another of the same days tells as promised.

    Or both put it into one and the same month.
    """
    a, b = one.facts, two.facts
    dated = a.period.known and a.period == b.period
    promised = next((f for f in (a, b) if f.stage is Stage.PLEDGED and (dated or is_promise(f))), None)
    given = next((f for f in (a, b) if f.stage in _GIVEN and f.family is Family.SUPPLY), None)
    same = bool(shared_figure(a, b) and counts_goods(a) and counts_goods(b) and (a.goods & b.goods) - WIDE)
    dated = dated and a.report != b.report
    return promised is not None and given is not None and same and (dated or within_days(one, two))


def _may_have_been(a: Facts, b: Facts) -> bool:
    """Whether the one tells as possibly done what the other tells as done, of no figure or day of its own."""
    guess = next((f for f in (a, b) if f.family is Family.PROSPECT), None)
    stages = {a.family, b.family} == {Family.SUPPLY, Family.PROSPECT}
    return (
        stages and guess is not None and guess.certainty is Certainty.POSSIBLE and guess.stage in _MAY_BE_DONE
    )


def _one_lot(one: Told, two: Told) -> bool:
    """Whether reports of the same days tell of the first or last lot of one type, as meant and as done."""
    a, b = one.facts, two.facts
    lot = a.lot == b.lot and a.lot not in (None, "more") and bool(a.marks & b.marks)
    return lot and {a.family, b.family} <= _MEANT_OR_DONE and within_days(one, two)


def _one_denial(one: Told, two: Told, origin: str | None) -> bool:
    """Whether two reports of the same days tell of a denial by one party."""
    a, b = one.facts, two.facts
    if a.standing != b.standing:
        return False
    party = a.speaker.block is not None and a.speaker.block == b.speaker.block
    return a.report != b.report and (bool(origin) or (party and a.published.meets(b.published, NEWS_DAYS)))


def _veto(one: Told, two: Told, origin: str | None) -> str | None:
    a, b = one.facts, two.facts
    figure = shared_figure(a, b)
    known = (figure and _at_one_time(a, b)) or a.ships & b.ships or _one_news(one, two, origin or figure)
    known = known or one_day(a, b)
    one_way = one_flow(a.flow, b.flow) or (flows_agree(a.flow, b.flow) and known)
    if not one_way and not other_ends(one, two):
        return "another flow or direction"
    if a.flow == (None, None) and not figure:
        return _NO_END
    fate = _other_fate(a, b)
    if fate:
        return fate
    if not _one_stage(one, two, origin):
        return ANOTHER_STAGE
    if a.family is b.family is Family.DENIAL and not _one_denial(one, two, origin):
        return "denials of several people, or in one report"
    lent = a.report != b.report and (a.lent or b.lent)
    if not goods_agree(a, b) and not ((origin or one_date(a, b)) and lent):
        return "other goods"
    if a.earlier != b.earlier and _occasions_part(one, two, figure or origin):
        return "told of different occasions"
    retold = a.report != b.report
    slack = slack_of(a, b) if origin and retold else NEWS_DAYS if within_days(one, two) else 1
    if not (a.ships & b.ships or a.period.meets(b.period, slack) or one_order(a, b) or used_since(a, b)):
        return "other times"
    figures_part = _figures_part(a, b)
    one_breath = bool(origin) and a.sentence == b.sentence and a.goods == b.goods and a.stage is b.stage
    one_breath = one_breath and not (is_part(a) or is_part(b) or two_numbers(a, b))
    if figures_part and not figure and not one_breath and (not origin or a.report == b.report):
        return "other figures"
    if _lots_apart(a, b) and not figure:
        return "other figures"
    if not figure and a.running != b.running and _counts_apart(a, b):
        return _RUNNING
    return None


def _occasions_part(one: Told, two: Told, known: str | None) -> bool:
    """Whether somebody told the one earlier and the other now, and nothing shows that they are one."""
    a, b = one.facts, two.facts
    dated = a.family is b.family is Family.DEAL and a.period.known and b.period.known
    dated = dated or background(a, b) or paid_in_other_money(a, b) or one_day(a, b)
    denied = Family.DENIAL in (a.family, b.family) or one_relay(a, b) or one_charge(a, b)
    again = told_again(a, b, one.occasion.days, two.occasion.days)
    nobody = {a.speaker.kind, b.speaker.kind} & _NOBODY
    return not (nobody or known or dated or denied or again or a.marks & b.marks or a.ships & b.ships)


def _figures_part(a: Facts, b: Facts) -> bool:
    """Whether some figure of the one and some figure of the other cannot be one, and are no two readings."""
    if (a.alternative and b.alternative) or counts_a_lot(a) != counts_a_lot(b):
        return False
    told = ((x, y) for x in a.amounts for y in b.amounts)
    return any(not may_be_one(x, y) for x, y in told if (x.telling and y.telling) or part_and_whole(x, y))


def _lots_apart(a: Facts, b: Facts) -> bool:
    """Whether one counts so many more, and the other less than half or more than twice as many of them."""
    apart = any(part_and_whole(x, y) for x in a.amounts[:1] for y in b.amounts[:1])
    return apart and "more" in (a.lot, b.lot) and not (a.alternative and b.alternative)


def _other_fate(a: Facts, b: Facts) -> str | None:
    """Why what became of the goods of the one did not become of those of the other."""
    if _gives_share(a) != _gives_share(b):
        return _SHARE
    return other_fate(a, b)


def _gives_share(facts: Facts) -> bool:
    return any(amount.share for amount in facts.amounts)


def _promised(one: Told, two: Told) -> bool:
    """Whether one report tells as promised what another of the same days tells as planned."""
    a, b = one.facts, two.facts
    stages = {a.family, b.family} == {Family.DEAL, Family.PLAN} and (is_promise(a) or is_promise(b))
    return stages and bool(a.marks & b.marks) and within_days(one, two)


def _one_news(one: Told, two: Told, known: str | None) -> bool:
    """Whether reports of the same days tell one thing, though one leaves open who gets or gives it."""
    a, b = one.facts, two.facts
    dated = a.period.known and b.period.known and a.period.meets(b.period)
    words = a.kinds & b.kinds or a.goods_words & b.goods_words
    goods = a.marks & b.marks or (a.stage is b.stage and words)
    return within_days(one, two) and bool(known or dated or goods or a.ships & b.ships)


def _at_one_time(a: Facts, b: Facts) -> bool:
    """Whether both stand in one report, or give one time, so that a flow is known again by one end."""
    return a.report == b.report or (a.period != Days() and (a.period == b.period or (a.narrow and b.narrow)))


def _counts_apart(a: Facts, b: Facts) -> bool:
    return any(
        x.telling and y.telling and x.family == y.family and x.family not in MONEY
        for x in a.amounts[:1]
        for y in b.amounts[:1]
    )


def _counts_goods(a: Facts, b: Facts) -> bool:
    return any(same_figure(x, y) and x.family not in MONEY for x in a.amounts for y in b.amounts)


def _moved(a: Facts, b: Facts) -> bool:
    """Whether one statement's count is told as done by one report and as planned by another."""
    return {a.family, b.family} == {Family.SUPPLY, Family.PLAN}

"""What speaks against two claims telling of one transfer: each part a weight with its words."""

from __future__ import annotations

from tallybook.model import Certainty, Stage
from tallybook.reconcile.amounts import MONEY, same_figure
from tallybook.reconcile.clashes import (
    LONG,
    a_year_off,
    has_digit,
    lasting_and_once,
    shared_figure,
)
from tallybook.reconcile.counting import counts_others, has_figure, other_few, two_lots, whole_and_part
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.fates import seized_and_come
from tallybook.reconcile.meeting import both_since
from tallybook.reconcile.origins import Told
from tallybook.reconcile.weighing import months_apart, within_days

_MUNITIONS = frozenset({"artillery", "shells", "rockets", "missiles", "cartridges"})
_ARMS = frozenset(
    {"arms", "ammunition", "artillery", "shells", "rockets", "missiles", "cartridges", "launchers"}
)


def against_it(one: Told, two: Told, origin: str | None) -> list[tuple[float, str]]:
    """What speaks against it."""
    a, b = one.facts, two.facts
    spans = a.period.known and b.period.known and a.period != b.period and not (a.narrow or b.narrow)
    spans = spans and a.family is not Family.DEAL and not (both_since(a, b) or a_year_off(a, b))
    loose = not (a.pointing or b.pointing)
    parted = a.kinds and b.kinds and not a.kinds & b.kinds and not (a.kinds & _ARMS and b.kinds & _ARMS)
    one_sided = has_figure(a) != has_figure(b)
    figure = shared_figure(a, b)
    known_flow = origin or figure or a.ships & b.ships
    return [
        (-1.0 if spans and not origin else 0.0, "other speakers give other periods"),
        (-1.25 if _known_and_alleged(a, b) else 0.0, "alleged here, told as known there"),
        (
            -1.5 if not origin and a.report == b.report and two_lots(a, b) else 0.0,
            "each gives a figure of its own",
        ),
        (-2.5 if a.report == b.report and counts_others(a, b) else 0.0, "each counts other things"),
        (-2.0 if _contrary(a, b) else 0.0, "the one is said not to be so"),
        (-1.5 if parted or _listed_apart(a, b) else 0.0, "other words for goods"),
        (-1.5 if seized_and_come(a, b) else 0.0, "taken on the way here, come there"),
        (-1.5 if lasting_and_once(a, b) else 0.0, "goes on and on here, one delivery there"),
        (-1.5 if {a.stage, b.stage} == {Stage.SOUGHT, Stage.OFFERED} else 0.0, "sought here, offered there"),
        (-1.5 if not origin and other_few(a, b) else 0.0, "each counts a few, and not as many"),
        (-0.25 if loose and one_sided and not within_days(one, two) else 0.0, "only one gives a figure"),
        (-0.5 if a.flow != b.flow and not known_flow else 0.0, "only one names both ends so"),
        (-2.5 if not origin and _news_months_apart(a, b, figure) else 0.0, "each is news, months apart"),
        (-2.0 if whole_and_part(a, b) else 0.0, "a sum of money, and a lot"),
        (-2.0 if not figure and _paid_and_come(a, b) else 0.0, "what was paid, and what came"),
        (-2.0 if not figure and _total_and_once(a, b) else 0.0, "all of a long time, and one delivery"),
        (-2.25 if one_sided and (one.in_lots or two.in_lots) else 0.0, "figures of several lots"),
    ]


def _listed_apart(a: Facts, b: Facts) -> bool:
    """Whether one report tells of the one kind of munitions and, besides, of another: rockets, and shells."""
    kinds = a.kinds | b.kinds
    plain = bool(a.kinds and b.kinds) and kinds <= _MUNITIONS and not a.kinds & b.kinds
    return plain and a.report == b.report and a.stage is not Stage.SEIZED and not a.goods & b.goods


def _paid_and_come(a: Facts, b: Facts) -> bool:
    """Whether the one tells what was paid for supplies, the other of a delivery without its price."""
    priced = [any(x.family in MONEY for x in f.amounts) for f in (a, b)]
    one_time = a.period.known and a.period == b.period
    return a.family is b.family is Family.SUPPLY and priced[0] != priced[1] and not one_time


def _total_and_once(a: Facts, b: Facts) -> bool:
    """Whether the one counts all that was supplied in a long time ("in 2021-22"), and the other does not."""
    totals = [f.period.known and (f.period.length or 0) > LONG and bool(f.amounts) for f in (a, b)]
    return a.family is b.family is Family.SUPPLY and totals[0] != totals[1]


def _contrary(a: Facts, b: Facts) -> bool:
    """Whether the one is a finding to the contrary, and neither a ship nor a denied figure shows of what."""
    finds = [f for f in (a, b) if f.negated and f.certainty is not Certainty.POSSIBLE]
    contrary = a.negated != b.negated and bool(finds)
    return contrary and not a.ships & b.ships and Family.DENIAL not in (a.family, b.family)


def _known_and_alleged(a: Facts, b: Facts) -> bool:
    own = [f for f in (a, b) if f.speaker.kind == "own-voice"]
    if len(own) != 1:
        return False
    other = b if own[0] is a else a
    return own[0].certainty is Certainty.STATED and other.certainty is Certainty.ALLEGED


def _news_months_apart(a: Facts, b: Facts, figure: str | None) -> bool:
    """Whether each is news of its own months, and nothing but goods shows that it is of one delivery."""
    known = (figure and _counted(a, b)) or a.ships & b.ships or (a.period.known and a.period == b.period)
    current = not (a.earlier or b.earlier or a.lasting or b.lasting)
    return months_apart(a, b) and current and a.family is b.family is Family.SUPPLY and not known


def _counted(a: Facts, b: Facts) -> bool:
    """Whether the figure that both give is a number, and no mere "hundreds"."""
    return any(
        same_figure(x, y) and has_digit(x.text) and has_digit(y.text) for x in a.amounts for y in b.amounts
    )

"""What speaks for two claims telling of one transfer: each part a weight with its words."""

from __future__ import annotations

from tallybook.model import Certainty, Stage
from tallybook.reconcile.agreeing import WIDE
from tallybook.reconcile.amounts import in_other_money
from tallybook.reconcile.clashes import (
    LONG,
    a_year_off,
    shared_figure,
)
from tallybook.reconcile.counting import (
    fits_words,
    has_figure,
    same_few,
    same_vague_words,
)
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.meeting import (
    NEWS_DAYS,
    background,
    both_since,
    known_days,
    one_charge,
    one_date,
    same_lot,
)
from tallybook.reconcile.origins import Told
from tallybook.reconcile.retelling import alike, goods_told_next
from tallybook.reconcile.when import Days

_SEASON = 62
"""Days between reports of which neither need know of the other's news."""

_WITHIN = 0.75
"""What it weighs that the one happened early in the month in which the other did."""

_WEEK = 7
"""Days between reports of which the one retells what the other had."""

_YEAR = 366
_ROUNDS = frozenset({"ammunition", "artillery", "shells"})


def for_one_transfer(one: Told, two: Told, origin: str | None, *, copied: bool) -> list[tuple[float, str]]:
    """What speaks for it.

    Args:
        one: a claim.
        two: another one.
        origin: why both go back to one origin, if they do.
        copied: the report of one depends on that of the other.
    """
    a, b = one.facts, two.facts
    figure = shared_figure(a, b)
    same_goods = (a.goods & b.goods) - WIDE
    marks = a.marks & b.marks
    both_narrow = a.narrow and b.narrow and a.period.meets(b.period)
    days = within_days(one, two)
    named = a.named & b.named if _news_of_days(one, two) else frozenset()
    return [
        (2.0 if origin else 0.0, f"one origin: {origin}"),
        (0.75 if not origin and _own_voice_of_one_day(one, two) else 0.0, "told by reports of one occasion"),
        (2.5 if figure else 0.0, f"the same figure ({figure})"),
        (1.5 if not figure and paid_in_other_money(a, b) else 0.0, "the sum in other money"),
        (_type_weight(a, b), f"the same type ({', '.join(sorted(marks))})"),
        (2.5 if a.ships & b.ships else 0.0, f"the same ship ({', '.join(sorted(a.ships & b.ships))})"),
        (1.5 if both_narrow else _period_weight(a, b), "the same days" if both_narrow else "the same period"),
        (1.75 if a.family is Family.DENIAL and not origin else 0.0, "a denial by one party within days"),
        (1.75 if not origin and one_charge(a, b) else 0.0, "a charge of all arms by one party"),
        (0.75 if not origin and one_relay(a, b) else 0.0, "both have it from one outlet"),
        (0.75 if not origin and _denied_at_large(a, b) else 0.0, "denied as a whole"),
        (1.75 if same_lot(a, b) else 0.0, f"the {a.lot} of several lots in both"),
        (0.75 if same_vague_words(a, b) else 0.0, "the same words for how many"),
        (
            0.75 if not figure and fits_words(a, b) and not months_apart(a, b) else 0.0,
            "a number that fits the other's words",
        ),
        (0.75 if (origin or marks) and same_few(a, b) else 0.0, "as many"),
        (0.5 if (origin or one_date(a, b)) and _goods_left_open(a, b) else 0.0, "one stage, goods left open"),
        (_goods_weight(a, b), f"the same goods ({', '.join(sorted(same_goods))})"),
        (0.75 if _same_words(a, b) else 0.0, f"the same words for goods ({', '.join(_same_words(a, b))})"),
        (1.0 if a.report == b.report and a.earlier == b.earlier else 0.0, "one report on one flow and stage"),
        (0.75 if _one_seizure(a, b) else 0.0, "one seizure in one report"),
        (1.5 if a.report != b.report and alike(a, b) else 0.0, "nearly the same words"),
        (min(1.5, 0.75 * len(named)), f"the same names beside it ({', '.join(sorted(named))})"),
        *([] if origin else _told_within_days(one, two, known=bool(same_goods or named), named=bool(named))),
        (0.75 if not (origin or days) and same_goods and background(a, b) else 0.0, "background of one news"),
        (0.5 if _one_calibre(a, b) else 0.0, "the same calibre"),
        (_copied_weight(a, b) if copied else 0.0, "one report depends on the other"),
        (_beside_weight(a, b), "side by side"),
    ]


def _same_words(a: Facts, b: Facts) -> list[str]:
    """The plain words for goods that both use."""
    return sorted(a.kinds & b.kinds or a.goods_words & b.goods_words)


def within_days(one: Told, two: Told) -> bool:
    """Whether reports of the same days tell it as news of their own."""
    return _news_of_days(one, two) and not (one.facts.lent or two.facts.lent)


def _news_of_days(one: Told, two: Told) -> bool:
    """The same, though the goods of either be those of which its report told before."""
    a, b = one.occasion, two.occasion
    current = not (a.earlier or b.earlier) and a.narrow and b.narrow and a.days.meets(b.days, NEWS_DAYS)
    return current and one.facts.report != two.facts.report


def _told_within_days(one: Told, two: Told, *, known: bool, named: bool) -> list[tuple[float, str]]:
    """What it weighs that reports of the same days tell it; ``known``: by goods or ``named`` names."""
    return [
        (0.75 if known and within_days(one, two) else 0.0, "told within days"),
        (1.75 if not named and _news_of_flow(one, two) else 0.0, "the news of one flow within days"),
    ]


def _news_of_flow(one: Told, two: Told) -> bool:
    """Whether reports of the same days tell as news of one flow that something came, the one in wide words.

    What a party owns to need not be what it is charged with.
    """
    a, b = one.facts, two.facts
    told = a.family is b.family is Family.SUPPLY and a.flow == b.flow and None not in a.flow
    party = [f.speaker.block is not None and f.speaker.block in f.flow for f in (a, b)]
    told = told and not (party[0] != party[1] and Certainty.ALLEGED in (a.certainty, b.certainty))
    wide = any(not f.goods - WIDE for f in (a, b)) and not (a.lasting or b.lasting)
    other = a.named and b.named and not a.named & b.named  # other towns, other brokers
    return told and wide and not other and is_fresh(a) and is_fresh(b) and _news_of_days(one, two)


def is_fresh(facts: Facts) -> bool:
    """Whether it may have happened just before its report, for all that this tells of the time."""
    last, told = facts.period.last, facts.published.first
    over = last is not None and told is not None and not facts.period.meets(facts.published, _WEEK)
    return not over and (facts.period.length or 0) <= LONG


def _period_weight(a: Facts, b: Facts) -> float:
    """What one and the same longer period weighs: a flow seldom has two contracts in a year."""
    days, deals = a.period.length, a.family is b.family is Family.DEAL
    if deals and days and b.period.length and max(days, b.period.length) <= _YEAR:
        off = 1.25 if a_year_off(a, b) else 0.0
        return (2.0 if a.period == b.period else 1.5) if a.period.meets(b.period) else off
    if both_since(a, b):
        return 1.0
    if a.period != b.period or a.period == Days():
        held = a.period.holds(b.period, _SEASON) or b.period.holds(a.period, _SEASON)
        return _WITHIN if held and a.report != b.report else 0.0
    if days is None:
        return 1.0 if a.period.first is None else 0.5
    return 1.5 if days <= LONG else 1.0


def one_relay(a: Facts, b: Facts) -> bool:
    """Whether reports of one week have it from people who told one outlet, or one is that outlet."""
    relayed = set(a.via) & set(b.through) or set(b.via) & set(a.through)
    return (
        bool(relayed) and a.report != b.report and a.published.meets(b.published, _WEEK) and known_days(a, b)
    )


def _one_calibre(a: Facts, b: Facts) -> bool:
    return bool(a.calibres & b.calibres) and a.report != b.report


def _type_weight(a: Facts, b: Facts) -> float:
    """What one type weighs: little where one of them only goes on telling of what was named before."""
    return (0.0, 1.0, 2.0)[2 - a.lent - b.lent] if a.marks & b.marks else 0.0


def _goods_left_open(a: Facts, b: Facts) -> bool:
    """Whether two reports tell of one stage, and one of them names no goods, or only arms at large."""
    lent = (a.lent or b.lent) and not a.goods & b.goods
    wide = any(not f.goods - WIDE for f in (a, b))
    return a.report != b.report and a.family is b.family and (lent or wide)


def _denied_at_large(a: Facts, b: Facts) -> bool:
    """Whether both deny it, one without a word of which goods, and either now or as ever."""
    denials = a.family is b.family is Family.DENIAL and a.earlier == b.earlier
    return denials and not (a.goods - WIDE and b.goods - WIDE)


def _goods_weight(a: Facts, b: Facts) -> float:
    """What shared categories weigh: less where either tells of more, little where the plain words differ."""
    one, two = a.goods - WIDE, b.goods - WIDE
    if not one & two:
        return 0.0
    weight = len(one & two) / len(a.goods | b.goods) * (0.5 if a.lent or b.lent else 1.0)
    rounds = a.report == b.report and (a.kinds | b.kinds) <= _ROUNDS  # "the munitions", of shells
    rounds = rounds and not (has_figure(a) or has_figure(b))
    return weight if rounds or a.kinds & b.kinds or not (a.kinds and b.kinds) else 0.25 * weight


def paid_in_other_money(a: Facts, b: Facts) -> bool:
    """Whether two reports give one sum in two currencies."""
    return a.report != b.report and any(in_other_money(x, y) for x in a.amounts for y in b.amounts)


def _copied_weight(a: Facts, b: Facts) -> float:
    """What it weighs that one report depends on the other: more where the sentence is the same."""
    return 1.0 if a.report != b.report and a.family is b.family and alike(a, b) else 0.5


def _own_voice_of_one_day(one: Told, two: Told) -> bool:
    kinds = (one.facts.speaker.kind, two.facts.speaker.kind)
    if "own-voice" not in kinds and "unspecified" not in kinds:
        return False
    a, b = one.occasion, two.occasion
    if one.facts.report == two.facts.report and a.earlier == b.earlier and not (a.narrow or b.narrow):
        return not _mere_arms(one.facts, two.facts)
    several = one.facts.report != two.facts.report or not _mere_arms(one.facts, two.facts)
    return several and a.narrow and b.narrow and a.earlier == b.earlier and a.days.meets(b.days, 1)


def _mere_arms(a: Facts, b: Facts) -> bool:
    """Whether both speak of "arms" and no more: two charges of one report need not be one."""
    told = a.family is b.family is Family.SUPPLY
    return told and a.kinds == b.kinds == {"arms"} and not (a.goods | b.goods) - WIDE and a.marks == b.marks


def _one_seizure(a: Facts, b: Facts) -> bool:
    seized = a.stage is b.stage is Stage.SEIZED
    return seized and a.report == b.report and a.earlier == b.earlier and Days() in (a.period, b.period)


def _beside_weight(a: Facts, b: Facts) -> float:
    """What it weighs that two claims of a report stand side by side: more if only the second names goods."""
    beside = a.report == b.report and _next_to(a, b)
    return (0.5 if beside else 0.0) + (1.0 if goods_told_next(a, b) else 0.0)


def _next_to(a: Facts, b: Facts) -> bool:
    if a.sentence == b.sentence:
        return True
    return abs(a.sentence.start - b.sentence.end) < 3 or abs(b.sentence.start - a.sentence.end) < 3


def months_apart(a: Facts, b: Facts) -> bool:
    """Whether the two reports came out long after one another."""
    return not a.published.meets(b.published, _SEASON)

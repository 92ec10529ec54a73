"""Whether words or days show that one claim tells again what another one told. Pure."""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.reconcile.agreeing import WIDE
from tallybook.reconcile.amounts import MONEY, same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.meeting import NEWS_DAYS
from tallybook.reconcile.when import Days

_NEXT = 5
"""Characters between two sentences of which the one follows the other, be it in the next paragraph."""


def alike(a: Facts, b: Facts) -> bool:
    """Whether most of what the words of the one mean stands in those of the other."""
    common = len(a.stems & b.stems)
    return common >= 3 and common >= 0.6 * min(len(a.stems), len(b.stems))


def goods_told_next(a: Facts, b: Facts) -> bool:
    """Whether the one names no goods at all, and the next sentence of its paragraph or page does."""
    first, then = sorted((a, b), key=lambda f: f.start)
    bare = not (first.goods or first.amounts) and bool(then.goods)
    beside = a.report == b.report and 0 <= then.sentence.start - first.sentence.end < _NEXT
    return bare and beside and a.stage is b.stage and a.flow == b.flow


def one_day(a: Facts, b: Facts) -> bool:
    """Whether two reports put one stage on one and the same few days."""
    days = a.narrow and b.narrow and a.period == b.period
    return days and a.family is b.family and a.report != b.report


def one_order(a: Facts, b: Facts) -> bool:
    """Whether two reports tell of an order of as many of one type, whichever year they give it."""
    counted = any(same_figure(x, y) for x in a.amounts[:1] for y in b.amounts[:1] if x.exact and y.exact)
    return counted and a.report != b.report and not (a.lent or b.lent) and may_be_one_order(a, b)


def may_be_one_order(a: Facts, b: Facts) -> bool:
    """Whether both tell of an order of one type, and not of two numbers of it."""
    agreed = a.stage is b.stage is Stage.AGREED and a.flow == b.flow and None not in a.flow
    agreed = agreed and (a.report != b.report or a.opens_back or b.opens_back)
    counts = [[x for x in f.amounts[:1] if x.family not in MONEY] for f in (a, b)]
    other = any(not same_figure(x, y) for x in counts[0] for y in counts[1])
    return agreed and bool(a.marks & b.marks) and not (other or a.negated or b.negated)


def told_again(a: Facts, b: Facts, a_said: Days, b_said: Days) -> bool:
    """Whether the one tells as earlier news what the other told then, or the same person, in like words."""
    then = a_said.known and b_said.known and a_said.meets(b_said) and a.report != b.report
    person = a.speaker.key is not None and a.speaker.key == b.speaker.key
    return (then or person) and alike(a, b)


def always_denied(a: Facts, b: Facts) -> bool:
    """Whether reports of the same days tell that a party denies it all, one of them as it ever has."""
    denied = a.family is b.family is Family.DENIAL and a.flow == b.flow and a.report != b.report
    at_large = not any(f.goods - WIDE or f.amounts or f.named for f in (a, b))
    nobody = a.speaker.kind == b.speaker.kind == "organisation"
    ever = a.standing or b.standing
    return denied and at_large and nobody and ever and a.published.meets(b.published, NEWS_DAYS)


def denied_anew(a: Facts, b: Facts) -> bool:
    """Whether both deny the same flow now, and neither only as its party always does."""
    denials = a.family is b.family is Family.DENIAL and a.flow == b.flow
    return denials and not (a.standing or b.standing or a.earlier or b.earlier)


def denies_again(a: Facts, b: Facts) -> bool:
    """Whether one person, or a party, denies, or says that nothing shows it, in reports of the same days."""
    person = a.speaker.kind == "person" and a.speaker.key == b.speaker.key
    party = a.speaker.kind == b.speaker.kind == "organisation" and denied_anew(a, b)
    denied = a.negated and b.negated and a.flow == b.flow and a.family is b.family
    return denied and (party or person)

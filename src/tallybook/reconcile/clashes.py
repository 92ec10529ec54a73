"""What two claims can never share one transfer with, whatever third claims link them. Pure."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Stage
from tallybook.reconcile.agreeing import WIDE, goods_agree, lots_agree
from tallybook.reconcile.amounts import MONEY, may_be_one, near_price, same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.wording import touches

_USED_AFTER = dt.timedelta(days=2)
LONG = 31
"""Days between two periods that one transfer cannot have."""


def clash_of(a: Facts, b: Facts, *, one_origin: bool) -> str | None:
    """Why two claims are of two transfers whatever links them: figures, times or fates that part them.

    Args:
        a: the facts of a claim.
        b: those of another one.
        one_origin: one source gave both; its figures may differ from report to report.
    """
    if Family.DENIAL in (a.family, b.family):
        return None
    if counts_goods(a) and counts_goods(b) and not goods_agree(a, b) and not shared_figure(a, b):
        return "each counts other goods"
    if times_clash(a, b):
        return "other times"
    fate = other_fate(a, b)
    if fate:
        return fate
    if lasting_and_once(a, b):
        return "goes on and on here, one delivery there"
    if a.report == b.report and two_numbers(a, b) and not (is_part(a) or is_part(b)):
        return f"“{a.amounts[0].text}” and “{b.amounts[0].text}” in one report"
    if one_origin:
        return None
    if seized_and_come(a, b):
        return "taken on the way here, come there"
    if a.report != b.report and _other_goods(a, b):
        return "other goods"
    if a.report == b.report or not (a.amounts and b.amounts) or not figures_clash(a, b):
        return None
    return f"“{a.amounts[0].text}” and “{b.amounts[0].text}” of two origins"


def other_fate(a: Facts, b: Facts) -> str | None:
    """Why what became of the goods of the one did not become of those of the other."""
    if {a.stage, b.stage} == {Stage.SEIZED, Stage.USED}:
        return "taken on the way, and used"
    if not lots_agree(a, b):
        return f"the {a.lot} of several lots here, the {b.lot} there"
    if just_sent(a, b):
        return "sent off just now, and used"
    return None


def two_numbers(a: Facts, b: Facts) -> bool:
    """Whether each counts a number of the same things, and no number is both."""
    if a.alternative and b.alternative:
        return False
    return any(
        x.exact and y.exact and not {x.family, y.family} & MONEY and not may_be_one(x, y)
        for x in a.amounts[:1]
        for y in b.amounts[:1]
    )


def is_part(facts: Facts) -> bool:
    """Whether its figure counts some of what was told before: "500 of them"."""
    return any(touches("some-of-words", amount.text) for amount in facts.amounts)


def just_sent(a: Facts, b: Facts) -> bool:
    """Whether the one is told as used on the very days on which the other set out."""
    if (a.stage is Stage.USED) == (b.stage is Stage.USED):
        return False
    used, sent = (a, b) if a.stage is Stage.USED else (b, a)
    first, told = sent.period.first, used.published.first
    late = first is not None and told is not None and first >= told - _USED_AFTER
    return sent.narrow and not used.period.known and late


def shared_figure(a: Facts, b: Facts) -> str | None:
    """The figure that both claims name, in the words of the first."""
    alike = bool((a.goods & b.goods) - WIDE)
    return next((x.text for x in a.amounts for y in b.amounts if same_figure(x, y, one_kind=alike)), None)


def figures_clash(a: Facts, b: Facts) -> bool:
    """Whether no number satisfies both claims, though both count the same things; prices may differ."""
    told = [(x, y) for x in a.amounts for y in b.amounts if x.telling and y.telling]
    return any(not (may_be_one(x, y) or near_price(x, y)) for x, y in told) and not shared_figure(a, b)


def counts_goods(facts: Facts) -> bool:
    """Whether the claim gives a number of things, not only a price."""
    return any(x.family not in MONEY for x in facts.amounts)


def _other_goods(a: Facts, b: Facts) -> bool:
    """Whether each names goods, none of them in wide words, and none that the other may mean."""
    named = a.goods and b.goods and not (a.lent or b.lent or (a.goods | b.goods) & WIDE)
    return bool(named) and not goods_agree(a, b) and not shared_figure(a, b)


def times_clash(a: Facts, b: Facts) -> bool:
    """Whether the two happened at times that are long apart."""
    other = not a.ships & b.ships and a.family is b.family
    return other and not a.period.meets(b.period, slack_of(a, b))


def slack_of(a: Facts, b: Facts) -> int:
    """Days that may lie between two periods of one transfer: none between two years or halves of one."""
    return 0 if min(a.period.length or 0, b.period.length or 0) > LONG else LONG


def lasting_and_once(a: Facts, b: Facts) -> bool:
    """Whether the one goes on and on, and the other is a haul or has its day."""
    lasting = a if a.lasting else b
    other = b if lasting is a else a
    return lasting.lasting and not other.lasting and (other.stage is Stage.SEIZED or other.narrow)


def seized_and_come(a: Facts, b: Facts) -> bool:
    """Whether the one was taken on the way, and the other came to its recipient."""
    if a.pointing or b.pointing:
        return False  # "they came from Iran", of what was seized
    stages = {a.stage, b.stage}
    return Stage.SEIZED in stages and bool(stages & {Stage.DELIVERED, Stage.RECEIVED})

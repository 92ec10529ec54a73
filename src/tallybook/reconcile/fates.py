"""What became of the goods of two claims: taken on the way, under way, come, used. Pure."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Category, Stage
from tallybook.reconcile.agreeing import lots_agree
from tallybook.reconcile.amounts import MONEY
from tallybook.reconcile.facts import Facts

_USED_AFTER = dt.timedelta(days=2)

LOTS = "of several lots"
SOME_USED = "what was used is not said"
USED_UP = "taken on the way, and used"
UNDER_WAY = "sent off just now, and used"
PARTING = frozenset({SOME_USED, USED_UP, UNDER_WAY})
"""What parts two claims however much they share."""

_AT_LARGE = frozenset({Category.UNSPECIFIED})


def other_fate(a: Facts, b: Facts) -> str | None:
    """Why what became of the goods of the one did not become of those of the other."""
    if {a.stage, b.stage} == {Stage.SEIZED, Stage.USED}:
        return USED_UP
    if not lots_agree(a, b):
        return f"the {a.lot} {LOTS} here, the {b.lot} there"
    if just_sent(a, b):
        return UNDER_WAY
    return SOME_USED if _used_at_large(a, b) or _used_at_large(b, a) else None


def just_sent(a: Facts, b: Facts) -> bool:
    """Whether the one is told as used on the very days on which the other set out."""
    if (a.stage is Stage.USED) == (b.stage is Stage.USED):
        return False
    used, sent = (a, b) if a.stage is Stage.USED else (b, a)
    first, told = sent.period.first, used.published.first
    late = first is not None and told is not None and first >= told - _USED_AFTER
    return sent.narrow and not used.period.known and late


def _used_at_large(used: Facts, sent: Facts) -> bool:
    """Whether weapons of whatever kind were used, and the other is a consignment of so many things."""
    wide = used.stage is Stage.USED and used.goods == _AT_LARGE and not (used.marks or used.lent)
    many = any(amount.family not in MONEY and amount.figure != 1 for amount in sent.amounts)
    return wide and many and sent.stage is not Stage.USED and not used.amounts


def used_since(a: Facts, b: Facts) -> bool:
    """Whether the one was used after the other came: the time of use is not that of the delivery."""
    used, come = (a, b) if a.stage is Stage.USED else (b, a)
    return used.stage is Stage.USED and come.stage is not Stage.USED and come.period.is_before(used.period)


def seized_and_come(a: Facts, b: Facts) -> bool:
    """Whether the one was taken on the way, and the other came to its recipient."""
    if a.pointing or b.pointing or a.taken or b.taken:
        return False  # "they came from Iran", of what was seized
    stages = {a.stage, b.stage}
    return Stage.SEIZED in stages and bool(stages & {Stage.DELIVERED, Stage.RECEIVED})

"""Transfers that the rules left apart, put together where all their claims together are more likely one.

The pairs of two groups are weighed together: one likely pair does not outweigh many that are not. The
likeliest two are put together first, never across a direction nor against a person's judgement.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from tallybook.reconcile.grouping import Group, Link, Parts, fault_of
from tallybook.reconcile.likeliest import MANY, NEVER, Part, mean_of, pairs, put_together
from tallybook.reconcile.likeness import Likeness

Weigh = Callable[[str, str], Likeness]
"""How likely two claims, given in order, are of one transfer."""


def join(parts: Parts, group: Group, weigh: Weigh) -> Parts:
    """Put transfers together that are more likely one than not.

    Args:
        parts: transfers as the rules made them.
        group: their claims.
        weigh: see ``Weigh``.

    Returns:
        The parts, with the likeliest pair of any two that were put together among the links.
    """
    if len(group.flows) > MANY:
        return parts
    weigh = cache(weigh)

    def mean(one: Part, two: Part) -> float:
        if fault_of(one | two, group):
            return NEVER
        return mean_of(weigh(*pair).odds for pair in pairs(one, two))

    whole = set(map(frozenset, parts.transfers))
    followed = []
    for one, two in put_together(whole, mean, least=0):
        followed.append(_link(one, two, weigh))
        whole = (whole - {one, two}) | {one | two}
    transfers = tuple(sorted(tuple(sorted(part)) for part in whole))
    return msgspec.structs.replace(parts, transfers=transfers, followed=(*parts.followed, *followed))


def _link(one: Part, two: Part, weigh: Weigh) -> Link:
    """The pair that speaks most for two groups being one."""
    a, b = max(pairs(one, two), key=lambda pair: (weigh(*pair).odds, pair))
    likeness = weigh(a, b)
    reason = f"all in all more likely one than not: {likeness.reason}"
    return Link(a=a, b=b, score=round(likeness.odds, 2), reason=reason)

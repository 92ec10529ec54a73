"""Transfers that the rules left apart, put together where all their claims together are more likely one.

The pairs of two groups are weighed together: one likely pair does not outweigh many that are not. The
likeliest two are put together first, never across a direction nor against a person's judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations

import msgspec

from tallybook.reconcile.grouping import Group, Link, Parts, fault_of
from tallybook.reconcile.likeness import Likeness

Weigh = Callable[[str, str], Likeness]
"""How likely two claims, given in order, are of one transfer."""

_Part = frozenset[str]

_MANY = 100
"""Claims up to which a group is weighed, as every pair is; a larger one stands as the rules made it."""


def join(parts: Parts, group: Group, weigh: Weigh) -> Parts:
    """Put transfers together that are more likely one than not.

    Args:
        parts: transfers as the rules made them.
        group: their claims.
        weigh: see ``Weigh``.

    Returns:
        The parts, with the likeliest pair of any two that were put together among the links.
    """
    if len(group.flows) > _MANY or len(parts.transfers) == 1:
        return parts
    work = _Work(map(frozenset, parts.transfers), group, cache(weigh))
    followed = []
    while (best := work.best()) is not None:
        followed.append(work.merge(*best))
    transfers = tuple(sorted(tuple(sorted(part)) for part in work.parts))
    return msgspec.structs.replace(parts, transfers=transfers, followed=(*parts.followed, *followed))


class _Work:
    """The groups as they grow, and how likely any two of them are one."""

    def __init__(self, parts: Iterable[_Part], group: Group, weigh: Weigh) -> None:
        self.parts, self._group, self._weigh = set(parts), group, weigh
        self._odds = {frozenset(pair): self._mean(*pair) for pair in combinations(self.parts, 2)}

    def best(self) -> tuple[_Part, _Part] | None:
        """The two groups that are likeliest one, if any two are more likely one than not."""
        likely = ((-odds, sorted(pair, key=sorted)) for pair, odds in self._odds.items() if odds > 0)
        found = min(likely, key=lambda item: (item[0], *map(sorted, item[1])), default=None)
        return (found[1][0], found[1][1]) if found else None

    def merge(self, one: _Part, two: _Part) -> Link:
        """Make one group of two; gives the pair that speaks most for it."""
        a, b = max(_pairs(one, two), key=lambda pair: (self._weigh(*pair).odds, pair))
        self._odds = {pair: odds for pair, odds in self._odds.items() if one not in pair and two not in pair}
        self.parts -= {one, two}
        whole = one | two
        self._odds.update({frozenset((whole, other)): self._mean(whole, other) for other in self.parts})
        self.parts.add(whole)
        likeness = self._weigh(a, b)
        reason = f"all in all more likely one than not: {likeness.reason}"
        return Link(a=a, b=b, score=round(likeness.odds, 2), reason=reason)

    def _mean(self, one: _Part, two: _Part) -> float:
        """The mean log odds over the pairs of two groups; below any chance where they cannot be one."""
        if fault_of(one | two, self._group):
            return float("-inf")
        odds = [self._weigh(*pair).odds for pair in _pairs(one, two)]
        return sum(sorted(odds)) / len(odds)


def _pairs(one: _Part, two: _Part) -> list[tuple[str, str]]:
    return [(min(a, b), max(a, b)) for a in one for b in two]

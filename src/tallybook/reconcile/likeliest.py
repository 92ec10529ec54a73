"""Groups put together, the likeliest two first, as long as any two are likely enough one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

Part = frozenset[str]
Means = dict[frozenset[Part], float]
"""For every two groups how likely they are one, as mean log odds over the pairs of their members."""

NEVER = float("-inf")
"""The log odds of what is never one."""

MANY = 100
"""Members up to which groups are weighed, as every pair is; more of them stand as the rules made them."""


def pairs(one: Part, two: Part) -> list[tuple[str, str]]:
    """Every pair of a member of each, the names of a pair in order."""
    return [(min(a, b), max(a, b)) for a in one for b in two]


def mean_of(odds: Iterable[float]) -> float:
    """The mean, the same in whatever order they come; ``NEVER`` of none."""
    known = sorted(odds)
    return sum(known) / len(known) if known else NEVER


def put_together(
    parts: Iterable[Part], mean: Callable[[Part, Part], float], least: float, close: float | None = None
) -> Iterator[tuple[Part, Part]]:
    """The pairs of groups to put together, one after the other; each counts as one group from then on.

    Args:
        parts: the groups.
        mean: how likely two of them are one.
        least: the mean that a pair must be above.
        close: a group that is as likely, give or take this, one with either of two that are not stays alone.
    """
    left = set(parts)
    means = {frozenset(pair): mean(*pair) for pair in combinations(left, 2)}
    while (best := _likeliest(means, least)) is not None:
        one, two = best
        torn = _torn(one, two, means, close) if close is not None else []
        if torn:
            means |= dict.fromkeys((frozenset(best), *torn), NEVER)
            continue
        yield best
        whole = one | two
        left -= {one, two}
        means = {pair: value for pair, value in means.items() if one not in pair and two not in pair}
        means |= {frozenset((whole, other)): mean(whole, other) for other in left}
        left.add(whole)


def _likeliest(means: Means, least: float) -> tuple[Part, Part] | None:
    likely = ((-mean, sorted(pair, key=sorted)) for pair, mean in means.items() if mean > least)
    found = min(likely, key=lambda item: (item[0], *map(sorted, item[1])), default=None)
    return (found[1][0], found[1][1]) if found else None


def _torn(one: Part, two: Part, means: Means, close: float) -> list[frozenset[Part]]:
    """Other pairs of either group that are as likely, though the three are never all one."""
    mean = means[frozenset((one, two))]
    return [
        pair
        for pair, other in means.items()
        for mine, its in ((one, two), (two, one))
        if mine in pair and its not in pair and mean - other < close
        for rival in pair - {mine}
        if means[frozenset((rival, its))] == NEVER
    ]

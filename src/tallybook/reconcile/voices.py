"""Which claims go back to one origin: by rules, and where these leave it open, all in all.

As transfers are (``joining``): origins are put together, likeliest first, while the mean over all
pairs of their claims is well above even chance; what may be of two that are not one stays alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations

from tallybook.reconcile.components import Components

Odds = Callable[[str, str], float | None]
"""The log odds that two claims, given in order, go back to one origin; ``None`` where one names no source."""

_Part = frozenset[str]

_LIKELY = 0.4
"""Mean log odds from which on two are put together: three to two."""

_CLOSE = 0.1
"""Log odds within which two are as likely as one another."""

_MANY = 100
"""Claims up to which a group is weighed, as every pair is; a larger one stands as the rules made it."""


class Voices:
    """Groups of claims of one origin that stay right one change at a time.

    Args:
        sure: for a claim those that rules put to the same origin.
        odds: see ``Odds``.
    """

    def __init__(self, sure: Callable[[str], Iterable[str]], odds: Odds) -> None:
        self._sure, self._odds = sure, odds
        self._near = Components()
        self._parts: dict[str, tuple[_Part, _Part]] = {}
        self.add, self.link, self.changed = self._near.add, self._near.link, self._near.changed
        self.recall = self._near.recall

    def remove(self, claim: str) -> None:
        """Forget a claim and its links."""
        self._near.remove(claim)
        self._parts.pop(claim, None)

    def group(self, claim: str) -> _Part:
        """Every claim of the origin of ``claim``."""
        whole = self._near.group(claim)
        known = self._parts.get(claim)
        if known is None or known[0] is not whole:
            self._parts.update((one, (whole, part)) for part in self._cut(whole) for one in part)
        return self._parts[claim][1]

    def _cut(self, whole: _Part) -> set[_Part]:
        """The origins of claims that hang together by what rules show or what is likely."""
        parts: set[_Part] = set()
        for claim in whole:
            if not any(claim in part for part in parts):
                parts.add(self._known(claim))
        if len(whole) > _MANY or len(parts) == 1:
            return parts
        odds = cache(self._odds)
        means = {frozenset(pair): _mean(*pair, odds) for pair in combinations(parts, 2)}
        while (best := _likeliest(means)) is not None:
            one, two = best
            torn = _torn(one, two, means)
            if torn:
                means |= dict.fromkeys((frozenset(best), *torn), float("-inf"))
                continue
            parts = (parts - {one, two}) | {one | two}
            means = {pair: mean for pair, mean in means.items() if one not in pair and two not in pair}
            means |= {frozenset((one | two, p)): _mean(one | two, p, odds) for p in parts - {one | two}}
        return parts

    def _known(self, claim: str) -> _Part:
        seen, todo = {claim}, [claim]
        while todo:
            new = set(self._sure(todo.pop())) - seen
            seen |= new
            todo += new
        return frozenset(seen)


def _mean(one: _Part, two: _Part, odds: Odds) -> float:
    told = [odds(min(a, b), max(a, b)) for a in one for b in two]
    known = sorted(value for value in told if value is not None)
    return sum(known) / len(known) if known else float("-inf")


def _likeliest(means: dict[frozenset[_Part], float]) -> tuple[_Part, _Part] | None:
    likely = ((-mean, sorted(pair, key=sorted)) for pair, mean in means.items() if mean > _LIKELY)
    found = min(likely, key=lambda item: (item[0], *map(sorted, item[1])), default=None)
    return (found[1][0], found[1][1]) if found else None


def _torn(one: _Part, two: _Part, means: dict[frozenset[_Part], float]) -> list[frozenset[_Part]]:
    """Other pairs of either part that are as likely, though the three are not all of one origin."""
    mean = means[frozenset((one, two))]
    return [
        pair
        for pair, other in means.items()
        for mine, its in ((one, two), (two, one))
        if mine in pair and its not in pair and mean - other < _CLOSE
        for rival in pair - {mine}
        if means[frozenset((rival, its))] == float("-inf")
    ]

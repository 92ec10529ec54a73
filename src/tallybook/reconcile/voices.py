"""Which claims go back to one origin: by rules, and where these leave it open, all in all.

As transfers are (``joining``): origins are put together, likeliest first, while the mean over all
pairs of their claims is well above even chance; what may be of two that are not one stays alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from tallybook.reconcile.components import Components, reached
from tallybook.reconcile.likeliest import MANY, Part, mean_of, pairs, put_together

Odds = Callable[[str, str], float | None]
"""The log odds that two claims, given in order, go back to one origin; ``None`` where one names no source."""

_LIKELY = 0.4
"""Mean log odds from which on two are put together: three to two."""

_CLOSE = 0.1
"""Log odds within which two are as likely as one another."""


class Voices:
    """Groups of claims of one origin that stay right one change at a time.

    Args:
        sure: for a claim those that rules put to the same origin.
        odds: see ``Odds``.
    """

    def __init__(self, sure: Callable[[str], Iterable[str]], odds: Odds) -> None:
        self._sure, self._odds = sure, odds
        self._near = Components()
        self._parts: dict[str, tuple[Part, Part]] = {}
        self.add, self.link, self.changed = self._near.add, self._near.link, self._near.changed
        self.recall = self._near.recall

    def remove(self, claim: str) -> None:
        """Forget a claim and its links."""
        self._near.remove(claim)
        self._parts.pop(claim, None)

    def group(self, claim: str) -> Part:
        """Every claim of the origin of ``claim``."""
        whole = self._near.group(claim)
        known = self._parts.get(claim)
        if known is None or known[0] is not whole:
            self._parts.update((one, (whole, part)) for part in self._cut(whole) for one in part)
        return self._parts[claim][1]

    def _cut(self, whole: Part) -> set[Part]:
        """The origins of claims that hang together by what rules show or what is likely."""
        parts = {reached(claim, self._sure) for claim in whole}
        if len(whole) > MANY:
            return parts
        odds = cache(self._odds)

        def mean(one: Part, two: Part) -> float:
            told = (odds(*pair) for pair in pairs(one, two))
            return mean_of(value for value in told if value is not None)

        for one, two in put_together(set(parts), mean, _LIKELY, _CLOSE):
            parts = (parts - {one, two}) | {one | two}
        return parts

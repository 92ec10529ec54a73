"""What each trait of a pair of claims says of their being one transfer, or of one origin."""

from __future__ import annotations

from tallybook.vocabulary.loader import Entry


class Trait(Entry, frozen=True, kw_only=True):
    """A trait with its weight.

    Attributes:
        name: what holds of the two, as ``reconcile.traits`` and ``reconcile.origin_traits`` name it;
            ``"always"`` holds of every pair.
        weight: what it adds to the log odds (natural) that they are; fitted, never set by hand
            (``bench/reconciling/fitting.py``).
    """

    name: str
    weight: float

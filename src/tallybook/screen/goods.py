"""Do the goods of a flow fall under the goods of a measure?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Category

_NO_ARMS = frozenset({Category.DUAL_USE, Category.TECHNOLOGY, Category.FUEL, Category.TROOPS})
_OPEN = frozenset({Category.UNSPECIFIED, Category.OTHER})
"""Words such as "weapons" or "containers", which may stand for any class of arms."""

_MAJOR = frozenset(
    {
        Category.MISSILES,
        Category.ROCKETS,
        Category.AIR_DEFENCE,
        Category.DRONES,
        Category.AIRCRAFT,
        Category.ARMOURED_VEHICLES,
        Category.SHIPS,
    }
)
"""Ours that meet the seven classes of the UN Register; ammunition does not (class III is the guns)."""

_SCOPES: dict[str, frozenset[Category]] = {
    "any": frozenset(Category),
    "arms": frozenset(Category) - _NO_ARMS - {Category.OTHER},
    "major-arms": _MAJOR,
    "small-arms": frozenset({Category.SMALL_ARMS}),
}


def goods_reason(scope: Iterable[str], categories: Iterable[Category]) -> str | None:
    """Why goods of these categories may fall under ``scope``, in words; ``None`` where they do not.

    Args:
        scope: shorthands and categories of a measure.
        categories: of the flow; empty where the reports name no goods.
    """
    wanted = list(scope)
    covered = frozenset(c for word in wanted for c in _SCOPES.get(word) or {Category(word)})
    given = list(dict.fromkeys(categories))
    named = [category for category in given if category in covered]
    if "any" in wanted:
        return "it covers any goods"
    if named:
        return f"it covers {', '.join(named)}"
    arms = any(word in _SCOPES for word in wanted)
    if arms and not given:
        return "the goods are not named; it may apply if they are arms that it covers"
    if arms and any(category in _OPEN for category in given):
        return "the goods are named in general words; it may apply if they are arms that it covers"
    return None

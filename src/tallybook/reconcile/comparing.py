"""The attributes of a transfer side by side, with typed differences: which module compares which."""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.model import Attribute
from tallybook.reconcile.compare_amounts import compare_quantity
from tallybook.reconcile.compare_goods import compare_goods
from tallybook.reconcile.compare_sources import Offices, compare_ends, compare_sources
from tallybook.reconcile.compare_stance import compare_certainty, compare_likelihood, compare_stage
from tallybook.reconcile.compare_times import compare_period, compare_way
from tallybook.reconcile.values import Said


def compare(members: Sequence[Said], offices: Offices) -> tuple[Attribute, ...]:
    """Every attribute that any claim of the transfer speaks of.

    Args:
        members: claims of one transfer, in the order in which they are to be shown.
        offices: which office each report gives to whom.
    """
    return (
        *compare_ends(members),
        *compare_stage(members),
        *compare_goods(members),
        *compare_quantity(members),
        *compare_period(members),
        *compare_way(members),
        *compare_sources(members, offices),
        *compare_certainty(members),
        *compare_likelihood(members),
    )

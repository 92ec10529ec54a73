"""Lots, cargoes, packages and running totals: what is one transfer, and what is several."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Certainty, Goods, Quantity, Relation, Span, Stage
from tallybook.reconcile import reconcile
from tests.reconcile.press import (
    claim,
    crates,
    crates_sent,
    goods,
    groups,
    period,
    report,
    source,
    transfers,
)


def test_a_later_total_is_its_own_transfer_and_no_contradiction() -> None:
    """A running total at a later date stands apart, related to the figure that it takes up."""
    so_far = crates(90, cumulative=True, as_of="2024-06-01")
    first = crates_sent("a.txt", 40)
    total = crates_sent("b.txt", 90, "has so far sent {} crates", published="2024-06-01", quantity=so_far)
    found = transfers(first, total)
    assert len(found) == 2
    later = next(t for t in found if total[1].id in t.claims)
    assert [(r.relation, r.id) for r in later.related] == [
        (Relation.LATER_TOTAL_OF, next(t.id for t in found if first[1].id in t.claims))
    ]
    assert all(d.type.value != "contradiction" for t in found for a in t.attributes for d in a.differences)


def test_a_lot_and_the_running_total_of_its_day_stand_apart() -> None:
    """One source's lot and total of one day are no two versions of a figure: the lot is part of the total."""
    lot = crates_sent("a.txt", 40)
    total = crates_sent("b.txt", 90, "has in all sent {} crates", quantity=crates(90, cumulative=True))
    found = transfers(lot, total)
    assert len(found) == 2
    part = next(t for t in found if lot[1].id in t.claims)
    assert [r.relation for r in part.related] == [Relation.PART_OF]


@pytest.mark.usefixtures("by_rules")
def test_figures_that_no_number_satisfies_are_not_joined_by_a_third() -> None:
    """“At least 40” goes with 40 and with 90; 40 and 90 of two sources are two transfers all the same."""
    forty = crates_sent("a.txt", 40)
    loose = crates_sent("b.txt", 40, "sent more than {} crates", quantity=crates(40, more=True))
    ninety = crates_sent("c.txt", 90, speaker="Bo Lund", title="a minister of Norway")
    found = transfers(forty, loose, ninety)
    assert not any({forty[1].id, ninety[1].id} <= set(t.claims) for t in found)
    assert any({forty[1].id, loose[1].id} <= set(t.claims) for t in found)


@pytest.mark.usefixtures("by_rules")
def test_the_lots_of_a_package_stand_apart() -> None:
    """Batteries and shells of one promise are two transfers, though the package and its price name both."""
    one = report(
        "a.txt",
        "Iran promised the Houthis 4 radars and 20,000 shells. The help is worth 90 million euros.",
    )
    shared = {"source": source("Ana Brandt", title="a spokeswoman for Iran"), "stage": Stage.PLEDGED}
    radars = claim(
        one,
        "Iran promised the Houthis 4 radars",
        goods=goods("radars", Category.AIR_DEFENCE),
        quantity=Quantity(text="4 radars", min=4, max=4, unit="radars"),
        **shared,
    )
    shells = claim(
        one,
        "20,000 shells",
        goods=goods("shells", Category.ARTILLERY_AMMUNITION),
        quantity=Quantity(text="20,000 shells", min=20_000, max=20_000, unit="shells"),
        **shared,
    )
    whole = claim(
        one,
        "The help is worth 90 million euros",
        goods=goods("help", Category.UNSPECIFIED),
        quantity=Quantity(text="90 million euros", min=9e7, max=9e7, unit="EUR"),
        **shared,
    )
    assert len(reconcile([one], [radars, shells, whole]).transfers) == 3


def test_what_a_cargo_held_belongs_to_the_cargo() -> None:
    """A sentence that begins with "the cargo" lists what the one before counted in other units."""
    one = report(
        "a.txt",
        "Iran sent 40 crates of weapons to the Houthis. The cargo from Iran held 900 rockets for them.",
    )
    counted = claim(one, "Iran sent 40 crates of weapons to the Houthis", quantity=crates(40))
    rockets = Quantity(text="900 rockets", min=900, max=900, unit="rockets")
    listed = claim(
        one, "The cargo from Iran held 900 rockets for them", quantity=rockets, goods=goods("rockets")
    )
    (transfer,) = reconcile([one], [counted, listed]).transfers
    assert set(transfer.claims) == {counted.id, listed.id}


def test_what_left_today_was_not_used_before() -> None:
    """Rockets that are told as used are other ones than those that set out on the day of the report."""
    one = report(
        "one.txt", "Iran shipped KN-23 rockets to the Houthis on Tuesday. They fired such KN-23 rockets.\n"
    )
    rockets: dict[str, Any] = {"goods": goods("KN-23 rockets", designation="KN-23")}
    tuesday = period("on Tuesday", "2024-03-12", "2024-03-12")
    sent = claim(
        one,
        "Iran shipped KN-23 rockets to the Houthis on Tuesday",
        stage=Stage.SHIPPED,
        time=tuesday,
        **rockets,
    )
    used = claim(one, "They fired such KN-23 rockets", stage=Stage.USED, **rockets)
    assert len(groups(one, sent, used)) == 2


@pytest.mark.usefixtures("by_rules")
def test_goods_that_their_own_words_define_point_at_nothing() -> None:
    """Whoever speaks of "the rockets used against the town" does not point at the drones told before."""
    first = "Iran sold the Houthis drones, Harbour Watch said"
    second = "Iran gave the Houthis the weapons used against the town"
    one = report("one.txt", f"{first}. The government says that {second}.\n")
    drones = claim(one, first, source=source("Harbour Watch"), goods=goods("drones", Category.DRONES))
    start = one.text.index("weapons")
    arms = Goods(text="weapons", category=Category.UNSPECIFIED, span=Span(start, start + len("weapons")))
    weapons = claim(one, second, source=source("The government"), goods=(arms,), certainty=Certainty.ALLEGED)
    assert len(groups(one, drones, weapons)) == 2

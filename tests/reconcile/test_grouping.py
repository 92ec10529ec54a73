"""What is put together where a report leaves something out, and what is kept apart for all it shares."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import (
    Category,
    Certainty,
    Claim,
    Goods,
    Quantity,
    Relation,
    Report,
    Route,
    Span,
    Stage,
    Vessel,
)
from tallybook.reconcile import reconcile
from tests.reconcile.press import (
    DENIED,
    claim,
    crates_sent,
    goods,
    groups,
    period,
    report,
    sent,
    simple,
    source,
    transfers,
)


def test_a_denial_that_names_the_state_denies_the_charge_about_the_group() -> None:
    """Who denies arming a state, beside the charge of arming a militia there, denies that charge."""
    one = report("a.txt", "Iran sent rockets to the Houthis, navies say. Iran denied sending arms to Yemen.")
    charge = claim(one, "Iran sent rockets to the Houthis", goods=goods("rockets"))
    denial = claim(
        one,
        "denied sending arms to Yemen",
        recipient="Yemen",
        goods=goods("arms", Category.UNSPECIFIED),
        source=source("Iran", "denied"),
        **DENIED,
    )
    assert groups(one, charge, denial) == [{0, 1}]
    (transfer,) = reconcile([one], [charge, denial]).transfers
    assert (transfer.supplier, transfer.recipient) == ("Iran", "Houthis")


def test_what_is_to_be_delivered_belongs_to_its_pledge() -> None:
    """A plan that points back to what was promised stands with the promise, not with the price of it all."""
    one = report(
        "a.txt",
        "Iran promised the Houthis four radars. The package is worth 90 million euros. "
        "The radars will be delivered from 2026.",
    )
    pledged = claim(
        one,
        "Iran promised the Houthis four radars",
        stage=Stage.PLEDGED,
        goods=goods("radars", Category.AIR_DEFENCE),
        time=period("on Monday", "2024-03-11", "2024-03-11"),
    )
    worth = claim(
        one,
        "The package is worth 90 million euros",
        stage=Stage.PLEDGED,
        goods=goods("package", Category.UNSPECIFIED),
        quantity=Quantity(text="90 million euros", min=9e7, max=9e7, unit="EUR"),
    )
    at = one.text.index("radars will")
    planned = claim(
        one,
        "The radars will be delivered from 2026",
        stage=Stage.PLANNED,
        goods=(Goods(text="radars", span=Span(at, at + 6), category=Category.AIR_DEFENCE),),
        time=period("from 2026", "2026-01-01", None),
    )
    assert {0, 2} in groups(one, pledged, worth, planned)


def test_what_was_taken_on_the_way_did_not_come() -> None:
    """A haul at sea and arms of the same kind that the militia has fired are two transfers."""
    one = report(
        "a.txt",
        "A navy seized rockets that Iran had sent to the Houthis. The Houthis have fired such rockets.",
    )
    seized = claim(
        one,
        "A navy seized rockets that Iran had sent to the Houthis",
        stage=Stage.SEIZED,
        goods=goods("rockets"),
    )
    fired = claim(one, "The Houthis have fired such rockets", stage=Stage.USED, goods=goods("rockets"))
    assert len(groups(one, seized, fired)) == 2


def test_two_years_are_two_transfers_whatever_stands_between_them() -> None:
    """A claim without a time joins one of two deliveries of different years, and never both to each other."""
    now = sent(
        "a.txt",
        "Iran sent rockets to the Houthis on Monday",
        time=period("on Monday", "2024-03-11", "2024-03-11"),
    )
    loose = sent("b.txt")
    before = sent(
        "c.txt",
        "Iran sent rockets to the Houthis in 2021",
        time=period("in 2021", "2021-01-01", "2021-12-31"),
    )
    found = transfers(now, loose, before)
    assert not any({now[1].id, before[1].id} <= set(t.claims) for t in found)


def contract(name: str, words: str, **fields: Any) -> tuple[Report, Claim]:
    """A report of one sentence on a contract of 2019."""
    time = period("in 2019", "2019-01-01", "2019-12-31")
    return simple(name, f"{words} in 2019", speaker=None, stage=Stage.AGREED, time=time, **fields)


def test_a_contract_is_known_again_by_its_year() -> None:
    """Reports that date a contract of one flow alike speak of one, where only one names the system."""
    radars, lorries = goods("radars", Category.AIR_DEFENCE), goods("lorries", Category.ARMOURED_VEHICLES)
    named = contract("a.txt", "Iran and the Houthis signed for radars", goods=radars)
    bare = contract("b.txt", "The deal with Iran was concluded")
    other = contract("c.txt", "Iran sold the Houthis lorries", goods=lorries)
    found = transfers(named, bare)
    assert len(found) == 1
    apart = transfers(named, bare, other)
    assert not any({named[1].id, other[1].id} <= set(t.claims) for t in apart)


def test_a_ship_singles_its_load_out() -> None:
    """Months later, by another speaker and in wide words: what went aboard one ship is one load."""
    aboard = Route(vessels=(Vessel(name="Grey Heron"),))
    arms = goods("arms", Category.UNSPECIFIED)
    shared: dict[str, Any] = {"goods": arms, "route": aboard}
    first = simple("a.txt", "Iran put arms for the Houthis on the Grey Heron", **shared)
    later: dict[str, Any] = {"speaker": "Karl Ott", "title": "a German minister", "published": "2024-09-30"}
    again = simple("b.txt", "arms from Iran for the Houthis were on the Grey Heron", **shared, **later)
    elsewhere = simple(
        "c.txt", "arms from Iran for the Houthis were on a boat", goods=shared["goods"], **later
    )
    assert len(transfers(first, again)) == 1
    assert len(transfers(first, elsewhere)) == 2


def test_an_end_left_open_is_known_by_figure_and_time() -> None:
    """Nobody named in one report, a state in the other: one number by one day, or in one piece of news."""
    by_then = period("by the end of 2024", None, "2024-12-31")
    shared: dict[str, Any] = {"stage": Stage.PLANNED, "speaker": None}
    named = crates_sent("a.txt", 5000, "plans to send {} crates", time=by_then, **shared)
    bare = crates_sent("b.txt", 5000, time=by_then, supplier=None, **shared)
    dateless = crates_sent("c.txt", 5000, supplier=None, **shared)
    months_later = crates_sent("d.txt", 5000, supplier=None, published="2024-09-30", **shared)
    assert len(transfers(named, bare)) == 1
    assert len(transfers(named, dateless)) == 1
    assert len(transfers(named, months_later)) == 2


def test_a_denial_told_twice_is_one_and_puts_no_two_charges_together() -> None:
    """Two reports of one denial share it; where each has a charge of its own, those stay two transfers."""
    words = "Iran has sent no rockets to the Houthis"
    denial = {"source": source("Iran", "denied"), "goods": goods("rockets"), **DENIED}
    made = [simple(name, words, **denial) for name in ("a.txt", "b.txt")]
    assert len(transfers(*made)) == 1
    charges, claims = [], []
    for (alone, _), year in zip(made, ("2019", "2022"), strict=True):
        told = f"rockets of Iran came to the Houthis in {year}"
        one = report(alone.name, f"A port said that {told}. {alone.text}")
        time = period(f"in {year}", f"{year}-01-01", f"{year}-12-31")
        charges.append(claim(one, told, goods=goods("rockets"), time=time, source=source("A port")))
        claims += [(one, charges[-1]), (one, claim(one, words, **denial))]
    found = reconcile({r.id: r for r, _ in claims}.values(), [c for _, c in claims])
    assert found.transfer_of(charges[0].id) != found.transfer_of(charges[1].id)


def test_a_lone_denial_is_related_to_the_charge_of_that_time() -> None:
    """A denial of other goods in a report without the charge stays apart and says what it may deny."""
    charge = crates_sent("a.txt", 40)
    words = "Iran has sent no drones to the Houthis"
    drones = goods("drones", Category.DRONES)
    denial = simple("b.txt", words, speaker="Iran", title="", **{**DENIED, "goods": drones})
    found = reconcile([charge[0], denial[0]], [charge[1], denial[1]])
    alone = found.transfer_of(denial[1].id)
    assert alone is not None
    assert [r.relation for r in alone.related] == [Relation.DENIES]


def test_what_is_stopped_and_what_is_denied_belongs_to_the_plan() -> None:
    """A plan, its halt and the word that it was never meant are one transfer."""
    one = report(
        "a.txt",
        "Iran planned to send rockets to the Houthis. It put on hold the plan for rockets. "
        "Tehran called the talk absurd.",
    )
    plan = claim(
        one, "Iran planned to send rockets to the Houthis", stage=Stage.PLANNED, goods=goods("rockets")
    )
    halt = claim(one, "put on hold the plan for rockets", stage=Stage.ENDED, goods=goods("rockets"))
    denial = claim(one, "Tehran called the talk absurd", source=source("Tehran", "called"), **DENIED)
    assert groups(one, plan, halt, denial) == [{0, 1, 2}]


def test_whether_it_arrives_belongs_to_what_was_sent() -> None:
    """What a party still watches for ("whether they arrive") is told of the shipment before it."""
    one = report("a.txt", "Iran sent rockets to the Houthis. Whether they arrived is not yet known.")
    sent = claim(one, "Iran sent rockets to the Houthis", stage=Stage.SHIPPED, goods=goods("rockets"))
    watched = claim(one, "they arrived", stage=Stage.RECEIVED, certainty=Certainty.POSSIBLE)
    assert groups(one, sent, watched) == [{0, 1}]


def test_what_goes_on_and_on_is_no_haul() -> None:
    """“Iran keeps shipping rockets” beside the one cargo that was taken is a transfer of its own."""
    by = source("Ana Brandt", title="a spokeswoman for the U.S. State Department")
    one = report(
        "a.txt", "A navy seized rockets from Iran, Ana Brandt said. Iran keeps shipping rockets, she added."
    )
    haul = claim(
        one, "A navy seized rockets from Iran", stage=Stage.SEIZED, goods=goods("rockets"), source=by
    )
    lasting = claim(
        one, "Iran keeps shipping rockets", stage=Stage.SHIPPED, goods=goods("rockets"), source=by
    )
    assert len(groups(one, haul, lasting)) == 2


@pytest.mark.usefixtures("by_rules")
def test_news_months_apart_is_of_two_deliveries() -> None:
    """A type that is news in spring and in autumn is of two deliveries; a number in both is of one."""
    type_ = goods("Fadak-7 rockets", designation="Fadak-7")
    autumn: dict[str, Any] = {"published": "2024-09-30", "speaker": "Karl Ott", "title": "a German minister"}
    spring = simple("a.txt", "Iran sent Fadak-7 rockets to the Houthis", goods=type_)
    later = simple("b.txt", "The Houthis got Fadak-7 rockets from Iran", goods=type_, **autumn)
    assert len(transfers(spring, later)) == 2
    counted = crates_sent("c.txt", 40)
    again = crates_sent("d.txt", 40, "has handed over {} crates", **autumn)
    assert len(transfers(counted, again)) == 1


def test_prices_a_little_apart_are_of_one_contract() -> None:
    """Two sums for the same counted goods differ within the transfer; they do not make two of it."""
    jets = Quantity(text="24 jets", min=24, max=24, unit="jets")
    pairs = []
    for name, price in (("a.txt", "300 million euros"), ("b.txt", "320 million euros")):
        one = report(name, f"Iran sold the Houthis 24 jets. The contract comes to {price}.")
        bought = claim(
            one,
            "Iran sold the Houthis 24 jets",
            stage=Stage.AGREED,
            goods=goods("jets", Category.AIRCRAFT),
            quantity=jets,
        )
        value = float(price.split()[0]) * 1e6
        sum_ = Quantity(text=price, min=value, max=value, unit="EUR")
        paid = claim(one, f"The contract comes to {price}", stage=Stage.AGREED, quantity=sum_)
        pairs += [(one, bought), (one, paid)]
    found = reconcile({r.id: r for r, _ in pairs}.values(), [c for _, c in pairs]).transfers
    assert len(found) == 1


def test_a_ship_is_known_by_its_name_in_the_text() -> None:
    """Nobody listed the ship: its name behind "aboard the" and behind "the freighter" will do."""
    arms = goods("arms", Category.UNSPECIFIED)
    first = simple("a.txt", "arms from Iran for the Houthis were put aboard the Grey Heron", goods=arms)
    later: dict[str, Any] = {"speaker": "Karl Ott", "title": "a German minister", "published": "2024-09-30"}
    words = "Iran loaded arms for the Houthis on the freighter Grey Heron"
    assert len(transfers(first, simple("b.txt", words, goods=arms, **later))) == 1
    warship = simple("c.txt", "arms from Iran for the Houthis were put aboard the USS Grey Heron", goods=arms)
    assert len(transfers(warship, simple("b.txt", words, goods=arms, **later))) == 2


def test_who_denies_a_figure_denies_what_gives_it() -> None:
    """A report that tells only the denial, with the figure, joins the report that tells the charge."""
    charge = crates_sent("a.txt", 40_000, "has sent {} crates")
    denial = crates_sent("b.txt", 40_000, "never sent {} crates", speaker="Iran", title="", **DENIED)
    (transfer,) = transfers(charge, denial)
    assert set(transfer.claims) == {charge[1].id, denial[1].id}

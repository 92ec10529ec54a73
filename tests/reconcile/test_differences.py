"""Attributes side by side, and the type of every difference between them."""

from __future__ import annotations

from typing import Any

import msgspec

from tallybook.model import (
    Action,
    Attribute,
    Category,
    Certainty,
    Claim,
    Difference,
    DifferenceType,
    Evidence,
    Mode,
    Report,
    Route,
    Transfer,
)
from tallybook.reconcile import reconcile
from tallybook.reconcile.amounts import unit_family
from tallybook.reconcile.values import LONGEST, MOST_TYPES
from tests.reconcile.press import DENIED, claim, crates, goods, period, report, response, sent, simple, source

ALL = ("goods", "quantity")
JETS = ("jets", "fighters", "planes", "aircraft")
TONNES = ("tons", "tonnes")
SHIPMENTS = ("shipments", "consignments", "deliveries")
FIRST = "Iran sent 40 crates of rockets to the Houthis"
SECOND = "The Houthis got more than 40 crates of rockets from Iran"


def compared(first: dict[str, object], second: dict[str, object]) -> Transfer:
    """The transfer of two reports of one statement, with these fields in the one and in the other."""
    base: dict[str, Any] = {"goods": goods("rockets"), "quantity": crates(40)}
    one = simple("a.txt", FIRST, **{**base, **first})
    two = simple("b.txt", SECOND, **{**base, **second})
    (transfer,) = reconcile([one[0], two[0]], [one[1], two[1]]).transfers
    return transfer


def attribute(transfer: Transfer, name: str) -> Attribute:
    """The attribute of that name."""
    return next(a for a in transfer.attributes if a.name == name)


def types(transfer: Transfer, name: str) -> set[DifferenceType]:
    """The types of difference of an attribute."""
    return {d.type for d in attribute(transfer, name).differences}


def test_a_bound_is_no_contradiction() -> None:
    """A number and "more than" that number are one figure with a bound."""
    found = compared({}, {"quantity": crates(40, more=True)})
    assert types(found, "quantity") == {DifferenceType.BOUND}
    assert types(found, "unit") == set()
    assert attribute(found, "unit").status == "agree"


def test_figures_that_no_number_fits_contradict() -> None:
    """40 and 90 crates told of one statement contradict each other."""
    found = compared({}, {"quantity": crates(90, text="40 crates")})
    assert DifferenceType.CONTRADICTION in types(found, "quantity")
    assert found.quantity is not None
    assert found.quantity.best is None


def test_other_words_for_the_unit_are_a_drift_of_unit() -> None:
    """Crates in one report and boxes in another are one count in two units."""
    boxes = msgspec.structs.replace(crates(40, text="40 boxes"), unit="boxes")
    found = compared({}, {"quantity": boxes})
    assert types(found, "unit") == {DifferenceType.UNIT}
    assert DifferenceType.CONTRADICTION not in types(found, "quantity")


def test_a_dropped_item_is_an_omission_and_a_synonym_is_not() -> None:
    """An item that only one report names is left out by the other; munitions and ammunition are one item."""
    both = (*goods("rockets"), *goods("fighter aircraft", Category.AIRCRAFT))
    found = compared({"goods": both}, {})
    (dropped,) = [d for d in attribute(found, "goods").differences if d.type is DifferenceType.OMISSION]
    assert "fighter aircraft" in dropped.reason
    ammunition = Category.ARTILLERY_AMMUNITION
    same = compared({"goods": goods("munitions", ammunition)}, {"goods": goods("ammunition", ammunition)})
    assert types(same, "goods") == {DifferenceType.WORDING}


def test_one_figure_of_other_goods_contradicts() -> None:
    """The same figure said of shells here and of missiles there is a contradiction."""
    found = compared(
        {"goods": goods("shells", Category.ARTILLERY_AMMUNITION)},
        {"goods": goods("missiles", Category.MISSILES)},
    )
    assert DifferenceType.CONTRADICTION in types(found, "goods")


def test_weaker_words_are_a_difference_of_certainty() -> None:
    """Said by one report and claimed by the next: certainty, weaker."""
    found = compared({}, {"certainty": Certainty.ALLEGED})
    (difference,) = attribute(found, "certainty").differences
    assert (difference.type, difference.change) == (DifferenceType.CERTAINTY, "weaker")


def test_a_denial_inside_a_transfer_contradicts() -> None:
    """A transfer told and denied carries a contradiction in its certainty."""
    one = report("a.txt", "Iran sent rockets to the Houthis, the United States said. Iran denied it.")
    charge = claim(
        one, "Iran sent rockets to the Houthis", source=source("the United States"), goods=goods("rockets")
    )
    denial = claim(one, "Iran denied it", source=source("Iran", "denied"), **DENIED)
    (transfer,) = reconcile([one], [charge, denial]).transfers
    assert types(transfer, "certainty") == {DifferenceType.CONTRADICTION}


def test_time_means_and_evidence_left_out_are_omissions() -> None:
    """What only one report tells of when, how and on what evidence is an omission of the other."""
    told = {
        "time": period("last week", None, "2024-03-12"),
        "route": Route(mode=Mode.SHIP),
        "evidence": Evidence.IMAGERY,
    }
    found = compared(told, {})
    for name in ("period", "mode", "evidence"):
        assert types(found, name) == {DifferenceType.OMISSION}, name


def test_days_that_share_nothing_contradict() -> None:
    """Two days told of one delivery contradict each other."""
    found = compared(
        {"time": period("on March 4", "2024-03-04", "2024-03-04")},
        {"time": period("on March 9", "2024-03-09", "2024-03-09")},
    )
    assert types(found, "period") == {DifferenceType.CONTRADICTION}


def test_an_office_that_the_report_gives_to_somebody_else_is_a_wrong_identity() -> None:
    """A report that gives one office to its speaker and to another person errs in the identity."""
    one = sent("a.txt", FIRST, quantity=crates(40))
    text = (
        SECOND
        + ", said Ana Brandt, a deputy quartermaster of the U.S. State Department. Karl Ott warned Iran."
    )
    two = report("b.txt", text)
    title = "a deputy quartermaster of the U.S. State Department"
    told = claim(
        two, SECOND, source=source("Ana Brandt", title=title), goods=goods("rockets"), quantity=crates(40)
    )
    warned = claim(
        two, "Karl Ott warned Iran", source=source("Karl Ott", title=title), certainty=Certainty.WARNED
    )
    result = reconcile([one[0], two], [one[1], told, warned])
    transfer = result.transfer_of(told.id)
    assert transfer is not None
    found = [d for d in attribute(transfer, "source_title").differences if d.type is DifferenceType.IDENTITY]
    assert ["Ott" in d.reason for d in found] == [True]


def test_words_are_short_exact_and_one_entry_a_claim() -> None:
    """Every value shows words of its own report, at most 80 characters, one entry a claim, few types."""
    title = (
        "a spokeswoman for the U.S. State Department, "
        + "who speaks on matters of shipping and of salvage " * 2
    )
    found = compared({"source": source("Ana Brandt", title=title)}, {"certainty": Certainty.ALLEGED})
    for one in found.attributes:
        assert sorted(v.claim for v in one.values) == sorted(found.claims), one.name
        assert all(v.words is None or len(v.words) <= LONGEST for v in one.values)
        assert len({d.type for d in one.differences}) <= MOST_TYPES
    quoted = attribute(found, "goods").values
    assert {v.words for v in quoted} == {"rockets"}


def test_agreeing_reports_show_no_difference() -> None:
    """Two reports that say the same in the same words differ in nothing but the wording of the quote."""
    found = compared({}, {})
    shouting = {
        a.name for a in found.attributes for d in a.differences if d.type is not DifferenceType.WORDING
    }
    assert shouting == set()


def _sanctions(*steps: tuple[str, Action]) -> tuple[Difference, ...]:
    reports: list[Report] = []
    claims: list[Claim] = []
    for number, (words, action) in enumerate(steps):
        one = report(f"{number}.txt", f"Iran sent rockets to the Houthis, the White House said. {words}.")
        reports.append(one)
        by = source("the White House")
        claims.append(claim(one, "Iran sent rockets to the Houthis", source=by, goods=goods("rockets")))
        claims.append(response(one, words, action=action, actor="United States"))
    (flow,) = reconcile(reports, claims).flows
    return next(a for a in flow.responses if a.name == "sanctions").differences


def test_sanctions_promised_announced_and_past_are_told_apart() -> None:
    """Among the responses of a flow, each step of sanctions is a difference of certainty from the weakest."""
    found = _sanctions(
        ("It will impose sanctions", Action.SANCTIONS_PROMISED),
        ("It announced sanctions", Action.SANCTIONS_ANNOUNCED),
        ("It has put sanctions on Iran", Action.SANCTIONS_IMPOSED),
    )
    assert [(d.type, d.change) for d in found] == [(DifferenceType.CERTAINTY, "stronger")] * 2
    assert _sanctions(("It will impose sanctions", Action.SANCTIONS_PROMISED)) == ()


def test_only_the_exact_terms_of_the_directive_carry_a_band() -> None:
    """ICD 203 bands stand where its terms stand in the text, the longest term counting, and nowhere else."""
    one = report(
        "a.txt", "Iran very likely sent rockets to the Houthis. Iran may have sent rifles to the Houthis."
    )
    likely = claim(one, "Iran very likely sent rockets to the Houthis", goods=goods("rockets"))
    perhaps = claim(
        one, "Iran may have sent rifles to the Houthis", goods=goods("rifles", Category.SMALL_ARMS)
    )
    result = reconcile([one], [likely, perhaps])
    banded, bare = (result.transfer_of(c.id) for c in (likely, perhaps))
    assert banded is not None
    assert [(v.value, v.words) for v in attribute(banded, "likelihood").values] == [
        ("80 to 95 per cent (ICD 203)", "very likely")
    ]
    assert bare is not None
    assert "likelihood" not in {a.name for a in bare.attributes}


def test_units_that_may_count_one_lot_are_compared() -> None:
    """Aircraft by their several names, tons and tonnes, shipments and consignments each are one family."""
    families = [{unit_family(u) for u in units} for units in (JETS, TONNES, SHIPMENTS)]
    assert [len(family) for family in families] == [1, 1, 1]
    assert len(set().union(*families)) == 3
    assert unit_family("helicopters") not in families[0]

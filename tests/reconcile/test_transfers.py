"""Which claims make one transfer, and how transfers hang together."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Category, Certainty, Quantity, Relation, Stage
from tallybook.reconcile import reconcile
from tallybook.reconcile.components import Components
from tallybook.reconcile.grouping import Group, Link, flow_of, split
from tests.reconcile.press import (
    DENIED,
    claim,
    crates,
    crates_sent,
    goods,
    period,
    report,
    sent,
    simple,
    source,
    transfers,
)

TITLE = "a spokeswoman for the U.S. State Department"


def test_the_same_figure_of_two_sources_is_one_transfer() -> None:
    """A telling figure in one flow, stage and kind of goods is known again, whoever tells it."""
    one = crates_sent("a.txt", 40)
    two = crates_sent(
        "b.txt",
        40,
        "has handed over 40 crates",
        speaker="Karl Ott",
        title="a spokesman for the German government",
        published="2024-03-20",
        quantity=crates(40, more=True, text="over 40 crates"),
    )
    (transfer,) = transfers(one, two)
    assert set(transfer.claims) == {one[1].id, two[1].id}
    assert transfer.quantity is not None
    assert (transfer.quantity.low, transfer.quantity.best, transfer.quantity.high) == (40, None, None)


def test_the_way_back_is_never_folded_in() -> None:
    """The same goods, figure and speaker in the other direction are a transfer of their own, a return."""
    text = (
        "Iran sent 40 crates of rockets to the Houthis, said Ana Brandt, " + TITLE + ". "
        "In return the Houthis sent 40 crates of rockets to Iran, she said."
    )
    one = report("a.txt", text)
    by = source("Ana Brandt", title=TITLE)
    out = claim(
        one,
        "Iran sent 40 crates of rockets to the Houthis",
        source=by,
        goods=goods("rockets"),
        quantity=crates(40),
    )
    back = claim(
        one,
        "the Houthis sent 40 crates of rockets to Iran",
        supplier="Houthis",
        recipient="Iran",
        source=by,
        goods=goods("rockets"),
        quantity=crates(40),
    )
    result = reconcile([one], [out, back])
    assert len(result.transfers) == 2
    returned = result.transfer_of(back.id)
    assert returned is not None
    assert [r.relation for r in returned.related] == [Relation.RETURN_OF]


def test_a_plan_and_a_delivery_stand_apart() -> None:
    """Other stages are other transfers, even of one speaker on one day."""
    one = sent("a.txt")
    two = sent("b.txt", "Iran wants to send rockets to the Houthis", stage=Stage.SOUGHT)
    assert len(transfers(one, two)) == 2


def test_a_denial_belongs_to_what_it_denies() -> None:
    """A denial beside the charge joins its transfer; so does one that stands alone in another report."""
    text = "Iran sent rockets to the Houthis, the United States said. Iran denied it."
    one = report("a.txt", text)
    charge = claim(
        one, "Iran sent rockets to the Houthis", source=source("the United States"), goods=goods("rockets")
    )
    denial = claim(one, "Iran denied it", source=source("Iran", "denied"), **DENIED)
    (transfer,) = reconcile([one], [charge, denial]).transfers
    assert set(transfer.claims) == {charge.id, denial.id}
    assert transfer.stage is Stage.DELIVERED
    alone = simple("b.txt", "Iran has sent nothing to the Houthis", speaker="Iran", title="", **DENIED)
    found = transfers((one, charge), alone)
    assert [set(t.claims) for t in found] == [{charge.id, alone[1].id}]


def test_words_that_point_back_join_what_they_point_to() -> None:
    """A sentence without goods of its own speaks of what the report told before."""
    one = report(
        "a.txt", "Iran sent rockets to the Houthis. They have been fired already. Iran also sent rifles."
    )
    first = claim(
        one, "Iran sent rockets to the Houthis", goods=goods("rockets"), source=source("the White House")
    )
    fired = claim(one, "They have been fired already", stage=Stage.USED)
    rifles = claim(one, "Iran also sent rifles", goods=goods("rifles", Category.SMALL_ARMS))
    result = reconcile([one], [first, fired, rifles])
    assert result.transfer_of(first.id) == result.transfer_of(fired.id)
    assert result.transfer_of(rifles.id) != result.transfer_of(first.id)


def test_lots_with_figures_of_their_own_stand_apart() -> None:
    """Two figures of one unit in one report are two lots."""
    one = report("a.txt", "Forty crates of rockets came in May. Ninety crates of rockets came in June.")
    may = claim(
        one,
        "Forty crates of rockets came in May",
        goods=goods("rockets"),
        quantity=crates(40),
        time=period("in May", "2023-05-01", "2023-05-31"),
    )
    june = claim(
        one,
        "Ninety crates of rockets came in June",
        goods=goods("rockets"),
        quantity=crates(90),
        time=period("in June", "2023-06-01", "2023-06-30"),
    )
    assert len(reconcile([one], [may, june]).transfers) == 2


@pytest.mark.usefixtures("by_rules")
def test_what_is_ambiguous_stays_apart_and_is_offered_with_its_reason() -> None:
    """A pair that nearly matches is related as possibly the same, both ways, with a reason."""
    one = report(
        "a.txt",
        "Iran sends rockets to the Houthis, the United States said. It rained."
        " Rockets from Iran reach the Houthis by sea.",
    )
    a = claim(
        one,
        "Iran sends rockets to the Houthis",
        goods=goods("rockets"),
        source=source("the United States"),
        certainty=Certainty.ALLEGED,
    )
    b = claim(one, "Rockets from Iran reach the Houthis by sea", goods=goods("rockets"))
    found = reconcile([one], [a, b]).transfers
    assert len(found) == 2
    assert all([r.relation for r in t.related] == [Relation.POSSIBLY_SAME] for t in found)
    assert all("too little" in r.reason for t in found for r in t.related)


def test_part_of_a_contract_is_related_to_it() -> None:
    """The first batch under a contract is a part of it."""
    one = report(
        "a.txt",
        "Iran delivered the first batch of rockets. The contract of 2022 is for 90 crates of rockets.",
    )
    batch = claim(one, "Iran delivered the first batch of rockets", goods=goods("rockets"))
    deal = claim(
        one,
        "The contract of 2022 is for 90 crates of rockets",
        stage=Stage.AGREED,
        goods=goods("rockets"),
        quantity=crates(90),
    )
    result = reconcile([one], [batch, deal])
    found = result.transfer_of(batch.id)
    assert found is not None
    assert [r.relation for r in found.related] == [Relation.PART_OF]


FLOWS = st.sampled_from(
    [("Iran", "Houthis"), ("Houthis", "Iran"), (None, "Houthis"), ("Iran", None), ("China", "Iran")]
)


@given(st.lists(FLOWS, min_size=2, max_size=9), st.data())
def test_no_transfer_mixes_directions_whatever_matches(
    flows: list[tuple[str | None, str | None]], data: st.DataObject
) -> None:
    """Even if every pair matched, a transfer has one supplier and one recipient."""
    of = {f"c{n}": flow for n, flow in enumerate(flows)}
    names = sorted(of)
    scores = data.draw(st.lists(st.floats(0, 9), min_size=len(names) ** 2, max_size=len(names) ** 2))
    links = [
        Link(a=a, b=b, score=scores[i * len(names) + j], reason="")
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if i < j
    ]
    parts = split(Group(flows=of), links).transfers
    assert sorted(c for part in parts for c in part) == names
    for part in parts:
        assert flow_of(of[c] for c in part) is not None
        assert not {("Iran", "Houthis"), ("Houthis", "Iran")} <= {of[c] for c in part}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=40))
def test_components_are_those_of_the_links_that_stand(steps: list[tuple[int, int, bool]]) -> None:
    """After any links and cuts the groups are the connected parts of what is left."""
    parts = Components()
    near: dict[str, set[str]] = {f"n{n}": set() for n in range(10)}
    for name in near:
        parts.add(name)
    for one, two, joined in steps:
        a, b = f"n{one}", f"n{two}"
        if a == b:
            continue
        (parts.link if joined else parts.unlink)(a, b)
        for x, y in ((a, b), (b, a)):
            (near[x].add if joined else near[x].discard)(y)
        parts.group(a)
    for name in near:
        reached, todo = {name}, [name]
        while todo:
            for other in near[todo.pop()] - reached:
                reached.add(other)
                todo.append(other)
        assert parts.group(name) == reached


def test_series_keep_alternatives_and_parts_and_add_nothing_up() -> None:
    """Every figure of a flow stands for itself, alternatives and parts of a total marked as such."""
    one = report(
        "a.txt",
        "The holds could take 3,000 shells or 500 rockets."
        " In all 9,000 shells went, 800 shells of them in May.",
    )
    by = source("the United States")
    shells = Quantity(text="3,000 shells", min=3000, max=3000, unit="shells", alternative=True)
    rockets = Quantity(text="500 rockets", min=500, max=500, unit="rockets", alternative=True)
    total = Quantity(text="9,000 shells", min=9000, max=9000, unit="shells", cumulative=True)
    part = Quantity(text="800 shells", min=800, max=800, unit="shells")
    claims = [
        claim(
            one,
            "3,000 shells",
            source=by,
            goods=goods("shells", Category.ARTILLERY_AMMUNITION),
            quantity=shells,
        ),
        claim(one, "500 rockets", source=by, goods=goods("rockets"), quantity=rockets),
        claim(
            one,
            "9,000 shells",
            source=by,
            goods=goods("shells", Category.ARTILLERY_AMMUNITION),
            quantity=total,
        ),
        claim(
            one, "800 shells", source=by, goods=goods("shells", Category.ARTILLERY_AMMUNITION), quantity=part
        ),
    ]
    (flow,) = reconcile([one], claims).flows
    figures = {f.claim: f for f in flow.series}
    assert len(figures) == 4
    assert figures[claims[0].id].alternative_to == (claims[1].id,)
    assert figures[claims[3].id].part_of == (claims[2].id,)
    assert figures[claims[2].id].part_of == ()
    assert {f.best for f in flow.series} == {3000, 500, 9000, 800}


def test_measures_are_asked_for_the_days_of_the_transfer() -> None:
    """The measures of a transfer are looked up with its ends, goods and days."""
    asked = []

    def measures(*arguments: object) -> tuple[()]:
        asked.append(arguments)
        return ()

    one, made = sent("a.txt")
    timed = msgspec.structs.replace(made, time=period("last week", "2024-03-04", "2024-03-10"))
    reconcile([one], [timed], (), measures)
    assert timed.time is not None
    assert asked == [("Iran", "Houthis", (Category.ROCKETS,), timed.time.earliest, timed.time.latest)]

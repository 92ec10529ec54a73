"""What a few reports of one event make together: lots and totals, open ends, denials, days of statements."""

from __future__ import annotations

from typing import Any

import pytest

from tallybook.model import Category, Certainty, Claim, DifferenceType, Quantity, Relation, Report, Stage
from tallybook.reconcile import reconcile
from tests.reconcile.press import DENIED, claim, goods, joined, period, report, sent, source, together

ARMY = "Somali National Army"
LOTS = "Turkey sent Somalia ten lorries in September and another 12 in October, its army said."
TOTAL = "Somalia has got 22 lorries from Turkey, its army said: ten came first, 12 followed."
FLOW: dict[str, Any] = {"supplier": "Turkey", "recipient": "Somalia", "source": source(ARMY)}
BRANDT = {"speaker": "Ana Brandt", "title": "a spokeswoman for the U.S. State Department"}


def lorries(number: int, text: str, unit: str | None = "lorries") -> Quantity:
    """So many lorries; a bare number where no unit is given."""
    return Quantity(text=text, min=number, max=number, unit=unit)


def lot(report_: Report, quote: str, quantity: Quantity, **fields: Any) -> Claim:
    """A lot of lorries from Turkey for Somalia."""
    return claim(
        report_,
        quote,
        **FLOW,
        goods=goods("lorries", Category.ARMOURED_VEHICLES),
        quantity=quantity,
        **fields,
    )


@pytest.mark.usefixtures("by_rules")
def test_the_first_lot_the_second_and_both_together_are_three() -> None:
    """Two reports of two lots and their sum make three transfers, though one of them gives bare numbers."""
    one = report("a.txt", LOTS, "2023-11-06")
    two = report("b.txt", TOTAL, "2023-11-07")
    ten = lot(one, "Turkey sent Somalia ten lorries in September", lorries(10, "ten lorries"))
    twelve = lot(one, "another 12 in October", lorries(12, "another 12"))
    both = lot(two, "Somalia has got 22 lorries from Turkey", lorries(22, "22 lorries"))
    ten_again = lot(two, "ten came first", lorries(10, "ten", None))
    twelve_again = lot(two, "12 followed", lorries(12, "12", None))
    found = reconcile([one, two], [ten, twelve, both, ten_again, twelve_again]).transfers
    assert {frozenset(t.claims) for t in found} == {
        frozenset({ten.id, ten_again.id}),
        frozenset({twelve.id, twelve_again.id}),
        frozenset({both.id}),
    }
    whole = next(t for t in found if both.id in t.claims)
    for part in (t for t in found if t is not whole):
        assert (Relation.PART_OF, whole.id) in {(r.relation, r.id) for r in part.related}


def test_the_first_lot_is_never_the_last() -> None:
    """What came first years ago is not what leaves last today, whatever type and outlet they share."""
    first = sent("a.txt", "The Houthis got their first Fadak-7 rockets from Iran")
    last = sent("b.txt", "The last Fadak-7 rockets have left Iran for the Houthis")
    loose = sent("c.txt", "Iran sent Fadak-7 rockets to the Houthis")
    assert not any({0, 1} <= group for group in joined(first, last, loose))


def test_the_last_lot_is_one_as_announced_and_as_done() -> None:
    """The last of them, told as planned on the eve and as gone on the day, is one transfer."""
    type_ = goods("Fadak-7 rockets", designation="Fadak-7")
    monday = period("on Monday", "2024-03-11", "2024-03-11")
    eve = sent(
        "a.txt",
        "Iran will give the Houthis the last Fadak-7 rockets on Monday",
        published="2024-03-10",
        stage=Stage.PLEDGED,
        goods=type_,
        time=monday,
    )
    day = sent(
        "b.txt", "The last Fadak-7 rockets left Iran for the Houthis", stage=Stage.SHIPPED, goods=type_
    )
    assert joined(eve, day) == [{0, 1}]


@pytest.mark.parametrize("supplier", [None, "Iran"])
def test_an_open_end_joins_the_one_transfer_that_fits(supplier: str | None) -> None:
    """A report that leaves the supplier open joins the news of its days, and none of two that would do."""
    type_ = goods("Fadak-7 rockets", designation="Fadak-7")
    iran = sent("a.txt", goods=type_)
    bare = sent("b.txt", "The Houthis got Fadak-7 rockets", supplier=supplier, goods=type_)
    oman = sent("c.txt", "Oman sent Fadak-7 rockets to the Houthis", supplier="Oman", goods=type_)
    assert joined(iran, bare) == [{0, 1}]
    assert ({0, 1} in joined(iran, bare, oman)) is (supplier == "Iran")


def test_what_an_open_end_may_belong_to_is_shown() -> None:
    """Where two transfers would do, the one with the open end is offered to the analyst beside both."""
    type_ = goods("Fadak-7 rockets", designation="Fadak-7")
    pairs = [
        sent("a.txt", goods=type_),
        sent("b.txt", "The Houthis got Fadak-7 rockets", supplier=None, goods=type_),
        sent("c.txt", "Oman sent Fadak-7 rockets to the Houthis", supplier="Oman", goods=type_),
    ]
    result = reconcile([r for r, _ in pairs], [c for _, c in pairs])
    bare = result.transfer_of(pairs[1][1].id)
    assert bare is not None
    assert [r.relation for r in bare.related] == [Relation.POSSIBLY_SAME] * 2


def test_the_army_of_a_country_and_the_country_can_be_one_end() -> None:
    """Drones of a type for Sudan and for its army, told on two days running, are one transfer to the army."""
    drones = goods("Mohajer-6 drones", Category.DRONES, "Mohajer-6")
    army = sent(
        "a.txt", "Iran gave the army of Sudan Mohajer-6 drones", recipient="Sudanese army", goods=drones
    )
    state = sent(
        "b.txt",
        "Sudan got Mohajer-6 drones from Iran",
        recipient="Sudan",
        goods=drones,
        published="2024-03-13",
        speaker="Karl Ott",
        title="a German minister",
    )
    (transfer,) = reconcile([army[0], state[0]], [army[1], state[1]]).transfers
    assert transfer.recipient == "Sudanese army"


def test_two_days_told_of_one_seizure_are_a_contradiction() -> None:
    """A navy and a newspaper that date one seizure two days apart tell of one, and the days stand out."""
    arms = goods("anti-tank missiles", Category.MISSILES)
    one = sent(
        "a.txt",
        "A frigate seized anti-tank missiles from Iran on 7 March",
        stage=Stage.SEIZED,
        goods=arms,
        time=period("on 7 March", "2024-03-07", "2024-03-07"),
    )
    two = sent(
        "b.txt",
        "Anti-tank missiles of Iran were found on a boat on 9 March",
        stage=Stage.SEIZED,
        goods=arms,
        time=period("on 9 March", "2024-03-09", "2024-03-09"),
        speaker=None,
    )
    (transfer,) = reconcile([one[0], two[0]], [one[1], two[1]]).transfers
    days = next(a for a in transfer.attributes if a.name == "period")
    assert [d.type for d in days.differences] == [DifferenceType.CONTRADICTION]


@pytest.mark.usefixtures("by_rules")
def test_a_denial_answers_the_accuser_that_its_sentence_names() -> None:
    """Of two charges in a report, a denial of "the accusation by" one accuser is about that one's."""
    one = report(
        "a.txt",
        "Iran rejected an accusation by Amnesty International that it armed the Houthis. "
        "Iran sent the Houthis rockets, Amnesty International said. "
        "Iran sent them drones as well, said Ana Brandt, a spokeswoman for the U.S. State Department.",
    )
    denial = claim(one, "it armed the Houthis", source=source("Iran", "rejected"), **DENIED)
    theirs = claim(
        one,
        "Iran sent the Houthis rockets",
        source=source("Amnesty International"),
        goods=goods("rockets"),
    )
    hers = claim(
        one,
        "Iran sent them drones as well",
        source=source("Ana Brandt", title=BRANDT["title"]),
        goods=goods("drones", Category.DRONES),
    )
    found = reconcile([one], [denial, theirs, hers]).transfers
    assert {frozenset(t.claims) for t in found} == {frozenset({denial.id, theirs.id}), frozenset({hers.id})}


def test_a_party_that_always_denied_it_is_one_origin() -> None:
    """Two reports of the same days that a party has always denied it tell of one standing denial."""
    pairs = []
    for name, words in (
        ("a.txt", "Iran has always denied it"),
        ("b.txt", "Iran has consistently denied this"),
    ):
        made = report(name, f"{words}.\n")
        pairs.append((made, claim(made, words, source=source("Iran", "denied"), **DENIED)))
    (one, a), (two, b) = pairs
    result = reconcile([one, two], [a, b])
    assert together(result, a.id, b.id)
    assert len(result.transfers) == 1


def test_what_was_said_on_a_day_of_the_week_is_of_that_day() -> None:
    """A report of Wednesday on what a speaker had said on Monday goes back to the report of Monday."""
    monday = sent("a.txt", published="2024-03-11")
    later = report(
        "b.txt",
        "Ana Brandt, a spokeswoman for the U.S. State Department, had said on Monday that Iran armed the "
        "Houthis with rockets.\n",
        "2024-03-13",
    )
    again = claim(
        later,
        "Iran armed the Houthis with rockets",
        source=source("Ana Brandt", "had said", BRANDT["title"]),
        goods=goods("rockets"),
    )
    assert together(reconcile([monday[0], later], [monday[1], again]), monday[1].id, again.id)


def test_what_may_be_offered_is_offered() -> None:
    """An offer told as possible by one report and as fact by another is one offer."""
    told = sent("a.txt", "Iran offered the Houthis rockets", stage=Stage.OFFERED)
    possible = sent(
        "b.txt",
        "Iran might offer rockets to the Houthis",
        stage=Stage.OFFERED,
        certainty=Certainty.POSSIBLE,
    )
    assert joined(told, possible) == [{0, 1}]


def test_names_of_places_single_a_charge_out() -> None:
    """Two governments that speak of arms used at one town within days mean one thing."""
    arms = goods("arms", Category.UNSPECIFIED)
    other = {"speaker": "Karl Ott", "title": "a German minister"}
    words = "Iran sent the Houthis arms used against {}"
    one = sent("a.txt", words.format("Bayt Faqih"), goods=arms)
    same = sent("b.txt", "The Houthis got arms fired at Bayt Faqih from Iran", goods=arms, **other)
    assert joined(one, same) == [{0, 1}]


def test_what_stands_in_a_report_is_not_left_out() -> None:
    """A figure and a day that a report has in other words about the same are no omissions of its claim."""
    monday = period("on 11 March", "2024-03-11", "2024-03-11")
    rockets = Quantity(text="2,400 rockets", min=2400, max=2400, unit="rockets")
    type_ = goods("Fadak-7 rockets", designation="Fadak-7")
    full = sent(
        "a.txt",
        "Iran sent the Houthis 2,400 rockets, Fadak-7 rockets all, on 11 March",
        goods=type_,
        quantity=rockets,
        time=monday,
    )
    words = "Iran sent Fadak-7 rockets to the Houthis"
    other = report("b.txt", f"{words}, said Karl Ott, a German minister. On Monday 2400 of them left.\n")
    silent = report("c.txt", f"{words}, said Karl Ott, a German minister.\n")
    said = source("Karl Ott", title="a German minister")
    by_text = reconcile([full[0], other], [full[1], claim(other, words, source=said, goods=type_)])
    by_none = reconcile([full[0], silent], [full[1], claim(silent, words, source=said, goods=type_)])
    marked = [
        {a.name for t in found.transfers for a in t.attributes if a.status == "differ"}
        for found in (by_text, by_none)
    ]
    assert not marked[0] & {"quantity", "period"}
    assert marked[1] >= {"quantity", "period"}


def test_a_denial_and_a_finding_that_it_was_not_so_are_of_one_charge() -> None:
    """Where a report tells of no charge, its denial stands with the finding, not with a permit beside it."""
    one = report(
        "a.txt",
        "A panel found no evidence that Iran sent the Houthis arms. No arms went there, Iran said. "
        "Iran gave permits for arms in 2019.",
    )
    arms = goods("arms", Category.UNSPECIFIED)
    finding = claim(
        one,
        "no evidence that Iran sent the Houthis arms",
        source=source("A panel", "found"),
        goods=arms,
        negated=True,
    )
    denial = claim(one, "No arms went there", source=source("Iran"), goods=arms, **DENIED)
    permit = claim(
        one,
        "Iran gave permits for arms in 2019",
        stage=Stage.APPROVED,
        goods=arms,
        time=period("in 2019", "2019-01-01", "2019-12-31"),
    )
    found = reconcile([one], [finding, denial, permit]).transfers
    assert {frozenset(t.claims) for t in found} == {
        frozenset({finding.id, denial.id}),
        frozenset({permit.id}),
    }

"""Which claims go back to one speaker on one occasion, and which only seem to."""

from __future__ import annotations

from typing import Any

import msgspec

from tallybook.model import Category, Certainty, Stage
from tallybook.reconcile import reconcile
from tests.reconcile.press import DENIED, claim, goods, period, report, sent, simple, source, together


def test_officials_are_nobody_in_particular() -> None:
    """What “U.S. officials” say of other goods is no word of the named speaker's on the same day."""
    text = "Iran sent rockets to the Houthis, Ana Brandt said. Sudan got drones of Iran, U.S. officials say."
    one = report("a.txt", text)
    named = claim(
        one,
        "Iran sent rockets to the Houthis",
        goods=goods("rockets"),
        source=source("Ana Brandt", title="a spokeswoman for the U.S. State Department"),
    )
    others = claim(
        one,
        "Sudan got drones of Iran",
        recipient="Sudan",
        goods=goods("drones", Category.DRONES),
        source=source("U.S. officials", "say"),
    )
    assert not together(reconcile([one], [named, others]), named.id, others.id)


def test_its_ministry_is_that_of_the_subject() -> None:
    """“Its Defence Ministry” is the ministry of the state of which the sentence speaks first."""
    words = "Germany will send Ukraine rockets"
    made = []
    for name, who in (("a.txt", "its Defence Ministry"), ("b.txt", "the German government")):
        one = report(name, f"{words}, {who} said.")
        fields = {"supplier": "Germany", "recipient": "Ukraine", "goods": goods("rockets")}
        made.append((one, claim(one, words, source=source(who), **fields)))
    (one, a), (two, b) = made
    assert together(reconcile([one, two], [a, b]), a.id, b.id)


def test_who_owns_to_it_and_who_denies_it_are_two_origins() -> None:
    """An official who confirms a delivery and one who denies it on the same day are not one voice."""
    one = report("a.txt", "Iran sent rockets to the Houthis, a ministry of Iran said. Tehran denied it.")
    owned = claim(
        one,
        "Iran sent rockets to the Houthis",
        goods=goods("rockets"),
        source=source("Iran"),
        certainty=Certainty.CONFIRMED,
    )
    denied = claim(one, "Tehran denied it", source=source("Tehran", "denied"), **DENIED)
    assert not together(reconcile([one], [owned, denied]), owned.id, denied.id)


def test_a_day_of_the_week_dates_what_is_told_later() -> None:
    """A report of Thursday that names Tuesday goes back to the speaker's word of that Tuesday."""
    by = {"speaker": "Ana Brandt", "title": "a spokeswoman for the U.S. State Department"}
    first, a = sent("a.txt", **by)
    text = "Iran denies it. On Tuesday Ana Brandt, a spokeswoman for the U.S. State Department, said that"
    later = report("b.txt", f"{text} Iran gave the Houthis rockets.", "2024-03-14")
    b = claim(
        later,
        "Iran gave the Houthis rockets",
        goods=goods("rockets"),
        source=source("Ana Brandt", title="a spokeswoman for the U.S. State Department"),
    )
    assert together(reconcile([first, later], [a, b]), a.id, b.id)


def test_an_office_and_the_name_below_it_are_one() -> None:
    """“The US ambassador to Sudan” and the bare name that follows speak for the United States alone."""
    text = (
        "The US ambassador to Sudan said that Iran armed the Houthis. Iran gave them rockets, Joe Marsh said."
    )
    one = report("a.txt", text)
    office = claim(one, "Iran armed the Houthis", source=source("The US ambassador to Sudan"))
    name = claim(one, "Iran gave them rockets", goods=goods("rockets"), source=source("Joe Marsh"))
    result = reconcile([one], [office, name])
    assert together(result, office.id, name.id)
    (origin,) = result.lineage.origins
    assert origin.organisation == "United States"


def test_an_analysis_is_that_of_whom_the_sentence_names() -> None:
    """“A first analysis shows ..., the U.S. Navy said” is the navy's word."""
    words = "A first analysis shows that Iran gave the Houthis rockets"
    one = report(
        "a.txt", f"{words}, the U.S. Navy said. Iran sent rockets to the Houthis, the U.S. Navy said."
    )
    through = claim(one, words, goods=goods("rockets"), source=source("A first analysis", "shows"))
    plain = claim(
        one, "Iran sent rockets to the Houthis", goods=goods("rockets"), source=source("the U.S. Navy")
    )
    assert together(reconcile([one], [through, plain]), through.id, plain.id)


def test_an_outlet_and_whom_it_quotes_are_one_origin() -> None:
    """What one report has from an outlet, and another from whom that outlet quotes, is one thing."""
    named: dict[str, Any] = {"goods": goods("rockets"), "source": source("Reuters")}
    quoted: dict[str, Any] = {"goods": goods("rockets"), "source": source("a source", via=("Reuters",))}
    one, a = simple("a.txt", "Iran sent rockets to the Houthis", **named)
    two, b = simple("b.txt", "the Houthis got rockets from Iran", **quoted)
    assert together(reconcile([one, two], [a, b]), a.id, b.id)


def test_who_is_only_pointed_at_is_who_was_named_before() -> None:
    """In one report "they" and "the papers" are the two leaked papers that it named."""
    said = (
        ("Iran sold rockets to the Houthis", "two leaked papers"),
        ("the Houthis asked Iran for drones", "they"),
        ("Iran promised the Houthis missiles", "The papers"),
    )
    one = report("one.txt", ". ".join(words for words, _ in said) + ".\n")
    claims = [claim(one, words, source=source(name, "say")) for words, name in said]
    (origin,) = reconcile([one], claims).lineage.origins
    assert set(origin.claims) == {c.id for c in claims}


def test_what_unnamed_people_know_of_does_not_part_them() -> None:
    """Two people "familiar with the deal", quoted through an outlet, are its "familiar with the matter"."""
    about: dict[str, Any] = {"goods": goods("rockets"), "recipient": "Houthis"}
    own, one = simple(
        "own.txt",
        "Iran sold rockets to the Houthis",
        speaker="two people familiar with the matter",
        title=None,
        **about,
    )
    own = msgspec.structs.replace(own, publisher="The Harbour Post")
    citing = report("citing.txt", "Iran agreed to sell the Houthis rockets, The Harbour Post reported.")
    via = source("two people familiar with the deal", "reported", via=("The Harbour Post",))
    two = claim(citing, "Iran agreed to sell the Houthis rockets", source=via, **about)
    assert together(reconcile([own, citing], [one, two]), one.id, two.id)


def test_a_group_that_is_pointed_at_is_the_one_that_was_named() -> None:
    """The words "the London-based group" mean the body that the report named, and no state."""
    first = "Iran sold rockets to the Houthis"
    second = "Iran sent drones to the Houthis"
    one = report("one.txt", f"{first}, Amnesty International found. {second}, the London-based group said.\n")
    named = claim(one, first, source=source("Amnesty International", "found"), goods=goods("rockets"))
    pointed = claim(
        one, second, source=source("the London-based group"), goods=goods("drones", Category.DRONES)
    )
    assert together(reconcile([one], [named, pointed]), named.id, pointed.id)


def test_what_was_announced_and_what_was_done_are_two_statements() -> None:
    """A minister on Sunday of what leaves on Monday, and the minister on Monday of what has left."""
    shared: dict[str, Any] = {
        "goods": goods("KN-23 rockets", designation="KN-23"),
        "time": period("on Monday", "2024-03-11", "2024-03-11"),
    }
    before, told = sent(
        "before.txt",
        "Iran will ship rockets to the Houthis on Monday",
        published="2024-03-10",
        stage=Stage.PLANNED,
        **shared,
    )
    after, done = sent(
        "after.txt",
        "Iran shipped rockets to the Houthis on Monday",
        published="2024-03-11",
        stage=Stage.SHIPPED,
        **shared,
    )
    found = reconcile([before, after], [told, done])
    assert not together(found, told.id, done.id)
    assert [set(t.claims) for t in found.transfers] == [{told.id, done.id}]

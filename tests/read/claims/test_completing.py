"""An end that a sentence leaves open is the party for whom nearly all of a report speaks."""

from __future__ import annotations

from collections import Counter

from tallybook.model import Category, Claim, Span, Stage
from tallybook.read.claims.completing import Completing
from tallybook.read.discourse.flows import Flow


def _flow(supplier: str, recipient: str) -> Flow:
    return Flow(supplier, recipient, frozenset({Category.DRONES}), Stage.DELIVERED, 0)


def _half(supplier: str | None, recipient: str | None) -> Claim:
    return Claim(supplier=supplier, recipient=recipient, quote="got six jets", quote_span=Span(0, 12))


def test_three_signs_that_agree_complete_a_claim() -> None:
    """Who gets from the same giver, who gets most and who is named most are one party: it is meant."""
    report = Completing((_flow("Spain", "Ghana"),), Counter({"Ghana": 3, "Spain": 1}), None)
    done = report.completed(_half("Spain", None))
    assert done.flow == ("Spain", "Ghana")
    assert any("Ghana" in why for why in done.why)
    assert any(p.name == "Ghana" for p in done.parties)


def test_signs_at_odds_leave_it_open() -> None:
    """Another is named most, and the report was written elsewhere: nobody is meant for certain."""
    report = Completing((_flow("Spain", "Ghana"),), Counter({"Togo": 5, "Ghana": 1}), "Togo")
    assert report.completed(_half("Norway", None)).flow == ("Norway", None)


def test_two_signs_do_where_there_are_no_others() -> None:
    """A report of no whole flow, written in the state that it names most, is about that state."""
    report = Completing((), Counter({"Ghana": 2}), "Ghana")
    assert report.completed(_half("Spain", None)).flow == ("Spain", "Ghana")


def test_a_whole_claim_stays_as_it_is() -> None:
    """Ends that the words name are never replaced."""
    report = Completing((_flow("Spain", "Ghana"),), Counter({"Ghana": 3}), "Ghana")
    claim = _half("Norway", "Togo")
    assert report.completed(claim) is claim

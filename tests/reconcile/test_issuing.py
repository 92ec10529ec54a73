"""Releases: what a party's own text says is that party's word."""

from __future__ import annotations

from typing import Any

from tallybook.model import Category, Claim, Report
from tallybook.reconcile import reconcile
from tallybook.reconcile.issuing import issuer_of
from tests.reconcile.press import DENIED, claim, goods, report, source, together

HEAD = "CENTCOM takes mines off a dhow\n\n"
BODY = "CENTCOM took mines bound for the Houthis off a dhow. It took CENTCOM a day. CENTCOM is glad.\n"


def mines(report_: Report, quote: str, speaker: str | None = None) -> Claim:
    """A claim of mines for the Houthis."""
    said = source(speaker) if speaker else None
    return claim(report_, quote, goods=goods("mines", Category.BOMBS), source=said)


def test_a_text_of_a_body_about_itself_goes_back_to_that_body() -> None:
    """What a body's own release tells and what a report says that the body said are one origin."""
    own = report("a.txt", HEAD + BODY, title="CENTCOM takes mines off a dhow")
    told = report("b.txt", "Mines bound for the Houthis were taken off a dhow, CENTCOM said.")
    one = mines(own, "took mines bound for the Houthis off a dhow")
    two = mines(told, "Mines bound for the Houthis were taken off a dhow", "CENTCOM")
    assert together(reconcile([own, told], [one, two]), one.id, two.id)


def test_a_report_that_says_who_said_it_is_no_release() -> None:
    """Where the body is quoted, the rest is the reporter's own voice."""
    text = HEAD + BODY + "Rockets were aboard as well, CENTCOM said.\n"
    made = report("a.txt", text, title="CENTCOM takes mines off a dhow")
    claims = [mines(made, "took mines bound for the Houthis"), mines(made, "Rockets were aboard", "CENTCOM")]
    assert issuer_of(made, claims) is None


def test_an_outlet_by_name_puts_out_no_release() -> None:
    """A text with a publisher of its own is that publisher's."""
    made = report("a.txt", HEAD + BODY, title="CENTCOM takes mines off a dhow", publisher="Quay Courier")
    assert issuer_of(made, [mines(made, "took mines bound for the Houthis")]) is None


def test_a_release_speaks_for_the_person_at_its_head() -> None:
    """Whom to call for the press shows a release; the person named above the text speaks in it."""
    text = "Mines handed over\n\nLloyd Austin\n\nMines were handed to Ukraine.\n\nMedia contacts: 01 234\n"
    made = report("a.txt", text, title="Mines handed over")
    assert issuer_of(made, [mines(made, "Mines were handed to Ukraine")]) == "Lloyd Austin"


def test_an_embassy_speaks_for_who_sent_it() -> None:
    """A capital and its embassy in another country are one origin in one report."""
    text = "Tehran denied it. The Iranian Embassy in Oman called reports of mines for the Houthis false.\n"
    made = report("a.txt", text)
    fields: dict[str, Any] = {"goods": goods("mines", Category.BOMBS), **DENIED}
    one = claim(made, "Tehran denied it", source=source("Tehran"), **fields)
    two = claim(made, "reports of mines", source=source("The Iranian Embassy in Oman"), **fields)
    assert together(reconcile([made], [one, two]), one.id, two.id)


def test_a_nameless_source_goes_on_in_the_next_sentence() -> None:
    """Who "had told" it and goes on by the same words in the next breath is one origin."""
    text = "Iran sent the Houthis mines, unnamed dockers had told the Quay Courier. They said fuel too.\n"
    made = report("a.txt", text)
    said = source("unnamed dockers", via=("Quay Courier",))
    one = claim(made, "Iran sent the Houthis mines", goods=goods("mines", Category.BOMBS), source=said)
    two = claim(made, "fuel too", goods=goods("fuel", Category.FUEL), source=said)
    assert together(reconcile([made], [one, two]), one.id, two.id)

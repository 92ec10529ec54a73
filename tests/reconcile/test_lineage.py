"""Copies, rewrites, citations and chains of reports."""

from __future__ import annotations

from tallybook.model import Edge, EdgeKind, JudgementKind, Lineage, Report
from tallybook.reconcile import Reconciler, reconcile
from tallybook.reconcile.edges import compare_pages
from tallybook.reconcile.outlets import key_of
from tallybook.reconcile.pages import Page
from tests.reconcile.press import COPY, HARBOUR, OTHER, REWRITE, claim, judgement, report, source

POST = report("post.txt", HARBOUR, publisher="The Harbour Post")
COPIED = report("copy.txt", COPY, publisher="Lighthouse Daily")
TOLD = report("told.txt", REWRITE)
RIVAL = report("rival.txt", OTHER, publisher="Inland Wire")


def lineage(*reports: Report) -> Lineage:
    """The lineage of these reports, each with its first sentence as a claim."""
    claims = []
    for one in reports:
        quote = (
            "rockets to the Houthis"
            if "rockets to the Houthis" in one.text
            else "shipped to the Houthis by Iran"
        )
        via = ("The Harbour Post",) if "The Harbour Post" in one.text else ()
        claims.append(claim(one, quote, source=source("Ana Brandt", via=via)))
    return reconcile(reports, claims).lineage


def edge(found: Lineage, child: Report) -> Edge:
    """The one edge into a report."""
    edges = [e for e in found.edges if e.child == child.name]
    assert len(edges) == 1, edges
    return edges[0]


def test_a_declared_copy_is_certain_and_its_parent_known() -> None:
    """A copy that names the outlet it copies hangs under that outlet's report, and nothing else does."""
    found = edge(lineage(POST, COPIED), COPIED)
    assert (found.parent, found.kind, found.declared, found.certainty, found.direction) == (
        POST.name,
        EdgeKind.COPY,
        True,
        "certain",
        "known",
    )


def test_the_same_story_in_other_words_is_a_probable_rewrite() -> None:
    """Content and order in other words make a rewrite, undeclared, with its reason."""
    later = report(TOLD.name, TOLD.text, "2024-03-13")
    found = edge(lineage(POST, later), later)
    assert (found.parent, found.kind, found.declared, found.certainty) == (
        POST.name,
        EdgeKind.REWRITE,
        False,
        "probable",
    )
    assert "sentences" in found.reason


def test_two_reporters_at_one_briefing_are_joined_by_nothing() -> None:
    """A shared quotation alone is no edge."""
    assert lineage(POST, RIVAL).edges == ()
    assert lineage(POST, RIVAL).chains == ((POST.name,), (RIVAL.name,))


def test_direction_stays_open_where_nothing_decides() -> None:
    """Equal dates, quotations and lengths leave the direction open."""
    one, two = report("a.txt", HARBOUR), report("b.txt", HARBOUR)
    found = lineage(one, two)
    assert [e.direction for e in found.edges] == ["open"]
    assert found.chains == (("a.txt", "b.txt"),)


def test_an_outlet_that_is_not_in_the_book_is_cited_by_name() -> None:
    """A declaration without a report to tie it to names an outlet outside the book, and joins no chain."""
    found = lineage(COPIED)
    cited = edge(found, COPIED)
    assert (cited.parent, cited.kind, cited.external) == ("The Harbour Post", EdgeKind.CITES, True)
    assert found.chains == ((COPIED.name,),)


def test_a_citation_alone_joins_no_chain() -> None:
    """A report that cites another one without copying it stays in a chain of its own."""
    citing = report(
        "cites.txt", "Rockets went to sea. According to The Harbour Post, Iran sent rockets to the Houthis."
    )
    found = lineage(POST, citing)
    assert edge(found, citing).kind in (EdgeKind.CITES,)
    assert len(found.chains) == 2


def test_one_parent_is_enough_for_a_third_copy() -> None:
    """Three copies of one text hang in a tree, not in a web."""
    texts = [report(f"{day}.txt", HARBOUR, f"2024-03-{day}") for day in (10, 11, 12)]
    found = lineage(*texts)
    assert [(e.parent, e.child) for e in found.edges] == [("10.txt", "11.txt"), ("10.txt", "12.txt")]
    assert len(found.overlaps) == 3


def test_a_person_can_take_a_copy_back_and_declare_one() -> None:
    """Copy and not-a-copy are judged by people; undoing brings the reading back."""
    book = Reconciler()
    book.add(POST, ())
    book.add(COPIED, ())
    book.judge(judgement(1, JudgementKind.NOT_COPY, POST.id, COPIED.id))
    assert len(book.result().lineage.chains) == 2
    book.judge(judgement(2, JudgementKind.UNDO, "j1"))
    assert len(book.result().lineage.chains) == 1
    book.add(RIVAL, ())
    book.judge(judgement(3, JudgementKind.COPY, RIVAL.id, COPIED.id, value={"kind": "rewrite"}))
    edges = {(e.parent, e.kind) for e in book.result().lineage.edges if e.child == COPIED.name}
    assert (RIVAL.name, EdgeKind.REWRITE) in edges


def test_an_outlet_is_known_under_its_spellings() -> None:
    """Article, capitals and the label of an address do not part one outlet from itself."""
    assert key_of("The Harbour Post") == key_of("harbour post") == key_of("theharbourpost")


def test_an_outlet_known_from_its_reports_alone_is_cited() -> None:
    """A name that no vocabulary holds is an outlet once the book has a report of it, whichever came first."""
    wire = report("wire.txt", OTHER, publisher="Quarry Wire")
    text = "The barley harvest failed. Iran sent rockets to the Houthis, Quarry Wire reports."
    citing = report("citing.txt", text, publisher="Hill and Dale")
    for order in ((wire, citing), (citing, wire)):
        claims = [
            claim(wire, "sending rockets to the Houthis"),
            claim(citing, "Iran sent rockets to the Houthis"),
        ]
        found = edge(reconcile(order, claims).lineage, citing)
        assert (found.kind, found.declared, found.parent) == (EdgeKind.CITES, True, "wire.txt")
    alone = reconcile([citing], [claim(citing, "Iran sent rockets to the Houthis")])
    assert alone.lineage.edges == ()


def test_who_passes_words_on_is_no_outlet_unless_it_may_be_one() -> None:
    """A lawmaker, a person who speaks in the report and "local media" relay a word; none of them is cited."""
    words = "Iran sent rockets to the Houthis"
    one = report("a.txt", f"{words}, the ministry said. Rockets came by sea, Lee Marsh said.")
    relayed = claim(
        one,
        words,
        source=source("the ministry", via=("a lawmaker", "Lee Marsh", "local media", "Gulf Ledger")),
    )
    named = claim(one, "Rockets came by sea", source=source("Lee Marsh"))
    lineage = reconcile([one], [relayed, named]).lineage
    assert [edge.parent for edge in lineage.edges] == ["Gulf Ledger"]


def test_a_close_retelling_that_names_its_source_is_a_rewrite() -> None:
    """Three sentences in one order are enough where the report names the other's outlet as its source."""
    first = (
        "Iran has delivered forty crates of naval mines to the Houthis, a port official said on Monday.\n\n"
        "The crates crossed the strait aboard two wooden dhows during the night of the spring festival.\n\n"
        "Insurers in Muscat doubled the premium for tankers after the harbour pilots refused to sail.\n\n"
        "The lighthouse keepers were given a medal for their patience with the fog.\n"
    )
    again = (
        "Forty crates with naval mines were delivered by Iran to the Houthis, said a port official on "
        "Monday, the Quay Courier reports.\n\n"
        "Aboard two wooden dhows the crates crossed the strait during the night of the spring festival.\n\n"
        "After harbour pilots refused to sail, insurers in Muscat doubled premiums for tankers.\n\n"
        "Our archive holds pictures of the last regatta, of the mayor and of a stranded whale that drew "
        "many visitors to the beach in autumn, when the hotels were shut and trains ran twice a week only. "
        "A ticket cost four coins. The band played on the pier, the choir sang, and children flew kites.\n"
    )
    one = report("a.txt", first, "2024-03-12", publisher="Quay Courier")
    two = report("b.txt", again, "2024-03-12")
    found = compare_pages(Page(one, [], {}), Page(two, [], {}), 0)
    edge_ = found.edge if found else None
    assert edge_ is not None
    assert (edge_.parent, edge_.child, edge_.kind) == ("a.txt", "b.txt", EdgeKind.REWRITE)
    assert edge_.declared
    silent = report("b.txt", again.replace(", the Quay Courier reports", ""), "2024-03-12")
    apart = compare_pages(Page(one, [], {}), Page(silent, [], {}), 0)
    assert apart is None or apart.edge is None

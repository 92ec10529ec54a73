"""Promises of attribution: for every clause, who says it, through whom, with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.model import Certainty, Evidence, Report, Span
from tallybook.read.attributed import Attributed, source_of
from tallybook.read.attribution import attribute, attributions
from tallybook.read.cues import CueBook
from tallybook.read.page import build_page
from tallybook.read.parse import load_language
from tallybook.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

BOOK = CueBook(load().cues)


def read(text: str) -> tuple[Attributed, ...]:
    """Every attribution of a report with this text, published on a Wednesday."""
    report = Report(id="r1", name="t", text=text, sha256="", captured_at="2024-05-15", published="2024-05-15")
    return attribute(build_page(report, load_language()), load(), BOOK)


def told(text: str, claim: str) -> Attributed | None:
    """Who says the clause ``claim`` of ``text``."""
    start = text.index(claim)
    return source_of(read(text), Span(start, start + len(claim)))


def check(text: str, claim: str, expected: tuple[str, Sequence[str], str]) -> None:
    """Hold name, relays and a word of the cue."""
    found = told(text, claim)
    assert found is not None
    name, via, cue = expected
    assert found.source.name.lower().removeprefix("the ") == name.lower().removeprefix("the ")
    assert found.source.via == tuple(via)
    assert cue in (found.source.cue or "")


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        (
            "Two officials briefed on the matter said tanks were sent.",
            "tanks were sent",
            ("Two officials briefed on the matter", (), "said"),
        ),
        (
            "Tanks were sent by rail, said one of the officials.",
            "Tanks were sent by rail",
            ("one of the officials", (), "said"),
        ),
        (
            "“We have received 30 tanks,” said President Anna Kosta, adding that more would follow.",
            "more would follow",
            ("Anna Kosta", (), "adding"),
        ),
        (
            "Bedonia, Kosta says, bought shells from Atland.",
            "bought shells from Atland",
            ("Kosta", (), "says"),
        ),
        (
            "Bedonia's army got 12 howitzers, its spokesman, Colonel Ans Breit, said.",
            "got 12 howitzers",
            ("Ans Breit", (), "said"),
        ),
        (
            "According to CENTRA, the dhow held 40 missiles.",
            "the dhow held 40 missiles",
            ("CENTRA", (), "According to"),
        ),
        (
            "Per the coalition, the rifles came by sea.",
            "the rifles came by sea",
            ("the coalition", (), "Per"),
        ),
        (
            "By Kosta's reckoning Atland sold 40 tanks.",
            "Atland sold 40 tanks",
            ("Kosta", (), "reckoning"),
        ),
        (
            "Tarn denied on Monday that Atland had sent shells.",
            "Atland had sent shells",
            ("Tarn", (), "denied"),
        ),
        (
            "Atland stands accused by the Western Bureau of shipping drones.",
            "shipping drones",
            ("Western Bureau", (), "accused"),
        ),
        (
            "Washington is concerned that Atland may send tanks.",
            "Atland may send tanks",
            ("Washington", (), "concerned"),
        ),
        (
            "The claim that Atland had sent tanks was rejected by Kosta.",
            "Atland had sent tanks",
            ("Kosta", (), "rejected"),
        ),
        (
            "The coalition released images that show crates on the quay.",
            "crates on the quay",
            ("The coalition", (), "released images"),
        ),
        (
            "Kosta asked if shells had been delivered.",
            "shells had been delivered",
            ("Kosta", (), "asked"),
        ),
    ],
)
def test_the_source_of_a_clause_is_found(
    text: str, claim: str, expected: tuple[str, Sequence[str], str]
) -> None:
    """Fronted, inverted, split and passive reporting words lead to who says it, with those words."""
    check(text, claim, expected)


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        (
            "Tanks were sent, two people with knowledge of the deal told Reuters.",
            "Tanks were sent",
            ("two people with knowledge of the deal", ("Reuters",), "told"),
        ),
        (
            "Reuters, citing three sources, reported that tanks were sent.",
            "tanks were sent",
            ("three sources", ("Reuters",), "reported"),
        ),
        (
            "In an interview with the BBC, Kosta said the tanks had come.",
            "the tanks had come",
            ("Kosta", ("BBC",), "said"),
        ),
        (
            "KCNA quoted a ministry spokesman as saying that no shells were sent.",
            "no shells were sent",
            ("a ministry spokesman", ("KCNA",), "saying"),
        ),
        (
            "The New York Times first reported that shells were sent.",
            "shells were sent",
            ("New York Times", (), "reported"),
        ),
        (
            "The ministry said on its website that shells were sent.",
            "shells were sent",
            ("The ministry", (), "said"),
        ),
        ("Tarn told parliament that shells were sent.", "shells were sent", ("Tarn", (), "told")),
    ],
)
def test_only_outlets_relay(text: str, claim: str, expected: tuple[str, Sequence[str], str]) -> None:
    """An outlet around a source is its relay; by itself it is the source; other listeners are neither."""
    check(text, claim, expected)


def test_what_a_speaker_says_of_his_own_side_is_his() -> None:
    """A belief of the speaker's side keeps the speaker's name and the words of the belief."""
    text = "“We assess that Atland wants fighter jets,” Mara Quill, a spokeswoman, said."
    check(text, "Atland wants fighter jets", ("Mara Quill", (), "assess"))


def test_a_person_is_named_in_full_with_the_office() -> None:
    """A surname gets the full name and the office that stand anywhere in the report."""
    text = (
        "Defence Minister Ivo Tarn spoke in Geneva.\n\n"
        "Atland has sent 12 howitzers, Minister Ivo Tarn said.\n\nTarn added that shells were sent too."
    )
    found = told(text, "shells were sent too")
    assert found is not None
    assert (found.source.name, found.source.title) == ("Ivo Tarn", "Minister")


def test_pronouns_and_plain_nouns_mean_those_named_before() -> None:
    """Words such as "He", "it" and "the officials" are resolved to the source named before them."""
    text = (
        "Ivo Tarn told Reuters that jets were sold to Bedonia. He added that shells were sold as well.\n\n"
        "The Bedonian Navy has stopped a dhow, it said. Officials in Port Ville said crates held rifles.\n\n"
        "Some crates held grenades, the officials said."
    )
    check(text, "shells were sold as well", ("Ivo Tarn", ("Reuters",), "added"))
    check(text, "The Bedonian Navy has stopped a dhow", ("The Bedonian Navy", (), "said"))
    check(text, "Some crates held grenades", ("Officials in Port Ville", (), "said"))


def test_a_quotation_runs_on_over_sentences_and_paragraphs() -> None:
    """What stands in one open quotation is said by one source, also in the next paragraph."""
    text = (
        "“Atland has sold jets. Jets have reached Bedonia,” Anna Kosta said. “Shells will come in June.\n\n"
        "“Radars were paid for in May.”"
    )
    for claim in ("Atland has sold jets", "Shells will come in June", "Radars were paid for in May"):
        check(text, claim, ("Anna Kosta", (), "said"))


def test_a_part_of_what_was_told_is_told_by_the_same_source() -> None:
    """A sentence about some of the goods just told of stays with the source, a new subject does not."""
    text = (
        "Six missiles were sold to Bedonia, Kosta said. One at least was fired in May.\n\n"
        "Six missiles were sold to Bedonia, Kosta said. The Danube rose in May."
    )
    check(text, "One at least was fired", ("Kosta", (), "said"))
    assert told(text, "The Danube rose in May") is None


def test_words_that_point_back_give_the_sentence_before() -> None:
    """The words "So said X" attribute what stands before it."""
    text = "Over 900 rifles were taken from a dhow. So said Commander Timo Hark of the fleet on Tuesday."
    check(text, "Over 900 rifles were taken from a dhow", ("Timo Hark", (), "said"))


def test_the_outlets_own_voice_has_no_source() -> None:
    """Statements without reporting words, plans and wishes are the outlet's."""
    for text in ("Atland sold 30 tanks to Bedonia.", "Atland wants to sell 30 tanks to Bedonia."):
        assert told(text, "30 tanks to Bedonia") is None


def test_nobody_is_named_where_nobody_is() -> None:
    """The source of "it was reported" is (unspecified)."""
    check("It was reported that tanks were sent.", "tanks were sent", ("(unspecified)", (), "reported"))
    check("Atland is said to have sent tanks.", "have sent tanks", ("(unspecified)", (), "said"))


def test_a_transcript_is_told_by_its_labels() -> None:
    """Labels before a colon name the speaker of what stands under them."""
    text = (
        "Transcript of a call\n\nSENIOR OFFICIAL: Atland shipped shells in May. We have seen that.\n\n"
        "QUESTION: Were there rockets?\n\nSENIOR OFFICIAL: Rockets were shipped as well."
    )
    found = told(text, "Rockets were shipped as well")
    assert found is not None
    assert found.source.name == "SENIOR OFFICIAL"
    assert found.source.cue is None


def test_cues_say_what_they_commit_to() -> None:
    """The class of the cue travels with the attribution."""
    cases = {
        "Kosta said tanks were sent.": Certainty.STATED,
        "Kosta believes tanks were sent.": Certainty.ASSESSED,
        "Kosta claims tanks were sent.": Certainty.ALLEGED,
        "Kosta confirmed that tanks were sent.": Certainty.CONFIRMED,
        "Kosta fears tanks were sent.": Certainty.WARNED,
        "Kosta denied that tanks were sent.": Certainty.DENIED,
    }
    for text, certainty in cases.items():
        found = told(text, "tanks were sent")
        assert found is not None
        assert found.certainty is certainty


def test_the_time_of_the_statement_is_kept_apart() -> None:
    """When it was said goes with the attribution, not with the transfer."""
    found = told("Kosta said on Tuesday that tanks were sent in March.", "tanks were sent in March")
    assert found is not None
    assert found.said_on is not None
    assert found.said_on.text == "on Tuesday"
    assert str(found.said_on.earliest) == "2024-05-14"


@pytest.mark.parametrize(
    ("text", "claim", "kind"),
    [
        ("Satellite imagery shows crates on the quay.", "crates on the quay", Evidence.IMAGERY),
        ("Court documents show that tanks were sold.", "tanks were sold", Evidence.DOCUMENT),
        ("Flight data show that the plane flew to Bedonia.", "the plane flew to Bedonia", Evidence.TRACKING),
        (
            "Kosta, citing newly released intelligence, said tanks were sent.",
            "tanks were sent",
            Evidence.INTELLIGENCE,
        ),
        ("Villagers said the crates held rifles.", "the crates held rifles", Evidence.WITNESS),
    ],
)
def test_evidence_is_named_with_its_words(text: str, claim: str, kind: Evidence) -> None:
    """What the source points to is kept by kind and in its own words."""
    found = told(text, claim)
    assert found is not None
    assert found.evidence is kind
    assert found.evidence_words is not None
    assert found.evidence_words.span.of(text) == found.evidence_words.text


def test_nested_attributions_know_what_is_around_them() -> None:
    """An inner attribution holds the outer one."""
    found = told("Kosta said that the ministry denied that tanks were sent.", "tanks were sent")
    assert found is not None
    assert found.source.name == "the ministry"
    assert found.outer is not None
    assert found.outer.source.name == "Kosta"


def test_attributions_of_any_text_are_outermost() -> None:
    """Source, cue and content stand where they say; what is nested is left out."""
    text = "“Taxes will fall,” the mayor said. She hopes that voters believe it."
    found = attributions(text, load_language(), BOOK)
    words = [
        (
            " ".join(s.of(text) for s in one.source),
            " ".join(s.of(text) for s in one.cue),
            " ".join(s.of(text) for s in one.content),
        )
        for one in found
    ]
    assert words == [
        ("the mayor", "said", "“Taxes will fall,”"),
        ("She", "hopes", "that voters believe it"),
    ]


PIECES = (
    "“ ” \" said Kosta he , . : that tanks were sent \n according to US we believe ‘ ’ — by told Reuters"
    " which ( ) 🚢 denied as"
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=24))
def test_any_text_is_read_without_failing(pieces: list[str]) -> None:
    """No heap of words breaks attribution, and every span stands in the text."""
    text = " ".join(pieces)
    for one in attributions(text, load_language(), BOOK):
        for span in (*one.source, *one.cue, *one.content):
            assert span.stands_in(text)
    for attributed in read(text):
        assert all(span.stands_in(text) for span in attributed.content)

"""Promises of attribution: what cues commit to, when it was said, on what evidence, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.model import Certainty, Evidence
from tallybook.read.attribution.reading import attributions
from tallybook.read.text.parse import load_language
from tests.read.attributing import BOOK, check, read, told


def test_the_outlets_own_voice_has_no_source() -> None:
    """Statements without reporting words, plans and wishes are the outlet's."""
    for text in ("Atland sold 30 tanks to Bedonia.", "Atland wants to sell 30 tanks to Bedonia."):
        assert told(text, "30 tanks to Bedonia") is None


def test_nobody_is_named_where_nobody_is() -> None:
    """The source of "it was reported" is (unspecified)."""
    check("It was reported that tanks were sent.", "tanks were sent", ("(unspecified)", (), "reported"))
    check("Atland is said to have sent tanks.", "have sent tanks", ("(unspecified)", (), "said"))


def test_it_is_the_paper_that_spoke_last() -> None:
    """What "it" shows, and what it says where the sentence is about nobody else, is the paper's."""
    for said in ("It shows that tanks were sent.", "Tanks were sent, it showed."):
        shown = told(f"A report of Bedonia says that shells were sold. {said}", "anks were sent")
        assert shown is not None
        assert shown.source.name == "A report of Bedonia"


def test_what_lasts_and_a_day_are_no_speakers() -> None:
    """A war that goes on says nothing; who rules on a Thursday is the court."""
    assert told("Tanks were sent as Bedonia's war goes on.", "Tanks were sent") is None
    ruled = told("A court in Bedonia ruled Thursday, which found that tanks were sent.", "tanks were sent")
    assert ruled is not None
    assert ruled.source.name == "A court in Bedonia"


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
    '“ ” " said Kosta he , . : that tanks were sent \n according to US we believe ‘ ’ — by told Reuters'
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


def test_a_cue_before_a_semicolon_reports_what_stands_before_it() -> None:
    """A cue that ends a part of the sentence reports what stands before it."""
    text = "Atland sent ten tanks in May, the court said; the port there lies on the sea."
    found = told(text, "Atland sent ten tanks")
    assert found is not None
    assert found.source.name == "the court"


def test_who_plans_to_do_something_says_nothing_of_what_was_told_before() -> None:
    """A plan set behind a semicolon is told by the speaker of the sentence, not by who plans."""
    text = "The first lot has reached Atland, according to a diplomat; Borduria plans to buy some in May."
    found = told(text, "plans to buy")
    assert found is None or found.source.name == "a diplomat"

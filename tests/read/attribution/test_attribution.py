"""Promises of attribution: for every clause, who says it and through whom."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.read.attributing import check, told


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
            "Atland had not sent the tanks, noted the Bedonian official, who like the others gave no name.",
            "Atland had not sent the tanks",
            ("the Bedonian official", (), "noted"),
        ),
        (
            "The army got drones on Friday, at a feast in presence of the chief, has noted a correspondent.",
            "The army got drones",
            ("a correspondent", (), "has noted"),
        ),
        (
            "Tanks were sent by Atland, consider in the ministry.",
            "Tanks were sent by Atland",
            ("the ministry", (), "consider"),
        ),
        (
            "Rebels allied to Tarn said Monday that they had got rifles.",
            "they had got rifles",
            ("Rebels allied to Tarn", (), "said"),
        ),
        (
            "Bedonia bought tanks too, Kosta said, which would ease the training.",
            "Bedonia bought tanks too",
            ("Kosta", (), "said"),
        ),
        (
            "In May, it is reported as well, Bedonia was sent tanks.",
            "Bedonia was sent tanks",
            ("(unspecified)", (), "is reported"),
        ),
        (
            "It follows from the document that Bedonia had asked for tanks.",
            "Bedonia had asked for tanks",
            ("the document", (), "follows from"),
        ),
        (
            "Earlier Bedonia rejected a report that it had sold tanks.",
            "it had sold tanks",
            ("Bedonia", (), "rejected"),
        ),
        (
            "Shells passed from Atland's guards to militias in Bedonia, sources told the newspaper Rasto.",
            "Shells passed from Atland's guards to militias in Bedonia",
            ("sources", ("Rasto",), "told"),
        ),
        (
            "Bedonia got drones, a military source told Rasto. Atland was sent rifles as well, it said.",
            "Atland was sent rifles",
            ("a military source", ("Rasto",), "said"),
        ),
        (
            "Atland denies to have sent Bedonia rifles.",
            "to have sent Bedonia rifles",
            ("Atland", (), "denies"),
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
            "Tanks were sent, according to a military letter that AFP saw on Monday.",
            "Tanks were sent",
            ("a military letter", ("AFP",), "according to"),
        ),
        (
            "Tanks were sent, the Daily Herald wrote, with reference to officials whom it did not name.",
            "Tanks were sent",
            ("officials", ("Daily Herald",), "wrote"),
        ),
        (
            "Tanks were sent, The Morning Post learned from people in the ministry.",
            "Tanks were sent",
            ("people in the ministry", ("Morning Post",), "learned"),
        ),
        (
            "Tanks were sent, a lawmaker quoted the spy agency as saying.",
            "Tanks were sent",
            ("the spy agency", ("a lawmaker",), "saying"),
        ),
        (
            "Tanks were sent, according to sources of the Evening Herald.",
            "Tanks were sent",
            ("sources of the Evening Herald", ("Evening Herald",), "according to"),
        ),
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


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Old shells showed up on one side of the front, where tanks were sent.", "tanks were sent"),
        ("A delivery of tanks was discussed by Atland.", "A delivery of tanks"),
        ("Porto: Tanks were sent for the first time.", "Tanks were sent"),
    ],
)
def test_words_that_vouch_for_nothing_are_no_source(text: str, claim: str) -> None:
    """Turning up, talk of a thing and the place of a dateline tell nothing of who says so."""
    assert told(text, claim) is None


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("They signed a contract that will see Bedonia buy tanks.", "Bedonia buy tanks"),
        ("Bedonia on Friday showed the tanks that it had bought from Atland.", "bought from Atland"),
        ("Atland gave Bedonia tanks, counted the crates and left.", "Atland gave Bedonia tanks"),
    ],
)
def test_what_only_looks_like_reporting_has_no_source(text: str, claim: str) -> None:
    """Neither contracts that "see" a thing done, nor showing it, nor counting it, tells that it is so."""
    assert told(text, claim) is None

"""Promises of attribution: sources that a sentence sets off, rests on, or only points back to."""

from __future__ import annotations

import pytest

from tests.read.attributing import check, told


@pytest.mark.parametrize(
    ("text", "claim", "name", "cue"),
    [
        ("Bedonia, he pointed out, has got tanks.\n", "has got tanks", "he", "pointed out"),
        (
            "General Ilse Kosta met the press. After the flood, she recalled, Bedonia got tanks.",
            "Bedonia got tanks", "Ilse Kosta", "recalled",
        ),
        (
            "Tanks came, it emerges from a customs file that leaked.",
            "Tanks came", "a customs file that leaked", "emerges",
        ),
        ("From the files it appears that Atland sent tanks.", "Atland sent tanks", "the files", "appears"),
        (
            "By the ministry's reckoning Atland has sent tanks.",
            "Atland has sent tanks", "the ministry", "reckoning",
        ),
        (
            "Six of the jets came in May, by the account of Sky Watch, a group of monitors.",
            "Six of the jets came in May", "Sky Watch", "account",
        ),
        ("As the general tells it, Atland sent tanks.", "Atland sent tanks", "the general", "tells it"),
        ("Customs records have Kenya sending tanks.", "Kenya sending tanks", "Customs records", "have"),
        (
            "Kenya demanded to know from Chad whether tanks had been sent to Mali.",
            "tanks had been sent to Mali", "Kenya", "demanded",
        ),
        (
            "The Foreign Office called it invented. Only last week it had stated that tanks were sent.",
            "tanks were sent", "The Foreign Office", "stated",
        ),
        (
            "Two leaked cables turned up on Sunday. In May, they say, Atland sold tanks.",
            "Atland sold tanks", "Two leaked cables", "say",
        ),
        (
            "Atland has to answer for Bedonia's suspicion that tanks were sent.",
            "tanks were sent", "Bedonia", "suspicion",
        ),
        (
            "Bedonia has charged Atland many times over with sending tanks.",
            "sending tanks", "Bedonia", "charged",
        ),
        (
            "Bedonia refused the guns; now tanks are to go to Tarn, the army has confirmed.",
            "tanks are to go to Tarn", "the army", "has confirmed",
        ),
        (
            "Atland sent tanks in May, and Tarn got some as well, as the daily Graphic reports.",
            "Tarn got some as well", "Graphic", "reports",
        ),
        (
            "A claim by two generals that Chad sold tanks is under review.",
            "Chad sold tanks", "two generals", "claim",
        ),
        ("Kenya, say officers there, has sent Chad tanks.", "has sent Chad tanks", "officers there", "say"),
        ("In June, said the minister, Kenya sent tanks.", "Kenya sent tanks", "the minister", "said"),
        (
            "Kenya all but confirmed the purchase of jets from Chad.",
            "the purchase of jets", "Kenya", "confirmed",
        ),
        (
            "Rifles came from a port in Kenya, Lamu on the sea, the Daily Nation reported on Saturday.",
            "Rifles came from a port in Kenya", "the Daily Nation", "reported",
        ),
        (
            "Minister Ilse Kosta used a talk to say that tanks were sent to Kenya.",
            "tanks were sent to Kenya", "Ilse Kosta", "to say",
        ),
        (
            "Kofi Mensah is certain that no tanks are sold to Mali; that others are, he could not confirm.",
            "no tanks are sold to Mali", "Kofi Mensah", "certain",
        ),
        (
            "A BBC report that Atland sold tanks is under review.",
            "Atland sold tanks", "BBC", "report",
        ),
    ],
)  # fmt: skip
def test_a_source_is_found_where_a_sentence_sets_it_off(text: str, claim: str, name: str, cue: str) -> None:
    """Between commas, in a phrase of its own, or in the sentence before."""
    check(text, claim, (name, (), cue))


@pytest.mark.parametrize(
    ("text", "claim", "name", "via", "cue"),
    [
        (
            "Reuters cited a memo, dated March 2, under which Atland sold tanks.",
            "Atland sold tanks", "a memo", "Reuters", "under which",
        ),
        (
            "Reuters, with reference to two envoys, reports that tanks were sent.",
            "tanks were sent", "two envoys", "Reuters", "reports",
        ),
        (
            "Tanks were sent, generals and port officers said, according to Reuters.",
            "Tanks were sent", "generals and port officers", "Reuters", "said",
        ),
        (
            "Tanks were sent, the embassy told Radio Free Bedonia (RFB).",
            "Tanks were sent", "the embassy", "Radio Free Bedonia", "told",
        ),
        (
            "Tanks were sent, the ministry wrote in a letter to the AP.",
            "Tanks were sent", "the ministry", "AP", "wrote",
        ),
        (
            "Tanks were sent, Kenyan, Malian and Western sources say, REUTERS reports.",
            "Tanks were sent", "Malian and Western sources", "REUTERS", "say",
        ),
        (
            "Reuters told of it. Tanks were sent to Chad, an envoy who gave no name was quoted as saying.",
            "Tanks were sent to Chad", "an envoy who gave no name", "Reuters", "saying",
        ),
        (
            "The Times wrote on the strength of reports by two spies that tanks were sent to Kenya.",
            "tanks were sent to Kenya", "two spies", "Times", "wrote",
        ),
        (
            "Two envoys made it clear to the site Bedonia Online that tanks were sent.",
            "tanks were sent", "Two envoys", "Bedonia Online", "made clear",
        ),
    ],
)  # fmt: skip
def test_what_carries_a_source_is_found_beside_it(
    text: str, claim: str, name: str, via: str, cue: str
) -> None:
    """Around a paper, before who is meant, behind who was told."""
    check(text, claim, (name, (via,), cue))


def test_who_learns_something_from_a_source_carries_it() -> None:
    """Who has learned it from somebody only relays what he says."""
    text = "Reuters has learned from two diplomats that tanks were sent to Kenya."
    check(text, "tanks were sent to Kenya", ("two diplomats", ("Reuters",), "has learned"))


def test_who_cites_an_interview_speaks_himself() -> None:
    """A talk says nothing; who holds something by it does."""
    check(
        "Reuters, quoting the same interview, holds that tanks came.", "tanks came", ("Reuters", (), "holds")
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Bedonia refused the guns; now tanks are to go, the army has confirmed.",
            "Bedonia refused the guns",
        ),
        ("Atland must understand that tanks were sent.", "tanks were sent"),
        ("Bedonia said it got tanks. Nearly 70% of Bedonia's arms come from Tarn.", "arms come from Tarn"),
    ],
)
def test_nobody_is_made_to_say_what_he_does_not(text: str, claim: str) -> None:
    """Not what a semicolon parts, what somebody only ought to think, or the next fact of the report."""
    assert told(text, claim) is None


def test_who_denies_has_no_outlet_that_accuses_him() -> None:
    """An outlet's claim that somebody rejects does not carry his words."""
    denial = told(
        "Chad rejected the BBC's claim that it had sent tanks.", "the BBC's claim that it had sent tanks"
    )
    assert denial is not None
    assert (denial.source.name, denial.source.via) == ("Chad", ())

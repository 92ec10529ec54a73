"""Through whom a report has what a source says."""

from __future__ import annotations

import pytest

from tests.read.attributing import check, told


@pytest.mark.parametrize(
    ("text", "claim", "name", "via", "cue"),
    [
        (
            "Mines.\n\nSource: Minister Ilse Kosta, as reported by Rasto\n\nRadars came in May, Kosta said.",
            "Radars came in May", "Ilse Kosta", ("Rasto",), "said",
        ),
        (
            "Mines.\n\nSource: Bedonia Times, citing Ilse Kosta's remarks\n\nRadars came in May, Kosta said.",
            "Radars came in May", "Ilse Kosta", ("Bedonia Times",), "said",
        ),
        (
            "Radars came in May, minister Ilse Kosta said. This writes Bedonia Times.",
            "Radars came in May", "Ilse Kosta", ("Bedonia Times",), "said",
        ),
        (
            "Radars came to Atland, informed the Ministry of Defence of Bedonia, transmits Reuters.",
            "Radars came to Atland", "Ministry of Defence of Bedonia", ("Reuters",), "informed",
        ),
        (
            "The Bedonia Herald was told by a senior official that radars had come.",
            "radars had come", "a senior official", ("Bedonia Herald",), "told",
        ),
        (
            "Radars came, a report that is still to appear and was seen by Reuters says.",
            "Radars came", "a report", ("Reuters",), "says",
        ),
        (
            "Radars came in May, Atland's ambassador to the UK Ilse Kosta said.",
            "Radars came in May", "Ilse Kosta", (), "said",
        ),
        (
            "Atland, Reuters reports, has got radars.",
            "has got radars", "Reuters", (), "reports",
        ),
        (
            "Atland, sources in Bedonia claim, got six radars in May.",
            "got six radars", "sources in Bedonia", (), "claim",
        ),
        (
            "Officers confided to Bedonia Times that radars had come.",
            "radars had come", "Officers", ("Bedonia Times",), "confided",
        ),
        (
            "Documents seen by Reuters show that radars came. They say that mines came too.",
            "mines came too", "Documents", ("Reuters",), "say",
        ),
        (
            "In an interview with Rasto, minister Ilse Kosta said radars had come.",
            "radars had come", "Ilse Kosta", ("Rasto",), "said",
        ),
        (
            "Radars came, Bedonian news agency Rasto reports, citing minister Ilse Kosta.",
            "Radars came", "Ilse Kosta", ("Rasto",), "reports",
        ),
        (
            "Arms came, two officials told Bedonia Herald. They went by rail, one of the officials said.",
            "They went by rail", "one of the officials", ("Bedonia Herald",), "said",
        ),
        (
            "Tanks were sent to Bedonia, minister Ilse Kosta confirmed. The Bedonia Times writes about it.",
            "Tanks were sent to Bedonia", "Ilse Kosta", ("The Bedonia Times",), "confirmed",
        ),
        (
            "Spokesman Ivo Rast denied that mines were sent.\n\nThat is according to the Bedonia Times.",
            "mines were sent", "Ivo Rast", ("the Bedonia Times",), "denied",
        ),
        (
            "The howitzers have arrived. Nobody counted.\n\nIlse Kosta, the minister, told about this.",
            "The howitzers have arrived", "Ilse Kosta", (), "told about",
        ),
        (
            "Atland took delivery of radars last week, wrote Reuters, while its neighbours fear a war.",
            "Atland took delivery of radars", "Reuters", (), "wrote",
        ),
        (
            "Engines go to Bedonia, say four port officials and a stack of papers seen by Reuters.",
            "Engines go to Bedonia", "four port officials", ("Reuters",), "say",
        ),
        (
            "Mines were bought in May, says the secret ledger, which Reuters was the first to describe.",
            "Mines were bought in May", "the secret ledger", ("Reuters",), "says",
        ),
        (
            "Atland has ordered eight corvettes, it emerged on Monday.",
            "Atland has ordered eight corvettes", "(unspecified)", (), "emerged",
        ),
        (
            "According to traders whom Reuters quotes, the mines were sold by Atland to Bedonia.",
            "the mines were sold by Atland", "traders whom Reuters quotes", (), "According to",
        ),
        (
            "The navy of Atland seized 90 crates of rifles. The ministry, part of the government, said this.",
            "The navy of Atland seized 90 crates of rifles", "the ministry", (), "said",
        ),
        (
            "Atland's premier Ilse Kosta would not give a number. All tanks will go, she told reporters.",
            "All tanks will go", "Ilse Kosta", (), "told",
        ),
        (
            "Mortars were handed over, Foreign Secretary of State Ilse Kosta-rin told the daily Herald.",
            "Mortars were handed over", "Ilse Kosta-rin", ("Herald",), "told",
        ),
        (
            "Twelve mortars have come to Bedonia, it follows from the list which the navy keeps.",
            "Twelve mortars have come to Bedonia", "the navy", (), "follows from",
        ),
        (
            "Mortars were handed over, judging by pictures of the parade.",
            "Mortars were handed over", "pictures of the parade", (), "judging by",
        ),
        (
            "The tanks came by rail, so said Cmdr. Ilse Kosta, a spokeswoman.",
            "The tanks came by rail", "Ilse Kosta", (), "said",
        ),
        (
            "Bedonia got no radars.\n\nSource: Reuters, with reference to four traders\n\nIt did not rain.",
            "Bedonia got no radars", "four traders", ("Reuters",), "with reference to",
        ),
        (
            "Minister Ilse Kosta said Bedonia got radars, Trend reports citing Reuters.",
            "Bedonia got radars", "Ilse Kosta", ("Reuters", "Trend"), "said",
        ),
        (
            "Minister Ilse Kosta has confirmed that Bedonia got radars, Report informs referring to Reuters.",
            "Bedonia got radars", "Ilse Kosta", ("Reuters",), "confirmed",
        ),
        (
            "The general staff said Bedonia got radars, Ukrinform reports with reference to Reuters.",
            "Bedonia got radars", "The general staff", ("Reuters", "Ukrinform"), "said",
        ),
        (
            "Atland's premier said: “Bedonia asked whether we could send it tanks.”",
            "we could send it tanks", "Atland's premier", (), "said",
        ),
    ],
)  # fmt: skip
def test_who_says_it_and_through_whom(
    text: str, claim: str, name: str, via: tuple[str, ...], cue: str
) -> None:
    """Sources are named with the outlets that carry them, also where another sentence names the outlet."""
    check(text, claim, (name, via, cue))


def test_what_is_expected_is_said_by_nobody() -> None:
    """A passive "is expected" tells of what is to come and names no source."""
    assert told("The last two corvettes are expected to arrive in May.", "corvettes are expected") is None


def test_an_office_keeps_all_its_words() -> None:
    """The title of "Secretary of State X" is not cut at "of"."""
    found = told("Tanks were sent, Secretary of State Ilse Kosta said.", "Tanks were sent")
    assert found is not None
    assert found.source.title == "Secretary of State"


def test_a_date_is_no_part_of_a_name() -> None:
    """Days and months before a name date the statement."""
    for text in ("On Sept. 24 Kosta said tanks were sent.", "In May Kosta said tanks were sent."):
        found = told(text, "tanks were sent")
        assert found is not None
        assert found.source.name == "Kosta"
        assert found.said_on is not None

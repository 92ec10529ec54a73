"""Sources that other words, spellings or places make look like somebody else."""

from __future__ import annotations

import pytest

from tallybook.model import Category, Claim, Stage
from tallybook.reconcile import reconcile
from tallybook.reconcile.finding import facts_of
from tallybook.reconcile.names import one_spelling
from tallybook.reconcile.speakers import speaker_of
from tests.reconcile.event import Event, kind
from tests.reconcile.press import DENIED, claim, crates, goods, period, report, source, together

SHELLS = goods("shells", Category.ARTILLERY_AMMUNITION)


@pytest.mark.parametrize(
    "words", ["BBC Urdu", "the BBC Persian service", "The British Broadcasting Corporation"]
)
def test_a_service_of_an_outlet_is_that_outlet(words: str) -> None:
    """What an outlet calls its programme in a language makes no person of it, nor a government."""
    speaker = speaker_of(source(words), report("a.txt", f"{words} said so. The Foreign Office was silent."))
    assert (speaker.kind, speaker.block) == ("outlet", "BBC")


def test_a_body_whose_name_opens_with_a_state_does_not_speak_for_it() -> None:
    """The "Myanmar Witness" is a name of its own, "Myanmar's navy" is Myanmar's."""
    made = report("a.txt", "Myanmar Witness said so; Myanmar's navy said nothing.")
    assert speaker_of(source("Myanmar Witness"), made).block != "Myanmar"
    assert speaker_of(source("Myanmar's navy"), made).block == "Myanmar"


def test_the_foreign_office_is_that_of_the_party_of_which_a_report_tells() -> None:
    """An office whose name several states use is the party's where the best known one has no part in it."""
    made = report("a.txt", "Pakistan denied it. A British aircraft had come, the Foreign Office said.")
    told = claim(
        made,
        "Pakistan denied it",
        supplier="Pakistan",
        recipient="Ukraine",
        source=source("the Foreign Office"),
    )
    assert facts_of(told, made).speaker.block == "Pakistan"
    home = report("b.txt", "Britain sent shells to Ukraine, the Foreign Office said.")
    told = claim(
        home,
        "sent shells",
        supplier="United Kingdom",
        recipient="Ukraine",
        source=source("the Foreign Office"),
    )
    assert facts_of(told, home).speaker.block == "United Kingdom"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yegor Soloviov", "Yegor Solovyov"),
        ("Han Dong-wook", "Han"),
        ("Lin Xiaobo", "Lin"),
        ("Ana Ott Jr", "Ana Ott"),
    ],
)
def test_a_family_name_is_the_same_in_every_way_of_writing_it(one: str, other: str) -> None:
    """Its sounds count, not its letters; in Korean and Chinese names it stands first."""
    made = report("a.txt", f"{one} spoke. {other} spoke.")
    assert speaker_of(source(one), made).key == speaker_of(source(other), made).key


def test_a_ministry_is_that_of_the_state_spoken_of_before() -> None:
    """Not of the state whose make the sentence names; where none had a ministry, of the first told of."""
    text = "Cuba said the arms were old. {}The rockets were Soviet gear, a Foreign Ministry statement said."
    ministry = source("Foreign Ministry statement")
    assert speaker_of(ministry, report("a.txt", text.format(""))).block == "Cuba"
    told = report("b.txt", text.format("Panama's foreign ministry was silent. "))
    assert speaker_of(ministry, told).block == "Panama"


def test_common_words_name_nobody_else() -> None:
    """Who is told of in common words may be somebody named elsewhere; who has a name is not."""
    made = report("a.txt", "One of the two says so. The Quince Bureau says so.")
    assert speaker_of(source("One of the two"), made).described
    assert not speaker_of(source("The Quince Bureau"), made).described


def test_ways_of_writing_a_name_are_one() -> None:
    """Letters doubled or not, "y" or "i", "q" or "k" are one name in Latin letters; other letters are not."""
    assert one_spelling("qassemy") == one_spelling("kasemi")
    assert one_spelling("kasemi") != one_spelling("karami")


def _catch(day: str | None, text: str) -> Claim:
    made = report("a.txt", f"{text}.", "2025-07-16")
    when = period(day, day, day) if day else None
    return claim(made, text, stage=Stage.SEIZED, time=when, source=source("the navy"))


def test_a_catch_of_long_ago_was_told_of_then() -> None:
    """What was seized half a year before was told of then, unlike what was just seized."""
    made = report("a.txt", "The navy stopped a boat.", "2025-07-16")
    for day, earlier in (("2025-01-28", True), ("2025-07-14", False), (None, False)):
        told = _catch(day, "The navy stopped a boat")
        assert facts_of(told, made).earlier is earlier


def test_a_media_report_is_that_of_the_outlet_named_next() -> None:
    """With "according to a media report", and two sentences on the outlet's name: one origin."""
    event = Event("Algeria", "Mali")
    event.paper(
        "a",
        "Algeria sold Mali shells, a media report says. It sent Mali shells, The Guardian wrote.",
        "2024-05-03",
    )
    event.tells("a.1", "sold Mali shells", source=source("a media report"), goods=kind("shells"))
    event.tells("a.2", "sent Mali shells", source=source("The Guardian"), goods=kind("shells"))
    assert event.one_origin("a.1", "a.2")


def _through(one: str, two: str) -> bool:
    first = report("a.txt", "Iran sent the Houthis shells.", "2024-05-03")
    then = report("b.txt", "The Houthis got shells from Iran.", "2024-05-04")
    via = ("Reuters",)
    told = claim(first, "sent the Houthis shells", goods=SHELLS, source=source(one, via=via))
    retold = claim(then, "got shells from Iran", goods=SHELLS, source=source(two, via=via))
    return together(reconcile([first, then], [told, retold]), told.id, retold.id)


def test_one_of_an_outlets_people_is_not_the_others() -> None:
    """One diplomat is none of the officers; several officials may be among several sources."""
    assert not _through("one diplomat", "port officers")
    assert not _through("a port worker", "several diplomats")
    assert _through("three officials", "six sources")
    assert _through("Iranian and Western sources", "three Iranian officials")


def test_one_of_the_leaked_papers_is_one_paper() -> None:
    """The words "one of the leaked documents" mean the leaked document of other reports."""
    assert _through("a leaked document", "one of the leaked documents")


def test_sources_speak_for_no_state() -> None:
    """Western or Iranian "sources" are people without a name; "Iranian officials" speak for Iran."""
    made = report("a.txt", "text")
    assert speaker_of(source("Iranian sources"), made).kind == "unnamed"
    assert speaker_of(source("Iranian officials"), made).kind == "organisation"


def test_denials_of_one_spokesman_in_two_spellings_are_one() -> None:
    """Two reports of a day that spell a name otherwise quote one man."""
    one = report("a.txt", "Bahram Qasemi denied that Iran had sent rockets.", "2024-05-03")
    two = report("b.txt", "Iran sent no rockets, Bahram Qassemi said.", "2024-05-03")
    told = claim(
        one, "Iran had sent rockets", source=source("Bahram Qasemi", title="Iran's spokesman"), **DENIED
    )
    again = claim(
        two, "Iran sent no rockets", source=source("Bahram Qassemi", title="Iran's spokesman"), **DENIED
    )
    assert together(reconcile([one, two], [told, again]), told.id, again.id)


def test_what_one_person_said_is_still_told_days_later() -> None:
    """The same rare news from one person in a report three days later is no second statement."""
    quote = "Iran sent the Houthis 4,000 rockets"
    by = source("Bahram Qasemi", title="an Iranian deputy")
    one = report("a.txt", f"{quote}, Bahram Qasemi said.", "2024-05-03")
    two = report("b.txt", f"{quote}, Bahram Qasemi has said.", "2024-05-06")
    lot = crates(4000)
    told = claim(one, quote, source=by, goods=goods("rockets"), quantity=lot)
    again = claim(two, quote, source=by, goods=goods("rockets"), quantity=lot)
    assert together(reconcile([one, two], [told, again]), told.id, again.id)
    other = claim(two, quote, source=by, goods=SHELLS, quantity=crates(70))
    assert not together(reconcile([one, two], [told, other]), told.id, other.id)

"""Whose voice it is: releases, the press, leaked papers, parts of a government; and days before speakers."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Category, Claim, Period, Report, Stage
from tallybook.reconcile.abbreviations import spelled_out
from tallybook.reconcile.issuing import issuer_of
from tallybook.reconcile.outlets import outlet_meant
from tallybook.reconcile.speakers import speaker_of
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import claim, goods, report, source

MINES = goods("mines", Category.BOMBS)
LABELLED = (
    "NEWS RELEASE | 3 May 2024\nMines stopped on the way to the Houthis\n\nSUDA – CENTCOM took 40 mines.\n"
)


def mines(made: Report, quote: str, **fields: object) -> Claim:
    """A claim of mines for the Houthis."""
    return claim(made, quote, goods=MINES, **fields)


def test_a_text_that_is_headed_a_release_speaks_for_the_body_at_its_head() -> None:
    """The line "news release" shows it, even where it was taken for the author."""
    made = report("a.txt", LABELLED, authors=("NEWS RELEASE",))
    assert issuer_of(made, [mines(made, "took 40 mines")]) == "CENTCOM"


def test_a_report_that_speaks_of_a_release_is_none() -> None:
    """The words within a sentence make no release of a report."""
    made = report("a.txt", "A press release of NATO told of 40 mines.\nPress release in hand, NATO spoke.\n")
    assert issuer_of(made, [mines(made, "40 mines")]) is None


def test_the_press_of_a_country_does_not_speak_for_its_government() -> None:
    """Papers are sources without a name and of no party; a state's own media are the state's voice."""
    made = report("a.txt", "text")
    for words in ("Polish media", "newspapers close to the Polish opposition", "some media in Poland"):
        assert (speaker_of(source(words), made).kind, speaker_of(source(words), made).block) == (
            "unnamed",
            None,
        )
    assert speaker_of(source("North Korean state media"), made).block == "North Korea"


def test_these_papers_are_the_papers_named_before() -> None:
    """A word that points back at the press means the press that was quoted."""
    event = Event("Poland", "Ukraine")
    event.paper("a", "Poland pays in tanks, Polish media say. Jets go too, these papers hold.", "2024-05-03")
    event.tells("a.1", "pays in tanks", source=source("Polish media"), goods=kind("tanks"))
    event.tells("a.2", "Jets go too", source=source("these newspapers"), goods=kind("jets"))
    assert event.one_origin("a.1", "a.2")


def leak() -> Event:
    """One outlet's leaked papers, told by reports of two days."""
    event = Event("Algeria", "Mali")
    shells = kind("shells", Category.ARTILLERY_AMMUNITION)
    via = ("The Guardian",)
    event.paper(
        "a", "Algeria sent Mali 900 shells. It had planned 900, leaked cables show. Mali.", "2024-05-03"
    )
    event.tells("a.1", "sent Mali 900 shells", source=source("The Guardian"), goods=shells)
    event.tells(
        "a.2",
        "had planned 900",
        stage=Stage.PLANNED,
        goods=shells,
        source=source("leaked Algerian cables", via=via),
    )
    event.paper("b", "900 shells were to go to Mali, a leaked cable says.", "2024-05-04")
    event.tells(
        "b.1",
        "900 shells were to go",
        stage=Stage.PLANNED,
        goods=shells,
        source=source("a leaked Algerian cable", via=via),
    )
    return event


def test_the_papers_leaked_to_one_outlet_are_one_origin_however_many() -> None:
    """One report speaks of a cable, the other of cables; and the outlet alone is that very story."""
    assert leak().one_origin("a.2", "b.1")
    assert leak().one_origin("a.1", "a.2")


def governed(first: str, second: str) -> Event:
    """Two sources of one government on one day."""
    event = Event("Norway", "Ukraine")
    jets = kind("F-16s", Category.AIRCRAFT)
    event.paper("a", f"Norway gives 6 F-16s, {first} said.", "2024-05-03")
    event.paper("b", f"Norway will give F-16s, {second} said.", "2024-05-03")
    event.tells("a.1", "gives 6 F-16s", stage=Stage.PLEDGED, goods=jets, source=source(first))
    event.tells("b.1", "will give F-16s", stage=Stage.PLEDGED, goods=jets, source=source(second))
    return event


def test_two_parts_of_a_government_are_two_origins() -> None:
    """The prime minister and the foreign ministry speak on one day, each for their own house."""
    assert not governed("Jonas Gahr Store", "the Norwegian Foreign Ministry").one_origin("a.1", "b.1")
    assert not governed("Norway's parliament", "Norway's defence ministry").one_origin("a.1", "b.1")


def test_a_minister_and_the_ministry_are_one_origin() -> None:
    """A ministry and who heads it are one part; and a government at large may be any of its parts."""
    event = governed("the Norwegian Foreign Minister", "Norway's Foreign Ministry")
    assert event.one_origin("a.1", "b.1")
    assert governed("Norway", "Norway's Foreign Ministry").one_origin("a.1", "b.1")


def test_a_day_before_who_spoke_is_the_day_on_which_it_was_said() -> None:
    """It goes back to the report of that day, and so does what is said in the next sentence."""
    event = Event("Norway", "Ukraine")
    jets, day = kind("F-16s", Category.AIRCRAFT), dt.date(2024, 5, 3)
    event.paper("a", "Norway gives 22 F-16s, Jonas Gahr Store said.", "2024-05-03")
    event.paper(
        "b", "On May 3 Jonas Gahr Store said he gave F-16s. They cost $900 million, he said.", "2024-05-12"
    )
    by = source("Jonas Gahr Store")
    event.tells("a.1", "gives 22 F-16s", stage=Stage.PLEDGED, goods=jets, source=by)
    event.tells(
        "b.1",
        "he gave F-16s",
        stage=Stage.PLEDGED,
        goods=jets,
        source=by,
        time=Period(text="On May 3", earliest=day, latest=day),
    )
    event.tells("b.2", "They cost $900 million", stage=Stage.PLEDGED, source=source("he"))
    assert event.one_origin("a.1", "b.1")
    assert event.one_origin("b.1", "b.2")


def test_an_abbreviation_stands_for_the_name_before_it() -> None:
    """Only a name in capitals whose first letters it holds, and none that everybody knows."""
    text = "Men of the Eastern Desert Coast Watch (EDCW) searched it, and of the Coast Guards (XYZ)."
    assert spelled_out("EDCW", text) == "Eastern Desert Coast Watch"
    assert spelled_out("XYZ", text) is None
    assert spelled_out("CENTCOM", "the Central Command (CENTCOM)") is None


def test_two_kinds_of_munitions_of_one_report_are_two_transfers() -> None:
    """A report that lists them tells them apart; another report may call the same load by the other name."""
    event = Event("Algeria", "Mali")
    event.paper("a", "Algeria means to send rockets. Mortar rounds shall go as well.", "2024-05-03")
    event.tells("a.1", "means to send rockets", stage=Stage.PLANNED, goods=kind("rockets", Category.ROCKETS))
    shells = kind("rounds", Category.ARTILLERY_AMMUNITION)
    event.tells("a.2", "rounds shall go as well", stage=Stage.PLANNED, goods=shells)
    assert event.transfers() == {"a.1", "a.2"}


def test_hundreds_of_two_things_do_not_contradict_each_other() -> None:
    """A number in a mere word is no figure that two reports could give to different goods."""
    for words, figure, least in (("hundreds of", 200, 0), ("700", 700, 1)):
        event = Event("Iran", "Houthis")
        for name, text, category in (
            ("a", "missiles", Category.MISSILES),
            ("b", "rockets", Category.ROCKETS),
        ):
            event.paper(name, f"A dhow with {words} {text} was seized, NATO said.", "2024-05-03")
            amount = number(f"{words} {text}", figure, text)
            event.tells(
                f"{name}.1",
                f"{words} {text} was seized",
                stage=Stage.SEIZED,
                goods=kind(text, category),
                quantity=amount if least else type(amount)(text=amount.text, min=200, max=999, unit=text),
                source=source("NATO"),
            )
        kinds = {
            d.type.value
            for t in event.result().transfers
            for a in t.attributes
            for d in a.differences
            if a.name == "goods"
        }
        assert ("contradiction" in kinds) == bool(least), words


def test_machines_and_planes_count_the_same() -> None:
    """A word that says no more than a number makes no drift of the unit."""
    event = Event("Norway", "Ukraine")
    jets = kind("F-16s", Category.AIRCRAFT)
    event.paper("a", "Norway gives 22 planes, Jonas Gahr Store said of the F-16s.", "2024-05-03")
    event.paper("b", "Norway gives 22 machines, Jonas Gahr Store said of the F-16s.", "2024-05-03")
    for name, unit in (("a", "planes"), ("b", "machines")):
        event.tells(
            f"{name}.1",
            f"gives 22 {unit}",
            stage=Stage.PLEDGED,
            goods=jets,
            quantity=number(f"22 {unit}", 22, unit),
            source=source("Jonas Gahr Store"),
        )
    (transfer,) = event.result().transfers
    assert not {d.type for a in transfer.attributes for d in a.differences if a.name in ("unit", "quantity")}


def test_a_paper_has_the_outlet_from_which_its_report_has_the_news() -> None:
    """Where one outlet alone is named, the paper came through it, by its full or its short name."""
    event = leak()
    event.paper("c", "The Guardian, which published it, tells of 900 shells.", "2024-05-04")
    shells = kind("shells", Category.ARTILLERY_AMMUNITION)
    event.tells("c.1", "900 shells", stage=Stage.PLANNED, goods=shells, source=source("the leaked cable"))
    assert event.one_origin("a.2", "c.1")


def test_an_outlet_may_be_meant_by_its_last_word() -> None:
    """It is the one outlet of the report whose name ends so, and none where two do."""
    assert outlet_meant("Journal", "as The Wall Street Journal wrote") == "Wall Street Journal"
    assert outlet_meant("Post", "The Washington Post and The Jerusalem Post") == "Post"

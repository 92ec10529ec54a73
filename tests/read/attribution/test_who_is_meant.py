"""Promises of attribution: whom "it", "he" and a noun before a name mean, and whose words a part is."""

from __future__ import annotations

import pytest

from tests.read.attributing import check, told


@pytest.mark.parametrize(
    ("text", "claim", "name"),
    [
        (
            "Spain sold tanks, the charity Clear Hands said. Poland sent Chad guns in May, it added.",
            "Poland sent Chad guns",
            "Clear Hands",
        ),
        (
            "Spain sold tanks, the institute Deep Field found. Poland sent Chad guns, it says.",
            "Spain sold tanks",
            "Deep Field",
        ),
        (
            "The Navy said tanks came. Chad's mission to the UN was silent. It has said it gets no weapons.",
            "it gets no weapons",
            "Chad's mission to the UN",
        ),
        (
            "Rights groups accuse Peru of arming gangs. The army said that tanks came from Peru.",
            "tanks came from Peru",
            "The army",
        ),
        (
            "Holt Martin said that it had sold tanks. The ministry said that two more would come.",
            "two more would come",
            "The ministry",
        ),
        (
            "The General Staff said that guns came. The army said that two more would come.",
            "two more would come",
            "The General Staff",
        ),
        (
            "We asked the airline. None of its planes took guns, it wrote.",
            "None of its planes",
            "the airline",
        ),
        (
            "Holt's chief executive was less absolute in May: he told guests that Chad bought drones.",
            "Chad bought drones",
            "Holt's chief executive",
        ),
        (
            "Juan Diaz said it rained. Peru's prime minister welcomed the drones. They were early, he said.",
            "They were early",
            "Peru's prime minister",
        ),
        (
            "Tanks went to Chad, Luis Ortega told Radio Sur. Guns came, according to the same interview.",
            "Guns came",
            "Luis Ortega",
        ),
        (
            "Tanks went to Chad, said its spokesman, Capt. Luis Ortega.",
            "Tanks went to Chad",
            "Luis Ortega",
        ),
        (
            "Tanks went to Chad, a deputy minister of Defence, Luis Ortega, told a hearing on Friday.",
            "Tanks went to Chad",
            "Luis Ortega",
        ),
        (
            '"No side had tanks from Chad", said spokeswoman Ana Ruiz on Friday; the trade was checked.',
            "No side had tanks from Chad",
            "Ana Ruiz",
        ),
        (
            "Guns went to Chad, the Spanish internal security agency has found.",
            "Guns went to Chad",
            "the Spanish internal security agency",
        ),
        (
            "Guns were trucked to Chad, a rights group charges in a report out today.",
            "Guns were trucked to Chad",
            "a rights group",
        ),
        (
            "The envoy of Chad was plainer: Spain means to send tanks.",
            "Spain means to send tanks",
            "The envoy of Chad",
        ),
        (
            "Tanks for Chad were taken off a ship by the naval mission of the EU, it announced Tuesday.",
            "Tanks for Chad were taken",
            "the naval mission of the EU",
        ),
        (
            "The panel of experts has counted six cases since 2019 in which Spain supplied Chad.",
            "Spain supplied Chad",
            "The panel of experts",
        ),
        (
            "Six times a plane landed in Chad with tanks, the group believes, having lost its way.",
            "a plane landed in Chad",
            "the group",
        ),
        (
            "By the agency's reckoning Spain has sent Chad 900 crates of shells.",
            "Spain has sent Chad",
            "the agency",
        ),
    ],
)
def test_who_is_meant(text: str, claim: str, name: str) -> None:
    """A body by its noun, who was asked, an office alone, whose talk it was, a name behind an office."""
    found = told(text, claim)
    assert found is not None
    assert found.source.name.removeprefix("the ") == name.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Chad was seen with drones that, experts think, came from Spain.", "Chad was seen with drones"),
        ("Chad signed for jets in May, a contract put at $2 billion, and waits.", "Chad signed for jets"),
        ("Spain's trader went on to deliver howitzers.", "deliver howitzers"),
        ("Spain returned the jeeps last year, as Chad asked.", "Spain returned the jeeps"),
        ("Guns went to Chad, as Omar Deby boasted; tanks from Peru have come too.", "tanks from Peru"),
        ("Tanks were sent to Chad; how many, the ministry would not tell.", "Tanks were sent to Chad"),
        ("Spain has no grounds to say that Chad got tanks.", "Chad got tanks"),
        ("Trucks went to Chad. These were seen burning, according to the army.", "Trucks went to Chad"),
        ("Search turns up missiles from Spain, Chad-bound ship held", "missiles from Spain"),
        ("Cranes have brought up two tanks that Spain sent to Chad.", "Spain sent to Chad"),
        ("From Spain, the two neighbours expect new radars.", "new radars"),
    ],
)
def test_nobody_says_what_only_stands_beside(text: str, claim: str) -> None:
    """Not what is thought of a noun, what a deal is put at, who goes on, asked for it, or awaits it."""
    assert told(text, claim) is None


@pytest.mark.parametrize(
    ("text", "claim", "name", "via"),
    [
        ("Omar Deby told a Danish paper that tanks came.", "tanks came", "Omar Deby", "a Danish paper"),
        ("Omar Deby told broadcaster Meridian that tanks came.", "tanks came", "Omar Deby", "Meridian"),
        (
            "Two officials told the Meridian agency that tanks came.",
            "tanks came",
            "Two officials",
            "Meridian",
        ),
        (
            "A judge has found that no tanks came, the presidency said on Sunday.",
            "no tanks came",
            "A judge",
            "the presidency",
        ),
    ],
)
def test_through_whom(text: str, claim: str, name: str, via: str) -> None:
    """An outlet that is only described or named behind its noun, and who passes on what another found."""
    found = told(text, claim)
    assert found is not None
    assert (found.source.name, found.source.via) == (name, (via,))


def test_as_was_reported_is_said_by_nobody() -> None:
    """A report that nobody is named for has the reporting words still."""
    check("As was reported earlier, Chad got tanks.", "Chad got tanks", ("(unspecified)", (), "was reported"))


def test_an_officials_word_on_what_another_expects_is_his() -> None:
    """The reporting words are those of who says it."""
    text = "India expects Russia to deliver tanks by May, ministry officials told a panel on Friday."
    check(text, "Russia to deliver tanks", ("ministry officials", (), "told"))

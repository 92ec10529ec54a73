"""Half a transfer counts only in a report that tells of one firmly."""

from __future__ import annotations

import pytest

from tallybook.model import Claim, ClaimKind, Report
from tallybook.read import Reader

ABOUT_HOME = (
    "Norway's parliament spoke of its navy on Tuesday. The minister was heard first. "
    "Members asked about the price of fuel. The yards in Bergen have work for ten years."
)


def transfers(reader: Reader, text: str) -> list[Claim]:
    report = Report(
        id="r000000000001",
        name="notes",
        text=text,
        sha256="0" * 64,
        captured_at="2026-05-01T00:00:00Z",
        published="2025-02-20",
    )
    return [c for c in reader.read(report) if c.kind is ClaimKind.TRANSFER]


@pytest.mark.parametrize(
    "half",
    [
        "The navy is set to get five frigates.",
        "Norway ordered two frigates and a submarine to the Barents Sea.",
        "Norway expects to deliver 20 jets by 2028.",
        "Soldiers of Norway were sent to Latvia with their vehicles.",
        "The committee debated the supply and sale of weapons to Guyana.",
        "Norway sent 315 drones and seven missiles overnight.",
        "Norway's army looked at launchers for short-range missiles.",
        "The Norwegian air force counts on 250 of the jets.",
    ],
)
def test_half_a_transfer_alone_in_a_report_is_none(reader: Reader, half: str) -> None:
    """Where no sentence names two sides, or where arms go, words of transfer tell of none."""
    assert not transfers(reader, f"{ABOUT_HOME} {half}")


@pytest.mark.parametrize(
    "whole",
    [
        "Norway sold 20 howitzers to Chile.",
        "Norway sends anti-tank missiles to Ukraine.",
        "Customs in Lagos seized 300 rifles from Turkey.",
        "Norway has exported rocket launchers since May.",
        "Pistols from Slovakia came by post.",
        "A missile hit a house there. Norway's deliveries to Chile are put at 40 by the service.",
        "Norway sells rifles and mortar bombs to its neighbours.",
        "Norway has not transferred rifles to any party of the war.",
    ],
)
def test_a_transfer_told_firmly_counts_in_any_report(reader: Reader, whole: str) -> None:
    """A report about something else loses no transfer that is told with its arms and where they go."""
    assert transfers(reader, f"{ABOUT_HOME} {whole}")


def test_three_halves_of_a_transfer_bear_one_another_out(reader: Reader) -> None:
    """What one sentence alone does not carry stands where two more tell of the same side."""
    halves = ["Norway gave surface-to-air missiles.", "Norway provided rifles and shells in May."]
    assert not transfers(reader, f"{ABOUT_HOME} {halves[0]}")
    assert transfers(reader, f"{ABOUT_HOME} {' '.join(halves)} Norway sold 20 howitzers.")


def test_jets_in_a_report_on_patrols_are_nobody_elses(reader: Reader) -> None:
    """Where a report tells of deployments and patrols, aircraft stay those of who flies them."""
    text = (
        "NATO will patrol the air over Latvia after the incursion of two drones. Its jets were scrambled on "
        "Monday. The deployment begins at once. Dutch F-16 fighters have arrived in Latvia."
    )
    assert not transfers(reader, text)


def test_sport_tells_of_no_rockets(reader: Reader) -> None:
    """Where coaches, strikers and stadiums are named, what is delivered and sold is no arms."""
    text = (
        "The striker from Norway came late. His coach was angry. The stadium in Oslo was full to the roof. "
        "The team delivered two rockets to Monaco. Qatar had offered Norway 25 guns."
    )
    assert not transfers(reader, text)


def test_what_comes_to_an_exercise_is_not_given(reader: Reader) -> None:
    """In a report that opens with a drill, arms of every kind are moved there by their own forces."""
    text = (
        "A NATO exercise began in Finland on Monday. Troops of nine states train there for two weeks. "
        "Sweden moved 40 Leopard tanks by rail to Finland. Britain brought howitzers to Finland by ship."
    )
    assert not transfers(reader, text)

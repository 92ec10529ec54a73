"""Sketches of events as several papers tell them: whose word it is, and what a denial denies."""

from __future__ import annotations

import pytest

from tallybook.model import Category, Certainty, Goods, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, period, source


def test_a_leaked_paper_is_one_source_whatever_it_is_called() -> None:
    """What one outlet has from a leaked memo is one origin and one delivery in all that retell it."""
    event = Event("Kenya", "Chad")
    event.paper(
        "a",
        "Kenya has sent rifles to Chad, a leaked Treasury memo says.\n",
        "2024-05-06",
        publisher="Lake Tribune",
    )
    event.paper(
        "b", "The arms were delivered by Kenya, the memo shows, wrote the Lake Tribune.\n", "2024-05-07"
    )
    event.paper("c", "Kenya shipped them already, a classified document says.\n", "2024-05-08")
    event.tells(
        "a.1",
        "Kenya has sent rifles to Chad",
        goods=kind("rifles", Category.SMALL_ARMS),
        stage=Stage.SHIPPED,
        source=source("a leaked Treasury memo"),
    )
    event.tells(
        "b.1",
        "The arms were delivered by Kenya",
        goods=kind("arms"),
        source=source("the memo", via=("Lake Tribune",)),
    )
    event.tells(
        "c.1",
        "Kenya shipped them already",
        goods=kind("them"),
        stage=Stage.SHIPPED,
        source=source("a classified document", via=("Lake Tribune",)),
    )
    assert event.transfers() == {"a.1 b.1 c.1"}
    assert event.one_origin("a.1", "b.1")
    assert event.one_origin("a.1", "c.1")


def test_one_leaked_paper_is_not_five() -> None:
    """A week's second story, of five documents, is not that of the first one."""
    event = Event("Kenya", "Chad")
    event.paper(
        "a", "Kenya plans to send rifles, a leaked document says.\n", "2024-05-06", publisher="Lake Tribune"
    )
    event.paper(
        "b", "Kenya has put it off, five leaked documents say.\n", "2024-05-08", publisher="Lake Tribune"
    )
    event.tells("a.1", "Kenya plans to send rifles", stage=Stage.PLANNED, source=source("a leaked document"))
    event.tells("b.1", "Kenya has put it off", stage=Stage.ENDED, source=source("five leaked documents"))
    assert not event.one_origin("a.1", "b.1")


def test_sources_of_one_story_may_be_among_one_another() -> None:
    """Three Malian officials may be among a paper's five sources; a French diplomat is somebody else."""
    event = Event("Mali", "Niger")
    text = (
        "Mali gave Niger drones, five sources said. Ten drones came, three Malian officials said. "
        "Nothing has been seen of that, a French diplomat said.\n"
    )
    event.paper("a", text, "2024-05-06")
    drones = kind("drones", Category.DRONES)
    event.tells("a.1", "Mali gave Niger drones", goods=drones, source=source("five sources"))
    event.tells("a.2", "Ten drones came", goods=drones, source=source("three Malian officials"))
    event.tells("a.3", "Nothing has been seen of that", negated=True, source=source("a French diplomat"))
    assert event.one_origin("a.1", "a.2")
    assert not event.one_origin("a.1", "a.3")


@pytest.mark.usefixtures("by_rules")
def test_what_a_party_always_says_denies_no_seizure() -> None:
    """A standing denial beside a haul stays apart; who rejects the claim of the haul denies the haul."""
    event = Event("Eritrea", "Houthis")
    text = "Divers took 40 rifles of Eritrea off a dhow, the navy said. Eritrea denies arming the movement.\n"
    event.paper("a", text, "2024-05-06")
    event.paper(
        "b", "Eritrea rejected the claim of the navy about 40 seized rifles as false.\n", "2024-05-07"
    )
    rifles = kind("rifles", Category.SMALL_ARMS)
    count = number("40 rifles", 40, "rifles")
    event.tells(
        "a.1", "Divers took 40 rifles of Eritrea off a dhow", goods=rifles, stage=Stage.SEIZED, quantity=count
    )
    event.tells("a.2", "Eritrea denies arming the movement", source=source("Eritrea", "denies"), **DENIED)
    event.tells(
        "b.1",
        "Eritrea rejected the claim of the navy about 40 seized rifles",
        goods=rifles,
        quantity=number("40 seized rifles", 40, "rifles"),
        source=source("Eritrea", "rejected"),
        **DENIED,
    )
    assert event.transfers() == {"a.1 b.1", "a.2"}


def test_a_denial_of_arms_answers_a_charge_of_arms() -> None:
    """Who sold “no weapons” denies the charge that “they” were sent before one of rockets further on."""
    event = Event("Georgia", "Togo")
    text = (
        "Georgia has sent them to Togo, a paper said. Georgia sold no weapons, its minister Ada Kubik said. "
        "Years ago there was talk of rockets for Togo.\n"
    )
    event.paper("a", text, "2024-05-06")
    event.tells("a.1", "Georgia has sent them to Togo", goods=kind("them"), source=source("a paper"))
    event.tells(
        "a.2",
        "Georgia sold no weapons",
        goods=kind("weapons"),
        source=source("Ada Kubik", title="minister of Georgia"),
        **DENIED,
    )
    event.tells(
        "a.3", "talk of rockets for Togo", goods=kind("rockets", Category.ROCKETS), stage=Stage.SHIPPED
    )
    assert "a.1 a.2" in event.transfers()


def test_nobody_denies_what_he_owns_to() -> None:
    """Who calls it baseless and gave a few years ago denies the charge before it, not the few."""
    event = Event("Iran", "Sudan")
    text = "Iran sends Sudan drones, Paris says. Iran called this baseless and said it gave a few years ago."
    event.paper("a", text, "2024-05-06")
    drones = kind("drones", Category.DRONES)
    event.tells(
        "a.1", "Iran sends Sudan drones", goods=drones, certainty=Certainty.ALLEGED, source=source("Paris")
    )
    event.tells("a.2", "Iran called this baseless", source=source("Iran"), **DENIED)
    event.tells(
        "a.3",
        "it gave a few years ago",
        goods=drones,
        certainty=Certainty.CONFIRMED,
        source=source("Iran"),
        time=period("years ago", None, "2022-05-06"),
    )
    assert event.transfers() == {"a.1 a.2", "a.3"}


def test_a_dateline_without_a_year_dates_a_report() -> None:
    """A report dated "May 6" alone is of the day of the one that tells the same of the same speaker."""
    event = Event("Oman", "Mali")
    event.paper(
        "a", "MUSCAT, May 6 (Gulf Wire) - Oman sent no arms to Mali, minister Ada Kubik said.\n", None
    )
    event.paper("b", "Oman sold nothing to Mali, said its minister Ada Kubik.\n", "2024-05-06")
    kubik = source("Ada Kubik", title="minister of Oman")
    event.tells("a.1", "Oman sent no arms to Mali", goods=kind("arms"), source=kubik, **DENIED)
    event.tells("b.1", "Oman sold nothing to Mali", source=kubik, **DENIED)
    assert event.one_origin("a.1", "b.1")


def test_who_may_have_armed_is_said_to_have_armed() -> None:
    """A headline's "may have armed" is the delivery that its own document tells; "may arm" is not."""
    event = Event("Cuba", "Belize")
    event.paper(
        "a",
        "Cuba may have armed Belize\n\nCuba has shipped rifles to Belize, a leaked paper says.\n",
        "2024-05-06",
    )
    leaked = source("a leaked paper")
    event.tells(
        "a.1", "Cuba may have armed Belize", certainty=Certainty.POSSIBLE, source=source("leaked paper")
    )
    event.tells(
        "a.2",
        "Cuba has shipped rifles to Belize",
        goods=kind("rifles", Category.SMALL_ARMS),
        stage=Stage.SHIPPED,
        source=leaked,
    )
    assert event.transfers() == {"a.1 a.2"}


def test_a_day_in_an_aside_dates_no_statement() -> None:
    """“In the city, which they lost in March” does not make what is said today an earlier word."""
    event = Event("Qatar", "Rapid Support Forces")
    event.paper(
        "a",
        "Bombs of Qatar were used in the city, which they lost in March, Arms Watch said.\n",
        "2024-05-06",
    )
    event.paper("b", "Qatar supplied bombs to the RSF, Arms Watch said.\n", "2024-05-06")
    bombs = kind("bombs", Category.BOMBS)
    event.tells(
        "a.1",
        "Bombs of Qatar were used in the city",
        goods=bombs,
        stage=Stage.USED,
        source=source("Arms Watch"),
    )
    event.tells("b.1", "Qatar supplied bombs to the RSF", goods=bombs, source=source("Arms Watch"))
    assert event.transfers() == {"a.1 b.1"}


def test_a_delivery_told_with_and_without_its_number_and_denied_is_one() -> None:
    """Six named helicopters, those of the next day and two denials of the days after are one transfer."""
    event = Event("Belarus", "Laos")
    event.paper("a", "Belarus has delivered six Mi-35 helicopters to Laos, said Justice Now.\n", "2024-05-07")
    event.paper(
        "b", "Laos got helicopters of Belarus, activists say. Minsk rejected the report.\n", "2024-05-08"
    )
    event.paper(
        "c", "No helicopters were sold to Laos, said the foreign ministry of Belarus.\n", "2024-05-09"
    )
    named = (Goods(text="Mi-35 helicopters", category=Category.AIRCRAFT, designation="Mi-35"),)
    plain = kind("helicopters", Category.AIRCRAFT)
    six = number("six Mi-35 helicopters", 6, "aircraft")
    ministry = source("the foreign ministry of Belarus")
    event.tells(
        "a.1",
        "Belarus has delivered six Mi-35 helicopters",
        goods=named,
        quantity=six,
        source=source("Justice Now"),
    )
    event.tells(
        "b.1",
        "Laos got helicopters of Belarus",
        goods=plain,
        stage=Stage.RECEIVED,
        certainty=Certainty.ALLEGED,
        source=source("activists"),
    )
    event.tells("b.2", "Minsk rejected the report", source=source("Minsk"), **DENIED)
    event.tells("c.1", "No helicopters were sold to Laos", goods=plain, source=ministry, **DENIED)
    assert event.transfers() == {"a.1 b.1 b.2 c.1"}


def test_an_outlet_is_named_for_what_its_own_sources_told_it() -> None:
    """What the Lake Tribune reports and what two sources told that paper are one origin, also days later."""
    event = Event("Turkey", "Gabon")
    drones = kind("drones", Category.DRONES)
    event.paper(
        "a", "Turkey sent three drones to Gabon, two sources said.\n", "2024-05-07", publisher="Lake Tribune"
    )
    event.paper("b", "Gabon got drones from Turkey, the Lake Tribune reports.\n", "2024-05-08")
    three = number("three drones", 3, "drones")
    event.tells(
        "a.1",
        "Turkey sent three drones",
        goods=drones,
        stage=Stage.SHIPPED,
        quantity=three,
        source=source("two sources"),
    )
    tribune = source("Lake Tribune", via=("Lake Tribune",))
    event.tells("b.1", "Gabon got drones from Turkey", goods=drones, stage=Stage.RECEIVED, source=tribune)
    assert event.one_origin("a.1", "b.1")
    assert event.transfers() == {"a.1 b.1"}

"""Who speaks where no name says so, what a denial leaves as it is, and what one report tells again."""

from __future__ import annotations

from tallybook.model import Category, Stage
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, period, source

MINES = kind("mines", Category.BOMBS)
PLANES = kind("trainer aircraft", Category.AIRCRAFT)


def test_the_authorities_are_those_of_the_government_named_before() -> None:
    """A power without a state's name is that of the state whose power the report named before."""
    event = Event("Chile", "Peru")
    words = "The Chilean government sold Peru mines. Of these 4,100 reached Lima, the authorities said."
    event.paper("a", words, "2019-03-05")
    event.tells(
        "a.1",
        "4,100 reached Lima",
        goods=MINES,
        quantity=number("4,100", 4100, "mines"),
        source=source("the authorities"),
    )
    event.paper("b", "Chile said that 4,100 mines reached Peru.", "2019-03-05")
    event.tells(
        "b.1",
        "4,100 mines reached Peru",
        goods=MINES,
        quantity=number("4,100", 4100, "mines"),
        source=source("Chile"),
    )
    assert event.one_origin("a.1", "b.1")


def test_one_inquiry_has_many_names() -> None:
    """What one report calls "the inquiry" is the commission of inquiry of the other one of the next day."""
    event = Event("Chile", "Peru")
    for name, day, who in (
        ("a", "2019-03-05", "the parliamentary commission of inquiry"),
        ("b", "2019-03-06", "the inquiry"),
    ):
        event.paper(name, f"Mines went from Chile to Peru, {who} found.", day)
        event.tells(f"{name}.1", "Mines went from Chile to Peru", goods=MINES, source=source(who))
    assert event.one_origin("a.1", "b.1")


def test_somebodys_spokesman_is_not_the_charged_partys() -> None:
    """A spokesman of a man whom nobody knows does not speak for the supplier that denied it before."""
    event = Event("Belarus", "Gabon")
    words = "Belarus flew aircraft to Gabon, said the UN. Minsk denies the charge. "
    words += "Ondo's spokesman denies it too."
    event.paper("a", words, "2012-02-28")
    event.tells("a.1", "Belarus flew aircraft to Gabon", goods=PLANES, source=source("United Nations"))
    event.tells("a.2", "Minsk denies the charge", goods=(), source=source("Minsk"), **DENIED)
    event.tells(
        "a.3", "Ondo's spokesman denies it too", goods=(), source=source("Ondo's spokesman"), **DENIED
    )
    assert event.transfers() == {"a.1 a.2 a.3"}
    assert not event.one_origin("a.2", "a.3")


def test_a_denial_of_all_others_denies_not_what_was_told() -> None:
    """That "no other arms were passed on" leaves the one delivery of which the report tells as it is."""
    event = Event("Oman", "Jordan")
    event.paper(
        "a", "Oman gave Jordan mines. Apart from these, Oman says, it passed on no arms.", "2012-02-28"
    )
    event.tells("a.1", "Oman gave Jordan mines", goods=MINES)
    event.tells("a.2", "it passed on no arms", goods=kind("arms"), source=source("Oman"), **DENIED)
    assert event.transfers() == {"a.1", "a.2"}


def test_the_first_of_three_is_of_the_three() -> None:
    """That the first has come is no other number than that three are on their way, and contradicts none."""
    event = Event("Belarus", "Gabon")
    event.paper("a", "Belarus sent Gabon three trainer aircraft, the UN said.", "2012-02-28")
    event.tells(
        "a.1",
        "Belarus sent Gabon three trainer aircraft",
        goods=PLANES,
        quantity=number("three trainer aircraft", 3, "aircraft"),
        source=source("United Nations"),
    )
    event.paper(
        "b", "The first of the trainer aircraft reached Gabon from Belarus, the UN said.", "2012-02-28"
    )
    event.tells(
        "b.1",
        "The first of the trainer aircraft reached Gabon",
        goods=PLANES,
        quantity=number("The first of the trainer aircraft", 1, "aircraft"),
        stage=Stage.RECEIVED,
        source=source("United Nations"),
    )
    assert event.transfers() == {"a.1 b.1"}
    (transfer,) = event.result().transfers
    (quantity,) = (a for a in transfer.attributes if a.name == "quantity")
    assert not [d for d in quantity.differences if d.type.value == "contradiction"]


def test_reported_on_sunday_is_said_on_sunday() -> None:
    """A day beside the word of saying is that of the statement, though the thing happened then as well."""
    event = Event("Belarus", "Gabon")
    event.paper("a", "Belarus sent Gabon trainer aircraft, the UN reported.", "2012-02-26")
    event.tells(
        "a.1",
        "Belarus sent Gabon trainer aircraft",
        goods=PLANES,
        source=source("United Nations", cue="reported"),
    )
    words = (
        "The UN reported on Sunday that Belarus sent Gabon trainer aircraft. One landed on Sunday evening."
    )
    event.paper("b", words, "2012-03-01")
    event.tells(
        "b.1", "Belarus sent Gabon trainer aircraft", goods=PLANES, source=source("UN", cue="reported")
    )
    event.tells(
        "b.2",
        "One landed on Sunday evening",
        goods=(),
        time=period("on Sunday evening", "2012-02-26", "2012-02-26"),
    )
    assert event.one_origin("a.1", "b.1")


def test_a_number_far_above_a_bound_is_another() -> None:
    """Nobody tells 14 million as "above one million"."""
    event = Event("Chile", "Peru")
    for name, words, figure in (
        ("a", "arms worth above one million euros", 1e6),
        ("b", "arms worth 14 million euros", 14e6),
    ):
        event.paper(name, f"Chile sent Peru {words} in weeks.", "2019-03-05")
        quantity = number(words.removeprefix("arms worth "), int(figure), "EUR")
        if name == "a":
            quantity = type(quantity)(text=quantity.text, min=figure, max=None, unit="EUR")
        event.tells(f"{name}.1", f"Chile sent Peru {words}", goods=kind("arms"), quantity=quantity)
    assert event.transfers() == {"a.1", "b.1"}


def test_the_next_sentence_names_the_goods() -> None:
    """A shipment without goods is the one that the next sentence counts."""
    event = Event("Chile", "Peru")
    event.paper(
        "a",
        "It stems from a shipment by Chile to Peru in 2003. In all 7,310 mines were exported.",
        "2019-03-05",
    )
    year = period("in 2003", "2003-01-01", "2003-12-31")
    event.tells("a.1", "a shipment by Chile to Peru in 2003", goods=(), stage=Stage.SHIPPED, time=year)
    event.tells(
        "a.2",
        "In all 7,310 mines were exported",
        goods=MINES,
        stage=Stage.SHIPPED,
        quantity=number("7,310", 7310, "mines"),
    )
    assert event.transfers() == {"a.1 a.2"}

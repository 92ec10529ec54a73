"""A bare figure or a pronoun has the unit and the class of what was counted before; its words stay."""

from __future__ import annotations

import pytest

from tallybook.model import Claim
from tallybook.read import Reader
from tests.read.reporting import noted, transfers


def last_claim(reader: Reader, words: str) -> Claim:
    return noted(reader, words)[-1]


@pytest.mark.parametrize(
    ("words", "text", "number", "unit"),
    [
        (
            "Lisbon showed its howitzers. Kenya bought 36 of them from Portugal.",
            "36 of them",
            36,
            "howitzers",
        ),
        (
            "Peru ordered five squadrons of S-400 systems. Russia delivered three of them to Peru.",
            "three of them",
            3,
            "squadrons",
        ),
        ("Of 108 tanks that Oman bought from Spain, 38 landed in May.", "38", 38, "tanks"),
        (
            "Norway will give Kenya one of its two Patriot systems.",
            "one of its two Patriot systems",
            1,
            "systems",
        ),
        (
            "A second new submarine for Chile was delivered by Sweden.",
            "A second new submarine",
            1,
            "submarines",
        ),
        ("Mali asked for tanks. Spain sold it 24 used ones.", "24 used ones", 24, "tanks"),
    ],
)
def test_a_bare_figure_counts_what_was_named(
    reader: Reader, words: str, text: str, number: int, unit: str
) -> None:
    """The unit comes from the noun that is left out; the part counts, not the whole."""
    quantity = last_claim(reader, words).quantity
    assert quantity is not None
    assert (quantity.text, quantity.min, quantity.unit) == (text, number, unit)


@pytest.mark.parametrize(
    ("words", "text", "low", "high", "unit"),
    [
        ("The first of 24 jets from Norway reached Chile.", "The first of 24 jets", 1, 1, "aircraft"),
        ("Kenya took delivery of the majority of the 49 tanks from Spain.", None, 25, None, "tanks"),
        ("More than half of the 36 guns from Spain have reached the Kenyan army.", None, 19, None, "guns"),
        ("Half of the 24 jets from Norway have reached Sweden.", None, 12, 12, "aircraft"),
        ("Kenya gave Mali over 300 of its tanks.", "over 300 of its tanks", 300, None, "tanks"),
        ("Togo ships a “considerable number” of rockets to Mali.", None, None, None, "rockets"),
        ("Some drones had been supplied to Mali by Turkey.", "Some drones", None, None, "drones"),
        ("Kenya will get some 40 tanks from Spain.", "some 40 tanks", 40, 40, "tanks"),
        ("Spain handed Mali minimum five radars.", "minimum five radars", 5, None, "radars"),
        ("Kenya got four Army Tactical Missile Systems from Washington.", None, 4, 4, "missiles"),
        ("Spanish rifles weighing 30 tons, meant for Togo, were seized.", "30 tons", 30, 30, "tons"),
        (
            "Congress heard of the $9bn sale to Peru and of a sale of jets to Togo for $2bn.",
            None,
            2e9,
            2e9,
            "USD",
        ),
    ],
)
def test_a_part_a_rough_figure_and_the_sum_of_a_deal(
    reader: Reader, words: str, text: str | None, low: float | None, high: float | None, unit: str
) -> None:
    """A part of a number is a number; a sum of money belongs to its own deal."""
    quantity = last_claim(reader, words).quantity
    assert quantity is not None
    assert (quantity.min, quantity.max, quantity.unit) == (low, high, unit)
    assert text is None or quantity.text == text


def test_a_pronoun_has_the_class_of_what_it_stands_for(reader: Reader) -> None:
    """The words of the goods are the pronoun's; class and type are those named before."""
    claim = last_claim(reader, "Chile has Leopard 2 tanks. Germany sold them to Chile.")
    assert [(g.text, g.designation) for g in claim.goods] == [("them", "Leopard 2")]


@pytest.mark.parametrize(
    ("words", "text", "goods"),
    [
        ("A Turkish Il-76 landed in Accra with mortars for the army of Ghana.", None, ["mortars"]),
        ("Two cargo planes from Spain landed in Chile with rifles for its army.", None, ["rifles"]),
        ("Nine secret flights took Omani rockets to Chad.", "Nine secret flights", ["Omani rockets"]),
        ("Spain has sent Chile mortars and mines, 40 tons of them.", "40 tons", ["mortars", "mines"]),
        ("Chile took delivery of a third batch of five jets from Spain.", "five jets", ["jets"]),
    ],
)
def test_what_brings_goods_is_not_among_them(
    reader: Reader, words: str, text: str | None, goods: list[str]
) -> None:
    """Planes and ships that only bring goods are no goods; their trips are counted."""
    claim = last_claim(reader, words)
    assert [g.text for g in claim.goods] == goods
    assert (claim.quantity.text if claim.quantity else None) == text


def test_a_relative_clause_counts_its_figure(reader: Reader) -> None:
    """Of "the eight that X gives" eight are given, counted in what was named before."""
    claim = last_claim(
        reader, "Chile wants mortars from Spain. The eight that Spain gives to Chile will come by rail."
    )
    assert claim.quantity is not None
    assert (claim.quantity.min, claim.quantity.unit) == (8, "mortars")


def test_a_number_in_a_shorter_paragraph_keeps_the_parties_named_before(reader: Reader) -> None:
    """Parties of a claim that goes on with another paragraph's stand where that paragraph names them."""
    words = (
        "After many months of talks and in the presence of two ministers and a crowd, Norway delivered "
        "40 howitzers to Kenya in 2023.\n\nThe year before it was eight."
    )
    claim = transfers(reader, words)[-1]
    assert claim.quote == "The year before it was eight"
    assert [(p.name, p.text) for p in claim.parties] == [("Norway", "Norway"), ("Kenya", "Kenya")]

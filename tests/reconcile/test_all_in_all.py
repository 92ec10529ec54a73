"""Transfers that rules leave open, put together by all that their claims share."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from bench.reconciling.fitting import FITTED, STANDARD, fit, read

from tallybook.model import Category, Certainty, Stage
from tallybook.reconcile.likeness import ALWAYS
from tallybook.vocabulary import load_entries
from tallybook.vocabulary.traits import Trait
from tests.reconcile.event import Event, kind, number
from tests.reconcile.press import DENIED, period, source

RADARS = kind("radars", Category.AIR_DEFENCE)


def _charged(denied_on: str) -> Event:
    """A charge of one day, and a denial on another one by a party that does not say what it denies."""
    event = Event("Italy", "Malta")
    event.paper("a", "Italy shipped radars to Malta, two brokers said.\n", "2024-05-06")
    event.paper("b", "We have given nothing to Malta, Rome said.\n", denied_on)
    event.tells("a.1", "Italy shipped radars to Malta", goods=RADARS, source=source("two brokers"))
    event.tells("b.1", "We have given nothing to Malta", source=source("Rome"), **DENIED)
    return event


@pytest.mark.parametrize(("denied_on", "whole"), [("2024-05-08", True), ("2024-08-08", False)])
def test_a_denial_elsewhere_is_of_the_charge_of_those_days(denied_on: str, whole: bool) -> None:
    """A denial in another report belongs to the one charge of its weeks, and to none of another season."""
    assert ("a.1 b.1" in _charged(denied_on).transfers()) is whole


def test_what_rules_bar_is_not_outweighed() -> None:
    """A plan and a delivery stay two, and so do other goods, whatever else their reports share."""
    event = Event("Italy", "Malta")
    event.paper("a", "Italy handed radars to Malta at the quay, Rome said.\n", "2024-05-06")
    event.paper("b", "Italy will hand radars to Malta at the quay, Rome said.\n", "2024-05-06")
    event.paper("c", "Italy handed jets to Malta at the quay, Rome said.\n", "2024-05-06")
    event.tells("a.1", "Italy handed radars to Malta at the quay", goods=RADARS, source=source("Rome"))
    event.tells(
        "b.1", "Italy will hand radars to Malta", stage=Stage.PLANNED, goods=RADARS, source=source("Rome")
    )
    jets = kind("jets", Category.AIRCRAFT)
    event.tells("c.1", "Italy handed jets to Malta at the quay", goods=jets, source=source("Rome"))
    assert event.transfers() == {"a.1", "b.1", "c.1"}


def test_rival_figures_of_one_delivery_stand_side_by_side() -> None:
    """Two sources of one day that count otherwise tell of one transfer, which shows both counts."""
    event = Event("Italy", "Malta")
    for name, who, count in (("a", "two brokers", 40), ("b", "the harbour master", 60)):
        words = f"Italy shipped {count} radars to Malta on Sunday"
        event.paper(name, f"{words}, {who} said.\n", "2024-05-06")
        many = number(f"{count} radars", count, "radars")
        day = period("on Sunday", "2024-05-05", "2024-05-05")
        event.tells(
            f"{name}.1",
            words,
            goods=RADARS,
            stage=Stage.SHIPPED,
            quantity=many,
            time=day,
            source=source(who),
        )
    (transfer,) = event.result().transfers
    figures = next(a for a in transfer.attributes if a.name == "quantity")
    assert figures.status == "differ"


def test_one_charge_of_two_voices_says_why_it_is_one() -> None:
    """What two reports of a day charge in like words is one; the link names what speaks for it."""
    event = Event("Italy", "Malta")
    event.paper("a", "Italy has supplied radars to Malta, a port said.\n", "2024-05-06")
    event.paper("b", "Malta has radars that Italy gave it, Tunis claims.\n", "2024-05-07")
    event.tells("a.1", "Italy has supplied radars to Malta", goods=RADARS, source=source("a port"))
    alleged = {"certainty": Certainty.ALLEGED, "source": source("Tunis")}
    event.tells("b.1", "Malta has radars that Italy gave it", goods=RADARS, **alleged)
    assert event.transfers() == {"a.1 b.1"}


@pytest.mark.parametrize(
    ("published", "other", "one"),
    [
        ("2024-05-08", "the Italian government", True),
        ("2024-05-18", "the Italian government", False),
        ("2024-05-08", "the Maltese government", False),
    ],
)
def test_a_party_that_speaks_of_one_thing_within_days_is_one_origin(
    published: str, other: str, one: bool
) -> None:
    """What a party is quoted with in reports of one or two days is one statement; not weeks later."""
    event = Event("Italy", "Malta")
    event.paper("a", "Italy has sent radars to Malta, Rome said.\n", "2024-05-06")
    event.paper("b", f"Italian radars are in Malta, {other} said.\n", published)
    event.tells("a.1", "Italy has sent radars to Malta", goods=RADARS, source=source("Rome"))
    event.tells("b.1", "Italian radars are in Malta", goods=RADARS, source=source(other))
    assert event.one_origin("a.1", "b.1") is one


@pytest.mark.parametrize("pairs", FITTED)
def test_the_weights_are_those_that_were_fitted(pairs: Path) -> None:
    """Nobody has turned a weight by hand: the pairs give the data file, to the second decimal."""
    names, events, one, traits = read(pairs)
    known = {trait.name: trait.weight for trait in load_entries(FITTED[pairs].name, Trait)}
    seen = [name in known for name in names]
    matrix = np.hstack([traits[:, seen], np.ones((len(traits), 1))])
    weights = fit(matrix, one, events, STANDARD[pairs.name])
    fitted = dict(zip([n for n in names if n in known] + [ALWAYS], weights, strict=True))
    assert fitted.keys() == known.keys()
    assert all(abs(fitted[name] - known[name]) < 0.01 for name in known)

"""Promises of the data files on actors and goods: complete, in agreement with each other, quick to load."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tallybook.model import Category
from tallybook.vocabulary import Vocabulary, load

VOCABULARY = load()
STATES = {state.name for state in VOCABULARY.states}
KINDS = sorted(name for name in vars(Vocabulary) if not name.startswith("_"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_loads(kind: str) -> None:
    """Each data file keeps its own rules."""
    assert len(getattr(Vocabulary(), kind)) > 0


def test_nothing_is_read_before_it_is_asked_for() -> None:
    """A command that reads no report pays for no data file."""
    vocabulary = Vocabulary()
    assert vars(vocabulary) == {}
    assert vocabulary.states
    assert set(vars(vocabulary)) == {"states"}


def test_all_members_of_the_united_nations_are_there() -> None:
    """193 members and the Holy See, each with both ISO codes."""
    members = [state for state in VOCABULARY.states if state.kind == "state"]
    assert len(members) == 194
    assert all(s.iso2 and len(s.iso2) == 2 and s.iso3 and len(s.iso3) == 3 for s in members)


@pytest.mark.parametrize(
    ("name", "iso2"),
    [
        ("North Korea", "KP"),
        ("Norway", "NO"),
        ("United States", "US"),
        ("Turkey", "TR"),
        ("Czech Republic", "CZ"),
    ],
)
def test_short_names_are_the_plain_english_ones(name: str, iso2: str) -> None:
    """Exports use the short names that reports use, and "NO" stays Norway."""
    assert next(state.iso2 for state in VOCABULARY.states if state.name == name) == iso2


def test_cased_words_are_words_of_their_entry() -> None:
    """A word that needs its capital is one that the entry lists."""
    for state in VOCABULARY.states:
        own = {state.name, *state.names, *state.capitals, *state.seats, *state.adjectives, *state.demonyms}
        assert set(state.cased) <= own, state.name


def test_every_state_that_is_named_exists() -> None:
    """Bodies, people, outlets, places and weapons name states by their short names."""
    groups = {body.name for body in VOCABULARY.bodies}
    named = [(b.name, b.state) for b in VOCABULARY.bodies] + [(b.name, b.country) for b in VOCABULARY.bodies]
    named += [(p.name, p.state) for p in VOCABULARY.people] + [(o.name, o.state) for o in VOCABULARY.outlets]
    named += [(p.name, p.state) for p in VOCABULARY.places] + [(w.name, w.maker) for w in VOCABULARY.weapons]
    assert [pair for pair in named if pair[1] is not None and pair[1] not in STATES] == []
    assert [p.name for p in VOCABULARY.people if p.body and p.body not in groups | STATES] == []


def test_every_body_stands_for_a_state_or_for_itself() -> None:
    """A body that is no party in its own name belongs to a state, unless it belongs to several."""
    homeless = [b.name for b in VOCABULARY.bodies if not b.is_party and b.state is None]
    assert homeless == ["Airbus"]


def test_every_category_of_goods_has_words() -> None:
    """No category of the model is without a term, and designations cover the major ones."""
    assert {term.category for term in VOCABULARY.goods} == set(Category)
    assert len(VOCABULARY.weapons) > 1000


@pytest.mark.parametrize(
    ("name", "category", "unroca", "ml"),
    [
        ("Mohajer-6", "drones", "IV", "ML10"),
        ("KN-23", "missiles", "VII", "ML4"),
        ("CAESAR", "other", "III", "ML2"),
        ("AK-47", "small-arms", "SALW", "ML1"),
        ("S-300", "air-defence", None, "ML4"),
        ("Stinger", "air-defence", "VII", "ML4"),
        ("Leopard 2", "armoured-vehicles", "I", "ML6"),
        ("Mirage 2000", "aircraft", "IV", "ML10"),
        ("Mi-35", "aircraft", "V", "ML10"),
        ("152 mm", "artillery-ammunition", None, "ML3"),
        ("HIMARS", "rockets", "III", "ML4"),
    ],
)
def test_designations_bear_their_three_classes(name: str, category: str, unroca: str | None, ml: str) -> None:
    """Category, UN Register category and Common Military List number of well-known types."""
    weapon = next(weapon for weapon in VOCABULARY.weapons if weapon.name == name)
    assert (weapon.category, weapon.unroca, weapon.ml) == (category, unroca, ml)


def test_other_spellings_lead_to_one_designation() -> None:
    """Names that reports use for one type are aliases of one entry."""
    by_word = {word: w.name for w in VOCABULARY.weapons for word in (w.name, *w.aliases)}
    assert by_word["Muhajir 6"] == by_word["Migrant 6"] == "Mohajer-6"
    assert by_word["Geran-2"] == "Shahed-136"
    assert by_word["Kalashnikov"] == "AK-47"


def test_places_lie_on_the_globe() -> None:
    """Coordinates are degrees, and a code starts with the state's letters."""
    codes = {state.name: state.iso2 for state in VOCABULARY.states}
    for place in VOCABULARY.places:
        if place.lat is not None and place.lon is not None:
            assert -90 <= place.lat <= 90, place.name
            assert -180 <= place.lon <= 180, place.name
        if place.locode is not None and place.state is not None:
            assert place.locode[:2] == codes[place.state], place.name


def test_wordings_are_whole() -> None:
    """No wording of goods or weapons has stray blanks or says a word twice running."""
    wordings = [word for term in VOCABULARY.goods for word in term.words]
    wordings += [word for weapon in VOCABULARY.weapons for word in (weapon.name, *weapon.aliases)]
    for wording in wordings:
        words = wording.split()
        assert wording == " ".join(words)
        assert all(one != two for one, two in pairwise(words)), wording

"""Promises of the finder of actors: every known name, where it stands, and nothing else."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook import vocabulary
from tallybook.read.mentions.actors import ActorMention, find_actors
from tallybook.read.text.planting import tree_of
from tallybook.read.text.tree import Doc
from tallybook.vocabulary.states import State

BLANK = spacy.blank("en")
VOCABULARY = vocabulary.load()


def _words(text: str) -> Doc:
    """A text as words that no parser has seen."""
    return tree_of(BLANK(text))


def _found(text: str, **options: str) -> list[tuple[str, str | None, str]]:
    """Words, party (or name) and form of every mention."""
    mentions = find_actors(_words(text), 0, VOCABULARY, **options)
    return [(text[m.span.start : m.span.end], m.party or m.name, m.form) for m in mentions]


@pytest.mark.parametrize(
    ("text", "words", "party", "form"),
    [
        ("shells left north korea by rail", "north korea", "North Korea", "name"),
        (
            "the Democratic People’s Republic of Korea",
            "Democratic People’s Republic of Korea",
            "North Korea",
            "name",
        ),
        ("arms for the DPRK", "DPRK", "North Korea", "abbreviation"),
        ("NK ships arms", "NK", "North Korea", "abbreviation"),
        ("Pyongyang was silent", "Pyongyang", "North Korea", "capital"),
        ("the Kremlin was silent", "Kremlin", "Russia", "seat"),
        ("crates for the aggressor state", "the aggressor state", "Russia", "nickname"),
        ("a Russian freighter", "Russian", "Russia", "adjective"),
        ("many Iranians left", "Iranians", "Iran", "demonym"),
        ("Iranian-made engines", "Iranian", "Iran", "made"),
        ("engines made in Iran", "Iran", "Iran", "made"),
        ("the U.S. Navy boarded it", "U.S. Navy", "United States", "name"),
        ("a ship bound for Türkiye", "Türkiye", "Turkey", "name"),
        ("crates reached Côte d’Ivoire", "Côte d’Ivoire", "Ivory Coast", "name"),
        ("Iran's Foreign Ministry denied it", "Iran's Foreign Ministry", "Iran", "name"),
        ("senior Turkish defence officials", "Turkish defence officials", "Turkey", "adjective"),
        ("the Ministry of Defence of Ukraine", "Ministry of Defence of Ukraine", "Ukraine", "name"),
        ("the government of the Sudan", "government of the Sudan", "Sudan", "name"),
        ("an EU official", "EU official", "European Union", "abbreviation"),
        ("Houthi fighters fired", "Houthi fighters", "Houthis", "name"),
        ("the Rapid Support Forces advanced", "Rapid Support Forces", "Rapid Support Forces", "name"),
        ("Sudan's army advanced", "Sudan's army", "Sudanese army", "name"),
        ("Yugoimport-SDPR sold shells", "Yugoimport-SDPR", "Serbia", "name"),
        ("talks with Kim Jong-un", "Kim Jong-un", "North Korea", "name"),
        ("talks with Zelenskyy", "Zelenskyy", "Ukraine", "name"),
    ],
)
def test_a_party_is_found_by_every_kind_of_name(text: str, words: str, party: str, form: str) -> None:
    """Names, abbreviations, capitals, seats, nicknames, adjectives, bodies and people lead to a party."""
    assert (words, party, form) in _found(text)


def test_the_longest_name_wins() -> None:
    """A name inside a longer name is not a mention of its own."""
    text = "South Africa, Niger, Nigeria, Guinea-Bissau, Equatorial Guinea, South Sudan and DR Congo"
    assert [party for _, party, _ in _found(text)] == [
        "South Africa",
        "Niger",
        "Nigeria",
        "Guinea-Bissau",
        "Equatorial Guinea",
        "South Sudan",
        "Democratic Republic of the Congo",
    ]


def test_the_two_congos_stay_apart() -> None:
    """Each republic is found by its own names."""
    found = _found("Congo-Brazzaville, the Republic of Congo and the Democratic Republic of Congo")
    assert [party for _, party, _ in found] == ["Republic of the Congo"] * 2 + [
        "Democratic Republic of the Congo"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They told us to wait.",
        "We ate turkey from fine china.",
        "the player Michael Jordan retired",
        "a man called Chad Brown",
        "patrols in the Gulf of Oman and the Indian Ocean",
        "trade with Latin America",
        "the Paris Agreement",
        "a harpoon and a javelin",
        "the police officer Mark Kirby",
        "a senator called Rafael Brown",
        "an African-American sailor",
        "Dr. Brown said so",
    ],
)
def test_words_that_only_look_like_a_party_are_left_alone(text: str) -> None:
    """Ordinary words, other people's names, seas and treaties are no parties."""
    assert _found(text) == []


def test_headlines_in_capitals_are_read() -> None:
    """A line in capitals still names its states, and gains no services that spell words."""
    assert [party for _, party, _ in _found("RUSSIA SENDS JORDAN DRONES, US SAYS")] == [
        "Russia",
        "Jordan",
        "United States",
    ]


def test_the_north_is_korea_only_where_korea_is_named() -> None:
    """The words "the North" alone need a report about the Koreas and never take the North Sea."""
    assert _found("The North sent shells.") == []
    assert _found("The North sent shells.", context="Pyongyang ...")[0][1] == "North Korea"
    assert _found("the North Sea", context="Pyongyang ...") == []


def test_a_compound_says_what_it_is() -> None:
    """The second half of a compound is told, so that a backer or a destination is not taken for a party."""
    mentions = find_actors(
        _words("Iran-backed rebels on Russia-bound ships met pro-Moscow officials"), 0, VOCABULARY
    )
    assert [(m.name, m.form, m.what) for m in mentions] == [
        ("Iran", "adjective", "backed"),
        ("Russia", "adjective", "bound"),
        ("Russia", "adjective", "pro"),
    ]


def test_a_firm_beside_its_weapon_is_found() -> None:
    """The name of a weapon behind the maker's does not make it another name."""
    assert [party for _, party, _ in _found("the Saab Gripen and the Boeing F-15")] == [
        "Sweden",
        "United States",
    ]


def test_a_loaded_name_tells_its_bias() -> None:
    """Nicknames resolve to the party and say what they imply."""
    (mention,) = find_actors(_words("the Zionist entity"), 0, VOCABULARY)
    assert mention.name == "Israel"
    assert mention.bias


def test_an_outlet_is_no_party() -> None:
    """Outlets are found as sources only."""
    mentions = find_actors(_words("Yonhap reported it, citing Ukrinform."), 0, VOCABULARY)
    assert [(m.name, m.kind, m.party) for m in mentions] == [
        ("Yonhap", "outlet", None),
        ("Ukrinform", "outlet", None),
    ]


def test_a_servant_of_a_group_stands_for_the_group() -> None:
    """People of an armed group lead to the group, not to the state that it fights in."""
    mentions = find_actors(_words("Yahya Saree, the Houthi spokesman, and Khalifa Haftar"), 0, VOCABULARY)
    assert [m.party for m in mentions] == ["Houthis", "Houthis", "Libyan National Army"]


NAMES = [w for s in VOCABULARY.states for w in (s.name, *s.abbreviations, *s.adjectives, *s.capitals)]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(NAMES),
        st.sampled_from(["the", "'s", "-", "of", "army", "\n", "sent", "“", "é"]),
        st.text(max_size=8),
    ),
    max_size=12,
).map(" ".join)


def _check(text: str, mentions: tuple[ActorMention, ...], offset: int) -> None:
    doc = _words(text)
    end = 0
    for mention in mentions:
        start, stop = mention.span.start - offset, mention.span.end - offset
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip()
        assert 0 <= mention.first < mention.last <= len(doc)
        assert doc[mention.first].idx <= start
        assert doc[mention.last - 1].idx + len(doc[mention.last - 1]) >= stop
        end = stop


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 1000))
def test_every_mention_stands_in_the_text(text: str, offset: int) -> None:
    """Whatever the text, mentions stand in it in order, apart from each other, on the tokens they name."""
    _check(text, find_actors(_words(text), offset, VOCABULARY), offset)


@pytest.mark.parametrize("state", VOCABULARY.states, ids=lambda state: str(state.name))
def test_every_state_is_found_by_its_own_names(state: State) -> None:
    """Name, official name, other names and capitals of every state lead back to it alone."""
    for words in (state.name, state.official, *state.names, *state.capitals, *state.abbreviations):
        if words:
            found = _found(f"crates for {words} were seen")
            assert [name for _, name, _ in found] == [state.name], words


def test_the_forces_of_an_office_holder_stand_for_the_state() -> None:
    """A person's forces or government are a body of the state; the person alone stays a person."""
    mentions = find_actors(_words("Putin's forces fired, Putin said"), 0, VOCABULARY)
    assert [(m.kind, m.party) for m in mentions] == [("body", "Russia"), ("person", "Russia")]

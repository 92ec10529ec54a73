"""Which words name which party? The index over every name in the vocabulary, by first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tallybook.read.text.lettering import WORD, fold, keys_of
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.bodies import Body
from tallybook.vocabulary.outlets import Outlet
from tallybook.vocabulary.people import Person
from tallybook.vocabulary.states import Nickname, State

_ANY, _CAPITAL, _EXACT = range(3)
_NOT_A_PARTY = "lookalike"


class Alias(NamedTuple):
    """One wording of one party.

    Attributes:
        keys: its words, folded.
        shapes: its words as written, for the test of capitals.
        case: how much of the shape the text must show: none, the capitals, all.
        name, kind, state, form, bias, what: as mentions carry them; kind ``lookalike`` for no party at all.
        shared: words of which the report must have one, because others have that name too.
        guarded: also a personal name or an ordinary word, so that other names beside it speak against it.
    """

    keys: tuple[str, ...]
    shapes: tuple[str, ...]
    case: int
    name: str
    kind: str
    form: str
    state: str | None = None
    bias: str | None = None
    what: str | None = None
    guarded: bool = False
    shared: tuple[str, ...] = ()

    @property
    def doubtful_in_capitals(self) -> bool:
        """Whether capitals alone tell it from an ordinary word ("MIT"): then a line in capitals cannot."""
        return self.case == _EXACT and self.kind != "state" and len(self.keys) == 1

    def fits(self, words: list[str]) -> bool:
        """Whether ``words``, which have the right letters, also have the right capitals."""
        if self.case == _ANY:
            return True
        if self.case == _EXACT:
            return words == list(self.shapes)
        return all(
            word[:1].isupper() for word, shape in zip(words, self.shapes, strict=True) if shape[:1].isupper()
        )


class Lexicon(NamedTuple):
    """Everything that finding actors looks words up in.

    Attributes:
        aliases: wordings by first word, with how many words they have, longest first, by all their words.
        nouns: body nouns and offices that follow a state, word tuples to class, by first word, longest first.
        heads: those that stand before "of STATE", likewise.
        company: words that may stand beside a guarded name in capitals: of offices, bodies, days, weapons.
        compounds: second half of a hyphenated compound to what it says ("made").
    """

    aliases: dict[str, list[tuple[int, dict[tuple[str, ...], list[Alias]]]]]
    nouns: dict[str, list[tuple[tuple[str, ...], str]]]
    heads: dict[str, list[tuple[tuple[str, ...], str]]]
    company: frozenset[str]
    compounds: dict[str, str]


@lru_cache(maxsize=4)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The index over one vocabulary, built once."""
    named: dict[str, dict[int, dict[tuple[str, ...], list[Alias]]]] = {}
    for alias in _all_aliases(vocabulary):
        by_length = named.setdefault(alias.keys[0], {}).setdefault(len(alias.keys), {})
        by_length.setdefault(alias.keys, []).append(alias)
    aliases = {first: sorted(lengths.items(), reverse=True) for first, lengths in named.items()}
    nouns = [(words, noun.what) for noun in vocabulary.body_nouns for words in (noun.name, *noun.aliases)]
    heads = [(words, noun.what) for noun in vocabulary.body_nouns for words in noun.of]
    offices = [o for o in vocabulary.offices if o.what in _STATE_OFFICES]
    held = [(words, "officials") for office in offices for words in office.words()]
    beside = [words for office in vocabulary.offices for words in office.words()]
    beside += [words for words, _ in nouns] + [
        form for day in vocabulary.calendar for form in (day.name, *day.short)
    ]
    weapons = (words for weapon in vocabulary.weapons for words in (weapon.name, *weapon.aliases))
    beside += [words for words in weapons if words.isalpha() or "-" in words]
    company = frozenset(key for words in beside for key in keys_of(words))
    compounds = {word: entry.name for entry in vocabulary.compounds for word in entry.words}
    return Lexicon(aliases, _by_first((*nouns, *held)), _by_first((*heads, *held)), company, compounds)


_STATE_OFFICES = {"head", "minister", "deputy", "spokesperson", "adviser", "diplomat", "legislator"}
"""Offices that stand for the state they are named with."""


def _by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, what in pairs:
        keys = keys_of(words)
        index.setdefault(keys[0], []).append((keys, what))
    for found in index.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return index


class _Party(NamedTuple):
    """What all wordings of one party share."""

    name: str
    kind: str
    state: str | None = None
    what: str | None = None

    def alias(
        self, words: str, case: int, form: str, *, guarded: bool = False, bias: str | None = None
    ) -> Alias:
        """One wording of the party."""
        shapes = tuple(WORD.findall(words))
        keys = tuple(fold(word) for word in shapes)
        return Alias(keys, shapes, case, self.name, self.kind, form, self.state, bias, self.what, guarded)


def _all_aliases(vocabulary: Vocabulary) -> Iterator[Alias]:
    for lookalike in vocabulary.lookalikes:
        for words in lookalike.words:
            yield _Party(words, _NOT_A_PARTY).alias(words, _CAPITAL, "name")
    for state in vocabulary.states:
        yield from _state_aliases(state)
    for body in vocabulary.bodies:
        yield from _body_aliases(body)
    for person in vocabulary.people:
        yield from _person_aliases(person)
    for outlet in vocabulary.outlets:
        yield from _outlet_aliases(outlet)


def _state_aliases(state: State) -> Iterator[Alias]:
    union = state.kind == "union"
    party = _Party(state.name, "body" if union else "state", None if union else state.name)
    forms = {
        "name": (state.name, *((state.official,) if state.official else ()), *state.names),
        "capital": state.capitals,
        "seat": state.seats,
        "adjective": state.adjectives,
        "demonym": state.demonyms,
    }
    for form, wordings in forms.items():
        for words in wordings:
            cased = words in state.cased
            guarded = cased and form in {"name", "capital"} and " " not in words
            yield party.alias(words, _CAPITAL if cased or form == "seat" else _ANY, form, guarded=guarded)
    for words in state.abbreviations:
        case = _ANY if words.isalpha() and len(words) > 3 else _EXACT  # only short ones are also other words
        yield party.alias(words, case, "abbreviation")
    yield from _nicknames(party, state.nicknames)


def _body_aliases(body: Body) -> Iterator[Alias]:
    group = body.what == "armed-group"
    party = _Party(body.name, "group" if group else "body", None if body.is_party else body.state, body.what)
    for form, wordings in (("adjective", body.adjectives), ("demonym", body.demonyms)):
        for words in wordings:
            yield party.alias(words, _ANY, form)
    for words in (body.name, *body.aliases):
        sold = body.what in ("maker", "firm")  # "Ruritanian helicopters" are none of Ruritanian Helicopters
        loose = words not in body.cased and not sold and (" " in words or group)
        case = _EXACT if words.isupper() else _ANY if loose else _CAPITAL
        alias = party.alias(words, case, "name", guarded=case == _CAPITAL and " " not in words)
        yield alias._replace(shared=body.shared)
    for words in body.abbreviations:
        yield party.alias(words, _EXACT, "abbreviation")._replace(shared=body.shared)
    yield from _nicknames(party, body.nicknames)


def _nicknames(party: _Party, nicknames: Iterable[Nickname]) -> Iterator[Alias]:
    for nick in nicknames:
        bare = nick.words.removeprefix("the ")
        wordings = {nick.words, f"the {bare}"}
        for words in sorted(wordings):
            yield party.alias(words, _ANY, "nickname", bias=nick.bias)


def _person_aliases(person: Person) -> Iterator[Alias]:
    party = _Party(person.name, "person", person.state or person.body, person.office)
    for words in (person.name, *person.aliases):
        yield party.alias(words, _CAPITAL, "name")
    for words in person.short:
        yield party.alias(words, _CAPITAL, "name", guarded=True)
    for words in person.later:
        alias = party.alias(words, _CAPITAL, "name", guarded=True)
        yield alias._replace(shared=(person.name, *person.aliases))


def _outlet_aliases(outlet: Outlet) -> Iterator[Alias]:
    party = _Party(outlet.name, "outlet", outlet.state, outlet.what)
    for words in (outlet.name, *outlet.aliases):
        yield party.alias(words, _EXACT if words.isupper() else _CAPITAL, "name")
    for words in outlet.abbreviations:
        yield party.alias(words, _EXACT, "abbreviation")

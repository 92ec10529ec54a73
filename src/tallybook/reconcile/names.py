"""Which states, bodies and people a few words name, and for whom they stand.

A capital, a seat of government or an adjective stands for its state; a ministry, a navy or an official too.
Armed groups and international bodies stand for themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from tallybook import vocabulary
from tallybook.reconcile.wording import word_set

Kind = Literal["state", "body", "person", "outlet"]

_SHORT = 6
"""Letters up to which a name in capitals is an abbreviation and matched exactly as written."""

_TOKEN = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")


_GIVEN_BEHIND = re.compile(r"^\w+ [A-Z]\w+-[a-z]\w+$")
"""A name of Korea as its agencies write it, the given name last and in two syllables."""


class Named(msgspec.Struct, frozen=True):
    """Somebody named: as exports write the name, what kind, and the party that it stands for.

    ``block`` is whom the name speaks for: the state of an official, a body in its own right, an outlet.
    ``what`` is the class of a body (forces, ministry, ...).
    """

    name: str
    kind: Kind
    block: str | None
    body: str | None = None
    what: str | None = None


class Mention(msgspec.Struct, frozen=True):
    """A name found in words, with its place in characters."""

    named: Named
    start: int
    end: int


def plain(name: str) -> str:
    """A name as it is compared: no accents, no dots, lower case, no article or possessive."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    bare = re.sub(r"'s\b|\.", "", bare)
    words = re.findall(r"[^\W_]+", bare)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


_SPELLINGS = (
    *(("oo|ou", "u"), ("ee|iy|ij", "i"), ("(?<=[^aeiou])[iy]o(?=[vmn])", "e"), ("y", "i")),
    *(("q", "k"), ("w", "v"), ("ph", "f"), ("kh", "h"), (r"(.)\1", r"\1")),
)


def one_spelling(name: str) -> str:
    """A plain name as several ways of writing it in Latin letters have it ("qassemi", "kasemi")."""
    for letters, one in _SPELLINGS:
        name = re.sub(letters, one, name)
    return name


def family_name(name: str) -> str:
    """What every way of writing the name keeps: "Zhuravlyov" and "Zhuravlev", "Shin" of "Shin Won-sik"."""
    words = [word for word in plain(name).split() if word not in word_set("name-endings")]
    first, *given = words or [plain(name)]
    ahead = given and (_GIVEN_BEHIND.search(name) or first in word_set("family-names-ahead"))
    return one_spelling(first if ahead or not given else given[-1])


def names_in(words: str) -> tuple[Mention, ...]:
    """Every state, body, person and outlet that ``words`` name, longest names first at each place."""
    tokens = list(_TOKEN.finditer(words))
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        step = 1
        for size in range(min(_longest(), len(tokens) - at), 0, -1):
            start, end = tokens[at].start(), tokens[at + size - 1].end()
            named = _look_up(words[start:end])
            if named is not None:
                found.append(Mention(named, start, end))
                step = size
                break
        at += step
    return tuple(found)


def whole_name(words: str) -> Named | None:
    """Whom the words as a whole name, or ``None``."""
    return _look_up(words.strip())


@lru_cache(maxsize=100_000)
def _look_up(words: str) -> Named | None:
    exact, folded = _index()
    stripped = re.sub(r"^(?:the|The) |[’']s$", "", words)
    cased = stripped.replace(".", "")
    if cased in exact:
        return exact[cased]
    if cased.islower() or (len(cased) <= 3 and not cased.istitle()):
        return folded.get(plain(words)) if len(cased) > 3 else None
    return folded.get(plain(words))


def wide_name(name: str | None) -> str | None:
    """The country of a party that fights or rules in a part of it ("Yemen", of the Houthis), or the name."""
    return _countries().get(name, name) if name else name


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {body.name: body.country for body in vocabulary.load().bodies if body.country and not body.state}


@lru_cache(maxsize=1)
def shared_offices() -> frozenset[str]:
    """Names that several states give to a ministry of theirs ("Foreign Office")."""
    return frozenset(
        body.name for body in vocabulary.load().bodies if body.shared and body.what == "ministry"
    )


@lru_cache(maxsize=1)
def _longest() -> int:
    exact, folded = _index()
    return min(12, max((len(words.split()) for words in (*exact, *folded)), default=1))


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, Named], dict[str, Named]]:
    """Names written exactly so (abbreviations), and names in any case."""
    exact: dict[str, Named] = {}
    folded: dict[str, Named] = {}
    for named, abbreviations, words in _entries():
        for word in abbreviations:
            exact.setdefault(word.replace(".", ""), named)
        for word in words:
            bare = word.replace(".", "")
            if bare.isupper() and len(bare) <= _SHORT:
                exact.setdefault(bare, named)
            else:
                folded.setdefault(plain(word), named)
    return exact, folded


def _entries() -> Iterator[tuple[Named, tuple[str, ...], tuple[str, ...]]]:
    book = vocabulary.load()
    classes = {body.name: body.what for body in book.bodies}
    for body in book.bodies:
        named = Named(body.name, "body", body.state or body.name, body.name, body.what)
        nicknames = tuple(n.words for n in body.nicknames)
        yield (
            named,
            body.abbreviations,
            (body.name, *body.aliases, *body.demonyms, *body.adjectives, *nicknames),
        )
    for person in book.people:
        what = classes.get(person.body or "")
        named = Named(person.name, "person", person.state or person.body, person.body, what)
        yield named, (), (person.name, *person.aliases, *person.short)
    for state in book.states:
        named = Named(state.name, "state", state.name)
        nicknames = tuple(n.words for n in state.nicknames)
        adjectives = (*state.adjectives, *state.demonyms)
        names = (state.name, *state.names, *state.capitals, *state.seats, *adjectives, *nicknames)
        yield named, state.abbreviations, (*names, *((state.official,) if state.official else ()))
    for outlet in book.outlets:
        yield Named(outlet.name, "outlet", outlet.name), outlet.abbreviations, (outlet.name, *outlet.aliases)

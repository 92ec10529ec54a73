"""Who is named? Finds states, bodies, people, groups and outlets by every name that the vocabulary knows.

The longest wording wins. A state's name with an agent behind it ("Iranian officials", "Iran's Foreign
Ministry") or an office before it ("the government of Sudan") is one mention of a body of that state. Names
that no vocabulary lists are left to whoever reads attributions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from tallybook.model.span import Span
from tallybook.read.mentions.aliases import Alias, Lexicon, lexicon
from tallybook.read.text.lettering import Words
from tallybook.read.text.tree import Doc
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

Kind = Literal["state", "body", "person", "outlet", "group"]
Form = Literal[
    "name", "adjective", "demonym", "capital", "seat", "nickname", "abbreviation", "pronoun", "made"
]

_WHERE_READ = frozenset({"adjective", "capital"})
_READ = words_of("outlets that are read") | {"broadcaster"}
_NAMES = {"name", "adjective", "abbreviation", "capital", "demonym"}
_MADE_IN = words_of("participles of making")
_HONORIFICS = {"mr", "mrs", "ms", "dr", "sir", "prof"}
_OTHERS = "non"
"""Before a name: whoever is meant, the party is not."""

_SIDES = {"pro", "anti", _OTHERS}
_APOSTROPHES = {"'", "’", "‘"}
_DASHES = {"-", "‐", "–"}


OWN_NAMES = frozenset({"name", "capital", "abbreviation", "seat", "nickname"})
"""Forms of mentions that name a party itself, not somebody or something of it."""


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """One party, person or outlet where it is named.

    Attributes:
        name: canonical; for a body that is a state plus an agent noun, the state's name.
        kind: what it is.
        state: the state (or, for its people, the group) that it belongs to; ``None`` for groups, unions and
            international bodies, which are parties in their own name.
        span: where it stands, in characters of the report.
        first, last: its tokens in the parsed text, ``last`` exclusive.
        form: how it is named; ``made`` for "Iranian-made" and "made in Iran".
        bias: what a loaded name implies.
        what: class of body or outlet, office of a person, or the second half of a compound ("backed").
    """

    name: str
    kind: Kind
    state: str | None
    span: Span
    first: int
    last: int
    form: Form
    bias: str | None = None
    what: str | None = None

    @property
    def party(self) -> str | None:
        """The end point of a flow that the mention stands for; ``None`` for an outlet."""
        return None if self.kind == "outlet" else self.state or self.name


class _Found(NamedTuple):
    """A wording found at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    alias: Alias
    kind: str
    form: str
    what: str | None


def find_actors(
    doc: Doc, offset: int, vocabulary: Vocabulary, *, context: str | None = None
) -> tuple[ActorMention, ...]:
    """Every party, person and outlet that the vocabulary can name in a parsed text, in order, apart.

    Args:
        doc: a parsed stretch of the report; only its words and their places are used.
        offset: where the stretch starts in the report, in characters.
        vocabulary: the names to look for.
        context: the report's whole text, by which "the North" is told to be Korea's; by default the stretch.
    """
    words = Words(doc)
    index = lexicon(vocabulary)
    starts = [token.idx for token in doc]
    report = doc.text if context is None else context
    found = _search(words, index, koreas=_names_koreas(report))
    meant = (hit for hit in found if hit.what != _OTHERS and _is_meant(hit.alias, report))
    return tuple(_mention(hit, words, starts, offset) for hit in meant)


def _mention(hit: _Found, words: Words, starts: list[int], offset: int) -> ActorMention:
    start, end = words.starts[hit.first], words.ends[hit.last - 1]
    alias = hit.alias
    return ActorMention(
        name=alias.name,
        kind=hit.kind,  # type: ignore[arg-type]
        state=alias.state,
        span=Span(start + offset, end + offset),
        first=bisect_right(starts, start) - 1,
        last=bisect_right(starts, end - 1),
        form=hit.form,  # type: ignore[arg-type]
        bias=alias.bias,
        what=hit.what,
    )


def _is_meant(alias: Alias, report: str) -> bool:
    """Whether a name that several bodies share is that of the one we know, by what else the report names."""
    return not alias.shared or any(word in report for word in alias.shared)


def _search(words: Words, index: Lexicon, *, koreas: bool) -> Iterator[_Found]:
    end = 0
    for at, key in enumerate(words.keys):
        if at < end:
            continue
        hit = _office_of(words, at, index) if key in index.heads else None
        hit = hit or (_named(words, at, index) if key in index.aliases else None)
        if hit is None and koreas and key == "the":
            hit = _korean_half(words, at, index)
        if hit is None:
            continue
        if hit.kind != "lookalike":
            yield hit
        end = hit.last


def _named(words: Words, at: int, index: Lexicon) -> _Found | None:
    """The longest name at ``at``, with what follows it."""
    alias = _alias_at(words, at, index)
    if alias is None:
        return None
    last = at + len(alias.keys)
    if alias.guarded and _other_name(words, at, last, index):
        return None
    plain = _Found(at, last, alias, alias.kind, alias.form, alias.what)
    if alias.kind == "person":
        return _followers(words, plain, index) or plain
    if alias.kind in {"outlet", "lookalike"} or alias.form not in _NAMES:
        return plain
    if alias.form in _WHERE_READ and words.joined(last) and words.key(last) in _READ:
        return plain._replace(what=_OTHERS)  # "the Paris daily" speaks for nobody
    return _compound(words, plain, index) or _agent(words, plain, index) or _made_in(words, plain)


def _alias_at(words: Words, at: int, index: Lexicon) -> Alias | None:
    of_type = words.key(at + 1) in _DASHES and words.key(at + 2)[:1].isdigit()  # "an RF-15 rifle"
    for length, aliases in index.aliases.get(words.keys[at], ()):
        last = at + length
        if of_type and length == 1:
            continue
        for alias in aliases.get(tuple(words.keys[at:last]), ()):
            if alias.fits(words.shapes[at:last]):
                return None if alias.doubtful_in_capitals and words.all_capitals(at) else alias
    return None


def _other_name(words: Words, at: int, last: int, index: Lexicon) -> bool:
    """Whether the names beside a guarded word make it part of another name ("Michael Jordan")."""
    if words.in_capitals(at):
        return False
    before, after = words.key(at - 1), words.key(last)
    if words.joined(at) and words.proper(at - 1):
        known = (
            before in index.company or before in _HONORIFICS or _alias_at(words, at - 1, index) is not None
        )
        if not known:
            return True
    follows = words.joined(last) and words.proper(last)
    return follows and after not in index.company and _alias_at(words, last, index) is None


def _compound(words: Words, hit: _Found, index: Lexicon) -> _Found | None:
    """The name in "Iranian-made", "Saudi-led" or "pro-Russian", and what the compound says of it."""
    if words.key(hit.first - 1) in _DASHES and words.key(hit.first - 2) in _SIDES:
        return hit._replace(form="adjective", what=words.key(hit.first - 2))
    if words.key(hit.last) not in _DASHES:
        return None
    says = index.compounds.get(words.key(hit.last + 1))
    if says is None:
        return None
    return hit._replace(form="made" if says == "made" else "adjective", what=says)


def _made_in(words: Words, hit: _Found) -> _Found:
    """The name in "made in Iran" as that of the maker; any other as it is."""
    made = words.key(hit.first - 1) == "in" and words.key(hit.first - 2) in _MADE_IN
    return hit._replace(form="made") if made and hit.form == "name" else hit


def _agent(words: Words, hit: _Found, index: Lexicon) -> _Found | None:
    """A state with an agent noun behind it: "Iranian officials", "Iran's Foreign Ministry"."""
    at = hit.last
    if words.key(at) in _APOSTROPHES:
        at += 2 if words.key(at + 1) == "s" else 1
    elif hit.form == "demonym":
        return None
    if not (words.joined(at) or at > hit.last):
        return None
    phrase = _phrase_at(words, at, index.nouns)
    if phrase is None:
        return None
    keys, what = phrase
    kind = "body" if hit.kind in {"state", "person"} else hit.kind
    return hit._replace(last=at + len(keys), kind=kind, what=what)


def _followers(words: Words, hit: _Found, index: Lexicon) -> _Found | None:
    """The forces or government of a person who holds office: "Putin's forces"."""
    if hit.alias.state is None or words.key(hit.last) not in _APOSTROPHES:
        return None
    agent = _agent(words, hit, index)
    return agent if agent and agent.what in {"forces", "government"} else None


def _office_of(words: Words, at: int, index: Lexicon) -> _Found | None:
    """An office or body noun before "of STATE": "Ministry of Defence of the Russian Federation"."""
    phrase = _phrase_at(words, at, index.heads)
    if phrase is None:
        return None
    keys, what = phrase
    state = at + len(keys)
    if words.key(state) != "of":
        return None
    state += 2 if words.key(state + 1) == "the" else 1
    if state >= len(words.keys):
        return None
    alias = _alias_at(words, state, index)
    if alias is None or alias.kind != "state" or alias.form not in {"name", "abbreviation"}:
        return None
    return _Found(at, state + len(alias.keys), alias, "body", alias.form, what)


def _phrase_at(
    words: Words, at: int, phrases: dict[str, list[tuple[tuple[str, ...], str]]]
) -> tuple[tuple[str, ...], str] | None:
    for keys, what in phrases.get(words.key(at), ()):
        if tuple(words.keys[at : at + len(keys)]) == keys:
            return keys, what
    return None


@lru_cache(maxsize=4)
def _names_koreas(text: str) -> bool:
    return any(name in text for name in ("North Korea", "DPRK", "Pyongyang", "South Korea", "NORTH KOREA"))


def _korean_half(words: Words, at: int, index: Lexicon) -> _Found | None:
    """The half in "the North" or "the South", unless more of a name follows."""
    called = range(at + 1, at + 1 + _CALLED)
    at_half = next((i for i in called if words.key(i) not in _HALF_CALLED), at + 1)
    half = words.key(at_half)
    if half not in {"north", "south"} or not words.capital(at_half):
        return None
    after = at_half + 1
    more = words.joined(after) and words.capital(after) and not words.in_capitals(at)
    if more or words.key(after) in {"of", "-", "–"}:
        return None
    whole = (alias for _, named in index.aliases[half] for same in named.values() for alias in same)
    alias = next(a for a in whole if a.name == f"{half.title()} Korea" and a.form == "name")
    return _Found(at_half, after, alias, "state", "name", None)


_HALF_CALLED = frozenset({"nuclear-armed", "nuclear", "-", "armed", "isolated", "reclusive", "secretive"})
"""What "the North" is called before its name."""

_CALLED = 4
"""Words behind "the" among which the half stands."""

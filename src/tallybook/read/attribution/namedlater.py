"""Who is called by an office or a kind of body alone first, and by name only later on?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tallybook.model import Source
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.text.lettering import british
from tallybook.vocabulary.wordlists import words_of

_OFFICES = words_of("nouns for who speaks for a state") - words_of("nouns that any office can be called by")
_OFFICES |= {"analyst", "expert", "lawmaker", "researcher"}
_BODIES = words_of("nouns that any body without office can be called by")
_OPENS = re.compile(r"(?:a|an|the|its|his|her|their|one|[\w’'.-]+[’']s)\s", re.I)
_NEAR = 600
"""Characters within which a name without any office is that of who spoke last."""


def with_later_names(
    attributed: tuple[Attributed, ...], words: SourceWords, text: str
) -> tuple[Attributed, ...]:
    """The attributions; those by an office alone with the name that ``text`` gives its holder later on."""
    order = sorted(attributed, key=lambda a: a.cue.span.start)
    names: dict[int, Source] = {}
    for number, one in enumerate(order):
        found = _named_later(one, order[number + 1 :], words)
        if found is not None and text.find(found.name.split()[-1]) > one.cue.span.start:
            names[id(one)] = found
    if not names:
        return attributed
    made: dict[int, Attributed] = {}

    def again(one: Attributed) -> Attributed:
        if id(one) not in made:
            outer = again(one.outer) if one.outer is not None else None
            made[id(one)] = replace(one, source=names.get(id(one), one.source), outer=outer)
        return made[id(one)]

    return tuple(again(a) for a in attributed)


@dataclass(frozen=True)
class _Office:
    """An office in words: those that tell it apart, its noun, and the states beside it."""

    words: frozenset[str]
    noun: str
    states: frozenset[str]

    @classmethod
    def of(cls, wording: str, words: SourceWords) -> _Office:
        """What a wording tells of an office: "the Ruritanian defence minister"."""
        found = [re.sub(r"[’']s$", "", w.strip(",.")) for w in wording.split()]
        states = frozenset(w[:_STEM].lower() for w in found if w in words.states)
        own = [british(w.lower()) for w in found if w not in words.states]
        own = [w for w in own if w not in _ARTICLES]
        led = next((n for n, w in enumerate(own) if w in _LINKS), len(own))
        return cls(frozenset(own) - _LINKS, own[led - 1] if led else "", states)

    def fits(self, other: _Office) -> bool:
        """Whether both can be one: the same noun, nothing in one that the other contradicts."""
        same = bool(self.noun) and self.noun in other.words
        apart = bool(self.states and other.states) and not self.states & other.states
        return same and not apart and (self.words <= other.words or other.words <= self.words)


_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "senior", "top"})
_LINKS = frozenset({"at", "for", "in", "of", "to"})
_STEM = 4
"""Letters that a state's name and adjective share at least."""


def _named_later(one: Attributed, later: Sequence[Attributed], words: SourceWords) -> Source | None:
    source = one.source
    if source.title is not None or not _OPENS.match(source.name) or source.name.split()[-1].endswith("s"):
        return None
    office = _Office.of(source.name, words)
    if office.noun in _OFFICES:
        found = _holder(one, office, later, words)
    elif office.noun in _BODIES:
        found = _body(one, later, words)
    else:
        return None
    return _renamed(source, found) if found is not None else None


def _renamed(source: Source, found: Source) -> Source:
    """A source under the name and office of another one, its own cue and place kept."""
    return Source(name=found.name, title=found.title, via=source.via, cue=source.cue, span=source.span)


def _holder(
    one: Attributed, office: _Office, later: Sequence[Attributed], words: SourceWords
) -> Source | None:
    """The person in that office, or the next speaker if he is told of without any."""
    people = [a for a in later if _is_person(a.source, words)]
    held = [a.source for a in people if a.source.title and office.fits(_Office.of(a.source.title, words))]
    if len({s.name for s in held}) == 1:
        return held[0]
    follows = later[0] if later else None
    if held or follows is None or follows not in people or follows.source.title is not None:
        return None
    return follows.source if follows.cue.span.start - one.cue.span.end <= _NEAR else None


def _body(one: Attributed, later: Sequence[Attributed], words: SourceWords) -> Source | None:
    """The body by name that speaks next."""
    follows = later[0] if later else None
    if follows is None or follows.cue.span.start - one.cue.span.end > _NEAR:
        return None
    name = follows.source.name
    proper = name[:1].isupper() and not _OPENS.match(name) and not words.is_state(name)
    known = " " not in name or words.is_body(name) or words.is_body_name([w.lower() for w in name.split()])
    spoke = words.is_outlet_name(name) or follows.source.title is not None
    return follows.source if proper and known and not spoke else None


def _is_person(source: Source, words: SourceWords) -> bool:
    name = source.name.split()
    proper = 1 < len(name) <= _MOST and all(w[:1].isupper() or w in _PARTICLES for w in name)
    other = words.is_party(source.name) or words.is_body_name([w.lower() for w in name])
    return proper and not other and not words.is_outlet_name(source.name)


_MOST = 4
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "el", "ibn", "la", "van", "von"})

"""Whom do pronouns and "the country" mean?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tallybook.read.actors import ActorMention
from tallybook.read.parties import Parties, place_of
from tallybook.read.scene import Scene
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATE_NOUNS = words_of("nouns for a state")
_GROUP_NOUNS = words_of("nouns for an armed group")
_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_SPEAKER = frozenset({"we", "us", "our", "i", "my", "ours"})
_PERSON = frozenset({"he", "she", "him", "his", "her"})

MEMORY = 3
"""How many sentences back a pronoun may point."""


def end_point(mention: ActorMention) -> str | None:
    """The name under which a party stands at an end of a flow: the state, or the body in its own name."""
    if mention.kind == "outlet":
        return None
    return mention.state or mention.name


@dataclass
class Discourse:
    """The parties named so far, in order, to resolve what points back to them."""

    past: list[tuple[Scene, Parties]] = field(default_factory=list)
    flow: tuple[str | None, str | None] = (None, None)
    """The ends of the flow told last: whom "the two countries" mean where both were named lately."""

    def add(self, scene: Scene, parties: Parties) -> None:
        """Remember a sentence that has been read."""
        self.past.append((scene, parties))

    def resolve(
        self, token: Token, here: Parties, *, speaker: str | None = None, avoid: frozenset[str] = frozenset()
    ) -> str | None:
        """The end point that a pronoun or a general noun stands for; ``None`` where that is open."""
        word = token.lower_
        if word in _SPEAKER:
            return speaker
        if word in _PERSON:
            return self._last(token, here, avoid, kinds=("person",))
        if word in _SINGULAR:
            return self._last(token, here, avoid, kinds=("state", "body", "group"), subjects_first=True)
        lemma = str(token.lemma_).lower()
        definite = any(c.lower_ in ("the", "its", "their", "that", "this", "his") for c in token.children)
        if lemma in _STATE_NOUNS and definite:
            return self._last(token, here, avoid, kinds=("state", "body"))
        if lemma in _GROUP_NOUNS and definite:
            return self._last_group(token, here, lemma)
        if word in _PLURAL:
            return self._last(token, here, avoid, kinds=("group", "body"))
        return None

    def group_of(self, mention: ActorMention, token: Token, here: Parties) -> str | None:
        """The armed group that "the Yemeni militia" means: the one of that country named before."""
        if mention.kind != "state" or str(token.lemma_).lower() not in _GROUP_NOUNS - {
            "army",
            "navy",
            "force",
        }:
            return None
        countries = here.lexicon.countries
        for other in self._before(token, here):
            if other.name in countries and countries[other.name] == mention.name:
                return other.name
        return None

    def pair(self, token: Token, here: Parties) -> tuple[str, str] | None:
        """The last two states named before ``token``: "the two countries", "these states", "the two"."""
        names: list[str] = []
        for mention in self._before(token, here):
            name = end_point(mention)
            if name and mention.kind in ("state", "person", "body", "group") and name not in names:
                names.append(name)
        giver, taker = self.flow
        if giver in names and taker in names and giver and taker:
            return giver, taker
        return (names[1], names[0]) if len(names) > 1 else None

    def _last_group(self, token: Token, here: Parties, lemma: str) -> str | None:
        """The armed group named last; where one is called an army or a force, that one for these words."""
        earlier = [m for scene, _ in reversed(self.past) for m in reversed(scene.actors)]
        near = [*self._before(token, here), *earlier]
        groups = [m.name for m in near if m.name in here.lexicon.countries]
        named = [name for name in groups if lemma in name.lower()]
        return next(iter(named or groups), None)

    def _last(
        self,
        token: Token,
        here: Parties,
        avoid: frozenset[str],
        *,
        kinds: tuple[str, ...],
        subjects_first: bool = False,
    ) -> str | None:
        found = [m for m in self._before(token, here) if m.kind in kinds and end_point(m)]
        names = [n for n in (end_point(m) for m in found) if n and n not in avoid]
        if subjects_first:
            for mention in found:
                name = end_point(mention)
                if name and name not in avoid and self._is_subject(mention, here):
                    return name
        return names[0] if names else None

    def _is_subject(self, mention: ActorMention, here: Parties) -> bool:
        for parties in (here, *(p for _, p in reversed(self.past[-MEMORY:]))):
            for index, other in parties.at.items():
                if other is mention:
                    place = place_of(parties.scene.doc[index])
                    return place is not None and place.slot == "subject"
        return False

    def _before(self, token: Token, here: Parties) -> list[ActorMention]:
        """Mentions before ``token``, nearest first; within its sentence, then sentences back."""
        found = [m for m in reversed(here.scene.actors) if m.last <= token.i and m.form != "pronoun"]
        for scene, _ in reversed(self.past[-MEMORY:]):
            if scene is not here.scene:
                found.extend(m for m in reversed(scene.actors) if m.form != "pronoun")
        return [m for m in found if m.kind != "outlet"]

"""Whom do pronouns and "the country" mean?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tallybook.read.clauses.frames import noun_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties, place_of
from tallybook.read.clauses.scene import MODIFIES, Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATE_NOUNS = words_of("nouns for a state")
_GROUP_NOUNS = words_of("nouns for an armed group")
_OFFICES = words_of("nouns for who acts for a state")
_OTHERS = words_of("nouns for what is not one's own")
_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_SPEAKER = frozenset({"we", "us", "our", "i", "my", "ours"})
_PERSON = frozenset({"he", "she", "him", "his", "her"})
_DEFINITE = frozenset({"the", "its", "their", "that", "this", "his", "her", "our", "my"})
_QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})

Ends = tuple[str | None, str | None]
"""Giver and taker of a flow."""

MEMORY = 3
"""How many sentences back a pronoun may point."""

_SIDES = ("supplier", "recipient")

TOLD = 2.0
"""What it counts, in sentences of nearness, that the report tells of a party at the same end elsewhere."""

NEAR = 2.5
"""What it counts for a pronoun that the subject of its own sentence stands before it."""

RECALL = 8
"""How many sentences back a noun such as "the kingdom" may point."""


def end_point(mention: ActorMention) -> str | None:
    """The name under which a party stands at an end of a flow: the state, or the body in its own name."""
    if mention.kind == "outlet":
        return None
    return mention.state or mention.name


@dataclass(frozen=True)
class _Wanted:
    """Who can be meant: nobody of ``avoid``, only ``meant`` where the words say so much; at which end."""

    avoid: frozenset[str] = frozenset()
    role: str | None = None
    meant: frozenset[str] | None = None

    def allows(self, mention: ActorMention) -> bool:
        """Whether a mention is of a party, not of a person, and of one that can be meant."""
        name = end_point(mention)
        if name is None or name in self.avoid or mention.form == "pronoun" or mention.kind == "person":
            return False
        return self.meant is None or name in self.meant


@dataclass
class Discourse:
    """The parties named so far, in order, to resolve what points back to them."""

    past: list[tuple[Scene, Parties]] = field(default_factory=list)
    flow: Ends = (None, None)
    """The ends of the flow told last: whom "the two countries" mean where both were named lately."""
    flows: list[Ends] = field(default_factory=list)
    """The ends of every flow that the report tells of: who is spoken of as a giver, and who as a taker."""

    def add(self, scene: Scene, parties: Parties) -> None:
        """Remember a sentence that has been read."""
        self.past.append((scene, parties))

    def resolve(
        self,
        token: Token,
        here: Parties,
        *,
        speaker: str | None = None,
        avoid: frozenset[str] = frozenset(),
        role: str | None = None,
    ) -> str | None:
        """The end point that a pronoun or a general noun stands for; ``None`` where that is open.

        Args:
            token: the pronoun or the noun.
            here: the parties of its sentence.
            speaker: the state that "we" speaks for.
            avoid: who is named in the same clause, and so is not meant.
            role: "supplier" or "recipient", where the words say which end it stands at.
        """
        wanted = _Wanted(avoid, role)
        word = token.lower_
        if word in _SPEAKER:
            return speaker or self._who_speaks(token, here)
        if word in _PERSON:
            return self._last(token, here, avoid, kinds=("person",))
        if word == "itself":
            return self._salient(token, here, _Wanted(), 0)
        if word in _SINGULAR and self._last_carrier(here):
            return None
        if word in _SINGULAR:
            return self._salient(token, here, wanted, MEMORY)
        if word in _PLURAL:
            return self._last(token, here, avoid, kinds=("group", "body"))
        return self._by_noun(token, here, speaker, wanted)

    def _last_carrier(self, here: Parties) -> bool:
        """Whether the sentence before speaks of a ship or a plane, so that "it" is that."""
        tokens = self.past[-1][0].tokens if self.past else []
        subject = next((t for t in tokens if t.dep_ in ("nsubj", "nsubjpass")), None)
        return subject is not None and here.lexicon.agents.get(noun_lemma(subject), False)

    def _by_noun(self, noun: Token, here: Parties, speaker: str | None, wanted: _Wanted) -> str | None:
        """Of "the kingdom", "his country", "its proxy", "the army", "the rebels"."""
        lemma = noun_lemma(noun)
        if noun.dep_ == "attr" and lemma in _STATE_NOUNS | _GROUP_NOUNS:
            return self._told_of(noun, here, speaker, wanted)
        if not any(c.lower_ in _DEFINITE for c in noun.children):
            return None
        own = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        if own is not None and lemma in _STATE_NOUNS | _OFFICES:
            owner = self._owner(own, here, speaker)
            if lemma not in _OTHERS:
                return owner
            wanted = replace(wanted, avoid=wanted.avoid | {owner}) if owner else wanted
        if lemma in _GROUP_NOUNS:
            named = self._group(noun, here, lemma)
            if named is not None or lemma not in _OFFICES | _OTHERS:
                return named
        if lemma in _STATE_NOUNS or lemma in _OFFICES:
            return self._salient(noun, here, replace(wanted, meant=_meant(noun, here)), RECALL)
        return None

    def _told_of(self, noun: Token, here: Parties, speaker: str | None, wanted: _Wanted) -> str | None:
        """The subject of which "is the only country" is told."""
        subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
        if subject is None or subject == noun:
            return None
        mention = here.at.get(subject.i)
        return end_point(mention) if mention else self._by_noun(subject, here, speaker, wanted)

    def _owner(self, pronoun: Token, here: Parties, speaker: str | None) -> str | None:
        """The state whose country "our country", "his country" or "their country" is."""
        if pronoun.lower_ in _SPEAKER:
            return speaker or self._who_speaks(pronoun, here)
        if pronoun.lower_ in _PERSON:
            person = self._last(pronoun, here, frozenset(), kinds=("person",))
            return person or self._salient(pronoun, here, _Wanted(), MEMORY)
        return self._salient(pronoun, here, _Wanted(), MEMORY)

    def _who_speaks(self, pronoun: Token, here: Parties) -> str | None:
        """For whom a quotation without a name speaks: the person or body that the report spoke of last."""
        if not any(t.text in _QUOTES for t in here.scene.tokens):
            return None
        return self._last(pronoun, here, frozenset(), kinds=("person", "body"), subjects_first=True)

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

    def _group(self, noun: Token, here: Parties, lemma: str) -> str | None:
        """The armed group named last; for an army, a navy or a force only one that is called so."""
        earlier = [m for scene, _ in reversed(self.past) for m in reversed(scene.actors)]
        near = [*self._before(noun, here), *earlier]
        groups = [m.name for m in near if m.name in here.lexicon.countries and m.state is None]
        named = [name for name in groups if lemma in name.lower()]
        if lemma in _OFFICES:
            return next(iter(named), None)
        return next(iter(named or groups), None)

    def _salient(self, token: Token, here: Parties, wanted: _Wanted, reach: int) -> str | None:
        """The party that the report speaks of: near, a subject rather than an aside, and fit to be meant."""
        best: tuple[float, str] | None = None
        for distance, parties in self._scenes(here, reach):
            for mention in reversed(parties.scene.actors):
                name = end_point(mention)
                if name is None or not wanted.allows(mention) or (distance == 0 and mention.last > token.i):
                    continue
                score = self._weight(name, wanted.role) - distance
                subject = is_subject(mention, parties)
                score -= 0.0 if subject else 1.5
                score += NEAR if subject and distance == 0 and token.pos_ == "PRON" else 0.0
                score -= 1.5 if mention.form == "adjective" and mention.kind == "state" else 0.0
                if best is None or score > best[0]:
                    best = (score, name)
        return best[1] if best is not None else None

    def _weight(self, name: str, role: str | None) -> float:
        """How much speaks for a party at one end because the report tells of it there elsewhere."""
        if role not in _SIDES:
            return 0.0
        at = _SIDES.index(role)
        other = 1 - at
        here = sum(flow[at] == name for flow in self.flows)
        there = sum(flow[other] == name for flow in self.flows)
        return TOLD if here > there else -TOLD / 2 if there > here else 0.0

    def _scenes(self, here: Parties, reach: int) -> list[tuple[int, Parties]]:
        """The sentences that can be pointed back to, nearest first, with their distance."""
        back = [p for scene, p in reversed(self.past[-reach:]) if scene is not here.scene]
        return [(0, here), *enumerate(back, start=1)]

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
            scenes = [p for _, p in self._scenes(here, MEMORY)]
            for mention in found:
                name = end_point(mention)
                if name and name not in avoid and any(is_subject(mention, p) for p in scenes):
                    return name
        return names[0] if names else None

    def _before(self, token: Token, here: Parties) -> list[ActorMention]:
        """Mentions before ``token``, nearest first; within its sentence, then sentences back."""
        found = [m for m in reversed(here.scene.actors) if m.last <= token.i and m.form != "pronoun"]
        for scene, _ in reversed(self.past[-MEMORY:]):
            if scene is not here.scene:
                found.extend(m for m in reversed(scene.actors) if m.form != "pronoun")
        return [m for m in found if m.kind != "outlet"]


def is_subject(mention: ActorMention, parties: Parties) -> bool:
    """Whether a party is what its sentence speaks of: its subject, or who has its subject."""
    doc = parties.scene.doc
    if not parties.scene.sentence.first <= mention.first < parties.scene.sentence.last:
        return False
    token = next((doc[i] for i, other in parties.at.items() if other is mention), doc[mention.last - 1])
    for _ in range(CLIMB_LIMIT):
        if token.dep_ not in MODIFIES | {"case"} or token.head == token:
            break
        token = token.head
    place = place_of(token)
    return place is not None and place.slot == "subject"


def _meant(noun: Token, here: Parties) -> frozenset[str] | None:
    """The states that "the Gulf kingdom" can mean, ``None`` where the words do not say."""
    regions = here.lexicon.regions
    found = [regions[noun_lemma(noun)]] if noun_lemma(noun) in regions else []
    words = [c.lower_ for c in noun.lefts]
    words += [t.lower_ for c in noun.lefts if c.dep_ in MODIFIES for t in c.lefts]
    phrase = " ".join(t.lower_ for t in noun.doc[noun.left_edge.i : noun.i])
    found += [members for word, members in regions.items() if word in words or f" {word}" in f" {phrase}"]
    return frozenset.intersection(*found) if found else None

"""Where did the ship or lorry that held the goods set out, and where was it going?

"The boat had sailed from Port X and was making for Y": whose waters or roads it leaves gives, where it
goes takes, unless the words about the goods themselves say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tallybook.model import Stage
from tallybook.read.clauses.catching import caught_from
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING, is_holder
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.flows import Flows
from tallybook.read.discourse.grounds import state_of
from tallybook.read.events.sentence import SentenceReader
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TRAVELLING = words_of("verbs of travelling")
_MOVING = words_of("verbs of moving goods") | {"bring", "take", "haul", "convey", "truck", "dispatch"}
_SETTING_OUT = frozenset({"leave", "depart", "quit"})
_LEADING = words_of("words between a carrier and its way")
"""Words between a carrier, or what it does, and the places that it comes from or goes to."""

_GOALS = {"destination": "recipient", "goal": "recipient", "origin": "supplier", "provenance": "supplier"}
"""Nouns for where a cargo goes and where it comes from: "its destination was X"."""

_NAMED = frozenset({"attr", "dobj", "pobj", "oprd"})
_NAMING = frozenset({"be", "remain", "seem", "appear"})
_GOING_STAGES = frozenset({Stage.SHIPPED, Stage.PLANNED, Stage.SEIZED, Stage.DELIVERED})
_AHEAD = frozenset({"to", "for", "toward", "towards", "into"})
_BEHIND = frozenset({"from", "of"})
_LOADING = frozenset({"load", "pack", "fill", "embark", "take"})
_PLACES = frozenset({"in", "at", "from"})
_LINKING = _AHEAD | _BEHIND | _PLACES
_TELLING = _LINKING | set(_GOALS)
_POINTING = frozenset({"it", "she", "which", "that"})
_MANY = frozenset({"they", "these"})
_PEOPLE = words_of("people who come and go")
_KNOWN = frozenset({"the", "this", "that", "its", "both"})
_WATERS = frozenset({"bay", "canal", "gulf", "ocean", "sea", "strait", "straits", "water", "waters"})
"""Where ships only pass."""

_TRACKING = words_of("verbs of following or stopping a carrier")
"""Verbs whose object is on its way."""

_PLANES = words_of("planes by name")
_FREIGHT = words_of("words for transport of goods")
_SAILING = frozenset({"sail", "steam", "dock", "moor", "berth", "voyage"})
_CAUGHT = HOLDING | {"seize", "found", "contain", "carry", "shown", "bound", "left", "arrive"}
_CAUGHT |= {"unload", "pass"}
"""Frames in which goods are told of that were caught on their way."""

_SOON = 2  # how many sentences behind a catch words may stand that point at it

_NEAR = (0, 1, -1, 2, -2, -3)
"""In which sentences from an event its voyage may be told, nearest first."""


class Voyage(NamedTuple):
    """Where a carrier set out and where it went, as far as the words tell; ``carrier`` is the noun for it."""

    carrier: Token
    ends: dict[str, Link]


@dataclass(frozen=True)
class Voyages:
    """Knows the ways of the carriers of one report."""

    reader: SentenceReader
    scenes: tuple[Scene, ...]
    flows: tuple[Flows, Flows]
    """Those told so far, and those of the whole report."""
    known: dict[int, list[Voyage]] = field(default_factory=dict)

    def fill(self, event: Event, scene: Scene) -> None:
        """Fill the open ends of goods that were caught on their way from the way of what carried them."""
        by_make = event.supplier is not None and event.supplier.slot == "origin"
        missing = [role for role in ENDS if event.end(role) is None or (role == "supplier" and by_make)]
        if event.trigger.frame.name not in _CAUGHT or not missing or _brought_in(event):
            return
        voyage = self._voyage(scene)
        if event.trigger.frame.name in HOLDING | {"seize", "found", "contain"}:
            self._by_next(event, scene)
        if voyage is None:
            return
        for role in missing:
            if event.end(role) is not None and not (by_make and role == "supplier" and len(voyage.ends) == 2):
                continue
            link = voyage.ends.get(role)
            if link is not None and link.token not in scene.tokens:
                link = replace(link, token=event.trigger.head, mention=None)
            other = voyage.ends.get("recipient" if role == "supplier" else "supplier")
            beyond = event.other_end(role) or (other.name if other is not None else None)
            if link is not None and link.name != beyond and not self.told_otherwise(role, link.name, beyond):
                setattr(event, role, link)
                event.why.append(f"{role} {link.name} by the way of “{voyage.carrier.text}”")

    def trips(self, scene: Scene) -> list[Voyage]:
        """The voyages of a sentence from one end of a flow that the report tells of to the other."""
        told = {(f.supplier, f.recipient) for flows in self.flows for f in flows.told}
        return [v for v in self._in(scene) if tuple(v.ends[r].name for r in ENDS if r in v.ends) in told]

    def _by_next(self, event: Event, scene: Scene) -> None:
        """Fill the taker from words right behind that point at the whole lot: "X was to get all of it"."""
        for flow in self.flows[1].told:
            after = 0 < flow.scene - scene.number <= _SOON and flow.points and flow.stage in _GOING_STAGES
            after = after and flow.recipient is not None and not self._gives(flow.recipient)
            if not after or event.recipient is not None or flow.supplier not in (None, event.end("supplier")):
                continue
            link = Link(str(flow.recipient), "to", "recipient", CHAINED, event.trigger.head)
            if link.name != event.end("supplier"):
                event.recipient = link
                event.why.append(f"recipient {link.name}, to whom all of it is told to go")

    def _gives(self, name: str) -> bool:
        """Whether a party is told in plain words to give, and so is not where a cargo was to end."""
        told = (f for flows in self.flows for f in flows.told)
        return any(f.supplier == name and f.recipient != name and f.plain for f in told)

    def told_otherwise(self, role: str, name: str, other: str | None) -> bool:
        """Whether the report tells of another partner of the other end: here is a stop on the way."""
        at = ENDS.index(role)
        told = [f for flows in self.flows for f in flows.told if f.whole and f.plain]
        ends = [(f.supplier, f.recipient) for f in told if f.stage is not Stage.ENDED]
        partners = {e[at] for e in ends if e[1 - at] == other}
        return bool(partners) and name not in partners

    def _voyage(self, scene: Scene) -> Voyage | None:
        for step in _NEAR:
            at = scene.number + step
            if not 0 <= at < len(self.scenes):
                continue
            other = self.scenes[at]
            found = [v for v in self._in(other) if not step or self._same_carrier(scene, v.carrier, step)]
            if found:
                return _joined(found)
        return None

    def _same_carrier(self, here: Scene, carrier: Token, step: int) -> bool:
        """Whether no other carrier comes up between an event and the words on a voyage."""
        if step < 0:
            behind = [t for n in range(step + 1, 1) for t in self.scenes[here.number + n].tokens]
            return not any(_is_new(t, self.reader) for t in behind)
        between = [t for n in range(1, step + 1) for t in self.scenes[here.number + n].tokens]
        if carrier in between:
            between = between[: between.index(carrier)]
        return _points_back(carrier) and not any(_is_new(t, self.reader) for t in between)

    def _in(self, scene: Scene) -> list[Voyage]:
        """The voyages that a sentence tells of, looked for once."""
        if scene.number not in self.known:
            self.known[scene.number] = self._look(scene)
        return self.known[scene.number]

    def _look(self, scene: Scene) -> list[Voyage]:
        if scene.words.isdisjoint(_TELLING) and scene.lemmas.isdisjoint(_SETTING_OUT):
            return []
        parties = self.reader.words(scene).parties
        found = []
        for carrier, ways in self._ways(scene, parties):
            ends = {role: link for role, place in ways for link in self._link(place, role, parties)}
            if ends:
                found.append(Voyage(carrier, ends))
        return found

    def _ways(self, scene: Scene, parties: Parties) -> Iterator[tuple[Token, list[tuple[str, Token]]]]:
        for token in scene.tokens:
            if token.pos_ in ("VERB", "AUX") and verb_lemma(token) in _TRAVELLING:
                sails = verb_lemma(token) in _SAILING
                goers = subjects_of(token, parties)
                named = [
                    t for t in goers if _is_ship(t) and (sails or _held_goods(t)) and t.i not in parties.at
                ]
                carrier = next((t for t in goers if self._may_travel(t, scene) or t in named), None)
                if carrier is not None and not _is_distance(token):
                    yield carrier, list(way_of(token))
            elif token.pos_ == "VERB" and verb_lemma(token) in _TRACKING:
                tracked = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
                named = [c for t in tracked if _is_ship(t) for c in t.children if c.dep_ == "appos"]
                if any(t.lower_ == "her" or self._may_travel(t, scene) for t in (*tracked, *named)):
                    yield tracked[0], list(way_of(token))
            elif token.lower_ in _GOALS and verb_lemma(token.head) in _NAMING:
                told = (token.head, *(c for c in token.head.children if c.dep_ == "xcomp"))
                places = [c for t in told for c in t.children if c.dep_ in _NAMED and c.i > token.i]
                yield token, [(_GOALS[token.lower_], place) for place in places]
            elif self._may_travel(token, scene) and token.pos_ != "PRON":
                by = [c for c in token.children if c.dep_ in ("acl", "relcl") and verb_lemma(c) in _MOVING]
                yield token, [way for t in (token, *by) for way in way_of(t)] + caught_from(token)

    def _may_travel(self, token: Token, scene: Scene) -> bool:
        """Whether a word stands for a carrier that is not itself what is given ("flew two bombers to X")."""
        goods = scene.goods_at.get(token.i)
        if goods is not None and not goods.weak:
            return any(c.lower_ in _FREIGHT for c in token.lefts) and goods.goods.designation is None
        if token.lower_ in _MANY:
            before = (t for t in reversed(list(token.doc[: token.i])) if t.tag_ in ("NNS", "NNPS"))
            return any(noun_lemma(t) not in _PEOPLE for t in before)
        if token.lower_ in _PLANES and any(c.dep_ in ("det", "nummod") for c in token.children):
            return True
        return token.lower_ in _POINTING or is_holder(token, self.reader.lexicon.agents)

    def _link(self, place: Token, role: str, parties: Parties) -> Iterator[Link]:
        mention = parties.at.get(place.i)
        name = end_point(mention) if mention is not None else state_of(place, self.reader.lexicon)
        if name is not None and place.lower_ not in _WATERS:
            yield Link(name, "from" if role == "supplier" else "to", role, CHAINED, place, mention)


def _brought_in(event: Event) -> bool:
    """Whether a carrier leaves goods where it is and then goes on without them: "brought in ammunition"."""
    return any(c.dep_ == "prt" and c.lower_ == "in" for c in event.trigger.head.children)


def _is_distance(verb: Token) -> bool:
    """Whether it is only said how far it is: "from the border to the town it is 30 km"."""
    far = [c for c in verb.children if c.dep_ == "attr" and c.tag_ in ("NN", "NNS")]
    return verb_lemma(verb) == "be" and any(any(c.like_num for c in t.lefts) for t in far)


def _is_ship(name: Token) -> bool:
    """Whether a name that sails is a ship's: "the Aurora sailed from X"."""
    return name.pos_ == "PROPN" and any(c.lower_ == "the" for c in name.lefts)


def _held_goods(name: Token) -> bool:
    """Whether goods are told to come off what is named: "took rifles off the Aurora, which"."""
    return name.dep_ == "pobj" and name.head.lower_ in ("off", "from", "aboard")


def way_of(head: Token) -> Iterator[tuple[str, Token]]:
    """The places that a verb of travelling, or a carrier, comes from and goes to."""
    for child in head.children:
        if child.dep_ == "dobj" and verb_lemma(head) in _SETTING_OUT:
            yield "supplier", child
            yield from way_of(child) if child.pos_ == "PROPN" else ()
        elif child.dep_ in ("prep", "agent", "dative") and child.lower_ in _LINKING:
            role = "recipient" if child.lower_ in _AHEAD else "supplier"
            loaded = verb_lemma(head) in _LOADING
            beside = child.lower_ == "for" and verb_lemma(head) == "be"  # "for the ministry it is aid"
            if beside or (child.lower_ in ("in", "at") and not loaded):
                continue
            if child.lower_ == "of" and head.lower_ != "out":
                continue
            yield from ((role, c) for c in child.children if c.dep_ == "pobj")
            yield from way_of(child) if child.lower_ == "from" else _from_behind(child)
        elif child.lower_ in _LEADING or (
            child.lower_ == "on" and any(c.lower_ == "way" for c in child.children)
        ):
            yield from way_of(child)


def _from_behind(toward: Token) -> Iterator[tuple[str, Token]]:
    """Where a carrier comes from, told behind where it goes: "was bound for Port X from Y"."""
    places = [t for t in toward.children if t.dep_ == "pobj" and t.pos_ == "PROPN"]
    behind = (p for t in places for p in t.children if p.lower_ == "from")
    yield from (("supplier", c) for p in behind for c in p.children if c.dep_ == "pobj")


def _points_back(carrier: Token) -> bool:
    """Whether a noun or pronoun means a carrier that was told of before."""
    return carrier.pos_ == "PRON" or any(c.lower_ in _KNOWN for c in carrier.lefts)


def _is_new(token: Token, reader: SentenceReader) -> bool:
    """Whether a noun brings up a carrier that was not told of before: "another dhow", "a lorry"."""
    new = any(c.lower_ in ("a", "an", "another", "second", "two", "other") for c in token.lefts)
    return new and token.pos_ == "NOUN" and reader.lexicon.agents.get(noun_lemma(token), False)


def _joined(found: list[Voyage]) -> Voyage | None:
    """Voyages of one sentence taken together, where they do not speak against one another."""
    ends: dict[str, Link] = {}
    for voyage in found:
        for role, link in voyage.ends.items():
            if role in ends and ends[role].name != link.name:
                return None
            ends.setdefault(role, link)
    return Voyage(found[0].carrier, ends)

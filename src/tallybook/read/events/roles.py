"""Who gives, who takes, and what, around one word of transfer?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from tallybook.read.clauses.causing import causers
from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.filled import Filled, Link
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.objects import objects_of
from tallybook.read.clauses.parties import Parties, Place, place_of
from tallybook.read.clauses.salience import Ends
from tallybook.read.clauses.scene import Scene, head_of
from tallybook.read.clauses.subjects import subjects_of, told_to_be
from tallybook.read.clauses.ties import CHAINED, DIRECT, NEARBY, Ties, clause_of, not_taken, slot_of
from tallybook.read.events.adjacent import (
    before_goods,
    beside_noun,
    doers_behind,
    gives_also,
    hands_noun,
    has_on_order,
    has_sides,
    hyphened,
    nears,
    of_carrier,
    of_people,
    only_confirmed,
    reaches_party,
    right_after,
    toward_somebody,
    who_has,
    whose_share,
)
from tallybook.read.events.answering import asked_of, handles, slot_above
from tallybook.read.events.helped import helped
from tallybook.read.events.leading import led_to
from tallybook.read.events.linking import Linker
from tallybook.read.events.stored import placed
from tallybook.read.events.whither import led_there, led_where
from tallybook.read.mentions.actors import OWN_NAMES
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HAULS = frozenset({"carry", "unload"})  # who does that is as often only a carrier
_LIGHT = words_of("verbs that only carry a noun")
_STOPPING = words_of("verbs of coming to an end")
_LINES = words_of("lines between states")
_LEAVING = frozenset({"leave", "depart", "quit", "exit"})  # "left Port X for Port Y"


class RoleFinder:
    """Fills the frames of one sentence."""

    def __init__(
        self, parties: Parties, discourse: Discourse, triggers: tuple[Trigger, ...], speaker: str | None
    ) -> None:
        self.parties = parties
        self.scene: Scene = parties.scene
        self.triggers = triggers
        self._linker = Linker(parties, discourse, speaker)
        self._heads = {t.head.i for t in triggers}
        self._ties = Ties(self.scene, frozenset(self._heads))

    @cached_property
    def _led_to(self) -> list[tuple[int, Place]]:
        return led_to(self.parties)

    @property
    def asked(self) -> int:
        """How often what was told before the sentence was looked at."""
        return self._linker.asked

    @property
    def told(self) -> list[Ends]:
        """Giver and taker of every flow that is known."""
        return self._linker.discourse.flows

    def fill(self, trigger: Trigger) -> Filled:
        """Parties and goods of one trigger."""
        filled = Filled(trigger)
        filled.links.extend(self._subjects(trigger, filled))
        filled.links.extend(self._objects(trigger))
        filled.links.extend(self._prepositions(trigger))
        filled.links.extend((*led_where(trigger, self._linker), *placed(trigger, self.parties)))
        for token, slot in who_has(trigger, self.parties):
            filled.links.extend(self._linker.links(token, slot, CHAINED, trigger))
        for mention, noun in helped(filled, self.parties):
            filled.links.extend(self._linker.link(mention, noun, "for", CHAINED, trigger))
        filled.links.extend(led_there(trigger, self._linker, filled.links))
        named = any(link.role == "recipient" for link in filled.links)
        filled.toward_open = not named and toward_somebody(trigger, self.parties)
        return filled

    # --- subject and object

    def _subjects(self, trigger: Trigger, filled: Filled) -> Iterator[Link]:
        head = trigger.head
        named = head.pos_ in ("NOUN", "PROPN") and head.dep_ != "acl" and trigger.hit.form != "phrase"
        if trigger.hit.form == "noun" or named:
            yield from self._subjects_of_noun(trigger)
            return
        if trigger.passive:
            agents = [
                k
                for m in hyphened(trigger, self.scene)
                for k in self._linker.link(m, head, "subject", DIRECT, trigger)
            ] or list(self._agents(trigger, head))
            yield from agents
            if not agents:
                yield from self._without_agent(trigger)
            return
        found = subjects_of(clause_of(trigger), self.parties)
        for token in has_on_order(trigger):
            yield from self._linker.links(token, "by", DIRECT, trigger)
        for token in found:
            links = list(self._linker.links(token, "subject", DIRECT, trigger))
            owner = self.scene.actor_at.get(token.i)
            if not links and owner is not None:
                links = list(self._linker.link(owner, token, "subject", DIRECT, trigger))
            yield from links
            acts = trigger.frame.slots.get("subject", "none") != "none" and trigger.frame.name not in _HAULS
            open_ = token.pos_ not in ("VERB", "AUX", "ADP") and token.i not in self._heads
            open_ = open_ and token.lower_ != "you"
            if acts and not links and open_:
                filled.subject_open = True
        if not found or filled.subject_open:
            near = self._just_before(head)
            if near is not None:
                filled.subject_open = False
                yield from self._linker.links(near, "subject", NEARBY, trigger)

    def _without_agent(self, trigger: Trigger) -> Iterator[Link]:
        """Who does what a bare passive says: as with the verb beside it, or whoever has it done."""
        head = trigger.head
        if head.dep_ == "conj" and not any("subj" in c.dep_ for c in head.children):
            yield from (replace(k, score=CHAINED) for k in self._agents(trigger, head.head))
        for token in causers(head, self.parties) if trigger.frame.slots.get("subject") == "supplier" else ():
            yield from self._linker.links(token, "subject", CHAINED, trigger)
        if head.dep_ == "acl" and trigger.frame.name == "get":
            yield from self._holder(trigger)

    def _holder(self, trigger: Trigger) -> Iterator[Link]:
        """Who has, flies or uses what was "bought from" somebody: the buyer, where nobody else is named."""
        place = place_of(trigger.head.head)
        if place is not None and place.slot == "object" and place.governor.pos_ == "VERB":
            for token in subjects_of(place.governor, self.parties):
                yield from self._linker.links(token, "subject", NEARBY, trigger)

    def _just_before(self, head: Token) -> Token | None:
        """A party right before a participle that hangs elsewhere: "about Ruritania in turn sending"."""
        if head.tag_ != "VBG":
            return None
        for token in reversed(self.scene.doc[max(self.scene.sentence.first, head.i - 4) : head.i]):
            if token.i in self.parties.at:
                return token
            if token.pos_ not in ("ADV", "ADP", "NOUN", "AUX", "PART") or token.lower_ in ("to", "of"):
                return None
        return None

    def _agents(self, trigger: Trigger, verb: Token) -> Iterator[Link]:
        found = False
        for prep in verb.children:
            if prep.lower_ == "by" and prep.dep_ in ("agent", "prep"):
                for token in prep.children:
                    links = list(self._linker.links(token, "subject", DIRECT, trigger))
                    found = found or bool(links)
                    yield from links
        if found:
            return
        start, stop = self.scene.part_of(verb.i)
        for index in self.parties.at:
            place = place_of(self.scene.doc[index])
            near = start <= index < stop and index > verb.i
            if (
                near
                and place is not None
                and place.slot == "by"
                and place.governor.i not in self._heads - {verb.i}
                and (place.governor == verb or place.governor.pos_ != "VERB")
            ):
                yield from self._linker.links(self.scene.doc[index], "subject", CHAINED, trigger)

    def _subjects_of_noun(self, trigger: Trigger) -> Iterator[Link]:
        head = trigger.head
        yield from self._possessors(trigger)
        place = place_of(head)
        verb = place.governor if place is not None else None
        behind = doers_behind(trigger, self.parties)
        by = [k for t, firm in behind for k in self._linker.links(t, "subject", firm, trigger)]
        yield from by
        handled = handles(verb, trigger)
        if by and not handled:
            return
        for token, slot in beside_noun(trigger, place, self.parties):
            yield from self._linker.links(token, slot, CHAINED, trigger)
        if handled and verb is not None:
            for token in subjects_of(verb, self.parties):
                yield from self._linker.links(token, "to", CHAINED, trigger)
            return
        for token in asked_of(trigger, place):
            yield from self._linker.links(token, "to", CHAINED, trigger)
        verb = (near := nears(place)) or verb
        light = near or (verb is not None and (verb.lemma_.lower() in _LIGHT or hands_noun(trigger, place)))
        if verb is None or not light or only_confirmed(head):
            return
        if any(c.lemma_ in _STOPPING for c in (*head.children, *verb.children)):
            return
        if verb.lemma_ == "be" and place is not None and place.slot == "object":
            return
        if place is not None and place.slot == "subject":
            yield from (self._agents(trigger, verb) if has_sides(trigger) else ())
            return
        for token in subjects_of(verb, self.parties):
            yield from self._linker.links(token, slot_above(verb, trigger), CHAINED, trigger)

    def _possessors(self, trigger: Trigger) -> Iterator[Link]:
        """Whose the act of a noun is: "Ruritania's deliveries"; of "Ruritania's supplier" the other side."""
        head = trigger.head
        slot = "subject"
        if "owner" in trigger.frame.slots:
            slot = "owner"
            for token in told_to_be(head, self.parties):
                yield from self._linker.links(token, "subject", DIRECT, trigger)
        owner = self.parties.modifying.get(head.i) or self.parties.origin.get(head.i)
        if owner is not None:
            token = head_of(self.scene.doc, owner.first, owner.last)
            own = slot if owner.form in OWN_NAMES or trigger.frame.name == "won" else "subject"
            yield from self._linker.link(owner, token, own, DIRECT, trigger)
        for token in (t for p in head.children if p.lower_ == "of" and slot == "owner" for t in p.children):
            if token.i not in self.scene.goods_at:
                yield from self._linker.links(token, slot, DIRECT, trigger)
        for child in head.children:
            winner = trigger.frame.name == "won" and child.pos_ == "PRON"  # "has won its largest order"
            if child.dep_ == "poss" and child.i not in self.scene.actor_at and not winner:
                yield from self._linker.links(child, slot, DIRECT, trigger)

    def _objects(self, trigger: Trigger) -> Iterator[Link]:
        head = trigger.head
        if trigger.hit.form == "noun":
            return
        tokens = [] if trigger.passive else objects_of(trigger)
        if trigger.passive:
            tied = [m.first for m in hyphened(trigger, self.scene)]
            tokens = [t for t in subjects_of(head, self.parties) if t.i not in tied]
        toward = any(c.lower_ in ("to", "into") and c.dep_ in ("prep", "dative") for c in head.children)
        if trigger.passive and trigger.frame.name == "give" and reaches_party(head, self.parties):
            tokens = []  # "arms from Ruritania that were sent to Sylvania": no state is sent
        slot = "from" if trigger.frame.name == "bound" and verb_lemma(head) in _LEAVING else "object"
        for token in tokens:
            moved = token.pos_ == "PRON" and token.dep_ == "dobj" and (toward or not_taken(token, trigger))
            moved = moved or (trigger.passive and token.pos_ == "PRON" and not gives_also(head))
            if token.pos_ != "ADP" and not moved:
                more = token.i not in self.scene.goods_at  # not "sent six jets, officials say"
                yield from self._linker.links(token, slot, DIRECT, trigger, conjuncts=more)
        beside = (*before_goods(trigger, self.parties), *right_after(trigger, self.scene))
        for mention, index in (*beside, *whose_share(trigger, self.parties)):
            yield from self._linker.link(mention, self.scene.doc[index], "object", CHAINED, trigger)

    # --- prepositions

    def _governing(self, governor: Token, own: Trigger) -> Trigger:
        """Whose frame a preposition follows: "was withheld from" turns where "from" leads."""
        held = (t for t in self.triggers if t.head == governor and t.frame.name == "withhold")
        return next(held, own)

    def _prepositions(self, own: Trigger) -> Iterator[Link]:
        for index, place in self._led_to:
            token = self.scene.doc[index]
            trigger = self._governing(place.governor, own)
            slot = slot_of(trigger, place)
            if slot not in trigger.frame.slots:
                continue
            score = self._ties.firmness(place, own, token)
            if slot == "from" and of_carrier(place.governor, trigger, self.parties):
                continue
            if place.slot == "between" and noun_lemma(place.governor) in _LINES:
                continue  # "on the border between X and Y" is only where
            if score and index not in self.parties.at and place.slot in ("between", "among"):
                if (token.like_num and token.lower_ != "two") or self._no_pair(token):
                    continue  # "between 2011 and 2022", "X and Y between them"
                yield from self._linker.pair(token, place.slot, score, trigger)
            elif score:
                acts = slot == "from" and of_people(place.governor, trigger, self.parties)
                slot = "subject" if acts else slot
                yield from self._linker.links(token, slot, score, trigger, conjuncts=False)

    def _no_pair(self, token: Token) -> bool:
        """Whether "between" leads to days, or to a pronoun that says how something is shared out."""
        start, periods = token.idx + self.scene.sentence.offset, self.scene.periods
        dated = any(p.span is not None and p.span.start <= start < p.span.end for p in periods)
        return dated or token.lower_ in ("them", "themselves")

    def point_back(self, token: Token, role: str, *not_: str) -> str | None:
        """The party that a pronoun or a general noun stands for, nobody named beside it or in ``not_``."""
        return self._linker.point_back(token, role, None, *not_)

"""Which transfers does one sentence tell of, once words that belong together are taken together?"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.frames import Lexicon, Trigger, find_triggers
from tallybook.read.clauses.instead import stands_apart
from tallybook.read.clauses.listing import stands_in
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.passage import is_aboard, is_leave_to_call
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.senses import in_sense
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.clauses.turns import Turn, turning, turns_over
from tallybook.read.events.anyverb import find_any_verb
from tallybook.read.events.asking import buys_for_asker
from tallybook.read.events.behind import deals_behind, only_allows_other, only_rests_on
from tallybook.read.events.berthing import lands_somewhere, sent_by_forces
from tallybook.read.events.bringing import is_under_way, is_what_it_was
from tallybook.read.events.calledoff import find_called_off
from tallybook.read.events.cargo import find_cargo
from tallybook.read.events.contents import into_deals
from tallybook.read.events.dealing import acts_of_deals
from tallybook.read.events.doingso import find_doing_so, gives, stands_for_giving
from tallybook.read.events.gapped import gapped
from tallybook.read.events.gifts import by_gift
from tallybook.read.events.inhands import find_in_hands
from tallybook.read.events.joining import (
    MOVING,
    above,
    absorb,
    adds_manner,
    belongs,
    depth,
    lends,
    same_goods,
    under_rule,
)
from tallybook.read.events.likewise import likewise
from tallybook.read.events.onward import pass_on
from tallybook.read.events.origins import by_origins
from tallybook.read.events.owned import built_into, by_owner
from tallybook.read.events.paying import only_pays, orders_goods
from tallybook.read.events.pictured import is_pictured
from tallybook.read.events.roles import RoleFinder
from tallybook.read.events.scheduled import scheduled
from tallybook.read.events.settling import Settler
from tallybook.read.events.sharing import share_ends
from tallybook.read.events.telling import in_list, none_for, tells
from tallybook.read.events.traced import take_traces
from tallybook.read.events.weighing import find_weighing
from tallybook.read.events.worth import sums_up
from tallybook.read.text.tree import FINITE
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of


class SceneWords(NamedTuple):
    """What stands in a sentence whatever was told before: parties, words of transfer, words that turn them.

    ``real`` are the words of transfer without bare goods for somebody; ``filled`` are those whose parties and
    goods the sentence alone tells, as they were found.
    """

    parties: Parties
    real: tuple[Trigger, ...]
    triggers: tuple[Trigger, ...]
    turns: dict[int, Hit[TurnWord]]
    filled: dict[Trigger, Filled]


class SentenceReader:
    """Reads the transfers of single sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.settler = Settler(lexicon)
        self._seen: dict[int, SceneWords] = {}
        self._gave: int | None = None
        """The number of the sentence that told last of an act of giving."""

    def again(self) -> SentenceReader:
        """A reader for the same page from its start, which knows what stands in its sentences."""
        other = SentenceReader(self.lexicon)
        other._seen = self._seen
        return other

    def read(self, scene: Scene, discourse: Discourse, speaker: str | None) -> tuple[Parties, list[Event]]:
        """The parties of a sentence and the transfers that it tells of, in order."""
        parties, real, triggers, turns, _ = self.words(scene)
        if not triggers:
            return parties, []
        finder = RoleFinder(parties, discourse, real, speaker)
        filled = [self._filled(trigger, finder, scene) for trigger in triggers]
        events = self._gather(filled, turns, scene)
        back = scene.number - self._gave if self._gave is not None else None
        events = [e for e in events if stands_for_giving(e, events, back)]
        self._gave = scene.number if any(gives(e) for e in events) else self._gave
        for event in events:
            self.settler.settle(event, parties, finder)
            buys_for_asker(event, parties, finder)
            sent_by_forces(event, parties)
            by_owner(event, parties)
            built_into(event, parties)
            by_gift(event, parties, finder)
        events = acts_of_deals(into_deals(events))
        take_traces(events, parties)
        lands_somewhere(events, filled)
        pass_on(events, self.lexicon.countries)
        share_ends(events)
        events = [e for e in events if not (only_rests_on(e, events, turns) or only_pays(e, events))]
        events = [e for e in events if not only_allows_other(e, events)]
        events = [e for e in events if not any(adds_manner(e, other) for other in events)]
        events = [one for event in gapped(events, scene) for one in by_origins(event, parties)]
        events = likewise(events, scene, self.lexicon.turning["seek"])
        events = scheduled(events, scene, self.lexicon.planning)
        return parties, [*events, *deals_behind(filled, events, turns)]

    def _filled(self, trigger: Trigger, finder: RoleFinder, scene: Scene) -> Filled:
        """A word of transfer with its parties and goods, found once where the sentence alone tells them."""
        words = self.words(scene)
        kept = words.filled.get(trigger)
        if kept is None:
            asked = finder.asked
            kept = finder.fill(trigger)
            find_cargo(kept, words.parties, frozenset(t.head.i for t in words.real))
            if finder.asked > asked:
                return kept
            words.filled[trigger] = kept
        return replace(kept, links=list(kept.links), goods=list(kept.goods))

    def words(self, scene: Scene) -> SceneWords:
        """What stands in a sentence, looked up once a page."""
        if scene.number not in self._seen:
            self._seen[scene.number] = self._look(scene)
        return self._seen[scene.number]

    def _look(self, scene: Scene) -> SceneWords:
        parties = Parties(scene, self.lexicon)
        found = find_triggers(scene.tokens, self.lexicon) + find_doing_so(scene, self.lexicon)
        real = tuple(t for t in found if not _names_goods(t, scene))
        heads = frozenset(t.head.i for t in real)
        real = (*real, *find_weighing(parties, self.lexicon, heads))
        real = (*real, *find_called_off(parties, self.lexicon, heads))
        real = (*real, *find_any_verb(parties, self.lexicon, real))
        real = (*real, *find_in_hands(parties, self.lexicon, real))
        known = {i for t in real for i in range(t.hit.first, t.hit.last)}
        triggers = (*real, *(t for t in self._bare(scene, parties) if t.head.i not in known))
        ordering = {t.head.i for t in real if orders_goods(t, scene)}
        turns = self.lexicon.turns_in(scene) if triggers else ()
        doc, calls = scene.doc, self.lexicon.agents
        over = turning(in_sense((h for h in turns if h.token not in ordering), doc, self.lexicon), real, doc)
        leave = frozenset(t.head.i for t in real if t.word.name == "approve" and t.hit.form == "noun")
        idle = {t.head.i for t in real if _gives_leave(t, leave) or is_leave_to_call(t.head.head, calls)}
        real, triggers = (tuple(t for t in some if t.head.i not in idle) for some in (real, triggers))
        return SceneWords(parties, real, triggers, over, {})

    def _bare(self, scene: Scene, parties: Parties) -> tuple[Trigger, ...]:
        """Goods with "for", "to" or "from" and a party right behind: "a ship with rifles for the rebels"."""
        found = []
        for goods in scene.goods:
            head = scene.doc[goods.head]
            if goods.weak or goods.civil or goods.modifier:
                continue
            named = goods.goods.designation is not None
            if not named and parties.carries(head) and any(c.lower_ == "from" for c in head.children):
                continue
            after = [scene.doc[goods.last]] if goods.last < scene.sentence.last else []
            toward = [
                c for c in (*head.children, *after) if c.dep_ == "prep" and c.lower_ in ("for", "to", "from")
            ]
            if any(parties.at.get(t.i) for p in toward for t in p.children):
                aboard = is_aboard(head, self.lexicon.agents)
                word = self.lexicon.words["hold"] if aboard else self.lexicon.bare
                word = self.lexicon.words["aid that holds"] if sums_up(head) else word
                hit = Hit(word, head.i, head.i, head.i + 1, "noun")
                found.append(Trigger(hit, head, self.lexicon.frames[word.frame]))
        return tuple(found)

    def alone(
        self, filled: list[Filled], parties: Parties, discourse: Discourse, speaker: str | None
    ) -> list[Event]:
        """Events of words that had been taken up by another word, read on their own."""
        events = [Event(f, ()) for f in filled if tells(f)]
        finder = RoleFinder(parties, discourse, tuple(e.trigger for e in events), speaker)
        for event in events:
            self.settler.settle(event, parties, finder)
        return events

    def _gather(self, filled: list[Filled], turns: dict[int, Hit[TurnWord]], scene: Scene) -> list[Event]:
        """Join words that tell of one transfer; drop those that tell of none."""
        events = {f.trigger.head.i: Event(f, _turns(f, turns, scene)) for f in filled}
        gone: set[int] = set()
        for index in sorted(events, key=lambda i: -depth(scene.doc[i])):
            event = events[index]
            over = [t.hit.token for t in event.turns]
            moves = event.trigger.frame.name in MOVING and bool(event.filled.links)
            if not (tells(event.filled) or moves or is_pictured(event.filled)):
                continue
            told_over = any(same_goods(event, events.get(i)) for i in over)
            if _ruled(event, turns) or (event.trigger.word is self.lexicon.bare and told_over):
                gone.add(index)
                continue
            for token in over:
                if token in events and token not in gone:
                    absorb(event, events[token])
                    gone.add(token)
            parent = _parent_of(event, events, over)
            loose = self.lexicon.bare
            if parent is None or index in gone or stands_apart(scene.doc[index], scene.doc[parent]):
                continue
            if events[parent].trigger.word is loose and event.trigger.word is not loose:
                absorb(event, events[parent])
                gone.add(parent)
                parent = _parent_of(event, events, [*over, parent])
                if parent is None:
                    continue
            if belongs(event, events[parent], scene) and (
                tells(events[parent].filled) or lends(event, events[parent])
            ):
                absorb(events[parent], event)
                gone.add(index)
        return self._told([e for i, e in sorted(events.items()) if i not in gone and tells(e.filled)], scene)

    def _told(self, kept: list[Event], scene: Scene) -> list[Event]:
        """The events without bare goods for somebody, unless these are all that a sentence tells."""
        bare = [e for e in kept if e.trigger.word is self.lexicon.bare]
        rest = [e for e in kept if e not in bare]
        if rest or not bare:
            return rest
        aboard = not scene.words.isdisjoint(("aboard", "board", "hold"))
        shipped = aboard or any(is_under_way(t) for t in scene.tokens)
        told = bare if shipped else [e for e in bare if _is_told(e)]
        return told or [e for e in bare if is_what_it_was(e.trigger.head)]


def _is_told(event: Event) -> bool:
    """Whether more is said of bare goods for somebody than that: what is done, or where they run."""
    staged = any(t.hit.word.stage for t in event.turns)
    return staged or _runs(event) or in_list(event) or none_for(event)


def _gives_leave(trigger: Trigger, leave: frozenset[int]) -> bool:
    """Whether what somebody gives is leave: "gave the green light for jets"."""
    given = (c.i for c in trigger.head.children if c.dep_ == "dobj")
    return trigger.frame.name == "give" and trigger.hit.form == "verb" and any(i in leave for i in given)


def _names_goods(trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb form is only a part of what goods are called: "hunting rifles"."""
    goods = scene.goods_at.get(trigger.head.i)
    before = trigger.head.dep_ in ("amod", "compound", "nmod") and trigger.hit.form == "verb"
    return goods is not None and before and trigger.head.i != goods.head


def _parent_of(event: Event, events: dict[int, Event], over: list[int]) -> int | None:
    """The nearest word of transfer above an event that it may belong to."""
    moving = event.trigger.frame.name in MOVING
    found = [i for i in above(event.trigger.head, moving=moving) if i in events and i not in over]
    return next((i for i in found if moving and tells(events[i].filled)), found[0] if found else None)


_LIFTING = words_of("verbs of lifting a ban")


def _ruled(event: Event, turns: dict[int, Hit[TurnWord]]) -> bool:
    """Whether words tell of a rule about transfers, unless the rule is lifted."""
    lifted = any(t.verb in _LIFTING for t in event.turns)
    drops = any(t.hit.word.drops for t in event.turns) and not lifted and not _breaks_rule(event)
    return drops or under_rule(event.trigger.head, turns)


def _breaks_rule(event: Event) -> bool:
    """Whether an act between two that are named is said to break a rule: "X's sale of arms to Y violates"."""
    head = event.trigger.head
    named = {k.role for k in event.filled.links if k.mention is not None and k.score >= CHAINED}
    breaking = event.trigger.hit.form == "noun" and head.dep_ == "nsubj" and head.head.tag_ in FINITE
    return breaking and set(ENDS) <= named


def _turns(filled: Filled, turns: dict[int, Hit[TurnWord]], scene: Scene) -> tuple[Turn, ...]:
    """The turning words over a word of transfer; what comes back in exchange is under none of its own."""
    return () if filled.trigger.frame.name == "swap" else turns_over(filled.trigger, turns, scene)


def _runs(event: Event) -> bool:
    """Whether bare goods are told to run from one party to another: "assistance from X to Y"."""
    slots = {link.role: link.slot for link in event.links}
    there = slots.get("recipient") == "in" and (
        stands_in(event.trigger.head) or event.trigger.head.dep_ == "dobj"
    )
    return slots.get("supplier") == "from" and (slots.get("recipient") in ("to", "for") or there)

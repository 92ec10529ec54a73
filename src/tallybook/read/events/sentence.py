"""Which transfers does one sentence tell of, once words that belong together are taken together?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.frames import Hit, Lexicon, Trigger, find_triggers
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.listing import LISTING, comes_along, stands_in
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.standing import says_more
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.clauses.turns import Turn, turning, turns_over
from tallybook.read.events.arming import arms_somebody
from tallybook.read.events.behind import deals_behind, only_rests_on
from tallybook.read.events.cargo import find_cargo
from tallybook.read.events.joining import MOVING, above, absorb, belongs, depth, lends, same_goods, under_rule
from tallybook.read.events.lots import is_meant
from tallybook.read.events.onward import pass_on
from tallybook.read.events.roles import RoleFinder
from tallybook.read.events.settling import Settler
from tallybook.read.events.sharing import share_ends
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token


class SceneWords(NamedTuple):
    """What stands in a sentence whatever was told before: parties, words of transfer, words that turn them.

    ``real`` are the words of transfer without bare goods for somebody.
    """

    parties: Parties
    real: tuple[Trigger, ...]
    triggers: tuple[Trigger, ...]
    turns: dict[int, Hit[TurnWord]]


class SentenceReader:
    """Reads the transfers of single sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.settler = Settler(lexicon)
        self._seen: dict[int, SceneWords] = {}

    def again(self) -> SentenceReader:
        """A reader for the same page from its start, which knows what stands in its sentences."""
        other = SentenceReader(self.lexicon)
        other._seen = self._seen
        return other

    def read(self, scene: Scene, discourse: Discourse, speaker: str | None) -> tuple[Parties, list[Event]]:
        """The parties of a sentence and the transfers that it tells of, in order."""
        parties, real, triggers, turns = self.words(scene)
        if not triggers:
            return parties, []
        finder = RoleFinder(parties, discourse, real, speaker)
        heads = frozenset(t.head.i for t in real)
        filled = []
        for trigger in triggers:
            one = finder.fill(trigger)
            find_cargo(one, parties, heads)
            filled.append(one)
        events = self._gather(filled, turns, scene)
        for event in events:
            self.settler.settle(event, parties, finder)
        pass_on(events, self.lexicon.countries)
        share_ends(events)
        events = [e for e in events if not only_rests_on(e, events, turns)]
        return parties, [*events, *deals_behind(filled, events, turns)]

    def words(self, scene: Scene) -> SceneWords:
        """What stands in a sentence, looked up once a page."""
        if scene.number not in self._seen:
            self._seen[scene.number] = self._look(scene)
        return self._seen[scene.number]

    def _look(self, scene: Scene) -> SceneWords:
        parties = Parties(scene, self.lexicon)
        real = tuple(t for t in find_triggers(scene.tokens, self.lexicon) if not _names_goods(t, scene))
        known = {i for t in real for i in range(t.hit.first, t.hit.last)}
        triggers = (*real, *(t for t in self._bare(scene, parties) if t.head.i not in known))
        found = self.lexicon.turns.find(scene.tokens) if triggers else ()
        return SceneWords(parties, real, triggers, turning(found, real))

    def _bare(self, scene: Scene, parties: Parties) -> tuple[Trigger, ...]:
        """Goods with "for", "to" or "from" and a party right behind: "a report of rifles for the rebels"."""
        word, found = self.lexicon.bare, []
        for goods in scene.goods:
            head = scene.doc[goods.head]
            if goods.weak or goods.civil or goods.modifier:
                continue
            if parties.carries(head) and any(c.lower_ == "from" for c in head.children):
                continue
            after = [scene.doc[goods.last]] if goods.last < scene.sentence.last else []
            toward = [
                c for c in (*head.children, *after) if c.dep_ == "prep" and c.lower_ in ("for", "to", "from")
            ]
            if any(parties.at.get(t.i) for p in toward for t in p.children):
                found.append(
                    Trigger(
                        Hit(word, head.i, head.i, head.i + 1, "noun"), head, self.lexicon.frames[word.frame]
                    )
                )
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
            if not tells(event.filled) and not moves:
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
            if parent is None or index in gone:
                continue
            loose = self.lexicon.bare
            if events[parent].trigger.word is loose and event.trigger.word is not loose:
                absorb(event, events[parent])
                gone.add(parent)
            elif belongs(event, events[parent], scene) and (
                tells(events[parent].filled) or lends(event, events[parent])
            ):
                absorb(events[parent], event)
                gone.add(index)
        kept = [e for i, e in sorted(events.items()) if i not in gone and tells(e.filled)]
        bare = [e for e in kept if e.trigger.word is self.lexicon.bare]
        rest = [e for e in kept if e not in bare]
        shipped = any(t.lower_ in ("aboard", "board", "hold") for t in scene.tokens)
        return rest or [e for e in bare if shipped or any(t.hit.word.stage for t in e.turns) or _runs(e)]


def _names_goods(trigger: Trigger, scene: Scene) -> bool:
    """Whether a verb form is only a part of what goods are called: "hunting rifles"."""
    goods = scene.goods_at.get(trigger.head.i)
    before = trigger.head.dep_ in ("amod", "compound", "nmod") and trigger.hit.form == "verb"
    return goods is not None and before and trigger.head.i != goods.head


def _parent_of(event: Event, events: dict[int, Event], over: list[int]) -> int | None:
    """The nearest word of transfer above an event that it may belong to."""
    moving = event.trigger.frame.name in MOVING
    return next((i for i in above(event.trigger.head, moving=moving) if i in events and i not in over), None)


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
    breaking = event.trigger.hit.form == "noun" and head.dep_ == "nsubj" and head.head.tag_ in _FINITE
    return breaking and {"supplier", "recipient"} <= named


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BY_WHAT_MOVES = HOLDING | LISTING | {"use", "arrive", "seize", "pass", "give", "come", "bound", "ordered"}
"""Frames that tell of a transfer even where only what moves is known."""


def _turns(filled: Filled, turns: dict[int, Hit[TurnWord]], scene: Scene) -> tuple[Turn, ...]:
    """The turning words over a word of transfer; what comes back in exchange is under none of its own."""
    return () if filled.trigger.frame.name == "swap" else turns_over(filled.trigger, turns, scene)


def _runs(event: Event) -> bool:
    """Whether bare goods are told to run from one party to another: "assistance from X to Y"."""
    slots = {link.role: link.slot for link in event.links}
    there = stands_in(event.trigger.head) and slots.get("recipient") == "in"
    return slots.get("supplier") == "from" and (slots.get("recipient") in ("to", "for") or there)


def _moves_lots(trigger: Trigger) -> bool:
    """Whether a word of transfer stands firmly enough for goods that are named only in general."""
    agreed = trigger.word.name == "agree on"
    return (
        agreed or not trigger.word.weak or trigger.frame.name in ("ordered", "seek", "arrive", "come", "hire")
    )


def _on_nothing(trigger: Trigger) -> bool:
    """Whether talks are not said to be about anything or to lead to any act ("in talks to buy")."""
    after = trigger.head.doc[trigger.head.i + 1 : trigger.head.sent.end]
    return not any(t.lower_ in ("about", "on", "over") or t.tag_ == "VB" for t in after)


def _their(pronoun: Token) -> bool:
    """Whether a pronoun behind a verb stands for several things: "had promised them in March"."""
    return pronoun.lower_ in ("them", "these", "those") and pronoun.dep_ == "dobj"


_AROUND = words_of("prepositions of circumstance")


def _by_the_way(filled: Filled) -> bool:
    """Whether talks are about nothing, or a request only says at whose wish it was: "at X's request"."""
    head = filled.trigger.head
    if filled.trigger.word.name == "talks" and not filled.goods and filled.anaphor is None:
        if head.dep_ == "pobj" and head.head.lower_ in _AROUND:
            return True
        return _on_nothing(filled.trigger)
    wished = filled.trigger.frame.name == "request"
    return wished and head.dep_ == "pobj" and head.head.lower_ in ("at", "on", "upon", "despite")


def _it_follows(trigger: Trigger, anaphor: Token) -> bool:
    """Whether something only follows from something else: "it follows from the list that"."""
    from_ = any(c.dep_ == "ccomp" or c.lower_ in ("from", "that") for c in trigger.head.children)
    return trigger.word.name == "follow" and anaphor.lower_ == "it" and from_


def _by_anaphor(filled: Filled, anaphor: Token, named: bool) -> bool:
    """Whether a word of transfer tells of one where its goods are only pointed at or counted."""
    trigger = filled.trigger
    if any(c.lower_ == "how" for c in anaphor.children):
        return False
    vague = anaphor.pos_ not in ("NUM", "NOUN") and not (_their(anaphor) and named)
    if trigger.word.name in ("promise", "offer", "approve", "withhold") and vague:
        return False
    if anaphor.lower_ in ("they", "them") and any(c.dep_ == "conj" for c in anaphor.children):
        return False
    if trigger.frame.name == "pass" and anaphor.lower_ == "it":
        return False
    if trigger.frame.name == "left" or _it_follows(trigger, anaphor):
        return False
    loaded = trigger.frame.name == "carry" and anaphor.lower_ != "none"
    passive = trigger.passive and (loaded or trigger.frame.name in ("get", "load", "deal"))
    return named or passive or trigger.frame.name in _BY_WHAT_MOVES or says_more(trigger)


def _who_supplies_whom(filled: Filled) -> bool:
    """Whether one party is said to be the supplier of another, of whatever goods."""
    linked = [k for k in filled.links if k.mention is not None or k.token.pos_ == "NOUN"]
    other = filled.other_object
    sides = {k.role for k in linked}
    return {"supplier", "recipient"} <= sides and (other is None or any(k.token == other for k in linked))


def tells(filled: Filled) -> bool:
    """Whether a word of transfer has goods (or what points back to some), so that it tells of a transfer."""
    trigger = filled.trigger
    parties = [link for link in filled.links if link.role in ("supplier", "recipient", "partner", "seizer")]
    if says_more(trigger) and (filled.other_object is None or trigger.word.name == "lift a hold"):
        return True
    if _by_the_way(filled):
        return False
    if filled.goods:
        strong = [g for g in filled.goods if not g.weak]
        meant = any(is_meant(g, trigger.head.doc) for g in filled.goods) and _moves_lots(trigger)
        return (
            bool(strong) or bool(parties) or filled.origin is not None or meant or comes_along(trigger.head)
        )
    if trigger.frame.name == "giver" and _who_supplies_whom(filled):
        return True
    if filled.other_object is not None and filled.anaphor is None:
        return arms_somebody(filled) and bool(parties)
    if filled.anaphor is not None:
        return _by_anaphor(filled, filled.anaphor, bool(parties))
    if says_more(trigger):
        return True
    names = {p.name for p in parties}
    if trigger.word.weak and not (
        trigger.frame.name in ("deal", "seek") and parties and trigger.hit.form == "noun"
    ):
        return False
    if trigger.hit.form == "noun":
        aside = [p for p in parties if p.slot != "subject"]
        definite = any(c.lower_ in ("the", "this", "that", "these", "such") for c in trigger.head.lefts)
        return trigger.frame.name != "deal" or bool(aside) or definite
    return len(names) >= (1 if trigger.word.name == "supply" and trigger.head.lemma_ in ("arm",) else 2)

"""Which transfers does one sentence tell of, once words that belong together are taken together?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Stage
from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.frames import Hit, Lexicon, Trigger, find_triggers
from tallybook.read.clauses.parties import CLIMB_LIMIT, Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import chain_over, turns_over
from tallybook.read.clauses.standing import says_more
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.cargo import find_cargo
from tallybook.read.events.roles import RoleFinder
from tallybook.read.events.settling import Settler
from tallybook.vocabulary.transfers import TurnWord

if TYPE_CHECKING:
    from spacy.tokens import Token


class SentenceReader:
    """Reads the transfers of single sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.settler = Settler(lexicon)

    def read(self, scene: Scene, discourse: Discourse, speaker: str | None) -> tuple[Parties, list[Event]]:
        """The parties of a sentence and the transfers that it tells of, in order."""
        parties = Parties(scene, self.lexicon)
        triggers = find_triggers(scene.tokens, self.lexicon)
        real = triggers
        known = {i for t in real for i in range(t.hit.first, t.hit.last)}
        triggers += tuple(t for t in self._bare(scene, parties) if t.head.i not in known)
        if not triggers:
            return parties, []
        turns = {hit.token: hit for hit in self.lexicon.turns.find(scene.tokens)}
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
        return parties, events

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
        events = {f.trigger.head.i: Event(f, turns_over(f.trigger, turns, scene)) for f in filled}
        gone: set[int] = set()
        for index in sorted(events, key=lambda i: -_depth(scene.doc[i])):
            event = events[index]
            over = [t.hit.token for t in event.turns]
            moves = event.trigger.frame.name in _MOVING and bool(event.filled.links)
            if not tells(event.filled) and not moves:
                continue
            if any(t.hit.word.drops for t in event.turns) or _under_rule(event.trigger.head, turns):
                gone.add(index)
                continue
            for token in over:
                if token in events and token not in gone:
                    _absorb(event, events[token])
                    gone.add(token)
            parent = next(
                (
                    i
                    for i in _above(event.trigger.head, moving=event.trigger.frame.name in _MOVING)
                    if i in events and i not in over
                ),
                None,
            )
            if parent is None or index in gone:
                continue
            if _belongs(event, events[parent], scene) and (
                tells(events[parent].filled) or _lends(event, events[parent])
            ):
                _absorb(events[parent], event)
                gone.add(index)
        kept = [e for i, e in sorted(events.items()) if i not in gone and tells(e.filled)]
        bare = [e for e in kept if e.trigger.word is self.lexicon.bare]
        rest = [e for e in kept if e not in bare]
        shipped = any(t.lower_ in ("aboard", "board", "hold") for t in scene.tokens)
        return rest or [e for e in bare if shipped or any(t.hit.word.stage for t in e.turns)]


_MOVING = frozenset({"come", "bound", "arrive", "pass"})
"""Frames that say of goods only how they move."""

_BY_WHAT_MOVES = frozenset({"use", "arrive", "seize", "pass", "give", "come", "bound", "ordered"})
"""Frames that tell of a transfer even where only what moves is known."""


def tells(filled: Filled) -> bool:
    """Whether a word of transfer has goods (or what points back to some), so that it tells of a transfer."""
    trigger = filled.trigger
    parties = [link for link in filled.links if link.role in ("supplier", "recipient", "partner", "seizer")]
    if filled.goods:
        strong = [g for g in filled.goods if not g.weak]
        return bool(strong) or len({p.name for p in parties}) >= 1 or filled.origin is not None
    if filled.other_object is not None and filled.anaphor is None:
        return False
    if filled.anaphor is not None:
        if trigger.word.name in ("promise", "offer", "approve", "withhold") and filled.anaphor.pos_ not in (
            "NUM",
            "NOUN",
        ):
            return False
        if filled.anaphor.lower_ in ("they", "them") and any(
            c.dep_ == "conj" for c in filled.anaphor.children
        ):
            return False
        if trigger.frame.name == "pass" and filled.anaphor.lower_ == "it":
            return False
        loaded = trigger.frame.name == "carry" and filled.anaphor.lower_ != "none"
        passive = trigger.passive and (loaded or trigger.frame.name == "get")
        return bool(parties) or passive or trigger.frame.name in _BY_WHAT_MOVES or says_more(trigger)
    if says_more(trigger):
        return True
    if trigger.word.weak and not (
        trigger.frame.name in ("deal", "seek") and parties and trigger.hit.form == "noun"
    ):
        return False
    names = {p.name for p in parties}
    if trigger.hit.form == "noun":
        aside = [p for p in parties if p.slot != "subject"]
        definite = any(c.lower_ in ("the", "this", "that", "these", "such") for c in trigger.head.lefts)
        return trigger.frame.name != "deal" or bool(aside) or definite
    return len(names) >= (1 if trigger.word.name == "supply" and trigger.head.lemma_ in ("arm",) else 2)


def _absorb(event: Event, other: Event) -> None:
    """Take what another word adds: parties that are missing, goods where there are none."""
    event.absorbed.append(other.filled)
    event.absorbed.extend(other.absorbed)
    if not event.filled.goods and other.filled.goods:
        event.filled.goods = other.filled.goods
        event.filled.anaphor = None
        event.filled.other_object = None
    elif {g.first for g in event.filled.goods} < {g.first for g in other.filled.goods}:
        event.filled.goods = other.filled.goods
    if event.filled.origin is None:
        event.filled.origin = other.filled.origin
    if not event.filled.goods and event.filled.anaphor is None:
        event.filled.anaphor = other.filled.anaphor
    known = {t.hit.token for t in event.turns}
    if event.trigger.hit.form == "noun" or other.trigger.hit.form == "noun":
        event.turns = (
            *event.turns,
            *(t for t in other.turns if t.hit.token not in known and t.hit.token != event.trigger.head.i),
        )


def _belongs(event: Event, parent: Event, scene: Scene) -> bool:
    """Whether a word of transfer only qualifies the goods or the act of the word above it."""
    head = event.trigger.head
    if head.dep_ in ("relcl", "acl") and _set_off(head) and (_dated(head, scene) or head.dep_ == "relcl"):
        return False
    if event.trigger.frame.name == "deal" and head.dep_ == "pobj" and head.head.lower_ == "under":
        return False
    return not _conflict(event, parent)


def _dated(head: Token, scene: Scene) -> bool:
    """Whether a period stands in the clause of ``head`` alone."""
    inside = {t.i for t in head.subtree}
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is not None and set(range(*tokens)) <= inside:
            return True
    return False


def _conflict(event: Event, parent: Event) -> bool:
    """Whether both words name the same end differently."""
    for role in ENDS:
        mine, theirs = event.filled.best(role), parent.filled.best(role)
        if mine and theirs and mine.name != theirs.name and min(mine.score, theirs.score) >= CHAINED:
            return True
    return False


def _lends(event: Event, parent: Event) -> bool:
    """A verb that moves nothing by itself takes the goods of its object: "received a shipment of arms"."""
    head = event.trigger.head
    if parent.trigger.frame.name == "seize" and head.dep_ in ("acl", "relcl"):
        return True
    if event.trigger.frame.name == "carry" and head.dep_ in ("acl", "relcl"):
        return parent.trigger.frame.name in _MOVING | {"carry"}
    return (
        event.trigger.hit.form == "noun"
        and parent.trigger.hit.form == "verb"
        and head.dep_
        in (
            ("dobj", "nsubjpass", "pobj", "nsubj")
            if parent.trigger.frame.name == "arrive"
            else ("dobj", "nsubjpass", "pobj")
        )
        and parent.trigger.frame.name in ("give", "get", "arrive", "carry", "seize", "seek")
        and parent.trigger.word.stage is not Stage.USED
    )


def _set_off(token: Token) -> bool:
    """Whether a clause is set off by commas."""
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in (",", "—", "–", "(")


def _above(token: Token, *, moving: bool) -> list[int]:
    """The words above ``token`` that it may belong to, nearest first.

    A verb coordinated with another is an act of its own ("ordered ten and received six"), unless both say
    only how the same goods move (``moving``: "came from Ruritania and were meant for Sylvania").
    """
    found: list[int] = []
    start = token
    for _ in range(CLIMB_LIMIT):
        head = token.head
        if head == token:
            break
        if token.dep_ == "ccomp":
            break
        if token.dep_ in ("acl", "relcl", "amod", "compound", "conj"):
            verbal = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
            own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
            if verbal and (own or not moving or token != start):
                break
            found.append(head.i)
            token = head
            continue
        following = next(chain_over(token), None)
        if following is None:
            break
        token = following[0]
        found.append(token.i)
    return found


def _under_rule(token: Token, turns: dict[int, Hit[TurnWord]]) -> bool:
    """Whether a rule speaks of the act: "Supplying, selling or transferring arms breaks the law"."""
    while token.dep_ == "conj" and token.pos_ == "VERB":
        token = token.head
    hit = turns.get(token.head.i)
    return (
        token.tag_ == "VBG"
        and token.dep_ in ("advcl", "csubj", "nsubj")
        and hit is not None
        and hit.word.drops
    )


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 60:
        token = token.head
        depth += 1
    return depth

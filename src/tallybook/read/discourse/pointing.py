"""Which ends do the words leave open, and can they point back to a flow that was told before?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tallybook.model import Category, Stage
from tallybook.read.clauses.catching import was_caught
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.listing import goes_on
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.standing import says_more
from tallybook.read.discourse.flows import Flow
from tallybook.read.discourse.nearby import gets_from_somebody
from tallybook.read.events.worth import is_total
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

ANYWHERE = words_of("words for anywhere")
_CATCHING = frozenset({"capture", "confiscate", "intercept", "seize", "stop"})
_IN_RETURN = words_of("words of exchange")
_WAYS = frozenset({"way", "ways", "direction", "directions"})
_OTHER = frozenset({"other", "opposite", "reverse", "both"})
_REWARD = frozenset({"back", "gets", "payment", "price", "receives", "reward"})
_KINDS = frozenset({"kind", "type", "sort", "class", "model", "make"})
_MANY = words_of("nouns for many givers")
_WHOLE = frozenset({"community", "europe", "west", "world"})
_NEW_GIVER = frozenset({"arrive", "seek"})
_ALSO = frozenset({"again", "also", "still", "too", "well"})
_BACK = DEFINITE | words_of("words for what is further")


def still_open(event: Event) -> list[str]:
    """The ends that nobody holds, neither by name nor as somebody whom the words leave unnamed."""
    missing = [role for role in ENDS if event.end(role) is None]
    if event.filled.subject_open:
        missing = [r for r in missing if r != event.trigger.frame.slots.get("subject")]
    if "supplier" in missing and (gets_from_somebody(event) or _asks_many(event)):
        missing.remove("supplier")
    if "recipient" in missing and (_goes_somewhere(event) or _arms_others(event) or is_total(event)):
        missing.remove("recipient")
    return missing


def _goes_somewhere(event: Event) -> bool:
    """Whether the words tell of a taker without naming one: "to others", "halted all exports of shells"."""
    head = event.trigger.head
    if event.filled.goods and event.trigger.word.name == "export" and (_all(head) or _own_trade(event)):
        return True
    near = (*head.children, *(t for c in head.children if c.dep_ == "dobj" for t in c.subtree))
    return event.filled.toward_open or any(c.lower_ in ANYWHERE for c in near)


def _all(noun: Token) -> bool:
    return any(c.lower_ == "all" for c in noun.lefts)


def _own_trade(event: Event) -> bool:
    """Whether somebody's trade in arms as such ends: "has stopped its arms exports"."""
    head = event.trigger.head
    general = head.tag_ == "NNS" and all(g.goods.category is Category.UNSPECIFIED for g in event.filled.goods)
    definite = any(c.lower_ in DEFINITE and c.dep_ == "det" for c in head.lefts)
    return general and not definite and any(t.hit.word.stage is Stage.ENDED for t in event.turns)


def _asks_many(event: Event) -> bool:
    """Whether several whom nobody names are asked: "asked the West for tanks", "appealed to its allies"."""
    if event.trigger.frame.name != "seek":
        return False
    verbs = [event.trigger.head, *(event.trigger.head.doc[t.hit.token] for t in event.turns)]
    below = [c for v in verbs for c in v.children]
    asked = [c for c in below if c.dep_ in ("dobj", "dative")]
    asked += [t for p in below if p.lower_ in ("to", "on", "upon", "from") for t in p.children]
    return any(
        noun_lemma(t) in _MANY and (t.tag_ == "NNS" or t.lower_ in _WHOLE) and t.pos_ != "VERB" for t in asked
    )


def _arms_others(event: Event) -> bool:
    """Whether the words tell in general whom somebody arms: "does not arm belligerents"."""
    other = event.filled.other_object
    several = other is not None and other.tag_ == "NNS" and not any(c.lower_ in DEFINITE for c in other.lefts)
    return event.trigger.frame.name == "arm" and several


def points_back(event: Event, parties: Parties, makers: frozenset[str]) -> bool:
    """Whether the words can point back to a flow that the report has told of."""
    frame, goods = event.trigger.frame.name, event.filled.goods
    if is_tally(event):
        return False
    if event.filled.anaphor is not None or frame == "seize" or says_more(event.trigger):
        return True
    if frame == "found" and goods and was_caught(event.trigger):
        return True
    if in_return(parties) and frame != "swap" and not any(event.end(role) for role in ENDS):
        return True
    if frame in HOLDING or goes_on(event.trigger) or _refused(event) or _by_carrier(event, parties):
        return True
    nouns = [parties.scene.doc[g.head] for g in goods]
    if event.trigger.hit.form == "noun":
        nouns.append(event.trigger.head)
        if event.trigger.head.dep_ == "pobj" and event.trigger.head.head.head.lower_ == "part":
            return True  # "they are part of an order"
    below = [k for n in nouns for p in n.children if p.lower_ == "of" for k in p.children]
    nouns += [k for k in below if k.lower_ in _KINDS]
    back = DEFINITE if frame in ("use", "downed") else _BACK  # not "a new missile was fired"
    if any(t.lower_ in back for n in nouns for c in n.lefts for t in (c, *c.lefts, *c.rights)):
        return True
    if frame in ("use", "downed") or makers:
        return event.filled.origin is not None or bool(makers - {event.end("recipient")})
    return (bool(goods) and not event.trigger.word.weak) or any(event.end(role) for role in ENDS)


def is_tally(event: Event) -> bool:
    """Whether catches of years are summed up: "has seized four cargoes since 2020", "the third that"."""
    head = event.trigger.head
    verbs = [head, *(c for c in head.children if c.dep_ == "relcl")]
    caught = event.trigger.frame.name == "seize" or any(verb_lemma(v) in _CATCHING for v in verbs)
    return caught and any(
        c.lower_ == "since" or (c.dep_ == "advcl" and any(k.lower_ == "since" for k in c.lefts))
        for v in verbs
        for c in v.children
    )


def points_at_goods(event: Event) -> bool:
    """Whether the words point at goods that were told of: "they", "the jets", "two more", "such a deal"."""
    nouns = [event.trigger.head.doc[g.head] for g in event.filled.goods]
    nouns += [event.trigger.head] if event.trigger.hit.form == "noun" else []
    return event.filled.anaphor is not None or any(c.lower_ in _BACK for n in nouns for c in n.lefts)


def could_be_any(event: Event, fitting: Sequence[Flow]) -> bool:
    """Whether words that point at nothing can go on with several flows: "four jets are to follow"."""
    pairs = {(f.supplier, f.recipient) for f in fitting}
    return len(pairs) > 1 and not event.makers and not points_at_goods(event)


def turns_to_anybody(event: Event) -> bool:
    """Whether a taker seeks or gets goods that can be of anybody: not "has also asked for mortars"."""
    if event.trigger.frame.name not in _NEW_GIVER or event.makers or points_at_goods(event):
        return False
    return all(c.lower_ not in _ALSO for c in event.trigger.head.children)


def _by_carrier(event: Event, parties: Parties) -> bool:
    """Whether a ship or plane spoken of before, or any that puts goods ashore, has brought arms."""
    head, frame = event.trigger.head, event.trigger.frame.name
    if frame not in ("carry", "unload") or not event.filled.goods or event.trigger.passive:
        return False
    doers = [c for c in head.children if c.dep_ == "nsubj" and parties.carries(c)]
    return any(frame == "unload" or any(c.lower_ in DEFINITE for c in d.lefts) for d in doers)


def other_arms(caught: Event, told: Event) -> bool:
    """Whether words behind tell of arms of another kind than those that were caught."""
    kinds = [{g.goods.category for g in e.filled.goods if not g.weak} for e in (caught, told)]
    general = Category.UNSPECIFIED in kinds[0] | kinds[1]
    return all(kinds) and not general and not kinds[0] & kinds[1]


def share_ends(caught: Event, told: Event) -> None:
    """Give caught goods the ends of words behind that point at them: "the arms were meant for X"."""
    nouns = [told.trigger.head.doc[g.head] for g in told.filled.goods]
    back = told.filled.anaphor is not None or any(c.lower_ in DEFINITE for n in nouns for c in n.lefts)
    for role in ENDS if back else ():
        link = told.supplier if role == "supplier" else told.recipient
        if caught.end(role) is None and link is not None and link.slot != "discourse":
            setattr(caught, role, replace(link, slot="discourse", token=caught.trigger.head, mention=None))
            caught.why.append(f"{role} {link.name}, as is told of the goods right behind")


def in_return(parties: Parties) -> bool:
    """Whether a sentence tells of what comes back for something: "in return", "in exchange", "reciprocate".

    Not where the words mean a day or a way: "at the turn of the year", "on its return from the yard".
    """
    tokens, words = parties.scene.tokens, parties.scene.words
    if not words.isdisjoint(_WAYS) and _other_way(parties):
        return True
    if words.isdisjoint(_IN_RETURN):
        return False
    return any(a.lower_ in ("in", "as") and b.lower_ in _IN_RETURN for a, b in pairwise(tokens))


def asks_in_return(parties: Parties) -> bool:
    """Whether a sentence only opens what comes back, of which the next one tells: "And what came back?"."""
    words = parties.scene.words
    if words & {"?", "what"}:
        return bool(words & _REWARD) or in_return(parties)
    return _other_way(parties)


def _other_way(parties: Parties) -> bool:
    """Whether a sentence speaks of the other direction: "in the opposite direction", "goes both ways"."""
    scene = parties.scene
    if scene.words.isdisjoint(_OTHER) or scene.words.isdisjoint(_WAYS):
        return False
    return any(a.lower_ in _OTHER and b.lower_ in _WAYS for a, b in pairwise(scene.tokens))


def _refused(event: Event) -> bool:
    """Whether it is an act without goods of its own that somebody turns down: "a sale is off the table"."""
    bare = event.trigger.hit.form == "noun" and not event.filled.goods
    return bare and any(t.hit.word.negates for t in event.turns)

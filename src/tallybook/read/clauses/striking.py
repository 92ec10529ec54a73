"""Have arms struck, or is only told what they can strike?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

STRIKING = frozenset({"hit", "strike", "attack", "bomb", "bombard", "pound"})
"""Verbs whose subject may be the arms themselves."""

RUINING = words_of("verbs of destroying")
"""The same, of what strikes have done."""

_FALLING = frozenset({"fall", "come", "rain", "slam", "crash", "smash", "plough", "plow", "land"})
_MUNITIONS = words_of("munitions")


def has_struck(verb: Token) -> bool:
    """Whether arms are told to have struck, not only what they can strike ("missiles that hit ships")."""
    now = verb.tag_ in ("VBP", "VBZ", "VB") or (verb.tag_ == "VBD" and verb.dep_ in ("relcl", "acl"))
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    dated = any(c.dep_ == "npadvmod" or c.lower_ == "on" for c in verb.children)
    plain = verb.lower_ == "hit" and not dated  # past or present, which cannot be told
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if any(c.dep_ == "poss" for s in subjects for c in s.children):
        return False  # those of its owner
    return verb_lemma(verb) in STRIKING | RUINING | _FALLING and (done or not (now or plain))


def is_struck(goods: Token, verb: Token) -> bool:
    """Whether goods are what is hit or shot down, not with what: "hit a Ruritanian ship with missiles"."""
    hit = "nsubjpass" if is_passive(verb) else "dobj"
    hits = verb_lemma(verb) in STRIKING | RUINING or any(c.lower_ == "down" for c in verb.children)
    return hits and goods.head == verb and goods.dep_ == hit


def sinks_by_arms(verb: Token) -> bool:
    """Whether a ship is sunk by arms that are named: "drones sank a frigate", "sank it with a missile"."""
    if verb_lemma(verb) != "sink":
        return False
    led = [t for p in verb.children if p.lower_ in ("with", "by") for t in p.children]
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(noun_lemma(t) in _MUNITIONS or t.text[:1].isupper() for t in led) or any(
        noun_lemma(t) in _MUNITIONS for t in subjects
    )


_LOADS = frozenset({"cargo", "consignment", "convoy", "delivery", "shipment", "shipload", "transfer"})
_CARRIERS = words_of("nouns of carriers") | {"pickup", "van", "vehicle", "flight", "tanker", "skiff"}
_HOLDING = frozenset(
    {"bring", "carry", "ferry", "haul", "hold", "load", "move", "smuggle", "take", "transport"}
)


def hits_load(verb: Token) -> bool:
    """Whether arms are what is hit, on their way to somebody: "bombed a convoy with rockets for X"."""
    if verb_lemma(verb) not in STRIKING | {"target"}:
        return False
    hit = [c for c in verb.children if c.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")]
    return any(noun_lemma(c) in _LOADS or (noun_lemma(c) in _CARRIERS and _laden(c)) for c in hit)


def _laden(carrier: Token) -> bool:
    return any(c.dep_ in ("acl", "relcl") and verb_lemma(c) in _HOLDING for c in carrier.children)

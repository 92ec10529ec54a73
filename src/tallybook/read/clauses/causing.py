"""Who has others do what a participle says: "Ruritania had 40 tanks loaded for Sylvania"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties, place_of
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.text.tree import Token

_PREPARING = frozenset({"prepare", "ready", "pack", "load", "crate"})
"""Participles beside which a noun of giving tells what goods are made ready for."""

_AIMS = frozenset({"to", "for", "into"})


def causers(participle: Token, parties: Parties) -> list[Token]:
    """The subject of the "have" whose object is what the participle is done to; none where others do it."""
    over = _having(participle)
    if over is None or any(c.dep_ == "agent" or c.lower_ in ("by", "from") for c in participle.children):
        return []
    return subjects_of(over, parties)


def readies(participle: Token) -> bool:
    """Whether goods are made ready for what follows: "had rockets prepared for a shipment"."""
    return verb_lemma(participle) in _PREPARING and participle.tag_ == "VBN"


def made_ready(thing: Token, giving: Token) -> bool:
    """Whether goods are what is made ready for an act of giving: "rockets prepared for shipment"."""
    place = place_of(giving)
    if place is None or place.slot != "for" or not readies(place.governor):
        return False
    done_to = thing.head == place.governor and thing.dep_ in ("nsubj", "nsubjpass")
    return done_to or (place.governor.dep_ == "acl" and place.governor.head == thing)


def _having(participle: Token) -> Token | None:
    """The past or future "have" that the participle belongs to: "had tanks sent", "will have tanks sent"."""
    noun = participle.head
    if participle.tag_ != "VBN" or (participle.i and participle.doc[participle.i - 1].text == ","):
        return None
    if participle.dep_ == "ccomp":
        verb, things = noun, [c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass")]
    elif participle.dep_ == "acl" and noun.dep_ == "dobj":
        verb, things = noun.head, [noun]
    else:
        return None
    if any(c.dep_ == "mark" for c in participle.children):
        return None  # "the envoy had it that tanks were sent"
    made = verb_lemma(verb) == "have" and verb.tag_ in ("VBD", "VBN")
    aimed = any(c.lower_ in _AIMS for c in participle.children)
    return verb if made and aimed and things and things[0].i > verb.i else None

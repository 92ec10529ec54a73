"""Whom or what does an active verb act on, by itself or together with a verb joined to it?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.text.tree import Token

_OBJECTS = frozenset({"dobj", "dative", "iobj", "attr", "oprd"})


def objects_of(trigger: Trigger) -> list[Token]:
    """The objects of a verb of transfer; of one that arms somebody also those of a verb joined to it."""
    head = trigger.head
    if trigger.frame.name == "arrive" and any(c.lower_ == "off" for c in head.children):
        return []  # "came off a freighter"
    own = [
        c
        for c in head.children
        if c.dep_ in _OBJECTS and (c.i > head.i or c.i > head.head.i)  # "kept Ruritania supplied"
    ]
    if trigger.frame.name == "aid" and not own:
        doing = [c for c in head.children if c.dep_ in ("ccomp", "xcomp") and c.i > head.i]
        own = [t for c in doing for t in c.children if t.dep_ == "nsubj"]  # "helped the army win"
    return own or (_shared(head) if trigger.frame.name == "arm" else [])


def _shared(verb: Token) -> list[Token]:
    """The object that a verb shares: "has armed and trained the rebels", "arms, trains and pays them"."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if any(c.dep_ in ("nsubj", "nsubjpass") for v in joined for c in v.children):
        return []
    found = [c for v in joined for c in v.children if c.dep_ == "dobj"]
    return found or [t for v in joined for t in _shared(v)]

"""Which noun does a word of transfer tell of, in whose clause it stands?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.events.anaphors import MOVED_SUBJECT
from tallybook.read.events.relatives import one_of
from tallybook.read.text.tree import Token

_HANDING = frozenset({"carry", "get", "give"})
_RAISING = frozenset({"be", "due", "have", "say", "seem", "think", "believe", "appear", "suppose"})


def qualified(trigger: Trigger) -> Token | None:
    """The noun whose clause a word of transfer heads, alone or joined: "that X makes and Y sent"."""
    head = _raised(trigger)
    over = head.head
    if trigger.hit.form == "phrase" and head.dep_ == "prep" and over.lemma_ == "be" and over.dep_ == "relcl":
        return one_of(over.head)  # "missiles that were on their way to"
    if head.dep_ in ("acl", "relcl", "amod") or (head.dep_ == "prep" and trigger.hit.form == "phrase"):
        return one_of(head.head)
    if head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN") and head.tag_ in ("VBN", "VBD"):
        return head.head  # "rifles, all from X and meant for Y"
    joined = head.dep_ == "conj" and head.head.dep_ in ("relcl", "acl") and trigger.frame.name in _HANDING
    whole = any(c.dep_ in ("dobj", "attr", "xcomp", "ccomp") for c in head.children)
    return head.head.head if joined and not whole else None


def _raised(trigger: Trigger) -> Token:
    """The verb whose subject is what moves: "were" in "the guns that were to go to Ruritania"."""
    head = trigger.head
    while head.dep_ == "xcomp" and trigger.frame.name in MOVED_SUBJECT and head.head.lemma_ in _RAISING:
        head = head.head
    return head


def stands_for(goods: Token, noun: Token, trigger: Trigger) -> bool:
    """Whether a clause at another noun tells of goods: "rifles and 48 guns bound for", "was one sold to"."""
    last = (
        trigger.head.dep_ == "acl"
        and trigger.head.head.dep_ == "conj"
        and trigger.head.head in goods.conjuncts
    )
    said = trigger.passive and noun.dep_ == "attr" and goods.dep_ == "nsubj" and goods.head == noun.head
    return last or said

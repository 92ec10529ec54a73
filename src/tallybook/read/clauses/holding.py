"""Which clauses say that goods are in a ship, a crate or a shipment: "it held 600 rifles"?"""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

HOLDING = frozenset({"hold", "aboard"})
"""Frames of words that say what is in a ship, a crate or a shipment."""

_HOLDERS = words_of("what holds goods on the way")
_LOTS = words_of("deals and packages") | {"aid", "assistance", "help"}
_POINTING = words_of("pronouns for what holds goods")
_ABOARD = frozenset({"aboard", "on"})
_INSIDE = frozenset({"in", "inside", "among", "within", "under", "behind", "beneath"})
_BURIED = frozenset({"among", "under", "behind", "beneath", "with", "as"})
_MAKING_UP = frozenset({"make", "compose", "comprise"})
"""Verbs of which the passive says as well what is in something: "the haul was made up of rifles"."""

_FILLING = frozenset({"cram", "fill", "heap", "jam", "lade", "load", "pack", "pile", "stack", "stuff"})
_HIDING = frozenset({"bury", "camouflage", "conceal", "cover", "disguise", "hide", "stash", "stow"})


def holds(trigger_frame: str, head: Token, agents: Mapping[str, bool]) -> bool:
    """Whether a word of holding speaks of transport: by what holds the goods, or what they are in."""
    if trigger_frame not in HOLDING or head.lower_ in _ABOARD or _aboard(head):
        return True
    if bare_inside(head) is not None or _hidden(head):
        return True
    return any(is_holder(t, agents) or t.lower_ in _POINTING for t in _what_holds(trigger_frame, head))


def pointing_holder(trigger_frame: str, head: Token) -> Token | None:
    """The pronoun that stands for what holds the goods, where it is one."""
    if trigger_frame not in HOLDING:
        return None
    if (inside := bare_inside(head)) is not None:
        return inside
    return next((t for t in _what_holds(trigger_frame, head) if t.lower_ in _POINTING), None)


def _hidden(verb: Token) -> bool:
    """Whether goods are said to be hidden among others: "under potatoes", "disguised as machine parts"."""
    behind = [c for p in verb.children if p.lower_ in _BURIED for c in p.children if c.dep_ == "pobj"]
    return verb_lemma(verb) in _HIDING and any(c.tag_ in ("NNS", "NN") for c in behind)


def bare_inside(verb: Token) -> Token | None:
    """The "inside" of "600 rifles were inside", which points back to what holds them."""
    if verb_lemma(verb) not in ("be", "lie", "sit"):
        return None
    return next((c for c in verb.children if c.lower_ in ("inside", "within") and not any(c.children)), None)


def is_holder(token: Token, agents: Mapping[str, bool]) -> bool:
    """Whether a noun is a means of transport, a vessel for goods or a lot of them."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    wrapped = token.tag_ == "NNS" and noun_lemma(token) == "package"
    return wrapped or agents.get(noun_lemma(token), False) or noun_lemma(token) in _HOLDERS


def may_hold(token: Token, agents: Mapping[str, bool]) -> bool:
    """Whether "it" may stand for a noun told of before when something is said to be in it."""
    return is_holder(token, agents) or (token.pos_ == "NOUN" and noun_lemma(token) in _LOTS)


def _what_holds(frame: str, head: Token) -> list[Token]:
    if frame == "hold":
        says_so = verb_lemma(head) in _MAKING_UP or _is_filled(head)
        if not says_so and any(c.dep_ in ("auxpass", "agent") for c in head.children):
            return []
        verb = head if head.pos_ in ("VERB", "AUX") or head.dep_ == "acl" else head.head
        if verb.dep_ in ("acl", "relcl"):
            return [verb.head]
        subjects = _subjects(verb)
        counted = [t for s in subjects for p in s.children if p.lower_ == "of" for t in p.children]
        beside = [c for s in subjects for c in s.children if c.dep_ in ("compound", "appos")]
        return [*subjects, *beside, *counted]
    there = any(c.dep_ == "expl" for c in head.children)
    below = head.subtree if there else head.children  # "there were six guns in it"
    behind = [p for p in below if p.lower_ in _INSIDE]
    found = [t for p in behind for t in p.children if t.dep_ == "pobj"]
    return [*found, *(t for f in found for p in f.children if p.lower_ == "of" for t in p.children)]


def _is_filled(verb: Token) -> bool:
    """Whether something is said to be full of goods by what was done: "was loaded with 600 rifles"."""
    return verb_lemma(verb) in _FILLING and any(c.lower_ == "with" for c in verb.children)


def _subjects(verb: Token) -> list[Token]:
    """What is said to hold something: "It had sailed from X and contained rifles", "was to hold rifles"."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    while not own and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return own


def _aboard(verb: Token) -> bool:
    """Whether a verb itself says that goods are aboard ("had 600 rifles on board")."""
    return any(c.lower_ in _ABOARD for c in verb.children) and verb_lemma(verb) == "have"

"""Which words turn away, hold up or let through who carries goods, and so say nothing of who gives them?

Who keeps a ship out of his port, or lets it in, is neither the giver nor the taker of what it has aboard.
"""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MERCHANTMEN = words_of("what only carries goods")
_LEAVE = words_of("nouns for leave to do something")
_WAYS_IN = words_of("ways in")
_CALLS = words_of("verbs of calling at a port")
_CARRYING = frozenset(
    {"bind", "bring", "carry", "destine", "fill", "head", "hold", "lade", "load", "pack", "suspect"}
)
_FREIGHT = frozenset({"cargo", "container", "merchant", "supply", "transport"})
_UNDER = frozenset({"acl", "relcl", "xcomp", "ccomp", "advcl"})


def turns_on_carrier(verb: Token, agents: Mapping[str, bool]) -> bool:
    """Whether a verb is done to who carries, or to a way in: "turned away a ship", "denied it entry"."""
    done_to = _done_to(verb)
    done_to += [
        c for t in verb.children if t.dep_ in ("xcomp", "ccomp") for c in t.children if c.dep_ == "nsubj"
    ]
    return keeps_out(verb) or any(_carries(t, agents) or is_leave_to_call(t, agents) for t in done_to)


def keeps_out(verb: Token) -> bool:
    """Whether what is denied or given is a way in: "denied the ship a berth", "refused it entry"."""
    return any(noun_lemma(t) in _WAYS_IN for t in _done_to(verb))


def _done_to(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "oprd", "dative") and c.pos_ != "ADP"]


def is_leave_to_call(noun: Token, agents: Mapping[str, bool]) -> bool:
    """Whether leave is one to come in: "permission to dock", "clearance of a freighter"."""
    if noun_lemma(noun) not in _LEAVE:
        return False
    below = [c for c in noun.children if c.dep_ in _UNDER]
    behind = [t for p in noun.children if p.lower_ in ("for", "of") for t in p.children]
    called = any(verb_lemma(c) in _CALLS for c in below)
    meant = any(noun_lemma(t) in _WAYS_IN or verb_lemma(t) in _CALLS or _carries(t, agents) for t in behind)
    return called or meant


def is_leave_for_ships(word: Token) -> bool:
    """Whether leave is given to a ship to call, or to others to search it: "consented to the boarding"."""
    if any(c.dep_ in _UNDER and verb_lemma(c) in _CALLS for c in word.children):
        return True
    beside = [*word.children, *(word.head.children if word.pos_ == "NOUN" else ())]
    behind = [t for p in beside if p.lower_ in ("to", "for") for t in p.children]
    if any(noun_lemma(t) in _SEARCHES or verb_lemma(t) in _SEARCHES for t in behind):
        return True
    doers = [t for c in beside if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree]
    return any(noun_lemma(t) in ("flag", "registry", "register") for t in doers)


_SEARCHES = words_of("what is done to a ship that is stopped")


def is_aboard(goods: Token, agents: Mapping[str, bool]) -> bool:
    """Whether goods are told to be in what carries them: "a tanker with rockets for Ruritania"."""
    with_ = goods.head
    if goods.dep_ != "pobj" or with_.lower_ not in ("with", "of"):
        return False
    return any(_carries(t, agents) for t in (with_.head, *with_.doc[max(0, with_.i - 1) : with_.i]))


def _carries(noun: Token, agents: Mapping[str, bool]) -> bool:
    """Whether a noun is a means of transport that carries something, not the goods themselves."""
    names = [noun, *(c for c in noun.children if c.dep_ == "appos")]
    if any(noun_lemma(t) in _MERCHANTMEN for t in names):
        return True
    means = [t for t in names if agents.get(noun_lemma(t), False)]
    return any(_is_laden(t) for t in means)


def _is_laden(carrier: Token) -> bool:
    return any(
        c.lower_ == "with"
        or noun_lemma(c) in _FREIGHT
        or (c.dep_ in _UNDER and not {verb_lemma(t) for t in (c, *c.children)}.isdisjoint(_CARRYING))
        for c in carrier.children
    )

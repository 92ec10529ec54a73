"""Whose is an act, by what it is said to be: "the handover is a breach by Ruritania of its promise"?

Or by who says that he has no part in it: "Ruritania played no role in the deliveries".
"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ACTS = words_of("what an act is called")
_BEING = words_of("verbs of being") | {"amount", "constitute", "mark", "represent"}


def whose_act(noun: Token) -> list[Token]:
    """Who does what a noun says that is called somebody's act: a breach, a step, a gift of his."""
    verb = noun.head
    if noun.dep_ == "pobj":
        return _who_stays_out(noun.head)
    if noun.dep_ not in ("nsubj", "csubj") or str(verb.lemma_).lower() not in _BEING:
        return []
    below = [c for c in verb.children if c.i > verb.i]
    led = [t for p in below if p.dep_ == "prep" and p.lower_ in ("to", "as") for t in p.children]
    called = [c for c in (*below, *led) if c.dep_ in ("attr", "dobj", "pobj") and noun_lemma(c) in _ACTS]
    return [t for act in called for t in _doers(act)]


def _who_stays_out(in_: Token) -> list[Token]:
    """Who has no part in an act: "played no role in it", "was never involved in it"."""
    above = in_.head
    verb = above.head if above.dep_ == "dobj" else above
    if in_.lower_ != "in" or verb_lemma(verb) not in _TAKING_PART:
        return []
    parts = [c for c in verb.children if c.dep_ == "dobj"]
    none = any(noun_lemma(p) in _PARTS and any(c.lower_ == "no" for c in p.lefts) for p in parts)
    barred = any(t.dep_ == "neg" or t.lower_ == "no" for c in verb.lefts for t in (c, *c.subtree))
    if not (none or (barred and verb_lemma(verb) in _BEING_PART)):
        return []
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]


_BEING_PART = frozenset({"involve", "participate"})
_TAKING_PART = _BEING_PART | {"have", "play", "take"}
_PARTS = words_of("nouns for a hand in something")


def _doers(act: Token) -> list[Token]:
    """Who stands at an act: "Ruritania's answer", "a breach by Ruritania", "a step on Ruritania's part"."""
    found = [c for c in act.children if c.dep_ == "poss"]
    for preposition in (c for c in act.children if c.dep_ in ("prep", "agent")):
        for token in preposition.children:
            if preposition.lower_ in ("by", "from"):
                found.append(token)
            elif preposition.lower_ == "on" and noun_lemma(token) in ("part", "side"):
                found += [c for c in token.children if c.dep_ == "poss"]
                found += [t for p in token.children if p.lower_ == "of" for t in p.children]
    return found

"""Where do "have" and "be" say that goods have come: "has had 116 tanks from X", "are now in X"?"""

from __future__ import annotations

from collections.abc import Container

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

HANDS = frozenset({"hand", "possession", "ownership"})
"""Nouns beside whose name goods are: "in Ruritanian hands"."""

_FIGHTERS = words_of("nouns for who fights a state") | {"fighter", "soldier", "troop", "gunman", "man"}
_HOLDING = frozenset({"comprise", "consist", "contain", "encompass", "feature", "hold", "include"})
_BY_NOW = frozenset({"already", "now", "today", "far", "currently", "present"})
_DEALS = words_of("deals and packages")
_TURNING_UP = words_of("verbs of turning up")
_THEM = frozenset({"them", "these", "those"})
_FINITE = frozenset({"VBZ", "VBP"})
_OUGHT = frozenset({"ought", "be", "expect", "hope", "due", "have"})


def holds_goods(noun: Token) -> bool:
    """Whether a noun is the subject of a clause that says what it holds: "the aid includes 20 tanks"."""
    verb = noun.head
    return noun.dep_ == "nsubj" and verb_lemma(verb) in _HOLDING and any(c.i > verb.i for c in verb.children)


def brings_itself(verb: Token) -> bool:
    """Whether somebody brings goods, not a deal that holds them: "the deal brings 22 engines as well"."""
    return verb_lemma(verb) != "bring" or not any(
        c.dep_ == "nsubj" and noun_lemma(c) in _DEALS for c in verb.children
    )


def has_had(verb: Token) -> bool:
    """Whether somebody has had goods from a party: the perfect of "have", with "from" and a name."""
    if verb.lower_ != "had" or not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    over = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    led = [t for o in over for p in o.children if p.lower_ == "from" for t in p.children]
    named = [w for t in led for w in (t, *t.lefts)]  # "Ruritania", "the Ruritanian army"
    return any(w.pos_ == "PROPN" or (w.pos_ == "ADJ" and w.text[:1].isupper()) for w in named)


def has_some_of(verb: Token) -> bool:
    """Whether somebody has a number of the goods that were told of: "it has 24 of them", "now has 24"."""
    if verb_lemma(verb) != "have" or verb.tag_ not in _FINITE or any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    counted, meant = _number_of(verb)
    if any(t.lower_ in _THEM for t in meant):
        return True
    when = {t.lower_ for c in verb.children for t in (c, *c.children)} & _BY_NOW
    return bool(when and counted) and not meant and not any(c.dep_ == "relcl" for c in counted[0].children)


def is_found_with(verb: Token) -> bool:
    """Whether it is told with whom goods have turned up: "ended up with the rebels"."""
    led = any(c.lower_ in ("with", "among") and c.dep_ == "prep" for c in verb.children)
    return led and verb_lemma(verb) in _TURNING_UP


def is_seen_with(verb: Token, groups: Container[str]) -> bool:
    """Whether fighters were seen with something: "Ruritan rebels were photographed with Sylvanian rifles"."""
    seen = next((c for c in verb.children if c.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")), None)
    beside = (*verb.children, *seen.children) if seen is not None else ()
    if seen is None or not any(c.lower_ in _CARRYING and c.i > seen.i for c in beside):
        return False
    return noun_lemma(seen) in _FIGHTERS or any(t.text in groups for t in (seen, *seen.lefts))


def will_have(verb: Token) -> bool:
    """Whether somebody is only to have goods: "will have jets by summer", "plans to have 12 of them"."""
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if any(c.dep_ == "auxpass" for c in verb.children):
        return False  # "is not to be had"
    led = verb.dep_ == "xcomp" and "to" in words and verb_lemma(verb.head) in _OUGHT
    aims = "to" in words and verb_lemma(verb.head) in _AIMING
    led = led or (aims and _some_of_known(verb))
    return led or bool(words & {"will", "shall", "should", "'ll", "’ll"})


def _some_of_known(verb: Token) -> bool:
    """Whether what is had is a number of goods that were told of: "12 of the jets", "52 of them"."""
    _, meant = _number_of(verb)
    return any(t.lower_ in _THEM or t.tag_ == "NNS" for t in meant)


def _number_of(verb: Token) -> tuple[list[Token], list[Token]]:
    """The numbers that somebody has, and of what: "has 24 of them"."""
    counted = [c for c in verb.children if c.dep_ == "dobj" and c.like_num]
    return counted, [t for c in counted for p in c.children if p.lower_ == "of" for t in p.children]


_CARRYING = frozenset({"with", "carrying", "holding", "firing", "using", "wielding", "brandishing"})
_AIMING = frozenset({"aim", "expect", "hope", "intend", "mean", "plan", "want", "wish"})

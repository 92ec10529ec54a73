"""Where do "have" and "be" say that goods have come: "has had 116 tanks from X", "are now in X"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_NOW = frozenset({"already", "now", "finally", "meanwhile", "all", "both"})
_WHICH = frozenset({"first", "last", "all", "remaining", "both", "half", "latest", "second", "third"})
_FORCES = frozenset(
    {"army", "navy", "force", "forces", "military", "fleet", "corps", "brigade", "squadron", "troop"}
)
HANDS = frozenset({"hand", "possession", "ownership"})
"""Nouns beside whose name goods are: "in Ruritanian hands"."""

_TURNING_UP = frozenset({"appear", "end", "show", "surface", "turn", "wind"})
_FINITE = frozenset({"VBZ", "VBP"})


def has_had(verb: Token) -> bool:
    """Whether somebody has had goods from a party: the perfect of "have", with "from" and a name."""
    if verb.lower_ != "had" or not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    over = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    led = [t for o in over for p in o.children if p.lower_ == "from" for t in p.children]
    return any(t.pos_ == "PROPN" for t in led)


def has_some_of(verb: Token) -> bool:
    """Whether somebody has a number of the goods that were told of: "it already has 24 of them"."""
    if verb_lemma(verb) != "have" or verb.tag_ not in _FINITE or any(c.dep_ == "aux" for c in verb.children):
        return False
    counted = [c for c in verb.children if c.dep_ == "dobj" and c.like_num]
    meant = {t.lower_ for c in counted for p in c.children if p.lower_ == "of" for t in p.children}
    return bool(meant & {"them", "these", "those"}) and not any(c.dep_ == "neg" for c in verb.children)


def has_come(verb: Token) -> bool:
    """Whether goods are said to be at a party by now: "the first jets are in Ruritania", "all are now in"."""
    if (
        verb.lemma_ != "be"
        or verb.tag_ not in _FINITE
        or any(c.dep_ in ("neg", "auxpass") for c in verb.children)
    ):
        return False
    led = [p for p in verb.children if p.dep_ == "prep"]
    held = any(noun_lemma(t) in _FORCES for p in led if p.lower_ == "with" for t in p.children)
    where = [t for p in led if p.lower_ == "in" for t in p.children]
    owned = any(noun_lemma(t) in HANDS and any(c.text[:1].isupper() for c in t.lefts) for t in where)
    held = held or owned
    if not held and not any(t.pos_ == "PROPN" or noun_lemma(t) == "country" for t in where):
        return False
    subjects = [
        c
        for c in verb.children
        if c.dep_ == "nsubj" and c.tag_ in ("NNS", "NNPS", "NN", "CD", "DT", "JJ", "JJS")
    ]
    which = {t.lower_ for s in subjects for t in (s, *s.lefts)} & _WHICH
    when = {t.lower_ for c in verb.children for t in (c, *c.children)} & _BY_NOW
    return bool(subjects) and bool(which or held or when)


def is_found_with(verb: Token) -> bool:
    """Whether it is told with whom goods have turned up: "ended up with the rebels"."""
    led = any(c.lower_ in ("with", "among") and c.dep_ == "prep" for c in verb.children)
    return led and verb_lemma(verb) in _TURNING_UP

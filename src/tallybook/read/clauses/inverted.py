"""Which goods follow behind the clause they belong to: "as were six guns", "as well as six guns"?"""

from __future__ import annotations

from tallybook.read.text.tree import Token

_LINKING = frozenset({"as", "so"})
_LEAST = 2
"""Tokens that stand at least before such a clause."""


def join_subjects(verb: Token) -> None:
    """Hang the subject of a clause that only says "as were", "so was" on the one before it, in place."""
    if verb.lemma_ != "be" or verb.i < _LEAST or verb.doc[verb.i - 1].lower_ not in _LINKING:
        return
    if verb.dep_ not in ("advcl", "conj") or verb.head.i > verb.i:
        return
    told = [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.i > verb.i]
    rest = [c for c in verb.children if c.dep_ in ("acomp", "prep", "advcl") and c.i > verb.i]
    before = [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.head.i]
    if len(told) != 1 or rest or len(before) != 1 or told[0].pos_ not in ("NOUN", "NUM", "PROPN"):
        return
    _join(told[0], before[0])


def join_goods(noun: Token) -> None:
    """Hang goods that follow a verb's own ("lists tanks there, as well as guns") on those, in place."""
    verb = noun.head
    if not any(t.lower_ == "as" and t.dep_ == "cc" for t in noun.doc[verb.i : noun.i]):
        return
    if noun.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX") or verb.i > noun.i or noun.pos_ != "NOUN":
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "cop") for c in noun.children):
        return
    moved = [
        c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < noun.i and c.pos_ == "NOUN"
    ]
    if len(moved) == 1:
        _join(noun, moved[0])


def _join(noun: Token, first: Token) -> None:
    """Hang a noun on the last of the list that ``first`` opens."""
    last = first
    while (further := next((c for c in last.children if c.dep_ == "conj" and c != noun), None)) is not None:
        last = further
    if last.i < noun.i:
        noun.head, noun.dep_ = last, "conj"

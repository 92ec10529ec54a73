"""Which goods follow behind the clause they belong to: "as were six guns", "as well as six guns"?"""

from __future__ import annotations

from tallybook.read.text.tree import Token

_LINKING = frozenset({"as", "so"})
_THINGS = frozenset({"NOUN", "PROPN", "NUM"})
_ABOARD = frozenset({"aboard", "inside", "onboard"})
_PLACE = frozenset({"ADJ", "ADP", "ADV", "DET", "NOUN", "PROPN"})
_WHERE = 4
"""Tokens that may tell where it was between such a participle and its auxiliary."""

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
    if len(told) != 1 or rest or len(before) != 1 or told[0].pos_ not in _THINGS:
        return
    _join(told[0], before[0])


def free_participle(verb: Token) -> None:
    """Make the participle before "were" the main verb, in place: "Hidden on board were 3,000 rifles"."""
    if verb.lemma_ != "be":
        return
    _free_place(verb)
    participle = verb.doc[verb.sent.start]
    between = verb.doc[participle.i + 1 : verb.i]
    if participle.i >= verb.i or len(between) > _WHERE:
        return
    if any(t.pos_ not in _PLACE for t in between):
        return
    told = [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.i > verb.i]
    aside = any(c.dep_ in ("prep", "acomp", "agent") for c in verb.children)
    if participle.tag_ != "VBN" or len(told) != 1 or aside or told[0].pos_ not in _THINGS:
        return
    if participle.head == verb:
        above, dep = verb.head, verb.dep_
        participle.head, participle.dep_ = (participle, "ROOT") if above == verb else (above, dep)
    elif verb.head != participle:
        return
    participle.pos_ = "VERB"
    for child in [c for c in verb.children if c != participle]:
        child.head = participle
    told[0].dep_ = "nsubjpass"
    verb.head, verb.dep_ = participle, "auxpass"


def _free_place(verb: Token) -> None:
    """Of ``Aboard were 300 rifles``: the word that opens the sentence is no name, but says where."""
    place = verb.doc[verb.i - 1] if verb.i else verb
    if not place.is_sent_start or place.lower_ not in _ABOARD or place.head != verb:
        return
    place.dep_, place.tag_, place.pos_ = "prep", "IN", "ADP"
    told = [c for c in verb.children if c.dep_ == "attr" and c.i > verb.i]
    if len(told) == 1:
        told[0].dep_ = "nsubj"


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

"""Which goods are told to be held in a headline that leaves out "were": "Arms for X seized off Y"?"""

from __future__ import annotations

from tallybook.read.clauses.actives import climbed
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HOLDING = frozenset(
    {"capture", "confiscate", "detain", "find", "hold", "impound", "intercept", "seize", "stop", "uncover"}
)
_LOADS = words_of("what is handed over at once") | words_of("nouns for what is aboard")
_INSIDE = frozenset({"compound", "pobj", "prep", "amod", "nmod", "acl"})
_CLIMB = 5


def free_passive(goods: Token) -> None:
    """Make the goods what is taken, in place: they cannot have seized anything themselves."""
    noun = climbed(goods, _INSIDE, _CLIMB)
    verb = noun.head
    past = verb.tag_ in ("VBD", "VBN") and verb.i > noun.i and verb_lemma(verb) in _HOLDING
    if noun.dep_ != "nsubj" or not past or any(c.dep_ in ("aux", "neg") for c in verb.children):
        return
    if noun != goods and noun_lemma(noun) not in _LOADS:
        return
    place = next((c for c in verb.children if c.dep_ == "dobj"), None)
    off = next((c for c in verb.children if c.dep_ == "prt"), None)
    if place is not None and (off is None or place.pos_ != "PROPN" or place.i < off.i):
        return
    verb.tag_, noun.dep_ = "VBN", "nsubjpass"
    if off is not None and place is not None:
        off.dep_, off.tag_, off.pos_ = "prep", "IN", "ADP"
        place.head, place.dep_ = off, "pobj"

"""Is somebody said to have told of a transfer that the report names, or to have proof of it?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PROOF = frozenset({"confirmation", "evidence", "proof"})
_SHOWING = words_of("verbs of having proof")
_NOBODY = frozenset({"neither", "nobody", "none"})


def is_proved(noun: Token) -> bool:
    """Whether a noun names the transfer of which somebody has proof, or has shown some."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else noun
    if over == noun or noun_lemma(over) not in _PROOF or over.dep_ != "dobj":
        return False
    nobody = any(c.dep_ == "nsubj" and c.lower_ in _NOBODY for c in over.head.children)
    return verb_lemma(over.head) in _SHOWING and not nobody


def is_reported(noun: Token) -> bool:
    """Whether somebody is said to have told of the transfer: "The newspaper reported the delivery"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else noun.head
    told = verb_lemma(verb) in ("report", "reveal", "disclose") and verb.tag_ in ("VBD", "VBZ", "VB", "VBN")
    named = any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.children)
    return told and named and noun.dep_ in ("dobj", "pobj")

"""Is somebody said to have proof of a transfer that the report names?"""

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

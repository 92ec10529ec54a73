"""Does somebody announce what has been done, and promise nothing: "announced the seizure of 600 rifles"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ACTS = words_of("acts that are over when they are announced")


def announces_act(verb: Token) -> bool:
    """Whether the verb is one of announcing and its object an act that is over, not a gift to come."""
    told = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return verb_lemma(verb) == "announce" and any(noun_lemma(c) in _ACTS for c in told)


def promises(verb: Token) -> bool:
    """Whether a word of promising stands for a promise: not "owes Ruritania for six jets"."""
    owes = verb_lemma(verb) == "owe" and any(c.lower_ == "for" for c in verb.children)
    return not (owes or announces_act(verb))

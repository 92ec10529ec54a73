"""Which nouns say of goods that they were given: "the boats are a gift of X", "a present from Y"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

GIFTS = words_of("nouns for what is given")
_GIVERS = frozenset({"of", "from", "by"})
_NOTHING = frozenset({"it", "this", "that", "he", "she", "there", "what"})
_AHEAD = frozenset({"will", "would", "shall", "could", "might", "may"})


def is_told_gift(noun: Token) -> bool:
    """Whether a noun of giving tells what goods are, and whose gift: "were a present from Ruritania"."""
    told = noun.dep_ == "attr" and noun.head.lemma_ == "be" and any(map(_is_thing, noun.head.children))
    if noun_lemma(noun) not in GIFTS or not told or any(c.lower_ in _AHEAD for c in noun.head.children):
        return False
    led = any(p.lower_ in _GIVERS and any(p.children) for p in noun.children)
    return led or any(c.dep_ in ("poss", "amod", "compound") and c.text[:1].isupper() for c in noun.lefts)


def _is_thing(noun: Token) -> bool:
    """Whether a noun or a number is a subject that may be goods: "four more", "its boats"."""
    relative = noun.lower_ == "that" and noun.head.dep_ == "relcl"
    return noun.dep_ in ("nsubj", "nsubjpass") and (relative or noun.lower_ not in _NOTHING)

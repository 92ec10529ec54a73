"""Which words can stand for a party that was named before?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

STATE_NOUNS = words_of("nouns for a state")
GROUP_NOUNS = words_of("nouns for an armed group")
OFFICES = words_of("nouns for who acts for a state")
FIRMS = words_of("nouns for a firm")
UNITS = words_of("units of an army")
LANDS = words_of("nouns for a land")
GROUNDS = LANDS | words_of("where arms lie in store") | {"soil", "ground"}
"""Nouns for what is somebody's own, that arms leave or come to: "from its soil", "out of its stores"."""
FOES = frozenset({"adversary", "enemy", "foe", "opponent", "rival"})
SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "both"})
SPEAKER = words_of("pronouns of who speaks")
ADDRESSED = frozenset({"you", "your", "yours"})
OF_TWO = frozenset({"former", "latter"})
DEFINITE = words_of("words that point back to what was told of")
"""Words before a noun with which it points back."""

PERSON = words_of("pronouns for one person")
_NOUNS = STATE_NOUNS | GROUP_NOUNS | OFFICES | FIRMS | FOES | UNITS
_PRONOUNS = SINGULAR | PLURAL | SPEAKER | ADDRESSED | PERSON | OF_TWO


def may_point_back(token: Token) -> bool:
    """Whether a word is one of those; what it stands for, if anything, is for the discourse to tell."""
    if noun_lemma(token) in GROUNDS and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.lefts):
        return True
    return token.lower_ in _PRONOUNS or noun_lemma(token) in _NOUNS

"""Does somebody only not deny it, which is no denial: "does not dispute the sale"?"""

from __future__ import annotations

from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DENYING = words_of("verbs of denying")
_NEVER = frozenset({"not", "n't", "n’t", "never", "hardly", "neither", "nor", "no-one", "nobody", "none"})


def is_undenied(verb: Token) -> bool:
    """Whether a verb of denying is itself denied: "has never denied that", "nobody disputes it"."""
    if verb.lemma_.lower() not in _DENYING or verb.pos_ != "VERB":
        return False
    return any(c.lower_ in _NEVER and (c.dep_ != "dobj") and c.i < verb.i for c in verb.children)


def negates_denial(word: Token) -> bool:
    """Whether a negation belongs to a verb of denying, and not to what that verb is about."""
    return word.lower_ in _NEVER and word.i < word.head.i and is_undenied(word.head)

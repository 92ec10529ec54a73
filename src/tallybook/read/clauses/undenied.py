"""Does somebody only not deny it, or not speak of it, which is no denial: "does not dispute the sale"?"""

from __future__ import annotations

from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DENYING = words_of("verbs of denying")
_HIDING = frozenset({"conceal", "disguise", "hide"})
_NEVER = frozenset({"not", "n't", "n’t", "never", "hardly", "neither", "nor", "no-one", "nobody", "none"})


def is_undenied(verb: Token) -> bool:
    """Whether a verb of denying is itself denied: "has never denied that", "nobody disputes it"."""
    if verb.lemma_.lower() not in _DENYING or verb.pos_ != "VERB":
        return False
    return any(c.lower_ in _NEVER and (c.dep_ != "dobj") and c.i < verb.i for c in verb.children)


def negates_denial(word: Token) -> bool:
    """Whether a negation belongs to a verb of denying or answering, and not to what that verb is about."""
    if word.lower_ not in _NEVER or word.i > word.head.i:
        return False
    lemma = word.head.lemma_.lower()
    return is_undenied(word.head) or lemma in _HIDING or (word.dep_ == "neg" and lemma in _ANSWERING)


_ANSWERING = frozenset({"answer", "comment", "discuss", "elaborate", "react", "reply", "respond", "speak"})
"""Of ``did not comment on a report that X had sent shells``: X may have sent them."""

"""Have arms struck, or is only told what they can strike?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.text.tree import Token

STRIKING = frozenset({"hit", "strike", "attack", "bomb", "bombard", "pound"})
"""Verbs whose subject may be the arms themselves."""


def has_struck(verb: Token) -> bool:
    """Whether arms are told to have struck, not only what they can strike ("missiles that hit ships")."""
    now = verb.tag_ in ("VBP", "VBZ", "VB") or (verb.tag_ == "VBD" and verb.dep_ in ("relcl", "acl"))
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    dated = any(c.dep_ == "npadvmod" or c.lower_ == "on" for c in verb.children)
    plain = verb.lower_ == "hit" and not dated  # past or present, which cannot be told
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if any(c.dep_ == "poss" for s in subjects for c in s.children):
        return False  # those of its owner
    return verb_lemma(verb) in STRIKING and (done or not (now or plain))

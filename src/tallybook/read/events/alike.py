"""Which clause is told of at the time of the one that it is joined to?"""

from __future__ import annotations

from tallybook.read.text.tree import Token


def goes_on_that_day(verb: Token, head: Token) -> bool:
    """Whether who did one thing goes on to do the other: "boarded it on Sunday and found 48 missiles"."""
    if head.dep_ != "conj" or head.head != verb or not verb.tag_ == head.tag_ == "VBD":
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass", "neg") for c in head.children)


def told_alike(verb: Token, head: Token) -> bool:
    """Whether a clause has another giver and figure than one before it: "X gave 13 in May, Y gave ten"."""
    if head.dep_ not in ("conj", "parataxis") or head.head != verb or head.lemma_ != verb.lemma_:
        return False
    bare = any(c.dep_ == "dobj" and c.like_num for c in head.children)
    return bare and head.tag_ == verb.tag_ and not any(c.dep_ in ("prep", "dative") for c in head.children)

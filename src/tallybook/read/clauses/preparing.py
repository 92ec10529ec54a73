"""Are goods got ready for somebody, or so many more of those told of: "preparing 400 rockets for X"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_GIVING = words_of("nouns for acts of giving")
_FURTHER = frozenset({"more", "another", "others", "further"})


def prepares_for(verb: Token) -> bool:
    """Whether goods are made ready for somebody: "preparing 400 rockets for Ruritania", "six more are"."""
    things = [t for c in verb.children if c.dep_ in ("dobj", "nsubjpass") for t in c.subtree]
    if is_passive(verb) and (_counts_more(verb) or _for_handover(verb)):
        return True
    return any(
        p.lower_ == "for" and c.pos_ == "PROPN"
        for t in (verb, *things)
        for p in t.children
        for c in p.children
    )


def _counts_more(verb: Token) -> bool:
    """Whether a bare number goes on with what was told: "six more were being prepared"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass" and c.tag_ in ("CD", "JJR", "DT")]
    more = any(t.lower_ in _FURTHER for s in subjects for t in s.subtree)
    return more and not any(c.lower_ == "to" for c in verb.children)


def _for_handover(verb: Token) -> bool:
    """Whether what is got ready is to be handed over: "are being made ready for shipment"."""
    over = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd", "amod", "ccomp"))]
    led = (c for t in over for p in t.children if p.lower_ == "for" for c in p.children)
    return any(noun_lemma(c) in _GIVING for c in led)

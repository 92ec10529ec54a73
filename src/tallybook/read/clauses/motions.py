"""Do plain verbs of motion tell what a state has or chooses: "flies Ruritanian jets", "went for them"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, verb_lemma
from tallybook.read.text.tree import Token


def flies_foreign(verb: Token) -> bool:
    """Whether a state is said to have aircraft that are called by whose they are: "flies Ruritanian jets"."""
    if verb_lemma(verb) != "fly" or is_passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(c.dep_ in ("prep", "prt", "dative") and c.lower_ in _WITHER for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("NNS", "NNPS", "NNP")]
    return any(c.pos_ == "ADJ" and c.text[:1].isupper() for t in things for c in t.lefts)


_WITHER = frozenset({"to", "into", "in", "from", "over", "out", "across", "through", "back", "home"})


def goes_for(verb: Token) -> bool:
    """Whether a state is said to choose something: "Ruritania went for the Sylvanian jet"."""
    if verb_lemma(verb) != "go" or verb.dep_ in ("relcl", "acl"):
        return False
    states = any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.children)
    return states and any(c.lower_ in ("for", "with") and c.i == verb.i + 1 for c in verb.children)

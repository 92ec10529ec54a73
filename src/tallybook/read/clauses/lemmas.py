"""What is the base form of a verb or a noun, whatever the tagger took it for, and is a verb passive?"""

from __future__ import annotations

from tallybook.read.text.tree import TENSED, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
"""Labels of what stands where the subject of a clause does."""

MODIFIES = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det"})
"""Labels of words that only qualify the noun they hang on."""

_DONE_TO = frozenset({"dobj", "nsubjpass"})


def is_verbal(token: Token) -> bool:
    """Whether the tagger sees a verb, or a participle used as an adjective."""
    return token.pos_ == "VERB" or token.tag_ in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")


def verb_lemma(token: Token) -> str:
    """Base form of a verb in lower case."""
    return token.lemma_.lower()


def noun_lemma(token: Token) -> str:
    """Singular of a noun in lower case, also where the tagger took it for a name."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


def is_done_to(verb: Token, nouns: frozenset[str]) -> bool:
    """Whether what a verb is done to is one of ``nouns``: "signed a deal", "a deal was signed"."""
    return any(c.dep_ in _DONE_TO and noun_lemma(c) in nouns for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive: with a passive auxiliary, or as a bare participle at a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod", "advcl") or any(c.dep_ == "agent" for c in verb.children):
        return not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return is_passive(verb.head)
    return False


def infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether a verb makes a clause of its own: it has a tense, or words that go with one."""
    if infinitive(verb):
        return False
    return verb.tag_ in TENSED or any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children)


def is_past(verb: Token) -> bool:
    """Whether a verb tells of what has been: "had sent", "sent", "were sent"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "would", "'ll", "shall", "could", "might", "may", "can", "to", "be"}:
        return False
    return verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and bool(helpers & {"had", "has", "have", "was", "were"})
    )

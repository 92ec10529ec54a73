"""Where did the tagger take permits for a verb: "last year permits worth $4m were issued"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TIMES = words_of("nouns of time")
_PERMITS = frozenset({"licences", "licenses", "permits"})
_THINGS = frozenset({"attr", "conj", "dobj", "nsubj", "nsubjpass", "pobj"})
_CLAUSE = frozenset({"advcl", "advmod", "ccomp", "cc", "mark", "npadvmod", "prep", "punct"})
_FAR = 14
"""Tokens behind the permits among which their verb stands."""


def free_permits(noun: Token) -> None:
    """Make permits the noun that they are, in place, and the subject of the passive behind them."""
    if noun.lower_ not in _PERMITS or noun.tag_ != "VBZ":
        return
    if noun.dep_ in _THINGS:
        noun.tag_, noun.pos_ = "NNS", "NOUN"
        for child in [c for c in noun.children if c.dep_ == "nsubj" and c.lower_ == "that"]:
            child.head, child.dep_ = noun.head, "mark"
        return
    main = _passive_behind(noun)
    if main is None or any(c.dep_ in ("nsubj", "aux") and not _by_the_way(c) for c in noun.children):
        return
    noun.tag_, noun.pos_ = "NNS", "NOUN"
    main.head, main.dep_ = (main, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
    for child in [c for c in noun.children if c.i < noun.i or (c.i > main.i and c.dep_ in _CLAUSE)]:
        child.head = main
        loose = "mark" if child.lower_ == "that" else "npadvmod"
        child.dep_ = loose if child.dep_ == "nsubj" else child.dep_
    sums = [c for t in (noun, main) for c in t.children if c.dep_ in ("dobj", "nsubjpass")]
    for other in [c for c in sums if noun.i < c.i < main.i]:
        other.head, other.dep_ = _worth(noun, other), "npadvmod"
    noun.head, noun.dep_ = main, "nsubjpass"


def _by_the_way(subject: Token) -> bool:
    """Whether what was taken for the subject only opens the clause or says when: "that", "last year"."""
    return subject.lower_ == "that" or noun_lemma(subject) in _TIMES


def _passive_behind(noun: Token) -> Token | None:
    """The passive behind the permits, with no other verb between."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]:
        if token.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.i > noun.i for c in token.children):
            return token
        if token.pos_ == "VERB" or token.text in (",", ";"):
            return None
    return None


def _worth(noun: Token, amount: Token) -> Token:
    """What a sum hangs on that was taken for the subject: "permits worth $4 million"."""
    between = noun.doc[noun.i + 1 : amount.i]
    worth = next((t for t in between if t.lower_ in ("worth", "for")), None)
    if worth is not None:
        worth.head = noun
    return worth if worth is not None else noun

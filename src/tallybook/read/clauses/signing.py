"""Does "sign" tell what somebody signs for, and do papers that are signed stand for a deal?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_DEALS = words_of("deals and packages") | words_of("papers of a deal")
_CLOSING = words_of("verbs of signing")
_REACHING = words_of("verbs of closing a deal") | words_of("verbs of closing a deal and nothing else")
_LEADING = frozenset({"for", "on", "over", "about"})
_NOTHING = frozenset({"nothing", "anything", "something"})


def signs_for(verb: Token) -> bool:
    """Whether a party signs for goods, not a paper, a law or a statement: "signed with Ruritania for"."""
    of_deal = verb.dep_ in ("relcl", "acl") and noun_lemma(verb.head) in _DEALS
    signed = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "ccomp", "dative")]
    if of_deal or any(c.dep_ == "prt" and c.lower_ not in ("up", "on") for c in verb.children):
        return False
    leads = [c for c in verb.children if c.lower_ in _LEADING]
    if is_passive(verb):
        bare = any(c.lower_ == "for" and not list(c.children) for c in leads)  # "have been signed for"
        return bare or (bool(leads) and any(c.lower_ in _NOTHING for c in signed))
    with_ = (t for p in verb.children if p.lower_ == "with" for t in p.children)
    leads += [c for t in with_ for c in t.children if c.lower_ in _LEADING]
    return bool(leads) and all(c.lower_ in ("that", "which") for c in signed)


def is_closed(deal: Token) -> bool:
    """Whether a deal is told to be closed, and not on what: "struck a deal worth $5m"."""
    about = any(c.lower_ in _LEADING - {"for"} for c in deal.children)
    return deal.dep_ in ("dobj", "nsubjpass") and verb_lemma(deal.head) in _REACHING and not about


def is_signed(paper: Token) -> bool:
    """Whether a paper is told to be signed: "signed a letter on", "the documents were initialled by"."""
    told = paper.dep_ in ("dobj", "nsubjpass") and verb_lemma(paper.head) in _CLOSING
    put_under = paper.dep_ == "pobj" and verb_lemma(paper.head.head) == "put"
    put_under = put_under or (paper.dep_ == "pobj" and noun_lemma(paper.head.head) in _NAMES)
    behind = (c for c in paper.children if c.dep_ in ("acl", "relcl"))
    return told or put_under or any(verb_lemma(c) in _CLOSING for c in behind)


_NAMES = frozenset({"name", "signature", "initial"})
"""What is put under a paper."""

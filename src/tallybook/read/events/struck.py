"""Which words beside a deal tell when it was struck, and which years are only a term of office?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.events.dated import DEALS, SIGNS
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_POINTING = frozenset({"it", "which", "that", "this", "these"})
_RULES = words_of("nouns of ruling")
_NEAR = 20
"""Tokens between a deal and the verb that tells of its signing, at most."""


def signed_behind(deal: Token) -> Token | None:
    """The verb of signing in "there is a contract between X and Y, it was signed four years ago"."""
    if deal.pos_ != "NOUN" or noun_lemma(deal) not in DEALS:
        return None
    behind = deal.doc[deal.i + 1 : min(deal.i + _NEAR, deal.sent.end)]
    for token in behind:
        if token.pos_ == "NOUN" and noun_lemma(token) in DEALS:
            return None
        if token.lemma_.lower() in SIGNS and token.tag_ == "VBN":
            subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
            return token if subject is not None and subject.lower_ in _POINTING else None
    return None


def is_term(first: int, last: int, doc: Doc) -> bool:
    """Whether bracketed years are how long somebody ruled: "the Doe administration (2015-2019)"."""
    if first < 2 or last >= len(doc) or doc[first - 1].text != "(" or doc[last].text != ")":
        return False
    years = "".join(t.text for t in doc[first:last])
    before = doc[first - 2]
    rules = before.lower_ in _RULES or (before.pos_ == "PROPN" and doc[first - 3].pos_ == "PROPN")
    return rules and years[:4].isdigit() and years[-2:].isdigit()

"""Where is told what a deal costs without a word of dealing: "The price is 2 billion euros"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

PRICES = words_of("nouns for what a deal costs")
_COSTING = words_of("verbs by which a price is told")
_PUTTING = frozenset({"estimate", "fix", "give", "list", "peg", "place", "put", "quote", "set"})
"""Verbs of who tells a price: "put the price at 2 billion"."""

_LARGE = frozenset({"million", "billion", "trillion", "bn", "mn", "crore", "m", "b"})
_EACH = frozenset({"each", "apiece", "per", "unit", "piece"})


def is_price(noun: Token) -> bool:
    """Whether a noun is said to be a large sum, and not the price of one thing."""
    verb = noun.head
    told = verb_lemma(verb) in (_COSTING if noun.dep_ in ("nsubj", "nsubjpass") else _PUTTING)
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj") or not told:
        return False
    if any(c.lower_ in ("of", "for", "per") for c in noun.children) or _per_piece(verb):
        return False
    return bool(sum_told(noun))


def sum_told(noun: Token) -> list[Token]:
    """The numbers of a large sum in the clause whose subject a price is."""
    verb = noun.head
    numbers = [t for c in verb.children if c.i > verb.i and c.dep_ in _BEHIND for t in (c, *c.subtree)]
    numbers += [t for p in noun.children if p.lower_ == "at" for t in p.subtree]
    large = any(t.lower_ in _LARGE or t.is_currency for t in numbers)
    return [t for t in numbers if t.pos_ in ("NUM", "SYM")] if large else []


_BEHIND = frozenset({"attr", "dobj", "prep", "acomp", "npadvmod", "nummod"})


def under_price(deal: Token) -> Token | None:
    """The noun of price over a deal: "value" in "the value of the contract"."""
    if deal.dep_ != "pobj" or deal.head.lower_ not in ("of", "for"):
        return None
    over = deal.head.head
    return over if noun_lemma(over) in PRICES else None


def _per_piece(verb: Token) -> bool:
    return any(t.lower_ in _EACH for t in verb.subtree)

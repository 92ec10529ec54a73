"""Where is it told that arms are paid for in goods: "pays for them with oil", "barters oil for arms"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

IN_KIND = "pay in kind"
"""The word of transfer that all of them are read as."""

_PRICES = words_of("what arms are paid with")
_PAYING = words_of("words of paying in kind")
_MONEY = frozenset({"cash", "cheque", "credit", "currency", "dollar", "euro", "fund", "loan", "money"})
_BARTERING = frozenset({"barter", "exchange", "swap", "trade"})
_IN = frozenset({"with", "in"})
_LED = frozenset({"pay", "settle"})
"""Verbs that are words of paying in kind only with a preposition, however far behind."""


def pays_in_kind(verb: Token) -> bool:
    """Whether somebody gives goods instead of money for what is told of."""
    lemma = verb_lemma(verb)
    if lemma in _BARTERING:
        given = [c for c in verb.children if c.dep_ in ("dobj", "oprd") and c.i > verb.i]
        for_ = any(c.lower_ == "for" for t in (verb, *given) for c in t.children)
        return for_ and any(map(_is_price, given))
    led = (p for p in verb.subtree if p.i > verb.i and p.lower_ in _IN and p.dep_ == "prep")
    return lemma in _PAYING and any(_is_price(t) for p in led for t in p.children)


def is_paying(verb: Token) -> bool:
    """Whether a verb tells who pays, not what is exchanged for what."""
    return verb_lemma(verb) in _PAYING


def pays_no_goods(verb: Token, *, bare: bool) -> bool:
    """Whether what somebody pays with is money, or is not told of: "paid in cash", "repaid the loan".

    Of a ``bare`` verb ("repaid") it takes no preposition to tell of a transfer, so goods must be named.
    """
    led = (p for p in verb.children if p.lower_ in _IN and p.dep_ == "prep")
    money = any(noun_lemma(t) in _MONEY for p in led for t in p.children)
    far = verb_lemma(verb) in _LED  # "paid in part with"
    return money or (bare and not far and not pays_in_kind(verb))


def is_bought(noun: Token) -> bool:
    """Whether something is what is paid for, not what it is paid with."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.dep_ == "nsubjpass" or (noun.dep_ == "pobj" and noun.head.lower_ == "for")


def _is_price(noun: Token) -> bool:
    below = (c for p in noun.rights for c in p.children)
    return any(noun_lemma(t) in _PRICES for t in (noun, *noun.lefts, *below))

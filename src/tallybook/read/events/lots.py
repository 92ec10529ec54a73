"""Which goods named only in general are meant exactly: "the first vehicles", "seven more systems"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_POINTING = DEFINITE | {"our", "same"}
_PIECES = frozenset({"piece", "item", "unit", "set", "batch", "load", "lot"})
_CURRENCIES = words_of("currencies")
_LOT = frozenset({"shipment", "consignment", "cargo"})
_WHICH = _POINTING | words_of("words that tell which of several")


def is_meant(goods: GoodsMention, doc: Doc) -> bool:
    """Whether weak goods are counted, or pointed at, so that they stand for goods told of before."""
    noun = doc[goods.head]
    lefts, of = list(noun.lefts), noun.head
    if any(c.lower_ == "worth" for c in noun.rights) or _at_price(noun) or _is_one_lot(noun):
        return True
    if of.lower_ == "of" and of.head.lemma_.lower() in _PIECES:
        lefts += list(of.head.lefts)
    return any(c.dep_ == "nummod" or c.lower_ in _WHICH or c.like_num for c in lefts)


def _is_one_lot(noun: Token) -> bool:
    """Whether one lot is told of without what it holds: "confirmed that a shipment had been sent"."""
    one = [c.lower_ for c in noun.lefts if not c.is_punct] in (["a"], ["an"])
    told = noun.dep_ in ("nsubj", "nsubjpass") and not any(c.i > noun.i for c in noun.children)
    return one and told and noun_lemma(noun) in _LOT


def _at_price(noun: Token) -> bool:
    """Whether goods are told with what they cost: "supplied goods for $406 million"."""
    led = [p for t in (noun, noun.head) for p in t.children if p.lower_ in ("for", "at") and p.i > noun.i]
    return any(t.is_currency or noun_lemma(t) in _CURRENCIES for p in led for t in p.subtree)

"""What does a clause say of how arms that were told of are paid for in goods: "against crude oil"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Category, Stage
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.pointed import Retelling, is_carrier, subject_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PRICES = words_of("what arms are paid with")
_PAYING = words_of("verbs of paying for what was told of")
_EXCHANGE = frozenset({"return", "exchange", "payment", "barter", "swap", "settlement"})
_LEADING = frozenset({"with", "in", "by", "through", "against", "for", "of"})
_BACK = frozenset({"home", "back", "homeward", "homewards"})
_OPPOSITE = frozenset({"other", "opposite", "reverse"})
_WAYS = frozenset({"way", "direction"})
_CIVIL = frozenset({Category.FUEL, Category.OTHER})
_UNSURE = words_of("words that deny") | {"?", "if", "sanctions", "whether"}
_BEFORE = 3
"""Words before such a clause among which one may deny it."""

_SENT = frozenset({"shipment", "delivery", "export", "supply", "cargo", "barrel", "shipload"})
_BILLS = words_of("nouns that stand for arms told of") | words_of("what is paid")
_GOING = frozenset({"go", "flow", "travel", "move", "run", "come", "ship", "send", "sail", "return"})


def payments_again(scene: Scene) -> Iterator[Retelling]:
    """The words of a sentence that tell with which goods arms are paid for that were told of."""
    for price in scene.tokens:
        if price.pos_ in ("NOUN", "PROPN") and _is_price(price, scene):
            first = _paid_with(price, scene) or _comes_back(price)
            if first is None:
                continue
            left, last = min(first.i, price.i), max(first.i, price.i) + 1
            near = scene.doc[max(scene.sentence.first, left - _BEFORE) : last]
            if not any(t.lower_ in _UNSURE for t in near):
                yield Retelling(left, last, price, Stage.DELIVERED, back=True)
                return


def _is_price(noun: Token, scene: Scene) -> bool:
    """Whether a noun is goods that arms are paid with."""
    goods = scene.goods_at.get(noun.i)
    if noun_lemma(noun) in _SENT:
        of = (t for p in noun.children if p.lower_ == "of" for t in p.children)
        below = (*(c for c in noun.lefts if c.dep_ == "compound"), *of)
        return any(noun_lemma(c) in _PRICES for c in below)
    if noun_lemma(noun) in ("cash", "money", "aid"):
        return False
    if goods is not None:
        return noun.i == goods.head and goods.civil and goods.goods.category in _CIVIL
    return noun_lemma(noun) in _PRICES and noun.dep_ != "compound"


def _paid_with(price: Token, scene: Scene) -> Token | None:
    """Of "paid for in crude", "against crude" or "in return for crude": the first word."""
    led = price.head
    if price.dep_ != "pobj" or led.lower_ not in _LEADING:
        return None
    over = led.head
    if led.lower_ == "against":
        return led
    if led.lower_ in ("for", "of") and noun_lemma(over) in _EXCHANGE and over.head.lower_ == "in":
        return over.head
    if led.lower_ in ("with", "in", "by", "through"):
        while over.lower_ in ("part", "kind", "full", "for") and over.head is not over:
            over = over.head
        if verb_lemma(over) in _PAYING and over.pos_ == "VERB" and _is_for_arms(over, scene):
            return over
    return None


def _is_for_arms(verb: Token, scene: Scene) -> bool:
    """Whether what is paid is a bill, or what is paid for arms, as far as it is told: not "the war"."""
    paid = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return all(
        t.i in scene.goods_at or t.pos_ == "PRON" or t.i in scene.actor_at or noun_lemma(t) in _BILLS
        for t in paid
    )


def _comes_back(price: Token) -> Token | None:
    """Of "sailed home with rice", "oil went the other way": the verb."""
    verb = price.head
    if price.dep_ == "pobj" and price.head.lower_ == "with":
        verb = price.head.head
        subject = subject_of(verb)
        goes = subject is not None and (is_carrier(subject) or subject.lower_ in ("both", "they", "it"))
        home = any(c.lower_ in _BACK for c in verb.children)
        return verb if goes and home and verb_lemma(verb) in _GOING else None
    if price.dep_ not in ("nsubj", "nsubjpass") or verb_lemma(verb) not in _GOING:
        return None
    other = any(noun_lemma(t) in _WAYS and any(c.lower_ in _OPPOSITE for c in t.lefts) for t in verb.subtree)
    return verb if other else None

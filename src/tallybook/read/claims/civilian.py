"""Do aircraft, ships or vehicles go to a firm that carries people and freight with them?"""

from __future__ import annotations

from tallybook.model import Category
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_CARRIERS = words_of("firms that carry people and freight")
_FIRMS = words_of("nouns for a firm")
_BOTH = frozenset({Category.AIRCRAFT, Category.SHIPS})
"""Goods that firms and forces use alike."""

_OF_WAR = words_of("craft that only forces use")


def to_firm(event: Event, goods: list[GoodsMention]) -> bool:
    """Whether a firm gets what is no type of arms: "60 jets to Alpha Airlines", "six ships to Beta of R."."""
    if not goods or any(g.goods.category not in _BOTH or g.goods.designation for g in goods):
        return False
    if any(word in g.goods.text.lower() for g in goods for word in _OF_WAR):
        return False
    verb = event.trigger.head
    if event.recipient is not None:
        return _is_firm(event.recipient)
    led = (c for p in verb.children if p.lower_ in ("to", "for") for c in p.children)
    return any(c.dep_ == "pobj" and _carries(c) for c in led)


def _is_firm(taker: Link) -> bool:
    mention, word = taker.mention, taker.token
    if mention is None:
        return False
    if mention.kind == "body":
        return mention.what == "firm"
    if mention.kind != "state":
        return False
    named = (
        word.pos_ == "PROPN" and word.i < mention.first
    )  # the firm's name stands before "of" and its state
    return named or _carries(word) or _carries(word.head)


def _carries(noun: Token) -> bool:
    """Whether a noun, or the name that it ends, is that of such a firm."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    named = [noun, *(c for c in noun.lefts if c.dep_ in ("compound", "nmod"))]
    words = {t.lower_ for t in named} | {noun_lemma(noun)}
    first = min(named, key=lambda t: t.i)
    return bool(words & (_CARRIERS | _FIRMS)) or (first.text == "Air" and noun.text[:1].isupper())

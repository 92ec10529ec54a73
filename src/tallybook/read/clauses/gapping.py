"""Which party stands without a verb: with a number of its own ("and Ruritania six"), or ruled out?"""

from __future__ import annotations

from collections.abc import Container

from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.wordlists import words_of

_BEFORE = frozenset({"and", "while", "but", ",", ";"})
_ROUGHLY = words_of("words that count roughly") | {"another", "a"}
_LEADING = frozenset({"the", "from", "to", "by"})
_LED = frozenset({"prep", "dative", "agent", "conj"})
_NAME = 6
"""Tokens that a name may have, with what follows it."""

NONE = frozenset({"none", "nothing"})
"""Words that count nothing."""

_PRICED = frozenset({"for", "worth"})
_MONEY = frozenset({"$", "€", "£", "dollars", "euros", "pounds", "million", "billion", "m", "bn"})
_PRICE = 6
"""Tokens that a price may have, with the word that leads to it."""

_LONGEST = 7
"""Tokens that may follow the number before the part ends."""


def number_beside(doc: Doc, mention: ActorMention) -> Token | None:
    """The number that a party has to itself in a part without a verb; ``None`` where it has none.

    A verb and a counted noun must stand before it in the sentence: "sent 12 tanks and Ruritania six".
    """
    first, last = mention.first, mention.last
    first -= doc[first - 1].lower_ == "the" if first else 0
    if first < 2 or last >= len(doc) or doc[first - 1].lower_ not in _BEFORE or mention.form == "made":
        return None
    sentence = doc[first].sent
    number, priced = doc[last], _price_at(doc, last, sentence.end)
    if priced is not None:
        number = priced
    elif number.lower_ in _ROUGHLY and last + 1 < sentence.end:
        number = doc[last + 1]
    if not (number.like_num or number.lower_ in NONE) or not _ends_without_verb(number, sentence.end):
        return None
    if _in_row(doc, first) and not _bare(number):
        return None
    before = doc[sentence.start : first]
    verbs = any(t.pos_ == "VERB" for t in before)
    counted = any(t.dep_ == "nummod" or (t.like_num and t.dep_ == "dobj") for t in before)  # "24 of them"
    counted = counted or (priced is not None and any(t.lower_ in _MONEY for t in before))
    return number if verbs and (counted or number.lower_ == "nothing") else None


def _price_at(doc: Doc, at: int, end: int) -> Token | None:
    """The number of a price that stands behind a party: "and Ruritania for $40 million"."""
    if doc[at].lower_ not in _PRICED:
        return None
    behind = doc[at + 1 : min(end, at + _PRICE)]
    number = next((t for t in behind if t.like_num), None)
    return number if number is not None and any(t.lower_ in _MONEY for t in behind) else None


def _in_row(doc: Doc, first: int) -> bool:
    """Whether the party only follows another name in a row: "between Ruritania and Sylvania"."""
    before = doc[first - 2]
    return before.pos_ == "PROPN" and (doc[first - 1].lower_ == "and" or before.i + 1 == first)


def _bare(number: Token) -> bool:
    """Whether nothing that is counted stands behind the number."""
    behind = number.doc[number.i + 1 : number.i + 2]
    return all(t.lower_ in _BEFORE or t.is_punct for t in behind)


def _ends_without_verb(number: Token, end: int) -> bool:
    """Whether the part goes on without a verb to a stop or to the next party's number."""
    for token in number.doc[number.i + 1 : min(end, number.i + 1 + _LONGEST)]:
        if token.lower_ in _BEFORE or token.is_sent_end:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return number.i + 1 + _LONGEST >= end


def parted(noun: Token, parties: Container[int]) -> bool:
    """Whether counted goods belong to such a party: "and Ruritania 40 mortars"."""
    return noun.dep_ == "dep" and noun.head.i in parties and noun.head.i < noun.i


def rules_out(negation: Token) -> bool:
    """Whether a "not" only rules out somebody else: "came from X, not Y", "not from X but from Y"."""
    at, doc = negation.i, negation.doc
    if negation.lower_ != "not" or at == 0 or at + 1 >= len(doc):
        return False
    aside = doc[at - 1].lower_ in (",", "and", "but")
    leading = doc[at + 1].lower_ in ("to", "from", "by", "for") and doc[at + 1].dep_ in _LED
    if aside and leading:
        return True
    behind = next((t for t in doc[at + 1 : at + 4] if t.lower_ not in _LEADING), negation)
    led = doc[at + 1].lower_ in _LEADING and any(t.lower_ == "but" for t in doc[behind.i : behind.i + _NAME])
    return behind.pos_ == "PROPN" and (led or aside)

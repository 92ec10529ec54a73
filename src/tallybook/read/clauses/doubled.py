"""Which goods did the parser take for a second subject or for what is used?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Doc, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_TOPIC = frozenset({"about", "for", "of", "on", "over"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def mend_doubled(doc: Doc, goods: Iterable[GoodsMention]) -> None:
    """Hang goods on what they belong to, in place: on a preposition where their verb has another subject."""
    for thing in goods:
        _second_hand(thing, doc)
        noun = doc[thing.head]
        if noun.dep_ not in _SUBJECT:
            continue
        first = next((c for c in noun.head.children if c.dep_ in _SUBJECT and c.i < noun.i), None)
        preposition = _before(noun, doc)
        if first is None or first == noun or first.pos_ not in _NOUNS or preposition is None:
            continue
        if not first.i < preposition.i:
            continue
        for number in [c for c in preposition.children if c.dep_ == "pobj"]:
            number.head, number.dep_ = noun, "nummod"
        if preposition.head.i > preposition.i or preposition.dep_ != "prep":
            preposition.head, preposition.dep_ = first, "prep"
        noun.head, noun.dep_ = preposition, "pobj"


def _second_hand(thing: GoodsMention, doc: Doc) -> None:
    """Of ``bought 24 used jets``: the goods are bought, "used" only says in what state they are."""
    noun = doc[thing.head]
    used = noun.head
    if used.lower_ != "used" or noun.dep_ != "dobj" or used.i != thing.first - 1 or used.i == 0:
        return
    number = doc[used.i - 1]
    if number.pos_ not in ("NUM", "DET", "ADJ") or number.head not in (used.head, used):
        return
    noun.head, noun.dep_ = used.head, number.dep_ if number.head == used.head else "dobj"
    number.head, number.dep_ = noun, "nummod"
    used.head, used.dep_ = noun, "amod"


def _before(noun: Token, doc: Doc) -> Token | None:
    """The preposition right before a noun with its number and adjectives."""
    at = noun.i - 1
    while at > 0 and (doc[at].pos_ in ("NUM", "ADJ", "PROPN", "DET") or doc[at].dep_ == "compound"):
        at -= 1
    return doc[at] if at > 0 and doc[at].lower_ in _TOPIC and at < noun.i - 1 else None

"""Which goods named only in general are meant exactly: "the first vehicles", "seven more systems"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.read.mentions.goods import GoodsMention
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_POINTING = frozenset({"the", "these", "those", "this", "that", "its", "their", "such", "same"})
_PIECES = frozenset({"piece", "item", "unit", "set", "batch", "load", "lot"})
_WHICH = words_of("words that tell which of several")


def is_meant(goods: GoodsMention, doc: Doc) -> bool:
    """Whether weak goods are counted, or pointed at, so that they stand for goods told of before."""
    lefts = list(doc[goods.head].lefts)
    if any(c.lower_ == "worth" for c in doc[goods.head].rights):
        return True
    of = doc[goods.head].head
    if of.lower_ == "of" and of.head.lemma_.lower() in _PIECES:
        lefts += list(of.head.lefts)
    return any(c.dep_ == "nummod" or c.lower_ in _POINTING | _WHICH or c.like_num for c in lefts)

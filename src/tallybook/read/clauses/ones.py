"""Which "ones" stand for goods named beside them: "20 new tanks and 36 used ones"?"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tallybook.model import Span
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Doc, Token


def with_ones(goods: Iterable[GoodsMention], doc: Doc, offset: int, text: str) -> tuple[GoodsMention, ...]:
    """The goods of a block and, as goods too, counted "ones" that are joined to some.

    Args:
        goods: those found by their own words.
        doc: the block.
        offset: where it starts in the report.
        text: the report's.
    """
    found = list(goods)
    for word in doc:
        if word.lower_ != "ones" or word.dep_ != "conj" or not any(c.dep_ == "nummod" for c in word.lefts):
            continue
        kind = next((g for g in found if g.head == word.head.i), None)
        if kind is not None:
            found.append(_same_kind(kind, word, offset, text))
    return tuple(sorted(found, key=lambda g: g.first))


def counted_ones(quantities: Iterable[QuantityMention], doc: Doc) -> tuple[QuantityMention, ...]:
    """The amounts of a block, those of joined "ones" as amounts of what these stand for."""
    return tuple(_of_kind(q, doc) for q in quantities)


def _of_kind(mention: QuantityMention, doc: Doc) -> QuantityMention:
    word = doc[mention.last - 1]
    if word.lower_ != "ones" or word.dep_ != "conj" or word.head.tag_ != "NNS":
        return mention
    counted = msgspec.structs.replace(mention.quantity, unit=word.head.lower_)
    return mention._replace(quantity=counted, head=word.i, what="goods")


def _same_kind(kind: GoodsMention, word: Token, offset: int, text: str) -> GoodsMention:
    first = next((c for c in word.lefts if c.dep_ == "amod"), word)
    span = Span(first.idx + offset, word.idx + len(word) + offset)
    words = msgspec.structs.replace(kind.goods, text=span.of(text), span=span)
    return kind._replace(goods=words, first=first.i, last=word.i + 1, head=word.i)

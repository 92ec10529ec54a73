"""What does a block name, once its words hang where they belong?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import msgspec

from tallybook.model import Span
from tallybook.read.clauses.closings import mend_closings, mend_last_speaker
from tallybook.read.clauses.doubled import mend_doubled
from tallybook.read.clauses.fronting import mend_counted, mend_fronting
from tallybook.read.clauses.lemmas import MODIFIES
from tallybook.read.clauses.mending import mend
from tallybook.read.clauses.ones import counted_ones, with_ones
from tallybook.read.clauses.opened import mend_helped
from tallybook.read.clauses.openings import (
    mend_announced,
    mend_openings,
    mend_perfect,
    mend_tail,
    mend_times,
)
from tallybook.read.clauses.ranged import mend_ranges, mend_rough, mend_takers
from tallybook.read.clauses.sayers import mend_sayers
from tallybook.read.clauses.tellers import mend_tellers
from tallybook.read.clauses.trailing import mend_to_come, mend_trailing
from tallybook.read.clauses.typelists import mend_type_lists
from tallybook.read.mentions.actors import ActorMention, find_actors
from tallybook.read.mentions.goods import GoodsMention, find_goods
from tallybook.read.mentions.quantities import QuantityMention, find_quantities
from tallybook.read.page import Page
from tallybook.read.text.tree import Doc
from tallybook.vocabulary import Vocabulary


@dataclass(frozen=True)
class Found:
    """What a block names, by kind; token indices count in its Doc."""

    actors: tuple[ActorMention, ...]
    goods: tuple[GoodsMention, ...]
    quantities: tuple[QuantityMention, ...] = field(default=())


def look(doc: Doc, offset: int, page: Page, vocabulary: Vocabulary) -> Found:
    """What a block names, its words hung anew where that shows how they belong together."""
    mend_last_speaker(doc)
    mend_counted(doc)
    mend_helped(doc)
    mend_trailing(doc)
    goods = tuple(_without_verb(g, doc, offset, page) for g in find_goods(doc, offset, vocabulary))
    actors = find_actors(doc, offset, vocabulary, context=page.report.text)
    found = Found(
        tuple(a for a in actors if not _is_a_piece(a, doc)),
        goods,
        find_quantities(doc, offset, vocabulary),
    )
    mend(doc, found.actors, found.goods)
    doc.name_roots()
    trimmed = (_trimmed(g, doc, offset, page) for g in found.goods)
    goods = with_ones(trimmed, doc, offset, page.report.text)
    found = replace(found, goods=goods, quantities=counted_ones(found.quantities, doc))
    mend_type_lists(doc, found.goods)
    mend_doubled(doc, found.goods)
    mend_ranges(doc, found.goods)
    mend_rough(doc, found.goods, found.quantities)
    mend_takers(doc, found.actors)
    mend_fronting(doc, found.actors)
    mend_openings(doc)
    mend_times(doc)
    mend_perfect(doc, found.actors)
    mend_announced(doc, found.actors)
    mend_tail(doc, (*found.actors, *found.goods))
    mend_sayers(doc)
    mend_tellers(doc)
    mend_closings(doc)
    mend_to_come(doc, frozenset(g.head for g in found.goods))
    doc.name_roots()
    return found


_ONE = frozenset({"a", "an", "another", "one", "his", "her"})
"""Before a maker's name: one of what it makes."""


def _is_a_piece(actor: ActorMention, doc: Doc) -> bool:
    """Whether a maker's name stands for what it makes: "hid a Beretta under the seat"."""
    if actor.what != "maker" or actor.first == 0:
        return False
    before = doc[actor.first - 1]
    alone = doc[actor.last - 1].dep_ not in MODIFIES
    return alone and (before.lower_ in _ONE or before.like_num)


def _without_verb(goods: GoodsMention, doc: Doc, offset: int, page: Page) -> GoodsMention:
    """Goods without a verb that was taken for a part of their name ("still supply ammunition")."""
    verbs = [
        t.i
        for t in doc[goods.first : goods.head]
        if t.tag_ in ("VBP", "VBZ", "VBD", "VB") and t.pos_ == "VERB"
    ]
    return _from(verbs[-1] + 1, goods, doc, offset, page) if verbs else goods


def _trimmed(goods: GoodsMention, doc: Doc, offset: int, page: Page) -> GoodsMention:
    """Goods without what the mended tree shows to be no part of their name ("sent to the RU drones")."""
    goods = _without_verb(goods, doc, offset, page)
    named = [
        t.i
        for t in doc[goods.first : goods.head]
        if t.dep_ == "pobj" and t.head.i < goods.first and not t.nbor().is_punct and t.nbor().dep_ != "cc"
        if not t.is_ancestor(doc[goods.head])  # "of weapons of war"
    ]  # not the first of several kinds: "hundreds of cruise, anti-ship and anti-tank missiles"
    return _from(named[-1] + 1, goods, doc, offset, page) if named else goods


def _from(first: int, goods: GoodsMention, doc: Doc, offset: int, page: Page) -> GoodsMention:
    """Goods whose words begin only with the token ``first``."""
    end = doc[goods.last - 1]
    span = Span(doc[first].idx + offset, end.idx + len(end) + offset)
    words = msgspec.structs.replace(goods.goods, text=span.of(page.report.text), span=span)
    return goods._replace(goods=words, first=first)

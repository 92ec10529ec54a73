"""One sentence with everything that was found in it: who, what, how much, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

import msgspec

from tallybook.model import Period, Span
from tallybook.read.clauses.closings import mend_closings, mend_last_speaker
from tallybook.read.clauses.doubled import mend_doubled
from tallybook.read.clauses.fronting import mend_counted, mend_fronting
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
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
from tallybook.read.clauses.parting import clause_cuts
from tallybook.read.clauses.ranged import mend_ranges, mend_rough, mend_takers
from tallybook.read.clauses.sayers import mend_sayers
from tallybook.read.clauses.tellers import mend_tellers
from tallybook.read.clauses.trailing import mend_to_come, mend_trailing
from tallybook.read.clauses.typelists import mend_type_lists
from tallybook.read.mentions.actors import ActorMention, find_actors
from tallybook.read.mentions.goods import GoodsMention, find_goods
from tallybook.read.mentions.quantities import QuantityMention, find_quantities
from tallybook.read.page import Page, Sentence
from tallybook.read.text.tree import Doc, Token
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.periods import find_periods, named_last
from tallybook.read.times.toldof import seen_from, told_days, without_doubt
from tallybook.vocabulary import Vocabulary

MODIFIES = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det"})
"""Dependency labels of words that only qualify the noun they hang on."""

_REMEMBERED = 4
"""How many sentences back "then" may point."""

_NOUN_LINKS = frozenset({"conj", "appos"})


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence and the mentions in it; token indices count in the sentence's Doc.

    ``named_before`` is the time named last before it, to which "since then" goes back.
    """

    number: int
    sentence: Sentence
    actors: tuple[ActorMention, ...]
    goods: tuple[GoodsMention, ...]
    quantities: tuple[QuantityMention, ...]
    periods: tuple[Period, ...]
    named_before: When = OPEN

    @cached_property
    def doc(self) -> Doc:
        """The parsed block."""
        return self.sentence.doc

    @cached_property
    def tokens(self) -> list[Token]:
        """The sentence's tokens without white space."""
        return self.sentence.tokens()

    @cached_property
    def words(self) -> frozenset[str]:
        """The sentence's words in lower case: what asks for none of them need not look at each token."""
        return frozenset(t.lower_ for t in self.tokens)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Its base forms in lower case, names in the singular as well."""
        names = (noun_lemma(t) for t in self.tokens if t.pos_ == "PROPN")
        return frozenset((*(verb_lemma(t) for t in self.tokens), *names))

    @cached_property
    def actor_at(self) -> dict[int, ActorMention]:
        """Token index to the actor that it names."""
        return {i: a for a in self.actors for i in range(a.first, a.last)}

    @cached_property
    def goods_at(self) -> dict[int, GoodsMention]:
        """Token index to the goods that it names."""
        return {i: g for g in self.goods for i in range(g.first, g.last)}

    @cached_property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The sentence cut where a new clause begins: token ranges, last exclusive."""
        cuts = [self.sentence.first, *clause_cuts(self.tokens), self.sentence.last]
        return tuple((a, b) for a, b in pairwise(cuts) if a < b)

    def part_of(self, token: int) -> tuple[int, int]:
        """The part of the sentence that ``token`` stands in."""
        return next(
            (p for p in self.parts if p[0] <= token < p[1]), (self.sentence.first, self.sentence.last)
        )

    def span_of(self, word: Token) -> Span | None:
        """The report's characters of a word; ``None`` for one of another block."""
        return self.span(word.i, word.i + 1) if word.doc is self.doc else None

    def span(self, first: int, last: int) -> Span:
        """The report's characters of the tokens from ``first`` to before ``last``."""
        return self.sentence.span_of(first, last)

    def token_range(self, span: Span) -> tuple[int, int] | None:
        """The tokens that stand in ``span``, as a range, or ``None``."""
        offset = self.sentence.offset
        inside = [
            t.i for t in self.tokens if t.idx + offset >= span.start and t.idx + len(t) + offset <= span.end
        ]
        return (inside[0], inside[-1] + 1) if inside else None


def set_scenes(page: Page, vocabulary: Vocabulary) -> tuple[Scene, ...]:
    """The scenes of a page, in order."""
    scenes: list[Scene] = []
    found: dict[int, _Found] = {}
    named, at = OPEN, 0
    for number, sentence in enumerate(page.sentences):
        doc = sentence.doc
        if id(doc) not in found:
            found[id(doc)] = _look(doc, sentence.offset, page, vocabulary)
        here = found[id(doc)]
        words = page.report.text[sentence.span.start : sentence.span.end]
        named = named if number - at <= _REMEMBERED else OPEN
        periods = find_periods(words, sentence.span.start, page.anchor, before=named)
        scenes.append(
            Scene(
                number=number,
                sentence=sentence,
                actors=tuple(_inside(here.actors, sentence)),
                goods=tuple(_inside(here.goods, sentence)),
                quantities=tuple(_inside(here.quantities, sentence)),
                periods=periods,
                named_before=named,
            )
        )
        later = named_last(periods, named)
        named, at = (later, number) if later != named else (named, at)
    return _with_told_days(scenes, page)


def _with_told_days(scenes: list[Scene], page: Page) -> tuple[Scene, ...]:
    """The scenes with the days of what the report dates elsewhere: "during the visit"."""
    places = [(s.sentence.span.of(page.report.text), s.sentence.span.start, s.periods) for s in scenes]
    told = without_doubt(told_days(*place) for place in places)
    if not told:
        return tuple(scenes)
    found = (seen_from(*place, told) for place in places)
    return tuple(s if p == s.periods else replace(s, periods=p) for s, p in zip(scenes, found, strict=True))


@dataclass(frozen=True)
class _Found:
    actors: tuple[ActorMention, ...]
    goods: tuple[GoodsMention, ...]
    quantities: tuple[QuantityMention, ...] = field(default=())


def _look(doc: Doc, offset: int, page: Page, vocabulary: Vocabulary) -> _Found:
    """What a block names, its words hung anew where that shows how they belong together."""
    mend_last_speaker(doc)
    mend_counted(doc)
    mend_helped(doc)
    mend_trailing(doc)
    goods = tuple(_without_verb(g, doc, offset, page) for g in find_goods(doc, offset, vocabulary))
    actors = find_actors(doc, offset, vocabulary, context=page.report.text)
    found = _Found(
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


MentionT = TypeVar("MentionT", ActorMention, GoodsMention, QuantityMention)


def _inside(found: tuple[MentionT, ...], sentence: Sentence) -> Iterator[MentionT]:
    return (m for m in found if sentence.first <= m.first < sentence.last)


def head_of(doc: Doc, first: int, last: int) -> Token:
    """The token of a range that the others hang on."""
    for at in range(first, last - 1):
        above = doc[at].head.i
        if not first <= above < last or above == at:
            return doc[at]
    return doc[last - 1]


def np_first(noun: Token) -> int:
    """First token of the noun phrase before its head, determiners and adjectives included."""
    left = noun.i
    for token in noun.lefts:
        if token.dep_ in MODIFIES or token.dep_ in ("quantmod", "advmod", "neg", "predet", "case", "punct"):
            left = min(left, token.left_edge.i)
    return left


def first_conjunct(token: Token) -> Token:
    """The first of the nouns that ``token`` is coordinated with or set beside."""
    seen = 0
    while (
        token.dep_ in _NOUN_LINKS and token.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and seen < 12
    ):
        token = token.head
        seen += 1
    return token

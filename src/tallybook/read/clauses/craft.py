"""Which ships, planes and cars were named as goods before, so that they are no mere carriers of some?

"Ruritania gave Sylvania six fighters. The aircraft came by sea": what came is what was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallybook.model import Category
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.goods import GoodsMention
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

_ARMED = words_of("words for armed transport")
_FREIGHT = words_of("words for transport of goods")
_POINTING = frozenset({"the", "these", "those", "both", "all"})
_PLANES = words_of("planes by name") | {"aircraft", "airlifter", "airliner", "flight", "jet", "plane"}
_FLYING = frozenset({Category.AIRCRAFT, Category.DRONES})
_REACH = 4
"""Sentences back in which what is meant was named."""


def with_craft(scenes: Sequence[Scene], vocabulary: Vocabulary) -> tuple[Scene, ...]:
    """The scenes, craft that were named as goods before marked as such."""
    carriers = frozenset(n for group in vocabulary.agents if group.carrier for n in group.nouns)
    known: list[tuple[int, Category, bool]] = []
    found = []
    for scene in scenes:
        goods = []
        known += [(scene.number, kind, False) for kind in _carriers_in(scene, carriers)]
        for mention in scene.goods:
            carries = noun_lemma(scene.doc[mention.head]) in carriers
            back = carries and mention.goods.designation is None and _points_back(mention, scene)
            meant = back and _named_before(mention, scene.number, known)
            goods.append(mention._replace(craft=True, weak=False) if meant else mention)
            known.append((scene.number, mention.goods.category, meant or _is_craft(mention, scene, carries)))
        marked = any(g.craft for g in goods)
        found.append(replace(scene, goods=tuple(goods)) if marked else scene)
    return tuple(found)


def _carriers_in(scene: Scene, carriers: frozenset[str]) -> Iterator[Category]:
    """The kinds of craft of which a sentence tells only that they carry something: "two boats with guns"."""
    for token in scene.among(carriers):
        if token.pos_ in ("NOUN", "PROPN") and token.i not in scene.goods_at:
            flies = noun_lemma(token) in _PLANES or token.lower_ in _PLANES
            yield Category.AIRCRAFT if flies else Category.SHIPS


def _points_back(mention: GoodsMention, scene: Scene) -> bool:
    """Whether a bare plural points at what was told of: "the aircraft", "all six ships"."""
    noun = scene.doc[mention.head]
    many = noun.tag_ == "NNS" or noun.lower_ == "aircraft"
    bare = mention.last - mention.first == 1 and not any(c.dep_ in ("amod", "compound") for c in noun.lefts)
    return many and bare and any(t.lower_ in _POINTING for t in noun.lefts)


def _named_before(mention: GoodsMention, number: int, known: list[tuple[int, Category, bool]]) -> bool:
    """Whether what was named last of this kind was goods rather than what carries some."""
    kinds = _FLYING if mention.goods.category in _FLYING else {mention.goods.category}
    same = [(at, craft) for at, category, craft in known if category in kinds and number - at <= _REACH]
    return bool(same) and same[-1][1]


def _is_craft(mention: GoodsMention, scene: Scene, carries: bool) -> bool:
    """Whether a ship, a plane or the like is named as arms: a fighter, a frigate, one of a type."""
    words = {t.lower_ for t in scene.doc[mention.first : mention.last]}
    if mention.weak or words & _FREIGHT:
        return False
    return not carries or bool(words & _ARMED) or mention.goods.category is Category.SHIPS

"""Is one ship, battery or plane told of by its article alone: "bought a patrol vessel"?"""

from __future__ import annotations

from tallybook.model import Category, Quantity
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.counted import unit_of_goods
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_LARGE = words_of("units of large arms")
_ARTICLES = frozenset({"a", "an"})
_ASIDE = frozenset({"appos", "attr", "conj", "compound", "nmod"})
_GENERAL = frozenset({"seek", "bid"})
"""Frames of those who look for a kind of goods: "is looking for a frigate"."""


def one_told(event: Event, goods: list[GoodsMention], scene: Scene) -> QuantityMention | None:
    """The one thing that a transfer is of; ``None`` where several are named or a kind may be meant."""
    if len(goods) != 1 or event.trigger.frame.name in _GENERAL:
        return None
    thing = goods[0]
    noun = scene.doc[thing.head]
    named = (
        noun.dep_ in ("compound", "amod")
        and noun.head.pos_ == "PROPN"
        and thing.goods.category is Category.SHIPS
    )
    whole = noun.head if named else noun  # "the frigate Leone"
    articles = _ARTICLES | {"the"} if named else _ARTICLES
    article = next((c for c in whole.lefts if c.lower_ in articles and c.i < thing.first), None)
    if whole.tag_ not in ("NN", "NNP") or whole.dep_ in _ASIDE or article is None or thing.modifier:
        return None
    unit = unit_of_goods(scene.doc, thing.head, thing.goods.designation, load())
    if unit not in _LARGE or (unit == "systems" and thing.goods.designation is None):
        return None  # "an anti-aircraft system" may be of any size
    if unit == "aircraft" and noun.dep_ == "nsubj":
        return None  # "a cargo plane landed": it only brings them
    span = scene.span(article.i, thing.last)
    words = scene.doc.stretch(article.i, thing.last).text
    quantity = Quantity(text=words, span=span, min=1, max=1, unit=unit)
    return QuantityMention(quantity, article.i, thing.last, thing.head, "goods")

"""By which way and by what means do the goods go of which a whole sentence speaks?"""

from __future__ import annotations

from tallybook.model import Route
from tallybook.read.claims.haulage import ABOARD
from tallybook.read.claims.routing import route_between
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.carriage import carriage
from tallybook.read.mentions.vessels import find_vessels
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary

_CARRYING = ("bring", "carry", "ferry", "take", "transport", "haul")


def way_along(scene: Scene, vocabulary: Vocabulary) -> Route | None:
    """The route that a sentence tells of goods told of before, ``None`` where it tells none."""
    sent = frozenset(i for g in scene.goods for i in range(g.first, g.last))
    goods = frozenset(i for i in sent if not _carries_something(scene.doc[i]))
    return route_between(scene, (scene.sentence.first, scene.sentence.last), vocabulary, goods)


def _carries_something(noun: Token) -> bool:
    """Whether a noun that may be goods carries others here: "trucks brought them", "left on vessels"."""
    if any(c.dep_ == "relcl" and c.lemma_.lower() in _CARRYING for c in noun.rights):
        return True
    if noun.dep_ == "nsubj":
        return any(c.dep_ == "dobj" for c in noun.head.children)
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "aboard", "onto", "in", "by")


def names_ship(scene: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a sentence tells what a merchant ship that it names does, or what is aboard her."""
    first, last = scene.doc[scene.sentence.first], scene.doc[scene.sentence.last - 1]
    acts = carriage(vocabulary).acts
    for ship in find_vessels(scene.doc.text, vocabulary):
        span = scene.doc.covering(ship.start, ship.end)
        if span is not None and first.idx <= ship.start <= last.idx and _under_way(span.root, acts):
            return True
    return False


def _under_way(name: Token, acts: frozenset[str]) -> bool:
    at = name
    while at.dep_ in ("compound", "appos", "conj", "nmod") and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    if at.dep_ in ("nsubj", "nsubjpass", "agent"):
        return at.head.lemma_.lower() in acts | {"put", "tie", "berth", "set"}
    return at.dep_ == "pobj" and at.head.lower_ in ABOARD

"""By which way and by what means do the goods go of which a whole sentence speaks?"""

from __future__ import annotations

from tallybook.model import Route
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.routes import find_route
from tallybook.vocabulary import Vocabulary


def way_along(scene: Scene, vocabulary: Vocabulary) -> Route | None:
    """The route that a sentence tells of goods told of before, ``None`` where it tells none."""
    goods = frozenset(i for g in scene.goods for i in range(g.first, g.last))
    return find_route(scene.doc, scene.sentence.first, scene.sentence.last, vocabulary, goods=goods)

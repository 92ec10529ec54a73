"""Which words of a sentence tell the way that a transfer took?"""

from __future__ import annotations

from tallybook.model import Route
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.routes import find_route
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary


def route_of(event: Event, scene: Scene, vocabulary: Vocabulary) -> Route | None:
    """The route that the clause of a transfer tells; what is sent carries nothing itself."""
    head, filled = event.trigger.head, event.filled
    goods = {i for g in filled.goods for i in range(g.first, g.last)}
    if not goods and filled.anaphor is not None and filled.anaphor.doc is scene.doc:
        goods.add(filled.anaphor.i)
    first, last = _own_clause(head, *scene.part_of(head.i))
    return route_between(scene, (first, last), vocabulary, frozenset(goods))


def route_between(
    scene: Scene, tokens: tuple[int, int], vocabulary: Vocabulary, goods: frozenset[int]
) -> Route | None:
    """The route that tokens of a sentence tell, last exclusive; looked for once for the same goods."""
    return scene.once(
        (find_route, tokens, goods), lambda: find_route(scene.doc, *tokens, vocabulary, goods=goods)
    )


def _own_clause(head: Token, first: int, last: int) -> tuple[int, int]:
    """The part of a sentence without clauses beside that of ``head``: "X denied it, but arms came by sea"."""
    for token in head.doc[first:last]:
        if token.dep_ != "conj" or not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            continue
        start = token.left_edge.i
        if token == head or token.is_ancestor(head):
            first = max(first, start)
        elif start > head.i:
            last = min(last, start)
    ways = [c.right_edge.i + 1 for c in head.children if c.dep_ == "prep" and c.lower_ in _LEADING]
    return first, max(last, *ways) if ways else last  # also behind goods that a claim of its own holds


_LEADING = frozenset({"from", "off", "aboard", "on", "via", "through", "by"})

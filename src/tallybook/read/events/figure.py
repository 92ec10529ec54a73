"""Which quantity is a bare number that counts goods named before it: "Ruritania six", "in 2024 twelve"?"""

from __future__ import annotations

from tallybook.model import Quantity
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.numbers import count_of
from tallybook.read.text.tree import Token

COUNTS = frozenset({"goods", "container", "group", "measure", "share"})
"""Sorts of amount that count goods."""


def figure_at(scene: Scene, number: Token) -> QuantityMention | None:
    """The quantity; ``None`` where the word is no number."""
    count = count_of(number.text)
    if count is None:
        return None
    span = scene.span(number.i, number.i + 1)
    quantity = Quantity(text=number.text, span=span, min=count, max=count)
    return QuantityMention(quantity, number.i, number.i + 1, None, "goods")


def amount_in(
    part: tuple[int, int], goods: list[GoodsMention], scene: Scene
) -> tuple[QuantityMention | None, list[GoodsMention]]:
    """The amount and the goods that stand in a part without a verb."""
    first, last = part
    own = [g for g in goods if first <= g.first < last]
    inside = [q for q in scene.quantities if first <= q.first < last and q.what in COUNTS | {"money"}]
    if inside or own:
        return next(iter(inside), None), own
    times = [scene.token_range(p.span) for p in scene.periods if p.span is not None]
    dated = {i for r in times if r is not None for i in range(*r)}
    bare = (t for t in scene.doc[first:last] if t.like_num and t.dep_ != "nummod" and t.i not in dated)
    return next((q for t in bare if (q := figure_at(scene, t))), None), own

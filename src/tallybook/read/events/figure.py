"""Which quantity is a bare number that counts goods named before it: "Ruritania six", "in 2024 twelve"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Quantity
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.numbers import count_of

if TYPE_CHECKING:
    from tallybook.read.text.tree import Token


def figure_at(scene: Scene, number: Token) -> QuantityMention | None:
    """The quantity; ``None`` where the word is no number."""
    count = count_of(number.text)
    if count is None:
        return None
    span = scene.span(number.i, number.i + 1)
    quantity = Quantity(text=number.text, span=span, min=count, max=count)
    return QuantityMention(quantity, number.i, number.i + 1, None, "goods")

"""Whose shares stand in brackets: "to Mali (six), Niger (ten) and Chad (two)", "Alpha Arms ($3m)"?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tallybook.model import Quantity, Span
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.amounts import grammar
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.vocabulary import load

_LONGEST = 9
"""Tokens in a bracket with an amount, at most."""

_ROW = 2
"""How many such brackets make a row."""


class Bracketed(NamedTuple):
    """A share in brackets: tokens from whose it is to the bracket's end, that party, amount and goods."""

    first: int
    last: int
    actor: ActorMention | None
    """``None``: a name that stands for no state, so that the share is one of the flow itself."""
    quantity: QuantityMention
    goods: list[GoodsMention]


def shares_in_brackets(scene: Scene) -> list[Bracketed]:
    """The shares that stand in brackets in a row; none where there is only one."""
    if "(" not in scene.words:
        return []
    row = list(_all(scene))
    return row if len(row) >= _ROW else []


def role_of(row: list[Bracketed], event: Event) -> str | None:
    """At which end of a transfer the parties of a row stand; ``None`` where they stand at neither."""
    names = {end_point(one.actor) for one in row if one.actor is not None}
    if len(names) < _ROW:
        return None  # the firms of one state
    return next((role for role in ENDS if event.end(role) in names), None)


def _all(scene: Scene) -> Iterator[Bracketed]:
    for opening in (t.i for t in scene.tokens if t.text == "("):
        stop = min(opening + _LONGEST, scene.sentence.last)
        closing = next((i for i in range(opening, stop) if scene.doc[i].text == ")"), None)
        if closing is None or opening == scene.sentence.first:
            continue
        actor = scene.actor_at.get(opening - 1)
        first = actor.first if actor is not None else _name_before(opening, scene)
        quantity = _amount(opening + 1, closing, scene)
        goods = [g for g in scene.goods if opening < g.first < closing and not g.modifier]
        if first is None or quantity is None or not _is_filled(opening + 1, closing, quantity, scene):
            continue
        if actor is None and quantity.what != "money":
            continue
        yield Bracketed(first, closing + 1, actor, quantity, goods)


def _name_before(opening: int, scene: Scene) -> int | None:
    """Where a name that is nobody's we know begins that ends before a bracket."""
    first = opening
    while first > scene.sentence.first and scene.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return first if first < opening else None


def _amount(first: int, last: int, scene: Scene) -> QuantityMention | None:
    read = next((q for q in scene.quantities if first <= q.first and q.last <= last), None)
    if read is not None:
        return read
    start, end = scene.doc[first], scene.doc[last - 1]
    text = scene.doc.text[start.idx : end.idx + len(end)]
    amount = next(iter(grammar(load()).find(text)), None)
    if amount is None or amount.min is None or text[: amount.start].strip():
        return None
    shift = start.idx + scene.sentence.offset
    span = Span(amount.start + shift, amount.end + shift)
    quantity = Quantity(
        text=text[amount.start : amount.end], span=span, min=amount.min, max=amount.max, approx=amount.approx
    )
    return QuantityMention(quantity, first, last, None, "goods")


def _is_filled(first: int, last: int, quantity: QuantityMention, scene: Scene) -> bool:
    """Whether a bracket holds nothing but the amount and the goods that it counts."""
    return all(
        quantity.first <= i < quantity.last
        or i in scene.goods_at
        or scene.doc[i].pos_ in ("DET", "ADV", "ADJ")
        for i in range(first, last)
    )

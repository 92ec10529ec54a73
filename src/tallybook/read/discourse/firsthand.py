"""From whom did a giver have the goods that he gives on: "They had been bought from Ruritania in 1985"?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.pointing import points_at_goods

_GIVING = frozenset(
    {Stage.APPROVED, Stage.DELIVERED, Stage.OFFERED, Stage.PLANNED, Stage.PLEDGED, Stage.SHIPPED}
)
"""Stages of what one party gives of its own accord."""

_BACK = 3
"""Sentences among which the goods were spoken of."""


def had_first(event: Event, flows: Flows, scene: int) -> None:
    """Make who gives goods on the one who bought them, where a third party is told to have sold them."""
    seller = event.supplier
    bought = event.trigger.frame.name == "get" and (event.trigger.passive or _is_behind(event))
    if not bought or seller is None or seller.slot not in ("from", "by") or event.recipient is not None:
        return
    flow = flows.last(scene=scene, reach=_BACK)
    if flow is None or flow.stage not in _GIVING or not points_at_goods(event) or not _same(event, flow):
        return
    if seller.name in (flow.supplier, flow.recipient) or flow.mutual:
        return
    event.recipient = Link(str(flow.supplier), "discourse", "recipient", 0.0, event.trigger.head)
    event.why.append(f"recipient {flow.supplier}, who gives them on")


def _is_behind(event: Event) -> bool:
    """Whether goods that were counted are told to have been bought: "one of the four that were bought"."""
    return event.trigger.head.dep_ in ("acl", "relcl") and event.trigger.head.tag_ == "VBN"


def _same(event: Event, flow: Flow) -> bool:
    """Whether the goods can be those that are given on: of no other type and no other kind."""
    types = {g.goods.designation for g in event.filled.goods if g.goods.designation is not None}
    kinds = frozenset(g.goods.category for g in event.filled.goods)
    return types <= flow.types and flow.moves(kinds)

"""Which counted flights stand for what they bring, where the report tells of that: "15 flights went to Y"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.ties import CHAINED

_FLIGHTS = frozenset({"airlift", "flight", "planeload", "shipload", "trainload", "voyage"})
_MOVING = frozenset({"arrive", "come"})


def bring_goods(filled: Filled) -> bool:
    """Whether counted flights are told to have gone from one party to another, whatever is aboard."""
    noun, frame = filled.other_object, filled.trigger.frame.name
    if noun is None or frame not in _MOVING or noun_lemma(noun) not in _FLIGHTS:
        return False
    if not any(c.dep_ == "nummod" for c in noun.lefts):
        return False
    near = {k.role: k.name for k in filled.links if k.mention is not None and k.score >= CHAINED}
    giver, taker = near.get("supplier"), near.get("recipient")
    return giver is not None and taker is not None and giver != taker


def are_flights(event: Event) -> bool:
    """Whether flights are all that an event names, so that only a known flow makes it one."""
    return not event.filled.goods and bring_goods(event.filled)

"""Which counted flights stand for what they bring, where the report tells of that: "15 flights went to Y"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.ties import CHAINED

_FLIGHTS = frozenset({"airlift", "flight", "planeload", "shipload", "trainload", "voyage"})
_MOVING = frozenset({"arrive", "come"})
_MORE = frozenset({"additional", "another", "further", "more", "other"})


def bring_goods(filled: Filled) -> bool:
    """Whether counted flights are told to have gone from one party to another, whatever is aboard."""
    noun, frame = filled.other_object, filled.trigger.frame.name
    if noun is None or frame not in _MOVING or noun_lemma(noun) not in _FLIGHTS:
        return False
    if not any(c.dep_ == "nummod" for c in noun.lefts):
        return False
    near = {k.role: k.name for k in filled.links if k.mention is not None and k.score >= CHAINED}
    giver, taker = near.get("supplier"), near.get("recipient")
    if are_more(filled):
        return giver != taker
    return giver is not None and taker is not None and giver != taker


def are_more(filled: Filled) -> bool:
    """Whether they go on with flights told of before: "another 15 flights came from Ruritania"."""
    noun = filled.other_object
    lefts = (w for c in noun.lefts for w in (c, *c.lefts)) if noun is not None else ()
    return any(c.lower_ in _MORE for c in lefts)


def are_flights(event: Event) -> bool:
    """Whether flights are all that an event names, so that only a known flow makes it one."""
    return not event.filled.goods and bring_goods(event.filled)

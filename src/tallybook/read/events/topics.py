"""Are goods what a deal or talks are about, where the tree hangs them elsewhere?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import np_first
from tallybook.read.mentions.goods import GoodsMention

TOPIC = frozenset({"about", "over"})
"""Prepositions that open what is talked about."""

_OPENING = TOPIC | {"for", "on"}
_BETWEEN = frozenset({"with", "between", "and"})
_FAR = 8


def is_topic(mention: GoodsMention, trigger: Trigger, parties: Parties) -> bool:
    """Whether only the two sides stand between: "talks with Ruritania about 12 drones"."""
    if trigger.frame.name != "deal" or trigger.hit.form != "noun":
        return False
    doc, first = trigger.head.doc, np_first(trigger.head.doc[mention.head])
    first = first - 1 if doc[first].lower_ in _OPENING and first else first
    between = doc[trigger.hit.last : first]
    opens = doc[first].lower_ in _OPENING or (first and doc[first - 1].lower_ in _OPENING)
    if not opens or not 0 < len(between) <= _FAR:
        return False
    return all(t.i in parties.scene.actor_at or t.lower_ in _BETWEEN | _OPENING for t in between)

"""Is somebody asked to buy goods for who asks: "Ruritania asked Sylvania to buy it 4,000 shells"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.events.roles import RoleFinder

_ASKING = frozenset({"ask", "beg", "implore", "request"})

_OWN = frozenset({"its", "their", "our", "my", "his"})


def buys_for_asker(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Make who is asked to buy the giver, who asks the taker, where nobody is told to sell."""
    taker, asks = event.recipient, next((t for t in event.turns if t.verb in _ASKING), None)
    bought = event.trigger.word.name == "buy" and event.trigger.head.tag_ == "VB"
    if asks is None or not bought or taker is None or event.supplier is not None:
        return
    verb = event.trigger.head.doc[asks.hit.token]
    behind = event.trigger.head.doc[event.trigger.head.i : event.trigger.head.right_edge.i + 1]
    if any(t.lower_ in _OWN for t in behind):
        return  # "asked Sylvania to buy more of its drones"
    asked = taker.token.dep_ in ("dobj", "dative", "nsubj") and taker.token.head in (verb, event.trigger.head)
    if not asked or event.filled.origin is not None or event.makers or event.maker:
        return
    for token in subjects_of(verb, parties):
        mention = parties.at.get(token.i)
        name = end_point(mention) if mention is not None else finder.point_back(token, "recipient")
        if name is not None and name != taker.name:
            event.supplier = Link(taker.name, taker.slot, "supplier", taker.score, taker.token, taker.mention)
            event.recipient = Link(name, "subject", "recipient", taker.score, token, mention)
            event.why.append(f"bought for {name}, who asks for it")
            return

"""Who has, and who made, the goods that "the first of them" points back to?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.discourse.directions import Directions
from tallybook.read.events.holdings import Holding, holdings_in

_HELD_FOR = 2
"""How many sentences back goods may stand that "the first of them" points to."""


_LEAVING = frozenset({"go", "donate", "export", "part", "sell", "send", "spare", "transfer"})
"""Verbs of which who holds the goods is the giver."""


def _given_by(event: Event) -> tuple[str, ...]:
    """Where a giver stands of goods whose holder was told: also before "brought 1,500 of them"."""
    anaphor = event.filled.anaphor
    some = anaphor is not None and any(c.lower_ == "of" for c in anaphor.children)
    return ("from", "subject") if some else ("from",)


class Holders:
    """Remembers what was told of goods without a word of transfer."""

    def __init__(self, directions: Directions) -> None:
        self._directions = directions
        self._held: list[Holding] = []

    def note(self, parties: Parties, told: list[Event]) -> None:
        """Remember what a sentence says of goods, but for those of the transfers that it tells of."""
        moved = frozenset(g.first for e in told for g in e.filled.goods)
        self._held.extend(holdings_in(parties, moved))

    def fill(self, event: Event, parties: Parties) -> None:
        """Whose make and in whose hands are the goods that "the first of them" points back to?"""
        anaphor = event.filled.anaphor
        told = event.supplier is not None and event.supplier.slot in _given_by(event)
        if anaphor is None or (event.supplier is not None and not (told and event.recipient is None)):
            return
        scene = parties.scene.number
        here = [h for h in holdings_in(parties) if h.first < anaphor.i]
        near = [h for h in self._held if 0 < scene - h.scene <= _HELD_FOR]
        last = next(iter(reversed([*near, *here])), None)
        named = [g.first for g in parties.scene.goods if not (g.weak or g.civil) and g.last <= anaphor.i]
        if named and (not here or here[-1].first < named[-1]):
            return  # "10 trainers, but only five": the sentence itself says what is counted
        since = [f for f in self._directions.flows.told if f.whole and last and f.scene >= last.scene]
        if last is None or since:
            return
        giver = last.maker if last.maker != last.holder else None
        leaving = event.trigger.head.lemma_ in _LEAVING
        giver = last.holder if leaving and last.holder is not None else giver
        taker = last.holder if not leaving and event.trigger.frame.name != "use" else None
        for role, name in (("supplier", giver), ("recipient", taker)):
            if name is not None and event.end(role) is None and name != event.other_end(role):
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name} by what is told of the goods before")

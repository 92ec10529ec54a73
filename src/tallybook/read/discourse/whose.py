"""Whose are goods of which only the giver is told: "Ruritania, whose four jets came from Sylvania"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.salience import end_point
from tallybook.read.discourse.pointing import still_open

_TO_TAKERS = frozenset({"arrive", "carry", "come", "deal", "get", "give", "ordered"})
"""Frames in which whoever has goods now is who got them."""

WHOSE = "whose the goods are"
"""The end of the reason by which such an end is known."""


def to_whose_they_are(event: Event, parties: Parties) -> None:
    """Fill an open taker with the party that "whose" before the goods stands for."""
    giver = event.end("supplier")
    if giver is None or event.trigger.frame.name not in _TO_TAKERS or "recipient" not in still_open(event):
        return
    owner = _whose(event, parties)
    if owner is not None and owner != giver:
        event.recipient = Link(owner, "discourse", "recipient", 0.0, event.trigger.head)
        event.why.append(f"recipient {owner}, {WHOSE}")


def _whose(event: Event, parties: Parties) -> str | None:
    doc = parties.scene.doc
    nouns = [doc[g.head] for g in event.filled.goods] if event.trigger.head.doc is doc else []
    for noun in [n for n in nouns if any(c.lower_ == "whose" for c in n.lefts)]:
        clause = next((t for t in (noun.head, noun.head.head) if t.dep_ == "relcl"), None)
        owner = parties.at.get(clause.head.i) if clause is not None else None
        if owner is not None:
            return end_point(owner)
    return None

"""Is a place that goods come from or stand in only one on their way, so that it is no end of the flow?

End points are who gives and who gets in the end, never a transit state (DESIGN, "Transfer").
"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.vocabulary.wordlists import words_of

_MOVING = frozenset({"arrive", "bound", "carry", "left", "load", "pass"})
_DEPARTING = frozenset({"from", "object", "out"})
_ITS = frozenset({"it", "them", "they", "these", "those"})
_STANDING = frozenset({"in", "at", "through", "via"})
_FINAL = words_of("verbs of turning up")
"""Verbs with which goods come to where they stay: "end up in"."""

_ALWAYS = 10**6


@dataclass(frozen=True)
class Transit:
    """Knows which states of a report goods only pass.

    Attributes:
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
    """

    flows: Flows
    ahead: Flows

    def passed(self, event: Event, parties: Parties) -> None:
        """Known goods that move on from or through a state are still whose they were, and still go there."""
        ends_there = event.trigger.head.lemma_ in _FINAL
        moves = event.trigger.frame.name in _MOVING or _part_of_it(event)
        if not moves or ends_there or not _known(event, parties):
            return
        giver, taker = event.supplier, event.recipient
        if giver is not None and giver.slot in _DEPARTING:
            flow = self._told(giver.name, supplier=None, recipient=event.end("recipient"))
            if flow is not None and flow.supplier is not None:
                event.supplier = Link(flow.supplier, "discourse", "supplier", 0.0, event.trigger.head)
                event.why.append(f"{giver.name} is on the way")
        elif taker is not None and taker.slot in _STANDING:
            flow = self._told(taker.name, supplier=event.end("supplier"), recipient=None)
            if flow is not None and flow.recipient is not None:
                event.recipient = Link(flow.recipient, "discourse", "recipient", 0.0, event.trigger.head)
                event.why.append(f"{taker.name} is on the way")

    def _told(self, place: str, supplier: str | None, recipient: str | None) -> Flow | None:
        """The flow told last between others than ``place``, which gives and gets nothing in the report."""
        ends = {end for f in self.flows.told if f.whole for end in (f.supplier, f.recipient)}
        if place in ends:
            return None
        flow = self.flows.last(supplier=supplier, recipient=recipient, scene=0, reach=_ALWAYS)
        return flow if flow is not None and flow.whole else None


def _part_of_it(event: Event) -> bool:
    """Whether it is told where what came was before: "part of it came out of Ruritania"."""
    anaphor = event.filled.anaphor
    if event.trigger.frame.name != "come" or anaphor is None:
        return False
    return any(t.lower_ in _ITS for p in anaphor.children if p.lower_ == "of" for t in p.children)


def _known(event: Event, parties: Parties) -> bool:
    """Whether the goods have been told of before: they are pointed at, or stand in a pronoun."""
    if event.filled.anaphor is not None:
        return True
    nouns = [parties.scene.doc[g.head] for g in event.filled.goods]
    return bool(nouns) and all(any(c.lower_ in DEFINITE for c in n.lefts) for n in nouns)

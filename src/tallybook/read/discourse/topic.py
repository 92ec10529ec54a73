"""Which flow is the report about, so that a sentence with new goods or a new giver still belongs to it?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.parties import Parties
from tallybook.read.discourse.flows import Flow, Flows

REACH = 8
"""How many sentences back the flow told last may stand."""

SHARE = 0.5
"""Share of the report's flows from which on a party or a pair is what the report is about."""

TOLD_OF_GOODS = frozenset({"arrive", "ordered", "deal", "give", "get", "come"})
"""Frames whose words can do without both ends: "eleven launchers arrived last year"."""


@dataclass
class Topic:
    """What a report is about, by the flows that it tells of: those told so far, and those of all of it."""

    flows: Flows
    ahead: Flows
    sure: bool
    """Whether the words themselves point back, so that a flow told once is enough."""

    def end(
        self, role: str, event: Event, parties: Parties, makers: frozenset[str], speaker: str | None
    ) -> str | None:
        """The party at an open end, where the report is about it and the sentence names nobody else.

        Args:
            role: the end that is open.
            event: what the sentence tells.
            parties: those of the sentence.
            makers: who makes the types that the sentence names.
            speaker: whose words they are: he is named without having a part in it.
        """
        scene = parties.scene.number
        last = self._told_last(scene)
        if last is None or others_named(event, parties, speaker):
            return None
        other = event.end("recipient" if role == "supplier" else "supplier")
        if other is None:
            goods = [g for g in event.filled.goods if not g.weak and not g.civil]
            fits = bool(goods) and event.trigger.frame.name in TOLD_OF_GOODS
            fits = fits and (not makers or last.supplier in makers)
            return last.end(role) if fits and self._is_about(last) else None
        name = last.end(role)
        if name is None or name == other or not self._is_constant(role, name, other):
            return None
        return name

    def _told_last(self, scene: int) -> Flow | None:
        near = (f for f in reversed(self.flows.told) if f.whole and scene - f.scene <= REACH)
        return next(near, self.ahead.dominant(None, None, frozenset()) if self.sure else None)

    def _whole(self) -> list[tuple[str | None, str | None]]:
        told = self.ahead.told or self.flows.told
        return [(f.supplier, f.recipient) for f in told if f.whole]

    def _is_about(self, flow: Flow) -> bool:
        """Whether a flow is the one that the report tells of most."""
        pairs = self._whole() or [(flow.supplier, flow.recipient)]
        times = pairs.count((flow.supplier, flow.recipient))
        return times > SHARE * len(pairs) and (self.sure or times > 1)

    def _is_constant(self, role: str, name: str, other: str) -> bool:
        """Whether one party stays at an end while others change at the other, where ``other`` is new."""
        at = ENDS.index(role)
        pairs = self._whole()
        partners = {p[at] for p in pairs if p[1 - at] == other} - {name}
        mine = Counter(p[at] for p in pairs)
        enough = mine[name] > SHARE * len(pairs)
        if role == "supplier":
            enough = enough and len({p[1 - at] for p in pairs if p[at] == name}) > 1
        return enough and not partners and all(p[1 - at] != name for p in pairs)


def others_named(event: Event, parties: Parties, *known_else: str | None) -> bool:
    """Whether the sentence names somebody else who might stand at the open end."""
    known = {link.name for link in event.links} | {event.end(role) for role in ENDS} | {*known_else}
    start, stop = parties.scene.part_of(event.trigger.head.i)
    here = {m for i, m in parties.at.items() if start <= i < stop}
    return any(end_point(m) not in known for m in here)

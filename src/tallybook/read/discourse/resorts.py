"""What is left where no flow fits: the ground, flows told by half, the only giver, whose government tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.foils import some_of_them
from tallybook.read.discourse.nearby import LISTED, givers_listed, tells_officially
from tallybook.read.discourse.pointing import points_at_goods
from tallybook.read.events.telling import names_end

_GOT = frozenset({"give", "get", "arrive", "ordered"})
_CAUGHT = frozenset({"seize", "hold", "contain", "bound", "found", "come"})
"""Frames in which goods are told of that were caught on their way."""

_COMING = frozenset({"come", "origin", "traced"})
"""Frames that tell where goods come from."""

_NEAR = 3
"""Sentences among which "24 of them" can count what was told of."""


@dataclass
class Resorts:
    """The last that can be known of an open end.

    Attributes:
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
        seizers: who seizes something.
    """

    flows: Flows
    ahead: Flows
    seizers: set[str] = field(default_factory=set)

    def note(self, event: Event) -> None:
        """Remember who seizes, by name: "the navy" can be anybody's."""
        self.seizers |= {link.name for link in event.links if link.role == "seizer" and _is_named(link)}

    def seized_by(self, name: str, event: Event) -> bool:
        """Whether a party only seizes what is told of, and so is at no end of it."""
        return name in self.seizers and event.trigger.frame.name in _CAUGHT

    def fill(self, role: str, event: Event, parties: Parties, speaker: str | None) -> None:
        """Fill one open end whose other end is known, with the reason."""
        other = event.other_end(role)
        if other is None:
            return
        name, why = self._taker(event, parties, other) if role == "recipient" else (None, "")
        if role == "supplier":
            name, why = self._giver(event, parties, speaker)
        if name is not None and name != other and not self.seized_by(name, event):
            setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
            event.why.append(f"{role} {name}, {why}")

    def _taker(self, event: Event, parties: Parties, giver: str) -> tuple[str | None, str]:
        """Where the sentence speaks of, or who takes in flows that are told by half."""
        caught = self._whose_catch(event, parties)
        if caught is not None:
            return caught, "to whom what was caught was going"
        at = parties.scene.number if event.trigger.frame.name in _CAUGHT else None
        half = self.flows.half("recipient", giver, caught_at=at)
        half = half or self.ahead.half("recipient", giver, caught_at=at)
        return half, "told of by half"

    def _whose_catch(self, event: Event, parties: Parties) -> str | None:
        """To whom goods were going that were caught right before: "The rifles came from Ruritania"."""
        last = self.flows.told[-1] if self.flows.told else None
        near = last is not None and 0 < parties.scene.number - last.scene <= _NEAR
        if last is None or not near or last.stage is not Stage.SEIZED or last.supplier is not None:
            return None
        return last.recipient if event.trigger.frame.name in _COMING and points_at_goods(event) else None

    @staticmethod
    def _same_goods(event: Event, parties: Parties, last: Flow) -> bool:
        """Whether a sentence points back to the goods of the one before: "they were addressed to X"."""
        if event.trigger.frame.name == "get" and some_of_them(event.filled.anaphor):
            return parties.scene.number - last.scene <= _NEAR
        if event.trigger.frame.name == "taker" and names_end(event.filled):
            return parties.scene.number - last.scene <= 1  # "The buyer was Ruritania"
        taker = event.recipient
        led = taker is not None and taker.slot in ("to", "for", "into")
        return led and event.filled.anaphor is not None and parties.scene.number - last.scene <= 1

    def _giver(self, event: Event, parties: Parties, speaker: str | None) -> tuple[str | None, str]:
        """The only one that the report tells to give to this taker, or whose government tells of it."""
        told = [*self.flows.told, *self.ahead.told]
        taker = event.end("recipient")
        givers = {f.supplier for f in told if f.recipient == taker and f.supplier is not None}
        if len(givers_listed(parties)) >= LISTED:
            return None, ""
        last = self.flows.told[-1] if self.flows.told else None
        if last is not None and last.recipient is None and self._same_goods(event, parties, last):
            return last.supplier, "whose goods they are that were told of before"
        if len(givers) == 1 and event.trigger.frame.name in _GOT:
            return next(iter(givers)), "who alone is told to give"
        half = self.ahead.half("supplier", taker)
        if half is not None and {f.supplier for f in told} <= {None, half} and _is_led(event):
            return half, "told of by half"
        taken = {taker, *(f.recipient for f in told)}
        if speaker is not None and speaker not in taken and tells_officially(event, parties, speaker):
            return speaker, "whose government tells of it"
        return None, ""


def _is_led(event: Event) -> bool:
    """Whether the words lead arms to a taker with a name, so that they can be a part of what went out."""
    taker = event.recipient
    led = taker is not None and taker.mention is not None and taker.slot in ("to", "for")
    return led and event.trigger.frame.name in ("give", "arrive")


def _is_named(link: Link) -> bool:
    """Whether a party stands in the words with its name and is not only what a noun points back to."""
    words = range(link.mention.first, link.mention.last) if link.mention is not None else range(0)
    return any(t.i in words and t.text[:1].isupper() and t.lower_ != "the" for t in link.token.subtree)

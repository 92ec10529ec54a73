"""Who is a report about that gives to many, so that what a new giver gives goes to him?

"India has sold missiles to X and guns to Y. Three systems have been received from Z": by India.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Category
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import UNTOLD, Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.pointing import still_open
from tallybook.read.discourse.topic import others_named

_GIVING = frozenset({"arrive", "come", "deal", "get", "give", "ordered"})
"""Frames in which a giver may be told of without a taker."""

_MANY = 2
"""From how many takers on who gives to all of them is what a report is about."""

SELLS_NONE = "gives nobody any arms"
"""The reason by which an event is known to tell that somebody has no trade in arms."""

_GENERAL = frozenset({Category.UNSPECIFIED})


@dataclass(frozen=True)
class Protagonist:
    """Knows who gives to many.

    Attributes:
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
        home: the state where the report was written, if it says.
    """

    flows: Flows
    ahead: Flows
    home: str | None

    def settle(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Give to the protagonist what a new giver gives to nobody named; who sells none sells nobody any."""
        giver = event.supplier
        if event.recipient is not None or giver is None or giver.slot in UNTOLD:
            return
        told = self._told()
        if _none_at_all(event) and speaker != giver.name and all(f.supplier != giver.name for f in told):
            event.filled.toward_open = True
            event.why.append(SELLS_NONE)
        if event.trigger.frame.name not in _GIVING or "recipient" not in still_open(event):
            return
        name = self._gives_to_many(told)
        if name in (None, giver.name) or any(giver.name in (f.supplier, f.recipient) for f in told):
            return
        if others_named(event, parties, name):
            return
        event.recipient = Link(str(name), "discourse", "recipient", 0.0, event.trigger.head)
        event.why.append(f"recipient {name}, who is told to give to others")

    def _told(self) -> list[Flow]:
        every = (*self.flows.told, *self.ahead.told)
        return [f for f in every if f.whole and f.plain and not f.mutual]

    def _gives_to_many(self, told: list[Flow]) -> str | None:
        """The one giver of all flows told in plain words to several takers, if it is at home."""
        givers = {f.supplier for f in told}
        takers = {f.recipient for f in told}
        if len(givers) != 1 or givers & takers:
            return None
        name = givers.pop()
        return name if self.home in (None, name) and len(takers) >= _MANY else None


def _none_at_all(event: Event) -> bool:
    """Whether a report itself says that somebody gives no arms whatever: "exports no weapons"."""
    goods, said = event.filled.goods, event.trigger.head.dep_ == "ccomp"
    if said or event.trigger.passive or not goods or any(g.goods.category not in _GENERAL for g in goods):
        return False
    if any(c.lower_ in ("to", "for") for c in event.trigger.head.children):
        return False
    return any(c.lower_ == "no" for g in goods for c in event.trigger.head.doc[g.head].lefts)

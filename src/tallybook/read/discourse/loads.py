"""Where does what is aboard go, where only the voyage was told: "60 crates of shells were on the ship"?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.discourse.flows import Flows

_BACK = 4
"""How many sentences before what is aboard its voyage may be told."""

GOES_ALONG = "aboard what was told of before"
"""The reason for ends that are those of the voyage."""

_UNDER_WAY = frozenset({Stage.SHIPPED, Stage.SEIZED, Stage.PLANNED, Stage.RECEIVED})


def goes_along(event: Event, flows: Flows, scene: int) -> None:
    """Give what is aboard the ends of the goods on their way told last, of which one may be unknown."""
    if event.trigger.frame.name not in HOLDING or any(map(event.end, ENDS)) or not flows.told:
        return
    last = flows.told[-1]
    if scene - last.scene > _BACK or last.stage not in _UNDER_WAY:
        return
    for role in ENDS:
        name = last.end(role)
        if name is not None:
            setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
    event.why.append(GOES_ALONG)

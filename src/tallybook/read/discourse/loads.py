"""Where does what is aboard go, where only the voyage was told: "60 crates of shells were on the ship"?

One catch more ("in May another 40 rifles were seized") goes the way of the one told before it.
"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.discourse.flows import REACH, Flows

_BACK = 4
"""How many sentences before what is aboard its voyage may be told."""

GOES_ALONG = "aboard what was told of before"
"""The reason for ends that are those of the voyage."""

_UNDER_WAY = frozenset({Stage.SHIPPED, Stage.SEIZED, Stage.PLANNED, Stage.RECEIVED})


def goes_along(event: Event, flows: Flows, scene: int) -> None:
    """Give what is aboard the ends of the goods on their way told last, of which one may be unknown."""
    caught = event.trigger.frame.name == "seize"
    if not caught and event.trigger.frame.name not in HOLDING:
        return
    if any(map(event.end, ENDS)) or not flows.told:
        return
    last = flows.told[-1]
    if caught:
        last = next((f for f in reversed(flows.told) if f.stage is Stage.SEIZED), last)
    reach = REACH if caught and last.stage is Stage.SEIZED else _BACK
    if scene - last.scene > reach or last.stage not in _UNDER_WAY:
        return
    for role in ENDS:
        name = last.end(role)
        if name is not None:
            setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
    event.why.append(GOES_ALONG)

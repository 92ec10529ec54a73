"""Which goods were caught before it was told where they came from and where they were going?"""

from __future__ import annotations

from dataclasses import dataclass, field

from tallybook.read.clauses.catching import was_caught
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.openends import OpenEnds
from tallybook.read.discourse.pointing import other_arms, share_ends

WAIT = 2
"""How many sentences a seizure without ends waits for a flow that explains it."""


@dataclass
class Waiting:
    """Seizures of which no end is known yet.

    Attributes:
        ends: fills what the report tells elsewhere.
        caught: each with its sentence and the parties there.
    """

    ends: OpenEnds
    caught: list[tuple[Event, Scene, Parties]] = field(default_factory=list)

    def note(self, event: Event, scene: Scene, parties: Parties) -> None:
        """Keep goods that were caught, where no end of them is known."""
        if event.filled.goods and was_caught(event.trigger):
            self.caught.append((event, scene, parties))

    def explained_by(self, told: Event, number: int) -> list[tuple[Event, Scene]]:
        """The seizures before it to which what sentence ``number`` tells gives an end, each told once."""
        found = []
        for caught, scene, parties in self.caught:
            if number - scene.number > WAIT or told is caught or other_arms(caught, told):
                continue
            self.ends.from_flows(caught, parties, None)
            share_ends(caught, told)
            if any(map(caught.end, ENDS)):
                found.append((caught, scene))
        self.caught = [
            w for w in self.caught if number - w[1].number <= WAIT and not any(map(w[0].end, ENDS))
        ]
        return found

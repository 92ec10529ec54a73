"""Who stands at the end that a claim leaves open, where nearly all that a report tells speaks for one party?

The words of a sentence often leave an end open that no flow before it fills: a new kind of goods, another
giver. What is left is whom the report is about. Four signs point at somebody: who is told most at that end,
who is told there with the same partner, whom the report names most, and the state in which it was written.
Where three of them agree, or all there are, it is he.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from tallybook.model import Claim, Party, Role, new_claim_id
from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.salience import end_point
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flow

ENOUGH = 3
"""How many of the signs must agree."""

FEWEST = 2
"""How many do where there are no others."""


@dataclass(frozen=True)
class Completing:
    """What a report tells of its parties, to name one that a claim leaves open.

    Attributes:
        whole: the flows of the report, both ends known.
        named: how often each party is named.
        home: the state in which it was written, if it says.
    """

    whole: tuple[Flow, ...]
    named: Counter[str]
    home: str | None

    @classmethod
    def of(cls, told: Iterable[Flow], scenes: tuple[Scene, ...], home: str | None) -> Completing:
        """Gather it from what was read."""
        points = (end_point(a) for s in scenes for a in s.actors)
        return cls(tuple(f for f in told if f.whole), Counter(n for n in points if n is not None), home)

    def completed(self, claim: Claim) -> Claim:
        """A claim with one end open, completed where one party is meant."""
        if claim.flow.count(None) != 1:
            return claim
        at = claim.flow.index(None)
        name = self._meant(ENDS[at], ENDS[1 - at], str(claim.flow[1 - at]))
        if name is None:
            return claim
        why = (*claim.why, f"{ENDS[at]} {name}, for whom nearly all speaks")
        parties = (*claim.parties, Party(role=Role(ENDS[at]), name=name))
        flow = {ENDS[at]: name}
        done = msgspec.structs.replace(claim, parties=parties, why=why, **flow)
        return msgspec.structs.replace(done, id=new_claim_id(done))

    def _meant(self, role: str, other: str, known: str) -> str | None:
        """The party that the signs agree on, whose partner is known."""
        here = [str(f.end(role)) for f in self.whole if f.end(role) != known]
        same = [str(f.end(role)) for f in self.whole if f.end(other) == known]
        named = list((self.named - Counter({known: self.named[known]})).elements())
        signs = [most for names in (here, same, named) if (most := _most(names)) is not None]
        signs += [self.home] if self.home not in (None, known) else []
        name = _most(signs)
        return name if signs.count(str(name)) >= min(ENOUGH, max(FEWEST, len(signs))) else None


def _most(names: Sequence[str]) -> str | None:
    return max(names, key=Counter(names).__getitem__) if names else None

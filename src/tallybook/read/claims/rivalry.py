"""Which claims does a sentence make that tells who else bids for what somebody wants to buy?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from tallybook.model import Claim
from tallybook.read.claims.apart import APART
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link, told_before
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.bids import Bid, find_bids
from tallybook.read.discourse.flows import kin_of

BIDS = "bids for what a buyer was told to want"
_BUYING = frozenset({"get", "ordered", "seek", "deal", "give"})
_NEAR = 3
"""How many sentences back the purchase may be told of."""


@dataclass
class Rivalry:
    """Writes the claims of who bids.

    Attributes:
        writer: writes the claims.
        last: the purchase told last, with the number of its sentence.
    """

    writer: ClaimWriter
    last: tuple[Event, int] | None = None

    def claims(self, scene: Scene, told: Sequence[Event], before: Sequence[Claim]) -> list[Claim]:
        """The claims of a sentence on bidders, where ``before`` has none of its words."""
        bought = [
            e
            for e in told
            if e.recipient is not None and e.trigger.frame.name in _BUYING and not e.bidirectional
        ]
        if bought:
            self.last = (bought[0], scene.number)
        if self.last is None or scene.number - self.last[1] > _NEAR:
            return []
        event = self.last[0]
        found: list[Claim] = []
        here = [c for c in before if scene.sentence.span.overlap(c.quote_span)]
        for bid in find_bids(scene):
            for giver in _givers(bid, event, scene):
                flow = (giver.name, event.end("recipient"))
                span = scene.span(bid.first, bid.last)
                if any(c.flow == flow and c.quote_span.overlap(span) for c in (*here, *found)):
                    continue
                found.append(self._claim(bid, giver, event, scene))
        return found

    def _claim(self, bid: Bid, giver: Link, event: Event, scene: Scene) -> Claim:
        span = scene.span(bid.first, bid.last)
        goods = [g for g in scene.goods if bid.first <= g.head < bid.last and not g.weak]
        buyer = told_before(event.recipient)
        part = Event(replace(event.filled, goods=goods, anaphor=None), (), giver, buyer)
        saying = Saying(self.writer.telling.at(span), Reading(bid.stage, (BIDS, APART), (), None))
        claim = self.writer.write(part, scene, span, (None, goods), saying)
        times = (p for p in scene.periods if p.span is not None and span.overlap(p.span))
        return msgspec.structs.replace(claim, time=next(times, None), route=None)


def _givers(bid: Bid, event: Event, scene: Scene) -> Iterator[Link]:
    """Who bids: not the buyer, and with nothing of another kind than what he wants."""
    own = frozenset(g.goods.category for g in event.filled.goods if not g.weak)
    kinds = {g.goods.category for g in scene.goods if bid.first <= g.head < bid.last and not g.weak}
    if own and kinds and not kinds & kin_of(own):
        return
    seller = told_before(event.supplier)
    if bid.told and seller is not None:
        yield seller
    for actor in bid.bidders:
        name = end_point(actor)
        if name is not None and name != event.end("recipient"):
            yield Link(name, "subject", "supplier", CHAINED, scene.doc[actor.first], actor)

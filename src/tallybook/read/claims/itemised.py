"""Which claims do lots make that are only listed: "The first is for 12 jets", "- six guns"?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from tallybook.model import Claim
from tallybook.read.claims.apart import APART
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.listing import opens_list
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.discourse.listed import Lot, appended_lots, listed_lots, uncounted
from tallybook.read.text.layout import ITEM

LISTED = "listed as part of what was told before"

FEW = 4
"""How many of the claims told last may already hold a lot."""


@dataclass
class Lister:
    """Writes the claims of lots that are listed, one each.

    Attributes:
        writer: writes the claims.
        claims: those of the report so far, to which it adds.
    """

    writer: ClaimWriter
    claims: list[Claim]
    _listing: bool = False
    _head: Claim | None = None

    def lists(self, scene: Scene, event: Event, at: Scene, *, told: bool) -> bool:
        """Whether a sentence lists lots of what was told last; their claims are written.

        Args:
            scene: the sentence.
            event: the transfer told last.
            at: the sentence of it, or of its last lot.
            told: the sentence tells of transfers itself.
        """
        before = self.writer.telling.scenes[max(0, scene.number - 1)]
        item = scene.sentence.kind == ITEM
        opened = item or opens_list(before.tokens) or (before is at and self._listing)
        if item and before.sentence.kind != ITEM:
            self._head = self.claims[-1] if self.claims else None
        found = appended_lots(scene, event) if at is scene else []
        found = found if told else listed_lots(scene, event, opened=opened)
        written = [c.quote_span for c in self.claims[-FEW:]]
        fresh = [x for x in found if not any(scene.span(x.first, x.last).overlap(w) for w in written)]
        for lot in fresh:
            self._write(lot, scene, event)
        if item and not told and not found:
            self._add(scene)
        self._listing = bool(fresh) or item
        return self._listing

    def _write(self, lot: Lot, scene: Scene, event: Event) -> None:
        span = scene.span(lot.first, lot.last)
        stage = self.claims[-1].stage if self.claims else None
        reading = Reading(stage or event.trigger.stage, (LISTED, APART), (), None)
        part = Event(replace(event.filled, goods=lot.goods), (), event.supplier, event.recipient)
        saying = Saying(self.writer.telling.at(span), reading)
        claim = self.writer.write(part, scene, span, (lot.quantity, lot.goods), saying)
        claim = msgspec.structs.replace(claim, route=None)
        if scene.sentence.kind == ITEM and self._head is not None and claim.source is None:
            claim = _as_told_in(claim, self._head)
        self.claims.append(claim)

    def _add(self, scene: Scene) -> None:
        """Add what an item names without a number to the claim whose words open the list."""
        goods = tuple(g.goods for g in uncounted(scene))
        at = next((i for i, c in enumerate(self.claims) if c is self._head), None)
        if goods and at is not None and self._head is not None:
            self._head = msgspec.structs.replace(self._head, goods=(*self._head.goods, *goods))
            self.claims[at] = self._head


def _as_told_in(claim: Claim, head: Claim) -> Claim:
    """The claim of an item, said by whom, how surely and of when the words say that open the list."""
    return msgspec.structs.replace(
        claim,
        source=head.source,
        certainty=head.certainty,
        hedges=head.hedges,
        evidence=head.evidence,
        said_on=head.said_on,
        time=claim.time or head.time,
    )

"""Which charge stands beside its denial: "X rejected Y's claim that it had sold Z"?"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tallybook.model import Certainty, Claim, Span, Stage
from tallybook.read.claims.telling import Told
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.events.quoting import clip
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention

Denied = tuple[tuple[QuantityMention | None, list[GoodsMention]], Told]
"""The amount and goods of a claim, and how it is told."""


def charged(
    writer: ClaimWriter, denial: Claim, event: Event, scene: Scene, denied: Denied
) -> Iterator[Claim]:
    """The charge itself, by who makes it, where he is named."""
    counted, told = denied
    if told.alleger is None or told.charge is None or denial.stage is not Stage.DENIED_TRANSFER:
        return
    if told.charge.overlap(denial.quote_span) == 0:
        return
    text = writer.page.report.text
    start = told.charge.start + (len("that ") if told.charge.of(text).startswith("that ") else 0)
    held = Told(source=told.alleger, certainty=Certainty.ALLEGED)
    reading = Reading(event.trigger.stage, ("the charge that is denied",), (), None)
    span = clip(Span(start, told.charge.end), Span(start, start + 1), text)
    bare = Event(event.filled, (), event.supplier, event.recipient, event.bidirectional)
    claim = writer.write(bare, scene, span, counted, Saying(held, reading))
    when = claim.time.span if claim.time is not None else None
    if when is not None and not told.charge.contains(when):  # the time of the denial
        claim = msgspec.structs.replace(claim, time=None)
    yield claim

"""Which charge stands beside its denial: "X rejected Y's claim that it had sold Z"?"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tallybook.model import Certainty, Claim, Source, Span, Stage
from tallybook.read.claims.telling import Told
from tallybook.read.claims.verdicts import with_subject
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.discourse.judged import Verdict, find_judged
from tallybook.read.events.quoting import clip
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention

Denied = tuple[tuple[QuantityMention | None, list[GoodsMention]], Told]
"""The amount and goods of a claim, and how it is told."""


def with_charge(
    writer: ClaimWriter, denial: Claim, event: Event, scene: Scene, denied: Denied, lexicon: Lexicon
) -> Iterator[Claim]:
    """A claim and, where it is a denial, the charge that stands beside it by who makes it."""
    charges = [*_charged(writer, denial, event, scene, denied)]
    if not charges:
        yield from _apart_from_report(writer, denial, event, scene, denied, lexicon)
        return
    judged = find_judged(scene, lexicon)
    said = scene.span(*with_subject(judged.tokens, scene)) if judged is not None else denial.quote_span
    if said.end <= charges[0].quote_span.start:
        text = writer.page.report.text
        denial = msgspec.structs.replace(denial, quote=said.of(text), quote_span=said)
    yield from (denial, *charges)


def _charged(
    writer: ClaimWriter, denial: Claim, event: Event, scene: Scene, denied: Denied
) -> Iterator[Claim]:
    """The charge itself, by who makes it, where he is named."""
    counted, told = denied
    if told.alleger is None or told.charge is None or denial.stage is not Stage.DENIED_TRANSFER:
        return
    if told.charge.overlap(denial.quote_span) == 0:
        return
    words = told.charge.of(writer.page.report.text)
    start = told.charge.start + (len("that ") if words.startswith("that ") else 0)
    held = Told(source=told.alleger, certainty=Certainty.ALLEGED)
    claim = _charge(writer, event, scene, Span(start, told.charge.end), (counted, held))
    when = claim.time.span if claim.time is not None else None
    if when is not None and not told.charge.contains(when):  # the time of the denial
        claim = msgspec.structs.replace(claim, time=None)
    yield claim


def _charge(writer: ClaimWriter, event: Event, scene: Scene, words: Span, charged: Denied) -> Claim:
    """The claim of a charge that stands in ``words``."""
    reading = Reading(event.trigger.stage, ("the charge that is denied",), (), None)
    span = clip(words, Span(words.start, words.start + 1), writer.page.report.text)
    bare = Event(event.filled, (), event.supplier, event.recipient, event.bidirectional)
    return writer.write(bare, scene, span, charged[0], Saying(charged[1], reading))


def _apart_from_report(
    writer: ClaimWriter, denial: Claim, event: Event, scene: Scene, denied: Denied, lexicon: Lexicon
) -> tuple[Claim, ...]:
    """A denial, and beside it what it denies where that is the report of a named outlet.

    Of "X rejected a Courier report on rockets that it had sold Z" X says no more than "rejected a report",
    and the rest is what the Courier says.
    """
    counted, told = denied
    if told.alleger is not None or denial.stage is not Stage.DENIED_TRANSFER or told.source is None:
        return (denial,)
    judged = find_judged(scene, lexicon)
    head = event.trigger.head
    if judged is None or judged.verdict is not Verdict.UNTRUE or judged.tokens[1] > head.i:
        return (denial,)
    outlets = [a for a in scene.actors if a.kind == "outlet" and judged.tokens[0] < a.first < head.i]
    if not outlets or told.source.span is None:
        return (denial,)
    text, outlet = writer.page.report.text, outlets[0]
    start = scene.span(max(judged.tokens[1], outlet.last), head.i + 1).start
    if text[start:].startswith("that "):
        start += len("that ")
    start = max(start, denial.quote_span.start)
    hedged = any(t.lower_ in _ALLEGING for t in scene.doc[outlet.last : scene.sentence.last])
    surely = Certainty.ALLEGED if hedged else Certainty.STATED
    held = Told(source=Source(name=outlet.span.of(text), span=outlet.span), certainty=surely)
    charge = _charge(writer, event, scene, Span(start, denial.quote_span.end), (counted, held))
    if told.source.span.overlap(outlet.span):
        return (charge,)
    said = scene.span(*with_subject(judged.tokens, scene))
    return msgspec.structs.replace(denial, quote=said.of(text), quote_span=said), charge


_ALLEGING = frozenset({"allegedly", "purportedly", "supposedly", "reportedly", "alleged", "purported"})

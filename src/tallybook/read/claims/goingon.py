"""What goes on with the transfer told last without a word of transfer: "and several more on Tuesday"?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import msgspec

from tallybook.model import Claim, Span, Stage
from tallybook.read.claims.apart import APART
from tallybook.read.claims.counting import counted_before
from tallybook.read.claims.dating import undate_done
from tallybook.read.claims.itemised import FEW, Lister
from tallybook.read.claims.merging import FURTHER
from tallybook.read.claims.sums import further_sums
from tallybook.read.claims.waiting import WAIT
from tallybook.read.claims.wording import COMING, DONE, ClaimWriter, Saying
from tallybook.read.clauses.certainty import Found, as_told, in_reach
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.bracketed import role_of, shares_in_brackets
from tallybook.read.discourse.continuations import carries_on, find_continuations, find_shares
from tallybook.read.discourse.gaps import Gap, find_gaps, find_likewise, gap_ends
from tallybook.read.discourse.hauls import BACK, Haul, haul_lots, haul_of
from tallybook.read.discourse.numbered import further_numbers, optional_numbers, struck_numbers
from tallybook.read.discourse.remainders import remainders
from tallybook.read.discourse.remembering import tells_of_party
from tallybook.read.discourse.restated import Restated, Told, restated_numbers
from tallybook.read.discourse.shares import listed_shares, sums_given
from tallybook.read.discourse.trips import counted_trips
from tallybook.read.discourse.voyages import Voyage

SHARE = "a share of what was told before"
TRAVELS = "from giver to taker, as goods were told to go"
FOUND = "found in what was caught before"
REST = "the rest of the lot told before"

_UNSURE = frozenset(
    {"not", "n't", "n’t", "no", "never", "if", "could", "would", "will", "may", "might", "whether", "?"}
)
FAR = 5
"""How many sentences before the rest of a lot the lot may be told."""


@dataclass
class GoingOn:
    """Writes the claims of what goes on with the transfer told last.

    Attributes:
        writer: writes the claims.
        hedges: those of each sentence, by its number.
        claims: those of the report so far, to which it adds.
        last: the transfer told last that can be gone on with, and the sentence of it or of its last part.
        haul: what was caught last, in which more may be found.
        told: every transfer so far that can be gone on with.
        lister: writes those of what is only listed.
    """

    writer: ClaimWriter
    hedges: dict[int, tuple[Found, ...]]
    claims: list[Claim]
    last: tuple[Event, Scene] | None = None
    haul: Haul | None = None
    told: list[Told] = field(default_factory=list)
    lister: Lister = field(init=False)

    def __post_init__(self) -> None:
        self.lister = Lister(self.writer, self.claims)

    def read(self, scene: Scene, told: list[Event]) -> None:
        """Write the claims of a sentence that go on, once those of its own transfers are written."""
        whole = [e for e in told if carries_on(e) and e.part is None and not tells_of_party(e)]
        before = self.last
        if whole and before is not None and 0 < scene.number - before[1].number <= WAIT:
            self._shares(scene, *before)  # "X stands for $4m of it, and goods for $2m were sent by Y"
        if whole:
            self.last = (whole[-1], scene)
            self.told += [Told(e, scene.number) for e in whole]
        self._haul(scene, told)
        if self.last is None:
            return
        near = scene.number - self.last[1].number <= WAIT
        if near and told and self.claims and not listed_shares(scene):
            self.claims += further_sums(self.writer, self.last[0], scene, self.claims)
        if scene.number - self.last[1].number <= WAIT + 1:
            self._continue(scene, *self.last)
        if near:
            self._shares(scene, *self.last)
            self._brackets(scene, *self.last)
            if self.lister.lists(scene, *self.last, told=bool(told)):
                self.last = (self.last[0], scene)
            self._numbers(scene, self.last[0], told=bool(told))
        if scene.number - self.last[1].number <= FAR:
            self._rest(scene, self.last[0])
        self._restated(scene, told=bool(told))

    def _continue(self, scene: Scene, event: Event, at: Scene) -> None:
        """Parts and numbers of their own that go on: "several more on Tuesday"."""
        gaps = find_gaps(scene, event) if at is scene else find_likewise(scene)
        taken = self._gaps(scene, event, gaps)
        for first, last, quantity in find_continuations(scene, event):
            span = scene.span(first, last)
            if any(span.overlap(t) for t in taken) or counted_before(quantity, self.claims[-FEW:]):
                continue
            reading = Reading(self._last_stage(event), ("goes on with the event before it",), (), None)
            saying = Saying(self.writer.telling.at(span), reading)
            claim = self.writer.write(event, scene, span, (quantity, []), saying)
            period = next((p for p in scene.periods if p.span is not None and span.overlap(p.span)), None)
            self.claims.append(msgspec.structs.replace(claim, time=period, route=None, parties=()))

    def _gaps(self, scene: Scene, event: Event, gaps: Iterable[Gap]) -> list[Span]:
        """The claims of parts that leave the word of transfer out: "six in May and ten next year"."""
        before = len(self.claims)
        claimed = [c.quote_span for c in self.claims[-FEW:]]
        for gap in gaps:
            span = scene.span(gap.first, gap.last)
            inside = [c for c in claimed if span.overlap(c) * 2 > span.length]
            if inside:
                continue
            stage = Stage.PLANNED if gap.ahead else self._last_stage(event)
            reading = Reading(stage, ("goes on with the transfer before it",), (), None)
            told = self.writer.telling.at(span)
            reported = told.source is not None
            near = as_told(in_reach(self.hedges[scene.number], event.trigger, scene), (), reported=reported)
            giver, link = gap_ends(gap, event, scene)
            turns = () if gap.ahead else event.turns
            part = Event(replace(event.filled, goods=gap.goods), turns, giver, link)
            saying = Saying(told, reading, near, gap.none)
            claim = self.writer.write(part, scene, span, (gap.quantity, gap.goods), saying)
            time = self.writer.in_time(gap.period, scene, saying)
            if gap.ahead and time is not None:
                undate_done(self.claims, time.text, scene)
            self.claims.append(msgspec.structs.replace(claim, time=time, route=None))
        return [c.quote_span for c in self.claims[before:]]

    def _shares(self, scene: Scene, event: Event, at: Scene) -> None:
        """One claim for each giver: "$40 million from Ruritania, $20 million from Sylvania"."""
        here = at is scene
        behind = [] if here else listed_shares(scene) or (sums_given(scene) if self._in_sums() else [])
        for first, quantity, goods, giver in find_shares(scene, event) if here else behind:
            name = end_point(giver)
            taken = any(c.quote_span.overlap(giver.span) for c in self.claims)
            known = event.end("recipient"), event.end("supplier") if here else None
            if name is None or taken or name in known:
                continue
            link = Link(name, "from", "supplier", CHAINED, scene.doc[giver.first], giver)
            part = Event(event.filled, event.turns, link, event.recipient)
            span = scene.span(first, max(giver.last, quantity.last if quantity is not None else 0))
            near = in_reach(self.hedges[scene.number], event.trigger, scene)
            reading = Reading(self._last_stage(event), (SHARE,), (), None)
            saying = Saying(self.writer.telling.at(span), reading, near)
            self.claims.append(self.writer.write(part, scene, span, (quantity, goods), saying))
            self.last = (event, at if here else scene)

    def _in_sums(self) -> bool:
        """Whether what was told last was told as a sum of money."""
        last = self.claims[-1].quantity if self.claims else None
        return last is not None and last.unit is not None and last.unit.isupper()

    def _brackets(self, scene: Scene, event: Event, at: Scene) -> None:
        """One claim for each share in brackets: "to Mali (six), Niger (ten) and Chad (two)"."""
        row = shares_in_brackets(scene)
        role = role_of(row, event) if at is scene else None
        spans = [scene.span(one.first, one.last) for one in row]
        if role is not None:
            self.claims[:] = [c for c in self.claims if not _misread(c, event, spans)]
        for one, span in zip(row, spans, strict=True):
            name = end_point(one.actor) if one.actor is not None else None
            known = name is None or name in map(event.end, ENDS)
            if role is None and not known:
                continue
            part = Event(replace(event.filled, goods=one.goods), (), event.supplier, event.recipient)
            if role is not None and one.actor is not None and name is not None:
                setattr(part, role, Link(name, "row", role, CHAINED, scene.doc[one.actor.first], one.actor))
            reading = Reading(self._last_stage(event), (SHARE,), (), None)
            near = in_reach(self.hedges[scene.number], event.trigger, scene) if at is scene else ()
            saying = Saying(self.writer.telling.at(span), reading, near)
            claim = self.writer.write(part, scene, span, (one.quantity, one.goods), saying)
            whole = next((i for i, c in enumerate(self.claims) if _is_whole(c, claim, scene)), None)
            if whole is None or role is None:
                self.claims.append(claim)
            else:
                own = self.claims[whole]
                goods = own.goods or claim.goods
                self.claims[whole] = msgspec.structs.replace(own, quantity=claim.quantity, goods=goods)

    def _haul(self, scene: Scene, told: list[Event]) -> None:
        """One claim for each lot that is found in what was caught: "Under the rice lay 40 missiles"."""
        here = [c for c in self.claims[-FEW:] if scene.sentence.span.overlap(c.quote_span)]
        if told and here:
            self.haul = haul_of(Haul(told[-1], scene, here[-1].stage), here[-1], self.haul)
        if self.haul is None or told or here or scene.number - self.haul[1].number > BACK:
            return
        event, _, stage = self.haul
        for lot in haul_lots(scene, event):
            span = scene.span(lot.first, lot.last)
            part = Event(replace(event.filled, goods=lot.goods), (), event.supplier, event.recipient)
            saying = Saying(
                self.writer.telling.at(span), Reading(stage or Stage.SEIZED, (FOUND, APART), (), None)
            )
            claim = self.writer.write(part, scene, span, (lot.quantity, lot.goods), saying)
            self.claims.append(msgspec.structs.replace(claim, route=None))
            self.haul = Haul(event, scene, stage)

    def travel(self, scene: Scene, trips: list[Voyage]) -> None:
        """One claim for a voyage from giver to taker: "The Boeing flew from X to Y three times in May"."""
        here = any(scene.sentence.span.overlap(c.quote_span) for c in self.claims[-FEW:])
        if self.last is None or here or not scene.words.isdisjoint(_UNSURE):
            return
        for trip in trips[:1]:
            tokens = [trip.carrier, *(trip.ends[role].token for role in ENDS)]
            giver, taker = (trip.ends[role] for role in ENDS)
            part = Event(replace(self.last[0].filled, goods=[]), (), giver, taker)
            span = scene.span(min(t.i for t in tokens), max(t.i for t in tokens) + 1)
            saying = Saying(self.writer.telling.at(span), Reading(Stage.SHIPPED, (TRAVELS,), (), None))
            self.claims.append(self.writer.write(part, scene, span, (None, []), saying))

    def _numbers(self, scene: Scene, event: Event, *, told: bool) -> None:
        """One claim for each further number that is put on the flow: "In March he had spoken of 7,000"."""
        if not self.claims:
            return
        last = self.claims[-1]
        unit = last.quantity.unit if last.quantity is not None else None
        currency = unit if unit is not None and unit.isupper() else None
        numbers = further_numbers(scene, event, currency, told=told) + optional_numbers(scene, event)
        numbers += [] if told else struck_numbers(scene, event)
        self._count(scene, [Restated(number, event) for number in numbers])

    def _rest(self, scene: Scene, event: Event) -> None:
        """One claim for what is told of the rest of a lot: "the others will go there in May"."""
        written = [c.quote_span for c in self.claims[-FEW:]]
        done = self.claims[-1].stage in DONE if self.claims else True
        for rest in remainders(scene, event, done=done):
            span = scene.span(rest.first, rest.last)
            if None in map(event.end, ENDS) or any(span.overlap(w) for w in written):
                continue
            saying = Saying(self.writer.telling.at(span), Reading(rest.stage, (REST, APART), (), None))
            part = Event(replace(event.filled, goods=[]), (), event.supplier, event.recipient)
            claim = self.writer.write(part, scene, span, (rest.quantity, []), saying)
            time = self.writer.in_time(rest.period, scene, saying)
            self.claims.append(msgspec.structs.replace(claim, time=time, route=None))

    def _restated(self, scene: Scene, *, told: bool) -> None:
        """One claim for each figure that a clause puts on what was told: "the haul was put at 60 tonnes"."""
        if self.claims and self.told:
            self._count(scene, restated_numbers(scene, self.told, plain=not told))
            self._count(scene, [] if told else [*counted_trips(scene, self.told)])

    def _count(self, scene: Scene, found: list[Restated]) -> None:
        """The claims of figures that no claim has yet."""
        counted = [c.quantity.span for c in self.claims if c.quantity is not None and c.quantity.span]
        for number, event in found:
            at = number.quantity.quantity.span
            if at is None or any(at.overlap(c) for c in counted):
                continue
            counted.append(at)
            span = scene.span(number.first, number.last)
            stage = Stage.PLANNED if number.ahead else self._last_stage(event)
            stage = Stage.USED if number.struck else stage
            stage = Stage.AGREED if number.dealt and stage in DONE | COMING else stage
            saying = Saying(self.writer.telling.at(at), Reading(stage, (FURTHER,), (), None))
            part = Event(replace(event.filled, goods=[]), (), event.supplier, event.recipient)
            claim = self.writer.write(part, scene, span, (number.quantity, []), saying)
            self.claims.append(msgspec.structs.replace(claim, time=number.period, route=None))

    def _last_stage(self, event: Event) -> Stage:
        stage = self.claims[-1].stage if self.claims else None
        return stage or event.trigger.stage


def _is_whole(claim: Claim, share: Claim, scene: Scene) -> bool:
    """Whether a claim of the sentence is the one to which a share in brackets gives its amount."""
    return claim.flow == share.flow and scene.sentence.span.contains(claim.quote_span)


def _misread(claim: Claim, event: Event, spans: list[Span]) -> bool:
    """Whether a claim rests on a share in brackets, with its party at the wrong end."""
    told = (event.end("supplier"), event.end("recipient"))
    return claim.flow != told and any(claim.quote_span.overlap(s) for s in spans)

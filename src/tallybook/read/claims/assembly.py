"""From what the sentences of a page tell to its transfer claims, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from tallybook.model import Claim, Span, Stage
from tallybook.read.attribution.attributed import Attributed
from tallybook.read.claims.anchored import (
    ROOM,
    halves_stand,
    hold_together,
    is_firm,
    leaves_open,
    names_arms,
    sums_up_years,
    without_halves,
)
from tallybook.read.claims.background import Background
from tallybook.read.claims.bartered import paid_back
from tallybook.read.claims.charging import with_charge
from tallybook.read.claims.completing import Completing
from tallybook.read.claims.contrast import contrasted
from tallybook.read.claims.dating import BACK, date_claims, dates_before
from tallybook.read.claims.denying import Denier
from tallybook.read.claims.goingon import REST, GoingOn
from tallybook.read.claims.home import on_one_side
from tallybook.read.claims.inferred import only_inferred
from tallybook.read.claims.judging import is_transfer
from tallybook.read.claims.negating import is_negated
from tallybook.read.claims.posture import is_play, only_lent
from tallybook.read.claims.questioned import answered_no
from tallybook.read.claims.retelling import Reteller
from tallybook.read.claims.rivalry import Rivalry
from tallybook.read.claims.secondlook import main_flow, seen_again
from tallybook.read.claims.speaking import with_state
from tallybook.read.claims.staging import stage_of, unended
from tallybook.read.claims.stopping import BACK as BACK_STOPS
from tallybook.read.claims.stopping import dated_by_stop, no_catch, stopped_before
from tallybook.read.claims.telling import Telling
from tallybook.read.claims.verdicts import is_called_untrue
from tallybook.read.claims.waiting import WAIT, Waiting
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.certainty import Hedges, as_told, in_reach
from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.holding import may_hold, pointing_holder
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flows
from tallybook.read.discourse.harmless import gives_harmless
from tallybook.read.discourse.openends import OpenEnds
from tallybook.read.discourse.remembering import remember
from tallybook.read.discourse.writtenat import written_at
from tallybook.read.events.behind import take_ends
from tallybook.read.events.details import amounts_of
from tallybook.read.events.polarity import by_polarity
from tallybook.read.events.quoting import quote_range
from tallybook.read.events.sentence import SentenceReader
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.page import Page
from tallybook.vocabulary import Vocabulary

Counted = tuple[QuantityMention | None, list[GoodsMention]]


@dataclass(frozen=True)
class Assembler:
    """Turns pages into transfer claims."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    hedges: Hedges

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Assembler:
        """An assembler with the given vocabulary."""
        return cls(vocabulary, Lexicon(vocabulary), Hedges(vocabulary))

    def claims(
        self, page: Page, attributed: tuple[Attributed, ...], scenes: tuple[Scene, ...]
    ) -> list[Claim]:
        """Every transfer claim of a page, repetitions included, in the order of the text.

        The page is read twice: once for its flows, once with those that it tells of only later in mind. One
        that tells of nothing the first time is not read again.
        """
        home = written_at(page, self.vocabulary)
        telling = Telling(attributed, scenes, home)
        whole = Background.of(scenes, self.hedges, home)
        writer = ClaimWriter(page, telling, self.vocabulary)
        first = _Run(SentenceReader(self.lexicon), writer, Flows(), whole)
        told = [event for scene in scenes for event in first.tell(scene)[-1]]
        if not told:
            return []
        run = _Run(first.reader.again(), writer, first.flows, whole)
        for scene in scenes:
            run.read(scene)
        run.look_again()
        if len(scenes) < ROOM:
            return run.claims
        return run.without_halves() if run.is_firm() else []


class _Run:
    """One page being read: what has been told so far."""

    def __init__(self, reader: SentenceReader, writer: ClaimWriter, ahead: Flows, whole: Background) -> None:
        self.lexicon = reader.lexicon
        self.writer = writer
        self.telling = writer.telling
        self.whole = whole
        self.hedges = whole.hedges
        self.reader = reader
        flows = [(f.supplier, f.recipient) for f in ahead.told]
        self.discourse = Discourse(groups=whole.groups, flows=flows, guest=self.telling.guest)
        self.flows = Flows()
        self.left: list[tuple[Scene, list[Event]]] = []
        self.ends = OpenEnds(
            reader,
            self.lexicon.countries,
            whole.named,
            self.flows,
            ahead,
            whole.schemes,
            self.telling.scenes,
            whole.home,
        )
        self.denier = Denier(writer, self.lexicon, self.discourse, self.flows, ahead)
        self.claims: list[Claim] = []
        self.loose: set[Span] = set()
        self.armed = False
        self.written: list[tuple[Event, bool]] = []
        self.whole_told: list[tuple[Event, int]] = []
        self.waiting = Waiting(self.ends)
        self.going_on = GoingOn(writer, whole.hedges, self.claims)
        self.rivalry = Rivalry(writer)

    def tell(self, scene: Scene) -> tuple[Parties, list[Event], list[Event]]:
        """The events of a sentence: all of them, and those that are transfers; their flows are remembered."""
        speaker = self.telling.state_at(scene)
        parties, events = self.reader.read(scene, self.discourse, speaker)
        self.armed = self.armed or any(names_arms(g, dual=self.whole.dual) for g in scene.goods)
        events = [e for event in events for e in self._or_parts(event, parties, speaker)]
        told = []
        for event in events:
            if event.rests_on is None:
                self.ends.fill(event, parties, speaker)
            else:
                take_ends(event)
            if event.supplier is None and event.recipient is None:
                self.waiting.note(event, scene, parties)
                continue
            if on_one_side(event, self.lexicon.countries) or not self._known_holder(event, scene):
                continue
            if only_inferred(event, scene) or gives_harmless(event, scene):
                continue
            if self.whole.on_duty and only_lent(event, drill=self.whole.drill):
                continue
            barter = self.whole.barter or paid_back(event, self.ends.ahead)
            if is_transfer(event, self.hedges[scene.number], armed=self.armed, barter=barter):
                told.append(event)
                remember(event, scene.number, self.flows, self.discourse)
        self.discourse.add(scene, parties)
        self.reader.settler.note(scene)
        self.ends.note(parties, told, speaker)
        return parties, events, told

    def is_firm(self) -> bool:
        """Whether the report tells of transfers firmly enough for all that it tells to be believed."""
        told = hold_together(self.claims, (event for event, _ in self.written))
        return told and is_firm(self.written, armed=self.armed) and not is_play(self.telling.scenes)

    def without_halves(self) -> list[Claim]:
        """The claims, those of which an end is open completed where one party is meant, or else left out."""
        meant = Completing.of(self.flows.told, self.telling.scenes, self.whole.home)
        sure = [c if halves_stand(c, self.loose) else meant.completed(c) for c in self.claims]
        return without_halves(sure, self.loose)

    def _known_holder(self, event: Event, scene: Scene) -> bool:
        """Whether "it" in "it held 600 rifles" can stand for a ship, a crate or a shipment told of before."""
        if no_catch(event, self.flows, scene.number, self.lexicon.agents):
            return False
        if pointing_holder(event.trigger.frame.name, event.trigger.head) is None:
            return True
        first = max(0, scene.number - WAIT)
        before = [t for s in self.telling.scenes[first : scene.number] for t in s.tokens]
        before += [t for t in scene.tokens if t.i < event.trigger.head.i]
        return any(may_hold(t, self.lexicon.agents) for t in before)

    def read(self, scene: Scene) -> None:
        """Read a sentence and write its claims."""
        parties, events, told = self.tell(scene)
        before = len(self.claims)
        for event in told:
            if event.supplier is not None and event.recipient is not None:
                self.whole_told.append((event, scene.number))
            for one, at in ((event, scene), *self.waiting.explained_by(event, scene.number)):
                self.written.append((one, self.armed))
                self._write(one, at)
        self._date(scene, alone=len(self.claims) == before)
        self.going_on.read(scene, told)
        self.claims += self.rivalry.claims(scene, told, self.claims)
        if not told:
            self.going_on.travel(scene, self.ends.voyages.trips(scene))
        turned = frozenset(t.hit.token for e in events for t in e.turns)
        taken = turned if any(e.supplier or e.recipient for e in told) else None
        self.claims.extend(self.denier.claims(scene, parties, taken, told))
        if all(REST in c.why for c in self.claims[before:]):
            self.left.append((scene, events))

    def look_again(self) -> None:
        """Write what sentences without a claim tell of the flow that the report is on."""
        flow = main_flow(self.claims)
        if flow is not None:
            for scene, events in self.left:
                whole = (c for c in self.claims if REST not in c.why)
                covered = any(scene.sentence.span.overlap(c.quote_span) for c in whole)
                if not covered and (again := seen_again(events, scene, flow)) is not None:
                    self._write(again, scene)
        self.claims += [*Reteller(self.writer, self.lexicon, self.whole_told).claims(self.claims)]
        self.claims.sort(key=lambda claim: claim.quote_span)

    def _date(self, scene: Scene, *, alone: bool) -> None:
        """Date what was told before by a sentence that only says when: "It happened last Friday"."""
        found = dates_before(scene, self.telling.barred(scene), alone=alone)
        if found is not None:
            before = self.telling.scenes[max(0, scene.number - BACK) : scene.number]
            date_claims(self.claims, tuple(s.sentence.span for s in reversed(before)), *found)

    def _or_parts(self, event: Event, parties: Parties, speaker: str | None) -> list[Event]:
        """The event by its polarity; where it is no transfer after all, the words that it had taken up."""
        whole = event.supplier is not None and event.recipient is not None
        if event.trigger.frame.name not in ("use", "aid") or not event.absorbed or whole:
            return by_polarity(event)
        return [event, *self.reader.alone(event.absorbed, parties, self.discourse, speaker)]

    def _write(self, event: Event, scene: Scene) -> None:
        """The claims of one event: one, or one for each figure of its own."""
        pairs = amounts_of(event, scene)
        first, last = quote_range(event, scene, (), _tokens_of(pairs[:1]))
        word = scene.span_of(event.trigger.head)
        told = with_state(self.telling.at(scene.span(first, last), word), event)
        hedges = self.hedges[scene.number]
        near = as_told(in_reach(hedges, event.trigger, scene), hedges, reported=told.source is not None)
        answer = answered_no(event, scene)
        if answer is not None:  # the question itself tells of nothing
            told, near = self.telling.cued(scene.span(*answer)), ()
        reading = stage_of(event, scene, told, near, self.claims)
        negated = answer is not None or is_negated(event, scene, near)
        before = self.telling.scenes[max(0, scene.number - BACK_STOPS) : scene.number]
        if reading.stage is Stage.SHIPPED and stopped_before(event, before, self.lexicon.agents):
            reading = replace(reading, stage=Stage.SEIZED)
        if not negated and is_called_untrue(event, scene, self.lexicon):
            reading = replace(reading, stage=Stage.DENIED_TRANSFER)
        if negated and reading.stage is Stage.ENDED:
            reading, negated = replace(reading, stage=unended(event)), False
        saying = Saying(told, reading, near, negated)
        for number, pair in enumerate(pairs):
            part = event if len(pairs) == 1 else _with_goods(event, pair[1], alone=number > 0)
            span = self.writer.quote(part, scene, near, _tokens_of([pair]), alone=number > 0)
            claim = self.writer.write(event, scene, span, pair, saying)
            if number and claim.time is None:  # a lot of its own without a time of its own
                claim = msgspec.structs.replace(claim, time=self.claims[-1].time)
            claim = dated_by_stop(claim, event, scene, self.telling.scenes, self.lexicon.agents)
            if leaves_open(event) or sums_up_years(event, claim):
                self.loose.add(claim.quote_span)
            denied = (pair, saying.told)
            self.claims.extend(with_charge(self.writer, claim, event, scene, denied, self.lexicon))
        self.claims.extend(contrasted(self.writer, self.claims[-1], event, scene, saying))


def _tokens_of(pairs: list[Counted]) -> list[int]:
    return [i for q, _ in pairs if q is not None for i in (q.first, q.last - 1)]


def _with_goods(event: Event, goods: list[GoodsMention], *, alone: bool) -> Event:
    filled = replace(event.filled, goods=goods)
    return Event(filled, () if alone else event.turns, event.supplier, event.recipient, event.bidirectional)

"""Which claims does a sentence make that tells a flow again in other words: "The machines are here"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from tallybook.model import Claim, Span, Stage
from tallybook.read.claims.apart import APART
from tallybook.read.claims.meant import Meant, Placed
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import told_before
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.discourse.pointed import CARRIERS, Known, Retelling, is_carrier
from tallybook.read.discourse.remembering import nouns_of
from tallybook.read.discourse.retold import told_again
from tallybook.read.discourse.retoldends import ends_again
from tallybook.read.discourse.retoldpay import payments_again
from tallybook.read.discourse.retolduse import uses_again
from tallybook.read.discourse.retoldways import ways_again
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.mentions.vessels import find_vessels
from tallybook.vocabulary.wordlists import words_of

AGAIN = "told again of the flow before it, in other words"

_NOT_TOLD = frozenset({"headline", "caption", "heading"})
_LOTS = words_of("what is handed over at once")


@dataclass(frozen=True)
class Reteller:
    """Writes the claims of clauses that tell again of a flow.

    Attributes:
        writer: writes the claims.
        lexicon: the words and the parties of the vocabulary.
        told: the transfers of the report with both ends, each with the number of its sentence.
    """

    writer: ClaimWriter
    lexicon: Lexicon
    told: Sequence[Placed]

    def claims(self, before: Sequence[Claim]) -> list[Claim]:
        """The claims of every clause that only tells again, where ``before`` has none."""
        if not self.told:
            return []
        known, meant, written = self._known(before), Meant(self.told, self.lexicon), list(before)
        for scene in self.writer.telling.scenes:
            if scene.sentence.kind in _NOT_TOLD:
                continue
            for found in _retellings(scene, known):
                claim = self._claim(found, scene, meant, written)
                written += [claim] if claim is not None else []
        return written[len(before) :]

    def _claim(self, found: Retelling, scene: Scene, meant: Meant, written: Sequence[Claim]) -> Claim | None:
        """The claim of a clause, where no other has its words and the flow that it tells again is known."""
        span = scene.span(found.first, found.last)
        if not found.back and any(span.overlap(c.quote_span) for c in written):
            return None
        event = meant.event(found, scene)
        if event is None:
            return None
        if found.back:
            event = _turned(event)
            here = (c for c in written if scene.sentence.span.contains(c.quote_span))
            if any(c.flow == (event.end("supplier"), event.end("recipient")) for c in here):
                return None
        return self._write(found, event, scene, span)

    def _known(self, before: Sequence[Claim]) -> Known:
        """What the report has told of."""
        scenes = self.writer.telling.scenes
        told = [scenes[n] for n in {n for _, n in self.told}]
        ships = find_vessels(self.writer.page.report.text, self.writer.vocabulary)
        names = {m.vessel.name.split()[-1] for m in ships}
        carriers = frozenset({t.text for s in told for t in s.among(CARRIERS) if is_carrier(t)} | names)
        types = {g.goods.designation for e, _ in self.told for g in e.filled.goods}
        return Known(
            goods=frozenset(n for event, _ in self.told for n in nouns_of(event)),
            carriers=carriers,
            caught=any(c.stage is Stage.SEIZED for c in before),
            held=any(c.stage is Stage.ENDED or c.negated for c in before),
            moved=bool(carriers) or any(noun_lemma(t) in _LOTS for s in told for t in s.among(_LOTS)),
            types=frozenset(t for t in types if t is not None),
            categories=frozenset(g.goods.category for e, _ in self.told for g in e.filled.goods),
            sentences=frozenset(n for _, n in self.told),
            givers=frozenset(a.lower() for e, _ in self.told for a in self._called(e.end("supplier"))),
        )

    def _called(self, name: str | None) -> tuple[str, ...]:
        """The name and the adjectives of a state."""
        states = (s for s in self.writer.vocabulary.states if s.name == name)
        return next(((*s.adjectives, s.name) for s in states), ())

    def _write(self, found: Retelling, event: Event, scene: Scene, span: Span) -> Claim:
        counted, goods = _counted(found, scene)
        giver, taker = told_before(event.supplier), told_before(event.recipient)
        part = Event(replace(event.filled, goods=goods), (), giver, taker)
        reading = Reading(found.stage, (AGAIN, APART), (), None)
        word = scene.span_of(found.points)
        saying = Saying(self.writer.telling.at(span, word), reading, (), found.negated)
        claim = self.writer.write(part, scene, span, (counted, goods), saying)
        barred = self.writer.telling.barred(scene)
        spans = ((p, p.span) for p in scene.periods if p.span is not None)
        time = next((p for p, s in spans if not any(s.overlap(b) for b in barred)), None)
        return msgspec.structs.replace(claim, time=self.writer.in_time(time, scene, saying), route=None)


def _retellings(scene: Scene, known: Known) -> Iterator[Retelling]:
    yield from told_again(scene, known)
    yield from ways_again(scene, known)
    yield from uses_again(scene, known)
    yield from payments_again(scene)
    yield from ends_again(scene, known)


def _turned(event: Event) -> Event:
    """The event with its ends the other way round."""
    giver, taker = told_before(event.recipient), told_before(event.supplier)
    return Event(replace(event.filled, goods=[], anaphor=None), (), giver, taker)


def _counted(found: Retelling, scene: Scene) -> tuple[QuantityMention | None, list[GoodsMention]]:
    """How many of what goods are pointed at."""
    inside = range(found.first, max(found.points.i + 1, found.first + 1))
    goods = [g for g in scene.goods if g.head in inside and not g.weak]
    near = (q for q in scene.quantities if q.first in inside and q.what in ("goods", "group", "share"))
    return next(near, None), goods

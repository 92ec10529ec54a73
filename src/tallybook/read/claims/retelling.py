"""Which claims does a sentence make that tells a flow again in other words: "The machines are here"?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from tallybook.model import Claim, Span, Stage
from tallybook.read.claims.apart import APART
from tallybook.read.claims.wording import ClaimWriter, Saying
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.inkind import IN_KIND
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.discourse.grounds import state_of
from tallybook.read.discourse.pointed import Known, is_carrier
from tallybook.read.discourse.remembering import nouns_of
from tallybook.read.discourse.retold import Retelling, told_again
from tallybook.read.discourse.retoldpay import payments_again
from tallybook.read.discourse.retolduse import uses_again
from tallybook.read.discourse.retoldways import Way, ways_again
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.mentions.vessels import find_vessels
from tallybook.vocabulary.wordlists import words_of

AGAIN = "told again of the flow before it, in other words"

_ASIDE = frozenset({"outlet", "person"})
_NOT_TOLD = frozenset({"headline", "caption", "heading"})
_LOTS = words_of("what is handed over at once")
_ONCE = 1
_RIGHT_BEFORE = 2
_AHEAD = 3
_REACH = 12
"""Sentences between a flow and what is told of it again, at most."""


@dataclass
class Reteller:
    """Writes the claims of clauses that tell again of a flow.

    Attributes:
        writer: writes the claims.
        lexicon: knows which places lie in which state.
        told: the transfers of the report with both ends, each with the number of its sentence.
    """

    writer: ClaimWriter
    lexicon: Lexicon
    told: list[tuple[Event, int]]

    def claims(self, before: Sequence[Claim]) -> Iterable[Claim]:
        """The claims of every clause that only tells again, where ``before`` has none."""
        known = self._known(before)
        written = list(before)
        for scene in self.writer.telling.scenes if self.told else ():
            if scene.sentence.kind in _NOT_TOLD:
                continue
            found_here: list[Retelling | Way] = [*told_again(scene, known), *ways_again(scene, known)]
            for found in (*found_here, *uses_again(scene, known), *payments_again(scene)):
                claim = self._claim(found, scene, written)
                if claim is not None:
                    written.append(claim)
        return written[len(before) :]

    def _claim(self, found: Retelling | Way, scene: Scene, written: Sequence[Claim]) -> Claim | None:
        """The claim of a clause, where no other has its words and the flow that it tells again is known."""
        span = scene.span(found.first, found.last)
        back = isinstance(found, Way) and found.back
        event = self._meant(found, scene)
        if event is None or not self._at_its_end(found, scene, event):
            return None
        if not back:
            taken = any(span.overlap(c.quote_span) for c in written)
            return None if taken else self._write(found, event, scene, span)
        turned = _turned(event)
        here = (c for c in written if scene.sentence.span.contains(c.quote_span))
        told = any(c.flow == (turned.end("supplier"), turned.end("recipient")) for c in here)
        return None if told else self._write(found, turned, scene, span)

    def _known(self, before: Sequence[Claim]) -> Known:
        scenes = self.writer.telling.scenes
        goods = frozenset(n for event, _ in self.told for n in nouns_of(event))
        nouns = (t for _, n in self.told for t in scenes[n].tokens if is_carrier(t))
        ships = find_vessels(self.writer.page.report.text, self.writer.vocabulary)
        names = {word for m in ships for word in m.vessel.name.split()[-1:]}
        carriers = frozenset({t.text for t in nouns} | names)
        lots = any(noun_lemma(t) in _LOTS for _, n in self.told for t in scenes[n].tokens)
        caught = any(c.stage is Stage.SEIZED for c in before)
        types = frozenset(g.goods.designation or "" for e, _ in self.told for g in e.filled.goods) - {""}
        givers = frozenset(a.lower() for e, _ in self.told for a in self._adjectives(e.end("supplier")))
        return Known(goods, carriers, caught, bool(carriers) or lots, types, givers)

    def _adjectives(self, name: str | None) -> tuple[str, ...]:
        states = (s for s in self.writer.vocabulary.states if s.name == name)
        return next(((*s.adjectives, s.name) for s in states), ())

    def _meant(self, found: Retelling | Way, scene: Scene) -> Event | None:
        """The transfer told last that a clause can tell again, nobody but its ends being named in it."""
        paid = isinstance(found, Way) and found.back
        paying = {(e.end("supplier"), e.end("recipient")) for e, _ in self.told if paid and _is_payment(e)}
        told = [(e, n) for e, n in self.told if (e.end("supplier"), e.end("recipient")) not in paying]
        near = [(e, n) for e, n in told if abs(scene.number - n) <= _REACH]
        before = [e for e, n in reversed(near) if n <= scene.number]
        named = self._named(found, scene)
        fired = isinstance(found, Way) and found.fired
        passing = {e.end("supplier") for e, _ in self.told} if fired else set()
        pointing = found.points.pos_ == "PRON" or (
            isinstance(found, Way) and not (found.role or fired or found.main)
        )
        if pointing and not paid:
            before = [e for e, n in reversed(near) if 0 <= scene.number - n <= _RIGHT_BEFORE]
        behind = (e for e, n in near if 0 < n - scene.number <= _AHEAD and not (paid or pointing))
        fitting = [
            event
            for event in (*before, *behind)
            if named <= self._ends(event) and not self._comes_home(found, scene, event)
            if event.end("recipient") not in passing
            if _flag(found, scene) in (None, event.end("supplier"))
        ]
        made = self._of_make(found, scene, fitting)
        if made is not None:
            return made
        last = next((n for e, n in reversed(near) if fitting and e is fitting[0]), None)
        if last is not None and not paid and 0 <= scene.number - last <= _RIGHT_BEFORE:
            return fitting[0]
        often = Counter((e.end("supplier"), e.end("recipient")) for e, _ in told)
        most = max(often.values(), default=0)
        main = (e for e in fitting if often[e.end("supplier"), e.end("recipient")] == most > _ONCE)
        return next(main, None) or next(iter(fitting), None)

    def _of_make(self, found: Retelling | Way, scene: Scene, events: Sequence[Event]) -> Event | None:
        """The transfer by the state that makes the type found in use."""
        goods = scene.goods_at.get(found.points.i)
        if goods is None or goods.goods.designation is None or not (isinstance(found, Way) and found.fired):
            return None
        maker = self.lexicon.makers.get(goods.goods.designation)
        return next((e for e in events if e.end("supplier") == maker), None)

    def _named(self, found: Retelling | Way, scene: Scene) -> set[str]:
        """The parties, and the states of the places, that a clause names, but for whom arms hit."""
        return set() if isinstance(found, Way) and found.fired else self._parties(found, scene)

    def _parties(self, found: Retelling | Way, scene: Scene) -> set[str]:
        inside = [a for a in scene.actors if found.first <= a.first < found.last and a.kind not in _ASIDE]
        named = {str(end_point(a)) for a in inside if not _is_make(a, scene)}
        taken = {i for a in inside for i in range(a.first, a.last)}
        places = [t for t in scene.doc[found.first : found.last] if t.pos_ == "PROPN" and t.i not in taken]
        return named | {s for t in places if (s := state_of(t, self.lexicon)) is not None}

    def _ends(self, event: Event) -> set[str]:
        names = {str(event.end(role)) for role in ENDS}
        return names | {self.lexicon.countries[n] for n in names if n in self.lexicon.countries}

    def _at_its_end(self, found: Retelling | Way, scene: Scene, event: Event) -> bool:
        """Whether whom a clause places at an end, where it does, stands at that end."""
        role = found.role if isinstance(found, Way) else "recipient" if found.placed else None
        if role is None:
            return True
        end = str(event.end(role))
        beside = {self.lexicon.countries.get(end, end)} if not is_carrier(found.points) else set()
        named = self._parties(found, scene)
        return bool(named & {end, *beside}) or (not named and self._places_it(found, scene, event))

    def _places_it(self, found: Retelling | Way, scene: Scene, event: Event) -> bool:
        """Whether a carrier goes to a place that we do not know, right behind what is told again."""
        if isinstance(found, Retelling) and not is_carrier(found.points):
            return False
        at = next((n for e, n in self.told if e is event), scene.number)
        places = (t for t in scene.doc[found.first : found.last] if t.pos_ == "PROPN" and t.dep_ == "pobj")
        return 0 <= scene.number - at <= _RIGHT_BEFORE and any(places)

    def _comes_home(self, found: Retelling | Way, scene: Scene, event: Event) -> bool:
        """Whether only the giver is named, to whom nothing comes: "are on the way from X" apart."""
        if isinstance(found, Way):
            return False
        named = self._named(found, scene)
        words = {t.lower_ for t in scene.doc[found.first : found.last]}
        return named == {event.end("supplier")} and not words & {"from", "out", "left"}

    def _write(self, found: Retelling | Way, event: Event, scene: Scene, span: Span) -> Claim:
        counted, goods = _counted(found, scene)
        ends = _again(event, "supplier"), _again(event, "recipient")
        part = Event(replace(event.filled, goods=goods), (), ends[0], ends[1])
        reading = Reading(found.stage, (AGAIN, APART), (), None)
        word = scene.span_of(found.points)
        saying = Saying(self.writer.telling.at(span, word), reading, (), found.negated)
        claim = self.writer.write(part, scene, span, (counted, goods), saying)
        inside = [p for p in scene.periods if p.span is not None and scene.sentence.span.contains(p.span)]
        time = next((p for p in inside if p.span is not None and not self._barred(p.span, scene)), None)
        return msgspec.structs.replace(claim, time=self.writer.in_time(time, scene, saying), route=None)

    def _barred(self, span: Span, scene: Scene) -> bool:
        return any(span.overlap(b) for b in self.writer.telling.barred(scene))


def _flag(found: Retelling | Way, scene: Scene) -> str | None:
    """Whose a ship or a plane is called: "six Ruritanian transports"."""
    owners = (scene.actor_at.get(c.i) for c in found.points.lefts if is_carrier(found.points))
    return next((end_point(a) for a in owners if a is not None and a.kind == "state"), None)


def _is_make(actor: ActorMention, scene: Scene) -> bool:
    """Whether an adjective only says whose make arms are, and not whose a ship or a plane is."""
    noun = scene.doc[actor.last - 1].head
    return actor.form in ("adjective", "made") and noun.i in scene.goods_at and not is_carrier(noun)


def _is_payment(event: Event) -> bool:
    """Whether goods that are given are what others are paid with."""
    goods = event.filled.goods
    return event.trigger.word.name == IN_KIND or (bool(goods) and all(g.civil for g in goods))


def _turned(event: Event) -> Event:
    """The event with its ends the other way round."""
    giver, taker = _again(event, "recipient"), _again(event, "supplier")
    return Event(replace(event.filled, goods=[], anaphor=None), (), giver, taker)


def _again(event: Event, role: str) -> Link | None:
    link = event.supplier if role == "supplier" else event.recipient
    return None if link is None else replace(link, slot="discourse", mention=None)


def _counted(found: Retelling | Way, scene: Scene) -> tuple[QuantityMention | None, list[GoodsMention]]:
    """How many of what goods are pointed at."""
    inside = range(found.first, max(found.points.i + 1, found.first + 1))
    goods = [g for g in scene.goods if g.head in inside and not g.weak]
    near = (q for q in scene.quantities if q.first in inside and q.what in ("goods", "group", "share"))
    return next(near, None), goods

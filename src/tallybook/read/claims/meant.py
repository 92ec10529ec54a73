"""Which of the transfers told does a clause tell again that names one end, a place or nobody at all?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.inkind import IN_KIND
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.grounds import state_of
from tallybook.read.discourse.pointed import Retelling, is_carrier
from tallybook.read.mentions.actors import ActorMention

Placed = tuple[Event, int]
"""A transfer with the number of its sentence."""

Ends = tuple[str | None, str | None]

_ASIDE = frozenset({"outlet", "person"})
_BACK, _AHEAD, _RIGHT_BEFORE = 12, 3, 2
"""Sentences that the transfer may stand before or behind the clause, and before one that says "it"."""

_SHARE, _ONCE = 0.6, 1
"""Share and number of the transfers told from which on a report is on their flow."""


@dataclass(frozen=True)
class Meant:
    """Knows which transfer of a report is told again.

    Attributes:
        told: the transfers with both ends, in the order of the text.
        lexicon: knows which places lie in which state, and who makes which type.
    """

    told: Sequence[Placed]
    lexicon: Lexicon

    def event(self, found: Retelling, scene: Scene) -> Event | None:
        """The transfer that a clause tells again, where nobody but its ends is named in it."""
        fitting = [e for e in self._candidates(found, scene) if self._fits(found, scene, e)]
        event = self._of_make(found, scene, fitting) or self._chosen(found, scene, fitting)
        return event if event is not None and self._at_its_end(found, scene, event) else None

    def _candidates(self, found: Retelling, scene: Scene) -> Iterator[Event]:
        """The transfers that may be meant: those before the clause, the nearest first, and those behind."""
        paid = {_ends(e) for e, _ in self.told if found.back and _is_payment(e)}
        main = self._main()
        for event, at in reversed(self.told):
            near = 0 <= scene.number - at <= (_RIGHT_BEFORE if found.near else _BACK)
            if _ends(event) not in paid and (near or (at <= scene.number and _ends(event) == main)):
                yield event
        for event, at in self.told:
            near = 0 < at - scene.number <= _AHEAD and not (found.near or found.back)
            if _ends(event) not in paid and at > scene.number and (near or _ends(event) == main):
                yield event

    def _chosen(self, found: Retelling, scene: Scene, fitting: Sequence[Event]) -> Event | None:
        """The transfer right before the clause, else the one of the flow that the report is on."""
        if not fitting:
            return None
        last = self._place_of(fitting[0])
        if not found.back and 0 <= scene.number - last <= _RIGHT_BEFORE:
            return fitting[0]
        often = Counter(_ends(e) for e, _ in self.told)
        most = max(often.values())
        return next((e for e in fitting if often[_ends(e)] == most > _ONCE), fitting[0])

    def _place_of(self, event: Event) -> int:
        return next(at for e, at in self.told if e is event)

    def _main(self) -> Ends | None:
        """The ends of most transfers told; ``None`` where they are of several."""
        often = Counter(_ends(e) for e, _ in self.told)
        ends, times = often.most_common(1)[0]
        return ends if times > max(_ONCE, _SHARE * len(self.told)) else None

    def _fits(self, found: Retelling, scene: Scene, event: Event) -> bool:
        """Whether nothing that a clause names speaks against a transfer."""
        named = set() if found.fired else self._named(found, scene)
        if not named <= self._states(event) or _flag(found, scene) not in (None, event.end("supplier")):
            return False
        if found.against and self._named(found, scene) & self._states(event):
            return False
        if found.fired:
            return event.end("recipient") not in {e.end("supplier") for e, _ in self.told}
        comes = found.role is None and named == {event.end("supplier")}
        words = {t.lower_ for t in scene.doc[found.first : found.last]}
        return not comes or bool(words & _FROM) or found.back or found.near

    def _of_make(self, found: Retelling, scene: Scene, events: Sequence[Event]) -> Event | None:
        """The transfer by the state that makes the type found in use."""
        goods = scene.goods_at.get(found.points.i)
        if goods is None or goods.goods.designation is None or not found.fired:
            return None
        maker = self.lexicon.makers.get(goods.goods.designation)
        return next((e for e in events if e.end("supplier") == maker), None)

    def _named(self, found: Retelling, scene: Scene) -> set[str]:
        """The parties, and the states of the places, that a clause names."""
        inside = [a for a in scene.actors if found.first <= a.first < found.last and a.kind not in _ASIDE]
        named = {str(end_point(a)) for a in inside if not _is_make(a, scene)}
        taken = {i for a in inside for i in range(a.first, a.last)}
        places = [t for t in scene.doc[found.first : found.last] if t.pos_ == "PROPN" and t.i not in taken]
        return named | {s for t in places if (s := state_of(t, self.lexicon)) is not None}

    def _states(self, event: Event) -> set[str]:
        names = {str(name) for name in _ends(event)}
        return names | {self.lexicon.countries[n] for n in names if n in self.lexicon.countries}

    def _at_its_end(self, found: Retelling, scene: Scene, event: Event) -> bool:
        """Whether whom a clause places at an end, where it does, stands at that end."""
        if found.role is None:
            return True
        end = str(event.end(found.role))
        beside = {self.lexicon.countries.get(end, end)} if not is_carrier(found.points) else set()
        named = self._named(found, scene)
        return bool(named & {end, *beside}) or (not named and self._places_it(found, scene, event))

    def _places_it(self, found: Retelling, scene: Scene, event: Event) -> bool:
        """Whether a ship or its papers tell of a place that we do not know, right behind the transfer."""
        if found.points.i in scene.goods_at or found.points.pos_ == "PRON":
            return False
        places = (t for t in scene.doc[found.first : found.last] if t.pos_ == "PROPN")
        unknown = any(t.dep_ == "pobj" for t in places) and not found.fired
        return unknown and 0 <= scene.number - self._place_of(event) <= _RIGHT_BEFORE


_FROM = frozenset({"from", "out", "left"})


def _ends(event: Event) -> Ends:
    return (event.end("supplier"), event.end("recipient"))


def _flag(found: Retelling, scene: Scene) -> str | None:
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

"""Which flow is in force at a sentence, so that the ends that its words leave open are the ends of this flow?

A flow can be in force where nothing in the words speaks against it: not the ends that they name, not the
goods, not what a number or a pronoun stands for. Of several the one whose open end the sentence itself names
goes first, as a party or as its speaker; then the one told last, unless another one has more in common with
what is told here. Where none was told so far that can be meant, it is the one that the report tells of most.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from tallybook.model import Category, Stage
from tallybook.read.clauses.coreference import end_point, is_subject
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.listing import goes_on
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.standing import says_more
from tallybook.read.discourse.directions import PAID_WITH
from tallybook.read.discourse.flows import Flow, Flows, kin_of
from tallybook.read.discourse.nearby import USED_THERE, stands_aside, used_at
from tallybook.read.discourse.pointing import asks_in_return, could_be_any, in_return, turns_to_anybody
from tallybook.read.discourse.remembering import nouns_of, spoken_of, types_of
from tallybook.read.events.settling import Settler

_FROM_MAKERS = frozenset(
    {"ordered", "get", "arrive", "seek", "deal", "hire", "use", "aid", "found", "downed"}
)
"""Frames in which the maker of a type is a likelier supplier than whoever was told of last."""

_OF_OTHERS = frozenset({"seize", "found", "downed"})
"""Frames in which who speaks tells of what others gave and got."""

_YEAR = re.compile(r"(19|20)\d\d")
_FORCES = frozenset({"army", "government"})
_GENERAL = frozenset(
    {"aid", "arm", "arms", "assistance", "equipment", "hardware", "help", "support", "weapon"}
)
"""What arms of all kinds are called."""

_GUNS = frozenset({"artillery", "cannon", "gun", "howitzer", "mortar"})
_WITH_GUNS = frozenset(
    {Category.ARTILLERY_AMMUNITION, Category.UNSPECIFIED, Category.OTHER, Category.TECHNOLOGY}
)
_STANDS_FOR = 1
"""How many sentences back goods may stand that a number or a pronoun stands for."""


NAMED = 100
"""What it counts, in sentences, that the sentence itself names the open end of a flow: more than all else."""

SAME_TYPE, CALLED_SO, ALIKE, OFTEN, CAUGHT, PLAIN = 2, 2, 1, 2, 4, 2
"""What it counts that a flow moves the same type, what is called so or is alike, is told of most, of a catch,
or in plain words."""


@dataclass
class InForce:
    """Knows which flow a sentence goes on with.

    Attributes:
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
        settler: knows who makes which type.
        named: every party that the report names.
        scenes: the sentences of the report.
    """

    flows: Flows
    ahead: Flows
    settler: Settler
    named: frozenset[str | None]
    scenes: tuple[Scene, ...] = ()
    _said: tuple[int, frozenset[Category]] = field(default=(-9, frozenset()))
    _asked: int = -9
    """The number of the sentence that last only opened what comes back for arms."""

    def note(self, parties: Parties, told: list[Event]) -> None:
        """Remember of what goods a sentence speaks, for what points back to them, and what it asks for."""
        if asks_in_return(parties) and not any(e.filled.goods and PAID_WITH not in e.why for e in told):
            self._asked = parties.scene.number
        strong = spoken_of(parties.scene, told)
        if strong:
            self._said = (parties.scene.number, strong)

    def in_custody(self, event: Event, scene: int) -> bool:
        """Whether what was told last is a seizure, so that goods "handed over" by nobody are the seizer's."""
        by_nobody = event.trigger.frame.name in ("give", "unload") and event.trigger.passive
        if not by_nobody or any(map(event.end, ENDS)):
            return False
        last = self.flows.last(scene=scene)
        return last is not None and last.stage is Stage.SEIZED

    def flow(self, event: Event, parties: Parties, speaker: str | None) -> Flow | None:
        """The flow told so far that an event goes on with, ``None`` where none can be meant."""
        giver, taker = (event.end(role) for role in ENDS)
        scene = parties.scene.number
        if event.trigger.frame.name != "swap" and self._comes_back(parties, giver, taker):
            back = self.flows.last(supplier=taker, recipient=giver, scene=scene)
            if back is not None:
                event.why.append(PAID_WITH)
                return replace(back, supplier=back.recipient, recipient=back.supplier)
        onward = says_more(event.trigger) or goes_on(event.trigger)
        onward = onward or event.trigger.frame.name in HOLDING  # one hold has goods of many kinds
        moved = frozenset() if onward else self.moved(event, parties)
        fitting = self._fitting(event, moved, scene)
        for army in self._own_forces(taker) if not fitting else ():
            fitting = self.flows.fitting(supplier=giver, recipient=army, categories=moved, scene=scene)
        if not fitting:
            return None
        doc = parties.scene.doc
        here = {end_point(m) for i, m in parties.at.items() if not stands_aside(doc[i])}
        here |= (handed_on := used_at(event, parties, self.flows.told))
        here = here - {speaker} if event.trigger.frame.name in _OF_OTHERS else here | {speaker}
        told = Counter((f.supplier, f.recipient) for f in (*self.flows.told, *self.ahead.told))
        most = max(told.values())
        often = {f: told[f.supplier, f.recipient] / most for f in fitting}
        flow = max(fitting, key=lambda f: self._nearness(f, often[f], event, here, scene))
        if giver is None and taker is None and scene - flow.scene > 1 and could_be_any(event, fitting):
            return None
        if flow.recipient in handed_on:
            event.why.append(USED_THERE)
        if giver is None and event.trigger.frame.name in _FROM_MAKERS:
            flow = self._by_maker(event, flow)
        return flow

    def _comes_back(self, parties: Parties, giver: str | None, taker: str | None) -> bool:
        """Whether a sentence tells of what comes back, and has not told yet what one of the two gives."""
        scene = parties.scene.number
        told = self.flows.last(supplier=giver, recipient=taker, scene=scene, reach=0)
        if told is not None and (giver or taker):
            return False
        return in_return(parties) or scene - self._asked == 1

    def _fitting(self, event: Event, moved: frozenset[Category], scene: int) -> list[Flow]:
        """The flows that an event can go on with: of such goods, else of what is called so or alike."""
        giver, taker = (event.end(role) for role in ENDS)
        every = self.flows.fitting(supplier=giver, recipient=taker, scene=scene)
        nouns = nouns_of(event) - _GENERAL
        called = [f for f in every if f.nouns & nouns or (f.moves(moved) and not _apart(f, nouns, moved))]
        return called or [f for f in every if f.moves(kin_of(moved)) and not _apart(f, nouns, moved)]

    def _nearness(self, flow: Flow, often: float, event: Event, here: set[str | None], scene: int) -> float:
        """How near a flow stands to an event: in sentences, made up for by what both have in common.

        ``often`` is how often the report tells of its ends, as a share of those that it tells of most.
        """
        named = sum(flow.end(role) in here for role in ENDS if event.end(role) is None)
        same = bool(flow.types & types_of(event))
        alike = bool(flow.categories & {g.goods.category for g in event.filled.goods if not g.weak})
        caught = event.trigger.frame.name == "seize" and flow.stage is Stage.SEIZED
        called = bool(flow.nouns & nouns_of(event) - _GENERAL)
        common = (
            SAME_TYPE * same
            + CALLED_SO * called
            + ALIKE * alike
            + OFTEN * often
            + CAUGHT * caught
            + PLAIN * (flow.plain - 2 * flow.aside)
        )
        return NAMED * named + common - (scene - flow.scene)

    def _own_forces(self, state: str | None) -> list[str]:
        """The army or government of a divided state that the report names: it has got what the state got."""
        countries = self.settler.lexicon.countries
        own = [n for n in self.named if n is not None and countries.get(n) == state]
        return [n for n in own if _FORCES & {w.lower() for w in n.split()}]

    def end(self, event: Event, role: str, parties: Parties, speaker: str | None) -> str | None:
        """An open end where no flow told so far can be meant: the maker, who is told of most, what comes."""
        made = self._told_of(event, role, parties) or self._made_by(event, role)
        if made is not None:
            return made
        if role == "supplier" and turns_to_anybody(event):
            return None
        other, moved = event.other_end(role), self.moved(event, parties)
        if other is not None:
            if (alone := self.flows.alone_with(role, other)) is not None:
                return alone
            make = event.maker if role == "supplier" and event.maker in self._may_give(event) else None
            here = {end_point(m) for m in parties.at.values()} | {speaker}
            make = self._rival(event, make, other, here) or make
            whose = (other, *self._own_forces(other))
            told = next((t for n in whose if (t := self.flows.partner(role, n, parties.scene.number))), None)
            told = told or self.flows.end(role, other, categories=moved, scene=parties.scene.number)
            seizers = {link.name for link in event.links if link.role == "seizer"}
            caught = any(f.supplier in seizers for f in self.flows.told)  # he may give it away later
            told = None if caught or self._others(event, parties) else told
            return make or told or self._later(event, role, moved, parties.scene.number)
        if event.filled.anaphor is not None or event.trigger.frame.name == "seize":
            return self._later(event, role, moved, parties.scene.number)
        return None

    def _rival(self, event: Event, make: str | None, taker: str, here: set[str | None]) -> str | None:
        """Who is told to give such a type, or speaks here and gives otherwise, where its maker does not."""
        if make is None:
            return None
        told = [f for f in (*self.flows.told, *self.ahead.told) if f.plain]
        same = [f for f in told if f.recipient == taker and (f.types & types_of(event) or f.supplier in here)]
        givers = [f.supplier for f in same if f.supplier is not None]
        return max(givers, key=givers.count) if givers and make not in givers else None

    def _others(self, event: Event, parties: Parties) -> bool:
        """Whether officials of somebody else speak in the sentence, who may stand at the open end as well."""
        start, stop = parties.scene.part_of(event.trigger.head.i)
        nouns = [parties.scene.doc[g.head] for g in event.filled.goods]
        if not nouns or any(c.lower_ in DEFINITE for n in nouns for c in n.lefts):
            return False
        known = {link.name for link in event.links} | {event.end(role) for role in ENDS}
        told = {name for f in self.flows.told for name in (f.supplier, f.recipient)}
        here = [m for i, m in parties.at.items() if start <= i < event.trigger.head.i < stop]
        return any(end_point(m) not in known | told for m in here)

    def moved(self, event: Event, parties: Parties) -> frozenset[Category]:
        """The categories of what moves: its own goods, or those that a number or a pronoun stands for."""
        own = frozenset(g.goods.category for g in event.filled.goods)
        anaphor = event.filled.anaphor
        if own or anaphor is None:
            return own
        before = [g for g in parties.scene.goods if g.last <= anaphor.i and not (g.weak or g.civil)]
        if before:
            return frozenset(g.goods.category for g in before)
        scene, said = self._said
        return said if parties.scene.number - scene <= _STANDS_FOR else frozenset()

    def _by_maker(self, event: Event, flow: Flow) -> Flow:
        """For what is bought, the flow led by the maker of the type before others."""
        makers = self.settler.makers_of(event)
        if not makers or flow.supplier in makers or self._meant(event, flow):
            return flow
        taker = event.end("recipient")
        led = [self.flows.dominant(maker, taker, frozenset()) for maker in sorted(makers)]
        led_by = next((f for f in led if f is not None), None)
        if led_by is None and not flow.types & types_of(event) and makers & self.named:
            led_by = replace(flow, supplier=sorted(makers & self.named, key=str)[0])
        return led_by or flow

    def _meant(self, event: Event, flow: Flow) -> bool:
        """Whether "the tanks" are those of a flow that the words told of: who gave them is known."""
        return flow.plain and not types_of(event) and bool(flow.types & self.settler.meant(event))

    def _told_of(self, event: Event, role: str, parties: Parties) -> str | None:
        """Who is told, in the same sentence before a colon, to have got what it then lists."""
        scene, head = parties.scene, event.trigger.head
        colons = [t.i for t in scene.tokens if t.text == ":" and t.i < head.i]
        if role != "recipient" or not colons or event.supplier is None:
            return None
        before = [m for i, m in sorted(parties.at.items()) if i < colons[-1] and is_subject(m, parties)]
        names = [n for m in before if (n := end_point(m)) and n != event.end("supplier")]
        return names[-1] if names else None

    def _may_give(self, event: Event) -> frozenset[str | None]:
        """Makers that can be read as suppliers: of what is given, only those that the report names."""
        given = event.trigger.frame.name == "give" or event.trigger.word.name == "go"
        return self.named if given else frozenset({event.maker})

    def _made_by(self, event: Event, role: str) -> str | None:
        """The maker of a type as supplier of who uses it, where the report tells anywhere that it gives."""
        if role != "supplier" or event.trigger.frame.name != "use":
            return None
        for name in sorted(self.settler.makers_of(event) - {event.end("recipient")}):
            if any(f.supplier == name for f in self.ahead.told):
                return name
        return None

    def _later(self, event: Event, role: str, categories: frozenset[Category], scene: int) -> str | None:
        """From the flow that the report tells of most, where it has not been told yet."""
        giver, taker = (event.end(r) for r in ENDS)
        if role == "recipient" and giver is not None and self.ahead.many(role, giver):
            return None
        flow = self.ahead.dominant(giver, taker, categories)
        return flow.end(role) if flow is not None and not self._bygone(flow, scene) else None

    def _bygone(self, flow: Flow, scene: int) -> bool:
        """Whether a flow is only told of behind as that of another year, so that it is another story."""
        if scene >= len(self.scenes):
            return False
        told = [f for f in self.ahead.told if (f.supplier, f.recipient) == (flow.supplier, flow.recipient)]
        years = [_years(self.scenes[f.scene]) for f in told if f.scene < len(self.scenes)]
        here = _years(self.scenes[scene])
        return bool(years) and all(year and not year & here for year in years)


def _apart(flow: Flow, nouns: frozenset[str], moved: frozenset[Category]) -> bool:
    """Whether one is of guns, which have no category of their own, and the other of other arms."""
    if not moved or bool(nouns & _GUNS) == bool(flow.nouns & _GUNS):
        return False
    others = flow.categories if nouns & _GUNS else moved
    return bool(others) and not others & _WITH_GUNS


def _years(scene: Scene) -> frozenset[str]:
    """The years that a sentence names by their number."""
    return frozenset(w for w in scene.words if _YEAR.fullmatch(w))

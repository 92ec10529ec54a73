"""Which ends do the words leave open, and does the flow under discussion fill them?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallybook.model import Category
from tallybook.read.clauses.coreference import Discourse, end_point, is_subject
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.listing import goes_on
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.standing import says_more
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED, NEARBY
from tallybook.read.discourse.directions import PAID_WITH, Directions
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.grounds import giver_at, taker_at
from tallybook.read.discourse.holders import Holders
from tallybook.read.discourse.nearby import (
    LISTED,
    gets_from_somebody,
    givers_listed,
    helped_group,
    told_of_elsewhere,
)
from tallybook.read.discourse.resorts import Resorts
from tallybook.read.discourse.topic import Topic
from tallybook.read.events.owners import only_tells
from tallybook.read.events.sentence import SentenceReader
from tallybook.vocabulary.wordlists import words_of

DEFINITE = frozenset({"the", "these", "those", "this", "that", "such", "its", "their"})
"""Words before a noun with which it points back."""

_IN_RETURN = words_of("words of exchange")
_ANYWHERE = words_of("words for anywhere")
_FURTHER = words_of("words for what is further")
_FROM_MAKERS = frozenset({"ordered", "get", "arrive", "seek", "deal"})
"""Frames in which the maker of a type is a likelier supplier than whoever was told of last."""

Known = dict[str, str | None]


@dataclass
class OpenEnds:
    """Fills open ends of events from what the report tells elsewhere.

    Attributes:
        reader: knows who makes which type.
        countries: the country of each armed group.
        named: every party that the report names.
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
    """

    reader: SentenceReader
    countries: dict[str, str]
    named: frozenset[str | None]
    flows: Flows
    ahead: Flows

    def __post_init__(self) -> None:
        self.directions = Directions(self.flows, self.ahead)
        self.holders = Holders(self.directions)
        self.resorts = Resorts(self.flows, self.ahead)

    def fill(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Settle direction and open ends of one event, with the reasons on it."""
        self.resorts.note(event)
        self.directions.only_told(event)
        self.directions.swapped(event, parties.scene.number)
        self.directions.direct(event)
        self.directions.pays(event)
        self.directions.partner_alone(event, speaker)
        self.directions.onward(event)
        self.directions.unloaded(event)
        self.holders.fill(event, parties)
        self._from_nearby(event, parties, speaker)
        self.from_flows(event, parties)
        self._from_topic(event, parties, speaker)
        self._by_ground(event)
        for role in self._missing(event, parties):
            self.resorts.fill(role, event, parties, speaker)
        self._group_in(event, parties)
        if event.trigger.frame.name == "downed" and event.end("recipient") in _doers(event, parties):
            event.recipient = None  # who shoots something down does not fly it

    def _from_nearby(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Somebody beside the words whom the report tells of at the open end elsewhere."""
        told = [*self.flows.told, *self.ahead.told]
        makers = self.reader.settler.makers_of(event)
        for role in self._still_open(event) if event.trigger.frame.name != "seize" else ():
            name = told_of_elsewhere(role, event, parties, told, speaker)
            other = event.other_end(role)
            if role == "supplier" and self._sum_of_many(event, other, parties):
                continue
            if role == "supplier" and makers and name not in makers:
                continue
            if name is not None and other is not None:
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name}, named beside the words and told of there elsewhere")

    def _from_topic(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Fill what is still open with the parties that the report is about."""
        missing = self._still_open(event)
        makers, back = self.reader.settler.makers_of(event), self._points_back(event, parties)
        topic = Topic(self.flows, self.ahead, sure=back)
        found = {role: topic.end(role, event, parties, makers, speaker) for role in missing}
        for role, name in found.items():
            if name is not None:
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name}, whom the report is about")

    def _by_ground(self, event: Event) -> None:
        """An end that only a place names: goods landed at a port come to its state."""
        lexicon = self.reader.lexicon
        for role, find in (("recipient", taker_at), ("supplier", giver_at)):
            name = find(event.trigger, lexicon) if event.end(role) is None else None
            shared = any(self.countries.get(str(n)) == name for n in self.named)
            if shared or (role == "recipient" and self.directions.gives(name)):
                continue
            if name is not None and name != event.other_end(role):
                score = CHAINED if role == "recipient" else NEARBY
                setattr(
                    event,
                    role,
                    Link(name, "to" if role == "recipient" else "from", role, score, event.trigger.head),
                )
                event.why.append(f"{role} {name} by the place that is named")

    def _group_in(self, event: Event, parties: Parties) -> None:
        """A cargo seized on its way to a country goes to the one armed group of it that the report names."""
        link = event.recipient
        if link is not None and link.slot in ("to", "into"):
            helped = helped_group(event, parties, link.name)
            event.recipient = link = link if helped is None else replace(link, name=helped)
        if link is None or event.trigger.frame.name not in ("seize", "bound"):
            return
        groups = sorted(n for n in self.named if n is not None and self.countries.get(n) == link.name)
        if len(groups) == 1:
            name = groups[0]
            event.recipient = replace(link, name=name)
            event.why.append(f"recipient {name}, the group in {link.name} that the report names")

    def from_flows(self, event: Event, parties: Parties) -> None:
        """Fill missing ends from the flow under discussion, where nothing in the words speaks against it."""
        missing = self._missing(event, parties)
        if not missing:
            return
        words = {t.lower_ for t in parties.scene.tokens}
        if event.trigger.frame.name == "seek" and words & _ANYWHERE:
            return
        known: Known = {role: event.end(role) for role in ENDS}
        scene = parties.scene.number
        flow = self._under_discussion(event, known, scene)
        if words & _IN_RETURN and any(known.values()):
            giver, taker = known["recipient"], known["supplier"]
            back = self.flows.last(supplier=giver, recipient=taker, scene=scene)
            if back is not None:
                flow = replace(back, supplier=back.recipient, recipient=back.supplier)
        for role in missing:
            other = known["recipient" if role == "supplier" else "supplier"]
            if role == "supplier" and self._sum_of_many(event, other, parties):
                continue
            if role == "recipient" and flow is None and taker_at(event.trigger, self.reader.lexicon):
                continue
            name = (
                flow.end(role)
                if flow is not None
                else (self._told_of(event, role, parties) or self._new_end(event, role, known, scene))
            )
            if name is not None and name != other and not self.resorts.seized_by(name, event):
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name} from the flow under discussion")

    def _sum_of_many(self, event: Event, taker: str | None, parties: Parties) -> bool:
        """Whether the words tell of arms at large that the report says several to have given."""
        own = event.filled.anaphor is None and not _types(event) and event.trigger.frame.name == "get"
        if own and len(givers_listed(parties)) >= LISTED:
            return True
        return own and taker is not None and self.ahead.many("supplier", taker)

    def _missing(self, event: Event, parties: Parties) -> list[str]:
        """The ends that are open and that nobody unknown already holds."""
        missing = self._still_open(event)
        return missing if missing and self._points_back(event, parties) else []

    @staticmethod
    def _still_open(event: Event) -> list[str]:
        missing = [role for role in ENDS if event.end(role) is None]
        if event.filled.subject_open:
            missing = [r for r in missing if r != event.trigger.frame.slots.get("subject")]
        if gets_from_somebody(event):
            missing = [r for r in missing if r != "supplier"]
        if event.filled.toward_open or any(c.lower_ in _ANYWHERE for c in event.trigger.head.children):
            missing = [r for r in missing if r != "recipient"]
        return missing

    def _under_discussion(self, event: Event, known: Known, scene: int) -> Flow | None:
        """The flow told last that fits; for buying, one led by the maker of the type before others."""
        giver, taker = known["supplier"], known["recipient"]
        onward = says_more(event.trigger) or goes_on(event.trigger)
        moved = frozenset() if onward else _categories(event)
        flow = self.flows.last(supplier=giver, recipient=taker, categories=moved, scene=scene)
        if flow is None or giver is not None or event.trigger.frame.name not in _FROM_MAKERS:
            return flow
        makers = self.reader.settler.makers_of(event)
        if makers and flow.supplier not in makers:
            led = [self.flows.dominant(maker, taker, frozenset()) for maker in sorted(makers)]
            led_by = next((f for f in led if f is not None), None)
            if led_by is None and not flow.types & _types(event) and makers & self.named:
                led_by = replace(flow, supplier=sorted(makers & self.named, key=str)[0])
            flow = led_by or flow
        return flow

    def _new_end(self, event: Event, role: str, known: Known, scene: int) -> str | None:
        """Where no flow fits: the maker of the type, the party told of most, or what comes later."""
        made = self._made_by(event, role, known)
        if made is not None:
            return made
        other = known["recipient" if role == "supplier" else "supplier"]
        categories = _categories(event)
        if other is not None:
            make = event.maker if role == "supplier" and event.maker in self._may_give(event) else None
            told = self.flows.end(role, other, categories=categories, scene=scene)
            return make or told or self._later(role, known, categories)
        if event.filled.anaphor is not None or event.trigger.frame.name == "seize":
            return self._later(role, known, categories)
        return None

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
        return frozenset({event.maker}) if event.trigger.frame.name != "give" else self.named

    def _made_by(self, event: Event, role: str, known: Known) -> str | None:
        """The maker of a type as supplier of who uses it, where the report tells anywhere that it gives."""
        if role != "supplier" or event.trigger.frame.name != "use":
            return None
        for name in sorted(self.reader.settler.makers_of(event) - {known["recipient"]}):
            if any(f.supplier == name for f in self.ahead.told):
                return name
        return None

    def _later(self, role: str, known: Known, categories: frozenset[Category]) -> str | None:
        """From the flow that the report tells of most, where it has not been told yet."""
        flow = self.ahead.dominant(known["supplier"], known["recipient"], categories)
        return flow.end(role) if flow is not None else None

    def _points_back(self, event: Event, parties: Parties) -> bool:
        """Whether the words can point back to a flow that the report has told of."""
        frame, goods = event.trigger.frame.name, event.filled.goods
        if event.filled.anaphor is not None or frame == "seize" or says_more(event.trigger):
            return True
        if frame in HOLDING or goes_on(event.trigger):
            return True
        nouns = [parties.scene.doc[g.head] for g in goods]
        if event.trigger.hit.form == "noun":
            nouns.append(event.trigger.head)
        if any(c.lower_ in DEFINITE | _FURTHER for n in nouns for c in n.lefts):
            return True
        if frame in ("use", "downed") or self.reader.settler.makers_of(event):
            return event.filled.origin is not None or bool(self.reader.settler.makers_of(event))
        return (bool(goods) and not event.trigger.word.weak) or any(event.end(role) for role in ENDS)


def _doers(event: Event, parties: Parties) -> set[str | None]:
    """The parties that do what a word of transfer says."""
    return {end_point(parties.at[t.i]) for t in subjects_of(event.trigger.head, parties) if t.i in parties.at}


def remember(event: Event, scene: int, flows: Flows, discourse: Discourse) -> None:
    """Keep the flow of an event for what follows it."""
    ends = (event.end("supplier"), event.end("recipient"))
    teller = event.supplier is not None and only_tells(event, event.supplier)
    discourse.flow = ends
    discourse.flows.append(ends)
    turned = (t.hit.word.stage for t in event.turns if t.hit.word.stage is not None)
    stage = next(turned, event.trigger.stage)
    flow = Flow(*ends, _categories(event), stage, scene, _types(event), by_teller=teller)
    flows.add(flow, aside=PAID_WITH in event.why)


def _categories(event: Event) -> frozenset[Category]:
    return frozenset(g.goods.category for g in event.filled.goods)


def _types(event: Event) -> frozenset[str]:
    return frozenset(g.goods.designation for g in event.filled.goods if g.goods.designation)

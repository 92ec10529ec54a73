"""Which ends do the words leave open, and does the flow under discussion fill them?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED, NEARBY
from tallybook.read.discourse.deniers import denied_on_own_ground
from tallybook.read.discourse.directions import Directions
from tallybook.read.discourse.firms import signed_by_taker, to_some_firm
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.foes import struck_by_foe
from tallybook.read.discourse.foils import set_off
from tallybook.read.discourse.grounds import giver_at, state_of, taker_at
from tallybook.read.discourse.holders import Holders
from tallybook.read.discourse.inforce import InForce
from tallybook.read.discourse.loads import goes_along
from tallybook.read.discourse.messages import fill_by_tellers
from tallybook.read.discourse.nearby import LISTED, givers_listed, helped_group, told_of_elsewhere
from tallybook.read.discourse.ownbuys import settle_buyers
from tallybook.read.discourse.ownway import fill_by_own_way
from tallybook.read.discourse.pacts import by_pact
from tallybook.read.discourse.partners import fill_by_speaker, giver_by_make, set_out_at_home
from tallybook.read.discourse.pointing import ANYWHERE, is_tally, points_back, still_open
from tallybook.read.discourse.protagonist import Protagonist
from tallybook.read.discourse.relations import Relations
from tallybook.read.discourse.replaced import gave_what_is_replaced
from tallybook.read.discourse.resorts import Resorts
from tallybook.read.discourse.schemes import Schemes
from tallybook.read.discourse.shares import shares_out
from tallybook.read.discourse.sightings import by_sighting
from tallybook.read.discourse.toanyone import denies_to_anyone
from tallybook.read.discourse.topic import Topic
from tallybook.read.discourse.transit import Transit
from tallybook.read.discourse.voyages import Voyages
from tallybook.read.discourse.whose import to_whose_they_are
from tallybook.read.discourse.writtenat import Home, fill_at_home
from tallybook.read.events.sentence import SentenceReader

_SHARED_WITHIN = 3  # sentences behind a sum among which one may tell who gave which part of it


@dataclass
class OpenEnds:
    """Fills open ends of events from what the report tells elsewhere.

    Attributes:
        reader: knows who makes which type.
        countries: the country of each armed group.
        named: every party that the report names.
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
        schemes: under whose scheme arms are given.
        scenes: the sentences of the report.
        home: the state where it was written, if it says.
    """

    reader: SentenceReader
    countries: dict[str, str]
    named: frozenset[str | None]
    flows: Flows
    ahead: Flows
    schemes: Schemes
    scenes: tuple[Scene, ...]
    home: str | None = None

    def __post_init__(self) -> None:
        self.directions = Directions(self.flows, self.ahead)
        self.holders = Holders(self.directions)
        self.resorts = Resorts(self.flows, self.ahead)
        self.transit = Transit(self.flows, self.ahead)
        self.voyages = Voyages(self.reader, self.scenes, (self.flows, self.ahead))
        self.relations = Relations()
        self.at_home = Home.of(self.home, self.scenes, self.ahead)
        self.in_force = InForce(self.flows, self.ahead, self.reader.settler, self.named, self.scenes)

    def fill(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Settle direction and open ends of one event, with the reasons on it."""
        self.resorts.note(event)
        self.directions.only_told(event)
        self.directions.swapped(event, parties.scene.number)
        self.directions.licensed(event, parties.scene.number)
        self.directions.held_by_taker(event, taker_at(event.trigger, self.reader.lexicon))
        denied_on_own_ground(event, taker_at(event.trigger, self.reader.lexicon))
        self.directions.direct(event)
        self.directions.agreed_by_givers(event, parties.scene.number)
        self.directions.made_elsewhere(event, parties)
        self.directions.pays(event)
        signed_by_taker(event, self.flows, self.countries)
        self.directions.partner_alone(event)
        by_pact(event, parties)
        self.directions.onward(event)
        self.directions.unloaded(event)
        self.transit.passed(event, parties)
        self.holders.fill(event, parties)
        self.schemes.fill(event, parties.scene)
        if self.in_force.in_custody(event, parties.scene.number):
            return
        self.voyages.fill(event, parties.scene)
        fill_by_own_way(event, parties, self.voyages)
        self._told_of(event, parties, speaker)
        settle_buyers(event, parties, speaker, self.directions)
        by_sighting(event, parties, self.reader.lexicon, (*self.flows.told, *self.ahead.told))
        self._from_nearby(event, parties, speaker)
        self.from_flows(event, parties, speaker)
        self._from_topic(event, parties, speaker)
        self._by_ground(event)
        for role in self._missing(event, parties):
            if role != "supplier" or not self._sum_of_many(event, event.other_end(role), parties):
                self.resorts.fill(role, event, parties, speaker)
        self._sides(event, parties, speaker)
        goes_along(event, self.flows, parties.scene.number)
        self._group_in(event, parties)
        if event.trigger.frame.name == "downed" and event.end("recipient") in _doers(event, parties):
            event.recipient = None  # who shoots something down does not fly it
        self._seized_elsewhere(event)
        set_off(event, self.flows.told, parties.scene.number)

    def _sides(self, event: Event, parties: Parties, speaker: str | None) -> None:
        to_some_firm(event, self.flows, self.ahead)
        fill_by_speaker(event, speaker, (*self.flows.told, *self.ahead.told))
        giver_by_make(event, self.reader.lexicon.wars)
        ground = taker_at(event.trigger, self.reader.lexicon)
        fill_at_home(event, parties, self.at_home, speaker, ground)

    def _told_of(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Ends that who tells of it, and to whom or of whom, leave no doubt about."""
        Protagonist(self.flows, self.ahead, self.home).settle(event, parties, speaker)
        here = {speaker, *(end_point(m) for m in parties.at.values())} - {None}
        denies_to_anyone(event, self.flows.told, frozenset(map(str, here)))
        fill_by_tellers(event, parties, (*self.flows.told, *self.ahead.told))
        struck_by_foe(event, parties, self.reader.lexicon)
        set_out_at_home(event, speaker, giver_at(event.trigger, self.reader.lexicon))
        gave_what_is_replaced(event, self.flows.told, parties.scene.number)

    def _seized_elsewhere(self, event: Event) -> None:
        """Take away whom others are told to arm: another giver's cargo that is seized need not go there."""
        giver, taker = event.supplier, event.recipient
        if giver is None or taker is None or giver.slot == "discourse" or taker.slot != "discourse":
            return
        if event.trigger.frame.name != "seize":
            return
        told = [
            f.supplier for f in (*self.flows.told, *self.ahead.told) if f.recipient == taker.name and f.plain
        ]
        if told and not {None, giver.name} & set(told):
            event.recipient = None
            event.why[:] = [why for why in event.why if not why.startswith("recipient ")]

    def _from_nearby(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Whose the goods are; or somebody beside the words whom the report tells of there elsewhere."""
        to_whose_they_are(event, parties)
        missing = still_open(event) if event.trigger.frame.name != "seize" else []
        if not missing:
            return
        told = [*self.flows.told, *self.ahead.told]
        makers = self.reader.settler.makers_of(event)
        for role in missing:
            name = told_of_elsewhere(role, event, parties, told, speaker)
            other = event.other_end(role)
            unmade = bool(makers) and name not in makers
            if role == "supplier" and (unmade or self._sum_of_many(event, other, parties)):
                continue
            if name is not None and other is not None:
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name}, named beside the words and told of there elsewhere")

    def _from_topic(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Fill what is still open with the parties that the report is about."""
        missing = still_open(event)
        if not missing:
            return
        makers, back = self.reader.settler.makers_of(event), self._points_back(event, parties)
        topic = Topic(self.flows, self.ahead, sure=back)
        found = {role: topic.end(role, event, parties, makers, speaker) for role in missing}
        for role, name in found.items():
            if name is not None:
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name}, whom the report is about")

    def _by_ground(self, event: Event) -> None:
        """An end that only a place names: goods landed at a port come to its state."""
        for role, find in (("recipient", taker_at), ("supplier", giver_at)):
            link = event.supplier if role == "supplier" else event.recipient
            loose = link is None or link.slot == "discourse"
            name = find(event.trigger, self.reader.lexicon) if loose else None
            if link is not None and name != link.name:
                continue
            shared = any(self.countries.get(str(n)) == name for n in self.named)
            held = self._told_group(event, name) if shared and name and role == "recipient" else None
            name = held or name
            if (shared and held is None) or (role == "recipient" and self.directions.gives(name)):
                continue
            if name is not None and name != event.other_end(role):
                slot, score = ("to", CHAINED) if role == "recipient" else ("from", NEARBY)
                setattr(event, role, Link(name, slot, role, score, event.trigger.head))
                event.why.append(f"{role} {name} by the place that is named")

    def _told_group(self, event: Event, state: str) -> str | None:
        told = Flows(self.flows.told + self.ahead.told)
        return told.group_of(state, event.end("supplier"), self.countries)

    def _group_in(self, event: Event, parties: Parties) -> None:
        """A cargo seized on its way to a country goes to the one armed group of it that the report names."""
        link = event.recipient
        if link is not None and link.slot in ("to", "into", "discourse"):
            placed = link.slot == "discourse" or state_of(link.token, self.reader.lexicon) == link.name
            helped = self._told_group(event, link.name) if placed else helped_group(event, parties, link.name)
            event.recipient = link = link if helped is None else replace(link, name=helped)
        caught = event.trigger.frame.name in HOLDING | {"seize", "bound", "found"}
        if link is None or link.slot == "from" or not caught or is_tally(event):
            return
        groups = sorted(n for n in self.named if n is not None and self.countries.get(n) == link.name)
        if len(groups) > 1:  # the one of them that the report tells of as a taker
            takers = {f.recipient for f in (*self.flows.told, *self.ahead.told)}
            groups = [] if link.name in takers else [n for n in groups if n in takers]
        if len(groups) == 1:
            event.recipient = replace(link, name=groups[0])
            event.why.append(f"recipient {groups[0]}, the group in {link.name} that the report names")

    def from_flows(self, event: Event, parties: Parties, speaker: str | None) -> None:
        """Fill missing ends from the flow in force, where nothing in the words speaks against it."""
        missing = self._missing(event, parties)
        seeks = event.trigger.frame.name == "seek"
        if not missing or (seeks and parties.scene.words & ANYWHERE):
            return
        flow = self.in_force.flow(event, parties, speaker)
        helping = self.relations.fitting(event, parties.scene.number) if flow is None else []
        flow = next(iter(helping), flow)
        if flow is not None and event.trigger.frame.name == "found" and _others_goods(event, flow):
            return
        ground = taker_at(event.trigger, self.reader.lexicon) if flow is None else None
        found: dict[str, str | None] = {}
        for role in missing:
            summed = role == "supplier" and self._sum_of_many(event, event.other_end(role), parties)
            if summed or (role == "recipient" and ground is not None):
                continue
            new = self.in_force.end(event, role, parties, speaker) if flow is None else None
            found[role] = flow.end(role) if flow is not None else new
        known = {role: event.other_end(role) for role in ENDS}
        for role, name in found.items():
            if name is not None and name != known[role] and not self.resorts.seized_by(name, event):
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name} from the flow under discussion")

    def _sum_of_many(self, event: Event, taker: str | None, parties: Parties) -> bool:
        """Whether the words tell of arms at large that the report says several to have given."""
        anaphor = event.filled.anaphor
        own = (
            (anaphor is None or anaphor.lower_ == "all")
            and all(g.goods.designation is None for g in event.filled.goods)
            and event.trigger.frame.name == "get"
        )
        if own and (len(givers_listed(parties)) >= LISTED or self._shared_out_next(parties.scene)):
            return True
        return own and taker is not None and self.ahead.many("supplier", taker)

    def _shared_out_next(self, scene: Scene) -> bool:
        """Whether the sentence behind, or the one behind that, tells who gave which part."""
        following = (s for s in self.scenes if scene.number < s.number <= scene.number + _SHARED_WITHIN)
        return any(shares_out(s) for s in following)

    def _missing(self, event: Event, parties: Parties) -> list[str]:
        """The ends that are open and that nobody unknown already holds."""
        missing = still_open(event)
        return missing if missing and self._points_back(event, parties) else []

    def _points_back(self, event: Event, parties: Parties) -> bool:
        return points_back(event, parties, self.reader.settler.makers_of(event))

    def note(self, parties: Parties, told: list[Event], speaker: str | None) -> None:
        """Remember what a sentence that has been read says of goods, and who helps whom."""
        self.relations.note(parties, speaker)
        self.holders.note(parties, told)
        self.in_force.note(parties, told)


def _doers(event: Event, parties: Parties) -> set[str | None]:
    """The parties that do what a word of transfer says."""
    return {end_point(parties.at[t.i]) for t in subjects_of(event.trigger.head, parties) if t.i in parties.at}


def _others_goods(event: Event, flow: Flow) -> bool:
    """Whether what is found is of another kind than what was told of: no lot of that."""
    nouns = [event.trigger.head.doc[g.head] for g in event.filled.goods]
    if flow.stage is Stage.SEIZED or any(c.lower_ in DEFINITE for n in nouns for c in n.lefts):
        return False  # "recovered the launchers"
    found = frozenset(g.goods.category for g in event.filled.goods if not g.weak)
    return bool(found and flow.categories) and not found & flow.categories

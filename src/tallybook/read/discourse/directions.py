"""Who of two gives, where the words leave the direction open or name one side alone?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.inkind import IN_KIND
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.flows import REACH, Flow, Flows
from tallybook.read.discourse.refusals import OPEN
from tallybook.read.events.owners import only_tells
from tallybook.read.events.settling import BY_MAKE
from tallybook.vocabulary.wordlists import words_of

PAID_WITH = "the other way round than what it is exchanged for"
FOR_ITSELF = "pays for what it gets"
_ONWARD = frozenset({"on", "onward", "onwards"})
_PASSING_ON = words_of("verbs of passing on")
_IN_HAND = HOLDING | {"found", "seize", "use"}
"""Frames of goods that are somewhere, whose make says less of who gave them than what else is told."""

_ALWAYS = 10**6
"""As many sentences back as any report has."""


@dataclass
class Directions:
    """Knows who gives and who takes in a report.

    Attributes:
        flows: those told so far.
        ahead: those of the whole report, from a first reading.
    """

    flows: Flows
    ahead: Flows

    def direct(self, event: Event) -> None:
        """The direction of a deal that leaves it open, from what else is told of the two."""
        by_make = any(why == BY_MAKE for why in event.why)
        if not event.bidirectional and not by_make:
            return
        giver, taker = event.end("supplier"), event.end("recipient")
        two = {giver, taker}
        last = self.flows.traded(two)
        if not by_make and last is not None and last.supplier == taker:
            why = "direction as told elsewhere"
        elif (self.gives(taker) and not self.gives(giver)) or (self.takes(giver) and not self.takes(taker)):
            why = f"direction as {taker} gives elsewhere"
        else:
            return
        event.supplier, event.recipient = event.recipient, event.supplier
        event.why.append(why)

    def only_told(self, event: Event) -> None:
        """Who only confirms or announces a delivery does not give, where the report has others give so.

        No more does the state of a ship that is told to carry goods, or whose make they are.
        """
        self.made_by_others(event)
        teller = event.supplier
        if teller is None or not (only_tells(event, teller) or by_ship(event, teller)):
            return
        taker = event.end("recipient")
        told = [f for f in (*self.flows.told, *self.ahead.told) if f.whole and taker in (None, f.recipient)]
        if told and all(f.by_teller or f.supplier != teller.name for f in told):
            event.supplier = None
            event.turns = tuple(t for t in event.turns if t.hit.word.name != "announce")
            event.why.append(f"{teller.name} only tells of it or carries it")

    def made_by_others(self, event: Event) -> None:
        """Whose make caught or used goods are did not give them, where the report has somebody else do so."""
        maker, taker = event.supplier, event.end("recipient")
        if maker is None or maker.slot != "origin" or event.trigger.frame.name not in _IN_HAND:
            return
        told = [f for f in (*self.flows.told, *self.ahead.told) if f.plain and not f.by_make]
        if any(maker.name in (f.supplier, f.recipient) for f in told):
            return
        givers = {f.supplier for f in told if f.whole and taker in (None, f.recipient)}
        if len(givers) == 1 and givers != {taker}:
            event.supplier = None
            event.why[:] = [w for w in event.why if not w.startswith("supplier by the goods")]
            event.why.append(f"of {maker.name}'s make, given by others")

    def swapped(self, event: Event, scene: int) -> None:
        """What is given in exchange goes the other way."""
        if event.trigger.frame.name != "swap":
            return
        half = event.supplier is not None or event.recipient is not None
        if half and event.trigger.word.name == IN_KIND:
            self._other_side(event, scene)
        if event.supplier is not None:
            return
        flow = self.flows.last(scene=scene, reach=REACH if event.trigger.word.name == IN_KIND else 1)
        if flow is not None and flow.supplier is not None and flow.recipient is not None:
            head = event.trigger.head
            event.supplier = Link(flow.recipient, "discourse", "supplier", 0.0, head)
            event.recipient = Link(flow.supplier, "discourse", "recipient", 0.0, head)
            event.why.append(PAID_WITH)

    def _other_side(self, event: Event, scene: int) -> None:
        """Whom somebody pays in goods, or by whom he is paid: with whom he is told to trade."""
        payer, paid = event.end("supplier"), event.end("recipient")
        told = self.flows.fitting(supplier=paid, recipient=payer, scene=scene, reach=REACH)
        if not told or (payer is not None and paid is not None):
            return
        head = event.trigger.head
        event.supplier = event.supplier or Link(str(told[0].recipient), "discourse", "supplier", 0.0, head)
        event.recipient = event.recipient or Link(str(told[0].supplier), "discourse", "recipient", 0.0, head)
        event.why.append(PAID_WITH)

    def licensed(self, event: Event, scene: int) -> None:
        """Who only gives leave does not give what others are told to give: "Ruritania gave its consent"."""
        leave = event.trigger.word.name == "approve" and event.trigger.hit.form == "noun"
        if not leave or event.supplier is None or event.recipient is not None or event.filled.goods:
            return
        told = self.flows.fitting(scene=scene, reach=REACH)
        flow = next((f for f in told if f.stage in OPEN), told[0] if told else None)
        if flow is None or self.gives(event.supplier.name):
            return
        if event.supplier.name not in (flow.supplier, flow.recipient):
            head = event.trigger.head
            event.supplier = Link(str(flow.supplier), "discourse", "supplier", 0.0, head)
            event.recipient = Link(str(flow.recipient), "discourse", "recipient", 0.0, head)
            event.why.append("leave for what others give")

    @staticmethod
    def made_elsewhere(event: Event, parties: Parties) -> None:
        """Whose "Ruritanian ones" are, whoever gave those told of before."""
        ones = event.filled.anaphor
        if event.supplier is not None or ones is None or ones.lower_ not in ("one", "ones"):
            return
        makers = (parties.scene.actor_at.get(c.i) for c in ones.lefts)
        names = (end_point(m) for m in makers if m is not None and m.form in ("adjective", "made"))
        name = next((n for n in names if n is not None and n != event.end("recipient")), None)
        if name is not None:
            event.supplier = Link(name, "origin", "supplier", CHAINED, ones)
            event.why.append(f"supplier {name} by “{ones.text}”")

    def pays(self, event: Event) -> None:
        """Who pays for goods gets them, where the report tells of him as a recipient."""
        payer = event.supplier
        if event.trigger.word.name != "finance" or payer is None or event.recipient is not None:
            return
        if self.takes(payer.name):
            event.supplier, event.recipient = None, replace(payer, role="recipient")
            event.why.append(f"{payer.name} {FOR_ITSELF}")

    def held_by_taker(self, event: Event, ground: str | None) -> None:
        """Whose the goods are that come, has got them where others make the type: "X's Leopards arrived".

        Not where they go to the ground of somebody else: "Ruritania's last Leopards went to Port X".
        """
        owner = event.supplier
        if owner is None or owner.slot != "origin" or owner.mention is None or event.recipient is not None:
            return
        if ground not in (None, owner.name):
            return
        doc, last = event.trigger.head.doc, owner.mention.last
        owned = last < len(doc) and doc[last].tag_ == "POS"
        if event.trigger.frame.name not in ("arrive", "come") or not owned or not event.makers:
            return
        event.recipient = replace(owner, role="recipient")
        maker = next(iter(event.makers)) if len(event.makers) == 1 else None
        event.supplier = Link(maker, "origin", "supplier", CHAINED, owner.token) if maker else None
        event.why.append(f"recipient by whose the goods are: “{owner.name}”")

    def agreed_by_givers(self, event: Event, scene: int) -> None:
        """A deal spoken of that givers strike with one another is about what they give to somebody else."""
        sides = {event.end("supplier"), event.end("recipient")}
        pointed = any(c.lower_ in ("the", "this", "that") for c in event.trigger.head.lefts)
        if event.trigger.frame.name != "deal" or event.filled.goods or not pointed or None in sides:
            return
        flow = self.flows.last(scene=scene, reach=2)
        if flow is None or not flow.whole or flow.supplier not in sides or flow.recipient in sides:
            return
        head = event.trigger.head
        event.supplier = Link(str(flow.supplier), "discourse", "supplier", 0.0, head)
        event.recipient = Link(str(flow.recipient), "discourse", "recipient", 0.0, head)
        event.bidirectional = False
        event.why.append("a deal of those who give")

    def gives(self, name: str | None) -> bool:
        """Whether a party is told of as a supplier and never as a recipient."""
        whole = [f for f in (*self.flows.told, *self.ahead.told) if f.whole and not f.mutual]
        return any(f.supplier == name for f in whole) and all(f.recipient != name for f in whole)

    def takes(self, name: str | None) -> bool:
        """Whether a party is told of as a recipient and never as a supplier."""
        whole = [f for f in (*self.flows.told, *self.ahead.told) if f.whole and not f.mutual]
        return any(f.recipient == name for f in whole) and all(f.supplier != name for f in whole)

    def partner_alone(self, event: Event) -> None:
        """The other side of "a contract with Prague": whom the report speaks of."""
        if event.trigger.word.name == "talks" and not event.filled.goods:
            return
        partners = [link for link in event.links if link.role == "partner"]
        if len({p.name for p in partners}) != 1 or event.recipient:
            return
        partner, sold = partners[0], self._sold_by(partners[0])
        if sold is not None and event.supplier in (None, partner):
            event.supplier, event.recipient = sold, replace(partner, role="recipient")
            return
        if event.supplier is not None:
            return
        flow = self.flows.last(scene=0, reach=_ALWAYS)
        if event.makers and not self._given_on(event) and self._buys(event, partner):
            return
        if flow is None or self._known(event, flow):
            return
        if partner.name == flow.supplier:
            event.supplier = partner
        elif partner.name == flow.recipient:
            event.recipient = partner
        else:
            event.recipient = partner

    def _sold_by(self, partner: Link) -> Link | None:
        """Who alone is told in plain words to sell to a party that is not told to sell anything itself."""
        whole = [f for f in (*self.flows.told, *self.ahead.told) if f.whole and f.plain]
        givers = {f.supplier for f in whole if f.recipient == partner.name}
        sells = any(f.supplier == partner.name for f in whole)
        name = givers.pop() if len(givers) == 1 and not sells else None
        return Link(name, "discourse", "supplier", 0.0, partner.token) if name is not None else None

    def _given_on(self, event: Event) -> bool:
        """Whether the report tells of several who give others' types to one taker: of donations."""
        whole = [f for f in (*self.flows.told, *self.ahead.told) if f.whole]
        takers = {f.recipient for f in whole}
        return len(takers) == 1 and len({f.supplier for f in whole} - event.makers) > 1

    def _buys(self, event: Event, partner: Link) -> bool:
        """Settle a deal for a type that others make than the side that is named, where makers give here."""
        if partner.name in event.makers or self.gives(partner.name):
            return False
        event.recipient = partner
        if len(event.makers) == 1:
            maker = next(iter(event.makers))
            event.supplier = Link(maker, "origin", "supplier", CHAINED, event.trigger.head)
            event.why.append(BY_MAKE)
        return True

    def _known(self, event: Event, flow: Flow) -> bool:
        """Whether a deal is the one told of before, so that who else had a hand in it is no end of it."""
        two = {flow.supplier, flow.recipient}
        sides = {link.name for link in event.links if link.role == "partner"}
        ends = {event.end(role) for role in ENDS} - {None}
        if not _known_deal(event) or not (sides | ends) - two or len((sides | ends) & two) == 2:
            return False
        event.supplier = event.recipient = None
        return True

    def unloaded(self, event: Event) -> None:
        """Where goods are unloaded on their way they may not stay: the flow under discussion knows better."""
        link, every = event.recipient, (event.filled, *event.absorbed)
        if link is None or link.slot not in ("in", "at"):
            return
        if all(f.trigger.frame.name != "unload" for f in every):
            return
        flow = self.flows.last(supplier=event.end("supplier"), scene=0, reach=_ALWAYS)
        ends = {end for f in (*self.flows.told, *self.ahead.told) for end in (f.supplier, f.recipient)}
        if flow is not None and flow.recipient is not None and link.name not in ends:
            event.recipient = Link(flow.recipient, "discourse", "recipient", 0.0, event.trigger.head)
            event.why.append(f"recipient {flow.recipient}, to whom the flow under discussion goes")

    def onward(self, event: Event) -> None:
        """Who had the goods before they "went on to" somebody else."""
        head = event.trigger.head
        if event.supplier is not None or event.recipient is None or event.trigger.frame.name == "seize":
            return
        further = verb_lemma(head) in _PASSING_ON and event.trigger.passive
        if not further and not any(c.lower_ in _ONWARD and not any(c.children) for c in head.children):
            return
        taker = next((f.recipient for f in reversed(self.flows.told) if f.recipient is not None), None)
        if taker is not None and taker != event.end("recipient"):
            event.supplier = Link(taker, "discourse", "supplier", 0.0, head)
            event.why.append(f"supplier {taker}, who had them before")


def _known_deal(event: Event) -> bool:
    """Whether a deal is pointed at and holds nothing of its own, so that it is the one told of before."""
    pointed = any(c.lower_ in ("the", "this", "that") for c in event.trigger.head.lefts)
    return pointed and event.trigger.hit.form == "noun" and not event.filled.goods


def by_ship(event: Event, giver: Link) -> bool:
    """Whether a party is only that of the ship or plane that brings goods to another."""
    return event.trigger.frame.name == "carry" and giver.slot == "subject" and giver.score < CHAINED

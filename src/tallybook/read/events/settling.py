"""Who stands at the two ends of a transfer, by all the words that tell of it?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import Category
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED, DIRECT, NEARBY
from tallybook.read.clauses.turns import Turn
from tallybook.read.events.awarding import by_award
from tallybook.read.events.bans import by_ban
from tallybook.read.events.dealing import giver_by_act, sold_by_signer
from tallybook.read.events.doers import doer, doers_of
from tallybook.read.events.inkind import by_goods_paid
from tallybook.read.events.keepers import by_keeper, by_seizer
from tallybook.read.events.offers import by_offer
from tallybook.read.events.owners import (
    only_allows,
    only_tells,
    passes_on,
    taker_by_goods,
    who_parts_with,
    whose,
)
from tallybook.read.events.paying import by_money, by_payment, by_proxy
from tallybook.read.events.pondering import by_pondering
from tallybook.read.events.returns import by_return
from tallybook.read.events.roles import RoleFinder
from tallybook.read.events.sellers import by_seller, by_venue, seller_of
from tallybook.read.events.talking import by_agreement, by_talks
from tallybook.read.events.witness import by_witness
from tallybook.read.mentions.actors import ActorMention
from tallybook.vocabulary.wordlists import words_of

_MAKERS = words_of("makers of arms")
_ARMIES = words_of("forces that have arms") | {"army", "military"}
_POINTING = frozenset({"the", "these", "those", "its", "their"})
_TAKEN = frozenset({"get", "arrive", "ordered", "seek", "deal", "hire", "taker"})
"""Frames told from the taker's side."""

BY_MAKE = "supplier by the make of the goods"
_MOVED = frozenset({"arrive", "come", "use", "found"})
"""Frames in which whose the goods are says where they come from."""


class Settler:
    """Decides the ends of events."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._types: dict[Category, str] = {}

    def makers_of(self, event: Event) -> frozenset[str]:
        """The states whose industry makes the types that an event names."""
        types = {g.goods.designation for g in event.filled.goods if g.goods.designation} or self.meant(event)
        return frozenset(self.lexicon.makers[t] for t in types if t in self.lexicon.makers)

    def note(self, scene: Scene) -> None:
        """Remember which types a sentence names: "the jets" after it are of these."""
        for goods in scene.goods:
            if goods.goods.designation is not None:
                self._types[goods.goods.category] = goods.goods.designation

    def meant(self, event: Event) -> set[str]:
        """The type that "the jets" point back to."""
        doc = event.trigger.head.doc
        definite = [g for g in event.filled.goods if any(c.lower_ in _POINTING for c in doc[g.head].lefts)]
        found = {self._types.get(g.goods.category) for g in definite}
        return {name for name in found if name is not None}

    def settle(self, event: Event, parties: Parties, finder: RoleFinder) -> None:
        """Decide who stands at the two ends."""
        every = (event.filled, *event.absorbed)
        for one in every if event.trigger.word.name != "approve" else (*event.absorbed, event.filled):
            for role in ENDS:
                link = one.best(role)
                if link is not None and getattr(event, role) is None and link.name != event.other_end(role):
                    setattr(event, role, link)
        by_proxy(event)
        by_agreement(event)
        by_seizer(event)
        self._by_capture(event)
        by_offer(event, parties, finder)
        self._by_turns(event, parties, finder)
        by_talks(event, parties)
        by_ban(event, parties, finder)
        by_seller(event)
        by_venue(event, parties)
        by_pondering(event, parties, finder)
        by_witness(event, parties)
        by_keeper(event, parties, finder)
        self._by_origin(event, finder)
        _unloads_at_home(event)
        by_award(event, parties)
        sold_by_signer(event)
        self._by_partners(event)
        by_payment(event)
        by_money(event, parties.scene, self.lexicon.paid)
        by_goods_paid(event, parties, finder)
        by_return(event, parties, finder, self.lexicon)

    def _by_capture(self, event: Event) -> None:
        """An armed group from whom arms are captured had got them from somebody else."""
        link, told = event.supplier, event.recipient is not None and event.recipient.score >= DIRECT
        if event.trigger.frame.name != "seize" or link is None or link.slot != "from":
            return
        made = end_point(event.filled.origin) if event.filled.origin is not None else None
        others = made is not None and made != link.name and noun_lemma(link.token) in _ARMIES
        if (link.name in self.lexicon.countries or others) and not told:
            event.supplier, event.recipient = None, replace(link, role="recipient")
            event.why.append(f"captured from {link.name}, who had got them")

    def _by_turns(self, event: Event, parties: Parties, finder: RoleFinder) -> None:
        """A turning word's own subject and object: "Paris promised a delivery", "asked Berlin for tanks"."""
        for turn in event.turns:
            word = turn.hit.word
            if (turn.hit.form != "verb" and word.doer is None) or (
                event.trigger.frame.name == "deal" and word.negates
            ):
                continue
            verb = parties.scene.doc[turn.hit.token]
            asked = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
            asked = asked or [
                c
                for p in verb.children
                if p.lower_ in ("on", "upon")
                for c in p.children
                if c.i in parties.at
            ]
            for role, tokens in ((doer(event, turn), doers_of(verb, turn, parties)), (word.asked, asked)):
                end = "supplier" if role == "licensor" else role
                if end == "partner" and tokens and tokens[0].i in parties.at:
                    side = parties.at[tokens[0].i]
                    event.filled.links.append(
                        Link(str(end_point(side)), "subject", "partner", CHAINED, tokens[0], side)
                    )
                if end not in ENDS or not tokens or not _open_to(getattr(event, end), turn):
                    continue
                mention = parties.at.get(tokens[0].i) or parties.scene.actor_at.get(tokens[0].i)
                name = end_point(mention) if mention else None
                name = name or finder.point_back(tokens[0], end)
                if name and name != event.other_end(end):
                    setattr(event, end, Link(name, "subject", role or end, CHAINED, tokens[0], mention))
                    event.why.append(f"{end} by “{verb.text}”")

    def _by_origin(self, event: Event, finder: RoleFinder) -> None:
        """A missing supplier from whose the goods are: "its shells", "Ruritanian drones", a type's maker."""
        frame, every = event.trigger.frame.name, (event.filled, *event.absorbed)
        event.makers = self.makers_of(event)
        origin = next((f.origin for f in every if f.origin is not None), None)
        origin = None if _made_before(origin, event) else origin
        if origin is not None and taker_by_goods(event, origin, finder.told):
            if event.recipient is not None and event.recipient.slot == "origin":
                return
            origin = None
        if event.supplier is not None:
            if origin is None or origin.form == "made":
                return
            carried = finder.parties.carries(event.supplier.token) and event.end("recipient") != end_point(
                origin
            )
            if not (only_allows(event) or only_tells(event, event.supplier) or carried):
                return
            event.supplier = None
        if (
            (frame in _TAKEN or (frame == "give" and event.trigger.passive))
            and origin is None
            and event.recipient is not None
            and not event.filled.subject_open
        ):
            made = self.makers_of(event) - {event.end("recipient")}
            event.maker = next(iter(made)) if len(made) == 1 else None
        if self._by_owner(event, finder):
            return
        name = end_point(origin) if origin is not None else None
        if origin is not None and name is not None and event.end("recipient") != name:
            token = event.trigger.head.doc[origin.first]
            event.supplier = Link(name, "origin", "supplier", CHAINED, token, origin)
            event.why.append(f"supplier by the goods' origin “{origin.name}”")

    def _by_owner(self, event: Event, finder: RoleFinder) -> bool:
        """Whether a pronoun says whose the goods are, so that he gives them: "its shells reached X"."""
        owner, frame = event.filled.owner or whose(event), event.trigger.frame.name
        parted = frame == "give" and event.trigger.passive and event.recipient is not None
        if owner is None or not (frame in _MOVED or parted):
            return False
        name = finder.point_back(owner, "supplier")
        name = who_parts_with(event, name, self.makers_of(event), finder.told) or name
        if name is None or name == event.end("recipient"):
            return False
        event.supplier = Link(name, "origin", "supplier", CHAINED, owner)
        event.why.append(f"supplier by “{owner.text}” goods")
        return True

    def _by_partners(self, event: Event) -> None:
        """A deal between two: whose firm makes the goods gives; else the direction is open."""
        partners: list[Link] = []
        for link in event.links:
            if link.role == "partner" and link.name not in [p.name for p in partners]:
                partners.append(link)
        partners.sort(key=lambda link: link.token.i)
        if not partners:
            return
        missing = [role for role in ENDS if getattr(event, role) is None]
        if len(missing) == 2 and len(partners) >= 2:
            first, second = partners[0], partners[1]
            maker = next((p for p in (first, second) if p.name in self.makers_of(event)), None)
            maker = maker or giver_by_act(event, firm=_makes(second) and not _makes(first))
            maker = maker or next((p for p in (first, second) if _makes(p)), None)
            maker = maker or self._makes_what_was_named(event, first, second)
            sells = seller_of((first.name, second.name))
            giver = maker or next((p for p in (first, second) if p.name == sells), None)
            giver = giver or next((p for p in (first, second) if p.slot == "with"), None)
            if giver is second:
                first, second = second, first
            event.supplier, event.recipient = first, second
            event.bidirectional = maker is None
            event.why.append(BY_MAKE if maker else "direction not told")
        elif len(missing) == 1:
            rest = [p for p in partners if p.name != event.other_end(missing[0])]
            if rest:
                setattr(event, missing[0], rest[0])
        elif len(missing) == 2 and partners and _makes(partners[0]):
            event.supplier = partners[0]
        elif len(missing) == 2 and len({k.token.i for k in event.links if k.role == "partner"}) == 1:
            self._with_one(event, partners[0])

    def _with_one(self, event: Event, partner: Link) -> None:
        """Talks of which one side is named: whose industry makes what they are about gives it."""
        makers = self.makers_of(event)
        if len({k.slot for k in event.links if k.role == "partner" and k.name == partner.name}) > 1:
            return  # a state and a firm of its own
        if partner.name in makers:
            event.supplier = partner
        elif len(makers) == 1 and partner.slot == "with":
            maker = next(iter(makers))
            event.supplier = Link(maker, "origin", "supplier", NEARBY, event.trigger.head)
            event.recipient = partner
            event.why.append(BY_MAKE)

    def _makes_what_was_named(self, event: Event, first: Link, second: Link) -> Link | None:
        """Which of two makes the types named so far, where a deal names none: "a contract for 180"."""
        if any(g.goods.designation for g in event.filled.goods):
            return None
        made = {self.lexicon.makers.get(name) for name in self._types.values()}
        makers = [p for p in (first, second) if p.name in made]
        return makers[0] if len(makers) == 1 else None


def _unloads_at_home(event: Event) -> None:
    """Whoever unloads others' goods where he is at home gets them: "Mali unloaded Turkish drones at X"."""
    doer, origin = event.supplier, event.filled.origin
    if event.trigger.frame.name != "unload" or doer is None or doer.slot != "subject" or event.recipient:
        return
    there = any(k.role == "recipient" and k.name == doer.name for k in event.links)
    if there and origin is not None and end_point(origin) not in (None, doer.name):
        event.recipient = replace(doer, role="recipient")
        token = event.trigger.head.doc[origin.first]
        event.supplier = Link(str(end_point(origin)), "origin", "supplier", CHAINED, token, origin)
        event.why.append("unloaded by who gets them")


def _made_before(origin: ActorMention | None, event: Event) -> bool:
    """Whether somebody only made what others hand on: "the resale of guns made in Ruritania"."""
    return origin is not None and origin.form == "made" and passes_on(event)


def _makes(link: Link) -> bool:
    """Whether the party acts through a maker of arms ("a French arms maker")."""
    if link.mention is not None and link.mention.what == "maker":
        return True
    return str(link.token.lemma_).lower() in _MAKERS


def _open_to(link: Link | None, turn: Turn) -> bool:
    """Whether an end is open, or held only by a pronoun in what somebody denies of himself."""
    return link is None or (turn.hit.word.negates and link.mention is None and link.slot == "subject")

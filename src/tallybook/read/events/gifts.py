"""Who gave what is told to be a gift, and to whom: "its boats are a gift of Ruritania"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.gifts import is_told_gift
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import DIRECT
from tallybook.read.events.roles import RoleFinder
from tallybook.read.text.tree import Token


def by_gift(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Whose gift goods are gave them, and whose goods they are got them."""
    noun = event.trigger.head
    if event.trigger.hit.form != "noun" or not is_told_gift(noun):
        return
    of = (t for p in noun.children if p.lower_ == "of" for t in p.children)
    giver = next((link for t in of if (link := _named(t, "supplier", parties)) is not None), None)
    if giver is not None and (event.supplier is None or event.supplier.slot in ("origin", "discourse")):
        event.supplier = giver
    if event.recipient is not None:
        return
    taker = _owner(noun, parties, finder)
    if taker is not None and taker.name != event.end("supplier"):
        event.recipient = taker
        event.why.append(f"recipient {taker.name}, whose the goods are")


def _named(token: Token, role: str, parties: Parties) -> Link | None:
    mention = parties.at.get(token.i) or parties.scene.actor_at.get(token.i)
    name = end_point(mention) if mention is not None else None
    return Link(name, "subject", role, DIRECT, token, mention) if name is not None else None


def _owner(noun: Token, parties: Parties, finder: RoleFinder) -> Link | None:
    """Who has what is told to be a gift: "Ruritania's boats", "its only tanks"."""
    things = [c for c in noun.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    for owner in (c for t in things for c in t.children if c.dep_ == "poss"):
        named = _named(owner, "recipient", parties)
        if named is not None:
            return named
        name = finder.point_back(owner, "recipient") if owner.pos_ == "PRON" else None
        if name is not None:
            return Link(name, "object", "recipient", DIRECT, owner)
    return None

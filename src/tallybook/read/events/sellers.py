"""Which of two states is likelier to be the one that gives, where a report leaves that open?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive, noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.vocabulary.wordlists import words_of

_SALES = frozenset({"sale", "export", "donation", "gift"})
"""What somebody who agrees on it with others does himself, unless they are known to sell."""

_GREAT = words_of("states that sell arms to all the world")
_SMALL = words_of("states that sell some arms")
_FIRST = "united states"
"""Who sells to nearly everybody and buys little."""

_RIVALS = frozenset({"russia", "china"})
_PARIAHS = frozenset({"iran", "north korea", "belarus"})
"""Who sells to rivals of the first seller as much as they sell to him."""


def seller_of(names: tuple[str, str]) -> str | None:
    """The one of two that sells arms where the other as a rule buys them; None where both may do either."""
    first, second = (_rank(name.lower()) for name in names)
    low = {name.lower() for name in names}
    if first == second or (low & _RIVALS and low & (_PARIAHS | {_FIRST})):
        return None
    return names[0] if first > second else names[1]


def _rank(name: str) -> int:
    return 3 if name == _FIRST else 2 if name in _GREAT else 1 if name in _SMALL else 0


def by_seller(event: Event) -> None:
    """Turn a delivery that somebody agrees on with who sells: "X agreed with Y on the delivery of jets"."""
    doer = event.supplier
    noun = event.trigger.hit.form == "noun" and event.trigger.frame.name == "give"
    if not noun or doer is None or doer.slot != "subject" or doer.mention is None:
        return
    sides = [k for f in event.absorbed for k in f.links if k.role == "partner" and k.slot == "with"]
    if len(sides) != 1 or event.end("recipient") not in (None, sides[0].name):
        return
    named = all(k.mention is not None and k.mention.kind != "group" for k in (doer, sides[0]))
    links = (k for f in (event.filled, *event.absorbed) for k in f.links)
    if not named or any(k.role == "recipient" and k.slot in ("to", "for") for k in links):
        return
    seller = seller_of((doer.name, sides[0].name))
    if seller == doer.name or (seller is None and noun_lemma(event.trigger.head) in _SALES):
        return
    event.supplier, event.recipient = replace(sides[0], role="supplier"), replace(doer, role="recipient")
    event.why.append(f"supplier {sides[0].name}, with whom it is agreed")


def by_venue(event: Event, parties: Parties) -> None:
    """The other side of a deal signed with one in a capital, where one sells: "was signed with X in Y"."""
    partners = {k.name for k in event.links if k.role == "partner"}
    verb = event.trigger.head.head
    if event.trigger.frame.name != "deal" or len(partners) != 1 or not is_passive(verb):
        return
    if event.supplier is not None and event.recipient is not None:
        return
    partner = next(k for k in event.links if k.role == "partner")
    places = [t for p in verb.children if p.lower_ == "in" for t in p.children]
    places += [t for p in partner.token.children if p.lower_ == "in" for t in p.children]
    venues = [parties.scene.actor_at[t.i] for t in places if t.i in parties.scene.actor_at]
    names = {end_point(m) for m in venues if m.form == "capital"} - {None, partner.name}
    name = names.pop() if len(names) == 1 else None
    seller = seller_of((partner.name, name)) if name is not None else None
    if name is None or seller is None:
        return
    other = Link(name, "in", "supplier" if seller == name else "recipient", CHAINED, event.trigger.head)
    side = replace(partner, role="recipient" if seller == name else "supplier")
    event.supplier, event.recipient = (other, side) if seller == name else (side, other)
    event.why.append(f"signed in the capital of {name}")

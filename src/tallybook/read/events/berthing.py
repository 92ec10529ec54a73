"""What does a ship, plane or convoy bring that comes in somewhere: "docked in Port X with armoured cars"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Filled, Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FLYING = frozenset(
    {
        "plane",
        "aircraft",
        "airliner",
        "airplane",
        "flight",
        "jet",
        "airlifter",
        "boeing",
        "ilyushin",
        "antonov",
        "747",
    }
)
"""Carriers that fly for the state whose they are called, where ships sail under any flag."""

_CARRIERS = words_of("nouns of carriers") | _FLYING | {"warship", "ferry", "tanker", "trawler", "barge"}
_FORCES = frozenset({"military", "army", "navy", "naval", "warship", "force", "forces", "amphibious"})
"""Words by which a ship or a plane is one of a state's forces, whose cargo is the state's."""

_HELD = frozenset({"carry", "hold", "contain", "unload"})
_LADEN = frozenset({"carry", "load", "lade", "pack", "fill", "bring", "haul", "transport"})


def brings(verb: Token, heads: set[int]) -> bool:
    """Whether what comes in is a carrier that has goods with it, which stand at ``heads``."""
    carrier = _carrier(verb)
    return carrier is not None and any(t.i in heads for part in _aboard(verb, carrier) for t in part.subtree)


def sent_by_forces(event: Event, parties: Parties) -> None:
    """Fill in the giver of what a state's own ship or plane brings: "an X warship docked with guns"."""
    verb = event.trigger.head
    if event.trigger.frame.name != "arrive" or event.supplier is not None:
        return
    carrier = _carrier(verb)
    if carrier is None or not brings(verb, {g.head for g in event.filled.goods}):
        return
    own = parties.at.get(carrier.i) or parties.modifying.get(carrier.i) or parties.origin.get(carrier.i)
    words = {t.lower_ for t in (carrier, *carrier.lefts)}
    flown = noun_lemma(carrier) in _FLYING
    own = own or (_line_of(carrier, parties) if flown else None)
    name = end_point(own) if own is not None and (flown or words & _FORCES) else None
    if own is not None and name is not None and name != event.end("recipient"):
        event.supplier = Link(name, "origin", "supplier", CHAINED, verb.doc[own.first], own)
        event.why.append(f"supplier {name}, whose forces bring it")


def _line_of(carrier: Token, parties: Parties) -> ActorMention | None:
    """Whose airline or air force a plane is of: "a cargo plane of Ruritania's Blue Air"."""
    lines = [t for p in carrier.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
    near = [c for t in lines for c in (t, *t.lefts)]
    named = (
        parties.at.get(t.i) or parties.modifying.get(t.i) or parties.scene.actor_at.get(t.i) for t in near
    )
    return next((m for m in named if m is not None and m.kind == "state"), None)


def _carrier(verb: Token) -> Token | None:
    """The ship or plane that a verb of coming tells of."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    return next((s for s in subjects if noun_lemma(s) in _CARRIERS), None)


def _aboard(verb: Token, carrier: Token) -> Iterator[Token]:
    """The phrases that tell what is aboard: "with guns", "carrying guns", "loaded with guns"."""
    for part in (*verb.children, *carrier.children):
        laden = part.pos_ == "VERB" and str(part.lemma_).lower() in _LADEN
        if part.i > carrier.i and (laden or (part.dep_ == "prep" and part.lower_ == "with")):
            yield part


def lands_somewhere(events: list[Event], filled: list[Filled]) -> None:
    """Give what a ship is told to carry the place where it comes in: "arrived in X carrying guns"."""
    ports = {f.trigger.head.i: f for f in filled if f.trigger.frame.name == "arrive" and not f.goods}
    for event in events if ports else ():
        head = event.trigger.head
        if event.recipient is not None or event.trigger.frame.name not in _HELD:
            continue
        over = head.head.head if head.dep_ == "acl" else head.head
        port = ports.get(over.i)
        taker = port.best("recipient") if port is not None and _carrier(over) is not None else None
        if taker is not None and taker.name != event.end("supplier"):
            event.recipient = replace(taker, slot="into")
            event.why.append(f"recipient {taker.name}, where the carrier comes in")

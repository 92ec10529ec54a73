"""Whose are goods that another has made or sent: "Ruritania's Sylvanian jets", "X's six jets came from Y"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.makes import origin_of
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token

BUILT_IN = "found built into the arms of its taker"

_COMING = frozenset({"arrive", "come", "ordered", "shown", "sighted"})
"""Frames of goods that come to who has them, or are with him."""


def by_owner(event: Event, parties: Parties) -> None:
    """Give goods that come to somebody, or are to come, the owner that stands before them as their taker."""
    frame, trigger = event.trigger.frame.name, event.trigger
    if event.recipient is not None or not (frame in _COMING or (frame == "give" and trigger.passive)):
        return
    for goods in event.filled.goods:
        noun = parties.scene.doc[goods.head]
        beside = [c.i for c in noun.lefts if c.dep_ == "poss" and c.i in parties.scene.actor_at]
        if not beside:
            continue
        owner = parties.scene.actor_at[beside[0]]
        name, giver = end_point(owner), event.supplier
        maker = _maker(owner, goods.head, parties)
        sent = giver is not None and giver.slot == "from" and giver.name != name
        if name is None or not (sent or (maker is not None and (giver is None or giver.name == name))):
            continue
        if not sent and maker is not None:
            token = parties.scene.doc[maker.first]
            event.supplier = Link(str(end_point(maker)), "origin", "supplier", CHAINED, token, maker)
        token = parties.scene.doc[owner.first]
        event.recipient = Link(name, "for", "recipient", CHAINED, token, owner)
        event.why.append(f"recipient {name}, whose the goods are")
        return


def built_into(event: Event, parties: Parties) -> None:
    """Make him the taker of parts in whose arms they turned up: "Sylvanian chips in X's drones"."""
    frame = event.trigger.frame.name
    known = event.recipient is not None and event.recipient.slot != "discourse"
    if frame not in ("found", "arrive") or known or len(event.filled.goods) < 2:
        return
    doc = parties.scene.doc
    hosts = [g for g in event.filled.goods if not g.weak and _inside(doc[g.head])]
    parts = [g for g in event.filled.goods if g not in hosts]
    if len(hosts) != 1 or not parts:
        return
    owner = parties.origin.get(hosts[0].head) or parties.modifying.get(hosts[0].head)
    taker = end_point(owner) if owner is not None else None
    maker = next((m for g in parts if (m := origin_of(g, parties)) is not None), None)
    led = next((k for k in event.links if k.role == "supplier" and k.slot == "from"), None)
    giver = led.name if led is not None else end_point(maker) if maker is not None else None
    if owner is None or taker is None or giver is None or giver == taker:
        return
    token = doc[maker.first] if maker is not None else event.trigger.head
    event.supplier = led or Link(giver, "origin", "supplier", CHAINED, token, maker)
    event.recipient = Link(taker, "for", "recipient", CHAINED, doc[owner.first], owner)
    event.filled.goods[:] = parts
    event.why.append(BUILT_IN)


def _inside(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "inside", "within")


def _maker(owner: ActorMention, head: int, parties: Parties) -> ActorMention | None:
    """Whose make goods are called between their owner and their noun: "Ruritania's Sylvanian jets"."""
    inside = (m for m in parties.scene.actors if owner.last <= m.first and m.last <= head)
    made = (m for m in inside if m.kind == "state" and m.form in ("adjective", "made"))
    return next((m for m in made if end_point(m) not in (None, end_point(owner))), None)

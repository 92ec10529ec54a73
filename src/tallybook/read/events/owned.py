"""Whose are goods that another has made or sent: "Ruritania's Sylvanian jets", "X's six jets came from Y"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.actors import ActorMention

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


def _maker(owner: ActorMention, head: int, parties: Parties) -> ActorMention | None:
    """Whose make goods are called between their owner and their noun: "Ruritania's Sylvanian jets"."""
    inside = (m for m in parties.scene.actors if owner.last <= m.first and m.last <= head)
    made = (m for m in inside if m.kind == "state" and m.form in ("adjective", "made"))
    return next((m for m in made if end_point(m) not in (None, end_point(owner))), None)

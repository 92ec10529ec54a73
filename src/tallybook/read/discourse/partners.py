"""Who is the other side of a deal or of talks "with Ruritania", where the words name one side alone?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.events.sellers import seller_of


def speaker_deals(event: Event, speaker: str | None) -> None:
    """Make the state whose officials tell of a deal with one other side its own side."""
    signs = event.trigger.word.name == "sign for"
    links = [
        k
        for f in (event.filled, *event.absorbed)
        for k in f.links
        if k.role == "partner" or (signs and k.slot == "with")
    ]
    sides = {k.name for k in links}
    if speaker is None or len(sides) != 1 or speaker in sides or any(k.slot != "with" for k in links):
        return
    partner = links[0]
    if not event.filled.goods or {event.end("supplier"), event.end("recipient")} - {None, partner.name}:
        return
    gives = event.end("supplier") == partner.name
    gives = gives or (event.end("recipient") is None and seller_of((partner.name, speaker)) != speaker)
    other = Link(speaker, "discourse", "recipient" if gives else "supplier", 0.0, partner.token)
    event.supplier, event.recipient = (partner, other) if gives else (other, partner)
    event.why.append(f"{speaker}, which tells of it, is the other side")

"""Who is the other side of a deal or of talks "with Ruritania", where the words name one side alone?"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.flows import Flow
from tallybook.read.events.sellers import seller_of
from tallybook.read.events.settling import BY_MAKE


def fill_by_speaker(event: Event, speaker: str | None, flows: Sequence[Flow]) -> None:
    """Fill what is open of a deal, or of goods on the way, with the state whose officials tell of it."""
    speaker_deals(event, speaker)
    taker_who_tells(event, speaker, flows)


def set_out_at_home(event: Event, speaker: str | None, ground: str | None) -> None:
    """Make the state whose officials tell of goods that set out from its own ground their giver."""
    if event.supplier is None and speaker is not None and ground == speaker != event.end("recipient"):
        event.supplier = Link(speaker, "from", "supplier", CHAINED, event.trigger.head)
        event.why.append(f"supplier {speaker}, which tells that they set out from its ground")


def giver_by_make(event: Event, wars: Sequence[frozenset[str]]) -> None:
    """Make the maker of a type the giver of a delivery told of by its taker alone, who is at no war."""
    taker = event.recipient
    if event.supplier is not None or event.trigger.hit.form != "noun" or event.trigger.frame.name != "give":
        return
    if taker is None or taker.slot not in ("to", "subject") or any(taker.name in war for war in wars):
        return
    made = event.makers - {taker.name}
    if len(made) == 1:
        event.supplier = Link(next(iter(made)), "origin", "supplier", CHAINED, event.trigger.head)
        event.why.append(BY_MAKE)


def taker_who_tells(event: Event, speaker: str | None, flows: Sequence[Flow]) -> None:
    """Make the state whose officials tell of others' goods on the way their taker, where nobody else is told.

    Not a state that sells to all the world: it tells as well of what goes to others.
    """
    giver, coming = event.supplier, event.trigger.word.name in _COMING or event.trigger.frame.name == "arrive"
    if not coming or giver is None or giver.slot != "origin" or event.recipient is not None:
        return
    if speaker in (None, giver.name) or any(f.supplier == giver.name for f in flows):
        return
    if seller_of((str(speaker), giver.name)) == giver.name:
        event.recipient = Link(str(speaker), "to", "recipient", CHAINED, event.trigger.head)
        event.why.append(f"recipient {speaker}, whose officials tell of it")


_COMING = frozenset({"under way", "still to come", "come from", "follow"})


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

"""Who buys where nobody is named, and who only takes what is his own to give: "its army wants them too"?"""

from __future__ import annotations

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.stages import FUTURE, WOULD, modal_of
from tallybook.read.discourse.directions import Directions
from tallybook.read.discourse.flows import Flows

_BUYING = frozenset({"get", "ordered", "seek"})


def buys_for_itself(event: Event, speaker: str | None, flows: tuple[Flows, ...]) -> None:
    """Give what a state says will be bought to that state.

    Only where a passive of buying lies ahead, names its seller and no buyer, and the report knows of nobody
    else who buys there.
    """
    trigger, giver = event.trigger, event.supplier
    if speaker is None or event.recipient is not None or giver is None or giver.slot != "from":
        return
    if trigger.frame.name not in _BUYING or not trigger.passive or giver.name == speaker:
        return
    if any(c.dep_ == "agent" for c in trigger.head.children):
        return
    ahead = modal_of(trigger, event.turns) in FUTURE | WOULD
    ahead = ahead or any(t.hit.word.stage in (Stage.PLANNED, Stage.PLEDGED) for t in event.turns)
    told = {f.recipient for one in flows for f in one.told if f.supplier == giver.name} - {None}
    if not ahead or told - {speaker}:
        return
    event.recipient = Link(speaker, "discourse", "recipient", 0.0, trigger.head)
    event.why.append(f"recipient {speaker}, who says that it will be bought")


OWN_GOODS = "goods that the taker gives to others"
"""The reason by which an event is known to move goods at home."""

_THEM = frozenset({"it", "them", "these", "those"})


def has_own_goods(event: Event, directions: Directions) -> None:
    """Note that somebody takes goods that he is told to give others, as those of his own make."""
    taker, anaphor = event.recipient, event.filled.anaphor
    if event.supplier is not None or taker is None or taker.slot != "subject" or anaphor is None:
        return
    if event.trigger.frame.name in _BUYING and anaphor.lower_ in _THEM and directions.gives(taker.name):
        event.why.append(OWN_GOODS)

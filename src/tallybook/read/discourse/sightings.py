"""On whose ground were arms seen, and do they tell that they changed hands: "were spotted at X's base"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.sighting import places_in, sighted_at, whose_marks
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.flows import Flow
from tallybook.read.discourse.grounds import state_of

SEEN_AT = "seen"
"""The slot of who is host to arms that were seen somewhere: it may only host another's forces."""

WHERE_SENT = "seen where it was told to go"
"""The reason by which arms that were seen are no forces of their maker abroad."""

_SEEN = frozenset({"sighted", "shown"})


def by_sighting(event: Event, parties: Parties, lexicon: Lexicon, flows: tuple[Flow, ...]) -> None:
    """Give arms that were seen at a place the state that it lies in, as their taker."""
    if event.trigger.frame.name not in _SEEN or event.recipient is not None:
        return
    verb = event.trigger.head
    marks = [t for t in whose_marks(verb) if t.i in parties.scene.actor_at]
    for token in (*marks, *(t for noun in sighted_at(verb) for t in places_in(noun))):
        mention = parties.scene.actor_at.get(token.i)
        name = end_point(mention) if mention is not None else state_of(token, lexicon)
        if name is None:
            continue
        name = _told_group(name, parties, lexicon, flows) or name
        if name != event.end("supplier"):
            event.recipient = Link(name, SEEN_AT, "recipient", CHAINED, token, mention)
            event.why.append(f"recipient {name}, on whose ground it was seen")
            _sent_there(event, flows)
        return


def _told_group(state: str, parties: Parties, lexicon: Lexicon, flows: tuple[Flow, ...]) -> str | None:
    """The armed group there that a sentence names and that is told to be armed: "in X, after Y's strike"."""
    takers = {f.recipient for f in flows}
    named = {end_point(m) for m in parties.at.values()} | {m.name for m in parties.scene.actors}
    groups = {n for n in named & takers if n is not None and lexicon.countries.get(n) == state}
    return groups.pop() if len(groups) == 1 else None


def _sent_there(event: Event, flows: tuple[Flow, ...]) -> None:
    """Note that arms were seen where the report tells them to go."""
    if any(f.whole and all(f.end(role) == event.end(role) for role in ENDS) for f in flows):
        event.why.append(WHERE_SENT)

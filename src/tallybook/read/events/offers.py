"""Who turns down an offer, so that he had been offered the goods?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.roles import RoleFinder

_TURNING_DOWN = frozenset({"refuse", "deny"})


def by_offer(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """An offer that is turned down was made: to who turns it down."""
    trigger = event.trigger
    if trigger.word.name != "offer" or trigger.hit.form != "noun":
        return
    down = [t for t in event.turns if t.hit.word.name in _TURNING_DOWN and t.hit.form == "verb"]
    event.turns = tuple(t for t in event.turns if t not in down)
    for turn in down:
        verb = parties.scene.doc[turn.hit.token]
        agents = [c for p in verb.children if p.dep_ == "agent" for c in p.children]
        for token in agents or ([] if is_passive(verb) else subjects_of(verb, parties)):
            mention = parties.at.get(token.i)
            name = finder.point_back(token, "recipient") if mention is None else mention.name
            if name is not None and event.recipient is None and name != event.end("supplier"):
                event.recipient = Link(name, "subject", "recipient", CHAINED, token, mention)
                event.why.append(f"recipient by “{verb.text}”")

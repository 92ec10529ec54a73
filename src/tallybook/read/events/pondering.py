"""Who thinks of giving arms that are only named with whom they are for: "considers more tanks for X"?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import is_passive
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.roles import RoleFinder
from tallybook.vocabulary.wordlists import words_of

_PONDERING = words_of("verbs of weighing a gift")
_FOR = frozenset({"for", "to"})


def by_pondering(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Who weighs goods for another would give them."""
    taker = event.recipient
    if event.trigger.frame.name != "contain" or event.supplier is not None or taker is None:
        return
    over = (t for t in event.turns if t.verb in _PONDERING)
    verb = next((parties.scene.doc[t.hit.token] for t in over), None)
    if verb is None or taker.slot not in _FOR or is_passive(verb):
        return
    for token in subjects_of(verb, parties):
        mention = parties.at.get(token.i)
        name = finder.point_back(token, "supplier") if mention is None else end_point(mention)
        if name is not None and name != taker.name:
            event.supplier = Link(name, "subject", "supplier", CHAINED, token, mention)
            event.why.append(f"supplier by “{verb.text}”")

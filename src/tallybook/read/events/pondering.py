"""Who weighs or turns down arms that are only named with one end: "considers more tanks for X"?"""

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
_NAMED = {"supplier": frozenset({"for", "to"}), "recipient": frozenset({"from"})}
"""The end that is open where the goods are named with the other end behind one of these words."""


def by_pondering(event: Event, parties: Parties, finder: RoleFinder) -> None:
    """Who weighs goods for another would give them; who weighs another's goods would take them."""
    act = event.trigger.hit.form == "noun" and event.trigger.frame.name in ("give", "get")
    if event.trigger.frame.name != "contain" and not act:
        return
    open_ = [role for role, slots in _NAMED.items() if event.end(role) is None and _other(event, slots)]
    over = (t for t in event.turns if t.verb in _PONDERING)
    verb = next((parties.scene.doc[t.hit.token] for t in over), None)
    if verb is None or len(open_) != 1 or is_passive(verb):
        return
    role = open_[0]
    for token in subjects_of(verb, parties):
        mention = parties.at.get(token.i)
        name = finder.point_back(token, role) if mention is None else end_point(mention)
        if name is not None and name not in (event.end("supplier"), event.end("recipient")):
            link = Link(name, "subject", role, CHAINED, token, mention)
            if role == "supplier":
                event.supplier = link
            else:
                event.recipient = link
            event.why.append(f"{role} by “{verb.text}”")
            return


def _other(event: Event, slots: frozenset[str]) -> bool:
    """Whether the other end is named behind one of these words."""
    return any(link is not None and link.slot in slots for link in (event.supplier, event.recipient))

"""Who takes what goes "to a firm called X", which no list knows?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.discourse.flows import Flows
from tallybook.vocabulary.wordlists import words_of

_FIRMS = words_of("nouns for a firm") | words_of("places of work") | {"buyer", "customer", "importer"}


def to_some_firm(event: Event, flows: Flows, ahead: Flows) -> None:
    """Fill in the one state that the report has the giver supply, where goods go to a firm without one."""
    giver = event.end("supplier")
    if giver is None or event.recipient is not None or not event.filled.toward_open:
        return
    head = event.trigger.head
    over = (head, *(c for c in head.children if c.dep_ == "dobj"))
    nouns = [n for t in over for p in t.children if p.lower_ == "to" for n in p.children if n.dep_ == "pobj"]
    takers = {f.recipient for f in (*flows.told, *ahead.told) if f.whole and f.supplier == giver}
    if len(takers) == 1 and any(noun_lemma(n) in _FIRMS for n in nouns):
        event.recipient = Link(str(next(iter(takers))), "discourse", "recipient", 0.0, head)
        event.why.append(f"recipient {event.recipient.name}, whom {giver} supplies elsewhere")

"""At which end stands a firm: whom no list knows, or that signs for a taker who was told of?"""

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


def signed_by_taker(event: Event, flows: Flows, countries: dict[str, str]) -> None:
    """A deal spoken of that a firm of the taker's own land signs, which other goods' maker it may be."""
    giver, noun = event.supplier, event.trigger.head
    if giver is None or giver.role != "partner" or event.recipient is not None or event.filled.goods:
        return
    if not any(c.lower_ in ("the", "this", "that") for c in noun.lefts):
        return
    flow = flows.last()
    if flow is not None and giver.name in (flow.recipient, countries.get(str(flow.recipient))):
        event.recipient = Link(str(flow.recipient), "discourse", "recipient", 0.0, noun)
        event.supplier = Link(str(flow.supplier), "discourse", "supplier", 0.0, noun)
        event.why.append(f"recipient {flow.recipient}, whose firm signs for it")

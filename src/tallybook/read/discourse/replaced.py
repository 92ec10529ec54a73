"""Who gave away what others now replace: "the jets stand in for ten that were supplied to Ruritania"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.discourse.flows import Flow
from tallybook.read.text.tree import Token

_REPLACING = frozenset({"replace", "backfill", "offset", "supplant"})
_FOR = frozenset({"compensate", "fill", "make", "stand", "substitute", "swap"})
"""Verbs that say with "for" what something takes the place of: "make up for", "stand in for"."""

_PLACES = frozenset({"compensation", "place", "replacement", "return", "stead", "substitute"})
_SOON = 2
"""How many sentences back the replacements may be told of."""


def gave_what_is_replaced(event: Event, flows: list[Flow], scene: int) -> None:
    """Fill in the giver of goods that are replaced: who gets the replacements, as was told right before."""
    head = event.trigger.head
    if event.supplier is not None or event.recipient is None or head.dep_ not in ("relcl", "acl"):
        return
    if not _is_replaced(head.head):
        return
    near = (f for f in reversed(flows) if f.whole and f.plain and scene - f.scene <= _SOON)
    flow = next((f for f in near if f.recipient != event.end("recipient")), None)
    if flow is not None:
        event.supplier = Link(str(flow.recipient), "discourse", "supplier", 0.0, head)
        event.why.append(f"supplier {flow.recipient}, who gets others for them")


def _is_replaced(noun: Token) -> bool:
    above = noun.head
    if noun.dep_ == "dobj":
        return verb_lemma(above) in _REPLACING
    if noun.dep_ != "pobj" or above.lower_ not in ("for", "of"):
        return False
    over = above.head
    led = above.lower_ == "for" and verb_lemma(over if over.pos_ == "VERB" else over.head) in _FOR
    return led or noun_lemma(over) in _PLACES

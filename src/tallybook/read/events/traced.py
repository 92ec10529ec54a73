"""What says where the goods that were found or fired had come from: "marks that point to Ruritania"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import UNTOLD, Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

BY_TRACES = "supplier by what it is traced to"

_FOUND = frozenset({"found", "use", "seize", "downed"})
"""Frames of goods that turn up without who gave them."""

_TRACING = frozenset({"trace", "point", "lead", "attribute"})
"""Verbs that lead to where goods come from."""

_NEAR = 6
"""Tokens behind "to" within which the name stands: "to a plant in Ruritania"."""

_ORIGINS = words_of("nouns of origin") | {"maker", "manufacturer", "producer", "source", "supplier"}


def take_traces(events: list[Event], parties: Parties) -> None:
    """Give goods that were found or fired the supplier to whom the same sentence traces them, in place."""
    loose = [e for e in events if e.trigger.frame.name in _FOUND and _open(e) and e.filled.goods]
    for event in loose:
        for mention, token in _traces(parties):
            name = end_point(mention)
            if name is not None and name != event.end("recipient"):
                event.supplier = Link(name, "from", "supplier", CHAINED, token, mention)
                event.why.append(f"{BY_TRACES}: “{mention.name}”")
                break


def _open(event: Event) -> bool:
    return event.supplier is None or (event.supplier.slot in UNTOLD and event.filled.origin is None)


def _traces(parties: Parties) -> Iterator[tuple[ActorMention, Token]]:
    """Whom the words name as the origin of something: "traced to X", "X as the origin", "of X make"."""
    scene = parties.scene
    for token in scene.tokens:
        before = [
            t for t in scene.doc[max(scene.sentence.first, token.i - 2) : token.i] if t.lower_ != "back"
        ]
        if token.lower_ == "to" and before and verb_lemma(before[-1]) in _TRACING:
            near = scene.doc[token.i + 1 : min(token.i + _NEAR, scene.sentence.last)]
            named = next(
                (t for t in near if t.i in scene.actor_at), None
            )  # the tree may take "point" for a noun
            if named is not None:
                yield scene.actor_at[named.i], named
        elif noun_lemma(token) in _ORIGINS and token.dep_ == "pobj" and token.head.lower_ == "of":
            mention = parties.modifying.get(token.i)
            if mention is not None:
                yield mention, token

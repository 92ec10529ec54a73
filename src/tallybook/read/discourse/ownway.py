"""Where were goods going that were caught, where only a town is named: "rifles bound for Port X"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.discourse.grounds import state_of
from tallybook.read.discourse.voyages import Voyages, way_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MEANT = words_of("verbs of moving goods") | {"address", "bring", "destine", "intend", "mean", "smuggle"}
_CAUGHT = HOLDING | {"carry", "contain", "found", "seize"}

_CAUGHT_AS = frozenset({"conj", "dobj", "nsubj", "nsubjpass"})


def fill_by_own_way(event: Event, parties: Parties, voyages: Voyages) -> None:
    """Fill open ends of caught goods with the states of the places that stand behind the goods themselves.

    A place where the report tells that goods only stop on their way fills nothing.
    """
    if event.trigger.frame.name not in _CAUGHT:
        return
    seizers = {link.name for link in event.links if link.role == "seizer"}
    for role, place in (way for word in _on_way(event) for way in way_of(word)):
        name = None if place.i in parties.at else state_of(place, voyages.reader.lexicon)
        other = event.other_end(role)
        if name is None or name == other or name in seizers or event.end(role) is not None:
            continue
        if not voyages.told_otherwise(role, name, other):
            slot = "from" if role == "supplier" else "to"
            setattr(event, role, Link(name, slot, role, CHAINED, place))
            event.why.append(f"{role} {name} by the way of “{place.text}”")


def _on_way(event: Event) -> Iterator[Token]:
    """The words behind which the way of the goods stands: "rifles", "destined", "on its way"."""
    for noun in _lots(event):
        yield noun
        yield from (c for c in noun.children if c.dep_ == "acl" and verb_lemma(c) in _MEANT)
    for on in event.trigger.head.children:
        if on.lower_ in ("on", "en") and any(c.lower_ in ("way", "route") for c in on.children):
            yield on


def _lots(event: Event) -> Iterator[Token]:
    """The nouns of the goods that are caught, and of the lots that hold them: "a shipment of rifles"."""
    for goods in event.filled.goods:
        nouns = [event.trigger.head.doc[goods.head]]
        while nouns[-1].dep_ == "pobj" and nouns[-1].head.lower_ == "of":
            nouns.append(nouns[-1].head.head)
        if nouns[-1].dep_ in _CAUGHT_AS:
            yield from nouns

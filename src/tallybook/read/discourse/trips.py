"""How many flights or voyages of the kind that was told of does somebody count: "counted 92 such flights"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.numbered import Number
from tallybook.read.discourse.restated import REACH, WAIT, Restated, Told
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_COUNTING = words_of("verbs of counting goods") | words_of("verbs of counting trips")
_TRIPS = words_of("nouns for trips")
_ALIKE = frozenset({"such", "similar", "these", "those"})
_SUCH = _ALIKE | {"more", "further", "other"}
_KINDS = frozenset({"kind", "sort", "type", "nature"})


def counted_trips(scene: Scene, told: Sequence[Told]) -> Iterator[Restated]:
    """The trips like those told of before that a sentence counts, each with the transfer that they served.

    Args:
        scene: the sentence, which tells of no transfer itself.
        told: the transfers told so far, the last of them last.
    """
    if scene.lemmas.isdisjoint(_TRIPS) or scene.lemmas.isdisjoint(_COUNTING):
        return
    for quantity in scene.quantities:
        trips = scene.doc[quantity.head] if quantity.head is not None else None
        if trips is None or noun_lemma(trips) not in _TRIPS or not _of_that_kind(trips):
            continue
        verb = trips.head
        done = trips.dep_ == "nsubjpass" if is_passive(verb) else trips.dep_ == "dobj"
        meant = _served(trips, scene, told)
        if done and verb_lemma(verb) in _COUNTING and not _denied(verb) and meant is not None:
            yield Restated(_number(quantity, trips, verb, scene), meant.event)


def _of_that_kind(trips: Token) -> bool:
    """Whether trips are told to be like those that were told of: "such flights", "flights of this kind"."""
    kinds = [t for p in trips.children if p.lower_ == "of" for t in p.children if noun_lemma(t) in _KINDS]
    return any(c.lower_ in _SUCH for c in trips.lefts) or bool(kinds)


def _served(trips: Token, scene: Scene, told: Sequence[Told]) -> Told | None:
    """The transfer told last whose sentence spoke of such trips, else one told right before."""
    near = [t for t in reversed(told) if scene.number - t.scene <= REACH and _is_whole(t)]
    lemma = noun_lemma(trips)
    spoken = (t for t in near if any(noun_lemma(w) == lemma for w in t.event.trigger.head.sent))
    alike = any(c.lower_ in _ALIKE for c in trips.lefts) or not any(c.lower_ in _SUCH for c in trips.lefts)
    last = next((t for t in near if alike and scene.number - t.scene <= WAIT), None)
    return next(spoken, last)


def _is_whole(told: Told) -> bool:
    return all(told.event.end(role) is not None for role in ENDS)


def _denied(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _number(quantity: QuantityMention, trips: Token, verb: Token, scene: Scene) -> Number:
    """The count with the words that tell it, and the one time of its sentence."""
    subjects = [c.left_edge.i for c in verb.children if c.dep_ == "nsubj"]
    kind = [t.i for p in trips.children if p.lower_ == "of" for t in p.subtree]
    first = min(quantity.first, verb.i, *subjects)
    last = max(quantity.last, verb.i + 1, *(i + 1 for i in kind))
    period = scene.periods[0] if len(scene.periods) == 1 else None
    return Number(first, last, quantity, period, ahead=False)

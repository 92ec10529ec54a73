"""Is a transfer told of where the words name neither end, and both come from what the report tells elsewhere?

"They were landed at night" goes on with the flow under discussion. "They were taken off a boat from
Sylvania", "the type hits aircraft at 20 km" and "two of them were fired" do not, whatever the report is on.
"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.events.lots import is_meant
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PASSING = words_of("prepositions that lead to bystanders")
_ASIDE = frozenset({"parataxis", "ccomp", "advcl", "relcl", "conj"})
"""Dependencies under which another clause begins, or a teller stands."""

_HABITS = frozenset({"carry", "give", "seize", "use"})
"""Frames of verbs that in the simple present say what goods do or what is done as a rule."""

_CATCHES = frozenset({"found", "seize"})
_CATCHING = frozenset({"nsubj", "agent"})
_BETWEEN = frozenset({"deal", "shown", "swap"})
"""Frames of words that name others than giver and taker: a minister's counterpart, who looked at pictures."""

_CROSSING = words_of("verbs whose object is crossed")
_SITES = words_of("sites that things are brought to")
_NOW = frozenset({"VBZ", "VBP"})
_PARTY = frozenset({"state", "body", "group"})


def only_inferred(event: Event, scene: Scene) -> bool:
    """Whether nothing but the rest of the report says who gives and who gets, and the words speak against it.

    Args:
        event: what the sentence tells, its open ends filled.
        scene: the sentence.
    """
    links = (event.supplier, event.recipient)
    if any(link is None or link.slot != "discourse" for link in links):
        return False
    frame = event.trigger.frame.name
    if frame in _BETWEEN:
        return False
    if _tells_otherwise(event):
        return True
    ends = {link.name for link in links if link is not None}
    if frame == "use" and not _points_back(event) and not any(end_point(a) in ends for a in scene.actors):
        return True
    if _as_a_rule(event.trigger.head, frame):
        return True
    return frame != "use" and names_others(event, scene, ends)  # "used" names whom it hits


def _tells_otherwise(event: Event) -> bool:
    """Whether an everyday word has another sense: "followed pictures", "a report released on Monday"."""
    head = event.trigger.head
    if verb_lemma(head) == "follow":
        return any(c.dep_ == "dobj" for c in head.children)
    released = verb_lemma(head) == "release" and head.dep_ in ("acl", "relcl")
    return released and noun_lemma(head.head) in _SHOWN


_SHOWN = words_of("papers that are quoted") | words_of("pictures") | {"statement"}


def _points_back(event: Event) -> bool:
    """Whether the goods are ones that were told of: "one of them", "the rockets"."""
    doc = event.trigger.head.doc
    return event.filled.anaphor is not None or any(is_meant(g, doc) for g in event.filled.goods)


def _as_a_rule(verb: Token, frame: str) -> bool:
    """Whether a verb says in the simple present what goods do: "is flown from a truck"."""
    if frame not in _HABITS:
        return False
    if verb.tag_ in _NOW:
        return True
    if frame == "give":
        return False  # "arms are handed over there" goes on
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBN" and len(helping) == 1 and helping[0].tag_ in _NOW and helping[0].lemma_ == "be"


def names_others(event: Event, scene: Scene, ends: set[str]) -> bool:
    """Whether the clause of the word of transfer names a party that is no end of it and no bystander.

    Args:
        event: what the sentence tells.
        scene: the sentence.
        ends: giver and taker.
    """
    aside = _ASIDE | (_CATCHING if event.trigger.frame.name in _CATCHES else set())  # "seized by Sylvania"
    for actor in scene.actors:
        name = end_point(actor)
        if name is None or name in ends or actor.kind not in _PARTY or actor.state in ends:
            continue
        if _bears_on(scene.doc[actor.last - 1], event.trigger.head, aside):
            return True
    return False


def _on_the_way(name: Token, head: Token) -> bool:
    """Whether goods only pass a state, or stop there: "crossed X", "by way of X", "in a port of X"."""
    over = name.over
    if over is head:
        return name.dep_ == "dobj" and verb_lemma(head) in _CROSSING
    if over.lower_ == "of":
        return over.over.lower_ == "way" and over.over.over.lower_ == "by"
    at_site = name.dep_ in ("amod", "compound") and noun_lemma(over) in _SITES
    return at_site and over.over.lower_ in ("at", "in") and over.over.over is head


def _bears_on(word: Token, head: Token, aside: frozenset[str]) -> bool:
    """Whether a word hangs on ``head`` neither ``aside`` nor by a preposition that leads past it.

    A party that only says whose the subject is ("the Sylvanian boardings brought in") is no party of it.
    """
    own = word
    if _on_the_way(word, head):
        return False
    while word is not head:
        if word.lower_ in _PASSING or word.dep_ in aside or word.over is word:
            return False
        if word.dep_ == "nsubj" and word is not own:
            return False
        word = word.over
    return True

"""At what does somebody put the number of goods: "put the number of shells for Ruritania at 3,000"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

PUTTING = frozenset({"put", "estimate", "set", "peg", "place"})
"""Verbs that give a number behind "at"."""

NUMBERS = words_of("nouns for how much there is")
"""Nouns for how much of something there is."""


def number_put(verb: Token) -> Token | None:
    """The noun for the number that a verb gives behind "at", if it does."""
    noun = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    at = any(c.lower_ == "at" and c.dep_ == "prep" for c in verb.subtree)
    counts = noun is not None and noun.lemma_.lower() in NUMBERS
    return noun if counts and at and verb.lemma_.lower() in PUTTING else None


def put_at(event: Event, scene: Scene) -> QuantityMention | None:
    """The figure behind "at", where the transfer is told of the goods whose number it is."""
    if scene.words.isdisjoint({"at"}) or scene.lemmas.isdisjoint(PUTTING):
        return None
    head = event.trigger.head
    if head.doc is not scene.doc:
        return None
    for mention in scene.quantities:
        at = next((t.head for t in scene.doc[mention.first : mention.last] if t.head.lower_ == "at"), None)
        verb = at
        while verb is not None and verb.lemma_.lower() not in PUTTING and verb.head != verb:
            verb = verb.head
        noun = number_put(verb) if verb is not None else None
        if noun is not None and (noun.is_ancestor(head) or noun == head):
            return mention
    return None

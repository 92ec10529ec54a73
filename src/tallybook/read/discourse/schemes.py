"""Whose scheme are arms given under: "arrived under the Ruritan initiative", "thanks to the programme"?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import NEARBY
from tallybook.read.discourse.topic import TOLD_OF_GOODS
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SCHEMES = words_of("nouns for schemes of giving")
_RUNNING = words_of("verbs of running a scheme")
_UNDER = frozenset({"under", "through", "via", "within", "from", "by", "of", "to", "in"})
_BETWEEN = 2
"""Words that may stand between whose a scheme is and its noun: "the Ruritan ammunition initiative"."""


@dataclass(frozen=True)
class Schemes:
    """Whose the scheme is that a report tells of; ``None`` where it names nobody's."""

    owner: str | None

    @classmethod
    def of(cls, scenes: tuple[Scene, ...]) -> Schemes:
        """The owner whom a report names most beside such a noun, or as who runs it."""
        found = Counter(name for scene in scenes for noun in _nouns(scene) for name in _owners(noun, scene))
        return cls(found.most_common(1)[0][0] if found else None)

    def fill(self, event: Event, scene: Scene) -> None:
        """The owner gives what comes under his scheme, where nobody else is named as giver."""
        known = {link.name for link in event.links} | {event.end("recipient")}
        open_ = event.supplier is None and event.trigger.frame.name in TOLD_OF_GOODS
        moved = bool(event.filled.goods) or event.filled.anaphor is not None
        if self.owner is None or not (open_ and moved) or self.owner in known:
            return
        if any(_leads(noun, event.trigger.head) for noun in _nouns(scene)):
            event.supplier = Link(self.owner, "scheme", "supplier", NEARBY, event.trigger.head)
            event.why.append(f"supplier {self.owner}, whose scheme it comes under")


def _nouns(scene: Scene) -> Iterator[Token]:
    if scene.lemmas.isdisjoint(_SCHEMES):
        return iter(())
    return (t for t in scene.tokens if t.pos_ in ("NOUN", "PROPN") and noun_lemma(t) in _SCHEMES)


def _owners(noun: Token, scene: Scene) -> Iterator[str]:
    """The states beside the noun, and those that start, run or stop the scheme."""
    verb = noun.head
    runs = noun.dep_ in ("dobj", "nsubjpass") and verb_lemma(verb) in _RUNNING
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")] if runs else []
    near = {t.i for c in doers for t in c.subtree}
    for mention in scene.actors:
        beside = 0 <= noun.i - mention.last <= _BETWEEN and noun.is_ancestor(scene.doc[mention.last - 1])
        name = end_point(mention)
        if mention.state is not None and name is not None and (beside or mention.first in near):
            yield name


def _leads(noun: Token, verb: Token) -> bool:
    """Whether a scheme is told to be what arms come under or from, or does itself what the verb says."""
    if noun.dep_ == "nsubj":
        return noun.head == verb
    return noun.dep_ == "pobj" and noun.head.lower_ in _UNDER

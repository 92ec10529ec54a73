"""What shows a transfer: what its source points to, what was left of the arms, where they were seen?"""

from __future__ import annotations

from tallybook.model import Evidence, Stage
from tallybook.read.claims.telling import Told
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_LEFT_OVER = frozenset(
    {"debris", "wreckage", "fragment", "remnant", "remains", "wreck", "shrapnel", "splinter"}
)
_PICTURES = words_of("pictures in which arms turn up")
_EMERGES = frozenset({"know", "emerge", "follow", "clear", "appear", "learn", "transpire", "evident"})
_SEEN = words_of("verbs of being seen")


def evidence_of(told: Told, stage: Stage, event: Event, scene: Scene) -> Evidence | None:
    """The evidence for a transfer, ``None`` where the words point to none."""
    if told.evidence is not None:
        return told.evidence
    if stage is Stage.USED and scene.lemmas & _LEFT_OVER:
        return Evidence.WRECKAGE
    if _known_from_papers(event, scene):
        return Evidence.DOCUMENT
    return Evidence.IMAGERY if _in_pictures(event, scene) else None


def _known_from_papers(event: Event, scene: Scene) -> bool:
    """Whether a sentence says that it is known from papers: "it emerged from leaked documents that"."""
    if event.trigger.head.doc is not scene.doc or scene.lemmas.isdisjoint(_EMERGES):
        return False
    return any(
        t.dep_ == "pobj"
        and t.head.lower_ == "from"
        and t.head.head.lemma_.lower() in _EMERGES
        and noun_lemma(t) in load().speakers["document"]
        for t in scene.tokens
    )


def _in_pictures(event: Event, scene: Scene) -> bool:
    """Whether the clause says that something is seen in pictures: "appeared in a video"."""
    head = event.trigger.head
    if head.doc is not scene.doc or scene.lemmas.isdisjoint(_PICTURES):
        return False
    above = head
    while above.head != above:
        if above.dep_ == "prep" and above.lower_ == "of" and noun_lemma(above.head) in _PICTURES:
            return True  # "photos of tanks sent to X"
        above = above.head
    first, last = scene.part_of(head.i)
    return any(
        t.dep_ == "pobj"
        and noun_lemma(t) in _PICTURES
        and t.head.lower_ in ("in", "on")
        and (t.head.head.lemma_.lower() in _SEEN or t.head.head.head.lemma_.lower() in _SEEN)
        for t in scene.doc[first:last]
    )

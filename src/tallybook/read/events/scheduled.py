"""When is what was ordered or promised to come: "six jets, the first due in 2029", "for delivery in 2028"?

Such words tell of a step of their own, which is still to come, and their time is not that of the deal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.turns import Turn
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.transfers import TurnWord
from tallybook.vocabulary.wordlists import words_of

_AHEAD = frozenset({Stage.AGREED, Stage.APPROVED, Stage.PLEDGED, Stage.OFFERED, Stage.SOUGHT})
_COMING = words_of("nouns for the coming of goods")
_DUE = words_of("words for what is due")
_LOTS = frozenset({"first", "last", "initial", "all", "remaining", "rest", "these", "both"})
_NEXT = frozenset({"be", "begin", "start", "arrive", "come", "follow", "land", "run"})
"""Verbs behind "to" that tell of what is to come."""

_PARTING = frozenset({",", "(", "–", "—"})
_REACH = 12
"""Tokens before a period within which such words begin."""


def scheduled(events: Iterable[Event], scene: Scene, planning: TurnWord) -> list[Event]:
    """The events, each followed by the coming that its sentence tells of behind it.

    Args:
        events: the transfers of a sentence.
        scene: the sentence.
        planning: the turning word under which a transfer is only planned.
    """
    events = list(events)
    if not scene.periods or (scene.lemmas.isdisjoint(_COMING) and scene.words.isdisjoint(_DUE | _LOTS)):
        return events
    found: list[Event] = []
    merged: list[Event] = []
    for event in events:
        if any(event is e for e in merged):
            continue
        found.append(event)
        for first, last in _schedules(event, scene):
            inner = [e for e in events if first <= e.trigger.head.i < last]
            if not all(_only_comes(e, event) for e in inner):
                continue
            merged.extend(inner)
            token = scene.doc[last - 1]
            turn = Turn(Hit(planning, token.i, token.i, last, "phrase"), finite=False)
            event.apart = (*event.apart, (first, last))
            why = [*event.why, "still to come"]
            found.append(replace(event, turns=(turn,), part=(first, last), why=why, absorbed=[], apart=()))
            break
    return found


def _only_comes(coming: Event, event: Event) -> bool:
    """Whether "with delivery by 2029" says nothing of its own but when the goods of a deal are to come."""
    noun = coming.trigger.head
    behind = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "for") and noun_lemma(noun) in _COMING
    goods = {g.first for g in coming.filled.goods} <= {g.first for g in event.filled.goods}
    return behind and goods and event.trigger.head.i < noun.i


def _schedules(event: Event, scene: Scene) -> Iterator[tuple[int, int]]:
    """The tokens of words behind an event that tell when goods are to come, with their time."""
    stages = {event.trigger.stage, *(t.hit.word.stage for t in event.turns)}
    head = event.trigger.head.i
    if not stages & _AHEAD or event.part is not None or event.rests_on is not None:
        return
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is None or tokens[0] <= head:
            continue
        first = _opener(scene, max(head + 1, tokens[0] - _REACH), tokens)
        if first is not None:
            yield first, tokens[1]


def _opener(scene: Scene, start: int, period: tuple[int, int]) -> int | None:
    """Where the words begin that lead to a period; ``None`` where a finite verb stands before them."""
    for at in range(period[0] - 1, start - 1, -1):
        token = scene.doc[at]
        if token.tag_ in TENSED or token.text in (";", ":"):
            return None
        following = scene.doc[at + 1 : period[1]]
        if token.lower_ in ("with", "for") and _leads(token, following):
            return at
        if token.text in _PARTING and following and _opens(following):
            return at + 1
    return None


def _leads(preposition: Token, following: list[Token]) -> bool:
    """Of ``for delivery in 2028``, "with the first to be handed over in May"."""
    near = [noun_lemma(t) for t in following[:3]]
    if any(n in _COMING for n in near):
        return True
    return preposition.lower_ == "with" and following[0].lower_ == "the" and near[1] in _LOTS


def _opens(following: list[Token]) -> bool:
    """Of ``the first three due in 2029``, "deliveries to begin in May", "due for delivery in 2028"."""
    words = [t.lower_ for t in following[:8]]
    due = any(a in _DUE or (a == "to" and b in _NEXT) for a, b in pairwise(words))
    lot = any(t.lower_ in _LOTS or t.like_num or noun_lemma(t) in _COMING for t in following[:3])
    return words[0] in _DUE or (lot and due)

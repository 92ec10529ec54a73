"""Who is told to do what another does, without the verb: "as did Ruritania", "Ruritania did the same"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.clauses.turns import Turn
from tallybook.read.mentions.actors import OWN_NAMES, ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TurnWord

_DOES = frozenset({"did", "does", "do", "has", "have", "had", "will", "would", "is", "are", "was", "were"})
_DOING = _DOES | {"suit"}
_SO = frozenset({"so", "same", "likewise", "suit", "too", "also"})
_STOPS = frozenset({",", ";", ".", "and", "but", "–", "—", ")"})


def likewise(events: list[Event], scene: Scene, seeking: TurnWord) -> list[Event]:
    """The events, each followed by those of the parties that are told to have done or to want the same."""
    if scene.words.isdisjoint(_DOING) or len(scene.actors) < 2:
        return events
    found: list[Event] = []
    for event in events:
        found.append(event)
        if event.part is None and event.rests_on is None:
            found.extend(_others(event, scene))
            found.extend(_others_want(event, scene, seeking))
    return found


def _others_want(event: Event, scene: Scene, seeking: TurnWord) -> Iterator[Event]:
    """Who is told to want what another has bought: "and Ruritania is said to be interested as well"."""
    taker = event.recipient
    if taker is None or event.trigger.frame.name != "get" or event.supplier is None:
        return
    for actor in scene.actors:
        name, noun = end_point(actor), scene.doc[actor.last - 1]
        if actor.first < event.trigger.head.i or actor.form not in OWN_NAMES or name is None:
            continue
        said = scene.doc[actor.last : min(actor.last + _WANTS, scene.sentence.last)]
        words = [t.lower_ for t in said]
        wants = next((t for t in said if t.lower_ in _WANTING), None)
        also = "too" in words or "also" in words or ("as", "well") in pairwise(words)
        if wants is None or not also or name in (taker.name, event.supplier.name):
            continue
        span = (actor.first, wants.i + 1)
        link = Link(name, "subject", "recipient", CHAINED, noun, actor)
        turn = Turn(Hit(seeking, wants.i, wants.i, wants.i + 1, "verb"), finite=False)
        why = [*event.why, "wants the same"]
        yield replace(event, part=span, absorbed=[], apart=(), turns=(turn,), recipient=link, why=why)
        event.apart = (*event.apart, span)


_WANTS = 10
_WANTING = frozenset({"interested", "keen", "interest"})


def _others(event: Event, scene: Scene) -> Iterator[Event]:
    doing = next((k for k in event.links if k.slot == "subject" and k.mention is not None), None)
    if doing is None or doing.role not in ("supplier", "recipient"):
        return
    for actor in scene.actors:
        name = end_point(actor)
        if actor.first < event.trigger.head.i or actor.form not in OWN_NAMES or name is None:
            continue
        span = _as_did(actor, scene) or did_so(actor, scene)
        if span is None or name in (doing.name, event.other_end(doing.role)):
            continue
        link = Link(name, "subject", doing.role, CHAINED, scene.doc[actor.last - 1], actor)
        other = replace(event, part=span, absorbed=[], apart=(), why=[*event.why, "does the same"])
        setattr(other, doing.role, link)
        event.apart = (*event.apart, span)
        yield other


def _as_did(actor: ActorMention, scene: Scene) -> tuple[int, int] | None:
    """Of ``as did Ruritania``, "and so does the Ruritanian army"."""
    before = scene.doc[max(scene.sentence.first, actor.first - 3) : actor.first]
    words = [t.lower_ for t in before if t.lower_ != "the"]
    if len(words) < 2 or words[-2] not in ("as", "so") or words[-1] not in _DOES:
        return None
    if not _ends(scene, actor.last):
        return None
    return next(t.i for t in before if t.lower_ == words[-2]), _to_period(scene, actor.last)


def did_so(actor: ActorMention, scene: Scene) -> tuple[int, int] | None:
    """Of ``Ruritania did the same``, "Ruritania, too, has done so", "Ruritania followed suit", "X did"."""
    at, last = actor.last, scene.sentence.last
    while at < last and scene.doc[at].lower_ in (",", "too", "also"):
        at += 1
    verb = scene.doc[at] if at < last else None
    if verb is None or verb.lower_ not in _DOES | {"followed", "follows"}:
        return None
    at += 1
    while at < last and scene.doc[at].lower_ in ("done", "do", "the", "follow", "followed", "already", *_SO):
        at += 1
    said = {t.lower_ for t in scene.doc[verb.i : at]}
    pro = bool(said & _SO) or (verb.lower_ == "did" and actor.first > scene.sentence.first)
    return (actor.first, _to_period(scene, at)) if pro and _ends(scene, at) else None


def _ends(scene: Scene, at: int) -> bool:
    """Whether a clause ends at a token, or says no more than when."""
    token: Token | None = scene.doc[at] if at < scene.sentence.last else None
    return token is None or token.lower_ in _STOPS or _to_period(scene, at) > at


def _to_period(scene: Scene, at: int) -> int:
    """Where a period that begins at a token ends; the token itself where none does."""
    ranges = (scene.token_range(p.span) for p in scene.periods if p.span is not None)
    return next((r[1] for r in ranges if r is not None and r[0] == at), at)

"""Which parts go on with a transfer without its verb: "rockets to Sylvania and jets to Ruritania"?

A part has goods, parties, a number or a time that stand as those of the act before it stand: "from China two
boats", "India for missiles", "ten to Kenya", "to Mali a year later", "in 2024 twelve", "boats before that".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.mentions.actors import OWN_NAMES, ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token

_SEPARATORS = frozenset({",", ";", "and", "but", "while", "–", "—"})
_LEADING = frozenset({"to", "from", "for", "with", "by", "in", "of"})
_COUNTS = frozenset({"others", "some", "several", "more", "another", "rest", "most", "dozens", "hundreds"})
_COUNTS |= {"pair", "half", "remainder"}
_FURTHER = frozenset({"more", "further", "other"})
_AROUND = frozenset({"before", "after"})
_THEN = frozenset({"that", "them", "this", "then", "those", "these"})
_FILLERS = frozenset({"DET", "ADV", "SPACE", "PUNCT"})
_ACTING = frozenset({"state", "group", "body"})
_LONGEST = 16
"""Tokens that such a part has at most."""


@dataclass
class _Part:
    """What stands in a part: goods and parties with the preposition before each, a figure, a time."""

    first: int
    last: int
    goods: list[tuple[str, GoodsMention]] = field(default_factory=list)
    parties: list[tuple[str, ActorMention]] = field(default_factory=list)
    number: Token | None = None
    timed: bool = False


def gapped(events: list[Event], scene: Scene) -> list[Event]:
    """The events, each followed by those of the parts that go on with it, which lose what stands in these."""
    if len(scene.actors) < 2 and len(scene.periods) < 2:
        return events
    found: list[Event] = []
    for event in events:
        found.append(event)
        if event.part is None and event.rests_on is None:
            found.extend(_of(event, events, scene))
    return found


def _of(event: Event, events: list[Event], scene: Scene) -> Iterator[Event]:
    head = event.trigger.head
    stop = min((e.trigger.head.i for e in events if e.trigger.head.i > head.i), default=scene.sentence.last)
    parts = list(_parts(scene, head.i, stop))
    for part in parts:
        other = _going_on(event, part, scene)
        if other is not None:
            mine = [g for g in event.filled.goods if not part.first <= g.first < part.last]
            if not mine and event.filled.anaphor is None:
                return
            event.filled.goods = mine
            event.apart = (*event.apart, (part.first, part.last))
            yield other


def _parts(scene: Scene, first: int, stop: int) -> Iterator[_Part]:
    """The parts behind the first separator that hold nothing but goods, parties, numbers and times."""
    cuts = [t.i for t in scene.doc[first:stop] if t.lower_ in _SEPARATORS]
    times = [scene.token_range(p.span) for p in scene.periods if p.span is not None]
    inside = {i for r in times if r is not None for i in range(*r)}
    cuts = [i for i in cuts if i not in inside]
    before: _Part | None = None
    for at, cut in enumerate(cuts):
        end = cuts[at + 1] if at + 1 < len(cuts) else stop
        part = _read(scene, cut + 1, end, inside)
        alone = part is not None and part.timed and not (part.goods or part.parties or part.number)
        if part is not None and not alone:
            if before is not None:
                part.first, part.timed = before.first, True  # "and, last year, six boats from Ruritania"
            yield part
        before = part if alone else None


def _read(scene: Scene, first: int, last: int, times: set[int]) -> _Part | None:
    """What stands between two separators; ``None`` where anything else stands there."""
    part, prep, at = _Part(first, last), "", first
    if last - first > _LONGEST:
        return None
    while at < last:
        token = scene.doc[at]
        actor, goods = scene.actor_at.get(at), scene.goods_at.get(at)
        if at in times or _back_then(token):
            part.timed, prep, at = True, "", at + (at not in times)
        elif goods is not None and not (goods.weak or goods.modifier or goods.civil):
            part.goods.append((prep, goods))
            prep, at = "", goods.last - 1
        elif actor is not None and actor.form in OWN_NAMES and actor.kind in _ACTING:
            part.parties.append((prep, actor))
            prep, at = "", actor.last - 1
        elif goods is not None or actor is not None:
            return None
        elif share := next((q for q in scene.quantities if q.first == at and q.what == "share"), None):
            part.number, at = token, share.last - 1
        elif token.lower_ in _LEADING:
            prep = token.lower_
        elif token.like_num or (token.lower_ in _COUNTS and not _more_often(token)):
            part.number = part.number or token
        elif token.pos_ not in _FILLERS and token.lower_ not in _FURTHER:
            return None
        at += 1
    while part.last > part.first and scene.doc[part.last - 1].is_punct:
        part.last -= 1
    return part


def _more_often(word: Token) -> bool:
    """Whether "more" only heightens an adverb, so that it counts nothing: "and more often in May"."""
    return word.lower_ in ("more", "most") and any(
        t.pos_ in ("ADV", "ADJ") and t.lower_ not in _AROUND for t in word.doc[word.i + 1 : word.i + 2]
    )


def _back_then(token: Token) -> bool:
    """Whether a word opens "before that" or "after them"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ in _AROUND and any(t.lower_ in _THEN for t in behind)


def _timed_before(event: Event, part: _Part, scene: Scene) -> bool:
    """Whether the act has a time of its own before that of a part: "tanks in 1996, boats years later"."""
    ranges = [scene.token_range(p.span) for p in scene.periods if p.span is not None]
    return any(r is not None and event.trigger.head.i < r[0] and r[1] <= part.first for r in ranges)


def _going_on(event: Event, part: _Part, scene: Scene) -> Event | None:
    """The event of a part, where each of what stands in it has its like in the event."""
    moved = bool(part.goods) or part.number is not None
    if len(part.goods) > 1 or len(part.parties) > 2 or not (moved or part.timed):
        return None
    later = len(part.goods) == 1 and not part.goods[0][0] and _timed_before(event, part, scene)
    if not part.parties and not (part.timed and (later or (part.number is not None and not part.goods))):
        return None
    if (
        not part.parties
        and not later
        and part.number is not None
        and event.trigger.head.doc[part.first].like_num
    ):
        return None  # "and ten next year" goes on by itself
    ends: dict[str, Link] = {}
    for prep, actor in part.parties:
        like = _like(event, prep, part)
        name = end_point(actor)
        if like is None or name is None or name == like.name or like.role in ends:
            return None
        token = event.trigger.head.doc[actor.last - 1]
        ends[like.role] = Link(name, like.slot, like.role, CHAINED, token, actor)
    supplier, recipient = (ends.get(role, getattr(event, role)) for role in ENDS)
    if supplier is not None and recipient is not None and supplier.name == recipient.name:
        return None
    goods = [g for _, g in part.goods]
    filled = replace(event.filled, goods=goods or list(event.filled.goods))
    if goods:
        filled = replace(filled, anaphor=None, origin=None)
    span = (part.first, part.last)
    why = [*event.why, "goes on without its verb"]
    other = replace(event, filled=filled, supplier=supplier, recipient=recipient, part=span, why=why)
    return replace(other, absorbed=[], apart=())


def _like(event: Event, prep: str, part: _Part) -> Link | None:
    """The party of the event that stands as one of a part does, before it."""
    before = [k for k in event.links if k.role in ENDS and k.token.i < part.first and k.mention is not None]
    if prep:
        slots = ("by", "subject") if prep == "by" and event.trigger.passive else (prep,)
        return next((k for k in before if k.slot in slots), None)
    taken = next((k for k in before if k.slot == "object"), None)
    led = part.goods[0][0] if part.goods else ""
    if taken is not None and part.goods and part.number is None:
        same = not led or any(c.lower_ == led for c in event.trigger.head.children)
        return taken if same else None
    if led or (taken is not None and part.goods):
        return None
    doing = next((k for k in before if k.slot == "subject"), None)
    return doing if part.goods or len(part.parties) > 1 else None

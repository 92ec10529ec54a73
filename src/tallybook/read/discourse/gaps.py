"""Which parts of a sentence go on with its transfer without its words: "six in May and ten next year"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tallybook.model import Period
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.gapping import NONE, number_beside
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.figure import figure_at
from tallybook.read.events.likewise import did_so
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SEPARATORS = frozenset({",", ";", "and", "plus", "then", "but", "–", "—"})
_DUE = frozenset({"due", "outstanding", "pending", "expected", "owed", "overdue", "scheduled", "slated"})
_TO_COME = frozenset({"arrive", "be", "come", "follow", "go", "join"})
_UNDER_WAY = frozenset({"way", "order", "road"})
_TIMES = words_of("nouns of time")
_FURTHER = frozenset({"further", "additional", "other"})
_SO = 3
"""Words of the shortest such sentence: "So did Ruritania"."""

_AGAIN = frozenset({"are", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will"})
_LONGEST = 14
"""Tokens that such a part has at most."""


@dataclass(frozen=True)
class Gap:
    """A part of a sentence that has a number of its own, and a time, a partner or a taker of its own."""

    first: int
    last: int
    quantity: QuantityMention | None
    goods: list[GoodsMention]
    period: Period | None
    taker: ActorMention | None
    giver: ActorMention | None = None
    doer: ActorMention | None = None
    """Who does what the subject of the transfer does: "and Ruritania six"."""
    none: bool = False
    """Whether he does not: "and Ruritania none"."""
    ahead: bool = False
    """Whether it is still to come: "with two more due in May"."""


def find_gaps(scene: Scene, event: Event) -> Iterator[Gap]:
    """The parts that go on with ``event``, in order.

    A part stands behind the word of transfer, opens with a number (or with "another", "the remaining"), has
    no verb, and says when, to whom, with whom or of what kind, so that it is no part of a list of goods.
    """
    for first, last in _parts(scene, event):
        doer = _with_number(scene, first)
        opening = doer.last if doer else _behind_time(scene, first, last)
        tokens = [t for t in scene.doc[opening:last] if not t.is_space]
        ahead = _is_ahead(tokens)
        told = any(_verbal(t) for t in tokens) if not ahead else scene.doc[first - 1].lower_ not in _LEADING
        if not tokens or len(tokens) > _LONGEST or told or any(t.lower_ == "times" for t in tokens):
            continue  # "ten times as much as in 2022"
        figures = [q for q in scene.quantities if first <= q.first < last]
        quantity = next((q for q in figures if q.what != "money"), next(iter(figures), None))
        goods = [g for g in scene.goods if first <= g.first < last and not g.weak]
        if tokens[0].lower_ in _FURTHER:
            goods = goods or [g for g in scene.goods if first <= g.first < last]
        elif doer is not None and tokens[0].lower_ in NONE:
            yield Gap(first, last, None, goods, None, None, None, doer, none=True)
            continue
        elif not _opens(tokens) or not (quantity or ahead or _counts(tokens, timed=opening > first)):
            continue
        if quantity is None and doer is not None:
            quantity = _figure_of(scene, doer)
        start = first - 1 if doer is None and opening > first else first
        period = next((p for p in scene.periods if _within(p, scene, start, last)), None)
        taker = _led_by("to", scene, first, last)
        giver = _led_by("from", scene, first, last) if event.supplier is None else None
        timed = period is not None or _ends_in_time(tokens)
        named = taker is not None or giver is not None or doer is not None
        if quantity is not None and quantity.what == "money" and not named:
            quantity = None  # the worth of something else
        if tokens[0].lower_ in _FURTHER and not (timed and goods):
            continue
        if timed or named or ahead or (_partnered(tokens, scene) and goods) or _of_kind(tokens, goods):
            yield Gap(first, last, quantity, goods, period, taker, giver, doer, ahead=ahead)


def _ends_in_time(tokens: list[Token]) -> bool:
    return tokens[-1].lemma_.lower() in _TIMES or tokens[-1].lower_ in ("after", "later")


_LEADING = _SEPARATORS | {"with"}


def _is_ahead(tokens: list[Token]) -> bool:
    """Whether a number of goods is still to come: "two more due in May", "29 to follow"."""
    for at, token in enumerate(tokens[:_NEAR]):
        following = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
        if token.lower_ in _DUE or (token.lower_ == "to" and following in _TO_COME):
            return at > 0 and not any(_verbal(t) and t.lemma_ != "be" for t in tokens[:at])
        if token.lower_ in _UNDER_WAY and at > 1 and tokens[0].i < token.i:
            return any(t.lower_ == "on" for t in tokens[1:at]) and not any(map(_verbal, tokens[:at]))
    return False


_NEAR = 7
"""Tokens from the beginning of a part within which it is told that it is still to come."""


def find_likewise(scene: Scene) -> Iterator[Gap]:
    """What a sentence adds that only says "so": "So were hundreds of engines", "So did Ruritania".

    The goods that it names go the way of those before; a party does what the one before it did.
    """
    tokens = [t for t in scene.tokens if not t.is_space]
    if len(tokens) < _SO or tokens[0].lower_ != "so" or tokens[1].lower_ not in _AGAIN:
        yield from _same(scene)
        yield from _with_own(scene)
        return
    first, last = tokens[0].i, tokens[-1].i + (0 if tokens[-1].is_punct else 1)
    goods = [g for g in scene.goods if not g.weak]
    quantity = next((q for q in scene.quantities if q.what != "money"), None)
    doer = scene.actor_at.get(tokens[2].i)
    if goods and tokens[1].lower_ in ("was", "were", "are", "is"):
        yield Gap(first, last, quantity, goods, None, None)
    elif doer is not None and len(tokens) <= _SO + (doer.last - doer.first):
        yield Gap(first, last, None, [], None, None, None, doer)


def _same(scene: Scene) -> Iterator[Gap]:
    """Who did the same as the one before him: "Ruritania followed suit in May"."""
    for actor in scene.actors[:1]:
        span = did_so(actor, scene)
        rest = scene.doc[span[1] : scene.sentence.last] if span is not None else []
        if span is not None and all(t.is_punct or t.is_space for t in rest):
            period = next((p for p in scene.periods if _within(p, scene, *span)), None)
            yield Gap(*span, None, [], period, None, None, actor)


def _with_own(scene: Scene) -> Iterator[Gap]:
    """Who did as the one before him, with a number of his own: "Ruritania followed with ten"."""
    if scene.words.isdisjoint(_FOLLOWED):
        return
    for verb in (t for t in scene.tokens if t.lower_ in _FOLLOWED and t.pos_ in ("VERB", "AUX")):
        doer = next((a for c in verb.lefts if c.dep_ == "nsubj" and (a := scene.actor_at.get(c.i))), None)
        led = [t for t in verb.subtree if t.lower_ == "with" and verb.i < t.i <= verb.i + _SOON]
        ahead = any(
            c.dep_ in ("aux", "neg") and c.lower_ not in ("has", "have", "had") for c in verb.children
        )
        if doer is None or not led or ahead or doer.kind not in ("state", "body") or doer.state is None:
            continue
        last = max(t.i for t in led[0].subtree if not t.is_punct) + 1
        counted = next((c for c in led[0].children if c.dep_ == "pobj"), None)
        quantity = _of_such(counted, scene) if counted is not None else None
        if quantity is not None:
            goods = [g for g in scene.goods if led[0].i < g.first < last and not g.weak]
            period = next((p for p in scene.periods if _within(p, scene, doer.first, last)), None)
            yield Gap(doer.first, last, quantity, goods, period, None, None, doer)


def _of_such(counted: Token, scene: Scene) -> QuantityMention | None:
    """How many goods are counted, named or left out: "with ten", "with ten tanks", not "two goals"."""
    if counted.like_num:
        return figure_at(scene, counted)
    if counted.i not in scene.goods_at and noun_lemma(counted) not in _LOTS:
        return None
    return next((q for q in scene.quantities if q.first <= counted.i <= q.last and q.what != "money"), None)


_LOTS = words_of("nouns for lots")
_FOLLOWED = frozenset({"followed", "joined", "came", "was", "chipped", "weighed", "pitched"})
_SOON = 4
"""How many tokens behind such a verb its "with" may stand: "joined in with", "was next, with"."""


def _behind_time(scene: Scene, first: int, last: int) -> int:
    """Where a part goes on that opens with its time: "and on May 23 another at the port"."""
    ranges = (scene.token_range(p.span) for p in scene.periods if p.span is not None)
    ends = [r[1] for r in ranges if r is not None and r[0] == first and r[1] < last]
    return max(ends, default=first)


def _with_number(scene: Scene, first: int) -> ActorMention | None:
    """The party at the beginning of a part that has a number of its own."""
    actor = scene.actor_at.get(first + 1 if scene.doc[first].lower_ == "the" else first)
    return actor if actor is not None and number_beside(scene.doc, actor) is not None else None


def _figure_of(scene: Scene, doer: ActorMention) -> QuantityMention | None:
    """The bare number of a party, which counts goods named before it."""
    number = number_beside(scene.doc, doer)
    return figure_at(scene, number) if number is not None else None


def _parts(scene: Scene, event: Event) -> Iterator[tuple[int, int]]:
    """Token ranges between separators behind the word of transfer and its goods."""
    own = [g.last for g in event.filled.goods[:1]]
    start = max([event.trigger.head.i + 1, *own])
    cuts = [t.i for t in scene.tokens if t.i >= start and t.lower_ in _SEPARATORS]
    for cut, end in pairwise([*cuts, scene.sentence.last]):
        first, stop = cut + 1, end
        while first < stop and scene.doc[first].lower_ in _SEPARATORS:
            first += 1
        while stop > first and scene.doc[stop - 1].is_punct:
            stop -= 1
        if (
            first + 1 < stop
            and scene.doc[first].lower_ == "with"
            and _is_ahead(list(scene.doc[first + 1 : stop]))
        ):
            first += 1
        if first < stop:
            yield first, stop


def _verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound") and token.tag_ != "VBN"


def _opens(tokens: list[Token]) -> bool:
    """Whether a number, or what counts on, stands at the beginning."""
    ahead = [t for t in tokens[:3] if t.pos_ != "DET" or t.lower_ == "another"]
    return any(t.like_num or t.lower_ in ("another", "remaining", "others", "rest") for t in ahead)


def _counts(tokens: list[Token], *, timed: bool) -> bool:
    """Whether a number opens a part, or "another" behind its time."""
    return any(t.like_num for t in tokens[:3]) or (timed and tokens[0].lower_ == "another")


def _within(period: Period, scene: Scene, first: int, last: int) -> bool:
    tokens = scene.token_range(period.span) if period.span is not None else None
    return tokens is not None and first < tokens[0] and tokens[1] <= last


def _led_by(word: str, scene: Scene, first: int, last: int) -> ActorMention | None:
    """The party that gets or gives something: "ten to Latvia", "three of them from Latvia"."""
    for actor in scene.actors:
        before = [t.lower_ for t in scene.doc[max(first, actor.first - 3) : actor.first]]
        if first < actor.first < last and word in before:
            return actor
    return None


def _partnered(tokens: list[Token], scene: Scene) -> bool:
    return tokens[0].lower_ == "another" and any(
        t.lower_ == "with" and any(t.i < a.first <= t.i + 3 for a in scene.actors) for t in tokens
    )


def _of_kind(tokens: list[Token], goods: list[GoodsMention]) -> bool:
    """Whether a bare number has a kind of its own: "1,700 of 500 lbs"."""
    return not goods and tokens[0].like_num and len(tokens) > 2 and tokens[1].lower_ == "of"


def gap_ends(gap: Gap, event: Event, scene: Scene) -> tuple[Link | None, Link | None]:
    """Supplier and recipient of a part: those of ``event``, but for who the part names itself."""
    ends = {"supplier": event.supplier, "recipient": event.recipient}
    doing = next((role for role, link in ends.items() if link is not None and link.slot == "subject"), None)
    for role, slot, actor in (
        ("supplier", "from", gap.giver),
        ("recipient", "to", gap.taker),
        (doing, "subject", gap.doer),
    ):
        name = end_point(actor) if actor is not None else None
        if role is not None and actor is not None and name is not None:
            ends[role] = Link(name, slot, role, CHAINED, scene.doc[actor.first], actor)
    return ends["supplier"], ends["recipient"]

"""How far has a transfer come, by its own words and by what the report has told of its flow?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import Category, Claim, Stage
from tallybook.read.claims.telling import Told
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.conditions import CONDITION, depends_on
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, is_of_load
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading, read_stage
from tallybook.read.clauses.standing import content_of, is_ahead, is_fulfilled, says_more
from tallybook.read.clauses.traffic import stops_traffic
from tallybook.read.events.dated import deal_signed
from tallybook.read.events.owned import BUILT_IN
from tallybook.read.events.telling import in_list, none_for
from tallybook.vocabulary.wordlists import words_of

_WRECKAGE = words_of("words beside wreckage")
"""Words beside which a find shows use, not a seizure."""

_ORDERS = words_of("nouns of asking and ordering") | {"deal", "agreement"}
_SUMS = words_of("verbs of summing up")
_FIGHTS = frozenset({"action", "battle", "combat", "fight", "fighting"})
_FALLING = frozenset({Category.BOMBS, Category.DRONES, Category.ARTILLERY_AMMUNITION, Category.SMALL_ARMS})
"""Goods that are dropped on somebody."""

_BINDING = frozenset({Stage.AGREED, Stage.APPROVED})
"""Stages of a deal that what it holds shares."""

_MOVED = frozenset({Stage.SHIPPED, Stage.DELIVERED, Stage.RECEIVED, Stage.SEIZED})
"""Stages of a shipment that what is in it shares."""


def _asks(hedge: Found, event: Event, scene: Scene) -> bool:
    """Whether a hedge asks if it is so at all; a condition beside a plan leaves the plan one."""
    if hedge.hedge.name == CONDITION:
        return not depends_on(scene.doc[hedge.first], event.trigger.head)
    return hedge.hedge.name == "whether"


_PRICED = frozenset({Stage.AGREED, Stage.APPROVED, Stage.OFFERED, Stage.SOUGHT})
"""How far something has come whose price is told."""


def stage_of(event: Event, scene: Scene, told: Told, near: tuple[Found, ...], claims: list[Claim]) -> Reading:
    """The stage of an event as told here.

    Args:
        event: what the sentence tells.
        scene: the sentence.
        told: by whom it is told.
        near: the hedges that bear on it.
        claims: those of the report so far.
    """
    reading = read_stage(
        event.trigger,
        event.turns,
        asks=any(_asks(h, event, scene) for h in near),
        promised=told.state is not None and told.state == event.end("supplier") and not _refused(near),
        own_wish=_own_wish(event),
    )
    reached = _by_others(event, reading, scene)
    if reached is not None:
        return replace(reading, stage=reached)
    if event.trigger.frame.name == "swap" and claims and claims[-1].stage is not None:
        return replace(reading, stage=claims[-1].stage)
    if is_fulfilled(event.trigger) and is_ahead(event.trigger):
        return replace(reading, stage=Stage.PLANNED)
    if reading.stage is event.trigger.stage and says_more(event.trigger):
        return replace(reading, stage=_of_deal(event, claims))
    if reading.stage is Stage.SHIPPED and event.trigger.frame.name in HOLDING and _seized(event, claims):
        return replace(reading, stage=Stage.SEIZED)
    listed = event.trigger.frame.name in LISTING or _says_what_it_holds(event)
    if listed and reading.stage is event.trigger.stage:
        return replace(reading, stage=_as_before(event, claims))
    if event.trigger.frame.name == "contain" and (bare := _of_bare_goods(event)) is not None:
        return replace(reading, stage=bare)
    if reading.stage is Stage.DELIVERED and event.trigger.word.name == "come from" and not _comes_from(event):
        return replace(reading, stage=Stage.RECEIVED)
    if event.trigger.word.name == "go" and _goes_to_fight(event):
        return replace(reading, stage=Stage.USED)
    if event.trigger.head.lemma_.lower() == "drop" and not _falls(event):
        return replace(reading, stage=Stage.ENDED)
    if _is_fired(event, scene):
        return replace(reading, stage=Stage.USED)
    return reading


def _is_fired(event: Event, scene: Scene) -> bool:
    """Whether what was found had been fired, or was built into what had."""
    frame = event.trigger.frame.name
    if BUILT_IN in event.why or (
        frame == "found" and any(f.trigger.frame.name == "use" for f in event.absorbed)
    ):
        return True
    return frame in ("found", "come") and bool({t.lemma_.lower() for t in scene.tokens} & _WRECKAGE)


def _by_others(event: Event, reading: Reading, scene: Scene) -> Stage | None:
    """The stage where it is told by who stops it on its way, or by what was signed or paid."""
    if reading.stage is Stage.ENDED and _stopped_on_way(event, scene):
        return Stage.SEIZED
    return Stage.AGREED if _is_deal(event, reading, scene) else None


def _stopped_on_way(event: Event, scene: Scene) -> bool:
    """Whether guards or a navy stop what is on its way, not its giver: "the fleet cut off the smuggling"."""
    ending = (t for t in event.turns if t.hit.word.stage is Stage.ENDED)
    return any(stops_traffic(scene.doc[t.hit.token], event.trigger.head) for t in ending)


def _says_what_it_holds(event: Event) -> bool:
    """Whether "it" is what was told of before, and no ship: "It includes 20 tanks", "This comprised ..."."""
    verb = event.trigger.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    counts = event.trigger.frame.name == "hold" and verb_lemma(verb) in ("comprise", "consist", "include")
    return counts and subject is not None and subject.lower_ in ("it", "this", "that", "which", "these")


def _refused(near: tuple[Found, ...]) -> bool:
    """Whether what the giver tells of is what he will not do."""
    return any(h.hedge.negates for h in near)


def _is_deal(event: Event, reading: Reading, scene: Scene) -> bool:
    """Whether a deal is told by what is paid for, or by what is to come under one that was signed."""
    if event.trigger.word.name == "finance":
        return _bought(event)
    return reading.stage is Stage.PLANNED and deal_signed(event.trigger.head, scene)


def _bought(event: Event) -> bool:
    """Whether who pays for goods is who gets them: he has bought them."""
    taker = event.recipient
    return verb_lemma(event.trigger.head) == "pay" and taker is not None and taker.slot == "subject"


def unended(event: Event) -> Stage:
    """What a transfer is that was not stopped: as far as its own word says, or going on."""
    return Stage.DELIVERED if event.trigger.stage is Stage.ENDED else event.trigger.stage


def _own_wish(event: Event) -> bool:
    """Whether the giver stands before the turning word, so that a wish is his own."""
    giver = event.supplier
    first = giver is not None and bool(event.turns) and giver.token.i < event.turns[0].hit.token
    return (
        first
        and giver is not None
        and giver.slot == "subject"
        and event.trigger.frame.name in ("give", "contain")
    )


def _seized(event: Event, claims: list[Claim]) -> bool:
    """Whether the flow was last told of as seized on the way."""
    flow = (event.end("supplier"), event.end("recipient"))
    last = next((c for c in reversed(claims) if c.flow == flow), None)
    return last is not None and last.stage is Stage.SEIZED


def _as_before(event: Event, claims: list[Claim]) -> Stage:
    """How far goods have come that a clause only lists: as far as was told before, here if they are seen."""
    of = [t for p in event.trigger.head.children if p.lower_ == "of" for t in p.children]
    if event.trigger.head.lower_ == "part" and any(noun_lemma(t) in _ORDERS for t in of):
        return Stage.AGREED
    if any(k.role == "recipient" and k.slot in ("in", "at", "inside") for k in event.links):
        return Stage.RECEIVED
    flow = (event.end("supplier"), event.end("recipient"))
    stages = [c.stage for c in reversed(claims) if c.flow == flow]
    if is_of_load(event.trigger.head):
        stages = [s for s in stages if s in _MOVED]
    return next(iter(stages), None) or event.trigger.stage


def _of_deal(event: Event, claims: list[Claim]) -> Stage:
    """How far a deal has come of which a clause tells what it holds: as far as was told of it before."""
    stage, flow = event.trigger.stage, (event.end("supplier"), event.end("recipient"))
    if is_fulfilled(event.trigger):
        return Stage.DELIVERED
    if event.trigger.word.name == "option":
        return stage
    if event.trigger.word.name == "price":
        return next((c.stage for c in reversed(claims) if c.flow == flow and c.stage in _PRICED), stage)
    if stage in _BINDING:
        return stage
    if not content_of(event.trigger):
        return stage
    shared = _BINDING if stage is not Stage.SHIPPED else _MOVED
    before = next((c.stage for c in reversed(claims) if c.flow == flow and c.stage in shared), None)
    return before or (Stage.PLANNED if is_ahead(event.trigger) else stage)


def _of_bare_goods(event: Event) -> Stage | None:
    """How far goods have come that are only named: those that stand somewhere or are listed have arrived."""
    if none_for(event):
        return Stage.PLANNED
    stands = event.recipient is not None and event.recipient.slot == "in"
    if stands or in_list(event):
        return Stage.RECEIVED
    return Stage.DELIVERED if _sums_up(event) else None


def _sums_up(event: Event) -> bool:
    """Whether the clause of bare goods says what they come to: "assistance from X to Y amounts to"."""
    head = event.trigger.head
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in _SUMS


def _comes_from(event: Event) -> bool:
    """Whether "come" tells where goods come from, not that they have come."""
    return any(c.lower_ in ("from", "out") for c in event.trigger.head.children)


def _goes_to_fight(event: Event) -> bool:
    into = [p for p in event.trigger.head.children if p.lower_ == "into"]
    return any(t.lemma_.lower() in _FIGHTS for p in into for t in p.children)


def _falls(event: Event) -> bool:
    """Whether what is dropped can fall on somebody; other goods are dropped from a list."""
    taker = event.recipient
    if taker is None or taker.slot != "subject" or not event.filled.goods:
        return True
    return any(g.goods.category in _FALLING for g in event.filled.goods)

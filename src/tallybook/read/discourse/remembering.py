"""What is kept of a transfer that was told, for what the report goes on to tell?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tallybook.model import Category
from tallybook.read.clauses.coreference import Discourse
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.directions import PAID_WITH, by_ship
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.foils import SET_OFF
from tallybook.read.discourse.refusals import denies_help, is_denied
from tallybook.read.events.doers import asked_off
from tallybook.read.events.owners import only_tells


def remember(event: Event, scene: int, flows: Flows, discourse: Discourse) -> None:
    """Keep the flow of an event for what follows it, unless it is only asked to be called off."""
    if asked_off(event) or denies_help(event) or SET_OFF in event.why:
        return
    ends = (event.end("supplier"), event.end("recipient"))
    giver = event.supplier
    teller = giver is not None and (only_tells(event, giver) or by_ship(event, giver))
    discourse.flow = ends
    discourse.flows.append(ends)
    turned = (t.hit.word.stage for t in event.turns if t.hit.word.stage is not None)
    stage = next(turned, event.trigger.stage)
    plain = not teller and all(k is None or k.slot != "discourse" for k in (event.supplier, event.recipient))
    flow = Flow(*ends, _categories(event), stage, scene, types_of(event), plain=plain, by_teller=teller)
    back, mutual = event.filled.anaphor is not None, event.bidirectional
    flow = replace(flow, points=back, denied=is_denied(event), nouns=nouns_of(event), mutual=mutual)
    onward = giver is not None and giver.token.lower_ == "there"  # sent on from where they had got to
    flow = replace(flow, by_make=giver is not None and giver.slot == "origin", aside=tells_of_party(event))
    flows.add(flow, aside=PAID_WITH in event.why or onward)


def spoken_of(scene: Scene, told: Iterable[Event]) -> frozenset[Category]:
    """Categories of the goods that a sentence speaks of, not by the way of what a party has given or got."""
    by_the_way = {g.head for event in told if tells_of_party(event) for g in event.filled.goods}
    strong = (g for g in scene.goods if not (g.weak or g.civil))
    return frozenset(g.goods.category for g in strong if g.head not in by_the_way)


def tells_of_party(event: Event) -> bool:
    """Whether a clause behind a comma only says of a party what it has given or got."""
    verb = event.trigger.head
    above = verb.head
    told = verb.dep_ == "relcl" and above.pos_ == "PROPN" and above.dep_ in ("nsubj", "nsubjpass")
    return told and above.i + 1 < verb.i and verb.doc[above.i + 1].text == ","


def nouns_of(event: Event) -> frozenset[str]:
    """What the goods of an event are called: "launcher" of "30 light launchers"."""
    doc = event.trigger.head.doc
    return frozenset(noun_lemma(doc[g.head]) for g in event.filled.goods if not g.weak)


def _categories(event: Event) -> frozenset[Category]:
    return frozenset(g.goods.category for g in event.filled.goods)


def types_of(event: Event) -> frozenset[str]:
    """The designations of what an event moves."""
    return frozenset(g.goods.designation for g in event.filled.goods if g.goods.designation)

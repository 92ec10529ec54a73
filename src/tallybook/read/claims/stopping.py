"""Which day does the stop, search or landing of a carrier give to what was aboard?

"The dhow was stopped on 3 May. It held 600 rifles": the guns were on their way that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from tallybook.model import Claim, Period, Stage
from tallybook.read.claims.apart import APART
from tallybook.read.clauses.catching import only_counts
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.holding import HOLDING, is_holder
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flows
from tallybook.read.events.compared import ranked
from tallybook.read.events.flights import are_flights, are_more
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ABOARD = HOLDING | {"carry", "seize", "found", "bound", "load"}
"""Frames that tell of goods on their way."""

_STOPS = words_of("what befalls a carrier on its way")
_ON_THE_WAY = frozenset({Stage.SEIZED, Stage.SHIPPED})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "dobj"})
BACK = 2
"""How many sentences before the goods their carrier may have been stopped."""


def dated_by_stop(
    claim: Claim, event: Event, scene: Scene, scenes: Sequence[Scene], agents: Mapping[str, bool]
) -> Claim:
    """A claim of goods aboard with the day of the stop told in its sentence or in one right before it."""
    cargo = event.trigger.frame.name in _ABOARD or event.trigger.head.lower_ == "cargo"
    if claim.time is not None or claim.stage not in _ON_THE_WAY or not cargo:
        return claim
    if event.trigger.head.doc is not scene.doc or APART in claim.why:
        return claim
    period = _stop_near(scene, scenes[max(0, scene.number - BACK) : scene.number], agents)
    if period is None:
        return claim
    why = (*claim.why, f"dated by what befell the carrier: “{period.text}”")
    return msgspec.structs.replace(claim, time=period, why=why)


def stopped_before(event: Event, scenes: Sequence[Scene], agents: Mapping[str, bool]) -> bool:
    """Whether goods lie in what was stopped in one of these sentences: "searched the lorry. In it lay"."""
    if event.trigger.frame.name not in HOLDING or event.trigger.stage is not Stage.SHIPPED:
        return False
    for scene in scenes:
        if scene.lemmas.isdisjoint(_CATCHING):
            continue
        for verb in scene.tokens:
            if verb.pos_ == "VERB" and verb_lemma(verb) in _CATCHING:
                done_to = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
                if any(is_holder(c, agents) for c in done_to):
                    return True
    return False


_CATCHING = frozenset(
    {"board", "catch", "detain", "impound", "inspect", "intercept", "interdict", "raid", "search", "seize"}
) | {"capture", "pull", "stop"}
"""What is done to a carrier by those who then find what is in it."""


def _stop_near(scene: Scene, before: Sequence[Scene], agents: Mapping[str, bool]) -> Period | None:
    """The day of the stop; none where another time stands between."""
    for place in (scene, *reversed(before)):
        found = next((p for p in place.periods if _stop_of(p, place, agents)), None)
        if found is not None or (place is not scene and any(p.earliest for p in place.periods)):
            return found
    return None


def _stop_of(period: Period, scene: Scene, agents: Mapping[str, bool]) -> bool:
    """Whether a period dates what befell a carrier."""
    if period.earliest is None or period.span is None or scene.lemmas.isdisjoint(_STOPS):
        return False
    tokens = scene.token_range(period.span)
    if tokens is not None and ranked(tokens[0], scene.doc):
        return False
    verb = _verb_over(scene.doc.stretch(tokens[0], tokens[1]).root) if tokens is not None else None
    if verb is None or verb_lemma(verb) not in _STOPS:
        return False
    near = [c for v in (verb, *verb.conjuncts) for c in v.children if c.dep_ in _SUBJECT]
    near += [t for p in verb.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
    near += [verb.head] if verb.dep_ in ("acl", "relcl") else []
    return any(is_holder(t, agents) or t.lower_ in _POINTING for t in near)


_POINTING = frozenset({"it", "she"})


def _verb_over(token: Token) -> Token | None:
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def no_catch(event: Event, flows: Flows, scene: int, agents: Mapping[str, bool]) -> bool:
    """Whether "they took 90 rifles" or "15 flights went to X" have no catch and no flow to go on with."""
    if are_flights(event):
        from_, to = event.end("supplier"), event.end("recipient")
        known = flows.last(supplier=from_, recipient=to, scene=scene)
        if known is None and are_more(event.filled):
            known = flows.last(recipient=to, scene=scene) or flows.last(supplier=from_, scene=scene)
        return known is None or to is None
    taker = event.recipient
    bare = event.trigger.frame.name == "seize" and (taker is None or taker.slot == "discourse")
    if not bare or not only_counts(event.trigger.head, agents):
        return False
    last = flows.last(scene=scene)
    return last is None or last.stage is not Stage.SEIZED

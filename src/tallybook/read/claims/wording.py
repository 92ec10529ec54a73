"""How does an event become a claim, with its exact words, its speaker and its reasons?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from tallybook.model import (
    Certainty,
    Claim,
    Goods,
    Period,
    Quantity,
    Report,
    Span,
    Stage,
    Words,
    new_claim_id,
)
from tallybook.read.claims.apart import told_apart
from tallybook.read.claims.casting import ends_of, parties_of
from tallybook.read.claims.counting import (
    is_not_even_one,
    meant_before,
    pointed_at,
    with_unit,
    without_lots,
    without_uses,
)
from tallybook.read.claims.hedging import hedges_of, of_the_act
from tallybook.read.claims.merging import HEADLINE, LEAD, PRESUPPOSED
from tallybook.read.claims.negating import is_overdue
from tallybook.read.claims.office import speaks_in_office
from tallybook.read.claims.routing import route_of
from tallybook.read.claims.showing import evidence_of
from tallybook.read.claims.telling import Telling, Told
from tallybook.read.clauses.certainty import Found, decide
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.stages import Reading
from tallybook.read.events.ownwords import act_of
from tallybook.read.events.quoting import clip, quote_range
from tallybook.read.events.when import When, when_of
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.page import Page
from tallybook.read.times.occasions import dated_by_occasion
from tallybook.read.times.periods import find_periods
from tallybook.vocabulary import Vocabulary

DONE = frozenset({Stage.DELIVERED, Stage.SHIPPED, Stage.RECEIVED, Stage.USED})
"""Stages of what has happened, so that a party can deny it."""

COMING = frozenset({Stage.PLANNED, Stage.PLEDGED})
"""Stages of what is still to come: their periods are read forward."""

SPOKEN = frozenset({Stage.PLEDGED, Stage.OFFERED})
"""Stages that take place as the giver speaks; what he has approved or ended was done before he tells it."""

ExactT = TypeVar("ExactT", Goods, Quantity)


@dataclass(frozen=True)
class Saying:
    """How an event is said: by whom, at which stage, under which hedges, denied or not."""

    told: Told
    reading: Reading
    hedges: tuple[Found, ...] = ()
    negated: bool = False


@dataclass(frozen=True)
class ClaimWriter:
    """Writes the claims of one page."""

    page: Page
    telling: Telling
    vocabulary: Vocabulary

    def write(
        self,
        event: Event,
        scene: Scene,
        span: Span,
        counted: tuple[QuantityMention | None, list[GoodsMention]],
        saying: Saying,
    ) -> Claim:
        """The claim of one event: who, what, how much, when, where, in the words at ``span``."""
        report = self.page.report
        mention, goods = counted
        quantity, named = self._counted_things(event, scene, mention, goods)
        here = event.trigger.head.doc is scene.doc
        claim = Claim(
            report=report.name,
            report_id=report.id,
            supplier=event.end("supplier"),
            recipient=event.end("recipient"),
            parties=parties_of(event, scene, report),
            goods=named,
            quantity=quantity,
            time=self._time(event, scene, saying, span, mention) if here else None,
            route=route_of(event, scene, self.vocabulary) if here else None,
            quote=span.of(report.text),
            quote_span=span,
        )
        return self._say(claim, event, scene, saying)

    def quote(
        self, event: Event, scene: Scene, hedges: tuple[Found, ...], extra: list[int], *, alone: bool
    ) -> Span:
        """Where the shortest words stand that carry the event; ``alone``: only its goods and their number."""
        if alone:
            points = [i for g in event.filled.goods for i in (g.first, g.last - 1)] + extra
            span = scene.span(min(points), max(points) + 1)
        else:
            span = scene.span(*quote_range(event, scene, hedges, extra))
        head = event.trigger.head
        anchor = scene.span(head.i, head.i + 1)
        return clip(
            span, anchor if span.contains(anchor) else Span(span.start, span.start + 1), self.page.report.text
        )

    def deny(
        self,
        span: Span,
        flow: tuple[str | None, str | None],
        told: Told,
        told_as: tuple[Stage, Certainty] = (Stage.DENIED_TRANSFER, Certainty.DENIED),
        hedges: tuple[Words, ...] = (),
    ) -> Claim:
        """The denial or refusal of a flow that is not named again; ``told_as``: stage and certainty."""
        report = self.page.report
        claim = Claim(
            report=report.name,
            report_id=report.id,
            supplier=flow[0],
            recipient=flow[1],
            parties=ends_of(flow),
            stage=told_as[0],
            certainty=told_as[1],
            negated=True,
            source=told.source,
            said_on=told.said_on,
            evidence=told.evidence,
            hedges=hedges,
            quote=span.of(report.text),
            quote_span=span,
            why=(
                "a denial without a word of transfer",
                f"of the flow {flow[0]} to {flow[1]} under discussion",
            ),
        )
        return msgspec.structs.replace(claim, id=new_claim_id(claim))

    def _counted_things(
        self, event: Event, scene: Scene, mention: QuantityMention | None, goods: list[GoodsMention]
    ) -> tuple[Quantity | None, tuple[Goods, ...]]:
        """The amount with its unit, and the goods, also where only a figure or a pronoun stands for them."""
        report, anaphor = self.page.report, event.filled.anaphor
        goods = without_uses(without_lots(goods, scene), event, scene)
        named = tuple(_exact(g.goods, report) for g in goods)
        at = mention.first if mention is not None else anaphor.i if anaphor is not None else None
        open_ = not goods or (mention is not None and mention.quantity.unit is None)
        inside = anaphor is None or mention is not None or anaphor.doc is scene.doc
        if at is None or not open_ or not inside:
            return (_exact(mention.quantity, report) if mention is not None else None), named
        meant = meant_before(at, scene, self.telling.scenes, self.vocabulary)
        stands_for = pointed_at(event, mention, scene, meant) if not goods else None
        named = named or ((_exact(stands_for, report),) if stands_for is not None else ())
        if mention is None:
            return None, named
        quantity = _exact(mention.quantity, report)
        return with_unit(quantity, mention, goods, scene, meant, self.vocabulary), named

    def _time(
        self, event: Event, scene: Scene, saying: Saying, span: Span, mention: QuantityMention | None
    ) -> Period | None:
        """When the transfer took place, its days counted from the statement."""
        around = scene.token_range(span) or (event.trigger.head.i, event.trigger.head.i)
        told, stage = saying.told, saying.reading.stage
        act = act_of(event, scene) if stage is not Stage.DENIED_TRANSFER else ()  # a denial is no act
        when = when_of(
            event, scene, self.telling.barred(scene, act), around, mention.first if mention else None
        )
        if when is None:
            by_giver = told.state is not None and told.state == event.end("supplier")
            past = bool(event.turns) or event.trigger.head.tag_ in ("VBD", "VBN")
            told_of = stage in (Stage.PLEDGED, Stage.OFFERED) and past
            spoken = stage in SPOKEN and not told_of  # "said that X had been promised" promises nothing
            return told.said_on if spoken and by_giver else None
        seen = self._counted(when, scene, told, future=(stage in COMING and not when.past) or when.ahead)
        return dated_by_occasion(
            seen, (event.end("supplier"), event.end("recipient")), self.page.report.text, self.page.anchor
        )

    def in_time(self, period: Period | None, scene: Scene, saying: Saying) -> Period | None:
        """A period that stands beside a part of a transfer, read forward where that is still to come."""
        if period is None or saying.reading.stage not in COMING:
            return period
        return self._counted(When(period, 0, past=False), scene, saying.told, future=True)

    def _counted(self, when: When, scene: Scene, told: Told, *, future: bool) -> Period:
        """The period counted from the day of the statement, forward for what is to come."""
        said, anchor = told.said_on, self.page.anchor
        if said is not None and said.earliest is not None and said.earliest == said.latest:
            anchor = said.latest
        if anchor == self.page.anchor and not future:
            return when.period
        words = scene.sentence.span.of(self.page.report.text)
        start, before = scene.sentence.span.start, scene.named_before
        seen = find_periods(words, start, anchor, future=future, before=before)
        found = next((p for p in seen if p.span == when.period.span), when.period)
        return found if found.has_day else when.period

    def _say(self, claim: Claim, event: Event, scene: Scene, saying: Saying) -> Claim:
        told, stage, negated, why = saying.told, saying.reading.stage, saying.negated, list(event.why)
        hedges = of_the_act(saying.hedges, stage)
        hedged = decide(hedges)
        negated = negated or told.negated  # "does not expect that X will give"
        by_party = (
            told.state in claim.flow if told.state is not None else speaks_in_office(told.source, scene)
        )
        if told.certainty is Certainty.DENIED and not negated:
            negated, hedged = True, Certainty.DENIED
        by_party = by_party and not is_overdue(event, scene, told)
        if negated and (
            hedged is Certainty.DENIED or (by_party and _is_done(stage, event) and hedged is None)
        ):
            stage = Stage.DENIED_TRANSFER
            why.append("a party says that it did not happen")
        if stage is Stage.DENIED_TRANSFER:
            certainty, negated = Certainty.DENIED, True
        else:
            asked = stage is Stage.SOUGHT and told.certainty is Certainty.POSSIBLE
            told = replace(told, certainty=Certainty.STATED) if asked else told  # "asked for": no question
            certainty = _certainty(event, told, hedged, negated=negated)
        claim = msgspec.structs.replace(
            claim,
            stage=stage,
            certainty=certainty,
            negated=negated,
            quantity=None if is_not_even_one(claim.quantity, negated=negated) else claim.quantity,
            source=told.source,
            said_on=told.said_on,
            evidence=evidence_of(told, stage, event, scene),
            hedges=hedges_of(hedges, event, scene, told, (certainty, negated), self.page.report.text),
            why=(*_place(event, scene, told), *saying.reading.why, *why, *told_apart(event)),
        )
        return msgspec.structs.replace(claim, id=new_claim_id(claim))


def _is_done(stage: Stage, event: Event) -> bool:
    """Whether something is told as done, so that a party can deny it: "bought no rifles" is no refusal."""
    bought = event.trigger.head.tag_ in ("VBD", "VBN") and event.trigger.head.lemma_.lower() in _TRADING
    return stage in DONE or (stage is Stage.AGREED and bought)


_TRADING = frozenset({"acquire", "buy", "procure", "purchase", "sell"})


def _certainty(event: Event, told: Told, hedged: Certainty | None, *, negated: bool) -> Certainty:
    """A hedge beats the reporting words; an act that its own doer tells of is confirmed."""
    turned = next((t.hit.word.certainty for t in event.turns if t.hit.word.certainty is not None), None)
    if hedged is None and turned is not None:
        return turned
    if hedged is not None:
        return hedged
    doer = event.end(event.trigger.frame.slots.get("subject", "none"))
    named = told.source is not None and not {"source", "sources"} & set(told.source.name.lower().split())
    if (
        told.certainty is Certainty.STATED
        and doer is not None
        and doer == told.state
        and named
        and not negated
    ):
        return Certainty.CONFIRMED
    return told.certainty


def _place(event: Event, scene: Scene, told: Told) -> tuple[str, ...]:
    """Reasons that say where the claim stands, for telling repetitions."""
    if scene.sentence.kind in ("headline", "heading"):
        return (HEADLINE,)
    if any(t.hit.word.name == "condemn" for t in event.turns):
        return (PRESUPPOSED,)
    return (LEAD,) if scene.number <= 1 and told.source is None else ()


def _exact(thing: ExactT, report: Report) -> ExactT:
    """The same goods or quantity in the report's own letters (a headline is parsed re-cased)."""
    return thing if thing.span is None else msgspec.structs.replace(thing, text=thing.span.of(report.text))

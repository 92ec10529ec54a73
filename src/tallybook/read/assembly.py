"""From what the sentences tell to claims, each with its words and its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from tallybook.model import (
    Certainty,
    Claim,
    Goods,
    Party,
    Quantity,
    Report,
    Role,
    Source,
    Span,
    Stage,
    new_claim_id,
)
from tallybook.read.attributed import Attributed
from tallybook.read.continuations import find_continuations, find_shares
from tallybook.read.denials import find_denial
from tallybook.read.certainty import Found, Hedges, decide, in_reach, words_of
from tallybook.read.coreference import Discourse, end_point
from tallybook.read.details import amounts_of, clip, period_of, quote_range
from tallybook.read.events import ENDS, Event, SentenceReader
from tallybook.read.flows import Flow, Flows
from tallybook.read.frames import Lexicon
from tallybook.read.goods import GoodsMention
from tallybook.read.merging import HEADLINE, LEAD, PRESUPPOSED
from tallybook.read.page import Page
from tallybook.read.parties import Parties
from tallybook.read.periods import find_periods
from tallybook.read.quantities import QuantityMention
from tallybook.read.roles import CHAINED, Link
from tallybook.read.routes import find_route
from tallybook.read.scene import Scene
from tallybook.read.telling import Telling, Told
from tallybook.read.stages import Reading, modal_of, read_stage
from tallybook.vocabulary import Vocabulary


@dataclass(frozen=True)
class Assembler:
    """Turns pages into transfer claims."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    hedges: Hedges

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Assembler:
        """An assembler with the given vocabulary."""
        return cls(vocabulary, Lexicon(vocabulary), Hedges(vocabulary))

    def claims(
        self, page: Page, attributed: tuple[Attributed, ...], scenes: tuple[Scene, ...]
    ) -> list[Claim]:
        """Every transfer claim of a page, repetitions included, in the order of the text.

        The page is read twice: once for its flows, once with those that it tells of only later in mind.
        """
        telling = Telling(attributed, scenes)
        found = {scene.number: self.hedges.find(scene) for scene in scenes}
        first = _Run(self, page, telling, None, found)
        for scene in scenes:
            first.read(scene)
        run = _Run(self, page, telling, first.flows, found)
        for scene in scenes:
            run.read(scene)
        return run.claims


WAIT = 2
"""How many sentences a seizure without ends waits for a flow that explains it."""

_DEFINITE = frozenset({"the", "these", "those", "this", "that", "such", "its", "their"})
_DONE = frozenset({Stage.DELIVERED, Stage.SHIPPED, Stage.RECEIVED, Stage.USED})
_WRECKAGE = frozenset({"wreckage", "debris", "fragment", "remnant", "remains", "crater", "battlefield", "shrapnel", "missile-strike"})
_HOME = frozenset({"domestic", "domestically", "home", "indigenous", "indigenously", "homegrown", "locally"})
"""Words for goods of one's own make."""

_ON_BOARD = frozenset({"board", "aboard", "hold", "ship", "vessel", "boat", "truck", "plane", "crate", "crates", "container"})
_COMING = frozenset({Stage.PLANNED, Stage.PLEDGED})
_IN_RETURN = frozenset({"exchange", "return", "turn", "swap", "barter", "reciprocate"})
_ANYWHERE = frozenset({"world", "abroad", "elsewhere", "worldwide", "globally", "everywhere", "anywhere", "globe"})


class _Run:
    """One page being read: what has been told so far."""

    def __init__(
        self, by: Assembler, page: Page, telling: Telling, ahead: Flows | None, hedges: dict[int, tuple[Found, ...]]
    ) -> None:
        self.ahead = ahead or Flows()
        self.only_flows = ahead is None
        self.hedges = hedges
        self.by = by
        self.page = page
        self.telling = telling
        self.reader = SentenceReader(by.lexicon)
        self.discourse = Discourse()
        self.flows = Flows()
        self.claims: list[Claim] = []
        self.named = {a.name for scene in telling.scenes for a in scene.actors}
        self.armed = False
        self.waiting: list[tuple[Event, Scene, Parties, tuple[Found, ...]]] = []
        self.last_event: tuple[Event, Scene] | None = None

    def read(self, scene: Scene) -> None:
        speaker = self.telling.state_at(scene)
        parties, events = self.reader.read(scene, self.discourse, speaker)
        self.armed = self.armed or any(not g.weak and not g.civil for g in scene.goods)
        found = self.hedges[scene.number]
        events = [e for event in events for e in self._or_parts(event, parties, speaker)]
        for event in events:
            self._partner_alone(event, speaker)
            self._open_ends(event, parties)
            self._group_in(event)
            ends = {event.end(role) for role in ENDS} - {None}
            if len(ends) < sum(event.end(role) is not None for role in ENDS):
                continue
            if not ends and event.trigger.frame.name == "seize" and event.filled.goods:
                self.waiting.append((event, scene, parties, found))
            if not ends or not self._is_transfer(event, found):
                continue
            self._make(event, scene, parties, found)
            self._awaited(event, scene)
        if not self.only_flows:
            self._continue(scene, events, found)
            self._shares(scene, parties, found)
        if not self.only_flows and not any(e.supplier or e.recipient for e in events):
            self._deny(scene, parties)
        self.discourse.add(scene, parties)

    def _group_in(self, event: Event) -> None:
        """A cargo seized on its way to a country goes to the one armed group of it that the report names."""
        link = event.recipient
        if link is None or event.trigger.frame.name not in ("seize", "bound"):
            return
        countries = self.by.lexicon.countries
        groups = {n for n in self.named if countries.get(n) == link.name}
        if len(groups) == 1:
            name = groups.pop()
            event.recipient = replace(link, name=name)
            event.why.append(f"recipient {name}, the group in {link.name} that the report names")

    def _awaited(self, event: Event, scene: Scene) -> None:
        """Give the flow that has just been told to a seizure before it that named no ends."""
        for one, at, parties, found in self.waiting:
            if scene.number - at.number > WAIT or event is one:
                continue
            self._open_ends(one, parties)
            if one.end("supplier") and one.end("recipient"):
                self._make(one, at, parties, found)
        self.waiting = [w for w in self.waiting if w[0].supplier is None and scene.number - w[1].number <= WAIT]

    def _or_parts(self, event: Event, parties: Parties, speaker: str | None) -> list[Event]:
        """The event, or where it is no transfer after all, the words that it had taken up."""
        if event.trigger.frame.name != "use" or not event.absorbed or (event.supplier and event.recipient):
            return [event]
        return [event, *self.reader.alone(event.absorbed, parties, self.discourse, speaker)]

    # --- what the words leave open and the flow under discussion fills

    def _partner_alone(self, event: Event, speaker: str | None) -> None:
        """ "a contract with Prague": the other side is whom the report speaks of."""
        if event.bidirectional and self.flows.last(
            supplier=event.end("recipient"), recipient=event.end("supplier"), scene=0, reach=10**6
        ):
            event.supplier, event.recipient = event.recipient, event.supplier
            event.why.append("direction as told elsewhere")
        elif event.bidirectional and self._gives(event.end("recipient")) and not self._gives(event.end("supplier")):
            event.supplier, event.recipient = event.recipient, event.supplier
            event.why.append(f"direction as {event.end('supplier')} gives elsewhere")
        partners = [link for link in event.links if link.role == "partner"]
        if len({p.name for p in partners}) != 1 or event.supplier or event.recipient:
            return
        partner = partners[0]
        flow = self.flows.last(scene=0, reach=10**6)
        if flow is None:
            return
        if partner.name == flow.supplier:
            event.supplier = partner
        elif partner.name == flow.recipient:
            event.recipient = partner
        elif self.flows.constant("recipient") and speaker != flow.supplier:
            event.supplier = partner
        else:
            event.recipient = partner

    def _gives(self, name: str | None) -> bool:
        """Whether a party is told of as a supplier and never as a recipient."""
        whole = [f for f in (*self.flows.told, *self.ahead.told) if f.whole]
        return any(f.supplier == name for f in whole) and all(f.recipient != name for f in whole)

    def _open_ends(self, event: Event, parties: Parties) -> None:
        """Fill a missing end from the flow under discussion, where nothing in the words speaks against it."""
        missing = [role for role in ENDS if event.end(role) is None]
        if not missing or not self._points_back(event, parties):
            return
        if event.filled.subject_open:
            missing = [r for r in missing if r != event.trigger.frame.slots.get("subject")]
        if event.filled.toward_open:
            missing = [r for r in missing if r != "recipient"]
        scene = parties.scene
        words = {t.lower_ for t in scene.tokens}
        if event.trigger.frame.name == "seek" and words & _ANYWHERE:
            return
        categories = frozenset(g.goods.category for g in event.filled.goods)
        known = {role: event.end(role) for role in ENDS}
        flow = self.flows.last(
            supplier=known["supplier"], recipient=known["recipient"], categories=categories, scene=scene.number
        )
        if flow is not None and event.trigger.frame.name in ("ordered", "get", "arrive") and known["supplier"] is None:
            makers = self.reader.makers_of(event)
            if makers and flow.supplier not in makers:
                led = [self.flows.dominant(m, known["recipient"], frozenset()) for m in sorted(makers)]
                flow = next((f for f in led if f is not None), flow)
        back = self.flows.last(
            supplier=known["recipient"], recipient=known["supplier"], scene=scene.number
        ) if words & _IN_RETURN and any(known.values()) else None
        for role in missing:
            other = known["recipient" if role == "supplier" else "supplier"]
            name = None
            if back is not None:
                name = back.recipient if role == "supplier" else back.supplier
            elif flow is not None:
                name = flow.supplier if role == "supplier" else flow.recipient
            elif self._made_by(event, role, known):
                name = self._made_by(event, role, known)
            elif len(missing) == 1 and other is not None:
                name = self.flows.end(role, other, categories=categories, scene=scene.number)
                make = event.maker if role == "supplier" else None
                name = make or name or self._ahead(role, known, categories)
            elif event.filled.anaphor is not None or event.trigger.frame.name == "seize":
                name = self._ahead(role, known, categories)
            if name is not None and name != other:
                setattr(event, role, Link(name, "discourse", role, 0.0, event.trigger.head))
                event.why.append(f"{role} {name} from the flow under discussion")

    def _made_by(self, event: Event, role: str, known: dict[str, str | None]) -> str | None:
        """The maker of a named type as supplier of who uses it, where the report tells of that flow anywhere."""
        if role != "supplier" or event.trigger.frame.name != "use":
            return None
        for name in self.reader.makers_of(event) - {known["recipient"]}:
            if self.ahead.dominant(name, known["recipient"], frozenset()):
                return name
        return None

    def _ahead(self, role: str, known: dict[str, str | None], categories: frozenset[Category]) -> str | None:
        """From the flow that the report tells of most, where it has not been told yet."""
        flow = self.ahead.dominant(known["supplier"], known["recipient"], categories)
        if flow is None:
            return None
        return flow.supplier if role == "supplier" else flow.recipient

    def _points_back(self, event: Event, parties: Parties) -> bool:
        """Whether the words can point back to a flow that the report has told of."""
        if event.filled.anaphor is not None:
            return True
        head = event.trigger.head
        nouns = [parties.scene.doc[g.head] for g in event.filled.goods]
        if event.trigger.hit.form == "noun":
            nouns.append(head)
        if event.trigger.frame.name == "seize":
            return True
        if any(c.lower_ in _DEFINITE for n in nouns for c in n.lefts):
            return True
        if event.trigger.frame.name == "use":
            return event.filled.origin is not None or bool(self.reader.makers_of(event))
        if self.reader.makers_of(event):
            return True
        return bool(event.filled.goods) and not event.trigger.word.weak or event.end("supplier") is not None or (
            event.end("recipient") is not None
        )

    def _is_transfer(self, event: Event, hedges: tuple[Found, ...] = ()) -> bool:
        """Whether enough is known of a flow: both ends, or one that the words themselves put there."""
        ends = [link for link in (event.supplier, event.recipient) if link is not None]
        told = [link for link in ends if link.slot != "discourse"]
        frame, noun = event.trigger.frame.name, event.trigger.hit.form == "noun"
        head = event.trigger.head
        if frame == "use" and head.dep_ in ("relcl", "acl", "advcl") and modal_of(event.trigger, ()) is not None:
            return False
        if frame == "use" and noun and head.dep_ == "pobj" and head.head.lower_ in ("for", "in", "during", "after"):
            return False
        goods = [g for g in event.filled.goods if not g.civil]
        if not goods and event.filled.goods:
            return False
        planned = any(t.hit.word.stage is Stage.PLANNED for t in event.turns) or read_stage(
            event.trigger, event.turns, asks=False, promised=False, own_wish=False
        ).stage is Stage.PLANNED
        if frame == "use" and event.recipient is not None and event.recipient.slot == "discourse" and noun:
            return False
        if any(t.lower_ in _HOME for g in goods for t in event.trigger.head.doc[max(0, g.first - 3) : g.last]):
            return False
        if event.supplier is None and event.recipient is not None and event.filled.subject_open:
            if event.recipient.mention is not None and event.recipient.mention.kind == "body" and frame == "give":
                return False
        if frame == "deal" and not goods and any(c.lower_ == "no" for c in head.lefts):
            return False
        if frame == "found" and not told and not event.filled.origin and not {
            t.lower_ for t in event.trigger.head.sent
        } & _ON_BOARD:
            return False
        if frame == "come" and not any(link.slot in ("from", "out") for link in told) and not planned:
            return False
        if len(ends) == 2:
            denied = any(h.hedge.name == "no sign" and h.first < head.i for h in hedges)
            if noun and not told and not event.turns and not denied:
                return False
            vague = bool(goods) and all(g.weak for g in goods) and not self._definite(goods, event)
            if vague and len(told) < 2 and (event.trigger.word.weak or not any(k.slot == "origin" for k in told)):
                return False
            if event.filled.anaphor is not None and not told and not self.armed:
                return False
            if frame == "arrive" and not told and head.lemma_ in ("go", "enter", "appear", "flow"):
                return False
            return bool(told or event.filled.anaphor is not None or goods or noun)
        if event.filled.anaphor is not None and not goods and not self.armed:
            return False
        if (noun and not goods) or all(g.weak for g in goods) and event.filled.anaphor is None:
            return False
        if frame in ("seek", "get", "ordered") and event.recipient is None and not noun:
            return False
        if event.trigger.frame.name in ("use", "carry", "come", "pass", "arrive", "bound", "contain"):
            return event.trigger.frame.name in ("arrive", "come", "bound") and ends[0].score >= CHAINED and (
                ends[0].slot in ("from", "to", "object", "for", "into") and bool(event.filled.goods)
            )
        return ends[0].slot not in ("origin", "discourse") and (bool(event.filled.goods) or event.filled.anaphor is not None)

    # --- the claim

    def _make(self, event: Event, scene: Scene, parties: Parties, hedges: tuple[Found, ...]) -> None:
        self.discourse.flow = (event.end("supplier"), event.end("recipient"))
        self.flows.add(
            Flow(event.end("supplier"), event.end("recipient"),
                 frozenset(g.goods.category for g in event.filled.goods), event.trigger.stage, scene.number)
        )
        if self.only_flows:
            return
        pairs = amounts_of(event, scene)
        first, last = quote_range(event, scene, (), self._quantity_tokens(pairs[:1]))
        told = self.telling.at(scene.span(first, last))
        near = in_reach(hedges, event.trigger, scene, first, last)
        asks = any(h.hedge.name in ("whether", "condition") for h in near)
        promised = told.state is not None and told.state == event.end("supplier")
        giver = event.supplier
        own_wish = giver is not None and giver.slot == "subject" and bool(event.turns) and (
            giver.token.i < event.turns[0].hit.token and event.trigger.frame.name == "give"
        )
        reading = read_stage(event.trigger, event.turns, asks=asks, promised=promised, own_wish=own_wish)
        negated, near = self._polarity(event, scene, near)
        if event.trigger.frame.name == "found" and {t.lemma_.lower() for t in scene.tokens} & _WRECKAGE:
            reading = replace(reading, stage=Stage.USED)
        for number, (quantity, goods) in enumerate(pairs):
            part = event if len(pairs) == 1 else _with_goods(event, goods, alone=number > 0)
            span = self._quote(part, scene, near, self._quantity_tokens([(quantity, goods)]), alone=number > 0)
            claim = self._claim(event, self._seen_from(scene, told, future=reading.stage in _COMING), span, quantity, goods)
            claim = self._said(claim, event, (scene, told), reading, near, negated)
            self.claims.append(claim)

    def _definite(self, goods: list[GoodsMention], event: Event) -> bool:
        doc = event.trigger.head.doc
        return any(c.lower_ in _DEFINITE for g in goods for c in doc[g.head].lefts)

    def _continue(self, scene: Scene, events: list[Event], hedges: tuple[Found, ...]) -> None:
        """Numbers with a date of their own that go on with the event told last ("and several more on Tuesday")."""
        made = [e for e in events if e.supplier and e.recipient and self._is_transfer(e)]
        if made:
            self.last_event = (made[-1], scene)
        if self.last_event is None or scene.number - self.last_event[1].number > WAIT + 1:
            return
        event = self.last_event[0]
        for first, last, quantity in find_continuations(scene, event):
            span = scene.span(first, last)
            told = self.telling.at(span)
            period = next((p for p in scene.periods if p.span is not None and span.overlap(p.span)), None)
            stage = self.claims[-1].stage if self.claims else None
            reading = Reading(stage or event.trigger.word.stage, ("goes on with the event before it",), (), None)
            near: tuple[Found, ...] = ()
            claim = self._claim(event, scene, span, quantity, [])
            claim = msgspec.structs.replace(claim, time=period, route=None, parties=())
            self.claims.append(self._said(claim, event, (scene, told), reading, near, False))

    def _seen_from(self, scene: Scene, told: Told, *, future: bool) -> Scene:
        """The scene with its periods counted from the day of the statement, forward for what is still to come."""
        said, anchor = told.said_on, self.page.anchor
        if said is not None and said.earliest is not None and said.earliest == said.latest:
            anchor = said.latest
        if anchor == self.page.anchor and not future:
            return scene
        words = scene.sentence.span.of(self.page.report.text)
        return replace(scene, periods=find_periods(words, scene.sentence.span.start, anchor, future=future))

    def _shares(self, scene: Scene, parties: Parties, hedges: tuple[Found, ...]) -> None:
        """ "$406 million from Ruritania, $267 million from Sylvania": one claim for each giver."""
        if self.last_event is None or self.last_event[1] is not scene:
            return
        event = self.last_event[0]
        for first, quantity, goods, giver in find_shares(scene, event):
            if giver.name in (event.end("supplier"), event.end("recipient")) or end_point(giver) == event.end("supplier"):
                continue
            if any(c.quote_span.overlap(giver.span) for c in self.claims) or end_point(giver) is None:
                continue
            part = Event(event.filled, event.turns, Link(str(end_point(giver)), "from", "supplier", CHAINED,
                         scene.doc[giver.first], giver), event.recipient)  # fmt: skip
            span = scene.span(first, giver.last)
            told = self.telling.at(span)
            near = in_reach(hedges, event.trigger, scene, *scene.part_of(event.trigger.head.i))
            reading = Reading(self.claims[-1].stage or event.trigger.word.stage, ("a share of what was told before",), (), None)
            claim = self._claim(part, scene, span, quantity, goods)
            self.claims.append(self._said(claim, part, (scene, told), reading, near, False))

    def _deny(self, scene: Scene, parties: Parties) -> None:
        """A denial that names no transfer ("rejected the charge", "a lie") denies the flow under discussion."""
        found = find_denial(scene, self.by.lexicon)
        if found is None:
            return
        span = clip(scene.span(*found), scene.span(found[1] - 1, found[1]), self.page.report.text)
        told = self.telling.at(span)
        deniers = {end_point(m) for i, m in parties.at.items() if found[0] <= i < found[1]} | {told.state}
        countries = self.by.lexicon.countries
        flow = next(
            (
                f
                for f in reversed(self.flows.told)
                if f.whole and deniers & {f.supplier, f.recipient, countries.get(str(f.recipient)) or f.recipient}
            ),
            None,
        )
        if flow is None:
            return
        claim = Claim(
            report=self.page.report.name, report_id=self.page.report.id, supplier=flow.supplier,
            recipient=flow.recipient, quote=span.of(self.page.report.text), quote_span=span, stage=Stage.DENIED_TRANSFER,
            certainty=Certainty.DENIED, negated=True, source=told.source, said_on=told.said_on, evidence=told.evidence,
            why=("a denial without a word of transfer", f"of the flow {flow.supplier} to {flow.recipient} under discussion"),
        )  # fmt: skip
        self.claims.append(msgspec.structs.replace(claim, id=new_claim_id(claim)))

    def _quantity_tokens(self, pairs: list[tuple[QuantityMention | None, list[GoodsMention]]]) -> list[int]:
        return [i for q, _ in pairs if q is not None for i in (q.first, q.last - 1)]

    def _quote(self, event: Event, scene: Scene, hedges: tuple[Found, ...], extra: list[int], *, alone: bool) -> Span:
        if alone:
            points = [i for g in event.filled.goods for i in (g.first, g.last - 1)] + extra
            span = scene.span(min(points), max(points) + 1)
        else:
            span = scene.span(*quote_range(event, scene, hedges, extra))
        head = event.trigger.head
        anchor = scene.span(head.i, head.i + 1)
        return clip(span, anchor if span.contains(anchor) else Span(span.start, span.start + 1), self.page.report.text)

    def _claim(
        self, event: Event, scene: Scene, span: Span, quantity: QuantityMention | None, goods: list[GoodsMention]
    ) -> Claim:
        report = self.page.report
        return Claim(
            report=report.name,
            report_id=report.id,
            supplier=event.end("supplier"),
            recipient=event.end("recipient"),
            parties=_parties(event, scene, report),
            goods=tuple(_exact(g.goods, report) for g in goods),
            quantity=_exact(quantity.quantity, report) if quantity is not None else None,
            time=period_of(event, scene, self.telling.barred(scene)),
            route=find_route(scene.doc, scene.sentence.offset, *scene.part_of(event.trigger.head.i), self.by.vocabulary),
            quote=span.of(report.text),
            quote_span=span,
        )

    def _polarity(self, event: Event, scene: Scene, near: tuple[Found, ...]) -> tuple[bool, tuple[Found, ...]]:
        denies = any(t.hit.word.negates for t in event.turns)
        negations = [h for h in near if h.hedge.negates]
        no_goods = any(
            c.lower_ in ("no", "neither", "not") and c.dep_ in ("det", "neg", "preconj", "cc")
            for g in event.filled.goods
            for c in scene.doc[g.head].lefts
        )
        head = event.trigger.head
        no_goods = no_goods or any(c.lower_ == "no" and c.dep_ == "det" for c in head.lefts)
        anaphor = event.filled.anaphor
        none = anaphor is not None and (anaphor.lower_ == "none" or any(c.lower_ in ("no", "not") for c in anaphor.lefts))
        return bool(denies or negations or no_goods or none), near

    def _said(
        self, claim: Claim, event: Event, at: tuple[Scene, Told], reading: Reading, near: tuple[Found, ...], negated: bool
    ) -> Claim:
        scene, told = at
        stage, certainty = reading.stage, decide(near)
        turned = next((t.hit.word.certainty for t in event.turns if t.hit.word.certainty is not None), None)
        if negated and told.state in claim.flow and told.state and stage in _DONE and certainty is None:
            stage = Stage.DENIED_TRANSFER
            why_denied: tuple[str, ...] = ("a party says that it did not happen",)
        else:
            why_denied = ()
        if stage is Stage.DENIED_TRANSFER:
            certainty, negated = Certainty.DENIED, True
        elif turned is not None and (certainty is None or certainty is Certainty.STATED):
            certainty = turned
        if certainty is None:
            certainty = told.certainty
            doer = event.end(event.trigger.frame.slots.get("subject", "none")) if told.state else None
            named = told.source is not None and not told.source.name.lower().rstrip("s").endswith("source")
            if certainty is Certainty.STATED and doer is not None and doer == told.state and named and not negated:
                certainty = Certainty.CONFIRMED
        elif certainty is Certainty.CONDITIONAL and told.certainty is Certainty.ALLEGED:
            certainty = told.certainty
        elif certainty is Certainty.DENIED and negated:
            stage = Stage.DENIED_TRANSFER
        why = (*reading.why, *event.why, *why_denied)
        if scene.sentence.kind in ("headline", "heading"):
            why = (HEADLINE, *why)
        elif any(t.hit.word.name == "condemn" for t in event.turns):
            why = (PRESUPPOSED, *why)
        elif scene.number <= 1 and told.source is None:
            why = (LEAD, *why)
        claim = msgspec.structs.replace(
            claim,
            stage=stage,
            certainty=certainty,
            negated=negated,
            source=told.source,
            said_on=told.said_on,
            evidence=told.evidence,
            hedges=words_of(near, scene, self.page.report.text),
            why=why,
        )
        return msgspec.structs.replace(claim, id=new_claim_id(claim))


def _with_goods(event: Event, goods: list[GoodsMention], *, alone: bool) -> Event:
    filled = replace(event.filled, goods=goods)
    return Event(filled, () if alone else event.turns, event.supplier, event.recipient, event.bidirectional)


ExactT = TypeVar("ExactT", Goods, Quantity)


def _exact(thing: ExactT, report: Report) -> ExactT:
    """The same goods or quantity in the report's own letters (a headline is parsed re-cased)."""
    return thing if thing.span is None else msgspec.structs.replace(thing, text=thing.span.of(report.text))


def _parties(event: Event, scene: Scene, report: Report) -> tuple[Party, ...]:
    """Everybody with a role, the end points first."""
    found: list[Party] = []
    for link in (event.supplier, event.recipient, *event.links):
        if link is None:
            continue
        role = {event.supplier: "supplier", event.recipient: "recipient"}.get(link, link.role)
        if role not in list(Role) or any(p.role == role and p.name == link.name for p in found):
            continue
        span = scene.span(link.mention.first, link.mention.last) if link.mention is not None else None
        found.append(Party(role=Role(role), name=link.name, text=span.of(report.text) if span else None, span=span))
    origin = event.filled.origin
    if origin is not None and (name := end_point(origin)) is not None:
        span = scene.span(origin.first, origin.last)
        found.append(Party(role=Role.MAKER, name=name, text=span.of(report.text), span=span))
    return tuple(found)

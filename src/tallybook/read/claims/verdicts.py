"""Which claim does a sentence make that only judges what was told before: "branded the account a lie"?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import msgspec

from tallybook.model import Certainty, Claim, Source, Stage
from tallybook.read.claims.hedging import words_of_denial
from tallybook.read.claims.tellers import accusation, both_sides, name_last, named_in, speaks, tellers_in
from tallybook.read.claims.telling import Told
from tallybook.read.claims.wording import ClaimWriter
from tallybook.read.clauses.coreference import Discourse, end_point
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.frames import Lexicon
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.discourse.deniers import denied_flow, deniers_in, means_all
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.judged import Judged, Verdict, called_untrue, find_judged
from tallybook.read.events.quoting import clip, said_alone
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_NEAR = 3
"""How many sentences back that may have been told on which somebody from outside gives a verdict."""

_OFTEN = 2
"""How many times as often as the flow told last another one is told of where that one is meant."""

_SUBJECT = 8
"""Tokens from a subject to its verb over which the one is quoted with the other."""

_MEANT = frozenset({Stage.PLANNED, Stage.PLEDGED})
_TO_DO = _MEANT | {Stage.AGREED, Stage.APPROVED}
"""Stages of what can be carried out or not."""

_AHEAD = _TO_DO | {Stage.OFFERED, Stage.SOUGHT, Stage.UNCLEAR}
_DENYING = (Verdict.UNTRUE, Verdict.OTHERWISE, Verdict.UNPASSED, Verdict.HARMLESS)
_MAY_DENY = (Verdict.UNSHOWN, Verdict.UNSENT)
"""Verdicts by which a party denies, while others only tell of what they have not seen."""

_AFFIRMING = (Verdict.SO, Verdict.ASKED, Verdict.OPEN)
_WHY = {
    Verdict.UNTRUE: "a denial without a word of transfer",
    Verdict.UNSHOWN: "nothing is known that shows it",
    Verdict.UNDONE: "it is not known to have been carried out",
    Verdict.SO: "it is said to be so",
    Verdict.ASKED: "a request that was told of",
    Verdict.OPEN: "it is not known whether it was carried out",
    Verdict.UNSENT: "it is said never to have gone out",
    Verdict.UNBOUND: "it is said not to have been bound for there",
    Verdict.UNPASSED: "it is said not to have come through there",
    Verdict.OTHERWISE: "it is said to have been something else",
    Verdict.HARMLESS: "it is said to be no more than help without arms",
}


@dataclass(frozen=True)
class Judge:
    """Reads what a sentence says of the flow under discussion as a whole.

    Attributes:
        writer: writes the claims.
        lexicon: knows the words of denial.
        discourse: knows whom nouns mean.
        flows: those told so far.
        ahead: those that the report tells.
    """

    writer: ClaimWriter
    lexicon: Lexicon
    discourse: Discourse
    flows: Flows
    ahead: Flows

    def claim(self, scene: Scene, parties: Parties, events: list[Event]) -> Claim | None:
        """The claim of a sentence that judges what was told; ``events``: what it tells of itself."""
        acts = tuple(e.trigger.head.i for e in events if e.trigger.head.doc is scene.doc)
        judged = find_judged(scene, self.lexicon, acts)
        if judged is None or (judged.verdict is Verdict.OTHERWISE and _names_goods(scene, judged.tokens)):
            return None
        tokens = with_subject(judged.tokens, scene)
        harmless = judged.verdict is Verdict.HARMLESS
        told = self.given(scene, tokens) if not harmless else self.writer.telling.at(scene.span(*tokens))
        flow = self._flow(judged, scene, parties, told)
        if flow is None or (harmless and told.state not in _ends(flow)):
            return None  # only a party that says so denies
        party = told.state in _ends(flow) or self.writer.telling.in_office(told, scene)
        claim = self.written(scene, tokens, flow, told, _told_as(judged.verdict, flow, party=party))
        why = (_WHY[judged.verdict], *claim.why[1:])
        if judged.verdict is Verdict.ASKED and len(scene.periods) == 1:
            claim = msgspec.structs.replace(claim, time=scene.periods[0])
        return msgspec.structs.replace(claim, negated=judged.verdict not in _AFFIRMING, why=why)

    def written(
        self, scene: Scene, tokens: tuple[int, int], flow: Flow, told: Told, told_as: tuple[Stage, Certainty]
    ) -> Claim:
        """The claim that the words of a verdict make on a flow, at this stage and with this certainty."""
        text = self.writer.page.report.text
        span = said_alone(clip(scene.span(*tokens), scene.span(tokens[1] - 1, tokens[1]), text), text)
        hedges = words_of_denial(scene, tokens, told, self.lexicon, text)
        return self.writer.deny(span, (flow.supplier, flow.recipient), told, told_as, hedges)

    def given(self, scene: Scene, tokens: tuple[int, int], *, own: bool = False) -> Told:
        """Who gives the verdict: by reporting words, or as the subject of the words that give it.

        Args:
            scene: the sentence.
            tokens: those of the verdict.
            own: whether reporting words around it speak of what it answers.
        """
        told = self.writer.telling.cued(scene.span(*tokens))
        tellers = tellers_in(scene.doc[tokens[0] : tokens[1]])
        teller = next((t for t in tellers if speaks(t, scene)), None)
        if (told.source is not None and not own) or teller is None:
            return Told() if own else told
        named = scene.actor_at.get(teller.i)
        first = named.first if named is not None else np_first(teller)
        span, cue = scene.span(first, name_last(teller) + 1), scene.span_of(teller.head)
        text = self.writer.page.report.text
        source = Source(name=span.of(text), span=span, cue=cue.of(text) if cue is not None else None)
        return replace(Told() if own else told, source=source)

    def _flow(self, judged: Judged, scene: Scene, parties: Parties, told: Told) -> Flow | None:
        """The flow that is judged: one of the speaker's own, or for what is not shown the last one."""
        if judged.verdict in (Verdict.UNDONE, Verdict.OPEN):
            return self._to_do(scene)
        around = scene.part_of(judged.tokens[0])
        named = (min(around[0], judged.tokens[0]), max(around[1], judged.tokens[1]))
        if (accusing := accusation(scene, judged.tokens)) is not None:
            named = (named[0], accusing)  # who accuses somebody of lies, not who is accused
        ends = named_in(parties)
        for judges in ({told.state} if told.state is not None else set(), self._named(named, parties)):
            own = self.own(judges, ends, whole=means_all(scene, judged.tokens))
            if own is not None:
                return own
        if judged.verdict is Verdict.OTHERWISE or (judged.verdict is Verdict.UNSENT and told.state):
            return None
        near = [f for f in self.flows.told if f.whole and scene.number - f.scene <= _NEAR]
        inside = {
            name
            for i, m in parties.at.items()
            if judged.tokens[0] <= i < judged.tokens[1] and (name := end_point(m))
        }
        between = [
            f for f in reversed(self.flows.told) if f.whole and inside and inside <= {f.supplier, f.recipient}
        ]
        if judged.verdict is Verdict.UNSHOWN and between:
            return between[0]
        if judged.verdict is Verdict.UNBOUND:
            return next((f for f in reversed(self.flows.told) if self._goes_to(f, inside)), None)
        if judged.verdict is Verdict.UNTRUE:
            if both_sides(scene, judged.tokens):
                return near[-1] if near else None
            charged = not self._named(named, parties) and self.writer.telling.in_office(told, scene)
            return near[0] if charged and near else None
        return self._main(near)

    def _goes_to(self, flow: Flow, named: set[str]) -> bool:
        """Whether a flow goes to one of those named, or to a group in his land."""
        return flow.whole and bool({flow.recipient, self.lexicon.countries.get(str(flow.recipient))} & named)

    def _main(self, near: list[Flow]) -> Flow | None:
        """Of the flows told just before the last one, but not where the report tells far more of another."""
        told = Counter((f.supplier, f.recipient) for f in self.flows.told if f.whole)
        if not told or not (near or len(told) == 1):
            return None
        often = max(told, key=told.__getitem__)
        near = [f for f in near if f.stage not in _AHEAD] or near
        last = near[-1] if near else None
        if last is not None and told[often] <= _OFTEN * told[last.supplier, last.recipient]:
            return last
        return next(f for f in reversed(self.flows.told) if (f.supplier, f.recipient) == often)

    def _to_do(self, scene: Scene) -> Flow | None:
        """The plan told last; where none was, the deal, or what was told just before."""
        whole = [f for f in self.flows.told if f.whole]
        here = [f for f in whole if f.scene == scene.number and f.stage in _AHEAD]
        if here:
            return here[-1]
        for stages in (_MEANT, _TO_DO):
            found = [f for f in whole if f.stage in stages]
            if found:
                return found[-1]
        return whole[-1] if whole and scene.number - whole[-1].scene <= _NEAR else None

    def _named(self, tokens: tuple[int, int], parties: Parties) -> set[str]:
        return deniers_in(tokens, parties, self.discourse)

    def own(self, judges: set[str], named: frozenset[str], *, whole: bool = False) -> Flow | None:
        """The flow of one of those who judge that was told last; where none was yet, one that is to come.

        Of these one between parties whom the sentence names (``named``).
        """
        found = denied_flow(judges, self.flows, self.lexicon, named, whole=whole)
        if found is not None or self.flows.told or not judges:
            return found
        coming = [f for f in self.ahead.told if f.whole and judges & {f.supplier, f.recipient}]
        between = [f for f in coming if {f.supplier, f.recipient} <= named]
        return next(iter(between or (coming if len(named) < _PAIR else ())), None)


_PAIR = 2
"""Parties in a sentence from which on a flow between others is not what it judges."""


def in_a_row(scene: Scene, tokens: tuple[int, int], lexicon: Lexicon) -> tuple[int, int]:
    """The tokens of a denial that the tree shows, to the last word of the verdict that begins in them.

    Where commas set off who denies ("X, quoted by Y, dismissed it all as a joke"), the verdict is enough.
    """
    judged = find_judged(scene, lexicon)
    if judged is None or not tokens[0] <= judged.tokens[0] < tokens[1]:
        return tokens
    before = scene.doc[tokens[0] : judged.tokens[0]]
    first = judged.tokens[0] if any(t.text == "," for t in before) else tokens[0]
    return first, max(tokens[1], judged.tokens[1])


def is_called_untrue(event: Event, scene: Scene, lexicon: Lexicon) -> bool:
    """Whether an event is told of in a charge that is called untrue: "the tale that X sold jets is a lie"."""
    judged, head = called_untrue(scene, lexicon), event.trigger.head
    return judged is not None and head.doc is scene.doc and judged[0] < head.i < judged[1]


def _names_goods(scene: Scene, tokens: tuple[int, int]) -> bool:
    """Whether words name arms: "it carried only rifles" owns to them."""
    named = [g for i, g in scene.goods_at.items() if tokens[0] <= i < tokens[1] and not g.civil]
    named = [g for g in named if noun_lemma(scene.doc[g.head]) not in _ABOARD]
    of_peace = (any(c.dep_ in ("amod", "compound") for c in scene.doc[g.head].lefts) for g in named if g.weak)
    return any(not g.weak for g in named) or not all(of_peace)


_ABOARD = words_of("nouns for what is aboard")


def _told_as(verdict: Verdict, flow: Flow, *, party: bool) -> tuple[Stage, Certainty]:
    """The stage and certainty of a verdict on a flow, by one of its parties or by somebody else."""
    if verdict in _DENYING or (verdict in _MAY_DENY and party):
        return Stage.DENIED_TRANSFER, Certainty.DENIED
    if verdict is Verdict.ASKED:
        return Stage.SOUGHT, Certainty.STATED
    if verdict is Verdict.SO:
        return flow.stage, Certainty.CONFIRMED
    if verdict is Verdict.UNBOUND:
        return Stage.PLANNED, Certainty.STATED
    open_ = verdict is Verdict.OPEN
    stage = Stage.SHIPPED if flow.stage in _AHEAD else flow.stage
    return stage, Certainty.POSSIBLE if open_ else Certainty.STATED


def _ends(flow: Flow) -> tuple[str, ...]:
    return tuple(name for name in (flow.supplier, flow.recipient) if name is not None)


def with_subject(tokens: tuple[int, int], scene: Scene) -> tuple[int, int]:
    """The tokens of a verdict with who gives it, where he stands right before it."""
    verb: Token = scene.doc[tokens[0]]
    firsts = [c.left_edge.i for c in verb.children if c.dep_ == "nsubj" and c.i < tokens[0]]
    first = min(firsts, default=tokens[0])
    parted = any(t.text in (",", "–", "—") for t in scene.doc[first : tokens[0]])
    near = first >= scene.sentence.first and tokens[0] - first <= _SUBJECT
    return (first, tokens[1]) if near and not parted else tokens

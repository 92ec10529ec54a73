"""Which claims does a sentence make that says no more than "We said no" or "the report is a lie"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from tallybook.model import Certainty, Claim, Stage
from tallybook.read.claims.tellers import named_in
from tallybook.read.claims.telling import Told
from tallybook.read.claims.verdicts import Judge, in_a_row
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.discourse.answers import answered_flow, find_answer
from tallybook.read.discourse.denials import find_denial
from tallybook.read.discourse.deniers import denied_flow, deniers_in, means_all
from tallybook.read.discourse.disclaimed import apposed
from tallybook.read.discourse.flows import Flow
from tallybook.read.discourse.matters import is_other_matter
from tallybook.read.discourse.refusals import OPEN, REACH, asks_itself, find_refusal, refused_flow
from tallybook.read.discourse.retorts import find_retort
from tallybook.read.discourse.soundings import find_sounding, sounded_flow
from tallybook.read.discourse.unsigned import find_unsigned, unsigned_flow
from tallybook.read.events.quoting import clip
from tallybook.read.text.tree import Token

_AHEAD = frozenset({"will", "would", "could", "may", "might", "going"})
_RIGHT_BEFORE = 1
"""Sentences back that a charge may stand which "the ministry" calls false."""

ANSWERED = "the answer to what was asked"
SOUNDED = "approached by who was told to want arms"


@dataclass(frozen=True)
class Denier(Judge):
    """Reads denials and refusals of the flow under discussion; where there are none, other verdicts on it."""

    def claims(
        self, scene: Scene, parties: Parties, taken: frozenset[int] | None, told: list[Event]
    ) -> Iterator[Claim]:
        """Denials of a sentence that name no transfer, and other verdicts on what was told.

        Args:
            scene: the sentence.
            parties: who is named in it.
            taken: its turning words, if it tells of a transfer.
            told: the transfers that it tells of.
        """
        here = [e for e in told if e.trigger.head.doc is scene.doc]
        first = not self.flows.told and scene.sentence.kind != "body"  # a headline says again what follows
        claim = self._of_told(scene, parties, taken, here) if not first else None
        yield from (claim,) if claim is not None else ()
        more = self.claim(scene, parties, told)
        if more is not None and claim is None:
            yield more

    def _of_told(
        self, scene: Scene, parties: Parties, taken: frozenset[int] | None, told: list[Event]
    ) -> Claim | None:
        acts = tuple(e.trigger.head.i for e in told)
        claim = self._apposed(scene, parties, acts) or self._denial(scene, parties, taken)
        claim = claim or self._retort(scene, parties)
        if claim is None and taken is None:
            claim = self._answer(scene, parties)
        if claim is None and (taken is None or acts):
            turned = frozenset(t.hit.token for e in told for t in e.turns)
            claim = self._refusal(scene, parties, turned, acts)
        return claim or self._unsigned(scene, parties, acts) or self._sounding(scene, parties, told)

    def _apposed(self, scene: Scene, parties: Parties, acts: tuple[int, ...]) -> Claim | None:
        """Of "X has armed Y, a charge Ruritania rejects": what the sentence has just told, be it denied."""
        here = [f for f in self.flows.told if f.scene == scene.number and f.whole]
        found = apposed(scene, self.lexicon, min(acts)) if here and acts else None
        if found is None:
            return None
        deniers = deniers_in(found, parties, self.discourse)
        flow = denied_flow(deniers, self.flows, self.lexicon) if deniers else here[-1]
        if flow is None or flow.scene != scene.number:
            return None
        told = self.given(scene, found, own=True)
        return self.written(scene, found, flow, told, (Stage.DENIED_TRANSFER, Certainty.DENIED))

    def _denial(self, scene: Scene, parties: Parties, taken: frozenset[int] | None) -> Claim | None:
        found = find_denial(scene, self.lexicon, taken=taken)
        if found is None or is_other_matter(scene, found, self.lexicon):
            return None
        told = self._told(scene, found)
        named = named_in(parties)
        own = {told.state} if told.state is not None else set()
        whole = means_all(scene, found)
        flow = self.own(own, named, whole=whole)
        if flow is None:
            deniers = deniers_in(found, parties, self.discourse)
            flow = self.own(deniers, frozenset(), whole=whole)
            bare = not _says_of_what(scene.doc[found[0] : found[1]])
            if taken is None and not deniers and bare and self.writer.telling.in_office(told, scene):
                flow = self._charged(scene)
        told_as = (Stage.DENIED_TRANSFER, Certainty.DENIED)
        words = in_a_row(scene, found, self.lexicon)
        return self.written(scene, words, flow, told, told_as) if flow is not None else None

    def _charged(self, scene: Scene) -> Flow | None:
        """The flow that the report told first, which an office denies that nobody says whose it is."""
        told = [f for f in self.flows.told if f.whole]
        return told[0] if told and scene.number - self.flows.told[-1].scene <= _RIGHT_BEFORE else None

    def _retort(self, scene: Scene, parties: Parties) -> Claim | None:
        """Of “Never,” the minister said: what was told or asked last of those for whom he speaks."""
        found = find_retort(scene)
        if found is None:
            return None
        told = self.writer.telling.at(scene.span(*found))
        speaker = told.state or self._speaker(scene, parties, found[1])
        flow = denied_flow({speaker}, self.flows, self.lexicon) if speaker is not None else None
        if flow is None or scene.number - flow.scene > 1:
            return None
        asked = self.writer.telling.scenes[flow.scene].words
        ahead = flow.stage in OPEN or not asked.isdisjoint(_AHEAD)
        told_as = (Stage.PLANNED, Certainty.STATED) if ahead else (Stage.DENIED_TRANSFER, Certainty.DENIED)
        return self.written(scene, found, flow, told, told_as)

    def _speaker(self, scene: Scene, parties: Parties, behind: int) -> str | None:
        """Who says a quotation that ends at a token, by the subject of the verb behind it."""
        following = [t for t in scene.doc[behind : scene.sentence.last] if t.pos_ == "VERB"]
        told = [c for t in following[:1] for c in t.children if c.dep_ == "nsubj" and c.i >= behind]
        for noun in told or (subjects_of(following[0], parties) if following else ()):
            named = [parties.at[t.i] for t in (noun, *noun.children) if t.i in parties.at]
            return end_point(named[0]) if named else self.discourse.resolve(noun, parties)
        return None

    def _answer(self, scene: Scene, parties: Parties) -> Claim | None:
        """Of "The request was granted", "similar requests from Ankara were turned down": leave, or none."""
        found = find_answer(scene, parties)
        flow = answered_flow(found, self.flows, scene, self.writer.telling.scenes) if found else None
        if found is None or flow is None:
            return None
        told = self.writer.telling.at(scene.span(*found.tokens))
        claim = self.written(scene, found.tokens, flow, told, (Stage.APPROVED, Certainty.STATED))
        time = scene.periods[0] if len(scene.periods) == 1 else None
        why = (ANSWERED, *claim.why[1:])
        return msgspec.structs.replace(claim, negated=not found.granted, time=time, why=why)

    def _unsigned(self, scene: Scene, parties: Parties, acts: tuple[int, ...]) -> Claim | None:
        """Of "Nothing has been signed", "there is no contract with Ankara": what was sought last."""
        found = find_unsigned(scene, acts)
        if found is None:
            return None
        at = range(*found)
        named = {name for i, m in parties.at.items() if i in at and (name := end_point(m)) is not None}
        flow = unsigned_flow(self.flows, named, scene.number)
        told_as = (Stage.AGREED, Certainty.STATED)
        return (
            self.written(scene, found, flow, self._told(scene, found), told_as) if flow is not None else None
        )

    def _sounding(self, scene: Scene, parties: Parties, events: list[Event]) -> Claim | None:
        """Of "Ankara was approached in May": whom he asks who was told to want arms."""
        found = find_sounding(scene, parties)
        if found is None or any(found[0] in map(e.end, ENDS) for e in events):
            return None
        flow = sounded_flow(found[0], self.flows, scene.number)
        if flow is None:
            return None
        told = self._told(scene, found[1])
        claim = self.written(scene, found[1], flow, told, (Stage.SOUGHT, Certainty.STATED))
        return msgspec.structs.replace(claim, negated=False, why=(SOUNDED, *claim.why[1:]))

    def _refusal(
        self, scene: Scene, parties: Parties, turned: frozenset[int], acts: tuple[int, ...]
    ) -> Claim | None:
        """Of "We said no", "Ankara turned it down": what was asked or offered last."""
        found = find_refusal(scene, turned | frozenset(acts), acts)
        if found is None:
            return None
        verb, tokens = found
        told = self._told(scene, tokens)
        speaker = told.state or self.writer.telling.state_at(scene)
        refuser = None
        for noun in subjects_of(verb, parties):
            mention = parties.at.get(noun.i)
            named = end_point(mention) if mention is not None else None
            if named or verb.lemma_ != "be":
                refuser = named or self.discourse.resolve(noun, parties, speaker=speaker)
        known = None if acts and refuser is None else refuser or speaker
        flow = refused_flow(self.flows, known, scene.number, 0 if acts else REACH)
        if refuser is None and verb.lemma_ != "be" and not (acts or asks_itself(verb)):
            return None
        told_as = (Stage.PLANNED, Certainty.STATED)
        return self.written(scene, tokens, flow, told, told_as) if flow is not None else None

    def _told(self, scene: Scene, tokens: tuple[int, int]) -> Told:
        text = self.writer.page.report.text
        span = clip(scene.span(*tokens), scene.span(tokens[1] - 1, tokens[1]), text)
        return self.writer.telling.cued(span)


def _says_of_what(tokens: list[Token]) -> bool:
    """Whether a noun of a denial says itself what is denied: "rumours of old stock"."""
    inner = [c for t in tokens if t.pos_ == "NOUN" for c in t.children if c.i > t.i]
    if any(t.lower_ in ("that", "this") and t.dep_ == "nsubj" for t in tokens):
        return True
    return any(c.dep_ in ("prep", "acl", "relcl", "ccomp") and c.lower_ != "as" for c in inner)

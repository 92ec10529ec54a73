"""Which answer does a request get that the report told of: "The request was granted", "turned it down"?"""

from __future__ import annotations

from dataclasses import dataclass

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.discourse.refusals import OPEN
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_REQUESTS = words_of("nouns for what somebody asks for by")
_GRANTING = words_of("verbs of granting what is asked")
_REFUSING = words_of("verbs of refusing")
_OF_LEAVE = words_of("words for leave that is asked")
_ASKING = frozenset({"ask", "apply", "request", "seek"})
_REACH = 4
"""How many sentences back it may have been asked."""


@dataclass(frozen=True)
class Answer:
    """What a sentence says of a request: yes or no, and who asked where it is told.

    ``tokens``: the range that tells it, last exclusive.
    """

    granted: bool
    asker: str | None
    tokens: tuple[int, int]


def find_answer(scene: Scene, parties: Parties) -> Answer | None:
    """The answer to a request that a sentence tells without saying again what was asked."""
    for verb in scene.tokens:
        granted = _grants(verb)
        asked = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj") and _is_request(c, granted)]
        if granted is None or not asked or any(c.dep_ == "neg" for c in verb.children):
            continue
        noun = asked[0]
        if any(_says_what(c) for c in noun.children):
            return None  # what was asked is told here
        words = [
            noun,
            *(t for c in noun.children if c.dep_ not in ("acl", "relcl") for t in c.subtree),
            verb,
            *(c for c in verb.children if c.dep_ in ("prt", "auxpass", "aux")),
        ]
        first = min(t.i for t in words)
        return Answer(granted, _asker(noun, parties), (first, max(t.i for t in words) + 1))
    return None


def _is_request(noun: Token, granted: bool | None) -> bool:
    """Whether a noun is a request, or a pronoun that can stand for what was asked and is granted."""
    if noun_lemma(noun) in _REQUESTS:
        return True
    return granted is True and noun.lower_ in ("it", "this") and verb_lemma(noun.head) in _LEAVE


_LEAVE = frozenset({"approve", "authorise", "authorize", "clear", "grant", "ok", "okay", "sanction"})


def _says_what(child: Token) -> bool:
    """Whether it is told at the request itself what is asked for: "the request to buy", "for six jets"."""
    made = child.dep_ in ("acl", "relcl") and verb_lemma(child) in _MADE
    return child.lower_ == "for" or (child.dep_ in ("acl", "relcl") and not made)


_MADE = words_of("verbs by which a request is made")


def answered_flow(answer: Answer, flows: Flows, scene: Scene, before: tuple[Scene, ...]) -> Flow | None:
    """The flow that was asked for last; with another's name where he asked for the same.

    Only leave to give that is asked of a third is meant, and what is granted.
    """
    for flow in reversed(flows.told):
        if scene.number - flow.scene > _REACH:
            return None
        leave = _of_leave(flow, before[flow.scene])
        if not flow.whole or not (leave or flow.stage in OPEN):
            continue
        if not leave and not answer.granted:
            return None
        if answer.asker in (None, flow.supplier, flow.recipient):
            return flow
        return Flow(
            answer.asker if leave else flow.supplier,
            flow.recipient if leave else answer.asker,
            flow.categories,
            flow.stage,
            scene.number,
        )
    return None


def _of_leave(flow: Flow, told: Scene) -> bool:
    """Whether what was told is that a giver asks for leave to give."""
    own = flow.stage is Stage.PLANNED and not told.lemmas.isdisjoint(_ASKING)
    if own or flow.stage is Stage.APPROVED or not told.words.isdisjoint(_OF_LEAVE):
        return True
    return any(t.tag_ == "VB" and t.dep_ == "acl" and noun_lemma(t.head) in _REQUESTS for t in told.tokens)


def _grants(verb: Token) -> bool | None:
    """Whether a verb grants or refuses what it has for object; None where it does neither."""
    if verb.pos_ != "VERB":
        return None
    particle = next((f" {c.lower_}" for c in verb.children if c.dep_ == "prt"), "")
    lemma = verb_lemma(verb) + particle
    if lemma in _REFUSING:
        return False
    return True if lemma in _GRANTING else None


def _asker(noun: Token, parties: Parties) -> str | None:
    """Who asked: "Ruritania's request", "requests from Ruritania"."""
    own = parties.modifying.get(noun.i)
    led = [t.i for p in noun.children if p.lower_ in ("from", "by", "of") for t in p.children]
    named = [own] if own is not None else [parties.at[i] for i in led if i in parties.at]
    return end_point(named[0]) if named else None

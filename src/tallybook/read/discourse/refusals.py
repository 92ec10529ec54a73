"""Which words turn down what was asked or offered without saying again what it was: "We said no"?"""

from __future__ import annotations

import re

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flow, Flows
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_REFUSING = words_of("verbs of refusing")
_ASKED = words_of("nouns for what is asked or offered")
_LOOSE = frozenset({"punct", "advmod", "npadvmod", "prt"})
_BESIDE = frozenset({"ccomp", "conj", "cc", "advcl", "parataxis", "dep"})
"""Clauses beside that of a verb, which tell of what is refused rather than being its object."""

_NO = frozenset({"no", "nyet", "non", "nein"})
_YES = frozenset({"yes", "da"})
_SAYING = frozenset({"say", "answer", "reply", "respond", "be"})
REACH = 4
"""How many sentences back it may have been asked."""

OPEN = frozenset({Stage.SOUGHT, Stage.OFFERED, Stage.PLANNED, Stage.PLEDGED, Stage.UNCLEAR, Stage.APPROVED})
"""Stages of what somebody can still say no to."""


def find_refusal(
    scene: Scene, taken: frozenset[int], acts: tuple[int, ...] = ()
) -> tuple[Token, tuple[int, int]] | None:
    """The verb of a refusal and the tokens that tell it, where it names no transfer of its own.

    Args:
        scene: the sentence.
        taken: tokens that tell of a transfer themselves, or turn one.
        acts: the tokens at which the sentence tells of transfers; then only a clause behind them all counts:
            "asked Ruritania for guns and was refused".
    """
    for verb in scene.tokens:
        if verb.i in taken or verb.pos_ not in ("VERB", "AUX") or verb.i < max(acts, default=-1):
            continue
        last = _no(verb) if verb_lemma(verb) in _SAYING else _turned_down(verb, taken)
        last = last if last is not None else _ruled_out(verb)
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if last is None or (_is_done(verb) and _denied(verb)):
            continue
        if subjects:
            return verb, (subjects[0].left_edge.i, last + 1)
        if acts and verb.dep_ == "conj":
            return verb, (min([verb.i, *(c.i for c in verb.children if "aux" in c.dep_)]), last + 1)
    return None


def asks_itself(verb: Token) -> bool:
    """Whether a refusal names only what is refused, which was told of: "The request was turned down"."""
    asked = [c for c in verb.children if c.dep_ == "nsubjpass" and noun_lemma(c) in _ASKED]
    return any(all(t.dep_ == "det" and t.lower_ not in ("a", "an") for t in c.children) for c in asked)


def refused_flow(flows: Flows, refuser: str | None, scene: int, reach: int = REACH) -> Flow | None:
    """The flow that was asked for or offered last and that the refuser, where he is known, is an end of."""
    for flow in reversed(flows.told):
        if scene - flow.scene > reach:
            continue
        if flow.whole and flow.stage in OPEN and refuser in (None, flow.supplier, flow.recipient):
            return flow
    return None


def _no(verb: Token) -> int | None:
    """The last token of "said no" and of "the answer was no"."""
    words = _YES if _denied(verb) else _NO  # "has not said yes so far"
    after = [t for t in verb.children if t.i > verb.i and t.lower_ in words]
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if following.lower_ in words and following.head in (verb, following, verb.head):
        after = [following]
    if not after or (verb_lemma(verb) == "be" and not _answers(verb)):
        return None
    behind = verb.doc[after[0].i + 1] if after[0].i + 1 < len(verb.doc) else None
    counts = behind is not None and behind.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
    return None if counts or after[0].i - verb.i > 2 else int(after[0].i)


def _ruled_out(verb: Token) -> int | None:
    """The last token of "that is out of the question", "this is not on the table"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    points = subject is not None and (subject.lower_ in _THAT or noun_lemma(subject) in _ASKED | _GIVING)
    if not points or verb.pos_ not in ("AUX", "VERB"):
        return None
    words = verb.doc.stretch(verb.i, verb.i + _PHRASE)
    found = _NEVER.search(words.text)
    if found is None:
        return None
    said = words.covering(0, found.end())
    return int(said.end) - 1 if said is not None else None


_PHRASE = 9
"""How many tokens behind its verb a wording may reach that rules something out."""

_THAT = frozenset({"that", "this", "it"})
_GIVING = frozenset(
    {"delivery", "supply", "sale", "transfer", "shipment", "export", "handover", "step", "move"}
)
_NEVER = re.compile(
    r"^(?:\w+ )??(?:(?:\w+ ){0,2}(?:out of the question|off the table|ruled out|off limits)"
    r"|(?:not|n[’']t)(?: \w+)? (?:on the (?:table|agenda|cards)|an option|up for discussion|going to happen"
    r"|happening|under (?:consideration|discussion)|being (?:considered|discussed)|planned))\b",
    re.I,
)


def _is_done(verb: Token) -> bool:
    return verb_lemma(verb) not in _SAYING and verb.pos_ == "VERB"


def _denied(verb: Token) -> bool:
    """Of ``it cannot be ruled out``: nothing is refused."""
    return any(c.dep_ == "neg" for c in verb.children)


def _answers(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and noun_lemma(c) in ("answer", "reply", "response") for c in verb.children)


def _turned_down(verb: Token, taken: frozenset[int]) -> int | None:
    """The last token of "refused", "turned it down", "rejected the request"."""
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    words = verb_lemma(verb) + (f" {particle.lower_}" if particle is not None else "")
    if words not in _REFUSING:
        return None
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ not in _LOOSE]
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    own = [c for c in verb.children if c.dep_ not in _BESIDE]
    if any(c.dep_ in ("xcomp", "ccomp", "acl") for c in behind):
        return None
    if any(t.i in taken for c in own for t in c.subtree):
        return None
    if any(not (c.pos_ == "PRON" or noun_lemma(c) in _ASKED) for c in objects):
        return None
    if not objects and (behind and any(c.dep_ not in ("prep", "cc", "conj", "advcl") for c in behind)):
        return None
    return max(t.i for t in (verb, particle, *objects) if t is not None)


def denies_help(event: Event) -> bool:
    """Whether somebody only denies to have helped, with no arms named: no evidence of what moved."""
    doc = event.trigger.head.doc
    goods = event.filled.goods
    return is_denied(event) and bool(goods) and all(noun_lemma(doc[g.head]) in _HELP for g in goods)


def is_denied(event: Event) -> bool:
    """Whether a transfer is told of only for somebody to deny it."""
    return any(t.hit.word.name == "deny" for t in event.turns)


_HELP = frozenset({"aid", "assistance", "backing", "help", "support"})

"""Who tells of a response, and in whose name does a pronoun tell of it?"""

from __future__ import annotations

import re
from dataclasses import replace as changed

from msgspec.structs import replace

from tallybook.model import Action, Source, Span
from tallybook.read.attribution.attributed import Attributed, source_of
from tallybook.read.clauses.scene import Scene, np_first
from tallybook.read.responses.cast import subject_of
from tallybook.read.responses.hits import Hit
from tallybook.read.responses.roles import NAMELESS, View
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_NEAR = 400
"""How many characters back a speaker without a name may have been named."""


def teller_of(hit: Hit, scene: Scene, view: View, span: Span) -> Attributed | None:
    """Who tells of the response: not the actor whose own verb is the cue, if somebody else tells of him."""
    said = source_of(view.attributed, span)
    if said is not None and _told_below(said, hit, scene):
        said = said.outer
    if said is not None and hit.word.form == "phrase" and not scene.sentence.span.contains(said.cue.span):
        said = None if _closing_verb(hit, scene) is not None else said
    duty = hit.word.form == "phrase" and hit.action == Action.CALLS_FOR and _is_duty(hit)
    if said is None and duty:
        return _who_spoke(view, span) if _closing_verb(hit, scene) is None else None
    acts = hit.measure is not None and hit.action not in (
        Action.SANCTIONS_ANNOUNCED,
        Action.SANCTIONS_PROMISED,
    )
    if said is not None and acts and said.cue.span.overlap(_at(hit.verb, scene)):
        return _named(said.outer, view)
    if said is None or hit.head.pos_ != "VERB":
        return _named(said, view)
    own = said.cue.span.overlap(_at(hit.head, scene))
    if own:
        return _named(said.outer or said if hit.word.speech else said.outer, view)
    if not hit.word.speech:
        return _named(said, view)
    first, last = scene.part_of(hit.head.i)
    subject = subject_of(hit.head)
    apart = not scene.span(first, last).overlap(said.cue.span) and scene.sentence.span.contains(said.cue.span)
    named = subject is not None and subject.i in scene.actor_at and said.cue.span.start > span.end
    return None if apart and named else _named(said, view)


def _at(token: Token, scene: Scene) -> Span:
    return scene.span(token.i, token.i + 1)


def _is_duty(hit: Hit) -> bool:
    """Whether the words say what somebody should do, which a report does not say of itself."""
    return any(t.lower_ in _DUTY for t in hit.head.doc[hit.first : hit.last])


_DUTY = frozenset({"should", "must", "ought", "has", "have", "need", "needs"})


def _who_spoke(view: View, span: Span) -> Attributed | None:
    """Whose words go on where the report itself would not say what somebody must do: who spoke before."""
    before = [one for one in view.attributed if 0 < span.start - one.cue.span.end < _NEAR]
    last = max(before, key=lambda one: one.cue.span.start, default=None)
    return _named(last, view)


def _told_below(said: Attributed, hit: Hit, scene: Scene) -> bool:
    """Whether the reporting words stand in a clause below the response ("..., which it accuses of")."""
    place = scene.token_range(said.cue.span)
    here = scene.doc[place[0]] if place else None
    below = False
    while here is not None and here not in (hit.verb, here.head):
        below = below or here.dep_ in ("relcl", "acl", "advcl")
        here = here.head
    return below and here == hit.verb


def _named(said: Attributed | None, view: View) -> Attributed | None:
    """A speaker without a name ("it said") by who spoke just before."""
    if said is None or said.source.name.casefold() not in NAMELESS or said.outer is not None:
        return said
    at = said.cue.span.start
    earlier = [
        one
        for one in view.attributed
        if 0 < at - one.cue.span.start < _NEAR
        and one.source.name.casefold() not in NAMELESS
        and one.source.name[:1].isupper()
    ]
    if not earlier:
        return said
    last = max(earlier, key=lambda one: one.cue.span.start)
    return changed(said, source=replace(last.source, cue=said.source.cue, via=said.source.via))


def own_source(hit: Hit, scene: Scene, text: str) -> Source | None:
    """Of what is no attribution: who acts by speaking, or who closes the sentence ("..., X said")."""
    fixed = hit.word.form == "phrase" and (hit.action != Action.CALLS_FOR or _is_duty(hit))
    own = hit.word.speech and not fixed and hit.head.pos_ == "VERB"
    verb = hit.head if own else _closing_verb(hit, scene)
    subject = subject_of(verb) if verb is not None else None
    if verb is not None and not own:
        subject = next((c for c in reversed(list(verb.children)) if c.dep_ == "nsubj"), subject)
    if verb is None or subject is None or subject.pos_ not in ("PROPN", "NOUN"):
        return None
    last = max([subject.i, *(c.i for c in subject.children if c.dep_ == "conj")])
    if subject.lemma_.lower() in _WITH_OF:
        last = max([last, *(c.i for p in subject.children if p.lower_ == "of" for c in p.children)])
    first = np_first(subject)
    while first < subject.i and scene.doc[first].lower_ in _TIMES:
        first += 1
    span = scene.span(first, last + 1)
    cue = scene.span(verb.i, verb.i + 1).of(text)
    return Source(name=re.sub(r"^[Tt]he ", "", span.of(text)), cue=cue, span=span)


_TIMES = words_of("names of days and months") | {"earlier", "later", "meanwhile", "then", "now"}


_WITH_OF = frozenset({"number", "group", "majority", "handful", "couple", "ministry", "department", "office"})


def _closing_verb(hit: Hit, scene: Scene) -> Token | None:
    closing = [
        t for t in scene.tokens if t.i >= hit.last and t.lemma_.lower() in _CLOSING and t.pos_ == "VERB"
    ]
    return (
        closing[-1] if closing and any(t.text == "," for t in scene.doc[hit.last : closing[-1].i]) else None
    )


_CLOSING = frozenset(
    {"say", "add", "declare", "state", "tell", "write", "argue", "insist", "note", "stress", "complain"}
    | {
        "rule",
        "order",
        "find",
        "decide",
        "scold",
        "warn",
        "announce",
        "report",
        "charge",
        "object",
        "explain",
    }
    | {
        "threaten",
        "urge",
        "demand",
        "vow",
        "hint",
        "indicate",
        "conclude",
        "reply",
        "caution",
        "plead",
        "remark",
        "confirm",
    }
)

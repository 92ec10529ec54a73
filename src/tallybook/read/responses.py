"""Who did, does or will do what about an arms transfer?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from tallybook.model import QUOTE_LIMIT, Action, Certainty, Claim, ClaimKind, Source, Span
from tallybook.read.attributed import Attributed, source_of
from tallybook.read.page import Page
from tallybook.read.response_parts import (
    Cast,
    affected,
    negated,
    object_of,
    phrase_text,
    quote_span,
    subject_of,
    time_of,
)
from tallybook.read.response_topic import Topic
from tallybook.read.response_words import Hit, response_book
from tallybook.read.scene import Scene, first_conjunct, np_first, set_scenes
from tallybook.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS = frozenset(
    {
        Action.SANCTIONS_ANNOUNCED,
        Action.SANCTIONS_PROMISED,
        Action.SANCTIONS_ENFORCED,
        Action.INVESTIGATES,
        Action.RAISES_AT_UN,
        Action.DEPLOYS,
        Action.OTHER,
    }
)
"""Acts of which the actor's own word is a confirmation; the rest are said, not done."""


_SAID = frozenset({Action.CONDEMNS, Action.WARNS, Action.CALLS_FOR, Action.RAISES_AT_UN, Action.MONITORS})


class _View(NamedTuple):
    page: Page
    attributed: tuple[Attributed, ...]
    cast: Cast
    topic: Topic
    people: frozenset[str]


def find_responses(
    page: Page,
    attributed: tuple[Attributed, ...],
    vocabulary: Vocabulary,
    *,
    scenes: Sequence[Scene] | None = None,
    transfers: Sequence[Claim] = (),
) -> tuple[Claim, ...]:
    """The responses of a report, as claims of that kind, in the order of their words.

    Args:
        page: the report, laid out and parsed.
        attributed: its attributions.
        vocabulary: the words to go by.
        scenes: the page's sentences with their mentions, where somebody has found them already.
        transfers: the transfer claims of the report, which say what its responses can be about.
    """
    scenes = set_scenes(page, vocabulary) if scenes is None else scenes
    people = frozenset(w for e in vocabulary.responses if e.form == "people" for w in e.words)
    view = _View(page, attributed, Cast(scenes), Topic(scenes, transfers, vocabulary), people)
    book = response_book(vocabulary)
    claims: list[Claim] = []
    for scene in scenes:
        for hit in book.hits(scene):
            reason = view.topic.about(hit, scene)
            if reason is not None:
                _add(claims, _claim(hit, scene, view, reason))
    return tuple(claims)


def _claim(hit: Hit, scene: Scene, view: _View, reason: str) -> Claim:
    text = view.page.report.text
    span = _fronted(hit, scene, view) or quote_span(hit, scene)
    said = source_of(view.attributed, span)
    actor = _actor(hit, scene, view, said)
    source = said.source if said is not None else _own_source(hit, scene, text)
    return Claim(
        kind=ClaimKind.RESPONSE,
        action=hit.action,
        actor=actor,
        target=_target(hit, scene, view, said),
        instrument=_instrument(hit, scene, text),
        source=source,
        time=time_of(hit, scene, said),
        said_on=said.said_on if said is not None else None,
        certainty=_certainty(hit, scene, view, said),
        negated=negated(hit),
        quote=span.of(text),
        quote_span=span,
        why=(f"{hit.word.name}: {scene.doc[hit.first : hit.last].text!r}", reason),
    )


def _fronted(hit: Hit, scene: Scene, view: _View) -> Span | None:
    """What stands before a closing cue ("..., analysts warn"): the response is there, not in the cue."""
    if not hit.word.speech or hit.head.pos_ != "VERB":
        return None
    if any(c.dep_ in ("dobj", "ccomp", "prep", "xcomp", "oprd") and c.i > hit.head.i for c in hit.head.children):
        return None
    at = scene.span(hit.head.i, hit.head.i + 1)
    for one in view.attributed:
        if one.cue.span.overlap(at) and one.content and one.content[0].start < at.start:
            span = one.content[0]
            return span if span.length <= QUOTE_LIMIT else None
    return None


def _actor(hit: Hit, scene: Scene, view: _View, said: Attributed | None) -> str | None:
    """The state or body that acts; where nobody is named, the speaker for acts of speech."""
    if hit.action == Action.FINDS_VIOLATION or (hit.word.form == "phrase" and hit.action in _SAID):
        return view.cast.speaker(said)
    noun = hit.measure or (hit.head if hit.head.pos_ in ("NOUN", "PROPN") else None)
    for owner in _owners(noun):
        names = view.cast.behind(owner, scene, said)
        if names:
            return " and ".join(names)
    subject = subject_of(hit.verb) if hit.verb.pos_ in ("VERB", "AUX") else None
    if subject is not None and subject not in (hit.measure, hit.head) and not _backdrop(hit):
        names = view.cast.behind(subject, scene, said)
        if names:
            return " and ".join(names)
        if subject.pos_ == "PROPN" or subject.lemma_.lower() in view.people:
            own = said is not None and hit.action in _ACTS and subject.pos_ != "PROPN"
            party = view.cast.speaker(said) if own else None
            return party or phrase_text(subject, scene, view.page.report.text)[:80]
    return None if hit.action in _MEASURES else view.cast.speaker(said)


def _owners(noun: Token | None) -> list[Token]:
    """Whose measure it is: what stands before it, or before what it is coordinated with."""
    if noun is None:
        return []
    links = ("poss", "amod", "compound", "nmod")
    return [c for n in dict.fromkeys((noun, first_conjunct(noun))) for c in n.children if c.dep_ in links]


def _backdrop(hit: Hit) -> bool:
    """Whether the measure stands aside in its clause and the subject of the verb is not who took it."""
    noun = hit.measure
    if noun is None:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in ("dobj", "pobj"):
        # "a package of sanctions"
        noun = noun.head.head
    return noun.dep_ in ("nsubj", "nsubjpass", "conj") or (
        noun.dep_ == "pobj" and noun.head.lower_ in ("to", "under", "of", "by", "despite", "since")
    )


def _target(hit: Hit, scene: Scene, view: _View, said: Attributed | None) -> str | None:
    """Against, to or about whom: a party by name, persons and firms as worded."""
    actor = _actor(hit, scene, view, said)
    avoid = frozenset({actor}) if actor else frozenset()
    text = view.page.report.text
    token = object_of(hit)
    if token is not None and token.lemma_.lower() in _PEOPLE:
        return phrase_text(token, scene, text)[:160]
    for choice in (token, affected(hit) if token is None else None):
        names = view.cast.behind(choice, scene, said, avoid) if choice is not None else []
        names = [n for n in names if n not in avoid]
        if names:
            return " and ".join(names)
    if hit.word.form == "phrase":
        return _near_phrase(hit, scene, view, avoid)
    if token is not None and token.pos_ == "PROPN":
        return phrase_text(token, scene, text)[:160]
    return None


def _near_phrase(hit: Hit, scene: Scene, view: _View, avoid: frozenset[str]) -> str | None:
    """The party that is the subject of a fixed phrase, or that follows it ("a ban on arms sales to X")."""
    subject = subject_of(hit.verb) if hit.action == Action.WARNS and hit.verb.pos_ in ("VERB", "AUX") else None
    names = view.cast.parties(subject, scene) if subject is not None else []
    behind = [a.party for a in scene.actors if hit.last <= a.first <= hit.last + 5 and a.party]
    return next((n for n in (*names, *behind) if n not in avoid), None)


_MEASURES = frozenset(
    {Action.SANCTIONS_IMPOSED, Action.SANCTIONS_PROMISED, Action.SANCTIONS_ANNOUNCED, Action.SANCTIONS_ENFORCED}
    | {Action.EXPORT_CONTROL, Action.EMBARGO, Action.VETOES}
)
_PEOPLE = frozenset(
    {"individual", "entity", "firm", "company", "person", "organization", "organisation", "business", "maker", "bank"}
    | {"those", "people", "supplier", "middleman", "broker", "trader", "shipper", "owner", "target", "vessel", "ship"}
    | {"manufacturer", "network", "official", "businessman", "shipowner", "producer", "general", "group"}
)


def _instrument(hit: Hit, scene: Scene, text: str) -> str | None:
    """The measure, rule or inquiry in the report's words."""
    if hit.measure is not None:
        return scene.span(np_first(hit.measure), hit.measure.i + 1).of(text)
    wanted = set(hit.word.needs) - {"@un"} if hit.action in _WITH_INSTRUMENT else set()
    for token in hit.head.subtree:
        if token.pos_ in ("NOUN", "PROPN") and (token.lemma_.lower() in wanted or token.lower_ in _INSTRUMENTS):
            return scene.span(np_first(token), token.i + 1).of(text)
    return None


_WITH_INSTRUMENT = frozenset({Action.FINDS_VIOLATION})
_INSTRUMENTS = frozenset({"resolution", "resolutions", "inquiry", "embargo", "sanctions", "council", "controls", "investigation"})


def _own_source(hit: Hit, scene: Scene, text: str) -> Source | None:
    """Of an act of speech that is no attribution, who speaks: "Seoul condemned the sale"."""
    subject = subject_of(hit.head) if hit.word.speech and hit.head.pos_ == "VERB" else None
    if subject is None or subject.pos_ not in ("PROPN", "NOUN"):
        return None
    span = scene.span(np_first(subject), subject.i + 1)
    cue = scene.span(hit.head.i, hit.head.i + 1).of(text)
    return Source(name=span.of(text).removeprefix("The ").removeprefix("the "), cue=cue, span=span)


def _certainty(hit: Hit, scene: Scene, view: _View, said: Attributed | None) -> Certainty:
    if any(t.lower_ in ("if", "unless") and t.dep_ == "mark" and _over(t, hit) for t in scene.tokens):
        return Certainty.CONDITIONAL
    if said is None:
        return Certainty.STATED
    actor = _actor(hit, scene, view, said)
    if hit.action in _ACTS and actor is not None and actor == view.cast.speaker(said):
        return Certainty.CONFIRMED
    return said.certainty if said.certainty == Certainty.ALLEGED else Certainty.STATED


def _over(mark: object, hit: Hit) -> bool:
    head = getattr(mark, "head", None)
    return head is not None and (head.head == hit.verb or head == hit.verb)


def _add(claims: list[Claim], new: Claim) -> None:
    """Add a response, or its words to the one that says the same already."""
    for n, old in enumerate(claims):
        same = (old.action, old.actor, old.target, old.negated) == (new.action, new.actor, new.target, new.negated)
        said = (old.source and old.source.name) == (new.source and new.source.name)
        if same and said and old.action in _ONCE and old.target is not None:
            claims[n] = _with_mention(old, new.quote, new.quote_span)
            return
    claims.append(new)


_ONCE = frozenset({Action.CONDEMNS, Action.WARNS, Action.VETOES})


def _with_mention(claim: Claim, quote: str, span: Span) -> Claim:
    return replace(claim, also=(*claim.also, quote), also_spans=(*claim.also_spans, span))

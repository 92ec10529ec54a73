"""Which states do goods pass that are neither end of their way?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tallybook.model import Claim, Party, Report, Role, Route, Span, Stage
from tallybook.read.claims.haulage import is_conveyance
from tallybook.read.claims.passage import grounds
from tallybook.read.claims.told import is_arms
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_HUBS = words_of("places where goods change carriers")
_COMING = frozenset({"to", "at", "in", "into", "via", "through", "from", "off", "towards", "reached"})
_MOVED = ("nsubj", "nsubjpass", "dobj")
_WHERE = words_of("words between a place and its state")


def crossed(claim: Claim, route: Route | None, scene: Scene, report: Report) -> Iterator[Party]:
    """The states of the places that goods pass or come to, where neither end of the flow sits there."""
    if claim.stage == Stage.SEIZED or claim.recipient is None or claim.supplier is None:
        return
    ends = {claim.supplier, claim.recipient}
    ends |= {_countries()[end] for end in ends if end in _countries()}
    yield from (p for p in _harbours(scene, report) if p.name not in ends)
    for place in (route.to_place, *route.via) if route is not None else ():
        span = _found(place, scene, report)
        state = state_of(place, span, scene) if place is not None and span is not None else None
        if state is None or span is None or state in ends:
            continue
        if _is_come_to(span, scene):
            yield Party(role=Role.TRANSIT, name=state, text=place, span=span)


def _is_come_to(place: Span, scene: Scene) -> bool:
    """Whether arms or what carries them come to a place: no ambassador to it, no delegation."""
    at = scene.token_range(place)
    tokens = (scene.doc[at[0]], *scene.doc[at[0]].ancestors) if at is not None else ()
    return any(
        is_arms(word, scene) or is_conveyance(word)
        for token in tokens
        for word in (token, *(c for c in token.children if c.dep_ in _MOVED))
    )


def _harbours(scene: Scene, report: Report) -> Iterator[Party]:
    """The states in whose ports or airfields goods come: "unloaded at the Ruritanian port of X"."""
    for actor in scene.actors:
        if actor.kind != "state" or actor.form != "adjective" or actor.last >= len(scene.doc):
            continue
        noun, before = scene.doc[actor.last], scene.doc[max(0, actor.first - 2) : actor.first]
        if (
            noun.tag_ in ("NN", "NNP")
            and noun_lemma(noun) in _HUBS
            and any(t.lower_ in _COMING for t in before)
        ):
            words = actor.span.of(report.text)
            yield Party(role=Role.TRANSIT, name=actor.name, text=words, span=actor.span)


def _found(place: str | None, scene: Scene, report: Report) -> Span | None:
    if place is None:
        return None
    at = report.text.find(place, scene.sentence.span.start, scene.sentence.span.end)
    return Span(at, at + len(place)) if at >= 0 else None


def state_of(place: str, span: Span, scene: Scene) -> str | None:
    """The state of a place: the one named in its words or behind it ("X in Ruritania"), or known of it."""
    for actor in scene.actors:
        if actor.kind != "state" or actor.form == "made":
            continue
        inside = span.start <= actor.span.start and actor.span.end <= span.end
        if inside or (span.end <= actor.span.start and _says_where(span, actor.first, scene)):
            return actor.name
    known = {found.payload for found in grounds().places(place)}
    return known.pop() if len(known) == 1 else None


def _says_where(span: Span, first: int, scene: Scene) -> bool:
    """Whether only "in", a comma or a quarter of the sky stands between a place and the state behind it."""
    start = span.end - scene.sentence.offset
    between = scene.doc.text[start : scene.doc[first].idx]
    words = between.lower().replace(",", " ").split()
    return all(w in _WHERE for w in words) and (bool(words) or "," in between)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {b.name: b.country for b in load().bodies if b.country is not None}

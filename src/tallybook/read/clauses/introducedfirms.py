"""Which firms does the report introduce with their state: "Alpha Trading, a supplier in Ruritania"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallybook.model import Span
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FIRMS = (
    words_of("nouns for a firm") | words_of("makers of arms") | {"trader", "importer", "broker", "provider"}
)
_FIRMS = _FIRMS - {"industry", "works"}
_SEATED = frozenset({"in", "from", "of", "at"})
_BASED = frozenset({"based", "headquartered", "registered", "located", "seated"})
_TOLD_BY = _FIRMS | _BASED
_SHORTEST = 3
"""Letters that a firm's name has at least to be known by itself."""

_EARLY = 3
"""Sentences at the beginning of which one may speak of the firm that is named only later."""

Firm = tuple[tuple[str, ...], ActorMention | None]
"""A firm's name and its state, where the words beside it tell that."""


def with_firms(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    """The scenes with every other mention of a firm that one of them introduces with its state.

    A firm introduced without a state is of the one whose firm the report begins with: "A Ruritanian company
    denies it. ... Alpha, a dealer in police gear".
    """
    known: dict[tuple[str, ...], ActorMention] = {}
    firms = [firm for scene in scenes for firm in _introductions(scene)]
    for words, state in firms:
        if state is not None:
            known.setdefault(words, state)
    first = _firm_told_of(scenes) if any(words not in known for words, _ in firms) else None
    for words, _ in firms:
        if first is not None:
            known.setdefault(words, first)
    return tuple(_named(scene, known) for scene in scenes) if known else scenes


def _firm_told_of(scenes: tuple[Scene, ...]) -> ActorMention | None:
    """The state of the one firm that the beginning speaks of."""
    nouns = [(t, scene) for scene in scenes[:_EARLY] for t in scene.among(_FIRMS) if noun_lemma(t) in _FIRMS]
    told = [m for t, scene in nouns if t.tag_ == "NN" and (m := _state_of(t, scene)) is not None]
    return told[0] if len({m.state for m in told}) == 1 else None


def _introductions(scene: Scene) -> Iterator[Firm]:
    """The firms that a sentence names with what they are, or with their seat."""
    for noun in scene.among(_TOLD_BY):
        if noun.lower_ in _BASED and noun.dep_ == "acl" and noun.head.pos_ == "PROPN":
            run, state = _run(noun.head, scene), _state_of(noun, scene)
            if state is None:
                continue
        elif noun_lemma(noun) in _FIRMS and noun.pos_ == "NOUN":
            run, state = _name_beside(noun, scene), _state_of(noun, scene)
        else:
            continue
        long_enough = len(run) > 1 or any(len(t.text) >= _SHORTEST for t in run)
        if long_enough and not any(t.i in scene.actor_at for t in run):
            yield tuple(t.text for t in run), state


def _name_beside(noun: Token, scene: Scene) -> list[Token]:
    """The name of a firm: "Alpha, a dealer", "a dealer, Alpha,", "the dealer Alpha"."""
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return _run(noun.head, scene)
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN" and noun.head.i > noun.i:
        return [t for t in _run(noun.head, scene) if t.i > noun.i]
    apart = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    return _run(apart[0], scene) if apart else []


def _run(last: Token, scene: Scene) -> list[Token]:
    """The name that ends at a word."""
    first = last.i
    while first > scene.sentence.first and _is_name(scene.doc[first - 1]):
        first -= 1
    return list(scene.doc[first : last.i + 1])


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[:1].isupper())


def _state_of(noun: Token, scene: Scene) -> ActorMention | None:
    """The state that a firm is told to be of: by the word before it, or its seat behind it."""
    seats = [t for p in noun.children if p.lower_ in _SEATED for t in p.children]
    for token in (*noun.lefts, *seats):
        mention = scene.actor_at.get(token.i)
        if mention is not None and mention.kind in ("state", "body") and mention.state is not None:
            return mention
    return None


def _named(scene: Scene, known: dict[tuple[str, ...], ActorMention]) -> Scene:
    found = [m for words, state in known.items() for m in _mentions(scene, words, state)]
    actors = sorted((*scene.actors, *found), key=lambda a: a.first)
    return replace(scene, actors=tuple(actors)) if found else scene


def _mentions(scene: Scene, words: tuple[str, ...], state: ActorMention) -> Iterator[ActorMention]:
    if words[0] not in {t.text for t in scene.tokens}:
        return
    doc, size = scene.doc, len(words)
    for first in range(scene.sentence.first, scene.sentence.last - size + 1):
        run = doc[first : first + size]
        if tuple(t.text for t in run) != words or any(t.i in scene.actor_at for t in run):
            continue
        start = run[0].idx + scene.sentence.offset
        yield ActorMention(
            name=" ".join(words),
            kind="body",
            state=state.state,
            span=Span(start, run[-1].idx + len(run[-1]) + scene.sentence.offset),
            first=first,
            last=first + size,
            form="name",
            what="firm",
        )

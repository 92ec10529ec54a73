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

_FIRMS = words_of("nouns for a firm") | words_of("makers of arms") | {"trader", "importer", "broker"}
_SEATED = frozenset({"in", "from", "of", "at"})
_LEAST = 2
"""Words that a firm's name has at least to be known by itself."""


def with_firms(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    """The scenes with every other mention of a firm that one of them introduces with its state."""
    known: dict[tuple[str, ...], ActorMention] = {}
    for scene in scenes:
        for words, mention in _introductions(scene):
            known.setdefault(words, mention)
    return tuple(_named(scene, known) for scene in scenes) if known else scenes


def _introductions(scene: Scene) -> Iterator[tuple[tuple[str, ...], ActorMention]]:
    for noun in scene.tokens:
        if noun.dep_ != "appos" or noun.head.pos_ != "PROPN" or noun_lemma(noun) not in _FIRMS:
            continue
        run = _run(noun.head, scene)
        state = _state_of(noun, scene) if len(run) >= _LEAST else None
        if state is not None and not any(t.i in scene.actor_at for t in run):
            yield tuple(t.text for t in run), state


def _run(last: Token, scene: Scene) -> list[Token]:
    """The name that ends at a word."""
    first = last.i
    while first > scene.sentence.first and scene.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return list(scene.doc[first : last.i + 1])


def _state_of(noun: Token, scene: Scene) -> ActorMention | None:
    """The state that a firm is told to be of: by the word before it, or its seat behind it."""
    seats = [t for p in noun.children if p.lower_ in _SEATED for t in p.children]
    for token in (*noun.lefts, *seats):
        mention = scene.actor_at.get(token.i)
        if mention is not None and mention.kind == "state":
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

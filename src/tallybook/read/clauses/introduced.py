"""Whom does the report introduce with his state, so that his name alone stands for it afterwards?

"Ruritanian President Anna Kovar ... Kovar said": a name behind an office of a state, or before it between
commas, is learnt for the rest of the report; so is "Alpha Trading, a supplier in Ruritania".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallybook.model import Span
from tallybook.read.clauses.introducedfirms import with_firms
from tallybook.read.clauses.introducedgroups import with_groups
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary

SHORTEST = 4
"""Letters that a last name has at least to be known by itself."""

LONGEST = 4
"""Words that a person's name has at most."""

_OFFICIAL = frozenset({"officials", "minister", "head"})


def with_introduced(scenes: tuple[Scene, ...], vocabulary: Vocabulary) -> tuple[Scene, ...]:
    """The scenes with every later mention of a person, a firm or an armed group that one introduces."""
    known: dict[str, ActorMention] = {}
    for scene in scenes:
        for last, mention in _introductions(scene):
            known.setdefault(last, mention)
    scenes = with_firms(with_groups(scenes, vocabulary))
    if not known:
        return scenes
    return tuple(_with_people(scene, known) for scene in scenes)


def _introductions(scene: Scene) -> Iterator[tuple[str, ActorMention]]:
    for mention in scene.actors:
        if mention.kind == "person" and mention.state is not None:
            yield scene.doc[mention.last - 1].text, mention
        if mention.state is None or mention.kind != "body" or mention.what not in _OFFICIAL:
            continue
        run = _name_behind(scene, mention) or _name_before(scene, mention)
        if run and len(run[-1].text) >= SHORTEST:
            yield run[-1].text, mention


def _name_behind(scene: Scene, mention: ActorMention) -> list[Token]:
    first, last = mention.last, scene.sentence.last
    set_off = first < last and scene.doc[first].text == ","
    first += set_off
    run: list[Token] = []
    for token in scene.doc[first : min(first + LONGEST, last)]:
        if not _is_name(token, scene):
            break
        run.append(token)
    closed = first + len(run) < last and scene.doc[first + len(run)].text == ","
    return run if not set_off or (closed and len(run) > 1) else []


def _name_before(scene: Scene, mention: ActorMention) -> list[Token]:
    """The name in "Anna Kovar, the Ruritanian defence minister"."""
    at = mention.first - 1
    while at > scene.sentence.first and scene.doc[at].lower_ in ("the", "a", "former"):
        at -= 1
    run: list[Token] = []
    if at <= scene.sentence.first or scene.doc[at].text != ",":
        return run
    for token in reversed(scene.doc[max(scene.sentence.first, at - LONGEST) : at]):
        if not _is_name(token, scene):
            break
        run.insert(0, token)
    return run if len(run) > 1 else []


def _is_name(token: Token, scene: Scene) -> bool:
    shaped = (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and not token.text.isupper()
        and token.text.isalpha()
    )
    return shaped and token.i not in scene.actor_at


def _with_people(scene: Scene, known: dict[str, ActorMention]) -> Scene:
    offset = scene.sentence.offset
    found = []
    for token in scene.tokens:
        named = known.get(token.text)
        if named is None or not _is_name(token, scene) or _part_of_more(token, scene):
            continue
        start = token.idx + offset
        found.append(
            ActorMention(
                name=token.text,
                kind="person",
                state=named.state,
                span=Span(start, start + len(token)),
                first=token.i,
                last=token.i + 1,
                form="name",
                what=named.what,
            )
        )
    if not found:
        return scene
    return replace(scene, actors=tuple(sorted((*scene.actors, *found), key=lambda a: a.first)))


def _part_of_more(token: Token, scene: Scene) -> bool:
    """Whether the name goes on behind, or stands where its office already acts for it."""
    behind = scene.doc[token.i + 1] if token.i + 1 < scene.sentence.last else None
    if behind is not None and _is_name(behind, scene):
        return True
    first = token.i
    while first > scene.sentence.first and _is_name(scene.doc[first - 1], scene):
        first -= 1
    return first > scene.sentence.first and (first - 1) in scene.actor_at

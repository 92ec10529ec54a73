"""Which names are types once a report has said so: "Pinaka rockets", and later "the Pinaka"?

A name that also means something else counts as a type only beside a number or a noun for arms. Where the
report has put it so, its bare name behind an article stands for the type for the rest of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import msgspec

from tallybook.model import Span
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary

_BEFORE = frozenset({"the", "a", "an", "its", "their", "our", "this", "that", "one", "another", "more"})


def with_known_types(scenes: tuple[Scene, ...], vocabulary: Vocabulary) -> tuple[Scene, ...]:
    """The scenes with every later bare mention of a type that one of them names with its noun."""
    if not any(m.goods.designation for scene in scenes for m in scene.goods):
        return scenes
    shared = _shared(vocabulary)
    known: dict[str, GoodsMention] = {}
    found = []
    for scene in scenes:
        bare = [m for t in scene.tokens if t.text in known for m in _bare(t, scene, known[t.text])]
        goods = sorted((*scene.goods, *bare), key=lambda m: m.first)
        found.append(replace(scene, goods=tuple(goods)) if bare else scene)
        for mention in scene.goods:
            if mention.goods.designation is None or mention.weak:
                continue
            for token in scene.doc[mention.first : mention.last]:
                if token.text in shared:
                    known.setdefault(token.text, mention)
    return tuple(found)


def _bare(token: Token, scene: Scene, known: GoodsMention) -> Iterator[GoodsMention]:
    if token.i in scene.goods_at or token.i in scene.actor_at or token.i == scene.sentence.first:
        return
    doc, after = scene.doc, scene.doc[token.i + 1] if token.i + 1 < scene.sentence.last else None
    if doc[token.i - 1].lower_ not in _BEFORE or token.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return
    if after is not None and (after.pos_ in ("PROPN", "NOUN", "NUM") or after.text in ("-", "–", "'s", "’s")):
        return
    start = token.idx + scene.sentence.offset
    goods = msgspec.structs.replace(known.goods, text=token.text, span=Span(start, start + len(token)))
    yield known._replace(goods=goods, first=token.i, last=token.i + 1, head=token.i)


@cache
def _shared(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(name for weapon in vocabulary.weapons for name in weapon.shared)

"""Which goods are coordinated with those that a word of transfer moves, or listed behind them?"""

from __future__ import annotations

from tallybook.read.clauses.gapping import parted
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_LISTS = words_of("words that open a list")


_PACKED = words_of("what cargo is packed in")
_BOXED_WITHIN = 4
"""Tokens between goods and the word for what they lie in, at most."""

_WORTH = frozenset({"worth", "valued", "at"})


def _without_among(between: list[Token]) -> list[Token]:
    """The words between goods without ", among them" and what they are worth."""
    words = [t.lower_ for t in between]
    for at, word in enumerate(words[:-1]):
        if word in ("among", "amongst") and words[at + 1] in ("them", "which", "these") and "," in words[:at]:
            kept = [t for i, t in enumerate(between) if i not in (at, at + 1)]
            return [t for t in kept if t.lower_ not in _WORTH]
    return between


def with_lists(chosen: list[GoodsMention], scene: Scene, heads: frozenset[int]) -> list[GoodsMention]:
    """Add what is coordinated with the chosen goods, or listed after "including"."""
    if not chosen:
        return chosen
    chosen = _unpacked(chosen, scene)
    last = max(m.last for m in chosen)
    start, stop = scene.part_of(chosen[0].head)
    more = list(chosen)
    for mention in scene.goods:
        if parted(scene.doc[mention.head], scene.actor_at):
            break
        if mention in more or mention.first < last or not start <= mention.first < stop or mention.modifier:
            continue
        between = _without_among(scene.doc[last : mention.first])
        if any(
            t.i in heads or (t.pos_ == "VERB" and t.lower_ not in _LISTS and t.dep_ != "amod")
            for t in between
        ):
            continue
        joined = all(
            t.pos_ in ("PUNCT", "CCONJ", "NUM", "DET", "ADJ", "SYM", "NOUN", "PROPN", "ADV", "SPACE", "PRON")
            or t.lower_ in _LISTS
            or t.lower_ in ("as", "of", "than", "with", "to", "at", "above", "besides")
            for t in between
        )
        joined = joined or any(t.lower_ in ("including", "such", "namely") for t in between)
        listing = any(t.lower_ in _LISTS or t.text in (",", ":", "—", "–") or t.dep_ == "cc" for t in between)
        if (joined and listing) or (not len(between) and joined):
            more.append(mention)
            last = max(last, mention.last)
    return sorted(more, key=lambda m: m.first)


def _unpacked(chosen: list[GoodsMention], scene: Scene) -> list[GoodsMention]:
    """The goods instead of what they lie in: "200 engines in 25 boxes" are engines."""
    goods = [_inside(m, scene) or m for m in chosen]
    return list(dict.fromkeys(goods))


def _inside(box: GoodsMention, scene: Scene) -> GoodsMention | None:
    """What lies in boxes, crates or bags that stand right behind it."""
    if noun_lemma(scene.doc[box.head]) not in _PACKED:
        return None
    near = [m for m in scene.goods if 0 < box.head - m.head <= _BOXED_WITHIN and not m.weak]
    if not near:
        return None
    between = scene.doc[near[-1].last : box.head]
    return near[-1] if any(t.lower_ == "in" for t in between) else None

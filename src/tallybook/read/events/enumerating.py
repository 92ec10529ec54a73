"""Which goods are coordinated with those that a word of transfer moves, or listed behind them?"""

from __future__ import annotations

from itertools import pairwise

from tallybook.read.clauses.gapping import parted
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_LISTS = words_of("words that open a list")


_PACKED = words_of("what cargo is packed in")
_BOXED_WITHIN = 4
"""Tokens between goods and the word for what they lie in, at most."""

_PAIR = 2
_THEM = frozenset({"them", "these", "those", "which"})
_WORTH = frozenset({"worth", "valued", "at"})


def _without_among(between: list[Token]) -> list[Token]:
    """The words between goods without ", among them" and what they are worth."""
    words = [t.lower_ for t in between]
    for at, word in enumerate(words[:-1]):
        if word in ("among", "amongst") and words[at + 1] in ("them", "which", "these") and "," in words[:at]:
            kept = [t for i, t in enumerate(between) if i not in (at, at + 1)]
            return [t for t in kept if t.lower_ not in _WORTH]
    return between


def _without_aside(between: list[Token]) -> list[Token]:
    """The words between goods without what is said of some of them: ", 12 of them used,"."""
    words = [t.lower_ for t in between]
    commas = [i for i, word in enumerate(words) if word == ","]
    if len(commas) < _PAIR or not any(a == "of" and b in _THEM for a, b in pairwise(words[: commas[1]])):
        return between
    return between[commas[1] :]


def with_lists(chosen: list[GoodsMention], scene: Scene, heads: frozenset[int]) -> list[GoodsMention]:
    """Add what is coordinated with the chosen goods, or listed before or behind them."""
    if not chosen:
        return chosen
    more = _behind(_unpacked(chosen, scene), scene, heads)
    if _is_list(more, scene):
        more = _in_front(more, scene, heads)
    return sorted(_opened(more, scene, heads), key=lambda m: m.first)


def _is_list(goods: list[GoodsMention], scene: Scene) -> bool:
    """Whether the first of the goods is counted and another one joined to it, by itself or before it."""
    first = min(m.first for m in goods)
    number = next((q for q in scene.quantities if q.first <= first < q.last), None)
    before = (
        scene.doc[number.first - 1] if number is not None and number.first > scene.sentence.first else None
    )
    return before is not None and before.lower_ in _JOINING


def _in_front(goods: list[GoodsMention], scene: Scene, heads: frozenset[int]) -> list[GoodsMention]:
    """Add counted goods in a row before the first: "40 tanks (MBTs), 12 guns and six jets"."""
    more = sorted(goods, key=lambda m: m.first)
    joined = any(t.lower_ in _CLOSING for a, b in pairwise(more) for t in scene.doc[a.last : b.first])
    for mention in reversed([m for m in scene.goods if m.last <= more[0].first]):
        number, after = _number_of(mention, scene), _number_of(more[0], scene)
        if number is None or mention.modifier or mention.civil:
            break
        between = _unbracketed(scene.doc[mention.last : after.first if after is not None else more[0].first])
        joined = joined or any(t.lower_ in _CLOSING for t in between)
        if not joined or not between or any(t.i in heads or not _links(t) for t in between):
            break
        more.insert(0, mention)
    return more


def _unbracketed(tokens: list[Token]) -> list[Token]:
    """The words without those in brackets: "(MBTs)"."""
    kept: list[Token] = []
    inside = False
    for token in tokens:
        inside = inside or token.text == "("
        if not inside and not token.is_space:
            kept.append(token)
        inside = inside and token.text != ")"
    return kept


def _number_of(goods: GoodsMention, scene: Scene) -> QuantityMention | None:
    near = (q for q in scene.quantities if q.first <= goods.first < q.last or q.head == goods.head)
    return next(near, None)


def _links(token: Token) -> bool:
    """Whether a word only joins what stands on both sides."""
    return token.lower_ in _JOINING or token.lower_ in ("as", "well")


def _opened(goods: list[GoodsMention], scene: Scene, heads: frozenset[int]) -> list[GoodsMention]:
    """Add counted goods behind a word that opens a list of them: "arms bound for X, including 40 guns"."""
    more, last = list(goods), max(m.last for m in goods)
    for mention in scene.goods:
        number = _number_of(mention, scene)
        if mention.first < last or mention in more or number is None or mention.modifier or mention.civil:
            continue
        others = [m for m in scene.goods if last <= m.first < mention.first and m not in more]
        before = [t for t in scene.doc[max(last, number.first - _OPENED) : number.first] if not t.is_space]
        if others or not before or not _opens(before):
            break
        more.append(mention)
    return _behind(more, scene, heads) if len(more) > len(goods) else more


def _opens(before: list[Token]) -> bool:
    """Whether the words right before a number open a list, or go on with what was listed."""
    words = tuple(t.lower_ for t in before)
    return any(words[-len(o) :] == o for o in _OPENING)


_OPENED = 3
_JOINING = frozenset({"and", ",", "plus", "&"})
_CLOSING = frozenset({"and", "plus", "&", "well"})
_OPENING = (
    ("including",),
    ("among", "them"),
    ("namely",),
    ("notably",),
    ("besides",),
    ("plus",),
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("alongside",),
)
"""Words that open a list of goods, or add some, in whatever clause they stand."""


def _behind(chosen: list[GoodsMention], scene: Scene, heads: frozenset[int]) -> list[GoodsMention]:
    """Add what is coordinated with the goods behind them, or listed after "including"."""
    last = max(m.last for m in chosen)
    start, stop = scene.part_of(chosen[0].head)
    more = list(chosen)
    for mention in scene.goods:
        if parted(scene.doc[mention.head], scene.actor_at):
            break
        if mention in more or mention.first < last or not start <= mention.first < stop or mention.modifier:
            continue
        between = _without_aside(_without_among(_unbracketed(scene.doc[last : mention.first])))
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

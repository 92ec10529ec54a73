"""Does a word of a sentence stand for the arms that it goes on about?"""

from __future__ import annotations

from functools import lru_cache

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

IT = frozenset({"it", "they", "them", "these", "those", "both", "all", "most", "some", "which"})
"""Pronouns for what was told of."""

THESE = (DEFINITE - {"such"}) | {"all", "each"}
"""Words before a noun that point back."""

THINGS = words_of("nouns for arms in general") | words_of("nouns for lots")
"""Nouns that stand for arms without saying which."""
_DEALS = words_of("nouns for deals over arms")


def is_arms(token: Token, scene: Scene) -> bool:
    """Whether a word stands for arms: goods by name, "them", "the vehicles"; not what carries them."""
    if token.lower_ in ("that", "which") and token.head.dep_ == "relcl":
        above = token.head.head
        return above.i in scene.goods_at or noun_lemma(above) in THINGS
    if token.lower_ in IT or token.i in scene.goods_at:
        return True
    return noun_lemma(token) in THINGS and any(c.lower_ in THESE for c in token.lefts)


def is_deal(token: Token, scene: Scene) -> bool:
    """Whether a word stands for arms or for the deal over them: "the sale", "the talks"."""
    return noun_lemma(token) in _DEALS or is_arms(token, scene)


@lru_cache(maxsize=1)
def conveyances() -> frozenset[str]:
    """Words for what carries goods: ships, planes, trains, lorries."""
    known = (e for e in load().carriage if e.kind in ("means", "vessel"))
    return frozenset({"transport"}) | frozenset(w.casefold() for e in known for w in e.words)

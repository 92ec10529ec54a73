"""Does a report tell that arms are paid for in goods, so that oil or food for them counts as well?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Category
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.vocabulary.wordlists import words_of

_EXCHANGE = words_of("words of exchange") | words_of("words of paying in kind")
_PAYING = frozenset({Category.FUEL, Category.OTHER})


def pays_in_goods(scenes: Iterable[Scene]) -> bool:
    """Whether a sentence names oil or food beside arms or troops, with a word of exchange or payment."""
    return any(_pays(scene) for scene in scenes)


def _pays(scene: Scene) -> bool:
    given = any(g.civil and g.goods.category in _PAYING for g in scene.goods)
    if not given or not any(not g.civil and not g.weak for g in scene.goods):
        return False
    return any(
        (noun_lemma(t) if t.pos_ == "NOUN" else verb_lemma(t)) in _EXCHANGE
        for t in scene.tokens
        if t.pos_ in ("NOUN", "VERB")
    )

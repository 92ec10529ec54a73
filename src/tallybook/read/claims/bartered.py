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
    """Whether a sentence names oil or food with a word of exchange or payment, and arms or troops near by."""
    armed = False
    for scene in scenes:
        arms = any(not g.civil and not g.weak for g in scene.goods)
        if (armed or arms) and _pays(scene):
            return True
        armed = arms
    return False


def _pays(scene: Scene) -> bool:
    if not any(g.civil and g.goods.category in _PAYING for g in scene.goods):
        return False
    return any(
        (noun_lemma(t) if t.pos_ == "NOUN" else verb_lemma(t)) in _EXCHANGE
        for t in scene.tokens
        if t.pos_ in ("NOUN", "VERB")
    )

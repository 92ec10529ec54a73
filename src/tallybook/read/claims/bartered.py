"""Does a report tell that arms are paid for in goods, so that oil or food for them counts as well?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Category
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.flows import Flows
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


def paid_back(event: Event, told: Flows) -> bool:
    """Whether oil goes to whom a report tells to give its giver arms; food and ore are traded anyway."""
    fuel = any(g.civil and g.goods.category is Category.FUEL for g in event.filled.goods)
    if not fuel or event.trigger.frame.name == "get" or None in (event.supplier, event.recipient):
        return False
    giver, taker = (event.end(role) for role in ENDS)
    arms = [f for f in told.told if not f.denied and not f.categories <= _PAYING]
    return any((f.supplier, f.recipient) == (taker, giver) for f in arms)


def _pays(scene: Scene) -> bool:
    if not any(g.civil and g.goods.category in _PAYING for g in scene.goods):
        return False
    return any(
        (noun_lemma(t) if t.pos_ == "NOUN" else verb_lemma(t)) in _EXCHANGE
        for t in scene.tokens
        if t.pos_ in ("NOUN", "VERB")
    )

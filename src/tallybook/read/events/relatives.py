"""Which noun does a relative pronoun stand for, also through a saying: "arms which X said Y had sent"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.scene import Scene, first_conjunct
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token

_DEPTH = 4
"""Clauses that may lie between."""


def antecedent(pronoun: Token) -> Token | None:
    """The noun on which the clause of a relative pronoun hangs."""
    if pronoun.lower_ not in ("that", "which", "whom", "who"):
        return None
    verb = pronoun.head
    for _ in range(_DEPTH):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in ("ccomp", "xcomp", "conj") or verb.head == verb:
            return None
        verb = verb.head
    return None


def goods_meant(pronoun: Token, scene: Scene) -> list[GoodsMention]:
    """The goods that a relative pronoun stands for: those of its noun, or that its noun counts."""
    noun = antecedent(pronoun)
    if noun is None:
        return []
    counted = [noun, *(c for p in noun.children if p.lower_ == "of" for c in p.children)]
    return [g for g in scene.goods if g.last <= pronoun.i and any(g.first <= t.i < g.last for t in counted)]


def joined_behind(noun: Token, trigger: Trigger) -> bool:
    """Whether goods stand behind a clause on others, joined to these: "jets, which it got, and tanks"."""
    head = trigger.head
    if head.dep_ != "relcl" or noun.dep_ != "conj" or noun.i < head.i:
        return False
    first = first_conjunct(noun)
    return first == head.head and not head.is_ancestor(noun)


def one_of(noun: Token) -> Token:
    """What is one of several that a pronoun stands for: the jet in "the last jet of those promised by X"."""
    several = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "among")
    return noun.head.head if several and noun.lower_ in ("those", "these", "ones") else noun

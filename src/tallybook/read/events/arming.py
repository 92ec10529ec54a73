"""Does somebody arm others whom the words leave unnamed: "denies that it arms either side"?"""

from __future__ import annotations

from tallybook.model import Category
from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Doc
from tallybook.vocabulary.wordlists import words_of

_FIGHTERS = words_of("nouns for who fights")
_ARMING = frozenset({"arm", "rearm"})
_EQUIPPING = frozenset({"equip", "furnish", "outfit", "provision", "resupply", "supply"})


def arms_somebody(filled: Filled) -> bool:
    """Whether what stands as the object of "arm" fights, so that it gets the arms, whoever it is."""
    other, trigger = filled.other_object, filled.trigger
    if other is None or trigger.hit.form != "verb" or verb_lemma(trigger.head) not in _ARMING:
        return False
    own = any(c.dep_ == "poss" or c.lower_ in ("own", "itself") for c in other.lefts)
    return noun_lemma(other) in _FIGHTERS and not own


def is_armed(goods: GoodsMention, filled: Filled, doc: Doc) -> bool:
    """Whether troops are not what is given but who gets it: "armed its soldiers"."""
    head, verb = doc[goods.head], filled.trigger.head
    if goods.goods.category is not Category.TROOPS or head.head != verb or head.dep_ != "dobj":
        return False
    if filled.trigger.frame.name in ("arm", "arrive"):
        return True  # "armed the fighters", "reached the fighters"
    named = any(k.token == head and k.role == "recipient" for k in filled.links)
    given = any(c.lower_ == "with" for c in verb.children)
    return verb_lemma(verb) in _EQUIPPING and (named or given)

"""Which ships and planes are no goods but only carry some?"""

from __future__ import annotations

from tallybook.model import Category
from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ARMED = words_of("words for armed transport")
_FREIGHT = words_of("words for transport of goods")
_LOTS = frozenset(
    {"batch", "tranche", "delivery", "consignment", "shipment", "first", "second", "third", "last"}
)
_BY = frozenset({"in", "by", "aboard", "on", "inside", "via", "with"})
_DEALT = frozenset({"buy", "deliver", "donate", "lease", "order", "promise", "purchase", "receive", "sell"})
"""Verbs that make a ship or plane in whose clause they stand the goods: "the submarine it ordered"."""

_MAKING = words_of("verbs of making")
_HOLDING = frozenset({"carry", "bring", "haul", "ferry", "transport", "load", "lade", "pack"})
_STEERING = frozenset({"fly", "drive", "sail", "pilot", "steer"})
_AWAY = frozenset({"to", "into", "from", "home", "across", "over", "out"})
_MEANT = frozenset({"mean", "intend", "earmark", "destine"})


def only_carries(mention: GoodsMention, scene: Scene, parties: Parties, trigger: Trigger) -> bool:
    """Whether "plane", "ship" and the like are no goods but what carries some."""
    noun = scene.doc[mention.head]
    if _rides(mention, noun, trigger) and not _supplied(noun, trigger, parties):
        return True
    if mention.goods.designation is not None or not parties.carries(noun):
        return False
    if mention.craft or _is_hauled(noun, parties):
        moves = _loaded(trigger.head, scene) or _only_steered(noun)
        return _laden(noun, scene) or (mention.craft and moves)
    words = {t.lower_ for t in scene.doc[mention.first : mention.last]}
    if (words & _ARMED or _in_lot(noun)) and not words & _FREIGHT:
        return False
    if mention.weak and mention.head in parties.at:
        return True
    if _laden(noun, scene):
        return True
    if _bought(noun):
        return False
    if _handed_over(noun, trigger) or (
        _one_of_those_due(noun) and not (words & _FREIGHT or _brings(trigger.head))
    ):
        return False
    counted = any(c.dep_ == "nummod" for c in noun.lefts)
    counted = counted or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num)
    foreign = mention.head in parties.origin and not mention.weak and not words & _FREIGHT
    if trigger.frame.name == "arrive" and counted and (foreign or _still_to_come(trigger.head)):
        return bool(words & _FREIGHT) or _brings(trigger.head)
    carried = trigger.frame.name in ("arrive", "come", "pass", "carry", "seize", "unload", "bound", "found")
    carried = carried or trigger.frame.name in ("hold", "aboard", "load")
    counted = counted or trigger.frame.name in ("seek", "ordered", "request")
    return carried or (not counted and any(c.lower_ in ("the", "that", "this") for c in noun.lefts))


def _is_hauled(noun: Token, parties: Parties) -> bool:
    """Whether cars, boats or planes are themselves the load: "the ship brought 40 pickup trucks to X"."""
    verb = noun.head
    if noun.dep_ == "nsubjpass":
        doers = [t for c in verb.children if c.dep_ == "agent" or c.lower_ in _BY for t in c.children]
    else:
        doers = [c for c in verb.children if c.dep_ == "nsubj"] if noun.dep_ == "dobj" else []
    return verb_lemma(verb) in _HOLDING | {"deliver", "land", "unload", "take"} and any(
        parties.carries(t) for t in doers
    )


def _loaded(verb: Token, scene: Scene) -> bool:
    """Whether who arrives has arms in it: "the planes landed with shells", not "together with them"."""
    withs = [c for c in verb.children if c.lower_ in ("with", "carrying")]
    alone = [c for c in withs if not any(t.dep_ == "advmod" for t in c.lefts)]
    alone = [c for c in alone if verb.doc[c.i - 1].lower_ not in ("together", "along")]
    return any(t.i in scene.goods_at for c in alone for t in c.children)


def _only_steered(craft: Token) -> bool:
    """Whether somebody flies, sails or drives a craft nowhere: "pilots have flown the aircraft"."""
    verb = craft.head
    away = any(c.lower_ in _AWAY for c in verb.children)
    return craft.dep_ == "dobj" and verb_lemma(verb) in _STEERING and not away


def _one_of_those_due(noun: Token) -> bool:
    """Whether planes or ships are told of by their rank, as of several that are due: "the first planes"."""
    lefts = {c.lower_ for c in noun.lefts}
    return noun.tag_ == "NNS" and "the" in lefts and bool(lefts & _RANKED)


_RANKED = frozenset({"first", "last", "remaining", "next", "other", "final"})


def _still_to_come(verb: Token) -> bool:
    """Whether an arrival lies ahead, as of what was ordered: "four aircraft will reach X"."""
    return any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ == "to") for c in verb.children)


def _brings(verb: Token) -> bool:
    """Whether who arrives has something with him: "will land with shells"."""
    return any(c.dep_ == "prep" and c.lower_ in ("with", "carrying") for c in verb.children)


def _rides(mention: GoodsMention, noun: Token, trigger: Trigger) -> bool:
    """Whether goods travel in a plane or a ship of a type: "flown to Ruritania in a C-17", "by Il-76"."""
    by = noun.dep_ == "pobj" and noun.head.lower_ in _BY and noun.head.head == trigger.head
    means = mention.goods.category in (Category.AIRCRAFT, Category.SHIPS)
    return by and means and trigger.frame.name in ("carry", "give", "arrive", "come", "bound", "load", "left")


def _supplied(noun: Token, trigger: Trigger, parties: Parties) -> bool:
    """Whether somebody is supplied with it: "provided Ruritania with a submarine"."""
    taken = (c for c in trigger.head.children if c.dep_ in ("dobj", "dative", "nsubjpass"))
    return noun.head.lower_ == "with" and any(c.i in parties.at for c in taken)


def _in_lot(noun: Token) -> bool:
    """Whether planes or ships are what a lot is made up of: "a batch of six aircraft"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun_lemma(noun.head.head) in _LOTS


def _handed_over(noun: Token, trigger: Trigger) -> bool:
    """Whether ships or planes are what is given or taken: "the aircraft were delivered", "got the ships"."""
    if trigger.frame.name == "bound" and trigger.head.lemma_ in _MEANT:
        return noun.dep_ == "nsubjpass" and noun.head in (trigger.head, trigger.head.head)
    if trigger.frame.name == "kept":
        return True
    if noun.head != trigger.head:
        return False
    if noun.dep_ == "nsubjpass":
        return trigger.frame.name in ("give", "withhold")
    taken = trigger.frame.name in ("give", "get", "withhold") and trigger.word.name != "send"
    return noun.dep_ == "dobj" and taken


def _bought(noun: Token) -> bool:
    """Whether ships or planes are told to have been ordered: "six boats on order", "two jets bought"."""
    ordered = any(t.lower_ == "order" for p in noun.children if p.lower_ == "on" for t in p.children)
    return ordered or any(c.dep_ in ("acl", "relcl") and c.lemma_ in _DEALT for c in noun.children)


def _laden(carrier: Token, scene: Scene) -> bool:
    """Whether a ship or plane is told of only with what is in it: "two planes with tents"."""
    laden = [c for p in carrier.children if p.lower_ in ("with", "of", "carrying") for c in p.children]
    behind = [v for v in carrier.children if v.dep_ == "acl" and verb_lemma(v) not in _DEALT | _MAKING]
    if any(c.i in scene.goods_at for v in behind if verb_lemma(v) in _HOLDING for c in v.subtree):
        return True
    laden += [c for v in behind for p in v.children for c in (p, *p.children)]
    return any(c.pos_ == "NOUN" and c.i not in scene.goods_at and c.tag_ == "NNS" for c in laden)

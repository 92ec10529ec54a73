"""What is a transfer worth, and how many takers has it?"""

from __future__ import annotations

from tallybook.model import Category
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.standing import CURRENCY_NOUNS, verb_of_content
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_AMOUNTING = words_of("verbs by which sums rise and fall")
"""Verbs by which the worth of deliveries is told: "aid to X now amounts to 800 million euros"."""


def how_worth(mention: QuantityMention, event: Event, scene: Scene) -> int | None:
    """By how many steps a sum of money is the worth of this deal or of its goods, if it is."""
    start, stop = scene.part_of(event.trigger.head.i)
    if not start <= mention.first < stop:
        return None
    token = scene.doc[mention.last - 1]
    mine = {event.trigger.head.i, *(t.hit.token for t in event.turns)}
    mine |= {g.head for g in event.filled.goods} | {f.trigger.head.i for f in event.absorbed}
    verb = verb_of_content(event.trigger)
    mine |= {verb.i} if verb is not None else set()
    head = event.trigger.head
    if head.dep_ in ("acl", "relcl", "xcomp") and head.head.dep_ == "attr":  # "was the first to buy X for Y"
        mine |= {head.head.i, head.head.head.i}
    things = [head, *(scene.doc[g.head] for g in event.filled.goods if head.doc is scene.doc)]
    mine |= {t.head.i for t in things if t.dep_ == "nsubj" and t.head.lemma_ in _AMOUNTING}
    mine |= {t.head.i for t in things if sums_up(t)}
    for steps in range(CLIMB_LIMIT):
        if token.i in mine:
            return steps
        if token.head == token or token.lower_ == "under":
            return None
        token = token.head
    return None


def worth_of(event: Event, scene: Scene) -> QuantityMention | None:
    """The sum of money that is tied to a transfer most closely."""
    sums = [q for q in scene.quantities if q.what == "money"]
    tied = [
        (_was_before(q, scene), steps, q.first, q)
        for q in sums
        if (steps := how_worth(q, event, scene)) is not None
    ]
    return min(tied, key=lambda found: found[:3])[3] if tied else None


def _was_before(mention: QuantityMention, scene: Scene) -> bool:
    """Whether it only tells what the worth was once: "from 2 million it climbed to 135 million"."""
    return any(t.lower_ == "from" for t in scene.doc[max(0, mention.first - 2) : mention.first])


def is_total(event: Event) -> bool:
    """Whether all that somebody sells or buys is summed up: "exports climbed to 7 billion", "doubled"."""
    noun = event.trigger.head
    if noun.lower_ not in ("exports", "imports", "sales") or noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    verb, pointing = noun.head, {c.lower_ for c in noun.lefts} & _POINTING
    general = all(g.goods.category is Category.UNSPECIFIED for g in event.filled.goods)
    if pointing - _WHOSE or (pointing and not general):
        return False
    behind = [t for c in verb.children if c.i > verb.i and c.dep_ in _SAID_OF_SUMS for t in c.subtree]
    sums = any(t.is_currency or t.text == "%" or t.lower_ in _SUMS for t in behind)
    if noun.dep_ == "dobj":
        return sums and verb.lemma_ in _PUTTING and any(c.lower_ == "at" for c in verb.children)
    moved = verb.lemma_ == "go" and any(c.lower_ in ("up", "down") for c in verb.children)
    return (sums and (moved or verb.lemma_ in _AMOUNTING)) or verb.lemma_ in _MULTIPLYING


def sums_up(goods: Token) -> bool:
    """Whether all that was given is summed up in money: "its military aid comes to $5 billion"."""
    verb = goods.head
    if goods.dep_ == "dobj":
        put = verb.lemma_ in _PUTTING
        return put and any(c.lower_ == "at" and _is_money(c) for c in verb.children if c.i > goods.i)
    if goods.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in (*_SAID_OF_SUMS, "acomp")]
    if verb.lemma_ == "be":
        behind = [c for c in behind if c.lower_ == "worth" or c.dep_ in ("prep", "advmod")]
    passive = goods.dep_ == "nsubjpass" and verb.lemma_ in _PUTTING
    told = passive or verb.lemma_ in _AMOUNTING | {"be"}
    return told and any(_is_money(c) for c in behind)


def _is_money(phrase: Token) -> bool:
    """Whether a phrase names a sum: "at 9 billion euros", not "by 4 per cent"."""
    if phrase.lower_ in ("by", "from", "since", "in"):
        return False
    words = list(phrase.subtree)
    return any(t.like_num for t in words) and any(
        t.is_currency or noun_lemma(t) in CURRENCY_NOUNS for t in words
    )


_POINTING = frozenset({"the", "these", "those", "such", "its", "their"})
_WHOSE = frozenset({"its", "their"})
_SAID_OF_SUMS = frozenset({"prep", "dobj", "attr", "npadvmod", "advmod", "nummod"})
_SUMS = frozenset(
    {"million", "billion", "trillion", "bn", "crore", "lakh", "percent", "cent", "fold", "tenfold", "record"}
)
_PUTTING = frozenset({"put", "estimate", "value", "assess"})
_MULTIPLYING = frozenset({"double", "treble", "triple", "quadruple", "skyrocket"})


_TAKERS = frozenset({"countries", "states"})


def counts_takers(mention: QuantityMention, event: Event, scene: Scene) -> bool:
    """Whether takers are counted where goods are not: "exports hardware to some 85 countries"."""
    if mention.head is None or mention.quantity.unit not in _TAKERS or mention.quantity.max == 1:
        return False  # "to one country only, Ruritania"
    to = scene.doc[mention.head].head
    return to.lower_ == "to" and to.head in (event.trigger.head, *event.trigger.head.ancestors)

"""Is enough known of what a sentence tells for it to be a transfer?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Category, Stage
from tallybook.read.claims.barred import only_possible
from tallybook.read.claims.home import stays_home
from tallybook.read.clauses.certainty import Found
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.everyday import is_on_the_way
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, comes_along, shows_at_work
from tallybook.read.clauses.stages import modal_of, read_stage
from tallybook.read.clauses.standing import says_more
from tallybook.read.clauses.ties import CHAINED
from tallybook.read.events.anaphors import counts, is_lot
from tallybook.read.events.lots import is_meant
from tallybook.read.mentions.goods import GoodsMention
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ON_BOARD = words_of("places on the way")
"""Words for where goods are found that were on their way."""

_TEACHING = words_of("verbs of teaching")
_WHEN = words_of("prepositions of time")
_FLYING = frozenset({Category.MISSILES, Category.ROCKETS, Category.DRONES, Category.ARTILLERY_AMMUNITION})
"""Goods of which one says how far they reach."""

_LOTS = words_of("nouns for lots")
_CLOSED = frozenset({"place", "sign", "conclude", "award", "agree", "clinch", "seal", "ink"})
"""What is done to an order or a contract."""

_MOTION = words_of("plain verbs of motion")


def is_transfer(event: Event, hedges: tuple[Found, ...], *, armed: bool) -> bool:
    """Whether enough is known of a flow: both ends, or one that the words themselves put there.

    Args:
        event: what the sentence tells, its open ends filled where they can be.
        hedges: those of the sentence.
        armed: the report has named arms so far, so that a pronoun can mean some.
    """
    ends = [link for link in (event.supplier, event.recipient) if link is not None]
    goods = [g for g in event.filled.goods if not g.civil or event.trigger.word.name == "pay in kind"]
    if (event.filled.goods and not goods) or _helps_people(event, goods) or stays_home(event, goods):
        return False
    if _only_shown(event) or _own_use(event) or _by_chance(event, goods, ends) or only_possible(event):
        return False
    if event.filled.anaphor is not None and not armed and not _told(ends):
        return False
    if event.trigger.frame.name == "giver" and not goods and not armed:
        return False
    if len(ends) == 2:
        return _both_ends(event, goods, _told(ends), hedges)
    return _one_end(event, goods, ends[0], armed=armed)


def _told(ends: list[Link]) -> list[Link]:
    return [link for link in ends if link.slot != "discourse"]


def _flown_by_owner(event: Event) -> bool:
    """Whether aircraft that are shot down are called by who flies them, not by who made them."""
    origin, goods = event.filled.origin, event.filled.goods
    manned = bool(goods) and all(g.goods.category is Category.AIRCRAFT for g in goods)
    return manned and origin is not None and origin.form != "made"


def _helps_people(event: Event, goods: list[GoodsMention]) -> bool:
    """Whether soldiers come with relief: "sent soldiers, rescuers and medicine"."""
    relief = any(g.civil for g in event.filled.goods)
    return relief and all(g.goods.category is Category.TROOPS for g in goods)


def _own_use(event: Event) -> bool:
    """Whether a use is only a purpose ("that will be used to ..."), or one's own goods in one's own war."""
    if event.trigger.frame.name == "downed":
        return _flown_by_owner(event)
    if event.trigger.frame.name != "use":
        return False
    head, noun = event.trigger.head, event.trigger.hit.form == "noun"
    if any(c.lower_ == "can" and c.dep_ == "aux" for c in head.children) and not event.filled.goods:
        return True
    if head.dep_ in ("relcl", "acl", "advcl") and modal_of(event.trigger, ()) is not None:
        return True
    if head.dep_ in ("xcomp", "advcl") and verb_lemma(head.head) in _TEACHING and head.tag_ == "VB":
        return True
    if noun and head.dep_ == "pobj" and head.head.lower_ in ("for", "in", "during", "after"):
        return head.lower_ != "use" or head.head.lower_ != "in" or not event.filled.goods
    giver, taker = event.supplier, event.recipient
    owned = any(c.dep_ == "poss" for g in event.filled.goods for c in head.doc[g.head].lefts)
    if owned and giver is not None and giver.slot == "discourse":
        return True  # "fired its missiles"
    targets = {k.name for k in event.links if k.role == "target"}
    if taker is not None and taker.slot == "discourse" and taker.name in targets:
        return True
    return noun and taker is not None and taker.slot == "discourse"


def _by_chance(event: Event, goods: list[GoodsMention], ends: list[Link]) -> bool:
    """Whether an everyday word stands without what would make it one of transfer."""
    frame, head, told = event.trigger.frame.name, event.trigger.head, _told(ends)
    if frame == "arrive" and _in_range(head, goods):
        return True
    if frame in LISTING:
        return shows_at_work(head)
    if frame == "left" and event.trigger.passive:
        return True
    if frame in HOLDING and goods and all(g.goods.category is Category.TROOPS for g in goods):
        return True
    if frame == "deal" and not goods:
        return any(c.lower_ == "no" for c in head.lefts)
    if frame == "found" and not told and event.filled.origin is None:
        return not {t.lower_ for t in head.sent} & _ON_BOARD
    if frame == "come":
        known = any(not g.weak for g in goods) or _definite(goods, event) or comes_along(head)
        whole = len(ends) == 2 and known and _plain_coming(head)
        anaphor = event.filled.anaphor
        more = len(ends) == 2 and anaphor is not None and (counts(anaphor) or is_lot(anaphor))
        whole = whole or (more and _plain_coming(head))
        return not (whole or any(link.slot in ("from", "out") for link in told) or _planned(event))
    return False


def _plain_coming(verb: Token) -> bool:
    """Whether "came" says no more than when: not "came under fire", "came as a surprise"."""
    along = comes_along(verb)
    return all(
        c.lower_ in _WHEN or (along and c.lower_ in ("with", "alongside"))
        for c in verb.children
        if c.dep_ == "prep"
    )


def _planned(event: Event) -> bool:
    reading = read_stage(event.trigger, event.turns, asks=False, promised=False, own_wish=False)
    return reading.stage is Stage.PLANNED


def _of_something_else(noun: Token) -> bool:
    """Whether a deal or a permit is told to be with or for something that is neither arms nor a party."""
    if any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in noun.children):
        return True
    behind = [t for p in noun.children if p.lower_ in ("with", "for", "on", "about") for t in p.children]
    others = [t for t in behind if t.dep_ == "pobj" and t.pos_ in ("NOUN", "PROPN") and not _sum(t)]
    return any(noun_lemma(t) not in _LOTS for t in others)


def _sum(noun: Token) -> bool:
    return any(t.like_num or t.is_currency for t in noun.subtree)


def _both_ends(event: Event, goods: list[GoodsMention], told: list[Link], hedges: tuple[Found, ...]) -> bool:
    head, noun = event.trigger.head, event.trigger.hit.form == "noun"
    if says_more(event.trigger) and not goods and not told and noun and _of_something_else(head):
        return False
    given = noun and head.dep_ == "attr" and any(g.head < head.i for g in goods) and _definite(goods, event)
    given = given or (noun and any(verb_lemma(c) in _CLOSED for c in head.children if c.tag_ == "VBN"))
    denied = given or any(h.hedge.name == "no sign" and h.first < head.i for h in hedges)
    if noun and not told and not event.turns and not denied and not says_more(event.trigger):
        return False
    vague = bool(goods) and all(g.weak for g in goods) and not _definite(goods, event)
    if vague and len(told) < 2 and (event.trigger.word.weak or not any(k.slot == "origin" for k in told)):
        return False
    listing = event.trigger.frame.name in LISTING and event.trigger.word.name != "bring to"
    if (
        (event.trigger.frame.name in HOLDING and vague)
        or (listing and vague)
        or (event.trigger.frame.name == "swap" and all(g.weak and not g.civil for g in goods))
    ):
        return False
    counted = event.filled.anaphor is not None and counts(event.filled.anaphor)
    carried = any(link.slot in ("to", "into", "onto", "from", "for") for link in told)
    if event.trigger.frame.name == "carry" and not carried and event.filled.anaphor is None:
        return head.dep_ == "csubj" or _definite(goods, event)
    going = event.trigger.frame.name == "arrive" and head.lemma_ in _MOTION and not comes_along(head)
    if going and not told and not counted:
        return False
    return bool(told or event.filled.anaphor is not None or goods or noun)


def _definite(goods: list[GoodsMention], event: Event) -> bool:
    doc = event.trigger.head.doc
    return any(is_meant(g, doc) for g in goods)


def _in_range(verb: Token, goods: list[GoodsMention]) -> bool:
    """Whether what flies is only said to reach so far: "missiles which reach targets in Ruritania"."""
    flies = bool(goods) and all(g.goods.category in _FLYING for g in goods)
    now = verb.tag_ in ("VB", "VBP", "VBZ") and not any(c.lower_ in ("to", "will") for c in verb.children)
    counted = any(t.lower_ in _LOTS or t.like_num for g in goods for t in verb.doc[g.head].lefts)
    return flies and verb.lemma_ == "reach" and now and not counted


def _only_shown(event: Event) -> bool:
    """Whether something new is shown or announced to nobody: "unveiled a new missile"."""
    shown = str(event.trigger.head.lemma_).lower() in ("unveil", "announce", "reserve", "earmark")
    to_nobody = event.recipient is None or (
        event.trigger.head.lemma_ == "unveil" and event.recipient.slot == "discourse"
    )
    return shown and to_nobody and event.trigger.hit.form == "verb"


def _one_end(event: Event, goods: list[GoodsMention], end: Link, *, armed: bool) -> bool:
    frame, noun = event.trigger.frame.name, event.trigger.hit.form == "noun"
    anaphor = event.filled.anaphor is not None
    if (anaphor and not goods and not armed) or (noun and not goods):
        return False
    asked = armed and frame == "seek" and _definite(goods, event)
    if not anaphor and all(g.weak for g in goods) and not asked:
        return False
    if frame in ("seek", "get", "ordered") and event.recipient is None and not noun:
        return False
    if frame in ("use", "carry", "pass", "contain", "downed", "aid", "swap"):
        return False
    if frame in LISTING or event.trigger.word.name == "will have":
        return False
    if frame in HOLDING:
        return end.slot in ("from", "to", "for")
    if frame in ("come", "arrive", "bound"):
        near = end.slot in ("from", "to", "object", "for", "into")
        return near and end.score >= CHAINED and bool(event.filled.goods)
    caught = frame == "seize" and end.slot == "origin" and is_on_the_way(event.trigger.head)
    return caught or end.slot not in ("origin", "discourse")

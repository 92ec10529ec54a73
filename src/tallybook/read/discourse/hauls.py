"""What does a sentence find in a haul that was told of before: "Under the rice lay 40 missiles"?

Such a sentence has no word of transfer. Somebody opens, counts or lays out what was caught, a crate holds
it, or it lies, stands or comes to light there; and nobody is named but those between whom the arms went.
"""

from __future__ import annotations

from typing import NamedTuple

from tallybook.model import Claim, Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.listed import Lot
from tallybook.read.events.details import counted_lots
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

BACK = 3
"""How many sentences before it the haul, or what was found in it last, may have been told."""

_FINDING = words_of("verbs of going through a haul")
_HOLDING = words_of("verbs by which something holds a haul")
_LYING = words_of("verbs of lying in a haul")
_SAYING = words_of("verbs that close what is said")
_INSIDE = words_of("what holds goods on the way") | words_of("places in what is searched")
_WHOLES = words_of("wholes of lots") | _INSIDE
_POINTING = words_of("pronouns for what holds goods") | words_of("words for one of several lots")
_WARSHIPS = words_of("ships that bear a name")
_ELSEWHEN = words_of("words that set another time apart")
_WHERE = frozenset(
    {"in", "under", "beneath", "behind", "among", "amid", "below", "inside", "beside", "aboard", "between"}
) | {"on", "within", "underneath", "amongst", "from", "next", "alongside", "off"}
_DENYING = words_of("words that deny") | {"?", "if", "none", "nothing", "whether"}
_ASIDE = frozenset({"outlet", "person"})
_MADE = frozenset({"made", "origin"})
_NOT_TOLD = frozenset({"headline", "caption", "heading"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_CLIMB = 8
_ABOARD = HOLDING | {"carry", "load", "found"}


class Haul(NamedTuple):
    """A haul: its transfer, the sentence of it or of what was found in it last, and its stage."""

    event: Event
    scene: Scene
    stage: Stage | None


def haul_of(told: Haul, claim: Claim, before: Haul | None) -> Haul | None:
    """The haul in which more may be found once ``claim`` is told: its own, or the one ``before`` it.

    What is told of the same voyage does not end the search of what was caught on it.
    """
    frame, stage = told.event.trigger.frame.name, claim.stage
    goes_on = before is not None and any(_meet(told.event, before.event, role) for role in ENDS)
    if claim.negated or stage not in (Stage.SEIZED, Stage.SHIPPED, Stage.DELIVERED):
        return before if goes_on else None
    if stage is Stage.SEIZED or frame in _ABOARD:
        return told
    return before if goes_on else told if frame == "unload" else None


def _meet(event: Event, other: Event, role: str) -> bool:
    return event.end(role) is not None and event.end(role) == other.end(role)


def haul_lots(scene: Scene, event: Event) -> list[Lot]:
    """The lots that a sentence without a word of transfer finds in the haul that ``event`` told of."""
    if scene.sentence.kind in _NOT_TOLD or not scene.words.isdisjoint(_DENYING | _ELSEWHEN):
        return []
    goods = [g for g in scene.goods if not (g.modifier or g.civil)]
    goods = [g for g in goods if noun_lemma(scene.doc[g.head]) not in _WARSHIPS]  # they catch it
    if all(g.weak for g in goods) or not _names_nobody_else(scene, event):
        return []
    verbs = [t for t in scene.tokens if _makes_clause(t)]
    if not all(_goes_through(v, scene, event) for v in verbs) or not verbs:
        return []
    found = [g for g in goods if _is_new(g, scene) and _is_found(g, scene)]
    if not found or all(g.weak for g in found):
        return []
    return _lots(scene, found)


def _lots(scene: Scene, goods: list[GoodsMention]) -> list[Lot]:
    """One lot for each number, with what stands behind it; what stands before the first is one of its own."""
    pairs = [(q, g) for q, g in counted_lots(scene, goods) if g]
    first = min((min(q.first, g[0].first) for q, g in pairs), default=scene.sentence.last)
    before = [g for g in goods if g.first < first]
    if before and pairs and _is_of(scene.doc[pairs[0][1][0].head], before[-1].head):
        quantity, own = pairs[0]
        pairs[0], before = (quantity, [before[-1], *own]), before[:-1]  # "the engines of two missiles"
    lots = [Lot(before[0].first, before[-1].last, None, before)] if before else []
    return lots + [
        Lot(min(q.first, g[0].first), max(q.last, g[-1].last), q, g)
        for q, g in pairs
        if not all(m.weak for m in g)
    ]


def _is_of(noun: Token, over: int) -> bool:
    """Whether a noun hangs with "of" on the one at a token, by itself or by a number of it."""
    for _ in range(_CLIMB):
        if noun.i == over or noun.head == noun:
            return noun.i == over
        if noun.dep_ not in ("pobj", "prep", "compound", "amod", "nmod"):
            return False
        noun = noun.head
    return False


def _makes_clause(token: Token) -> bool:
    """Whether a token is the verb of a clause of its own, and not one that only says who tells."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in _CLAUSES:
        return False
    tensed = token.tag_ in TENSED or any(c.tag_ in TENSED for c in token.children if "aux" in c.dep_)
    return tensed and verb_lemma(token) not in _SAYING - _HOLDING


def _goes_through(verb: Token, scene: Scene, event: Event) -> bool:
    """Whether a verb finds, holds or is what lies in the haul, and not by an end of the transfer."""
    lemma = verb_lemma(verb)
    seen = any(c.lower_ == "could" for c in verb.children) and lemma == "see"
    if any(c.tag_ == "MD" for c in verb.children) and not seen:
        return False
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    ends = {event.end(role) for role in ENDS}
    if any(a.first <= s.i < a.last and end_point(a) in ends for s in subjects for a in scene.actors):
        return False
    if lemma in _FINDING:
        return True
    if lemma in _HOLDING and all(_may_hold(s, scene) for s in subjects):
        return True
    return lemma in _LYING and all(_may_lie(s, scene) for s in subjects)


def _may_hold(subject: Token, scene: Scene) -> bool:
    if noun_lemma(subject) in _WARSHIPS:
        return False  # "the frigate has four guns": it is what caught the others
    if subject.lower_ in _POINTING or subject.like_num or noun_lemma(subject) in _WHOLES:
        return True
    counted = [t for p in subject.children if p.lower_ == "of" for t in p.children]
    goods = scene.goods_at.get(subject.i)
    carries = goods is not None and any(t.lower_ in DEFINITE for t in subject.lefts)
    return carries or any(noun_lemma(t) in _WHOLES for t in counted)


def _may_lie(subject: Token, scene: Scene) -> bool:
    if subject.dep_ == "expl" or subject.i in scene.goods_at or subject.like_num:
        return True
    if _may_hold(subject, scene) or any(q.first <= subject.i < q.last for q in scene.quantities):
        return True
    return any(t.i in scene.goods_at for p in subject.children if p.lower_ == "of" for t in p.children)


def _names_nobody_else(scene: Scene, event: Event) -> bool:
    """Whether only the two ends, makers of goods and those who tell or search are named."""
    ends = {event.end(role) for role in ENDS}
    makers = {g.first for g in scene.goods} | {g.first - 1 for g in scene.goods}
    others = (a for a in scene.actors if a.kind not in _ASIDE and a.form not in _MADE)
    return all(end_point(a) in ends or a.first in makers or _searches(a, scene) for a in others)


def _searches(actor: ActorMention, scene: Scene) -> bool:
    """Whether who is named only tells, finds, or qualifies whoever does."""
    token = scene.doc[actor.last - 1]
    for _ in range(_CLIMB):
        if token.dep_ in SUBJECTS:
            verb = verb_lemma(token.head)
            return verb in _SAYING or verb in _FINDING
        if token.dep_ == "pobj" and token.head.lower_ in ("to", "by"):
            return token.head.lower_ == "by" or token.head.head.lower_ == "according"
        if token.head == token or token.pos_ == "VERB":
            return False
        token = token.head
    return False


def _is_new(goods: GoodsMention, scene: Scene) -> bool:
    """Whether goods are told of for the first time: with a number, or in the plural without "the"."""
    noun = scene.doc[goods.head]
    if any(q.first <= goods.head < q.last or q.head == goods.head for q in scene.quantities):
        return True
    if any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in noun.lefts):
        return any(
            p.lower_ == "of" and any(c.like_num for t in p.children for c in t.lefts) for p in noun.children
        )
    return noun.tag_ in ("NNS", "NNPS") or any(t.lower_ in ("a", "an") for t in noun.lefts) or not goods.weak


def _is_found(goods: GoodsMention, scene: Scene) -> bool:
    """Whether goods are what is found, held or lies there, and the haul is pointed at or they are counted."""
    token = scene.doc[goods.head]
    for _ in range(_CLIMB):
        if token.dep_ in ("acl", "relcl", "advcl") or (token.pos_ == "VERB" and token.i != goods.head):
            return False
        if token.dep_ in SUBJECTS or token.dep_ in ("dobj", "attr", "oprd", "ROOT"):
            break
        token = token.head
    counted = any(q.head == goods.head or q.first <= goods.head < q.last for q in scene.quantities)
    return counted or _points_into(scene)


def _points_into(scene: Scene) -> bool:
    """Whether a sentence names something that was searched, or a place in it: "behind them", "the bow"."""
    if any(noun_lemma(t) in _INSIDE for t in scene.tokens if t.pos_ in ("NOUN", "PROPN")):
        return True
    return any(
        t.lower_ in _POINTING | {"those", "this"} and t.dep_ == "pobj" and t.head.lower_ in _WHERE | {"to"}
        for t in scene.tokens
    )

"""Which figure does a clause put on what was told before, whatever else its sentence tells?

"They put the price at $40 million", "the load weighed 60 tonnes", "a deal that comes to $7 million":
a verb of setting or having a figure stands between the figure and a word that points back at the haul, the
deal, the goods or their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tallybook.model import Stage
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.pricing import PRICES
from tallybook.read.clauses.scene import Scene
from tallybook.read.discourse.numbered import Number, Numbered
from tallybook.read.discourse.stretches import DEALS, FIGURES, LOTS, counts_out
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_SETTING = words_of("verbs of setting a figure")
_HAVING = words_of("verbs of having a figure")
_IT = words_of("pronouns for what was told of")
_WHICH = frozenset({"which", "that"})
_PRICED = frozenset({"value", "price", "cost", "estimate", "put", "quote", "total", "exceed", "amount"})
_LEADING = frozenset(
    {"at", "to", "as", "by", "over", "around", "about", "between", "nearer", "worth", "up", "above"}
)
_DENYING = words_of("words that deny") | {"if", "whether"}
_RAISING = frozenset({"bring", "take", "raise", "lift", "push"})
_MAKING = frozenset({"make", "leave"})
_EACH = frozenset({"each", "apiece", "per", "every"})
_COUNTING = words_of("verbs of counting goods")
_DEALT = frozenset({Stage.AGREED, Stage.APPROVED, Stage.PLEDGED, Stage.OFFERED, Stage.SOUGHT})
_CLIMB = 6
_NEAR = 16
WAIT = 2
REACH = 9
"""How many sentences back the transfer told last may lie, and one that the words point at."""


class Restated(NamedTuple):
    """A figure that a clause puts on what was told, and the transfer that it is put on."""

    number: Number
    event: Event


class Told(NamedTuple):
    """A transfer that was told before, and in which sentence."""

    event: Event
    scene: int


def restated_numbers(scene: Scene, told: Sequence[Told], *, plain: bool) -> list[Restated]:
    """The figures that clauses put on one of the transfers ``told`` before, in order.

    Args:
        scene: the sentence.
        told: the transfers told so far, the last of them last; at least one.
        plain: the sentence tells of no transfer itself.
    """
    if scene.sentence.kind == "heading":
        return []
    whole = Numbered(scene, told[-1].event, scene.sentence.first, scene.sentence.last)
    found: list[Restated] = []
    for verb in scene.tokens:
        if verb.pos_ not in ("VERB", "AUX") or _is_denied(verb):
            continue
        counted = (_counted_thing(verb, scene) or _mentioned_thing(verb, scene)) if plain else None
        point = counted or _pointed(verb, whole)
        fitting = _fitting(told, verb, scene) if counted else told
        event = _meant_event(point, scene, fitting) if point is not None and fitting else None
        if point is None or event is None or _is_elsewhere(point, scene, event):
            continue
        if counted is not None:
            found += [Restated(n, event) for n in _numbers_of(counted, scene)]
            continue
        for first, last in _places(verb, point):
            numbers = _numbers(scene, event, first, last, priced=noun_lemma(point) in PRICES)
            if numbers and not _EACH & {t.lower_ for t in scene.doc[first : last + 1]}:
                found.append(Restated(_worded(numbers[0], verb, point), event))
                found += [Restated(n, event) for n in numbers[1:] if n.quantity.head is not None]
                break
    return found


def _fitting(told: Sequence[Told], verb: Token, scene: Scene) -> list[Told]:
    """The transfers between whom a sentence names, but for who counts."""
    tellers = {t.i for c in verb.lefts for t in c.subtree}
    named = {end_point(a) for a in scene.actors if a.first not in tellers and a.kind in ("state", "group")}
    return [t for t in told if named <= {t.event.end(role) for role in ENDS}]


def _numbers_of(thing: Token, scene: Scene) -> Iterator[Number]:
    """The numbers of goods that are counted, and of those joined to them."""
    goods = {scene.goods_at[t.i].head for t in (thing, *thing.conjuncts) if t.i in scene.goods_at}
    for quantity in scene.quantities:
        if quantity.head in goods and quantity.what == "goods":
            yield Number(quantity.first, quantity.last, quantity, None, ahead=False)


def _numbers(scene: Scene, event: Event, first: int, last: int, *, priced: bool) -> list[Number]:
    numbers = Numbered(scene, event, first, last).numbers(None)
    return [n for n in numbers if n.quantity.what == "money"] if priced else numbers


def _meant_event(point: Token, scene: Scene, told: Sequence[Told]) -> Event | None:
    """The transfer that a word points back at: the last of such goods, the last catch or deal, the last."""
    lemma, goods = noun_lemma(point), scene.goods_at.get(point.i)
    near = told[-1].event if scene.number - told[-1].scene <= WAIT else None
    events = [t.event for t in reversed(told) if scene.number - t.scene <= REACH]
    if goods is not None and not goods.weak:
        same = (e for e in events if any(g.goods.category == goods.goods.category for g in e.filled.goods))
        flows = {tuple(map(e.end, ENDS)) for e in events}
        alone = events[0] if events and len(flows) == 1 else near
        return next(same, alone if _is_counted(goods, scene) else None)
    if lemma in LOTS:
        return next((e for e in events if e.trigger.frame.name == "seize"), near)
    if lemma in DEALS:
        return next((e for e in events if _is_deal(e)), near or next(iter(events), None))
    return near


def _is_deal(event: Event) -> bool:
    return event.trigger.stage in _DEALT or any(t.hit.word.stage in _DEALT for t in event.turns)


def _is_counted(goods: GoodsMention, scene: Scene) -> bool:
    return any(q.head == goods.head and q.what == "goods" for q in scene.quantities)


def _counted_thing(verb: Token, scene: Scene) -> Token | None:
    """The goods that a teller counts: "the navy counted hundreds of rockets", "had spoken of 50 mortars"."""
    if (
        verb_lemma(verb) not in _COUNTING
        or is_passive(verb)
        or not any(c.dep_ == "nsubj" for c in verb.lefts)
    ):
        return None
    things = [c for c in verb.children if c.dep_ == "dobj"]
    things += [
        c for p in verb.children if p.lower_ in ("of", "about") for c in p.children if c.dep_ == "pobj"
    ]
    for thing in things:
        inside = (q for q in scene.quantities if thing.left_edge.i <= q.first <= thing.right_edge.i)
        heads = (scene.doc[q.head] for q in inside if q.what == "goods" and q.head in scene.goods_at)
        counted = next((h for h in heads if not scene.goods_at[h.i].civil), None)
        if counted is not None and not any(
            c.dep_ in ("relcl", "acl") for c in (*counted.children, *thing.children)
        ):
            return counted
    return None


def _mentioned_thing(verb: Token, scene: Scene) -> Token | None:
    """The counted goods of which somebody has spoken: "fewer than the 60 tanks of which officers spoke"."""
    goods = scene.goods_at.get(verb.head.i) if verb.dep_ == "relcl" else None
    if goods is None or goods.civil or not _is_counted(goods, scene) or verb_lemma(verb) not in _COUNTING:
        return None
    spoken = not any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return verb.head if spoken and any(c.dep_ == "nsubj" for c in verb.lefts) else None


def _pointed(verb: Token, whole: Numbered) -> Token | None:
    """The word for what was told on which a verb sets a figure, or which has one."""
    lemma = verb_lemma(verb)
    if _sums(verb) and (lot := _summed_by(verb)) is not None:
        return lot
    if lemma in _HAVING and not is_passive(verb):
        return _meant(_subject(verb), verb, whole) or _deal_before(verb)
    if not (lemma in _SETTING or counts_out(verb)):
        return None
    if is_passive(verb):
        return _meant(_subject(verb), verb, whole)
    thing = next((c for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "nsubj" and c.i > verb.i)), None)
    return _meant(thing, verb, whole)


def _sums(verb: Token) -> bool:
    """Whether a verb gives a new total: "bring to 56 what it has got", "that makes 24", "leaves 16"."""
    to = any(c.lower_ == "to" and any(t.like_num for t in c.children) for c in verb.children)
    counted = any(c.dep_ in ("dobj", "nsubj") and c.like_num and c.i > verb.i for c in verb.children)
    behind = [c for c in verb.children if c.i > verb.i]
    clause = any(c.dep_ == "ccomp" or (c.dep_ == "dobj" and noun_lemma(c) in FIGURES) for c in behind)
    return (verb_lemma(verb) in _RAISING and to and clause) or (verb_lemma(verb) in _MAKING and counted)


def _summed_by(verb: Token) -> Token | None:
    """What gives the total: the lot told last."""
    while verb.dep_ == "conj" and not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        verb = verb.head
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return doer if doer is not None and (doer.lower_ in _IT or noun_lemma(doer) in LOTS) else None


def _deal_before(verb: Token) -> Token | None:
    """The deal of a clause that the parser hung higher: "a deal that was signed and comes to"."""
    if verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    before = verb.doc[max(verb.head.i, verb.i - _NEAR) : verb.i]
    deals = [t for t in before if noun_lemma(t) in DEALS and any(c.dep_ == "relcl" for c in t.children)]
    return deals[-1] if deals else None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or the noun that it qualifies: "a deal, signed in May and valued at"."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.lower_ not in _WHICH:
        return own
    for _ in range(_CLIMB):
        if verb.dep_ in ("relcl", "acl", "amod"):
            return verb.head
        if verb.dep_ != "conj":
            return None
        verb = verb.head
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None and own.lower_ not in _WHICH:
            return own
    return None


def _meant(word: Token | None, verb: Token, whole: Numbered) -> Token | None:
    """The word if it points back at what was told."""
    if word is None:
        return None
    if word.lower_ in _IT:
        return word if verb_lemma(verb) not in ("be", "have", "give", "show") else None
    lemma, pointing = noun_lemma(word), any(t.lower_ in DEFINITE for t in word.lefts)
    if any(t.lower_ == "own" for t in word.lefts):
        return None
    if lemma in DEALS and (pointing or word.head != verb or verb_lemma(verb) in _PRICED):
        return word
    if lemma in LOTS | FIGURES:
        return word if pointing else None
    goods = whole.scene.goods_at.get(word.i)
    return word if goods is not None and pointing and verb_lemma(verb) not in _HAVING else None


def _is_elsewhere(point: Token, scene: Scene, event: Event) -> bool:
    """Whether the deal or haul is somebody else's: "the deal with Ruritania"."""
    ends = {event.end(role) for role in ENDS}
    inside = {t.i for t in point.subtree if not _in_clause(t, point)}
    named = (a for a in scene.actors if a.first in inside and a.kind not in ("outlet", "person"))
    if any(a.kind == "state" and end_point(a) not in ends for a in named):
        return True
    beside = (t for p in point.children if p.lower_ == "with" for t in p.children)
    if any(t.pos_ == "NOUN" and t.i not in scene.actor_at for t in beside):
        return True  # "the deal with the unions"
    of = [t for p in point.children if p.lower_ in ("of", "for") for t in p.children]
    things = [t for t in of if t.pos_ in ("NOUN", "PROPN") and noun_lemma(t) not in LOTS | DEALS | FIGURES]
    goods = [scene.goods_at.get(t.i) for t in things if not any(q.head == t.i for q in scene.quantities)]
    return any(g is None or g.civil for g in goods)  # "the price of bread"


def _in_clause(token: Token, top: Token) -> bool:
    while token not in (top, token.head):
        if token.dep_ in ("relcl", "acl", "advcl"):
            return True
        token = token.head
    return False


def _is_denied(verb: Token) -> bool:
    return any(c.lower_ in _DENYING for c in verb.children)


def _places(verb: Token, point: Token) -> Iterator[tuple[int, int]]:
    """Where a figure may stand: behind "at", "to", "as" or "worth", or as the object."""
    for child in verb.children:
        if child.i <= verb.i or child == point:
            continue
        led = child.dep_ in ("prep", "acomp", "prt", "advmod", "xcomp") and child.lower_ in _LEADING
        if led or child.dep_ in ("attr", "dobj", "npadvmod", "oprd", "nummod", "acomp"):
            yield child.left_edge.i, child.right_edge.i + 1


def _worded(number: Number, verb: Token, point: Token) -> Number:
    """The number with the words of its clause."""
    doer = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    opening = [verb.i, number.quantity.first]
    if doer is not None and doer.lower_ not in _WHICH:
        opening.append(doer.left_edge.i)
    elif verb.dep_ == "acl" and point.i < verb.i:
        opening.append(point.left_edge.i)
    dealt = noun_lemma(point) in DEALS
    return number._replace(first=min(opening), last=number.quantity.last, dealt=dealt)

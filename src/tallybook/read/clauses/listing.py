"""Which clauses only say what a transfer that has been told of holds: "among them are six mortars"?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tallybook.read.clauses.catching import is_on_the_way
from tallybook.read.clauses.instanced import are_many
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from tallybook.read.clauses.frames import Trigger

LISTING = frozenset({"listed", "shown"})
"""The frames of words that list goods or show them."""

_PARTS = frozenset({"part", "kind", "type", "sort", "result", "backbone", "core", "mainstay"})
_THEM = words_of("pronouns for what was told of") | {"which"}
_ARMS = words_of("nouns for arms in general")
_LOTS = words_of("nouns for lots") | _ARMS
_DEALS = words_of("deals and packages") | {"aid", "assistance", "donation", "gift", "tranche"}
_LOADS = words_of("what is handed over at once")
_COUNTERS = words_of("who counts goods")
_PICTURES = words_of("pictures")
_COUNTING = frozenset({"count", "list", "name", "enumerate", "itemise", "itemize"})
_SUMMING = frozenset(
    {("in", "all"), ("in", "total"), ("so", "far"), ("to", "date"), ("until", "now"), ("till", "now")}
)
_SUMS = frozenset(
    {
        "total",
        "number",
        "tally",
        "count",
        "sum",
        "amount",
        "aid",
        "assistance",
        "support",
        "delivery",
        "donation",
        "help",
        "package",
    }
)
_STANDING = frozenset({"stand", "park", "sit"})
_FIELDS = words_of("where goods that have come stand")
_BRINGING = frozenset({"bring", "take", "raise", "lift", "push"})


def lists(head: Token) -> bool:
    """Whether a word of listing speaks of goods that are given: by what they are among, or who counts."""
    if head.pos_ in ("VERB", "AUX"):
        subjects = {noun_lemma(c) for c in _subjects(head)}
        if verb_lemma(head) in _COUNTING:
            return bool(subjects & _COUNTERS)
        if verb_lemma(head) in ("show", "depict", "picture"):
            return bool(subjects & _PICTURES)
        if verb_lemma(head) == "be":
            return names_lot(head) or _is_included(head)
        if verb_lemma(head) in _STANDING:
            where = [c for p in head.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
            return any(noun_lemma(c) in _FIELDS for c in where)
        if verb_lemma(head) in _BRINGING:
            return sums_up(head)
        if makes_up(head):
            return is_of_load(head)
    if head.pos_ == "NOUN" and noun_lemma(head) in _PICTURES:
        return bool(what_pictures_show(head))
    if head.lower_ in ("among", "amongst"):
        before = head.doc[head.i - 2] if head.i > 1 and head.doc[head.i - 1].is_punct else head
        return any(_in_general(c) for c in head.children if c.dep_ == "pobj") and not are_many(before)
    if head.lower_ == "part":
        of = [c for p in head.children if p.lower_ == "of" for c in p.children]
        return is_of_load(head) or any(
            (noun_lemma(c) in _DEALS and _pointed(c)) or c.lower_ in ("it", "them") for c in of
        )
    return True


def what_pictures_show(noun: Token) -> list[Token]:
    """What pictures that are said to be there are of: "Images have been published of guns in X"."""
    if noun.pos_ != "NOUN" or noun_lemma(noun) not in _PICTURES:
        return []
    there = any(c.dep_ == "expl" for c in noun.head.children)
    if noun.dep_ not in ("nsubj", "nsubjpass") and not there:
        return []
    of = [p for t in (noun, noun.head) for p in t.children if p.lower_ == "of" and p.i > noun.i]
    return [c for p in of for c in p.children if c.dep_ == "pobj"]


def _is_included(auxiliary: Token) -> bool:
    """Whether goods are said to be part of the deal: "missiles are included"."""
    verb = auxiliary.head
    denied = any(c.dep_ == "neg" for c in verb.children)
    return auxiliary.dep_ == "auxpass" and verb.lower_ == "included" and not denied


def makes_up(verb: Token) -> bool:
    """Whether goods are said to be all of something: "ten tanks make up the batch"."""
    return verb_lemma(verb) == "make" and any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children)


def is_of_load(head: Token) -> bool:
    """Whether goods are said to be part, or all, of what is handed over at once: "part of the shipment"."""
    whole = [c for p in head.children if p.lower_ == "of" for c in p.children]
    whole += [c for c in head.children if c.dep_ == "dobj"]
    return any(noun_lemma(c) in _LOADS and _pointed(c) for c in whole)


def summed_to(verb: Token) -> Token | None:
    """The number in "bringing the total to 60", where the verb is one of summing up."""
    if verb_lemma(verb) not in _BRINGING:
        return None
    behind = [c for c in verb.children if c.dep_ == "dobj" and noun_lemma(c) in _SUMS]
    over = [verb, *(t for c in behind for t in c.subtree)]  # "the number received so far to 60"
    to = [p for t in over for p in t.children if p.lower_ == "to" and p.dep_ in ("prep", "dative")]
    return next(
        (c for p in to for c in p.children if c.dep_ == "pobj" and (c.like_num or c.pos_ == "NUM")), None
    )


def sums_up(verb: Token) -> bool:
    """Whether a clause says what deliveries come to: "bringing the total to 60"."""
    return summed_to(verb) is not None and any(
        noun_lemma(c) in _SUMS for c in verb.children if c.dep_ == "dobj"
    )


def told_on(head: Token) -> Token | None:
    """The verb whose subject or complement is what a word of listing lists."""
    token = head
    for _ in range(4):
        if token.pos_ in ("VERB", "AUX"):
            return token.head if token.dep_ == "auxpass" else token
        if token.head == token:
            break
        token = token.head
    return None


def comes_along(verb: Token) -> bool:
    """Whether something comes with what has been told of: "40 machine guns came with them", "on top"."""
    if any(c.lower_ == "on" and any(t.lower_ == "top" for t in c.children) for c in verb.children):
        return True
    over = [verb, *(c for c in verb.children if c.lower_ in ("along", "together"))]
    with_ = [p for t in over for p in t.children if p.lower_ in ("with", "alongside", "after")]
    beside = [c for p in with_ for c in p.children]
    return any(c.dep_ == "pobj" and (c.lower_ in _THEM or _in_general(c) or _is_haul(c)) for c in beside)


def _is_haul(noun: Token) -> bool:
    """Whether a noun means what was told to be given: "came with the gift", "in the same package"."""
    return noun_lemma(noun) in _DEALS and any(c.lower_ in ("the", "this", "that", "same") for c in noun.lefts)


def names_lot(verb: Token) -> bool:
    """Whether it is told what arms in general are: "the weapons were mortars and machine guns"."""
    sides = [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c.pos_ in ("NOUN", "PROPN")]
    told = [c for c in sides if not means_arms(c)]
    plain = any(c.tag_ == "NN" and any(d.lower_ in ("a", "an") for d in c.lefts) for c in told)
    plain = plain or any(noun_lemma(c) in _PARTS for c in told)
    return len(sides) == 2 and len(told) < len(sides) and not plain  # "the jets were a gift"


def means_arms(noun: Token) -> bool:
    """Whether a noun means arms that have been told of: "the systems", "the missiles in question"."""
    questioned = [c for p in noun.children if p.lower_ == "in" for c in p.children if c.lower_ == "question"]
    singled = any(
        c.tag_ == "JJS" or c.lower_ in ("only", "sole", "main", "first", "last") for c in noun.lefts
    )
    return bool(questioned) or (noun_lemma(noun) in _ARMS and _pointed(noun) and not singled)


def stands_in(noun: Token) -> bool:
    """Whether goods are said to be somewhere: "three tanks from Ruritania are in Sylvania"."""
    token = noun
    while token.dep_ in ("nmod", "compound", "nummod", "appos") and token.head.i > token.i:
        token = token.head
    return token.dep_ == "nsubj" and verb_lemma(token.head) == "be"


def goes_on(trigger: Trigger) -> bool:
    """Whether words go on with a flow whatever the goods: they list some, or say that some come too."""
    frame = trigger.frame.name
    if frame in ("come", "arrive"):
        follows = trigger.word.name == "follow" and trigger.head.dep_ != "relcl"
        return follows or comes_along(trigger.head) or _in_all(trigger.head)
    return frame in LISTING or frame == "load" or (frame == "found" and is_on_the_way(trigger.head))


def _in_all(verb: Token) -> bool:
    """Whether a clause sums up: "in all, 60 have come", "so far ten have arrived"."""
    words = [t.lower_ for t in verb.subtree]
    return bool({"altogether", "overall"} & set(words)) or any(two in _SUMMING for two in pairwise(words))


def shows_at_work(verb: Token) -> bool:
    """Whether pictures show what goods do, not that they are there: "a video shows drones hitting a mast"."""
    shown = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "ccomp") and c.i > verb.i]
    return any(c.dep_ == "ccomp" or any(v.dep_ in ("acl", "relcl") for v in c.children) for c in shown)


def _subjects(verb: Token) -> list[Token]:
    token = verb
    for _ in range(4):
        found = [c for c in token.children if c.dep_ == "nsubj"]
        if found or token.dep_ not in ("xcomp", "conj"):
            return found
        token = token.head
    return []


def _in_general(noun: Token) -> bool:
    """Whether a noun stands for goods that have been told of: "them", "the equipment"."""
    some = noun.lower_ in ("first", "last", "rest", "others") and _pointed(noun)
    return noun.lower_ in _THEM or some or (noun_lemma(noun) in _LOTS and _pointed(noun))


def _pointed(noun: Token) -> bool:
    return any(c.lower_ in DEFINITE for c in noun.lefts)


def opens_list(tokens: list[Token]) -> bool:
    """Whether a sentence ends where a list begins: "It holds:"."""
    return tokens[-1].text == ":"

"""Does a sentence only say that something moves, or what it can carry, and of nobody that he gives it?"""

from __future__ import annotations

from tallybook.read.claims.case import Case
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.listing import comes_along
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.discourse.pointed import is_for_a_gathering
from tallybook.read.events.anaphors import counts
from tallybook.read.events.lots import is_meant
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MOTION = words_of("plain verbs of motion")


def carries_anything(case: Case) -> bool:
    """Whether what carries is told to go neither to nor from a party, and its load is none spoken of."""
    if case.frame != "carry" or case.anaphor is not None:
        return False
    if any(link.slot in ("to", "into", "onto", "from", "for") for link in case.told):
        return False
    if _can_carry(case) or _flies_own(case):
        return True
    if case.event.trigger.passive and any(k.role == "intermediary" for k in case.event.links):
        return False  # "arms are taken by rail through Ruritania"
    moved = any(c.dep_ in ("dobj", "nsubjpass", "auxpass") for c in case.head.children)
    if case.head.lemma_ == "fly" and case.head.tag_ != "VBN" and not moved:
        return True  # "the jet, which flew last year"
    if any(c.lower_ == "in" and not any(c.children) for c in case.head.children):
        return False  # "were flown in afterwards"
    return case.head.dep_ != "csubj" and not (case.definite or _known_carrier(case.head))


_CARRIERS = words_of("nouns of carriers") | {"warship", "frigate", "corvette", "flight", "barge", "ferry"}


def _known_carrier(verb: Token) -> bool:
    """Whether a ship or plane spoken of before has carried something: "the vessel carried howitzers"."""
    doers = (c for c in verb.children if c.dep_ == "nsubj" and noun_lemma(c) in _CARRIERS)
    return verb.tag_ in ("VBD", "VBN") and any(
        t.lower_ in ("the", "this", "that") for c in doers for t in c.lefts
    )


def _flies_own(case: Case) -> bool:
    """Whether a maker or an air force only flies something: "the firm flies its second helicopter"."""
    verb = case.head
    if verb.lemma_ != "fly" or verb.tag_ not in ("VBZ", "VBP", "VBD") or not case.told:
        return False
    return all(k.slot == "subject" for k in case.told) and not any(c.dep_ == "prt" for c in verb.children)


def _can_carry(case: Case) -> bool:
    """Whether it is only said what goods are for: "the helicopters to move troops"."""
    verb = case.head
    aim = verb.tag_ == "VB" and any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
    loads = [g for g in case.goods if g.head > verb.i]
    return aim and not any(is_meant(g, verb.doc) for g in loads)


def goes_anywhere(case: Case) -> bool:
    """Whether a verb of motion gives no end and counts nothing, or is of people: "the tanks rolled on"."""
    if case.frame == "arrive" and not case.goods and is_for_a_gathering(case.head):
        return True
    if case.frame != "arrive" or case.head.lemma_ not in _MOTION or comes_along(case.head):
        return False
    if case.head.lemma_ == "go" and any(
        c.lower_ in _ASTRAY and c.i > case.head.i for c in case.head.children
    ):
        return True
    if any(c.lower_ == "there" and c.dep_ == "advmod" for c in case.head.children):
        return not case.goods  # "more shells will go there"
    return not case.told and not (_is_sent_on(case) or (case.anaphor is not None and counts(case.anaphor)))


def _is_sent_on(case: Case) -> bool:
    """Whether goods that were told of go the way of goods: "the shells went by rail", "the rest will go"."""
    verb, doc = case.head, case.head.doc
    nouns = [doc[g.head] for g in case.goods]
    rest = [n for n in nouns if n.dep_ == "pobj" and n.head.head.lower_ in _RESTS]
    if not rest and not any(c.lower_ in DEFINITE | _OTHER for n in nouns for c in n.lefts):
        return False
    if verb.lemma_ == "flow":
        return True
    led = [(p.lower_, t) for p in verb.children for t in p.children if p.dep_ == "prep" and t.dep_ == "pobj"]
    led += [("in", t) for t in verb.children if t.dep_ == "dobj"]  # "went in over 20 containers"
    if any(noun_lemma(t) in _WAYS.get(prep, ()) for prep, t in led):
        return True
    plain = all(t.pos_ == "NUM" or prep in ("by", "in", "on", "before") for prep, t in led)
    ahead = any(c.tag_ == "MD" for c in verb.children)
    bare = all(c.dep_ in ("aux", "nsubj", "prep", "punct", "npadvmod") for c in verb.children)
    return bool(rest) and ahead and plain and bare


_ASTRAY = frozenset({"astray", "bad", "dark", "down", "missing", "off", "unused", "up", "wide", "wrong"})
"""What goods go that go nowhere: "one of the shells went off"."""

_RESTS = frozenset({"rest", "remainder", "half", "balance", "bulk"})
_OTHER = frozenset({"other", "remaining"})
_LOADED = words_of("nouns of carriers") | words_of("further nouns of carriers")
_CROSSED = words_of("nouns for where lands meet") | {"bridge"}
_WAYS: dict[str, frozenset[str]] = {
    "by": _LOADED | {"air", "land", "rail", "railway", "river", "road", "sea"},
    "on": _LOADED,
    "aboard": _LOADED,
    "in": _LOADED | {"container"},
    **dict.fromkeys(("over", "across", "through", "via"), _CROSSED),
}
"""What stands behind which preposition where goods are under way."""


def ends_up(case: Case) -> bool:
    """Whether goods are told to have "ended up in" a state: what flies there on its own only lands.

    Also those spoken of that arrive there: "the first jets landed in Ruritania".
    """
    ending = ("end", "finish", "wind", "arrive", "land") if case.definite else ("end", "finish", "wind")
    return case.ends[0].slot == "in" and verb_lemma(case.head) in ending


def bought_there(case: Case) -> bool:
    """Whether arms that were told of are told to have been bought somewhere: "the guns were bought in X"."""
    giver, doc = case.event.supplier, case.head.doc
    told = any(c.lower_ in DEFINITE for g in case.goods for c in doc[g.head].lefts)
    bought = case.frame == "get" and is_passive(case.head)
    return told and bought and giver is not None and giver.slot == "from"


def people_moved(case: Case) -> bool:
    """Whether people are brought somewhere, not what they trade in: "arms dealers were flown to"."""
    doc = case.head.doc
    nouns = [doc[g.head] for g in case.event.filled.goods]
    return bool(nouns) and all(
        n.dep_ in _BEFORE and noun_lemma(n.head) in _TRADERS and n.head.head == case.head for n in nouns
    )


_TRADERS = words_of("who trades in goods") | words_of("people who come and go")
_BEFORE = frozenset({"compound", "amod", "nmod"})

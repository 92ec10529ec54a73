"""Does an everyday word stand by chance, without what would make it one of transfer?"""

from __future__ import annotations

from tallybook.model import Category, Stage
from tallybook.read.claims.case import Case
from tallybook.read.clauses.catching import was_caught
from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.holding import HOLDING
from tallybook.read.clauses.lemmas import infinitive, noun_lemma, verb_lemma
from tallybook.read.clauses.listing import LISTING, comes_along, shows_at_work
from tallybook.read.clauses.stages import modal_of, read_stage
from tallybook.read.clauses.striking import STRIKING
from tallybook.read.discourse.nearby import USED_THERE
from tallybook.read.events.anaphors import counts, is_lot
from tallybook.read.mentions.goods import PLATFORMS
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_ON_BOARD = words_of("places on the way")
"""Words for where goods are found that were on their way."""

_KNOWN = frozenset({"the", "these", "those"})
_TEACHING = words_of("verbs of teaching")
_WHEN = words_of("prepositions of time")
_LOTS = words_of("nouns for lots")
_TIMES = words_of("nouns of time")
_PEOPLE = words_of("people who come and go")
_BEFORE = 25
"""Tokens before a sentence among which what it points back to stands."""


_DRILLS = words_of("drills") | {"test", "trial", "parade", "training"}
_STOCKS = words_of("nouns for stocks")
_DRIVEN = frozenset({Category.ARMOURED_VEHICLES, Category.SHIPS, Category.SMALL_ARMS})
_FLYING = frozenset({Category.MISSILES, Category.ROCKETS, Category.DRONES, Category.ARTILLERY_AMMUNITION})
"""Goods of which one says how far they reach."""


def by_chance(case: Case) -> bool:
    """Whether the frame's own test finds the word in another sense; frames without a test never are."""
    if case.word == "choose" and case.event.trigger.passive and not case.told:
        return True  # "no missile has been chosen"
    if case.frame == "arrive" and case.head.lemma_ == "be":
        return _stands_somewhere(case)
    if case.frame in LISTING:
        return case.word != "bring to" and shows_at_work(case.head)
    if case.frame in HOLDING:
        hides = case.head.lemma_ == "hide" and case.head.tag_ == "VBD" and not case.told
        return hides or (bool(case.goods) and case.only(Category.TROOPS))
    test = _TESTS.get(case.frame)
    return test is not None and test(case)


def _stands_somewhere(case: Case) -> bool:
    """Whether it is somebody's own forces that are somewhere: "the first Ruritanian tanks are in Port X"."""
    typed = any(g.goods.designation for g in case.goods)
    ahead = case.head.tag_ == "VB" and not any(g.goods.category in PLATFORMS for g in case.goods)
    own = case.event.filled.origin is not None and not typed and not ahead
    return own or (bool(case.goods) and case.only(Category.TROOPS))


def _in_range(case: Case) -> bool:
    """Whether what flies is only said to reach so far: "missiles which reach targets in Ruritania"."""
    verb = case.head
    able = verb.lemma_ == "reach" and any(c.lower_ in ("can", "could") for c in verb.children)
    if able and case.anaphor is not None and case.anaphor.pos_ == "PRON":
        return True
    flies = bool(case.goods) and all(g.goods.category in _FLYING for g in case.goods)
    now = verb.tag_ in ("VB", "VBP", "VBZ") and not any(c.lower_ in ("to", "will") for c in verb.children)
    if case.event.recipient is not None and _is_group(case.event.recipient):
        return False  # nobody fires at "the Ruritan militia" with what it gets
    counted = any(t.lower_ in _LOTS or t.like_num for g in case.goods for t in verb.doc[g.head].lefts)
    return flies and verb.lemma_ == "reach" and now and not counted


def _is_group(taker: Link) -> bool:
    return taker.mention is not None and taker.mention.kind == "group"


def _left_behind(case: Case) -> bool:
    """Whether something was left, not somebody leaving: "was left without"."""
    return case.event.trigger.passive


def _no_deal(case: Case) -> bool:
    """Whether there is no deal, and nothing that it would be about."""
    return not case.goods and any(c.lower_ == "no" for c in case.head.lefts)


def _found_anywhere(case: Case) -> bool:
    """Whether a find tells of no party, no make and no place on a way."""
    if case.told or case.event.filled.origin is not None:
        return False
    nouns = [case.head.doc[g.head] for g in case.goods]
    if case.word == "wreckage" and len(case.ends) == 2 and case.event.end("supplier") in case.event.makers:
        return False
    if len(case.ends) == 2 and any(c.lower_ in _KNOWN for n in nouns for c in n.lefts):
        return False
    if len(case.ends) == 2 and was_caught(case.event.trigger):
        return False
    return not {t.lower_ for t in case.head.sent} & _ON_BOARD


def _let_pass(case: Case) -> bool:
    """Whether what was just told of is only let pass or not: "will give no arms, nor let them pass"."""
    here = case.anaphor is not None and not any(k.role == "recipient" for k in case.event.links)
    return here and any(t.hit.word.name == "approve" for t in case.event.turns)


def _just_comes(case: Case) -> bool:
    """Whether "came" is no arrival of goods: neither from a party, nor planned, nor plainly of arms."""
    anaphor, both = case.anaphor, len(case.ends) == 2
    known = any(not g.weak for g in case.goods) or case.definite or comes_along(case.head)
    known = known or (anaphor is not None and (counts(anaphor) or is_lot(anaphor)))
    they = anaphor is not None and anaphor.lower_ == "they" and _after_goods(case.head)
    if both and (known or they) and _plain_coming(case.head):
        return False
    if any(link.slot in ("from", "out") for link in case.told) or _brings_delivery(case):
        return False
    trigger, turns = case.event.trigger, case.event.turns
    return read_stage(trigger, turns, asks=False, promised=False, own_wish=False).stage is not Stage.PLANNED


def _brings_delivery(case: Case) -> bool:
    """Whether what came is a delivery: "the ship came with shells for X", "deliveries of shells came"."""
    brought = [f for f in case.event.absorbed if f.trigger.frame.name == "give" and f.goods]
    came = any(f.trigger.head.dep_ == "nsubj" and f.trigger.head.head == case.head for f in brought)
    if came and len(case.ends) == len(ENDS) and _plain_coming(case.head):
        return True
    return bool(brought) and any(link.slot in ("for", "to") for link in case.told)


def _after_goods(verb: Token) -> bool:
    """Whether "they came three years later" stands behind a sentence that names no people.

    Or right behind goods in its own: "bought six drones; they have come in two lots".
    """
    if verb.dep_ in ("conj", "parataxis", "ccomp") and verb.head.i < verb.i:
        things = [c for c in verb.head.children if c.dep_ in ("dobj", "nsubjpass") and c.tag_ == "NNS"]
        return any(noun_lemma(t) not in _PEOPLE for t in things)
    timed = any(t.lemma_.lower() in _TIMES or t.lower_ == "later" for c in verb.children for t in c.subtree)
    first = verb.sent.start
    before = verb.doc[max(0, first - _BEFORE) : first]
    return timed and not any(t.tag_ == "NNS" and noun_lemma(t) in _PEOPLE for t in before)


def _plain_coming(verb: Token) -> bool:
    """Whether "came" says no more than when: not "came under fire", "came as a surprise"."""
    along = comes_along(verb)
    return all(
        c.lower_ in _WHEN
        or (along and c.lower_ in ("with", "alongside", "on"))
        or (c.lower_ == "out" and any(t.like_num for t in c.subtree))
        or (c.lower_ in ("from", "out") and any(noun_lemma(t) in _STOCKS for t in c.subtree))
        or (c.lower_ == "from" and any(t.lower_ == "same" for t in c.subtree))
        for c in verb.children
        if c.dep_ == "prep"
    )


def _flown_by_owner(case: Case) -> bool:
    """Whether aircraft that are shot down are called by who flies them, or what something can do."""
    origin = case.event.filled.origin
    manned = bool(case.goods) and case.only(Category.AIRCRAFT)
    return manned and origin is not None and origin.form != "made"


def _own_use(case: Case) -> bool:
    """Whether a use is only a purpose ("that will be used to ..."), or one's own goods in one's own war."""
    if _hits_it(case) or _comes_out(case):
        return True
    return _as_purpose(case) or _in_prepositions(case) or _own_arms(case) or _in_drill(case.head)


def _hits_it(case: Case) -> bool:
    """Whether a pronoun stands for what is hit, not for what hits it: "to detect targets and hit them"."""
    anaphor = case.anaphor
    return anaphor is not None and anaphor.dep_ == "dobj" and verb_lemma(case.head) in STRIKING


def _comes_out(case: Case) -> bool:
    """Whether something new is launched that cannot be fired: "when the carrier was launched"."""
    driven = bool(case.goods) and all(g.goods.category in _DRIVEN for g in case.goods)
    return driven and verb_lemma(case.head) == "launch"


def _in_drill(verb: Token) -> bool:
    """Whether goods are only tried out: "they were used in a drill"."""
    led = [p for p in verb.children if p.lower_ in ("in", "during", "for", "at") and p.dep_ == "prep"]
    return any(noun_lemma(c) in _DRILLS for p in led for c in p.children)


def _as_purpose(case: Case) -> bool:
    head = case.head
    if head.dep_ in ("relcl", "acl", "advcl") and modal_of(case.event.trigger, ()) is not None:
        return True
    return head.dep_ in ("xcomp", "advcl") and verb_lemma(head.head) in _TEACHING and head.tag_ == "VB"


def _in_prepositions(case: Case) -> bool:
    """Whether a noun of use only gives the purpose or the occasion: "for use", "during attacks"."""
    head = case.head
    return case.noun and head.dep_ == "pobj" and head.head.lower_ in ("for", "in", "during", "after")


def _own_arms(case: Case) -> bool:
    """Whether the giver only stands in the report and the words leave no room: "fired its missiles"."""
    giver, taker = case.event.supplier, case.event.recipient
    owned = any(c.dep_ == "poss" for g in case.event.filled.goods for c in case.head.doc[g.head].lefts)
    if owned and _inferred(giver):
        return True
    targets = {k.name for k in case.event.links if k.role == "target"}
    if taker is not None and _inferred(taker) and taker.name in targets:
        return USED_THERE not in case.event.why
    return case.noun and _inferred(taker)


def _inferred(link: Link | None) -> bool:
    return link is not None and link.slot == "discourse"


def _makes_something(case: Case) -> bool:
    """Whether "make for" has an object, so that something is made: "make ammunition for them"."""
    hit, doc = case.event.trigger.hit, case.head.doc
    if hit.form == "phrase" and doc[hit.last - 1].lower_ == "to" and doc[hit.last].tag_ == "VB":
        return True  # "it is going to help"
    made = any(c.dep_ == "dobj" for c in case.head.children)
    led = any(k.slot in ("to", "for") for k in case.event.filled.links)
    return case.head.lemma_ == "make" and made and not led


def _helps_nobody(case: Case) -> bool:
    """Whether it is not said whom arms help, or only to what end they go: "bound for X to support it"."""
    purpose = case.head.dep_ == "advcl" and infinitive(case.head)
    return purpose or not case.told


_TESTS = {
    "aid": _helps_nobody,
    "arrive": _in_range,
    "bound": _makes_something,
    "come": _just_comes,
    "deal": _no_deal,
    "downed": _flown_by_owner,
    "found": _found_anywhere,
    "left": _left_behind,
    "pass": _let_pass,
    "use": _own_use,
}

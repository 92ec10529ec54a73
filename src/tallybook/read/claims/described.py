"""Does a sentence only describe goods, or judge a transfer that was told before, and tell of none itself?"""

from __future__ import annotations

from tallybook.model import Category
from tallybook.read.claims.case import Case
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.whereabouts import KEPT
from tallybook.read.discourse.ownbuys import OWN_GOODS
from tallybook.read.discourse.sightings import SEEN_AT, WHERE_SENT
from tallybook.read.mentions.goods import PLATFORMS
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FIRING = frozenset({"deploy", "drop", "fire", "launch", "shoot", "use"})
_ABLE = frozenset({"can"})
_RULED = words_of("what trade is kept under")
_HEEDING = words_of("verbs of heeding a rule")
_RULES = words_of("what trade is kept under") | words_of("what a trade heeds")
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "last", "largest", "biggest", "latest", "only", "main"}
)

_GEAR = frozenset({"gear", "equipment", "kit", "clothing", "supply", "vehicle", "truck"})
"""What relief is carried and given out with."""


def only_able(case: Case) -> bool:
    """Whether it is told what goods can do, and of nobody who does it: "can be fired from ships"."""
    verb = case.head
    if case.frame != "use" or case.noun or verb_lemma(verb) not in _FIRING or case.told:
        return False
    if any(k.role == "target" for k in case.event.links):
        return False
    return any(c.lower_ in _ABLE and c.dep_ == "aux" for c in verb.children)


def under_control(case: Case) -> bool:
    """Whether trade is only said to be kept under a rule: "exports of drones are under strict control"."""
    noun, verb = case.head, case.head.head
    if not case.noun or not noun.dep_.startswith("nsubj"):
        return False
    if verb_lemma(verb) in _RULED:
        return any(c.dep_ == "auxpass" for c in verb.children)  # "exports are strictly controlled"
    if noun.tag_ == "NNS" and verb_lemma(verb) in _HEEDING and _no_taker(noun):
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        led = (t for p in verb.children if p.lower_ in ("to", "with", "by") for t in p.children)
        return any(noun_lemma(t) in _RULES for t in (*objects, *led))
    under = (p for p in verb.children if p.lower_ in ("under", "subject"))
    below = (t for p in under for c in (p, *p.children) for t in (c, *c.children))
    return verb_lemma(verb) in ("be", "remain", "stay", "fall", "come") and any(
        noun_lemma(t) in _RULED for t in below
    )


def _no_taker(noun: Token) -> bool:
    """Whether a trade is told of at large: "its arms exports", not "its exports to Ruritania"."""
    return not any(p.lower_ in ("to", "from", "of") for p in noun.children)


def only_ranked(case: Case) -> bool:
    """Whether a transfer told before is said to be the first of its kind: "It was the first export of X"."""
    noun = case.head
    if not case.noun or noun.dep_ != "attr" or verb_lemma(noun.head) != "be":
        return False
    ranked = any(c.lower_ in _RANKS for c in noun.lefts)
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
    pointing = any(c.lower_ in ("it", "this", "that", "which") for c in subjects)
    return ranked and pointing and not any(_leads(k.token) for k in case.told)


def _leads(name: Token) -> bool:
    """Whether a party stands behind a preposition of giving and taking."""
    while name.dep_ in ("compound", "conj", "appos", "nmod") and name.head != name:
        name = name.head
    return name.dep_ == "pobj" and name.head.lower_ in ("to", "for", "from", "by", "between", "with")


def only_thought_of(case: Case) -> bool:
    """Whether a rule or a threat speaks of what may come: "future sales may be stopped where they"."""
    verb = case.head
    if case.told or case.noun:
        return False
    where = any(c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children)
    return where and verb.dep_ == "advcl" and case.event.trigger.passive and not case.goods


def buys_no_arms(case: Case) -> bool:
    """Whether somebody is only said to be a buyer of oil or grain."""
    return case.frame == "taker" and bool(case.goods) and all(g.civil for g in case.goods)


def only_kept(case: Case) -> bool:
    """Whether goods lie or were found in somebody's store, and nothing says who gave them."""
    giver, taker = case.event.supplier, case.event.recipient
    if case.frame not in KEPT or taker is None or taker.slot != "in":
        return False
    if giver is None or giver.name == taker.name:
        return True
    pointed = case.anaphor is not None or case.definite or any("as with" in why for why in case.event.why)
    return giver.slot == "discourse" and not pointed


def helps_people(case: Case) -> bool:
    """Whether soldiers or gear come with relief: "sent soldiers, rescuers, gloves and medicine"."""
    doc, people = case.head.doc, Category.TROOPS
    return any(g.civil for g in case.event.filled.goods) and all(
        g.goods.category is people or noun_lemma(doc[g.head]) in _GEAR for g in case.goods
    )


def only_stationed(case: Case) -> bool:
    """Whether arms seen abroad may be there with their own state's forces: "X's tanks were seen in Y"."""
    giver, taker = case.event.supplier, case.event.recipient
    if taker is None or taker.slot != SEEN_AT or (giver is not None and giver.slot != "origin"):
        return case.frame == "sighted" and taker is None
    if giver is None:
        return True
    made = giver.mention is not None and giver.mention.form == "made"
    manned = any(g.goods.category in PLATFORMS | {Category.ARMOURED_VEHICLES} for g in case.goods)
    return manned and not made and WHERE_SENT not in case.event.why


DESCRIBED = (
    ("arms with forces of their own", only_stationed),
    ("soldiers who bring relief", helps_people),
    ("what goods can do", only_able),
    ("a trade kept under a rule", under_control),
    ("a transfer that is only ranked", only_ranked),
    ("goods in somebody's own store", only_kept),
    ("a transfer that is only thought of", only_thought_of),
    ("a buyer of no arms", buys_no_arms),
    ("goods of the taker's own make", lambda case: OWN_GOODS in case.event.why),
)
"""The tests of this module with what stands against a claim where they hold."""

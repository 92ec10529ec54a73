"""Which words look like reporting words though nobody says anything by them yet, or at all?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.read.attribution.governed import child
from tallybook.read.attribution.phrases import is_self
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from tallybook.read.attribution.told import Told


def is_left_open(head: Token) -> bool:
    """Whether nobody has said it yet: "too early to say whether", "no grounds to say that"."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
    above = head.head
    if to and above.lemma_ in ("have", "be", "remain") and above.i < head.i and _not_yet(above, head):
        return True
    if to and head.dep_ in ("acl", "relcl") and above.lower_ in _RIGHTS:
        return True
    if (
        head.tag_ in ("VB", "VBP")
        and head.dep_ == "ccomp"
        and above.lemma_ in _BIDDING
        and child(head, "aux") is None
    ):
        return True  # "demanded that X explain how"
    return to and head.tag_ == "VB" and above.pos_ == "ADJ" and above.lower_ in _UNTIMELY


def _not_yet(above: Token, head: Token) -> bool:
    """Whether it is still to be said: "has yet to confirm it", "has still not got to say"."""
    between = head.doc[above.i + 1 : head.i]
    return any(t.lower_ == "yet" for t in between) and not any(t.pos_ == "NOUN" for t in between)


def says_otherwise(head: Token) -> bool:
    """Whether a verb of saying tells only that somebody holds against it: "though X has said otherwise"."""
    at = head.i + 1
    if head.lemma_ == "answer" and at < head.sent.end and head.doc[at].lower_ in ("both", "for"):
        return True  # "has to answer for the sale"
    if head.lemma_ in _ANSWERING and at < head.sent.end and child(head, "neg") is not None:
        return child(head, "ccomp") is None  # "would not comment on reports that"
    if head.pos_ != "VERB" or at >= head.sent.end or head.doc[at].lower_ not in _OTHERWISE:
        return False
    return at + 1 >= head.sent.end or head.doc[at + 1].text in (".", ",", ";", "—", "–")


def answers_charge(head: Token) -> bool:
    """Whether a charge just told is taken up to be denied: "X armed Y, a charge Ruritania denies"."""
    if head.lemma_.lower() not in _DENYING or _object_behind(head):
        return False
    before = head.doc[head.sent.start : head.i]
    first = next((t.i for t in reversed(before) if t.text in _SETTING_OFF), None)
    opening = head.doc[first + 1 : min(head.i, first + _CHARGE)] if first is not None else []
    return any(t.pos_ in ("NOUN", "PRON") and t.lemma_.lower() in _CHARGES for t in opening)


def _object_behind(head: Token) -> bool:
    """Whether a verb has an object of its own behind it: "a report X wrote denies the sale"."""
    return any(c.dep_ in ("dobj", "ccomp") and c.i > head.i for c in head.children)


_DENYING = words_of("verbs of denying") | {"dismiss"}
_SETTING_OFF = frozenset({",", "-", "–", "—", ";"})
_CHARGES = frozenset({"something"}).union(*(entry.charges for entry in load().denials))
_CHARGE = 6
"""Tokens from the sign that sets it off within which the noun for the charge stands."""


def only_hears(one: Told) -> bool:
    """Whether those who sit and listen only get to know it: "parliament heard that", "the court learned"."""
    head, speaker = one.saying.head, one.saying.speaker
    if speaker is None or head.lemma_.lower() not in _HEARING or speaker.lemma_.lower() not in _LISTENING:
        return False
    return not any(c.dep_ == "prep" and c.lower_ == "from" for c in head.children)


_HEARING = frozenset({"hear", "learn"})
_LISTENING = words_of("who sits and listens") | (words_of("who is only told") - {"journalist", "reporter"})


def awaits(head: Token) -> bool:
    """Whether somebody only waits for goods, and says nothing: "expected the delivery of 40 tanks"."""
    thing = child(head, "dobj") if head.lemma_ in ("expect", "anticipate", "await") else None
    return thing is not None and child(head, "ccomp", "xcomp") is None


def ought_to(one: Told) -> bool:
    """Whether somebody only ought to think or say it: "X must understand that", "should reconsider Y"."""
    duty = any(c.dep_ == "aux" and c.lower_ in ("should", "must", "ought") for c in one.saying.head.children)
    speaker = one.saying.speaker
    return duty and speaker is not None and not is_self(speaker)


def is_valued(one: Told) -> bool:
    """Whether a deal is only put at a price: "signed for jets in May, a contract put at $40 million"."""
    speaker = one.saying.speaker
    return speaker is not None and speaker.lemma_.lower() in _DEALS and one.saying.head.lemma_ in _VALUING


_ANSWERING = frozenset({"answer", "comment", "elaborate", "react", "reply", "respond"})
_OTHERWISE = frozenset({"otherwise", "differently"})
_DEALS = words_of("nouns for acts of giving") | {"contract", "deal", "order", "package", "agreement"}
_VALUING = frozenset({"put", "estimate", "value", "price", "expect", "believe", "think"})
_BIDDING = frozenset({"demand", "ask", "request", "require", "urge", "propose"})
_RIGHTS = frozenset(
    {"right", "ground", "grounds", "reason", "basis", "need", "time", "chance", "authority", "cause"}
)
_UNTIMELY = frozenset({"early", "soon", "difficult", "hard", "impossible", "unable", "premature", "easy"})


def shows_up(head: Token) -> bool:
    """Whether it tells of coming or having and of no words: "showed up", "turned out in", "is owned by"."""
    if head.lemma_ == "own":
        return child(head, "ccomp", "prt") is None and not any(c.lower_ == "to" for c in head.children)
    return head.lemma_ == "show" and any(c.dep_ == "prt" for c in head.children)


def asks_to(one: Told) -> bool:
    """Whether it asks to do or to get something, which is no question: "asked to buy as many again"."""
    to = child(one.saying.head, "xcomp")
    if to is None or to.i in one.saying.cue:  # "demanded to know"
        return False
    return one.saying.kind.act == "question" and any(c.tag_ == "TO" for c in to.children)

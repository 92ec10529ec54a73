"""Does a sentence only name a transfer that is kept from happening, or an act that is none?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.read.clauses.event import Event
from tallybook.read.clauses.filled import Link
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.vocabulary.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_HINDERING = words_of("verbs of keeping from")
_WAR = words_of("verbs of war")
_FIRE = frozenset({"fire", "gunfire", "shelling", "salvo", "barrage", "blow", "strike", "shot"})
FIRE_REACH = 7
"""How many tokens behind "exchange" the fire may stand."""

_STRIFE = words_of("what stands between foes")


def only_possible(event: Event) -> bool:
    """Whether nothing changes hands: it is hindered, or what is allowed or able to is another act."""
    head = event.trigger.head
    if _hindered(head) or any(_beside(k, event) for k in (event.supplier, event.recipient)):
        return True
    if (event.trigger.frame.name == "carry" and _able(head)) or _exchanges_fire(head):
        return True
    return any(_lets_fight(head.doc[t.hit.token]) for t in event.turns)


def _hindered(verb: Token) -> bool:
    """Whether somebody is kept from it: "prevented Ruritania from selling tanks"."""
    prep = verb.head
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "pcomp"
        and prep.lower_ == "from"
        and verb_lemma(prep.head) in _HINDERING
    )


def _exchanges_fire(verb: Token) -> bool:
    """Whether foes only shoot at one another: "exchanged artillery and missile fire"."""
    after = verb.doc[verb.i + 1 : verb.i + FIRE_REACH]
    return verb_lemma(verb) in ("exchange", "trade") and any(noun_lemma(t) in _FIRE for t in after)


def _able(verb: Token) -> bool:
    """Whether goods are only said to be able to carry others: "capable of carrying them"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lower_ == "capable"


def _lets_fight(verb: Token) -> bool:
    """Whether what is allowed or ordered is to fight: "authorised the army to shoot down drones"."""
    return any(c.dep_ in ("xcomp", "ccomp") and verb_lemma(c) in _WAR for c in verb.children)


def _beside(link: Link | None, event: Event) -> bool:
    """Whether "between Ruritania and others" tells who are at odds: "amid tension between ..."."""
    if link is None or link.slot != "between" or event.trigger.hit.form != "verb":
        return False
    prep = link.token
    while prep.lower_ not in ("between", "among") and prep.head != prep:
        prep = prep.head
    return noun_lemma(prep.head) in _STRIFE

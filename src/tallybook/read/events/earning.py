"""Who gives arms, where the words say only what that brings in: "earned 9 million euros from the sale"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties, Place
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_EARNING = words_of("verbs of earning")
_BRINGING = words_of("verbs of bringing in money")
_INCOME = words_of("nouns for money that comes in")
_OUT_OF = frozenset({"from", "by", "through", "with", "on", "of", "for", "in"})
_INTO = frozenset({"to", "into", "for"})
_NEAR = 5
"""Tokens behind a verb within which the money stands that it brings in."""


def earners(act: Trigger, place: Place | None, parties: Parties) -> list[Token]:
    """Who earns by what a noun says: "took in millions from exports to X", "the sale brought Y millions".

    Args:
        act: the noun.
        place: where it hangs.
        parties: those of its sentence.
    """
    if act.frame.name not in ("give", "deal") or place is None:
        return []
    if any(c.dep_ == "poss" for c in act.head.lefts):
        return []
    over = place.governor
    if place.slot == "subject" and verb_lemma(over) in _BRINGING and _for_money(over, parties.scene):
        return _for_whom(over, parties)
    if place.slot not in _OUT_OF:
        return []
    if noun_lemma(over) in _INCOME and over.dep_ in ("dobj", "nsubj", "nsubjpass"):
        owners = [c for c in over.lefts if c.dep_ == "poss"]
        return owners or (subjects_of(over.head, parties) if _is_earning(over.head) else [])
    return subjects_of(over, parties) if _earns(over, parties.scene) else []


def is_paid(token: Token, scene: Scene) -> bool:
    """Whether a verb says that a party beside it is paid: "X took in 9 million", "brought X 9 million"."""
    verb = token.head
    brought = token.dep_ != "nsubj" and verb_lemma(verb) in _BRINGING and token.i > verb.i
    return (brought and _for_money(verb, scene)) or _earns(verb, scene)


def _earns(verb: Token, scene: Scene) -> bool:
    return _is_earning(verb) and _for_money(verb, scene)


def _is_earning(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb_lemma(verb) in _EARNING and not is_passive(verb)


def _for_money(verb: Token, scene: Scene) -> bool:
    """Whether money stands right behind a verb."""
    behind = range(verb.i + 1, verb.i + 1 + _NEAR)
    sums = any(q.what == "money" and q.first in behind for q in scene.quantities)
    return sums or any(c.dep_ == "dobj" and noun_lemma(c) in _INCOME for c in verb.children)


def _for_whom(verb: Token, parties: Parties) -> list[Token]:
    """To whom money comes: "brought Ruritania millions", "brought in millions for Ruritania"."""
    led = [t for p in verb.subtree if p.lower_ in _INTO and p.i > verb.i for t in p.children]
    right_behind = [t for t in verb.doc[verb.i + 1 : verb.i + _NEAR] if t.dep_ in ("dative", "dobj", "iobj")]
    return [t for t in (*right_behind, *led) if t.i in parties.at or t.i in parties.modifying][:1]

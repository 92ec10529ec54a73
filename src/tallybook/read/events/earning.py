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
_HANDING = words_of("verbs of handing over money")
_PAYMENTS = words_of("nouns for money that is paid")
_AID = words_of("nouns for money that is given")
_UNDER = frozenset({"under", "in", "for", "from", "by", "through", "on", "as", "with", "via"})
_LEADS = frozenset({"prep", "agent", "dative"})
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
    return subjects_of(over, parties) if _earns(over, parties.scene) else []


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


def paid_under(act: Trigger, place: Place | None, parties: Parties) -> list[tuple[Token, str]]:
    """Who is paid under a deal, and who pays: "received 9 million from Y under a contract".

    Args:
        act: the word for the deal.
        place: where it hangs.
        parties: those of its sentence.
    """
    if act.frame.name != "deal" or place is None or place.slot not in _UNDER:
        return []
    verb = place.governor if place.governor.dep_ != "dobj" else place.governor.head
    money = money_of(verb, parties.scene) if verb.pos_ == "VERB" else None
    if money is None:
        return []
    paid, payer = _sides(verb, money, parties)
    return [*((t, "paid") for t in paid), *((t, "payer") for t in payer)]


def gets_money(verb: Token, scene: Scene) -> bool:
    """Whether a verb says that somebody gets money: "received 9 million from Y for howitzers"."""
    return _is_earning(verb) and money_of(verb, scene) is not None


def money_of(verb: Token, scene: Scene) -> Token | None:
    """The money that a verb moves, itself and no goods of that worth: not "9 million in weapons"."""
    sums = {i for q in scene.quantities if q.what == "money" for i in range(q.first, q.last)}
    for token in verb.children:
        if token.dep_ not in ("dobj", "nsubjpass", "nsubj") or token.i in scene.goods_at:
            continue
        behind = (c for p in token.children if p.lower_ in ("of", "in", "worth") for c in p.subtree)
        if token.i not in sums and noun_lemma(token) not in _PAYMENTS:
            continue
        if not any(c.i in scene.goods_at or noun_lemma(c) in _AID for c in behind):
            return token
    return None


def _sides(verb: Token, money: Token, parties: Parties) -> tuple[list[Token], list[Token]]:
    """Who is paid by what a verb says, and who pays."""
    subjects = [t for t in subjects_of(verb, parties) if t != money]
    over = (verb, money)
    to, from_ = _led(over, "to"), _led(over, "from")
    if verb_lemma(verb) in _HANDING:
        if not is_passive(verb):
            return to or [c for c in verb.children if c.dep_ == "dative"], subjects
        return subjects or to, _led(over, "by") or from_
    if verb_lemma(verb) in _EARNING and not is_passive(verb):
        return subjects, from_
    return [], []


def _led(over: tuple[Token, ...], word: str) -> list[Token]:
    """Who stands behind a preposition of one of some words."""
    leads = (p for t in over for p in t.children if p.lower_ == word and p.dep_ in _LEADS)
    return [c for p in leads for c in p.children if c.dep_ == "pobj"]

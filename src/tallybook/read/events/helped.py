"""Whom do goods help that are given, where only the purpose names him: "sent mortars to help X's army"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.filled import Filled
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import PLATFORMS, GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HELPING = words_of("verbs of helping on")
_STRENGTHS = words_of("efforts of war") | words_of("what makes a force strong")
_GUARDING = frozenset({"arm", "defend", "equip", "protect", "rearm"})
_MOVING = frozenset({"send", "dispatch", "deploy", "fly", "move", "rush"})
_PURPOSE = frozenset({"advcl", "xcomp", "acl"})


def helped(filled: Filled, parties: Parties) -> Iterator[tuple[ActorMention, Token]]:
    """Who is to be helped by what is given, with the noun for him or for his strength.

    Nobody where the words name a taker.
    """
    trigger = filled.trigger
    verb = trigger.head
    if any(link.role == "recipient" for link in filled.links):
        return
    if trigger.hit.form != "verb" or parties.scene.lemmas.isdisjoint(_HELPING):
        return
    given = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if verb_lemma(verb) in _MOVING and any(_is_craft(parties.scene.goods_at.get(t.i)) for t in given):
        return  # "sent a frigate to support Ruritania": it stays the giver's own
    in_order = [t for p in verb.children if p.lower_ == "in" for t in p.children if t.lower_ == "order"]
    for aim in (c for t in (verb, *given, *in_order) for c in t.children if _is_aim(c, verb)):
        for noun in _those_of(aim):
            if noun.i in parties.at:
                yield parties.at[noun.i], noun
            owner = parties.modifying.get(noun.i)
            if owner is not None and noun_lemma(noun) in _STRENGTHS:
                yield owner, noun
            for led in (t for p in noun.children if p.lower_ == "of" for t in p.children):
                if noun_lemma(noun) in _STRENGTHS and led.i in parties.at:
                    yield parties.at[led.i], led


def _is_craft(goods: GoodsMention | None) -> bool:
    return goods is not None and goods.goods.category in PLATFORMS


def _is_aim(token: Token, verb: Token) -> bool:
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    negated = any(c.dep_ == "neg" for c in token.children)
    return (
        token.i > verb.i and token.dep_ in _PURPOSE and to and not negated and verb_lemma(token) in _HELPING
    )


def _those_of(aim: Token) -> Iterator[Token]:
    """The object of the verb of helping, or who is to do something with the help."""
    for child in aim.children:
        if child.dep_ == "dobj" and child.i > aim.i:
            yield child
        elif child.dep_ in ("ccomp", "xcomp"):
            doers = [c for c in child.children if c.dep_ == "nsubj"]
            bare = not doers and verb_lemma(child) in _HELPING | _GUARDING
            yield from _those_of(child) if bare else doers

"""Are goods themselves told to be called off: "the jets were shelved", "cancelled 50 Sylvanian jets"?

There is no word of transfer in it, but what is called off had been ordered, offered or promised.
"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.frames import Lexicon, Trigger
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import first_conjunct
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_CALLING_OFF = words_of("verbs of calling off")
_LAID_ASIDE = words_of("where plans are laid aside")
_PLANS = words_of("nouns for plans")
_DROPPING = words_of("verbs of dropping goods or plans")
"""Verbs that call goods off only where another is named from whom they were to come: "dropped 50 X jets"."""


def find_called_off(parties: Parties, lexicon: Lexicon, known: frozenset[int]) -> tuple[Trigger, ...]:
    """The verbs of a sentence that call goods off; none of the ``known``."""
    found: dict[int, tuple[Token, str]] = {}
    for goods in parties.scene.goods:
        if goods.weak or goods.civil or goods.modifier:
            continue
        verb = _verb_over(goods, parties)
        if verb is None or verb.i in known:
            continue
        givers = _givers(goods, parties)
        sure = _calls_off(verb)
        dropped = _whole(verb) in _DROPPING
        if is_passive(verb) and sure:
            found[verb.i] = verb, "ordered"
        elif givers and (sure or dropped) and _by_another(verb, givers, parties):
            found[verb.i] = verb, "get"
    word = lexicon.words["call off"]
    return tuple(
        Trigger(Hit(word, verb.i, verb.i, verb.i + 1, "verb"), verb, lexicon.frames[name])
        for verb, name in found.values()
    )


def _verb_over(goods: GoodsMention, parties: Parties) -> Token | None:
    """The verb that is done to goods, also in a clause behind them: "jets that were frozen in May"."""
    token = first_conjunct(parties.scene.doc[goods.head])
    behind = [c for c in token.children if c.dep_ in ("relcl", "acl") and is_passive(c) and c.i > token.i]
    for verb in behind:
        subjects = [c for c in verb.children if c.dep_ == "nsubjpass"]
        if _calls_off(verb) and all(c.tag_ == "WDT" for c in subjects):
            return verb
    while token.dep_ == "pobj" and (token.head.lower_ == "of" or _is_plan_for(token.head)):
        token = token.head.head
    done_to = "nsubjpass" if is_passive(token.head) else "dobj"
    return token.head if token.dep_ == done_to and token.head.pos_ == "VERB" else None


def _is_plan_for(preposition: Token) -> bool:
    """Of ``plans for Ruritanian jets``: whether a preposition leads from plans to what they are for."""
    return preposition.lower_ == "for" and noun_lemma(preposition.head) in _PLANS


def _calls_off(verb: Token) -> bool:
    """Whether a verb says that what it is done to will not come, or not now."""
    if _whole(verb) in _CALLING_OFF:
        return True
    aside = [c for p in verb.children if p.lower_ in ("on", "in", "into") for c in p.children]
    return verb_lemma(verb) in ("put", "place") and any(noun_lemma(c) in _LAID_ASIDE for c in aside)


def _whole(verb: Token) -> str:
    """A verb with its particle."""
    return " ".join([verb_lemma(verb), *(c.lower_ for c in verb.children if c.dep_ == "prt")])


def _givers(goods: GoodsMention, parties: Parties) -> set[str]:
    """From whom goods are told to be: "jets from Ruritania", "Ruritanian jets"."""
    noun = parties.scene.doc[goods.head]
    named = [parties.at.get(t.i) for p in noun.children if p.lower_ == "from" for t in p.children]
    named.append(parties.origin.get(goods.head))
    return {str(end_point(m)) for m in named if m is not None}


def _by_another(verb: Token, givers: set[str], parties: Parties) -> bool:
    """Whether a state that is not who gives does it: it had ordered them."""
    subjects = subjects_of(verb, parties)
    doers = {end_point(parties.at[t.i]) for t in subjects if t.i in parties.at}
    return bool(doers) and givers.isdisjoint(doers) and None not in doers

"""Does a state look over or fancy another's arms: "Ruritania is looking at the Sylvanian jet", "prefers it"?

Reporters have many words for a buyer who has not asked yet. They tell of one only where it is named whose the
arms are, and where a state or its forces do it.
"""

from __future__ import annotations

from tallybook.model import Category
from tallybook.read.clauses.frames import Lexicon, Trigger
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.scene import first_conjunct
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FANCYING = words_of("verbs of fancying goods")
_LOOKING = words_of("verbs of looking goods over")
_FIRED = frozenset({Category.MISSILES, Category.ROCKETS, Category.DRONES, Category.BOMBS, Category.TROOPS})
"""Goods that one looks over as often because they were fired at him."""

_ACTING = words_of("nouns for who acts for a state") | words_of("nouns for who speaks for a state")
_MANY = frozenset(
    {"officer", "pilot", "brigadier", "team", "delegation", "mission", "brass", "planner", "buyer"}
)
_OTHERS = frozenset({"outlet", "agency", "alliance", "organisation", "expert"})


def find_weighing(parties: Parties, lexicon: Lexicon, known: frozenset[int]) -> tuple[Trigger, ...]:
    """The verbs of a sentence by which somebody weighs or fancies another's arms; none of the ``known``."""
    found: dict[int, Token] = {}
    for goods in parties.scene.goods:
        verb = None if goods.weak or goods.civil or goods.modifier else _verb_over(goods, parties)
        if verb is None or verb.i in known or not _is_anothers(goods, verb, parties):
            continue
        if _may_buy(verb, parties):
            found[verb.i] = verb
    word = lexicon.words["weigh up"]
    return tuple(
        Trigger(Hit(word, verb.i, verb.i, verb.i + 1, "verb"), verb, lexicon.frames[word.frame])
        for verb in found.values()
    )


def _verb_over(goods: GoodsMention, parties: Parties) -> Token | None:
    """The verb of weighing or fancying that has goods as its object, or behind its preposition."""
    token = first_conjunct(parties.scene.doc[goods.head])
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in ("NOUN", "NUM"):
        token = token.head.head
    verb, words = token.head, None
    if token.dep_ == "pobj":
        verb = token.head.head
        words = f"{verb_lemma(verb)} {token.head.lower_}"
    elif token.dep_ == "nsubjpass":
        left = [c for c in verb.children if c.dep_ == "prep" and not list(c.children)]
        words = " ".join([verb_lemma(verb), *(c.lower_ for c in left)])
    elif token.dep_ == "dobj":
        moved = [c for c in verb.children if c.dep_ == "prt"]
        words = " ".join([verb_lemma(verb), *(c.lower_ for c in moved)])
    looked = words in _LOOKING and goods.goods.category not in _FIRED
    return verb if verb.pos_ == "VERB" and (looked or words in _FANCYING) else None


def _is_anothers(goods: GoodsMention, verb: Token, parties: Parties) -> bool:
    """Whether it is named whose goods are: "jets from Ruritania", "the Ruritanian jet"."""
    noun = parties.scene.doc[goods.head]
    from_ = (t for over in (noun, verb) for p in over.children if p.lower_ == "from" for t in p.children)
    return goods.head in parties.origin or any(t.i in parties.at for t in from_)


def _may_buy(verb: Token, parties: Parties) -> bool:
    """Whether a state or who acts for one does it, or nobody is named."""
    if is_passive(verb):
        return True
    for token in subjects_of(verb, parties):
        mention = parties.at.get(token.i) or parties.scene.actor_at.get(token.i)
        if mention is not None and mention.kind not in _OTHERS and mention.what not in _OTHERS:
            return True
        if noun_lemma(token) in _ACTING | _MANY:
            return True
    return False

"""Does a verb that is no word of transfer hand arms over: "Ruritania rustled up 22 guns for Sylvania"?

Reporters have ever new words for giving. A state that does something with arms that are for another state,
and neither makes, uses, wants nor keeps them, gives them.
"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Category
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.frames import Lexicon, Trigger
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import Parties
from tallybook.read.clauses.subjects import subjects_of
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TransferWord
from tallybook.vocabulary.wordlists import words_of

_OTHER = words_of("verbs that hand nothing over") | words_of("verbs of war") | words_of("verbs of making")
_OTHER |= words_of("verbs of wanting") | words_of("verbs of lacking") | words_of("verbs of keeping from")
_TOWARD = frozenset({"for", "to"})
_TELLING = words_of("nouns for accounts under a label")
_AWAY = words_of("verbs of getting rid of arms")
_FIRED = frozenset({Category.MISSILES, Category.ROCKETS, Category.DRONES, Category.BOMBS, Category.TROOPS})
"""Goods that may come from somebody because he fired or sent them to fight."""


def find_any_verb(parties: Parties, lexicon: Lexicon, found: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """The verbs of a sentence that hand arms over, though the vocabulary does not know them as such.

    Args:
        parties: those of the sentence.
        lexicon: knows the words of transfer, and those that turn them.
        found: the words of transfer that are known.
    """
    known = {i for t in found for i in (t.head.i, *range(t.hit.first, t.hit.last))}
    verbs: dict[int, tuple[Token, str]] = {}
    for goods in parties.scene.goods:
        verb = _verb_over(goods, parties) if not (goods.weak or goods.civil or goods.modifier) else None
        if verb is None or verb.i in known:
            continue
        if _between(verb, goods, parties, _TOWARD):
            verbs[verb.i] = verb, "any verb"
        elif _may_take(verb, goods) and _between(verb, goods, parties, frozenset({"from"})):
            verbs[verb.i] = verb, "any taking"
    if not verbs or any(h.token in verbs for h in lexicon.turns_in(parties.scene)):
        return ()
    return tuple(_trigger(verb, lexicon.words[name], lexicon) for verb, name in verbs.values())


def _trigger(verb: Token, word: TransferWord, lexicon: Lexicon) -> Trigger:
    return Trigger(Hit(word, verb.i, verb.i, verb.i + 1, "verb"), verb, lexicon.frames[word.frame])


def _may_take(verb: Token, goods: GoodsMention) -> bool:
    """Whether who does it to goods from another may have got them: neither fended off nor taken away."""
    return verb_lemma(verb) not in _AWAY and goods.goods.category not in _FIRED


def _verb_over(goods: GoodsMention, parties: Parties) -> Token | None:
    """The verb that is done to goods, or to a lot or a number of them."""
    token = parties.scene.doc[goods.head]
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
        if noun_lemma(token) in _TELLING:
            return None  # "revised its estimate of arms for Ruritania"
    done_to = "nsubjpass" if is_passive(token.head) else "dobj"
    verb = token.head
    return verb if token.dep_ == done_to and verb.pos_ == "VERB" and verb_lemma(verb) not in _OTHER else None


def _between(verb: Token, goods: GoodsMention, parties: Parties, led_by: frozenset[str]) -> bool:
    """Whether a state does it to the goods, and they are for another, or from one."""
    doers = (
        [t for c in verb.children if c.dep_ == "agent" for t in c.children]
        if is_passive(verb)
        else subjects_of(verb, parties)
    )
    givers = {end_point(parties.at[t.i]) for t in doers if t.i in parties.at}
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    below = [p for t in (verb, *things, parties.scene.doc[goods.head]) for p in t.children]
    led = [t for p in below if p.lower_ in led_by and p.dep_ in ("prep", "dative") for t in p.children]
    takers = {end_point(parties.at[t.i]) for t in led if t.i in parties.at}
    return len(givers) == 1 and len(takers) == 1 and givers.isdisjoint(takers | {None}) and None not in takers

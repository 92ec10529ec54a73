"""Where is it told that arms are in somebody's hands: "shells in Ruritanian hands", "in X's service"?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tallybook.read.clauses.frames import Lexicon, Trigger
from tallybook.read.clauses.lemmas import MODIFIES, noun_lemma, verb_lemma
from tallybook.read.clauses.lookup import Hit
from tallybook.read.clauses.parties import Parties
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_HANDS = words_of("nouns for whose goods are")
_IN = frozenset({"in", "into"})


def find_in_hands(parties: Parties, lexicon: Lexicon, found: Iterable[Trigger]) -> Iterator[Trigger]:
    """The phrases of a sentence that say in whose hands something is, beside those that are words already.

    Args:
        parties: those of the sentence.
        lexicon: knows the words of transfer.
        found: the words of transfer that are known.
    """
    hands = parties.scene.among(_HANDS)
    if not hands:
        return
    heads = {t.head.i for t in found if verb_lemma(t.head) != "be"}
    inside = {i for t in found if t.head.i in heads for i in range(t.hit.first, t.hit.last)}
    word = lexicon.words["in service with"]
    for token in hands:
        preposition = token.head
        if noun_lemma(token) not in _HANDS or token.dep_ != "pobj" or preposition.lower_ not in _IN:
            continue
        if preposition.i in inside or preposition.head.i in heads or not _owned(token, parties):
            continue
        if not _whose_make(preposition, parties):
            continue  # who gave them is told elsewhere
        hit = Hit(word, preposition.i, preposition.i, token.i + 1, "phrase")
        yield Trigger(hit, preposition, lexicon.frames[word.frame])


def _whose_make(preposition: Token, parties: Parties) -> bool:
    """Whether the goods that are in somebody's hands are told to be another's: "X's shells in Y's hands"."""
    goods = [g for g in parties.scene.goods if g.head < preposition.i]
    return any(g.head in parties.origin or _from_party(g.head, parties) for g in goods)


def _from_party(index: int, parties: Parties) -> bool:
    led = (t for p in parties.scene.doc[index].children if p.lower_ == "from" for t in p.children)
    return any(t.i in parties.at for t in led)


def _owned(hands: Token, parties: Parties) -> bool:
    """Whether the name of a party is beside the noun, and nothing hangs on that: no "service of X"."""
    named = any(c.i in parties.scene.actor_at and c.dep_ in MODIFIES | {"poss"} for c in hands.lefts)
    return named and not any(c.lower_ == "of" for c in hands.children)

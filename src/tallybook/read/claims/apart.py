"""Does a sentence tell of one more of several transfers, so that it never says again what was told before?"""

from __future__ import annotations

from itertools import pairwise

from tallybook.model import Claim
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.clauses.standing import takes_place
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

APART = "one of several, told of apart"
"""The reason that marks such a claim."""

_LOTS = (
    words_of("nouns for lots")
    | words_of("acts of handing over")
    | {"attempt", "bid", "try", "haul", "seizure"}
)
_MORE = frozenset({"another", "second", "third", "fourth", "fifth", "further", "additional"})
_RANKS = _MORE | {"first", "last", "latest", "recent", "next"}
_COUNTED = frozenset({"first", "second", "third", "fourth", "fifth"})
_NEAR = 4
"""Words before a thing among which its rank stands."""

_COMING = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "conj"})


def told_apart(event: Event) -> tuple[str, ...]:
    """The reason that sets a claim apart from others of its flow, where the words say so."""
    noun = event.trigger.head
    if event.trigger.hit.form == "noun" and is_ranked(noun) and takes_place(noun):
        return (APART,)
    verbs = [noun, *noun.conjuncts] if noun.pos_ == "VERB" else []
    moved = (c for v in verbs for c in v.children if c.dep_ in _COMING)
    return (APART,) if any(_one_more(c) if noun_lemma(c) in _LOTS else _one_of_them(c) for c in moved) else ()


def is_ranked(noun: Token) -> bool:
    """Whether a noun is told to be one of several: "the first delivery", "the most recent transfer"."""
    return any(c.lower_ in _RANKS for c in noun.lefts)


def _one_more(noun: Token) -> bool:
    words = [t.lower_ for c in noun.lefts for t in c.subtree]
    return bool(_MORE & set(words)) or ("one" in words and "more" in words)


def _one_of_them(thing: Token) -> bool:
    """Whether one ship or plane is told to be the first or the second of them: "a first corvette"."""
    before = [t.lower_ for t in thing.doc[max(0, thing.i - _NEAR) : thing.i]]
    return any(a == "a" and rank in _COUNTED for a, rank in pairwise(before))


def keeps_apart(one: Claim, other: Claim) -> bool:
    """Whether one of two claims is of another lot than the other: only the same day makes them one."""
    marked = [APART in c.why for c in (one, other)]
    return any(marked) and not all(marked) and not (one.time is not None and other.time is not None)

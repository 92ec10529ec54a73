"""Where were arms seen: "were spotted at the base of X", "could be seen in the streets of X"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_THERE = frozenset({"in", "at", "on", "inside", "near", "outside", "across"})
_WITHIN = _THERE | {"of", "by", "over"}
_SHOWN = words_of("gatherings") | words_of("drills")
_FILM = words_of("pictures")
_AIR = frozenset({"sky", "air", "airspace", "space", "orbit", "sea", "water", "strait", "gulf", "border"})
"""Where arms pass by of whoever sent them."""


def sighted_at(verb: Token) -> list[Token]:
    """The nouns for where something was seen, none where arms are shown or only pass by."""
    things = () if is_passive(verb) else _beheld(verb)
    led = [p for t in (verb, *things) for p in t.children if p.dep_ == "prep" and p.lower_ in _THERE]
    found = [c for p in led for c in p.children if c.dep_ == "pobj" and noun_lemma(c) not in _FILM]
    if any(noun_lemma(t) in _SHOWN for t in found):
        return []
    return [t for t in found if noun_lemma(t) not in _AIR]


def _beheld(verb: Token) -> list[Token]:
    """What somebody saw, spotted or filmed."""
    return [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]


def is_sighted(verb: Token) -> bool:
    """Whether arms were seen with somebody or somewhere: "have been filmed with X's troops", "at a base"."""
    if any(c.dep_ in ("xcomp", "ccomp", "oprd", "agent") for c in verb.children):
        return False
    if not is_passive(verb):
        return verb.tag_ in ("VBD", "VBN") and bool(_beheld(verb)) and bool(sighted_at(verb))
    with_ = any(c.lower_ in ("with", "among") and c.dep_ == "prep" for c in verb.children)
    return with_ or bool(sighted_at(verb))


def was_in_sight(verb: Token) -> bool:
    """Whether "could" tells what was there to be seen, not what may be: "two could be seen at the base"."""
    return verb_lemma(verb) in _SEEING and is_passive(verb)


_SEEING = frozenset({"see", "spot", "sight", "observe"})


def whose_marks(verb: Token) -> Iterator[Token]:
    """The words that may name whose colours the arms seen bear, or in whose ranks they are."""
    seen = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
    for noun in seen:
        for prep in (c for c in noun.children if c.dep_ == "prep" and c.i > noun.i):
            below = [c for c in prep.children if c.dep_ == "pobj"]
            if prep.lower_ == "of" or any(noun_lemma(t) in _MARKS for t in below):
                yield from (t for c in below for t in places_in(c))


_MARKS = frozenset(
    {"colour", "color", "camouflage", "livery", "insignia", "marking", "roundel", "flag", "rank", "hand"}
)


def places_in(noun: Token) -> Iterator[Token]:
    """A place and what it lies in, nearest first: "the runway of Port X", "a road near Port X, Ruritania"."""
    yield from (c for c in noun.lefts if c.dep_ in ("poss", "compound", "nmod", "amod"))
    yield noun
    for child in noun.children:
        if child.dep_ == "appos":
            yield from places_in(child)
        elif child.dep_ == "prep" and child.lower_ in _WITHIN:
            for below in child.children:
                if below.dep_ == "pobj":
                    yield from places_in(below)

"""Does a clause say of a handing over when or that it takes place: "Deliveries began in May"?"""

from __future__ import annotations

from tallybook.read.text.tree import Token
from tallybook.read.times.calendar import MONTH_NAMES
from tallybook.vocabulary.wordlists import words_of

_HAPPENS = words_of("verbs by which an act takes place")
_DONE = words_of("states of an act")
_TIMES = words_of("nouns of time")
_RECORDING = words_of("verbs of recording")
_UNTIL = frozenset({"place", "until", "till"})
_MORE = frozenset({"additional", "another", "fresh", "further", "more", "new", "no", "several"})
"""Words that tell of how many handings over there is talk: "there will be further shipments"."""


def happens(act: Token, verb: Token) -> bool:
    """Whether the verb of a noun of handing over says when or that it is, was or will be done."""
    if act.dep_ == "attr":
        return any(c.dep_ == "nummod" or c.lower_ in _MORE for c in act.children)
    lemma = str(verb.lemma_).lower()
    if lemma == "be":
        return any(c.lower_ in _DONE or c.dep_ == "xcomp" for c in verb.children) or _is_dated(verb)
    if lemma in _RECORDING:
        return _is_none(act)
    if lemma == "come" and verb.tag_ == "VB":
        return True  # "more shipments are to come"
    known = lemma == "make" and any(c.lower_ in ("known", "public") for c in verb.children)
    placed = lemma != "take" or any(c.lower_ in _UNTIL or c.lemma_ in _TIMES for c in verb.children)
    return lemma in _HAPPENS and placed and not known


def _is_none(act: Token) -> bool:
    """Whether there is none of what a noun says: "no delivery has been verified"."""
    return any(c.lower_ == "no" or (c.lower_ == "single" and c.nbor(-1).lower_ == "a") for c in act.lefts)


def _is_dated(verb: Token) -> bool:
    over = [c for a in verb.children if a.lower_ == "that" and a.dep_ == "attr" for c in a.children]
    after = [t for p in (*verb.children, *over) if p.dep_ == "prep" for t in p.children]
    return any(t.like_num or t.lower_ in _DONE or t.lower_ in MONTH_NAMES for t in after)

"""Is what comes told of ahead, in the present: "the first jets come from Ruritania in the autumn"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_TIMES = words_of("nouns of time")
_ENSURING = frozenset({"ensure", "guarantee", "sure"})
_NOW = frozenset({"is", "are", "get", "gets"})


def comes_later(trigger: Trigger) -> bool:
    """Whether a verb of coming has a time ahead, as a season or "next year", or what happens is made sure."""
    verb = trigger.head
    if _is_ensured(verb):
        return True
    if verb_lemma(verb) not in ("come", "follow") or verb.tag_ not in ("VBP", "VBZ"):
        return False
    led = [t for p in verb.children if p.dep_ == "prep" and p.lower_ in ("in", "by") for t in p.children]
    near = [c for c in verb.children if c.dep_ == "npadvmod" and any(t.lower_ == "next" for t in c.lefts)]
    return any(noun_lemma(t) in _TIMES for t in (*led, *near))


def _is_ensured(verb: Token) -> bool:
    """Whether it is only made sure that something happens: "to ensure that the package is delivered"."""
    if verb.dep_ != "ccomp" or verb_lemma(verb.head) not in _ENSURING:
        return False
    helping = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBP", "VBZ") or (verb.tag_ == "VBN" and bool(helping & _NOW))

"""Which verbs of coming reach a deal, not a place: "came to an agreement", "entered into a deal"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_done_to, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

DEALS = words_of("what is closed between two")
_COMING = frozenset({"arrive", "come", "enter", "get", "go", "reach"})
_AT = frozenset({"at", "into", "to"})


def reaches_deal(verb: Token) -> bool:
    """Whether what a verb of coming reaches, or "made" makes, is a deal or a sum."""
    if verb_lemma(verb) not in _COMING:
        return verb_lemma(verb) == "make" and is_done_to(verb, DEALS)
    if is_done_to(verb, DEALS) or _comes_to_sum(verb):
        return True
    led = [t for p in verb.children if p.lower_ in _AT for t in p.children if t.dep_ == "pobj"]
    into = any(c.lower_ in _AT and not any(c.children) for c in verb.children)  # "were entered into by X"
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(noun_lemma(t) in DEALS for t in (*led, *(subjects if into else ())))


def _comes_to_sum(verb: Token) -> bool:
    """Whether only a sum is reached: "exports reached two billion dollars"."""
    reached = [t for c in verb.children if c.dep_ == "dobj" for t in (c, *c.lefts)]
    return verb_lemma(verb) == "reach" and any(t.is_currency or noun_lemma(t) in _CURRENCIES for t in reached)


_CURRENCIES = words_of("currencies")

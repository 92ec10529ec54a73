"""Is money, not arms, put by: "set aside 60 million euros for tanks from Ruritania"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PUTTING_BY = frozenset(
    {"allocate", "appropriate", "budget", "commit", "earmark", "put", "reserve", "ring", "set"}
)
_FUNDS = words_of("nouns for public money") | words_of("currencies")


def sets_money_aside(verb: Token) -> bool:
    """Whether a sum is set aside for something: whoever does so means to buy."""
    if verb_lemma(verb) not in _PUTTING_BY:
        return False
    sums = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    led = [p for t in (verb, *sums) for p in t.children if p.lower_ in ("for", "to")]
    bought = any(t.pos_ != "PROPN" for p in led for t in p.children)
    return bought and any(_is_money(t) for t in sums)


def _is_money(noun: Token) -> bool:
    counted = any(t.is_currency or t.pos_ == "SYM" for t in noun.subtree)
    return counted or noun_lemma(noun) in _FUNDS

"""Which goods are told of on top of others: "besides 30 tanks", "in addition to the jets already sent"?"""

from __future__ import annotations

from tallybook.read.clauses.frames import Trigger
from tallybook.read.clauses.over import chain_over
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.text.tree import Token

_ALONE = frozenset({"besides", "alongside"})
_LED = frozenset(
    {("addition", "to"), ("top", "of"), ("along", "with"), ("together", "with"), ("apart", "from")}
) | {
    ("aside", "from"),
}
"""Words that add goods to others, with the preposition behind them."""

_CLAUSES = frozenset({"acl", "relcl"})


def adds_to(noun: Token) -> Token | None:
    """The word that a phrase which adds ``noun`` to other goods hangs on."""
    if noun.dep_ not in ("pobj", "nsubj", "dep") or not noun.i:
        return None
    prep = noun.head if noun.dep_ == "pobj" else noun
    if prep.lower_ in _ALONE:
        return prep.head if prep.head != prep else None
    before = prep.nbor(-1) if prep.i else prep
    if (before.lower_, prep.lower_) not in _LED:
        return None
    top = before.head if before.dep_ == "pobj" else before
    return top.head if top.head != top else None


def is_added(noun: Token, head: Token) -> bool:
    """Whether the act of ``head`` is told of such goods as well: "besides 30 tanks X gave 13 jets"."""
    over = adds_to(noun)
    if over is None or any(c.dep_ in _CLAUSES for c in noun.children):
        return False
    return over == head or any(t == over and not finite for t, finite in chain_over(head))


def told_apart(noun: Token, head: Token, heads: frozenset[int]) -> bool:
    """Whether another word of transfer says of such goods what was done: "besides the jets it has sent"."""
    own = any(c.dep_ in _CLAUSES and c.i in heads for c in noun.rights)
    return own and head.head != noun and adds_to(noun) is not None


def told_before(head: Token) -> Token | None:
    """Where a word of transfer only says what was done with goods added to others: what these hang on."""
    token = head
    for _ in range(CLIMB_LIMIT):
        if token.dep_ in _CLAUSES:
            return adds_to(token.head)
        if token.dep_ not in ("conj", "xcomp"):
            break
        token = token.head
    return None


def goes_with(head: Token, other: Token) -> bool:
    """Whether the goods of ``head`` are told of on top of those of ``other``."""
    over = told_before(head)
    return over is not None and (over == other or any(t == over for t, _ in chain_over(other)))


def adds_option(trigger: Trigger) -> bool:
    """Whether a deal holds an option on goods beside its own: "ordered ten, with an option for five more"."""
    noun = trigger.head
    if trigger.word.name != "option" or noun.dep_ not in ("pobj", "dobj", "conj"):
        return False
    led = [t for p in noun.children if p.lower_ in ("on", "for") for t in p.children if t.dep_ == "pobj"]
    return any(t.like_num for n in led for t in (n, *n.lefts))

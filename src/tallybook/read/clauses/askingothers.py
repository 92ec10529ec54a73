"""Are others asked to give, though nobody is named: "Ruritania asked to supply tanks", to it, that is?"""

from __future__ import annotations

from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.lemmas import is_passive, verb_lemma
from tallybook.read.clauses.parties import Parties
from tallybook.read.text.tree import Token

_ASKING = frozenset({"ask", "request"})
_GIVEN = frozenset(
    {"deliver", "donate", "give", "hand", "lend", "provide", "sell", "send", "supply", "transfer"}
)
_OWN = frozenset({"its", "their", "our", "his", "her", "own"})


def asks_others(verb: Token, parties: Parties) -> bool:
    """Whether who asks is to get what a verb gives: it names no other taker and nothing of his own."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    asking = first.head
    if first.dep_ != "xcomp" or verb_lemma(verb) not in _GIVEN or verb_lemma(asking) not in _ASKING:
        return False
    if is_passive(verb) or any(c.dep_ in ("dobj", "dative", "auxpass", "prep") for c in asking.children):
        return False
    askers = {end_point(parties.at[c.i]) for c in asking.children if c.dep_ == "nsubj" and c.i in parties.at}
    behind = [t for t in verb.subtree if t.i > verb.i]
    others = {end_point(parties.at[t.i]) for t in behind if t.i in parties.at} - askers
    return not others and not any(t.lower_ in _OWN for t in behind)

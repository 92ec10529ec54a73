"""Does a noun only name a transfer that the report tells of: "the deliveries", "the contract"?"""

from __future__ import annotations

from tallybook.read.claims.case import Case
from tallybook.read.clauses.lemmas import noun_lemma, verb_lemma
from tallybook.read.clauses.madein import is_of_a_day
from tallybook.read.clauses.standing import says_more
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_CLOSED = frozenset({"place", "sign", "conclude", "award", "agree", "clinch", "seal", "ink"})
"""What is done to an order or a contract."""

_LOGGING = words_of("verbs of putting down a catch")
_HANDING = words_of("acts of handing over") | {"arrival", "landing", "loading", "unloading"}
_SEEING = words_of("verbs of seeing and showing an act")
_PROOF = frozenset({"confirmation", "evidence", "proof"})
_HAVING_IT = words_of("verbs of having proof")
_NOBODY = frozenset({"neither", "nobody", "none"})


def only_named(case: Case) -> bool:
    """Whether a noun names a transfer of the report and tells nothing of it: "the deliveries"."""
    head = case.head
    if not case.noun or case.told or case.event.turns or says_more(case.event.trigger):
        return False
    equated = head.dep_ == "attr" and any(g.head < head.i for g in case.goods) and case.definite
    closed = any(verb_lemma(c) in _CLOSED for c in head.children if c.tag_ == "VBN")
    if case.frame == "seize" and case.goods and head.dep_ == "dobj" and verb_lemma(head.head) in _LOGGING:
        return False  # "the command recorded a seizure of 310 rifles"
    return not (
        equated
        or closed
        or is_of_a_day(head)
        or _counted_act(head)
        or any(f.trigger.frame.name == "seize" for f in case.event.absorbed)
        or _is_proved(head)
        or any(h.hedge.name == "no sign" and h.first < head.i for h in case.hedges)
    )


def _counted_act(noun: Token) -> bool:
    """Whether somebody shows or sees that a number is handed over: "showed the handover of two of them"."""
    if noun.dep_ != "dobj" or noun_lemma(noun) not in _HANDING or verb_lemma(noun.head) not in _SEEING:
        return False
    told = [t for p in noun.children if p.lower_ == "of" for t in p.children]
    return any(t.like_num or any(c.like_num for c in t.lefts) for t in told)


def _is_proved(noun: Token) -> bool:
    """Whether a noun names the transfer of which somebody has proof, or has shown some."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else noun
    if over == noun or noun_lemma(over) not in _PROOF or over.dep_ != "dobj":
        return False
    nobody = any(c.dep_ == "nsubj" and c.lower_ in _NOBODY for c in over.head.children)
    return verb_lemma(over.head) in _HAVING_IT and not nobody

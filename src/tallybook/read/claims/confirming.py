"""Does somebody only not confirm a transfer, which neither tells nor denies it?"""

from __future__ import annotations

from tallybook.read.claims.case import Case
from tallybook.read.clauses.event import ENDS
from tallybook.read.clauses.lemmas import verb_lemma
from tallybook.read.text.tree import Token

_CONFIRMING = frozenset({"confirm", "verify", "corroborate"})


def unconfirmed(case: Case) -> bool:
    """Whether somebody only does not confirm it, which denies nothing: "neither has confirmed the sale"."""
    over = [case.head.head, *(case.head.doc[t.hit.token] for t in case.event.turns)]
    verbs = [t for t in over if verb_lemma(t) in _CONFIRMING and t.pos_ == "VERB"]
    below = [
        c
        for v in verbs
        for c in (*v.children, *(t for s in v.children if s.dep_ == "nsubj" for t in s.children))
    ]
    below = [c for c in below if not _other_clause(c, case.head)]
    whole = len(case.told) == len(ENDS) and case.goods and (not case.noun or case.head.head in verbs)
    if whole and (any(map(_is_unable, verbs)) or any(map(_never, verbs))):
        return False  # absence of evidence for what is told in full
    return any(c.dep_ == "neg" or c.lower_ in ("neither", "none", "nobody") for c in below)


def _is_unable(verb: Token) -> bool:
    """Whether somebody has nothing to confirm it with: "cannot confirm that X has sent shells"."""
    return any(c.dep_ == "aux" and c.lower_ in ("can", "ca", "could") for c in verb.children)


def _never(verb: Token) -> bool:
    """Whether a party has never owned to its own act: "has never confirmed that it gave X drones"."""
    return any(c.dep_ == "neg" and c.lower_ == "never" for c in verb.children)


def _other_clause(negation: Token, head: Token) -> bool:
    """Whether "but" stands between: "that is not confirmed, but it may send more"."""
    between = head.doc[negation.i : head.i]
    return any(t.lower_ == "but" for t in between)

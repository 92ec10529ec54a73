"""Who only stops what runs between others: "the coast guard halted the flow of rifles"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_FORCES = words_of("forces of a state")
_WATCHES = words_of("who watches the ways")


def stops_traffic(verb: Token, act: Token) -> bool:
    """Whether those who watch or fight stop what runs: "the coast guard halted the flow of rifles"."""
    if act.pos_ != "NOUN" or noun_lemma(act) not in _TRAFFIC:
        return False
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "for" else None
    if above is not None:  # "praised the guards for stopping the flow"
        doers = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass")]
    words = {t.lower_ for d in doers for t in d.subtree}
    return bool(words & (_WATCHES | _FORCES | _CREWS))


_TRAFFIC = words_of("nouns for traffic")
_CREWS = frozenset({"fleet", "fighters", "marines", "officers", "crews", "militia", "command", "centcom"})

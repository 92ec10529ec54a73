"""Is an act told to be nobody's, or is there no leave for it: "nobody has promised", "no licence"?"""

from __future__ import annotations

from tallybook.read.clauses.event import Event
from tallybook.read.text.tree import Token

_NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
_NONE = frozenset({"no", "neither"})


def by_nobody(event: Event) -> bool:
    """Whether a negation stands at the subject of an act, or at the noun that turns it."""
    doc = event.trigger.head.doc
    nouns = [doc[t.hit.token] for t in event.turns if t.hit.form == "noun"]
    if any(c.lower_ in _NONE and c.dep_ == "det" for noun in nouns for c in noun.lefts):
        return True
    verbs = [event.trigger.head, *(doc[t.hit.token] for t in event.turns if t.hit.form == "verb")]
    subjects = [c for v in verbs if v.pos_ in ("VERB", "AUX") for c in v.children if c.dep_ == "nsubj"]
    return any(s.lower_ in _NOBODY or _no_one(s) for s in subjects)


def _no_one(subject: Token) -> bool:
    """Whether a subject is "no country", "not one firm"."""
    words = [c.lower_ for c in subject.lefts]
    return "no" in words or ("not" in words and ("one" in words or "a" in words))

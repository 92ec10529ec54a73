"""Is something presented to somebody for keeps, not put before him or shown: "presented 20 jeeps to X"?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import noun_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_PUT_BEFORE = (
    words_of("papers that are quoted") | words_of("pictures") | {"evidence", "proof", "plan", "offer", "case"}
)
_OWN = frozenset({"its", "their", "his", "new", "latest", "newest"})
"""What stands before goods that are shown: "presented its new tank"."""


def hands_over(verb: Token) -> bool:
    """Whether the thing presented is named as so many, or as several, and as nothing that is only shown."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(_is_given(thing) for thing in things)


def _is_given(thing: Token) -> bool:
    several = thing.tag_ in ("NNS", "NNPS") or any(c.dep_ == "nummod" for c in thing.lefts)
    shown = any(c.lower_ in _OWN for c in thing.lefts)
    return several and not shown and noun_lemma(thing) not in _PUT_BEFORE

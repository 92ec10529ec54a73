"""Does "rejected" turn down a wish, a licence or a sale, or does it deny a charge?"""

from __future__ import annotations

from tallybook.read.clauses.lemmas import is_done_to, noun_lemma, verb_lemma
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

LEAVES = words_of("nouns for leave to do something")
_WANTED = words_of("what is refused and not denied")
_EITHER_WAY = frozenset({"reject", "dismiss", "repudiate"})
_CHARGED = frozenset({"any", "all", "alleged", "supposed", "such", "purported"})
"""Words before a noun that make it a charge: "rejected any sale of arms"."""

_LEAVE = words_of("permits") | {"export", "re-export", "reexport"}
_GIVEN = _LEAVE | {"sale", "transfer"}
"""What somebody applies for who would give, not take."""


def turns_down(verb: Token) -> bool:
    """Whether a verb that may deny turns something down here: "rejected 62 applications"."""
    if verb_lemma(verb) not in _EITHER_WAY:
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(noun_lemma(t) in _WANTED and not any(c.lower_ in _CHARGED for c in t.lefts) for t in things)


def grants_leave(verb: Token) -> bool:
    """Whether what is given is leave to do something, not goods: "no permit has been given for shells"."""
    return is_done_to(verb, LEAVES)


def asks_leave_to_give(noun: Token) -> bool:
    """Whether a noun is an application for leave to give, not for goods: "applications for exports to"."""
    given = {"application": _GIVEN, "request": _LEAVE}.get(noun_lemma(noun))
    for_ = (t for p in noun.children if p.lower_ == "for" for t in p.children)
    return given is not None and any(noun_lemma(t) in given for t in for_)

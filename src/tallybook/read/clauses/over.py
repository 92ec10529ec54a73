"""Which words stand over a word, so that what they say bears on it?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.read.clauses.lemmas import infinitive, is_finite
from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.text.tree import FINITE, Token
from tallybook.vocabulary.wordlists import words_of

_CARRIES = frozenset(
    {"xcomp", "dobj", "pobj", "pcomp", "prep", "attr", "oprd", "dative", "nsubj", "nsubjpass", "csubj"}
) | {"acl", "acomp", "compound", "agent"}

_NOT_UNDER = words_of("prepositions beside")
"""Prepositions whose phrase tells of something beside what the governing verb says."""

_TURNS_AWAY = words_of("verbs of turning away from")
_AWAY = frozenset({"away", "back", "out", "off"})


def chain_over(token: Token) -> Iterator[tuple[Token, bool]]:
    """The words whose complement ``token`` is, nearest first; whether a finite clause lies between."""
    finite = False
    for _ in range(CLIMB_LIMIT * 2):
        head = token.head
        if head == token:
            return
        dep = token.dep_
        if dep == "conj":
            if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children):
                return
            token = _joined_to(token, head)
            continue
        if dep == "prep" and token.lower_ in _NOT_UNDER and not _turns_from(token):
            return
        if dep == "advcl" and not infinitive(token):
            return
        dep = _as_if(token, head)
        if dep == "ccomp":
            finite = finite or (is_finite(token) and not _is_let(token, head))
        elif dep not in _CARRIES and dep != "advcl":
            return
        if dep == "nsubj" and head.pos_ not in ("VERB", "AUX"):
            return
        yield head, finite
        token = head


def _is_let(verb: Token, over: Token) -> bool:
    """Of ``let ten tanks go to X``: a bare verb with a subject, whatever tag it has."""
    return str(over.lemma_).lower() == "let" and not any(
        c.dep_ in ("aux", "auxpass", "mark") for c in verb.children
    )


def _joined_to(verb: Token, before: Token) -> Token:
    """The verb that one is joined to: "agreed to supply X or had sent Y" joins "sent" to "agreed"."""
    finite = any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)
    while finite and infinitive(before) and before.dep_ == "xcomp" and before.head.pos_ == "VERB":
        before = before.head
    return before


def _as_if(token: Token, head: Token) -> str:
    """How a word hangs, where the tree says so in an odd way."""
    dep = str(token.dep_)
    if dep == "relcl" and any(c.dep_ == "mark" for c in token.children):
        return "ccomp"
    if dep == "relcl" and infinitive(token) and token.i == head.i + 2:
        return "acl"  # "nears a deal to buy"
    away = dep == "advmod" and token.lower_ in _AWAY and head.pos_ == "VERB"
    return "prep" if away else dep  # "walked away from a purchase"


def _turns_from(preposition: Token) -> bool:
    """Whether what follows is what somebody turns away from, is kept from doing, or looks at doing."""
    above = (preposition.head, preposition.head.head)
    if preposition.lower_ == "at" and str(above[0].lemma_).lower() in ("look", "aim"):
        return any(c.tag_ == "VBG" for c in preposition.children)
    return preposition.lower_ == "from" and any(str(t.lemma_).lower() in _TURNS_AWAY for t in above)

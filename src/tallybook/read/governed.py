"""In a parsed sentence: whose act is a verb, and which words hang together?"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_LIMIT = 12
"""Steps up the tree before a search gives up: deeper chains are parsing errors."""


def child(token: Token, *deps: str) -> Token | None:
    """The first dependent with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, with or without its auxiliary ("weapons provided by")."""
    if child(verb, "auxpass", "agent", *PASSIVE_SUBJECTS) is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and child(verb, "aux", "dobj") is None


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb tells of ("by X")."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def subject_of(verb: Token) -> Token | None:
    """Who does what an active verb tells of: its own subject, or the one that controls it."""
    own = child(verb, *SUBJECTS)
    if own is not None:
        return own
    at = verb
    for _ in range(_LIMIT):
        head = at.head
        if head.i == at.i or at.dep_ in ("ccomp", "parataxis"):
            return None
        if at.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _noun_controller(at, head)
        if at.dep_ == "xcomp" and head.lemma_ != "promise":
            receiver = child(head, "dobj", "dative")
            if receiver is not None and receiver.i < at.i:
                return receiver
        own = child(head, *SUBJECTS, *PASSIVE_SUBJECTS)
        if own is not None and own.i != at.i:
            return own
        at = head
    return None


def _noun_controller(verb: Token, noun: Token) -> Token:
    """Who acts in a clause on a noun: the noun itself, or for "its plan to" the owner of the plan."""
    if child(verb, "aux") is not None and verb.tag_ == "VB":
        return owner_of(noun) or noun
    return noun


def owner_of(noun: Token) -> Token | None:
    """Whose is it: "X's claim", "the claim by X", "a warning from X"."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for preposition in noun.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in ("by", "from", "among"):
            return child(preposition, "pobj")
    return None


def subtree(token: Token, without: Container[int] = ()) -> list[int]:
    """Token indices of everything that hangs on ``token``, except below the tokens ``without``."""
    found: list[int] = []
    waiting = [token]
    while waiting:
        at = waiting.pop()
        if at.i in without:
            continue
        found.append(at.i)
        waiting.extend(at.children)
    return sorted(found)

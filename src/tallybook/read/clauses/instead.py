"""Which words tell of what something else is taken for: "drones in place of the jets that X promised"?"""

from __future__ import annotations

from tallybook.read.clauses.parties import CLIMB_LIMIT
from tallybook.read.text.tree import Token

_PLACES = frozenset({"lieu", "place", "stead"})
_BEFORE = {"of": "instead", "than": "rather"}


def replaced(token: Token) -> Token | None:
    """What is left or replaced, in whose phrase or clause a word stands; ``None`` outside of any such."""
    for _ in range(CLIMB_LIMIT):
        if _is_left(token):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def stands_apart(token: Token, verb: Token) -> bool:
    """Whether a word belongs to what is replaced and a verb does not."""
    left = replaced(token)
    return left is not None and left != verb and not left.is_ancestor(verb)


def _is_left(token: Token) -> bool:
    first = token.left_edge.i
    before = [t.lower_ for t in token.doc[max(0, first - 3) : first]]
    if len(before) > 1 and before[-2] == _BEFORE.get(before[-1]):
        return True
    return len(before) > 2 and before[0] == "in" and before[1] in _PLACES and before[2] == "of"

"""What is a response told by: its word, what it does, the tokens that tell it?"""

from __future__ import annotations

from typing import NamedTuple

from tallybook.model import Action
from tallybook.read.text.tree import Token
from tallybook.vocabulary.responses import ResponseWord

LIFTING = frozenset({"lift", "ease", "relax", "waive", "remove", "end"})
"""Verbs that take a measure away; the response is then a negated one."""


class Hit(NamedTuple):
    """A response told: its word, what it does, the verb or noun that tells it, and its measure if it has one.

    ``first`` and ``last`` are the tokens of the telling words; ``verb`` governs the clause.
    """

    word: ResponseWord
    action: Action
    head: Token
    verb: Token
    first: int
    last: int
    measure: Token | None = None

"""Does a name that also means something else mean a type of arms: "another Patriot", "six Tors"?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tallybook.read.mentions.wares import token_at, token_ending
from tallybook.read.text.tree import Doc
from tallybook.vocabulary.wordlists import words_of

_ARMED_UNITS = words_of("nouns behind the name of a type")
_ONE_OF_THEM = frozenset({"a", "an", "another", "one", "each", "every", "further", "second", "third"})
"""Words before a name that stands for one of its kind, not for a river or a man."""


_LISTED = re.compile(r"(?:, |,? (?:and|or) |/)(?:the )?")
"""Between two names of one list."""


class Named(NamedTuple):
    """A noun for goods by where it stands.

    Attributes:
        start, end: characters of the sentence.
        typed: it begins with the name of a type ("Patriot batteries").
        shared: it is but a name, which may mean something else as well ("Javelin").
    """

    start: int
    end: int
    typed: bool
    shared: bool


def types_among(doc: Doc, nouns: Sequence[Named]) -> list[bool]:
    """Which of ``nouns`` mean goods: a shared name does by its own words or in one list with a type.

    ``Javelin and Stinger missiles`` tells of Javelins, ``the Javelin team`` does not.
    """
    meant = [not n.shared or is_type(doc, n.start, n.end) for n in nouns]
    order = range(len(nouns) - 1)
    for left, right in [*((n, n + 1) for n in reversed(order)), *((n + 1, n) for n in order)]:
        if meant[right] and not meant[left] and nouns[right].typed:
            first, second = sorted((nouns[left], nouns[right]))
            meant[left] = _LISTED.fullmatch(doc.text[first.end : second.start]) is not None
    return meant


def is_type(doc: Doc, start: int, end: int) -> bool:
    """Whether such a name means a type: behind a number or "another", or in the plural."""
    before = doc[token_at(doc, start).i - 1] if token_at(doc, start).i else None
    head = token_ending(doc, end)
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if after is not None and after.lemma_.lower() in _ARMED_UNITS and doc.text[start].isupper():
        return True
    if before is None or before.pos_ == "NUM" or before.like_num or doc.text[end - 1] == "s":
        return before is not None or doc.text[end - 1] == "s"
    single = after is None or after.pos_ not in {"NOUN", "PROPN"}
    told = before.lower_ == "the" and any(c.dep_ == "relcl" for c in head.children)
    return single and (before.lower_ in _ONE_OF_THEM or told)

"""How are the words of a text written? Words with their places, folded, and the signs of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tallybook.read.text.tree import Doc

WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?|\w+|[^\w\s]")
"""A word, a dotted abbreviation as a whole ("U.S."), or one other sign."""

WINDOW = 6
"""Words on either side by which a line in capitals is told from running text."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word without case, diacritics and typographic apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‘", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def british(word: str) -> str:
    """A noun in lower case as it is spelled in Britain, where offices and bodies are named by it."""
    return _BRITISH.get(word, word)


_BRITISH = {"center": "centre", "defense": "defence", "organization": "organisation"}


def keys_of(words: str) -> tuple[str, ...]:
    """The folded words of a wording."""
    return tuple(fold(word) for word in WORD.findall(words))


class Words:
    """The words of one text with their places, as written and folded."""

    def __init__(self, doc: Doc) -> None:
        text = doc.text
        matches = list(WORD.finditer(text))
        self.text = text
        self.common = {token.idx for token in doc if token.pos_ not in ("", "PROPN")}
        self.shapes = [match.group() for match in matches]
        self.keys = [fold(shape) for shape in self.shapes]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

    def key(self, at: int) -> str:
        """The folded word at ``at``; empty beyond the ends."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def joined(self, at: int) -> bool:
        """Whether only blanks stand between word ``at`` and the one before it."""
        return 0 < at < len(self.keys) and not self.text[self.ends[at - 1] : self.starts[at]].strip(" ")

    def capital(self, at: int) -> bool:
        """Whether the word at ``at`` starts with a capital letter."""
        return 0 <= at < len(self.shapes) and self.shapes[at][:1].isupper()

    def proper(self, at: int) -> bool:
        """Whether the word looks like a name: has a capital, and is tagged as one if anything is tagged."""
        named = self.capital(at) and self.keys[at].isalpha() and len(self.keys[at]) > 1
        return named and self.starts[at] not in self.common

    def all_capitals(self, at: int) -> bool:
        """Whether every longer word around ``at`` is in capitals throughout."""
        near = [s for s in self.shapes[max(0, at - WINDOW) : at + WINDOW + 1] if s.isalpha() and len(s) > 3]
        return bool(near) and all(shape.isupper() for shape in near)

    def in_capitals(self, at: int) -> bool:
        """Whether most words around ``at`` bear capitals, as in a headline."""
        near = [s for s in self.shapes[max(0, at - WINDOW) : at + WINDOW + 1] if s.isalpha() and len(s) > 3]
        return len(near) > 2 and sum(shape[0].isupper() for shape in near) * 4 >= len(near) * 3

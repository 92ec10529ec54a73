"""What are the characters of words that follow one another, and which of them do the others hang on?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tallybook.read.text.tree import Doc, Token


class Stretch(list["Token"]):
    """Words that follow one another, from ``start`` to before ``end``."""

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        """Take the words of ``doc`` from ``start`` to before ``end``."""
        super().__init__(doc[start:end])
        self.doc, self.start, self.end = doc, start, end

    @property
    def start_char(self) -> int:
        """Where it starts in the text."""
        return self.doc[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where it ends in the text, exclusive."""
        return self[-1].idx + len(self[-1].text) if self else self.start_char

    @property
    def text(self) -> str:
        """Its characters."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Stretch:
        """The sentence that its first word stands in."""
        return self.doc.sentence_of(self.start)

    @property
    def root(self) -> Token:
        """The word that the others hang on: the first of those nearest to the root of the sentence."""
        root = next((token for token in self if token.head is token), None)
        if root is not None:
            return root
        outward = [token for token in self if not self.start <= token.head.i < self.end]
        return min(outward, key=_depth, default=self.doc[self.start])

    def covering(self, start: int, end: int) -> Stretch | None:
        """As :meth:`Doc.covering`, with characters counted from the start of the stretch."""
        return self.doc.covering(start + self.start_char, end + self.start_char)


def _depth(token: Token) -> int:
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)

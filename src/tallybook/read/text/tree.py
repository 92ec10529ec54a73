"""What did the parser make of a text? Its words as plain objects, each with its kind and what it hangs on.

Every rule of the reader asks about words and what hangs on them, hundreds of times each. spaCy makes a new
object for every answer and looks every string up anew; here each word is made once, knows its children, and
is itself wherever it is met. What bears a name of spaCy's means what spaCy means by it, also where a word is
hung anew: the children, edges and sentences that follow from that are the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import SupportsIndex, overload

from tallybook.read.text.stretch import Stretch

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs that bear a tense."""

TENSED = FINITE | {"MD"}
"""Those, and of auxiliaries such as "will"."""

_PASSES = 12
"""How often edges are looked at again where words hang across one another."""


class Token:
    """A word or sign of a text, one object for each.

    ``lefts``, ``rights`` and ``children`` hang on it; it hangs on ``over``, which is set through ``head``;
    ``first`` and ``last`` are the outermost tokens of all that hangs below.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "first",
        "i",
        "idx",
        "is_currency",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "last",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "over",
        "pos_",
        "rights",
        "tag_",
        "text",
        "whitespace_",
    )

    def __init__(self, doc: Doc, i: int, words: tuple[str, ...], signs: list[int]) -> None:
        """Make token ``i`` from its words and signs, hung on itself and nothing on it."""
        self.doc, self.i = doc, i
        self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_ = words
        self.idx, spaced, space, punct, quote, currency, number = signs
        self.whitespace_ = " " if spaced else ""
        self.is_space, self.is_punct, self.is_quote = space != 0, punct != 0, quote != 0
        self.is_currency, self.like_num = currency != 0, number != 0
        self.is_sent_start = False
        self.over = self
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self.children: tuple[Token, ...] = ()
        self.first = self.last = i

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> Token:
        """The word that this one hangs on; itself if on none. To set it is to hang the word anew."""
        return self.over

    @head.setter
    def head(self, above: Token) -> None:
        if above is not self.over:
            self.doc.hang(self, above)

    @property
    def left_edge(self) -> Token:
        """The first word of all that hangs below."""
        return self.doc[self.first]

    @property
    def right_edge(self) -> Token:
        """The last word of all that hangs below."""
        return self.doc[self.last]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word and all that hangs below, in order."""
        return self.doc.below(self)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The word above, the one above that, and so on."""
        token = self
        for _ in self.doc:
            if token.over is token:
                return
            token = token.over
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """Whether ``other`` hangs on this word, over whatever words between."""
        return self.doc is other.doc and any(token is self for token in other.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The words coordinated with this one."""
        start = self
        while start.dep_ == "conj" and start.over is not start:
            start = start.over
        found = [start]
        for word in found:
            found.extend(c for c in word.rights if c.dep_ == "conj")
        return tuple(word for word in found if word is not self)

    @property
    def sent(self) -> Stretch:
        """The sentence that the word stands in."""
        return self.doc.sentence_of(self.i)

    @property
    def is_sent_end(self) -> bool:
        """Whether it is the last word of a sentence."""
        return self.i + 1 == len(self.doc) or self.doc[self.i + 1].is_sent_start

    def nbor(self, steps: int = 1) -> Token:
        """The word so many steps behind this one.

        Raises:
            IndexError: the text ends before it.
        """
        if not 0 <= self.i + steps < len(self.doc):
            raise IndexError(f"no word stands {steps} words behind {self.text!r}")
        return self.doc[self.i + steps]


class Doc(list[Token]):
    """The words of a text in order, with its characters."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, text: str) -> None:
        """Start without words; what plants the tree adds them."""
        super().__init__()
        self.text = text
        self._below: dict[int, tuple[Token, ...]] = {}

    def __eq__(self, other: object) -> bool:
        return self is other

    @overload
    def __getitem__(self, at: SupportsIndex) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: SupportsIndex | slice) -> Token | list[Token]:
        """The word at a place, or those of a slice; a word without letters behind the last one."""
        try:
            return list.__getitem__(self, at)
        except IndexError:
            return Token(self, len(self), ("",) * 6, [len(self.text), *[0] * 6])

    def stretch(self, start: int, end: int) -> Stretch:
        """The words from ``start`` to before ``end``, with their characters; a slice has the words alone."""
        return Stretch(self, start, max(start, min(end, len(self))))

    @property
    def sents(self) -> tuple[Stretch, ...]:
        """The sentences, in order."""
        return self._sentences[1]

    def sentence_of(self, at: int) -> Stretch:
        """The sentence of token ``at``."""
        starts, sentences = self._sentences
        return sentences[bisect_right(starts, at) - 1]

    @cached_property
    def _sentences(self) -> tuple[list[int], tuple[Stretch, ...]]:
        starts = [0, *(t.i for t in self if t.is_sent_start and t.i)]
        return starts, tuple(Stretch(self, a, b) for a, b in pairwise((*starts, len(self))))

    @cached_property
    def _places(self) -> list[int]:
        return [token.idx for token in self]

    def covering(self, start: int, end: int) -> Stretch | None:
        """The words that hold the characters from ``start`` to before ``end``, also in part, or ``None``."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        behind = start == first.idx + len(first.text)  # the blank behind a word is none of it
        return self.stretch(first.i + behind, last.i + 1)

    def _at(self, place: int) -> Token | None:
        """The word at a character, or right before it if that is the blank between words."""
        number = bisect_right(self._places, place) - 1
        if number < 0:
            return None
        token = self[number]
        return token if place < token.idx + len(token.text) + len(token.whitespace_) else None

    def below(self, token: Token) -> tuple[Token, ...]:
        """A word and all that hangs below it, in order; kept until a word is hung anew."""
        found = self._below.get(token.i)
        if found is None:
            run: list[Token] = []
            for child in token.lefts:
                run += self.below(child) if child.children else (child,)
            run.append(token)
            for child in token.rights:
                run += self.below(child) if child.children else (child,)
            found = self._below[token.i] = tuple(run)
        return found

    def hang(self, token: Token, above: Token) -> None:
        """Hang ``token`` on ``above``; what hangs on both is looked at again, and where sentences start.

        A word whose own dependant ``above`` is stays where it hangs: a tree has no circles.
        """
        if token.is_ancestor(above):
            return
        tops = [[word, *word.ancestors][-1] for word in (token, above)]
        start, end = min(top.first for top in tops), max(top.last for top in tops) + 1
        old, token.over = token.head, above
        self.settle(start, end, old)
        for word in self[start:end]:
            word.is_sent_start = False
        for word in self[start:end]:
            if word.head is word:
                self[word.first].is_sent_start = True
        self._below.clear()
        self.__dict__.pop("_sentences", None)

    def name_roots(self) -> None:
        """Call each word that hangs on none ``ROOT``, and no other: those who climb stop at a root."""
        for token in self:
            if token.over is token:
                token.dep_ = "ROOT"
            elif token.dep_ == "ROOT":
                token.dep_ = "dep"

    def settle(self, start: int, end: int, *others: Token) -> None:
        """Find the edges and children of the words from ``start`` to before ``end`` from their heads."""
        own = self[start:end]
        for token in own:
            token.first = token.last = token.i
        for _ in range(_PASSES):
            for token in (*own, *reversed(own)):
                head = token.over
                if token.first < head.first:  # noqa: PLR1730  (min and max take four times as long)
                    head.first = token.first
                if token.last > head.last:  # noqa: PLR1730
                    head.last = token.last
            if _within_sentences(self, start, end):
                break
        whole = list(self)
        for token in dict.fromkeys((*own, *(t.over for t in own), *others)):
            at = token.i
            token.lefts = tuple([t for t in whole[token.first : at] if t.over is token])
            token.rights = tuple([t for t in whole[at + 1 : token.last + 1] if t.over is token])
            token.children = token.lefts + token.rights


def _within_sentences(words: list[Token], start: int, end: int) -> bool:
    """Whether no word hangs on one of another sentence, so that the edges found are the last ones."""
    opens = {token.first for token in words[start:end] if token.over is token}
    begin = 0
    for at in range(start, end):
        if (at and at in opens) or at == end - 1:
            if not all(begin <= token.over.i <= at for token in words[begin:at]):
                return False
            begin = at
    return True

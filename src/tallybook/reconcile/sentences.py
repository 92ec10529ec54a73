"""Which sentences a report consists of, for setting two reports side by side.

Coarse on purpose: a sentence cut in two costs an alignment little, and the same rule cuts both reports.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

import msgspec

from tallybook.model import Report, Span
from tallybook.reconcile.wording import word_set
from tallybook.reconcile.words import fold, inside, quotations

_BREAK = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"'‘A-Z(])|\s*\n\s*")
_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)\d+)*")
_STOP = re.compile(r"(?P<word>\b[\w’']+)?[.!?][”\"’)]*(?:\s|(?<=[a-z][.!?])(?=[A-Z][a-z]))|\n")
FEWEST_WORDS = 5
"""Words under which a line is no sentence (menus, datelines, captions)."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: its words that carry meaning with their counts, its length, and how much is quoted."""

    words: dict[str, int]
    length: int
    quoted: int
    span: Span

    @property
    def is_quotation(self) -> bool:
        """Whether half of its words or more stand in quotation marks."""
        return self.quoted * 2 >= self.length


def content_words(words: list[str]) -> list[str]:
    """The words that carry meaning: without articles, auxiliaries, pronouns and the bare "said"."""
    empty = word_set("empty-words")
    return [word for word in words if word not in empty]


def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """The sentences of the report in order, clutter and short lines left out."""
    text = report.text
    ranges = quotations(text)
    found: list[Sentence] = []
    edges = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    for start, end in itertools.pairwise(edges):
        pieces = report.outside_clutter(Span(start, end))
        spans = tuple(Span(*m.span()) for piece in pieces for m in _WORD.finditer(text, *piece))
        if len(spans) < FEWEST_WORDS:
            continue
        words = content_words([fold(s.of(text)) for s in spans])
        quoted = sum(inside(spans, ranges))
        found.append(Sentence(dict(Counter(words)), len(words), quoted, Span(start, end)))
    return tuple(found)


def sentence_about(text: str, span: Span) -> Span:
    """The sentence that holds the span, roughly: from the stop before it to the stop after it."""
    first = max(0, span.start - 400)
    before = [m.end() for m in _STOP.finditer(text, first, span.start) if _ends_sentence(m)]
    after = next(
        (m.end() for m in _STOP.finditer(text, max(span.start, span.end - 1)) if _ends_sentence(m)), None
    )
    return Span(before[-1] if before else first, after if after is not None else len(text))


def _ends_sentence(stop: re.Match[str]) -> bool:
    word = stop["word"] or ""
    return not (len(word) == 1 and word.isupper()) and fold(word) not in word_set("short-forms")

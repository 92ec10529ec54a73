"""Who says what, in any text?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Attribution, Span
from tallybook.read.cues import CueBook
from tallybook.read.layout import split_sentences
from tallybook.read.parse import parse_all
from tallybook.read.told import Passage, outermost, tell

if TYPE_CHECKING:
    from spacy.language import Language


def attributions(text: str, language: Language, book: CueBook) -> tuple[Attribution, ...]:
    """The outermost attributions of ``text``: who says, thinks, wants or shows what.

    Offsets are code points of ``text``. What stands inside the content of another is left out.
    """
    return tuple(
        Attribution(
            source=one.passage.spans(one.saying.source),
            cue=one.passage.spans(one.saying.cue),
            content=tuple(one.content),
        )
        for one in outermost(tell(_passages(text, language), book))
    )


def _passages(text: str, language: Language) -> list[Passage]:
    """Every line of ``text``, parsed."""
    lines: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    texts = [(line.of(text), tuple(s.start - line.start for s in split_sentences(text, line))) for line in lines]
    docs = parse_all(language, texts)
    return [Passage.of(doc, line.start, text) for line, doc in zip(lines, docs, strict=True)]

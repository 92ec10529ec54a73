"""A report laid out and parsed: the page that every other part of the reader looks at."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tallybook.model import Report, Span
from tallybook.read.text.layout import Block, Kind, lay_out
from tallybook.read.text.parse import parse_all
from tallybook.read.times.calendar import Anchor

if TYPE_CHECKING:
    from spacy.language import Language

    from tallybook.read.text.tree import Doc, Token

_DATE_LINE = re.compile(r"\s*date (\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:\s|$)")
_EDTF_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence: its place in the report, and its tokens in the Doc of its block.

    ``first`` and ``last`` are token indices of ``doc``, ``last`` exclusive; a token stands in the report at
    ``token.idx + offset``. The Doc of a headline may be re-cased, so exact words come from the report.
    """

    span: Span
    paragraph: int
    kind: Kind
    doc: Doc
    first: int
    last: int
    offset: int

    def tokens(self) -> list[Token]:
        """The sentence's tokens, white space left out."""
        return [t for t in self.doc[self.first : self.last] if not t.is_space]

    def span_of(self, first: int, last: int) -> Span:
        """The report's characters from token ``first`` to before token ``last``."""
        end = self.doc[last - 1]
        return Span(self.doc[first].idx + self.offset, end.idx + len(end) + self.offset)


@dataclass(frozen=True, eq=False)
class Page:
    """A report with its sentences and the date that relative periods count from.

    ``anchor`` is the report's day, the stretch that holds it where only month or year is known, or ``None``.
    """

    report: Report
    anchor: dt.date | Anchor | None
    sentences: tuple[Sentence, ...]


def build_page(
    report: Report,
    language: Language,
    *,
    keep: Callable[[tuple[Block, ...]], frozenset[int]] | None = None,
    recase: Callable[[str, str], str] | None = None,
) -> Page:
    """Lay a report out and parse it.

    Args:
        report: the report; its text is only looked at.
        language: from :func:`tallybook.read.text.parse.load_language`.
        keep: picks the blocks that are worth parsing (by index); all of them without it.
        recase: gives a headline (first argument) the letter case of running text (second argument: the
            whole report), with the same number of characters.
    """
    blocks = lay_out(report)
    kept = frozenset(range(len(blocks))) if keep is None else keep(blocks)
    chosen = [(i, block) for i, block in enumerate(blocks) if i in kept]
    texts = [
        (_view(report.text, b, recase), tuple(s.start - _start(b) for s in b.sentences)) for _, b in chosen
    ]
    sentences: list[Sentence] = []
    for (index, block), doc in zip(chosen, parse_all(language, texts), strict=True):
        sentences.extend(_sentences(index, block, doc))
    return Page(report=report, anchor=anchor_of(report), sentences=tuple(sentences))


def anchor_of(report: Report) -> dt.date | Anchor | None:
    """The day, month or year of the report: ``published``, else a leading date line."""
    found = _EDTF_DAY.match(report.published or "") or _DATE_LINE.match(report.text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if day:
            return dt.date(year or 1, month or 1, day)
        following = dt.date((year or 1) + (month in (None, 12)), (month or 12) % 12 + 1, 1)
        return Anchor(dt.date(year or 1, month or 1, 1), following - dt.timedelta(days=1))
    except ValueError:
        return None


def _start(block: Block) -> int:
    return block.sentences[0].start if block.sentences else block.span.start


def _view(text: str, block: Block, recase: Callable[[str, str], str] | None) -> str:
    """What the parser sees: line breaks as spaces, headlines re-cased; as many characters as the block."""
    words = re.sub(r"\s", " ", text[_start(block) : block.span.end])
    if block.kind in ("headline", "heading") and recase is not None:
        return recase(words, text)
    return words


def _sentences(index: int, block: Block, doc: Doc) -> list[Sentence]:
    offset = _start(block)
    found = []
    starts = [t.idx + offset for t in doc]
    for span in block.sentences:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first < last:
            found.append(Sentence(span, index, block.kind, doc, first, last, offset))
    return found

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
from tallybook.read.text.planting import tree_of
from tallybook.read.times.calendar import Anchor
from tallybook.read.times.undated import day_by_weekday

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed

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


class Draft:
    """A report laid out, of which blocks are parsed as they are asked for, each of them once."""

    def __init__(
        self,
        report: Report,
        blocks: tuple[Block, ...],
        language: Language,
        recase: Callable[[str, str], str] | None = None,
    ) -> None:
        """Take a report.

        Args:
            report: the report; its text is only looked at.
            blocks: from :func:`tallybook.read.text.layout.lay_out`.
            language: from :func:`tallybook.read.text.parse.load_language`.
            recase: gives a headline (first argument) the letter case of running text (second argument: the
                whole report), with the same number of characters.
        """
        self._report = report
        self._blocks = blocks
        self._language = language
        self._recase = recase
        self._parsed: dict[int, Parsed] = {}
        self._met: dict[int, str] = {}

    def page(self, chosen: frozenset[int]) -> Page:
        """A page of the blocks ``chosen`` (by index), its words free to be hung anew."""
        self._parse(sorted(chosen.difference(self._parsed)))
        sentences: list[Sentence] = []
        for index in sorted(chosen):
            sentences.extend(_sentences(index, self._blocks[index], tree_of(self._parsed[index], self._met)))
        return Page(report=self._report, anchor=anchor_of(self._report), sentences=tuple(sentences))

    def _parse(self, chosen: list[int]) -> None:
        blocks = [self._blocks[i] for i in chosen]
        views = [_view(self._report.text, block, self._recase) for block in blocks]
        starts = [tuple(s.start - _start(block) for s in block.sentences) for block in blocks]
        parsed = parse_all(self._language, zip(views, starts, strict=True))
        self._parsed.update(zip(chosen, parsed, strict=True))


def build_page(report: Report, language: Language) -> Page:
    """Lay a whole report out and parse it, headlines as they are."""
    blocks = lay_out(report)
    return Draft(report, blocks, language).page(frozenset(range(len(blocks))))


def anchor_of(report: Report) -> dt.date | Anchor | None:
    """The day, month or year of the report: ``published``, else a leading date line, else a dated weekday."""
    found = _EDTF_DAY.match(report.published or "") or _DATE_LINE.match(report.text)
    if found is None:
        taken = report.captured_at[:10]
        return day_by_weekday(report.text, dt.date.fromisoformat(taken)) if taken else None
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

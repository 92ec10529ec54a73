"""Where do quotations stand in a paragraph, and does one run on into the next?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallybook.model import Span

_MARK = re.compile(r"[“”„«»\"]|''|``|(?<![\w.,!?])['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_OPENING, _CLOSING = "“„«", "”»"


@dataclass(frozen=True)
class Quotation:
    """A quotation with its marks; ``closed`` is false where it runs to the end of its paragraph."""

    span: Span
    closed: bool


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph of ``text``, in order, in offsets of ``text``."""
    found: list[Quotation] = []
    start: int | None = None
    opener = ""
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign = mark.group()
        if start is None:
            if _opens(text, mark, paragraph):
                start, opener = mark.start(), sign
        elif _closes(mark, opener):
            found.append(Quotation(Span(start, mark.end()), closed=True))
            start = None
        elif sign == opener == "“":
            start = mark.start() if not text[start : mark.start()].strip("“ ") else start
    if start is not None and opener not in ("'", "‘"):
        found.append(Quotation(Span(start, paragraph.end), closed=False))
    return tuple(found)


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign = mark.group()
    if sign in _OPENING or sign == "``":
        return True
    if sign in _CLOSING or sign == "’":
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return before.isspace() or before in "([—–-:/"


def _closes(mark: re.Match[str], opener: str) -> bool:
    sign = mark.group()
    if opener in _OPENING:
        return sign in _CLOSING
    if opener in ("'", "‘"):
        return sign in ("'", "’")
    if opener == "``":
        return sign == "''"
    return sign == opener or (sign in _CLOSING)

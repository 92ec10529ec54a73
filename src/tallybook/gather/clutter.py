"""Which stretches of a text are no report: menus, advertisements, sharing buttons, picture credits.

Conservative: only what fits a form of ``vocabulary/data/clutter.yaml`` as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tallybook.gather.forms import exact, pattern, repeated
from tallybook.model import Span
from tallybook.vocabulary import load

LINE_LIMIT = 300
"""A longer line is a paragraph, never a button or a credit."""


def find_clutter(text: str, lines: tuple[Span, ...]) -> tuple[Span, ...]:
    """The clutter of ``text``, in order; ``lines`` are its lines without white space around them."""
    return tuple(span for line in lines for span in _in_line(text, line))


def is_clutter(words: str) -> bool:
    """Whether a whole line is clutter."""
    if len(words) > LINE_LIMIT:
        return False
    if repeated(_forms("label")).fullmatch(words):
        return True
    return any(pattern(form).fullmatch(words) for form in _forms("line"))


def _in_line(text: str, line: Span) -> Iterator[Span]:
    if is_clutter(line.of(text)):
        yield line
        return
    for form in _forms("start"):
        if match := pattern(form).match(text, line.start, min(line.end, line.start + LINE_LIMIT)):
            yield Span(*match.span())
            break
    last = -1
    for form in _forms("inline"):
        for match in exact(form).finditer(text, line.start, line.end):
            if match.start() > last:
                yield Span(*match.span())
                last = match.end()


@cache
def _forms(where: str) -> tuple[str, ...]:
    return tuple(form for entry in load().clutter if entry.where == where for form in entry.forms)

"""Where does what a headline tells begin and end, between an agency's slug and a closing label?

``EXCLUSIVE-Ruritania to sell jets``, ``UPDATE 2-Ruritania sells jets``, ``Ruritania sells jets - sources``:
what stands before and behind is no part of the clause, and a parser that takes it for one errs in the clause.
"""

from __future__ import annotations

import re

from tallybook.model import Span

_SLUG = re.compile(
    r"(?:(?i:exclusive|breaking(?: news)?|update|rpt|refile|corrected|wrapup|interview|analysis|insight|focus"
    r"|factbox|explainer|timeline|live|watch|urgent|just in)(?: \d{1,2})?"
    r"\s?(?:[-–—|:]+|/+)\s*)+(?=[\w\"'“‘])"
)
_TAIL = re.compile(r"\s+(?:[-–—|]+)\s+(?P<label>[^\s–—|.,;:?!-]\S*(?:\s[^\s–—|]+){0,4})$")
_DASHES = frozenset("-–—|")
_LEAST = 3
"""Words that a headline tells something in."""


def clause_of(text: str, line: Span) -> tuple[Span, ...]:
    """The clause of the headline at ``line``; its closing label, if any, as a sentence of its own."""
    slug = _SLUG.match(text, line.start, line.end)
    start = slug.end() if slug else line.start
    tail = _TAIL.search(text, start, line.end)
    words = text[start : tail.start()].split() if tail else []
    if tail is None or len(words) < _LEAST or not _DASHES.isdisjoint(words):
        return (Span(start, line.end),)
    return (Span(start, tail.start()), Span(tail.start("label"), line.end))

"""Which names are outlets, and does the outlet speak of itself ("As Harbour News Agency earlier reported")?

Weak evidence, used only where nothing else names the publisher: the words must open a sentence of the
later half, name something that is called like an outlet, and nobody who is cited elsewhere in the text.
"""

from __future__ import annotations

import re
from functools import cache

from tallybook.gather.forms import pattern
from tallybook.model import Span
from tallybook.vocabulary import load

_END = 20_000
"""Characters before the end of a text in which an outlet may come back to itself: longer than any report."""

_SENTENCE = re.compile(r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))(?=[A-Z])", re.MULTILINE)


def outlet_of_itself(text: str, lines: tuple[Span, ...]) -> str | None:
    """The outlet that speaks of its own earlier reports in ``text``, or ``None``."""
    half = max(lines[len(lines) // 2].start if lines else 0, len(text) - _END)
    forms = [form for entry in load().bylines if entry.where == "sentence" for form in entry.forms]
    for start in _SENTENCE.finditer(text, half):
        for form in forms:
            match = pattern(form).match(text, start.end(), min(len(text), start.end() + 120))
            if match and _own(text, match):
                return match["self"]
    return None


def is_known_outlet(name: str) -> bool:
    """Whether ``name`` is an outlet of the vocabulary, with or without its article."""
    return name.removeprefix("The ").removeprefix("the ") in _known()


@cache
def _known() -> frozenset[str]:
    names = (name for outlet in load().outlets for name in outlet.claimed())
    return frozenset(name.removeprefix("The ").removeprefix("the ") for name in names)


def _own(text: str, match: re.Match[str]) -> bool:
    name = match["self"]
    return _called_like_an_outlet(name) and text.count(name) == 1


def _called_like_an_outlet(name: str) -> bool:
    words = {form for entry in load().bylines if entry.where == "masthead" for form in entry.forms}
    return is_known_outlet(name) or any(word in words for word in name.split())

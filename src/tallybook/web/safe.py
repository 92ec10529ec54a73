"""Hostile words made fit to be shown.

The templates escape markup. What is left are characters that reorder or hide what a person sees, addresses
that a browser would run, and names that would break a page by their length.
"""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

_HIDDEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Characters without a shape that count as letters or marks; those that count as format have a category."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NAME_LIMIT = 160


def visible(text: str) -> str:
    """``text`` with characters that hide, reorder or control replaced by a visible stand-in.

    The result has as many characters as ``text``, so that offsets stay true: each such character becomes
    "␣" (hidden), "↔" (direction) or "␦" (control, lone surrogate). Newlines and tabs stay.
    """
    return "\n".join(map(_visible, text.split("\n")))


def _visible(line: str) -> str:
    if line.isprintable() and _HIDDEN.isdisjoint(line):
        return line
    return "".join(map(_stand_in, line))


def _stand_in(char: str) -> str:
    if char in _BIDI:
        return "↔"
    category = unicodedata.category(char)
    if char in _HIDDEN or category == "Cf":
        return "␣"
    return "␦" if char not in "\n\r\t" and category in {"Cc", "Cs", "Cn", "Co"} else char


def name(text: str | None, limit: int = NAME_LIMIT) -> str:
    """A title, publisher or party on one line of bearable length."""
    if not text:
        return ""
    line = " ".join(visible(text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def link(address: str | None) -> str | None:
    """The address if a browser may follow it (http or https with a host), ``None`` otherwise."""
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    return address.strip() if address.isprintable() else None

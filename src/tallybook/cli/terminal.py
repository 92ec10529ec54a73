"""What a person sees at a terminal: names made harmless, tables that line up."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

import click

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Categories of characters that steer a terminal, turn text round or cannot be seen."""

_GAP = "  "


def plain(text: object) -> str:
    """Words of a report on one line: characters that could steer the terminal are spelt out."""
    return "".join(_spelt(character) for character in str(text))


def _spelt(character: str) -> str:
    if character in "\n\t":
        return " "
    if unicodedata.category(character) not in _HIDDEN:
        return character
    number = ord(character)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )


def width(text: str) -> int:
    """Columns that ``text`` takes: none for combining marks, two for wide letters."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def cut(text: str, columns: int) -> str:
    """``text``, cut with an ellipsis where it is wider than ``columns``."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for character in text:
        used += width(character)
        if used > columns - 1:
            break
        kept.append(character)
    return "".join(kept) + "…"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table. At a terminal the widest column gives way until it fits; a pipe gets all of it."""
    cells = [[plain("" if cell is None else cell) for cell in row] for row in rows]
    widths = [max(width(line[index]) for line in [list(header), *cells]) for index in range(len(header))]
    if sys.stdout.isatty():
        room = shutil.get_terminal_size().columns - len(_GAP) * (len(header) - 1)
        while sum(widths) > room and max(widths) > 8:
            widths[widths.index(max(widths))] -= 1
    for line in [list(header), *cells]:
        click.echo(
            _GAP.join(_padded(cell, columns) for cell, columns in zip(line, widths, strict=True)).rstrip()
        )


def field(name: str, value: object) -> None:
    """Print a named value, unless there is none."""
    if value not in (None, "", (), []):
        click.echo(f"{name + ':':<16}{plain(value)}")


def _padded(text: str, columns: int) -> str:
    shown = cut(text, columns)
    return shown + " " * (columns - width(shown))

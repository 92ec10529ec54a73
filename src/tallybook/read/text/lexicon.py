"""Where do listed wordings stand in a text, whatever their hyphens, blanks and case?

A wording is compared word by word. Letters and digits part ("TB2" is "TB 2" is "TB-2"), hyphens and blanks
are the same, a plural "s" behind digits is passed over ("F-16s"). The longest wording wins at each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

PayloadT = TypeVar("PayloadT")

_WORD = re.compile(r"[^\W\d_]+|\d+")
_JOINT = re.compile(r"[\s\-‐‑–/.'’,]{0,2}")
_LIST_JOINT = re.compile(r"[,]|\.\s|\s['’]")
_ASIDE = re.compile(r"(?<=[a-z]) \([A-Z]{2,6}\) (?=[a-z])")
"""A name for short that parts a noun from what stands before it: "grenade (RPG) launchers"."""


class Place(NamedTuple, Generic[PayloadT]):
    """A wording found: characters of the text, what it stands for, and the words it was found by."""

    start: int
    end: int
    payload: PayloadT
    words: int


class _Word(NamedTuple):
    key: str
    text: str
    start: int
    end: int
    joined: bool
    """Whether the gap to the word before lets both be one wording."""


@dataclass(frozen=True)
class _Wording(Generic[PayloadT]):
    payload: PayloadT
    capital: bool
    """Must be written with a capital (or wholly in capitals), as designations are."""


class Lexicon(Generic[PayloadT]):
    """Wordings with what they stand for; built once, then only asked."""

    def __init__(self, wordings: Iterable[tuple[str, PayloadT, bool]]) -> None:
        """Take words, payload, and whether they must be capitalised; the first of equal ones stays."""
        self.places = lru_cache(maxsize=64)(self._places)
        """Where wordings stand in a text, left to right, none overlapping another."""
        by_first: dict[str, list[tuple[tuple[str, ...], _Wording[PayloadT]]]] = {}
        for text, payload, capital in wordings:
            keys = tuple(word.casefold() for word in _WORD.findall(text))
            if keys:
                by_first.setdefault(keys[0], []).append((keys, _Wording(payload, capital)))
        self._by_first = {first: _by_length(entries) for first, entries in by_first.items()}
        for first in by_first:  # a plural "s" behind the first word
            self._by_first.setdefault(f"{first}s", self._by_first[first])

    def _places(self, text: str) -> tuple[Place[PayloadT], ...]:
        words, keys = _words(text), _keys(text)
        found: list[Place[PayloadT]] = []
        end = 0
        for at, key in enumerate(keys):
            if key not in self._by_first or at < end:
                continue
            place = self._at(words, keys, at)
            if place is not None:
                found.append(place)
                end = at + place.words
        return tuple(found)

    def _at(self, words: tuple[_Word, ...], read: tuple[str, ...], at: int) -> Place[PayloadT] | None:
        for length, wordings in self._by_first[read[at]]:
            for wording in wordings.get(read[at : at + length], ()):
                span = words[at : at + length]
                if not all(w.joined for w in span[1:]) or (wording.capital and not _capital(span)):
                    continue
                end = span[-1].end
                passed = self._plural_behind_digits(words, at + length, end)
                return Place(span[0].start, end + passed, wording.payload, length + passed)
        return None

    @staticmethod
    def _plural_behind_digits(words: Sequence[_Word], at: int, end: int) -> int:
        return int(at < len(words) and words[at].text == "s" and words[at].start == end)


def _by_length(
    entries: Iterable[tuple[tuple[str, ...], _Wording[PayloadT]]],
) -> list[tuple[int, dict[tuple[str, ...], list[_Wording[PayloadT]]]]]:
    """Wordings by their words, the longest first; the last word of a designation may bear a plural "s"."""
    tables: dict[int, dict[tuple[str, ...], list[_Wording[PayloadT]]]] = {}
    for keys, wording in entries:
        table = tables.setdefault(len(keys), {})
        table.setdefault(keys, []).append(wording)
        if wording.capital:  # "CAESARs"
            table.setdefault((*keys[:-1], f"{keys[-1]}s"), []).append(wording)
    return sorted(tables.items(), reverse=True)


_SMALL = frozenset(
    {"a", "am", "an", "as", "at", "be", "by", "do", "he", "i", "if", "in", "is", "it", "me", "my"}
) | frozenset({"no", "of", "on", "or", "so", "to", "up", "us", "we"})
"""Words of the language that a number follows: "at 6.5 billion" is no AT-6, "an 18-year-old" no An-18."""


def _capital(words: Sequence[_Word]) -> bool:
    if words[0].text in _SMALL:
        return False
    return any(w.text[0].isupper() or w.text[0].isdigit() for w in words)


@lru_cache(maxsize=64)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in _words(text))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[_Word, ...]:
    """The words of a text; several lexicons ask for those of the same paragraph in turn."""
    found: list[_Word] = []
    end = 0
    asides = [m.span() for m in _ASIDE.finditer(text)] if "(" in text else []
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        if any(first < match.start() < last for first, last in asides):
            continue
        near = gap in ("", " ") or (_JOINT.fullmatch(gap) is not None and not _LIST_JOINT.search(gap))
        near = near or (end, match.start()) in asides
        found.append(_Word(match[0].casefold(), match[0], match.start(), match.end(), bool(found) and near))
        end = match.end()
    return tuple(found)

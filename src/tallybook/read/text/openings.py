"""With which letters can a match of a pattern begin?

A pattern of a language matches in few sentences and begins with few words, but a search tries it at every
letter. Here the letters that it can begin with are read off the pattern itself, so that the two cannot part,
and it is tried only at words and signs that begin so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from string import digits
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

MeaningT = TypeVar("MeaningT")

LETTERS = 5
"""So many letters of a match are looked at."""

_FEW = 16
"""Signs in a range that are looked at one by one."""

_DIGIT = re.compile(r"(?![0-9])\d")
_SPACE = re.compile(r"\s")

_PRIVATE = 0xE000
"""The first of the signs that stand for groups: no pattern looks for it."""

_Parts = Iterable[tuple[Any, Any]]
_Groups = Mapping[int, tuple[str, _Parts]]
"""Groups that many patterns hold, as written and as parsed, by the sign that stands for each."""

_NO_WIDTH = (kind.AT, kind.ASSERT, kind.ASSERT_NOT)


class _Letters(NamedTuple):
    """How matches begin: with these letters and anything, or with these and what the pattern asks next."""

    known: frozenset[str]
    going_on: frozenset[str]

    def or_also(self, other: _Letters) -> _Letters:
        return _Letters(self.known | other.known, self.going_on | other.going_on)


class Patterns(Generic[MeaningT]):
    """Patterns with what they mean; each is tried only where a match of it can begin."""

    def __init__(
        self, patterns: Iterable[tuple[re.Pattern[str], MeaningT]], groups: Sequence[str] = ()
    ) -> None:
        """Take compiled patterns, each with what belongs to it, and long groups that many of them hold.

        None of the patterns may match nothing at all.
        """
        self._patterns = list(patterns)
        known = {_PRIVATE + at: (group, parser.parse(group)) for at, group in enumerate(groups)}
        self._everywhere: list[int] = []
        self._by_letters: dict[str, list[int]] = {}
        for number, (pattern, _) in enumerate(self._patterns):
            letters = openings_of(pattern, known)
            if letters is None:
                self._everywhere.append(number)
            for one in letters or ():
                self._by_letters.setdefault(one, []).append(number)
        self._lengths = sorted({len(one) for one in self._by_letters})
        self._opened = lru_cache(maxsize=4096)(self._beginning)
        self._places = _places_of(self._by_letters)

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], MeaningT]]:
        """Every match in ``text`` that each pattern would find, in the order of the patterns."""
        found = [(n, match) for n in self._everywhere for match in self._patterns[n][0].finditer(text)]
        written = _folded(text)
        ends: dict[int, int] = {}
        for place in self._places.finditer(written):
            at = place.start()
            for number in self._opened(written[at : at + LETTERS]):
                match = self._patterns[number][0].match(text, at) if ends.get(number, 0) <= at else None
                if match is not None:
                    found.append((number, match))
                    ends[number] = match.end()
        found.sort(key=lambda one: one[0])
        return ((match, self._patterns[number][1]) for number, match in found)

    def _beginning(self, letters: str) -> tuple[int, ...]:
        """The numbers of the patterns of which a match can begin with ``letters``."""
        return tuple(n for length in self._lengths for n in self._by_letters.get(letters[:length], ()))


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """A text in small letters, with plain digits and blanks; as many signs as it has."""
    written = _SPACE.sub(" ", _DIGIT.sub("0", text))
    small = written.casefold()
    return small if len(small) == len(written) else "".join(sign.casefold()[0] for sign in written)


def _places_of(openings: Iterable[str]) -> re.Pattern[str]:
    """Where one of the openings may stand, by two letters of each: at the edge of a word, or at a sign."""
    following: dict[str, set[str]] = {}
    for one in openings:
        following.setdefault(one[0], set()).add(one[1:2])
    ways = {True: [r"(?!)"], False: [r"(?!)"]}
    for first, seconds in sorted(following.items()):
        then = "" if "" in seconds else f"[{re.escape(''.join(sorted(seconds)))}]"
        ways[re.match(r"\w", first) is not None].append(re.escape(first) + then)
    return re.compile(rf"\b(?:{'|'.join(ways[True])})|(?:{'|'.join(ways[False])})")


def openings_of(pattern: re.Pattern[str], groups: _Groups = MappingProxyType({})) -> frozenset[str] | None:
    """The letters, case folded, one run of which every match begins with; ``None`` where it may be any.

    A pattern that can match from within a word has none either. ``groups`` need not be looked at anew.
    """
    text = pattern.pattern
    for sign, (group, _) in groups.items():
        text = text.replace(group, chr(sign))
    parts = parser.parse(text, pattern.flags)
    if not _outside_words(parts):
        return None
    letters = frozenset[str]().union(*_begun(parts, frozenset({""}), groups))
    return None if any(not run.strip() for run in letters) else letters


def _outside_words(parts: Any) -> bool:
    """Whether a pattern asks first of all that no letter stands before it."""
    part, value = parts[0] if len(parts) else (None, None)
    if part is kind.AT:
        return value is kind.AT_BOUNDARY
    if part is not kind.ASSERT_NOT or value is None or value[0] >= 0 or len(value[1]) != 1:
        return False
    what, signs = value[1][0]
    return what is kind.IN and (kind.CATEGORY, kind.CATEGORY_WORD) in signs


def _begun(parts: _Parts, runs: frozenset[str], groups: _Groups) -> _Letters:
    """How matches go on that began with ``runs``."""
    known = frozenset[str]()
    for part, value in parts:
        if not runs:
            break
        if part not in _NO_WIDTH:
            step = _step(part, value, runs, groups)
            known, runs = known | step.known, step.going_on
    return _Letters(known, runs)


def _step(part: Any, value: Any, runs: frozenset[str], groups: _Groups) -> _Letters:
    """How matches go on over one part of a pattern."""
    if part is kind.LITERAL and value in groups:
        return _begun(groups[value][1], runs, groups)
    if part is kind.SUBPATTERN:
        return _begun(value[-1], runs, groups)
    if part is kind.BRANCH:
        found = _Letters(frozenset(), frozenset())
        for branch in value[1]:
            found = found.or_also(_begun(branch, runs, groups))
        return found
    if part in (kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT):
        least, most, inner = value
        found = _begun(inner, runs, groups)
        if most > 1:
            for _ in range(LETTERS):
                found = found.or_also(_begun(inner, found.going_on, groups))
        return found if least else found.or_also(_Letters(frozenset(), runs))
    longer = frozenset(run + sign for run in runs for sign in _signs(part, value))
    if not longer:
        return _Letters(runs, frozenset())
    full = frozenset(run[:LETTERS] for run in longer if len(run) >= LETTERS or run[-1] in digits)
    return _Letters(full, frozenset(run for run in longer if len(run) < LETTERS and run[-1] not in digits))


def _signs(part: Any, value: Any) -> frozenset[str]:
    """The signs that a part of a pattern matches one of, case folded; none where they are not a few."""
    if part is kind.LITERAL:
        return frozenset({chr(value).casefold()})
    if part is not kind.IN:
        return frozenset()
    signs: set[str] = set()
    for what, given in value:
        if what is kind.LITERAL:
            signs.add(chr(given).casefold())
        elif what is kind.CATEGORY and given is kind.CATEGORY_DIGIT:
            signs.update(digits)
        elif what is kind.CATEGORY and given is kind.CATEGORY_SPACE:
            signs.add(" ")
        elif what is kind.RANGE and given[1] - given[0] < _FEW:
            signs.update(chr(one).casefold() for one in range(given[0], given[1] + 1))
        else:
            return frozenset()
    return frozenset(signs)

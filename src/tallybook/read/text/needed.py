"""Which letters must stand in a text for a pattern to match anywhere in it?

Looking for a few letters is far quicker than trying a pattern at every place, and most patterns of a language
match in few sentences. What is needed is read off the pattern itself, so that the two cannot part.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from string import digits
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

Letters = tuple[str, ...]
"""Runs of letters, case folded, one of which stands in every match."""

Pieces = Mapping[str, tuple[str, tuple[Letters, ...]]]
"""Groups of patterns with what they need, by the sign that stands for each."""

MeaningT = TypeVar("MeaningT")

_PRIVATE = 0xE000
"""The first of the signs that stand for groups: no pattern looks for it."""

_MANY = 100
"""A choice between more runs than that is not worth looking for."""

_TOGETHER = 32
"""So many runs may come of signs that follow one another; more are looked for sign by sign."""

_FEW = 16
"""Signs in a range that are still looked for one by one."""

_DIGIT = re.compile(r"(?![0-9])\d")


class _Needy(NamedTuple, Generic[MeaningT]):
    """A pattern with what it needs: what fewest texts have, and all else."""

    pattern: re.Pattern[str]
    meaning: MeaningT
    rarest: frozenset[str]
    others: tuple[Letters, ...]


class Sieve(Generic[MeaningT]):
    """Patterns with what they mean; only those are tried on a text whose letters stand in it."""

    def __init__(
        self, patterns: Iterable[tuple[re.Pattern[str], MeaningT]], pieces: Sequence[str] = ()
    ) -> None:
        """Take compiled patterns, each with what belongs to it, and long groups that many of them hold."""
        known = {chr(_PRIVATE + at): (piece, needs_of(re.compile(piece))) for at, piece in enumerate(pieces)}
        self._patterns = [
            _Needy(pattern, meaning, *_rarest_first(needs_of(pattern, known)))
            for pattern, meaning in patterns
        ]
        self._runs = tuple({run for one in self._patterns for run in one.rarest})

    def through(self, text: str) -> Iterator[tuple[re.Pattern[str], MeaningT]]:
        """The patterns that may match somewhere in ``text``, in their order."""
        letters = _DIGIT.sub("0", text.casefold())
        held = {run for run in self._runs if run in letters}
        for one in self._patterns:
            if held.isdisjoint(one.rarest):
                continue
            if all(any(run in letters for run in runs) for runs in one.others):
                yield one.pattern, one.meaning


def needs_of(pattern: re.Pattern[str], known: Pieces = MappingProxyType({})) -> tuple[Letters, ...]:
    """What every match of ``pattern`` holds: of each entry, at least one run of letters, case folded.

    ``known`` are long groups whose needs are known already, by a sign that can stand for them.
    """
    text = pattern.pattern
    for sign, (piece, _) in known.items():
        text = text.replace(piece, sign)
    found = _needs(parser.parse(text, pattern.flags), known)
    distinct = {_shortest(letters) for letters in found if len(letters) <= _MANY}
    return tuple(sorted(distinct, key=lambda letters: (len(letters), letters)))


def _rarest_first(needs: tuple[Letters, ...]) -> tuple[frozenset[str], tuple[Letters, ...]]:
    """The need that fewest texts will meet, and the others; nothing at all stands in every text."""
    rarest = max(needs, key=_rarity, default=("",))
    return frozenset(rarest), tuple(runs for runs in needs if runs != rarest)


def _shortest(runs: frozenset[str]) -> Letters:
    """The runs without those that hold another one."""
    return tuple(sorted(run for run in runs if not any(one in run for one in runs - {run})))


def _needs(parts: Iterable[tuple[Any, Any]], known: Pieces) -> list[frozenset[str]]:
    """What each part of a sequence needs; letters that follow one another stand together."""
    found: list[frozenset[str]] = []
    runs = frozenset({""})
    for part, value in parts:
        if part is kind.AT:
            continue
        piece = known.get(chr(value)) if part is kind.LITERAL else None
        signs = frozenset[str]() if piece else _signs(part, value)
        if signs and len(signs) * len(runs) <= _TOGETHER:
            runs = frozenset(run + sign for run in runs for sign in signs)
            continue
        found += [runs, *(map(frozenset, piece[1]) if piece else _needs_of(part, value, known))]
        runs = signs or frozenset({""})
    return [needs for needs in (*found, runs) if all(run.strip() for run in needs)]


def _signs(part: Any, value: Any) -> frozenset[str]:
    """The signs that a part of a pattern matches one of; none where they are not a few."""
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
        elif what is kind.RANGE and given[1] - given[0] < _FEW:
            signs.update(chr(one).casefold() for one in range(given[0], given[1] + 1))
        else:
            return frozenset()
    return frozenset(signs)


def _needs_of(part: Any, value: Any, known: Pieces) -> list[frozenset[str]]:
    if part is kind.SUBPATTERN:
        return _needs(value[3], known)
    if part in (kind.MAX_REPEAT, kind.MIN_REPEAT):
        return _needs(value[2], known) if value[0] else []
    if part is kind.BRANCH:
        branches = [_rarest(_needs(branch, known)) for branch in value[1]]
        return [frozenset[str]().union(*branches)] if all(branches) else []
    return []


def _rarest(needs: Sequence[frozenset[str]]) -> frozenset[str]:
    """The need that fewest texts will meet, by the length of its runs."""
    return max(needs, key=_rarity, default=frozenset())


def _rarity(letters: Collection[str]) -> tuple[bool, int, int]:
    plain = all(run.replace(" ", "").isalnum() for run in letters)
    return plain, min(map(len, letters)), -len(letters)

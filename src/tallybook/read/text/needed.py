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
"""Runs of letters, one of which stands in every match."""

_Part = tuple[Any, Any]
"""A part of a parsed pattern: its kind and what belongs to it."""

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
    """A pattern with what it needs: what fewest texts have, and by their numbers all else."""

    pattern: re.Pattern[str]
    meaning: MeaningT
    rarest: frozenset[str]
    others: list[int]


class Sieve(Generic[MeaningT]):
    """Patterns with what they mean; only those are tried on a text whose letters stand in it."""

    def __init__(
        self, patterns: Iterable[tuple[re.Pattern[str], MeaningT]], pieces: Sequence[str] = ()
    ) -> None:
        """Take compiled patterns, each with what belongs to it, and long groups that many of them hold."""
        known = {chr(_PRIVATE + at): (piece, needs_of(re.compile(piece))) for at, piece in enumerate(pieces)}
        numbers: dict[Letters, int] = {}
        self._patterns: list[_Needy[MeaningT]] = []
        for pattern, meaning in patterns:
            needs = needs_of(pattern, known)
            rarest = max(needs, key=_rarity, default=("",))  # nothing at all stands in every text
            others = [numbers.setdefault(runs, len(numbers)) for runs in needs if runs != rarest]
            self._patterns.append(_Needy(pattern, meaning, frozenset(rarest), others))
        self._needs = [_Runs.of(runs) for runs in numbers]
        self._rarest = _Runs.of({run for one in self._patterns for run in one.rarest})

    def through(self, text: str) -> Iterator[tuple[re.Pattern[str], MeaningT]]:
        """The patterns that may match somewhere in ``text``, in their order."""
        written = _DIGIT.sub("0", text)
        folded = written.casefold()
        held = self._rarest.held(written, folded)
        met: dict[int, bool] = {}
        for one in self._patterns:
            if held.isdisjoint(one.rarest):
                continue
            for number in one.others:
                if number not in met:
                    met[number] = self._needs[number].any_held(written, folded)
                if not met[number]:
                    break
            else:
                yield one.pattern, one.meaning


class _Runs(NamedTuple):
    """Runs of letters: those with a capital stand in a text as they are, the others in its folded form."""

    capital: tuple[str, ...]
    small: tuple[str, ...]

    @classmethod
    def of(cls, runs: Iterable[str]) -> _Runs:
        """Part runs by whether they hold a capital."""
        parted: tuple[list[str], list[str]] = ([], [])
        for run in sorted(runs):
            parted[run == run.casefold()].append(run)
        return cls(*map(tuple, parted))

    def any_held(self, written: str, folded: str) -> bool:
        """Whether one of them stands in a text."""
        for run in self.small:
            if run in folded:
                return True
        return any(run in written for run in self.capital)

    def held(self, written: str, folded: str) -> set[str]:
        """Those that stand in a text."""
        return {run for run in self.small if run in folded} | {run for run in self.capital if run in written}


def needs_of(pattern: re.Pattern[str], known: Pieces = MappingProxyType({})) -> tuple[Letters, ...]:
    """What every match of ``pattern`` holds: of each entry, at least one run of letters.

    Runs are case folded where the pattern takes letters of any case, and as written elsewhere.

    ``known`` are long groups whose needs are known already, by a sign that can stand for them.
    """
    text = pattern.pattern
    for sign, (piece, _) in known.items():
        text = text.replace(piece, sign)
    found = _needs(parser.parse(text, pattern.flags), known, folded=bool(pattern.flags & re.I))
    distinct = {letters for runs in found if len(letters := _shortest(runs)) <= _MANY}
    return tuple(sorted(distinct, key=lambda letters: (len(letters), letters)))


def _shortest(runs: frozenset[str]) -> Letters:
    """The runs without those that hold another one."""
    return tuple(sorted(run for run in runs if not any(one in run for one in runs - {run})))


def _needs(parts: Iterable[_Part], known: Pieces, *, folded: bool) -> list[frozenset[str]]:
    """What each part of a sequence needs; letters that follow one another stand together."""
    found: list[frozenset[str]] = []
    runs, before = frozenset({""}), frozenset[bool]()
    for (part, value), any_case in _without_groups(parts, folded=folded):
        if part is kind.AT:
            continue
        piece = known.get(chr(value)) if part is kind.LITERAL else None
        signs = frozenset[str]() if piece else _folded(_signs(part, value), folded=any_case)
        ways = _ways(signs, folded=any_case)
        if signs and len(signs) * len(runs) <= _TOGETHER and len(ways | before) < 2:
            before |= ways
            runs = frozenset(run + sign for run in runs for sign in signs)
            continue
        inner = map(frozenset, piece[1]) if piece else _needs_of(part, value, known, folded=any_case)
        found += [runs, *(_folded(needs, folded=any_case) for needs in inner)]
        runs, before = signs or frozenset({""}), ways
    return [needs for needs in (*found, runs) if all(run.strip() for run in needs)]


def _without_groups(parts: Iterable[_Part], *, folded: bool) -> Iterator[tuple[_Part, bool]]:
    """The parts of a sequence and of the groups in it, in order, and whether each takes any case."""
    for part, value in parts:
        if part is kind.SUBPATTERN:
            _, added, removed, inner = value
            yield from _without_groups(inner, folded=(folded or bool(added & re.I)) and not removed & re.I)
        else:
            yield (part, value), folded


def _ways(signs: frozenset[str], *, folded: bool) -> frozenset[bool]:
    """Whether letters are looked for in any case, or with capitals; small letters may be either."""
    lettered = any(sign.isalpha() for sign in signs) if folded else signs != _folded(signs, folded=True)
    return frozenset({folded}) if lettered else frozenset()


def _folded(runs: frozenset[str], *, folded: bool) -> frozenset[str]:
    return frozenset(run.casefold() for run in runs) if folded else runs


def _signs(part: Any, value: Any) -> frozenset[str]:
    """The signs that a part of a pattern matches one of; none where they are not a few."""
    if part is kind.LITERAL:
        return frozenset({chr(value)})
    if part is not kind.IN:
        return frozenset()
    signs: set[str] = set()
    for what, given in value:
        if what is kind.LITERAL:
            signs.add(chr(given))
        elif what is kind.CATEGORY and given is kind.CATEGORY_DIGIT:
            signs.update(digits)
        elif what is kind.RANGE and given[1] - given[0] < _FEW:
            signs.update(chr(one) for one in range(given[0], given[1] + 1))
        else:
            return frozenset()
    return frozenset(signs)


def _needs_of(part: Any, value: Any, known: Pieces, *, folded: bool) -> list[frozenset[str]]:
    if part in (kind.MAX_REPEAT, kind.MIN_REPEAT):
        return _needs(value[2], known, folded=folded) if value[0] else []
    if part is kind.BRANCH:
        branches = [_rarest(_needs(branch, known, folded=folded)) for branch in value[1]]
        return [frozenset[str]().union(*branches)] if all(branches) else []
    return []


def _rarest(needs: Sequence[frozenset[str]]) -> frozenset[str]:
    """The need that fewest texts will meet, by its capitals and the length of its runs."""
    return max(needs, key=_rarity, default=frozenset())


def _rarity(letters: Collection[str]) -> tuple[bool, int, bool, int]:
    runs = [run.strip() for run in letters]
    capital = all(run != run.lower() for run in runs)
    return capital, min(map(len, runs)), all(run.isalnum() for run in runs), -len(runs)

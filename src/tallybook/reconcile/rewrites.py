"""Whether one report tells the same as another in the same order in other words.

Sentences are set side by side by the words that carry meaning, weighted by how rare they are in these two
reports: the outcome for a pair depends on the pair alone, never on what else the book holds.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter

import msgspec

from tallybook.reconcile.arrays import Short, np
from tallybook.reconcile.sentences import Sentence, content_words
from tallybook.reconcile.shingles import word_hashes

SAME_SENTENCE = 0.35
"""Weighted cosine from which on two sentences say the same."""

FEWEST_ALIGNED = 4
"""Aligned sentences under which there is no rewrite: two reporters at one briefing reach two or three."""

FEWEST_NARRATED = 3
"""Of them, those that are not quotations in both reports."""

COVERED_MOST = 0.5
"""Share of the one report's words that stands in aligned sentences, at least."""

COVERED_CLOSE = 0.4
"""The same where the words in common are as many as ``WORDS_OF_ONE``, and all in one order."""

WORDS_OF_ONE = 0.55
"""Share of the shorter vocabulary from which on two reports use one another's words."""

WORDS_DECLARED = 0.5
"""The same where one report names the other's outlet as its source."""

COVERED_LEAST = 0.3
"""The same for the other report: it may be cut or extended."""

IN_ORDER = 0.7
"""Share of the aligned sentences that stand in the same order."""

FEWEST_DECLARED = 3
"""Aligned sentences that are enough where one report names the other's outlet as its source."""

FEWEST_DECLARED_NARRATED = 2
"""Of them, those that are not quotations in both."""

WORDS_IN_COMMON = 0.4
"""Share of the shorter vocabulary that both have, below which nothing is aligned at all."""


Vocabulary = Short
"""The words of a report that carry meaning, as numbers."""


class Alignment(msgspec.Struct, frozen=True):
    """How two reports run side by side; the first one sorts before the second by name.

    Attributes:
        pairs: indices of aligned sentences, in the order of the first report.
        covered: share of each report's words that stands in aligned sentences.
        narrated: aligned sentences that are not quotations in both.
        ordered: how many of them stand in the same order.
        quoted: words in quotation marks in the aligned sentences of each.
    """

    pairs: tuple[tuple[int, int], ...]
    covered: tuple[float, float]
    narrated: int
    ordered: int
    quoted: tuple[int, int]

    def is_rewrite(self, common: float = 0.0, *, declared: bool = False) -> bool:
        """Whether content and order are those of a rewrite.

        Where more than half of the words are the same and nothing stands in another order, less is enough.

        Args:
            common: share of the words in common.
            declared: one report names the other's outlet as its source.
        """
        count = len(self.pairs)
        close = common >= WORDS_OF_ONE and self.ordered == self.narrated == count
        if declared and common >= WORDS_DECLARED and self.ordered == count >= FEWEST_DECLARED:
            return self.narrated >= FEWEST_DECLARED_NARRATED and min(self.covered) >= COVERED_LEAST
        return (
            count >= FEWEST_ALIGNED
            and self.narrated >= FEWEST_NARRATED
            and max(self.covered) >= (COVERED_CLOSE if close else COVERED_MOST)
            and min(self.covered) >= COVERED_LEAST
            and self.ordered >= IN_ORDER * count
        )


def vocabulary_of(words: list[str]) -> Vocabulary:
    """The words that carry meaning, each as a number, sorted."""
    return np.unique(word_hashes(content_words(words)).astype(np.uint32))


def in_common(first: Vocabulary, second: Vocabulary) -> float:
    """Share of the shorter vocabulary that stands in the other."""
    shorter = min(len(first), len(second))
    return len(np.intersect1d(first, second, assume_unique=True)) / shorter if shorter else 0.0


def align(first: tuple[Sentence, ...], second: tuple[Sentence, ...]) -> Alignment:
    """Set two reports side by side, best sentence pairs first, one to one."""
    weights = _weights(first, second)
    ones = [_vector(sentence, weights) for sentence in first]
    twos = [_vector(sentence, weights) for sentence in second]
    scored = [
        (score, -i, -j)
        for i, one in enumerate(ones)
        for j, two in enumerate(twos)
        if (score := _cosine(one, two)) >= SAME_SENTENCE
    ]
    taken_one: set[int] = set()
    taken_two: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if -i not in taken_one and -j not in taken_two:
            taken_one.add(-i)
            taken_two.add(-j)
            pairs.append((-i, -j))
    return _alignment(first, second, sorted(pairs))


def _alignment(
    first: tuple[Sentence, ...], second: tuple[Sentence, ...], pairs: list[tuple[int, int]]
) -> Alignment:
    sides = ([first[i] for i, _ in pairs], [second[j] for _, j in pairs])
    covered = tuple(
        sum(s.length for s in side) / max(1, sum(s.length for s in whole))
        for side, whole in zip(sides, (first, second), strict=True)
    )
    return Alignment(
        pairs=tuple(pairs),
        covered=(covered[0], covered[1]),
        narrated=sum(not (first[i].is_quotation and second[j].is_quotation) for i, j in pairs),
        ordered=_longest_rise([j for _, j in pairs]),
        quoted=(sum(s.quoted for s in sides[0]), sum(s.quoted for s in sides[1])),
    )


def _weights(first: tuple[Sentence, ...], second: tuple[Sentence, ...]) -> dict[str, float]:
    found: Counter[str] = Counter()
    for sentence in (*first, *second):
        found.update(sentence.words.keys())
    total = len(first) + len(second) + 1
    return {word: math.log(total / count) for word, count in found.items()}


def _vector(sentence: Sentence, weights: dict[str, float]) -> tuple[dict[str, float], float]:
    vector = {word: count * weights[word] for word, count in sentence.words.items()}
    return vector, math.sqrt(sum(value * value for value in vector.values()))


def _cosine(one: tuple[dict[str, float], float], two: tuple[dict[str, float], float]) -> float:
    (short, a), (long, b) = (one, two) if len(one[0]) <= len(two[0]) else (two, one)
    if not a or not b:
        return 0.0
    return sum(value * long[word] for word, value in short.items() if word in long) / (a * b)


def _longest_rise(numbers: list[int]) -> int:
    """Length of the longest rising subsequence."""
    tails: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)

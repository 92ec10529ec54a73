"""What a text's fingerprint is: hashes of five words running, and the few of them that are kept.

Winnowing after Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting"
(SIGMOD 2003): of every ``WINDOW`` neighbouring shingles the smallest hash is kept, so that a shared run of
``SHINGLE + WINDOW - 1`` words is always noticed.
"""

from __future__ import annotations

import zlib

from tallybook.reconcile.arrays import Hashes, np

SHINGLE = 5
"""Words in a shingle."""

WINDOW = 8
"""Neighbouring shingles of which one is kept."""

_BASE, _MIX, _SHIFT = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 29
_known: dict[str, int] = {}
_KNOWN_LIMIT = 500_000


def word_hashes(words: list[str]) -> Hashes:
    """A number for each word that is the same in every process (CRC-32), remembered while there is room."""
    if len(_known) > _KNOWN_LIMIT:
        _known.clear()
    numbers = []
    for word in words:
        number = _known.get(word)
        if number is None:
            number = _known[word] = zlib.crc32(word.encode())
        numbers.append(number)
    return np.array(numbers, dtype=np.uint64)


def shingle_hashes(words: list[str]) -> Hashes:
    """The hash of every run of ``SHINGLE`` words, in order; empty for a shorter text."""
    numbers = word_hashes(words)
    count = len(numbers) - SHINGLE + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    base, mix, shift = np.uint64(_BASE), np.uint64(_MIX), np.uint64(_SHIFT)
    with np.errstate(over="ignore"):
        for at in range(SHINGLE):
            total = total * base + numbers[at : at + count]
        total = (total ^ (total >> shift)) * mix
    return total ^ (total >> shift)


def winnow(hashes: Hashes) -> Hashes:
    """The kept hashes, each once, sorted."""
    if len(hashes) <= WINDOW:
        return np.unique(hashes.min(keepdims=True)) if len(hashes) else hashes
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    return np.unique(windows.min(axis=1))

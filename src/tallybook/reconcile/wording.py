"""Which word sets of the vocabulary a text touches: one compiled look-up for each set."""

from __future__ import annotations

import re
from functools import lru_cache

from tallybook import vocabulary


@lru_cache(maxsize=256)
def word_set(name: str) -> frozenset[str]:
    """The words of the set ``name`` (vocabulary file ``reconciling.yaml``)."""
    return frozenset(vocabulary.load().reconciling[name])


@lru_cache(maxsize=8)
def set_names(beginning: str) -> tuple[str, ...]:
    """Names of the sets that begin so, in the order of the file."""
    return tuple(name for name in vocabulary.load().reconciling if name.startswith(beginning))


@lru_cache(maxsize=256)
def pattern(name: str) -> re.Pattern[str]:
    """A pattern that finds any word or phrase of the set, in any case, longest first."""
    words = sorted(vocabulary.load().reconciling[name], key=len, reverse=True)
    body = "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in words)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def touches(name: str, text: str) -> str | None:
    """The first words of ``text`` that belong to the set, as they stand; ``None`` if there are none."""
    found = pattern(name).search(text)
    return found.group() if found else None

"""Lists of plain words that the rules of reading refer to by name."""

from __future__ import annotations

from functools import lru_cache

from tallybook.vocabulary.loader import Entry, load_entries


class WordList(Entry, frozen=True, kw_only=True):
    """A named list of words, in lower case; verbs and nouns as base forms."""

    name: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {entry.name: frozenset(entry.words) for entry in load_entries("wordlists.yaml", WordList)}


def words_of(name: str) -> frozenset[str]:
    """The words of the list ``name``.

    Raises:
        VocabularyError: the data file breaks a rule.
        KeyError: there is no list of that name.
    """
    return _lists()[name]

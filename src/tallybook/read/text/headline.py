"""How would a headline read in the letter case of running text?

Parsers stumble over headlines in capitals or in title case. The re-cased words have as many characters as
the headline, so every offset stays good; quotes are always taken from the report itself.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_TITLE_SHARE = 0.6
"""Share of the longer words that are capitalised from which on a line counts as title case."""


def recase(words: str, text: str) -> str:
    """Give ``words``, a headline of ``text``, the case that its words have in the running text.

    Names keep their capital where the running text has them so in the middle of a sentence; other words lose
    it. A line that is not in title case or capitals comes back as it is.
    """
    found = [m.group() for m in _WORD.finditer(words) if len(m.group()) > 3]
    if len(found) < 3:
        return words
    capital = sum(w[:1].isupper() for w in found) / len(found)
    shouted = sum(w.isupper() for w in found) / len(found) > _TITLE_SHARE
    if capital < _TITLE_SHARE:
        return words
    names = _names(text)
    return _WORD.sub(lambda m: _cased(m, names, shouted=shouted), words)


def _cased(match: re.Match[str], names: dict[str, str], *, shouted: bool) -> str:
    word = match.group()
    known = names.get(word.lower())
    if known is not None and len(known) == len(word):
        return known
    if not shouted and (word.isupper() or any(c.isupper() for c in word[1:])):
        return word
    if match.start() == 0:
        return word if not shouted else _same_length(word[:1] + word[1:].lower(), word)
    return _same_length(word.lower(), word)


def _same_length(cased: str, word: str) -> str:
    return cased if len(cased) == len(word) else word


def _names(text: str) -> dict[str, str]:
    """Words as the running text writes them: a capital counts where it does not open a sentence."""
    seen: dict[str, str] = {}
    lower: set[str] = set()
    for match in re.finditer(r"(?<=[a-z,;] )[\"“'‘(]?([^\W\d_]+(?:['’.-][^\W\d_]+)*)", text):
        word = match.group(1)
        if word.islower():
            lower.add(word)
        else:
            seen.setdefault(word.lower(), word)
    return {key: word for key, word in seen.items() if key not in lower}

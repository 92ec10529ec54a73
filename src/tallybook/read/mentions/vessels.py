"""Which merchant ships does a text name?

Names stand behind a word for a ship or a flag ("the cargo ship Orla", "the Panama-flagged Orla"). Ships of
navies, which seize and escort, are never among them, nor are firms ("the state-owned Orla").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tallybook.model import Vessel
from tallybook.vocabulary import Vocabulary

_NAME = r"(?:al-|el-)?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’-]*|of|\d{1,3}|[IVX]+)){0,3}"
_QUOTED = r"[\"“'‘](?P<quoted>[A-Z][^\"”'’]{1,30})[\"”'’]"
_IMO = re.compile(r"\bIMO(?: (?:number|no\.?))?:? ?#?(\d{7})\b", re.I)


class VesselMention(NamedTuple):
    """A ship's name where it stands: characters of the text."""

    vessel: Vessel
    start: int
    end: int


def check_digit_holds(imo: str) -> bool:
    """Whether seven digits are an IMO number: six times 7 to 2, the last digit of the sum is the seventh.

    Source: IMO resolution A.1117(30), IMO Ship Identification Number Scheme.
    """
    if not re.fullmatch(r"\d{7}", imo):
        return False
    total = sum(int(d) * weight for d, weight in zip(imo, range(7, 1, -1), strict=False))
    return total % 10 == int(imo[6])


def _words(vocabulary: Vocabulary, kind: str) -> list[str]:
    """The words of a kind, the longest first."""
    return sorted((w for e in vocabulary.carriage if e.kind == kind for w in e.words), key=len, reverse=True)


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], ...]:
    """What names ships: patterns for the words of navies, for any ship, and three with her name."""
    noun, flag, never = (
        "|".join(re.escape(w) for w in _words(vocabulary, kind)) for kind in ("vessel", "flag", "warship")
    )
    name = rf"(?:{_QUOTED}|(?P<name>{_NAME})(?: and (?:the )?(?P<other>{_NAME}))?)"
    return (
        re.compile(rf"(?<!\w)(?:(?i:{never}))(?:s)?(?: {_NAME})?"),
        re.compile(rf"(?<!\w)(?i:{noun}|[\w-]+-flagged)(?!\w)"),
        re.compile(rf"(?<!\w)(?:(?i:{noun}))(?:,? (?i:called|named|the))?,? {name}"),
        re.compile(rf"(?<![\w-])(?!State-)[A-Z][\w.]*-(?:{flag}) {name}"),
        re.compile(rf"(?<!\w)the (?P<name>{_NAME}), an? (?:[\w-]+ ){{0,3}}(?:{noun})(?!\w)"),
    )


@lru_cache(maxsize=8)
def find_vessels(text: str, vocabulary: Vocabulary) -> tuple[VesselMention, ...]:
    """Merchant ships in ``text``, each time that one is named, with the IMO number where it is given."""
    navy, ship, *named = _patterns(vocabulary)
    if ship.search(text) is None:
        return ()
    barred = [m.span() for m in navy.finditer(text)]
    names: dict[str, str | None] = {}
    for match in (m for pattern in named for m in pattern.finditer(text)):
        if any(a < match.end() and match.start() < b for a, b in barred):
            continue
        for group, words in match.groupdict().items():
            name = _clean(words, vocabulary) if words else None
            if name:
                names.setdefault(name, _imo_behind(text, match.end(group)))
    found = [
        VesselMention(Vessel(name=name, imo=imo), again.start(), again.end())
        for name, imo in names.items()
        for again in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _imo_behind(text: str, end: int) -> str | None:
    match = _IMO.search(text, end, end + 40)
    if match and re.search(r" and [A-Z]", text[end : match.start()]):
        return None
    return match[1] if match and check_digit_holds(match[1]) else None


def _clean(words: str, vocabulary: Vocabulary) -> str | None:
    """A ship's name: no state, weekday, month or body, no office and nobody who speaks."""
    name = words.strip(" .,'’")
    words_of = name.casefold().split()
    barred = _no_names(vocabulary)
    if not words_of or name.casefold() in barred or words_of[0] in barred:
        return None
    first = re.split(r"['’]", words_of[0])[0]
    if first in _PRONOUNS or not vocabulary.speakers["title"].isdisjoint(words_of[:2]):
        return None  # "aboard ship, Defence Minister X said", "that ship, I'm told"
    return name


_PRONOUNS = frozenset({"i", "we", "he", "she", "it", "they", "you", "there", "that", "this"})


@lru_cache(maxsize=4)
def _no_names(vocabulary: Vocabulary) -> frozenset[str]:
    states = {
        w.casefold()
        for s in vocabulary.states
        for w in (s.name, *s.names, *s.adjectives, *s.capitals, *s.abbreviations)
    }
    calendar = {w.casefold() for c in vocabulary.calendar for w in (c.name, *c.short)}
    return frozenset(
        states | calendar | {"the", "in", "on", "at", "from", "to", "and", "a", "according", "imo"}
    )

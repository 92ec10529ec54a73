"""Which merchant ships does a text name?

Names stand behind a word for a ship or a flag ("the cargo ship Orla", "the Panama-flagged Orla"). Ships of
navies, which seize and escort, are never among them.
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


@lru_cache(maxsize=4)
def _nouns(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(w for e in vocabulary.carriage if e.kind == "vessel" for w in e.words)


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    nouns = _nouns(vocabulary)
    navy = [w for e in vocabulary.carriage if e.kind == "warship" for w in e.words]
    noun = "|".join(re.escape(w) for w in sorted(nouns, key=len, reverse=True))
    never = "|".join(re.escape(w) for w in sorted(navy, key=len, reverse=True))
    named = re.compile(
        rf"(?<!\w)(?:(?i:{noun}))(?:,? (?i:called|named|the))?,? "
        rf"(?:{_QUOTED}|(?P<name>{_NAME})(?: and (?:the )?(?P<other>{_NAME}))?)"
    )
    beside = re.compile(rf"(?<!\w)the (?P<name>{_NAME}), an? (?:[\w-]+ ){{0,3}}(?:{noun})(?!\w)")
    return named, beside, re.compile(rf"(?<!\w)(?:(?i:{never}))(?:s)?(?: {_NAME})?")


@lru_cache(maxsize=8)
def find_vessels(text: str, vocabulary: Vocabulary) -> tuple[VesselMention, ...]:
    """Merchant ships in ``text``, each time that one is named, with the IMO number where it is given."""
    lower = text.lower()
    if not any(noun.lower() in lower for noun in _nouns(vocabulary)):
        return ()
    named, beside, navy = _patterns(vocabulary)
    barred = [m.span() for m in navy.finditer(text)]
    names: dict[str, str | None] = {}
    for match in (*named.finditer(text), *beside.finditer(text)):
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
    """A ship's name: no state, weekday, month or body."""
    name = words.strip(" .,'’")
    words_of = name.split()
    barred = _no_names(vocabulary)
    if not words_of or name.casefold() in barred or words_of[0].casefold() in barred:
        return None
    return name


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

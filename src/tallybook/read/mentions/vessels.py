"""Which merchant ships does a text name?

Names stand behind a word for a ship or a flag ("the cargo ship Orla", "the Panama-flagged Orla"). Ships of
navies, which seize and escort, are never among them, nor are firms ("the state-owned Orla").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tallybook.model import Mode, Vessel
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

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
    """What names ships: patterns for the words of navies, for any ship, and those with her name."""
    noun, flag, sailing, never = (
        "|".join(re.escape(w) for w in _words(vocabulary, kind))
        for kind in ("vessel", "flag", "sailing", "warship")
    )
    name = rf"(?:{_QUOTED}|(?P<name>{_NAME})(?: and (?:the )?(?P<other>{_NAME}))?)"
    aboard = r"(?:aboard|on board|in the holds? of|the decks? of)"
    return (
        re.compile(rf"(?<!\w)(?:(?i:{never}))(?:s)?(?: {_NAME})?"),
        re.compile(rf"(?<!\w)(?:(?i:{noun}|[\w-]+-flagged|{aboard} the|IMO)|{sailing})(?!\w)"),
        re.compile(rf"(?<!\w)(?:(?i:{noun}))(?:,? (?i:called|named|(?:such as |like )?the))?,? {name}"),
        re.compile(rf"(?<![\w-])(?!State-)[A-Z][\w.]*-(?:{flag}) {name}"),
        re.compile(rf"(?<!\w)[Tt]he {name} (?:\(IMO|(?:had |has |then |later )?(?:{sailing})(?!\w))"),
        re.compile(rf"(?<!\w)(?i:{aboard} the) {name}"),
        re.compile(rf"(?<!\w)the (?P<name>{_NAME}), an? (?:[\w-]+ ){{0,3}}(?:{noun})(?!\w)"),
    )


@lru_cache(maxsize=4)
def _needed(vocabulary: Vocabulary) -> frozenset[str]:
    """Words without one of which a text names no ship: of longer ones no more than such a word."""
    words = {w.casefold() for kind in ("vessel", "sailing") for w in _words(vocabulary, kind)}
    words |= {"-flagged", "aboard", "board the", "the hold", "the deck", "imo"}
    return frozenset(w for w in words if not any(other in w for other in words - {w}))


@lru_cache(maxsize=8)
def find_vessels(text: str, vocabulary: Vocabulary) -> tuple[VesselMention, ...]:
    """Merchant ships in ``text``, each time that one is named, with the IMO number where it is given."""
    small = text.casefold()
    if not any(word in small for word in _needed(vocabulary)):
        return ()
    navy, ship, *named = _patterns(vocabulary)
    if ship.search(text) is None:
        return ()
    barred = [m.span() for m in navy.finditer(text)]
    names: dict[str, str | None] = {}
    for match in (m for pattern in named for m in pattern.finditer(text)):
        if any(a < match.end() and match.start() < b for a, b in barred):
            continue
        for group, words in match.groupdict().items():
            apart = group == "name" and text[: match.start(group)].endswith(", ")
            name = _clean(words, vocabulary, apart) if words else None
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


def _clean(words: str, vocabulary: Vocabulary, apart: bool) -> str | None:
    """A ship's name: no state, weekday, month or body, no office and nobody who speaks.

    ``apart``: a comma stands before it. Ships bear titles ("the freighter Lady Orla"), and so do speakers.
    """
    name = re.sub(r"^(?:M/?[TV]|M\.V\.) ", "", re.split(r"(?<=[a-z])\. ", words)[0].strip(" .,'’"))
    parts = name.casefold().split()
    barred = _no_names(vocabulary)
    if not parts or name.casefold() in barred or parts[0] in barred:
        return None
    first = re.split(r"['’]", parts[0])[0]
    offices = vocabulary.speakers["title"] - (frozenset() if apart else _BORNE_BY_SHIPS)
    if first in _PRONOUNS or not offices.isdisjoint(parts[:2]) or _is_no_ship(parts, vocabulary):
        return None  # "aboard ship, Defence Minister X said", "that ship, I'm told"
    return name


def _is_no_ship(parts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a name is one of a body or a plane, or says whose a ship is: "aboard the An-124"."""
    planes = {w.casefold() for e in vocabulary.carriage if e.mode == Mode.AIR for w in e.words}
    return (
        not _BODIES.isdisjoint(parts)
        or any(p in planes or p.removesuffix("s") in planes for p in parts)
        or re.search(r"-(?:bound|flagged|owned|based|registered)$", parts[0]) is not None
    )


_BORNE_BY_SHIPS = words_of("titles that ships bear")
_BODIES = words_of("last words of bodies that sail")
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

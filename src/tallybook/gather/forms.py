"""How a form of the vocabulary ("By {persons}, {date}") becomes a pattern.

The data files hold plain words and named places; what each place takes is defined here. Every part is
bounded, so that matching a line takes time in proportion to its length.
"""

from __future__ import annotations

import re
from functools import cache

from tallybook.gather.dates import date_pattern, day_pattern, weekday_pattern

_NAME = r"(?:[A-Z][\w.’'&-]{0,30}|[A-Z]\.)"
_SMALL = r"(?:of|the|and|de|la|le|du|for|on|in|&|van|von|bin|al|el)"
_PROPER = rf"(?:The\s|the\s)?{_NAME}(?:[ ](?:{_SMALL}[ ]){{0,2}}{_NAME}){{0,6}}"
_ABBREVIATED = rf"{_PROPER}(?:[ ]?\([A-Z][A-Za-z.]{{1,11}}\))?"
_PARTICLE = r"(?:bin|al|el|de|la|van|von|der|di)"
_FORENAME = r"(?:[A-Z][^\W\d_]{0,20}(?:[-’'][A-Z]?[^\W\d_]{1,20}){0,2}|[A-Z]\.)"
_PERSON = rf"{_FORENAME}(?:[ ]{_PARTICLE}){{0,2}}(?:[ ]{_FORENAME}){{1,3}}?"
_JOINT = r"(?:[ ]?/[ ]?|,[ ]|[ ](?:via|and|for|\|)[ ])"
_LOUD = r"[A-Z][A-Z.'’-]{2,20}(?:[ -][A-Z][A-Z.'’-]{1,20}){0,3}"
_ORDINARY = r"[A-Z][\w.'’-]{1,20}(?:[ -][A-Z][\w.'’-]{1,20}){0,3}"
_WITHIN = r"(?:[A-Z][a-z][\w.’'-]{0,20}(?:[ -][A-Z][\w.’'-]{1,20}){0,3}|(?:[A-Z]\.){2,4}|[A-Z]{2,3}(?!\w))"
_ZONE = r"(?:\s?(?:(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?|CET|EET|EST|EDT|ET|BST|IST|JST|KST))?"


@cache
def _places() -> dict[str, str]:
    """What each place takes, as a regular expression."""
    return {
        "date": rf"(?P<date>{date_pattern()})",
        "day": rf"(?P<day>{day_pattern()})",
        "year": r"(?P<year>(?:19|20)\d\d)",
        "time": rf"(?P<time>[0-2]?\d[:.][0-5]\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\s?[AP]M)?{_ZONE})",
        "weekday": weekday_pattern(),
        "person": rf"(?P<person>{_PERSON})",
        "persons": rf"(?P<persons>{_PERSON}(?:(?:,[ ]|,?[ ]and[ ]|[ ]&[ ]){_PERSON}){{0,4}})",
        "outlet": rf"(?P<outlet>{_ABBREVIATED})",
        "credit": rf"(?P<credit>{_ABBREVIATED})",
        "agency": r"(?:[A-Z]{2,6}(?!\w)|[A-Z][a-z]{2,20})(?:[ ]Images)?",
        "holders": rf"{_PROPER}(?:{_JOINT}{_PROPER}){{0,4}}(?:[ ]archive)?\.?",
        "self": rf"(?P<self>{_PROPER})",
        "city": rf"{_LOUD}(?:/{_LOUD})?(?:,[ ]{_WITHIN}){{0,2}}",
        "town": rf"{_ORDINARY}(?:,[ ]{_ORDINARY}){{0,2}}",
        "words": r"[^\n]{1,160}?",
        "number": r"\d{1,4}",
        "dash": r"(?:-{1,3}|–|—|―)",
    }


@cache
def pattern(form: str) -> re.Pattern[str]:
    """The pattern of one form. Plain words match in any case, places as they are defined.

    Raises:
        KeyError: the form names a place that does not exist.
    """
    return re.compile(_expression(form))


@cache
def exact(form: str) -> re.Pattern[str]:
    """The pattern of a form without places, in exactly this case, as words of their own."""
    return re.compile(r"(?<!\w)" + re.escape(form) + r"(?!\w)")


@cache
def repeated(forms: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a run of any of ``forms``, in any number and order, with marks between them."""
    one = "|".join(_expression(form) for form in sorted(forms, key=len, reverse=True))
    gap = r"[\s|/·•,:.»>✕×-]"
    return re.compile(rf"{gap}{{0,5}}(?:(?:{one})(?!\w){gap}{{0,5}}){{1,12}}")


def _expression(form: str) -> str:
    parts = []
    for piece in re.split(r"(\{\w+\})", form):
        if piece.startswith("{"):
            parts.append(_places()[piece[1:-1]])
        elif piece:
            parts.append(f"(?i:{_literal(piece)})")
    return "".join(parts)


def _literal(words: str) -> str:
    """Plain words: any white space for a space, none needed beside brackets and commas."""
    escaped = re.escape(words).replace(r"\ ", r"\s{1,3}")
    return re.sub(r"^\\s\{1,3\}$", r"\\s{0,3}", escaped)

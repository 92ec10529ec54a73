"""How a form of the vocabulary ("By {persons}, {date}") becomes a pattern.

The data files hold plain words and named places; what each place takes is defined here. Every part is
bounded, so that matching a line takes time in proportion to its length.
"""

from __future__ import annotations

import re
from functools import cache

from tallybook.gather.dates import date_pattern, day_pattern, weekday_pattern
from tallybook.vocabulary import load

_NAME = r"(?:[A-Z][\w.’'&-]{0,30}|[A-Z]\.)"
_FORENAME = r"(?:[A-Z][^\W\d_]{0,20}(?:[-’'][A-Z]?[^\W\d_]{1,20}){0,2}|[A-Z]\.)"
_LOUD = r"[A-Z][A-Z.'’-]{2,20}(?:[ -][A-Z][A-Z.'’-]{1,20}){0,3}"
_ORDINARY = r"[A-Z][\w.'’-]{1,20}(?:[ -][A-Z][\w.'’-]{1,20}){0,3}"
_WITHIN = r"(?:[A-Z][a-z][\w.’'-]{0,20}(?:[ -][A-Z][\w.’'-]{1,20}){0,3}|(?:[A-Z]\.){2,4}|[A-Z]{2,3}(?!\w))"
_ZONE = r"(?:\s?(?:(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?|[A-Z]{1,3}T))?"


@cache
def _places() -> dict[str, str]:
    """What each place takes, as a regular expression."""
    small, particle, joint = (_words(where) for where in ("small", "particle", "joint"))
    article = _words("article")
    proper = rf"(?:{article}\s)?{_NAME}(?:[ ](?:{small}[ ]){{0,2}}{_NAME}){{0,6}}"
    shortened = rf"{proper}(?:[ ]?\([A-Z][A-Za-z.]{{1,11}}\))?"
    person = rf"{_FORENAME}(?:[ ]{particle}){{0,2}}(?:[ ]{_FORENAME}){{1,3}}?"
    between = rf"(?:[ ]?/[ ]?|,[ ]|[ ](?:{joint}|{small}|\|)[ ])"
    return {
        "date": rf"(?P<date>{date_pattern()})",
        "day": rf"(?P<day>{day_pattern()})",
        "year": r"(?P<year>(?:19|20)\d\d)",
        "time": rf"(?P<time>[0-2]?\d[:.][0-5]\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\s?[AP]M)?{_ZONE})",
        "weekday": weekday_pattern(),
        "person": rf"(?P<person>{person})",
        "persons": rf"(?P<persons>{person}(?:(?:,[ ]|,?[ ]{joint}[ ]){person}){{0,4}})",
        "outlet": rf"(?P<outlet>{shortened})",
        "credit": rf"(?P<credit>{shortened})",
        "agency": r"(?:[A-Z]{2,6}(?!\w)|[A-Z][a-z]{2,20})(?:[ ]Images)?",
        "holders": rf"{proper}(?:{between}{proper}){{0,4}}\.?",
        "self": rf"(?P<self>{proper})",
        "city": rf"{_LOUD}(?:/{_LOUD})?(?:,[ ]{_WITHIN}){{0,2}}",
        "town": rf"{_ORDINARY}(?:,[ ]{_ORDINARY}){{0,2}}",
        "words": r"[^\n]{1,160}?",
        "number": r"\d{1,4}",
        "dash": r"(?:-{1,3}|–|—|―)",
    }


@cache
def _words(where: str) -> str:
    """The small words of one kind that stand in names and between them, in any case of their first letter."""
    forms = [form for entry in load().bylines if entry.where == where for form in entry.forms]
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + ")"


def names_in(words: str) -> tuple[str, ...]:
    """The single names of what ``{persons}`` took."""
    return tuple(name.strip() for name in re.split(rf",?\s{_words('joint')}\s|,\s", words) if name.strip())


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
def exact_word(form: str) -> re.Pattern[str]:
    """The pattern of a form without places, in any case, as words of their own."""
    return re.compile(r"(?<!\w)" + re.escape(form) + r"(?!\w)", re.IGNORECASE)


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

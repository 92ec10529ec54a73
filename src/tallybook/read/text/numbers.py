"""What number do these words name?

Digits ("1,000", "2.5"), words ("twenty-one"), both ("2.5 million", "half a million", "a million and a half",
"a quarter of a million", "a quarter-million", "one and a half million",
"two dozen", "a hundred and fifty", "6,000 crore"), with commas or blanks between thousands. Full stops
between groups of three digits are those of thousands only where two such groups stand ("1.000.000"): a single
"1.000" is left to be a decimal.
"""

from __future__ import annotations

import re

ONES = (
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: float(n) for n, word in enumerate(ONES)} | {w: 20.0 + 10 * n for n, w in enumerate(TENS)}
SCALE = {
    "dozen": 12.0,
    "score": 20.0,
    "hundred": 100.0,
    "thousand": 1_000.0,
    "million": 1_000_000.0,
    "billion": 1_000_000_000.0,
    "trillion": 1_000_000_000_000.0,
    "lakh": 100_000.0,
    "crore": 10_000_000.0,
    "crores": 10_000_000.0,
}
SHORT_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12}

_BLANKS = r"(?<![\w.,-])\d{1,3}(?: \d{3})+(?![\w.,]*\d)(?![ -]?(?:mm|cm|km|millimet))"
"""Thousands set off by blanks ("12 500 rifles"), no calibre behind a number ("ten 155 mm guns")."""

DIGITS = _BLANKS + r"|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
_SCALES = "|".join(sorted(SCALE, key=len, reverse=True))
_UNITS = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{_UNITS}"
_PART = r"half an?|(?:an? )?(?:half|quarter)|(?:a|three) quarters? of an?"
_FIRST = rf"(?:{_PART}|(?:{_UNITS}) and a half|an?|{_SMALL})"
_WORD_NUMBER = rf"{_FIRST}(?:[ -](?:{_SCALES}))+(?: and (?:a half|(?:{_SMALL}))\b)?(?: (?:{_SMALL})\b)?"
_BARE = "|".join(rf"(?<=\b{word} )" for word in ("first", "next", "last", "another", "further", "remaining"))
"""What stands before a scale without a figure: "the first hundred", "another dozen"."""
NUMBER = (
    rf"(?:(?:{DIGITS})(?!×)(?:[ -]?(?:{_SCALES})\b(?: (?:{_SCALES})\b)?|(?:k|m|mn|mln|b|bn|bln|tn)\b"
    rf"|[ ](?:mn|mln|bn|bln|tn)\b|\b)"
    rf"|\b(?:{_WORD_NUMBER}|{_SMALL})\b(?!-year)"
    rf"|(?:{_BARE})(?:dozen|hundred|thousand|million)\b(?!-))"
)
"""Regular expression (any case) of a plain number, without comparators."""

_DIGITS = re.compile(DIGITS)
_PIECE = re.compile(rf"{DIGITS}|[a-z]+", re.I)


def value(words: str) -> float | None:
    """The number that ``words`` name, ``None`` where they name none."""
    total, group, seen = 0.0, 0.0, False
    pieces = _PIECE.findall(words.casefold().replace("-", " "))
    if pieces[-2:] == ["a", "half"] and "and" in pieces:
        return _and_a_half(pieces[: pieces.index("and")])
    for n, word in enumerate(pieces):
        if _DIGITS.fullmatch(word):
            group, seen = group + _digits(word), True
        elif word in SMALL:
            group, seen = group + SMALL[word], True
        elif word in SCALE or word in SHORT_SCALE:
            scale = SCALE.get(word) or SHORT_SCALE[word]
            group = (group or 1.0) * scale
            seen = True
            if scale >= 1000 and not _scale_follows(pieces, n):
                total, group = total + group, 0.0
        elif word == "half":
            group, seen = group + 0.5, True
        elif word in ("quarter", "quarters"):
            group, seen = (group or 1.0) / 4, True
        elif word not in {"a", "an", "and", "of"}:
            return None
    return total + group if seen else None


def count_of(words: str) -> float | None:
    """As :func:`value`, and "a" and "an" are one."""
    return 1.0 if words.casefold() in {"a", "an"} else value(words)


def _scale_follows(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1] in SCALE


def _and_a_half(words: list[str]) -> float | None:
    """Of ``a million and a half``: half of the last scale more."""
    scale = next((SCALE[t] for t in reversed(words) if t in SCALE), 1.0)
    base = value(" ".join(words))
    return None if base is None else base + scale / 2


def _digits(word: str) -> float:
    plain = re.sub(r"[ ,\u00a0\u202f]", "", word)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain)

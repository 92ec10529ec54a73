"""Which figures stand without the noun that they count: named before, or set off behind the goods?"""

from __future__ import annotations

import re

from tallybook.read.mentions.amounts import Amount
from tallybook.read.text.tree import Doc, Token

OF_THEM = re.compile(
    r" of (?:them|these|those|which|it|(?:the|this|that) (?:class|type|model|kind|version))\b", re.I
)
OF_WEIGHT = re.compile(r" of [\d,.]+[ -]?(?:pounds?|lbs?|kg|kilograms?|mm|tonnes?|tons?)\b", re.I)
_SUMMED = re.compile(
    r"\b(?:bring|brought|tak|took|rais|lift|push)\w* [^.;]*\b(?:total|number|tally|sum)\b[^.;]* to $", re.I
)
_PUT = re.compile(
    r"\b(?:put|puts|putting|estimat\w+|set|sets|pegs?|pegged|placed?|places)\b[^.;]* at $",
    re.I,
)


def stands_alone(doc: Doc, amount: Amount) -> bool:
    """Of ``several more on Tuesday``, "one at least was fired": amounts whose noun was named before."""
    if amount.kind in {"vague", "round"} and not doc.text[amount.start : amount.end].rstrip().endswith(" of"):
        return True
    if any(p.match(doc.text, amount.end) for p in (OF_THEM, OF_WEIGHT)):
        return True
    if is_set_off(doc.text, amount.start, amount.end):
        return True
    span = doc.covering(amount.start, amount.end)
    return span is not None and any(t.pos_ in _COUNTING and _left_alone(t, doc, span.end) for t in span)


_COUNTING = {"NUM", "PRON", "NOUN"}
_ON = frozenset(
    {"from", "to", "more", "in", "for", "by", "that", "which", "are", "were", "is", "was", "have", "will"}
)


def _left_alone(token: Token, doc: Doc, end: int) -> bool:
    """Whether a number is subject or object itself, or goes on with one: "six came from A, four from B"."""
    if token.dep_ == "nummod" and token.head.lower_ == "more" and token.head.i > token.i:
        more = {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "npadvmod"}
        return token.head.dep_ in more  # "an order for 30 more", "gave 12 in May and 20 more in June"
    if token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return True
    following = doc[end].lower_ if end < len(doc) else ""
    if token.dep_ == "pobj":
        if token.head.lower_ == "at" and _PUT.search(_before(doc, token.head)):
            return True
        summed = bool(_SUMMED.search(doc.text[max(0, token.idx - 60) : token.idx]))
        summed = summed or any(c.dep_ == "relcl" for c in token.rights)  # "the 24 it promised"
        return following in {"that", "which", "more"} or token.head.lower_ == "for" or summed
    return token.dep_ in {"conj", "appos", "dep", "attr", "npadvmod"} and following in _ON


def _before(doc: Doc, at: Token) -> str:
    """The words up to an "at" and with it."""
    return doc.text[max(0, at.idx - _AHEAD) : at.idx + len(at) + 1]


_AHEAD = 160
"""Characters before "at" among which the verb stands."""


def is_set_off(text: str, start: int, end: int) -> bool:
    """Whether a figure is set off behind what it counts: ", ten in total", "(24)", "by the thousand".

    Args:
        text: the words around it.
        start: where the figure begins in them.
        end: where it ends, with its noun if it has one.
    """
    if BY_THE.match(text, start):
        return True
    opened = _OPENED.search(text, max(0, start - 3), start)
    if opened is None:
        return False
    if opened[0].startswith("("):
        kind = _KIND.search(text, max(0, start - _REACH), start) is not None  # of "Mali (8)" a share
        return kind and text[end : end + 1] == ")" and _YEAR.fullmatch(text, start, end) is None
    rough = _ROUGH.search(text[start:end]) is not None and _CLOSED.match(text, end) is not None
    return rough or _SUMMING.match(text, end) is not None or _SUMMED_UP.search(text[start:end]) is not None


def summing(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words behind a figure set off that sum up: " in total", " altogether"."""
    return _SUMMING.match(text, end) if is_set_off(text, start, end) else None


BY_THE = re.compile(r"by the (?:dozen|score|hundred|thousand|million|ten)", re.I)
_OPENED = re.compile(r"(?:,|\s[–—-]|[:—])\s?$|\($")
_KIND = re.compile(r"(?<![\w-])(?:[a-z][\w-]*|[\w-]*\d[\w-]*) \($")
_REACH = 30
"""Characters before a bracket among which the word for the goods stands."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_ROUGH = re.compile(
    r"^(?:some|about|around|roughly|at (?:least|most)|up to|nearly|almost|more than|over)\b|\b(?:so|more)$",
    re.I,
)
_CLOSED = re.compile(r"\s?(?:[,.;:)–—]|$)")
_SUMS = r" (?:in (?:total|all|number)|altogether|all told|all in all|overall|to be (?:exact|precise))\b"
_SUMMING = re.compile(_SUMS, re.I)
_SUMMED_UP = re.compile(rf"{_SUMS}$", re.I)

"""Which periods only tell what something is compared with or ranked among: "more than in 2022"?"""

from __future__ import annotations

from tallybook.read.text.tree import Doc

_LIKE = frozenset({"than", "as", "like"})
_YEARS = frozenset({"year", "years", "decade", "decades", "months", "century", "generation", "generations"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "time"})
_NEAR = 10
"""Tokens between the word that ranks and a period, at most."""


def likened(first: int, last: int, doc: Doc) -> bool:
    """Whether a period only tells what is compared: "more than in 2022", "two years later than planned"."""
    delayed = doc[last].lower_ == "than" and doc[last - 1].lower_ in ("later", "earlier", "after")
    measured = doc[last - 1].lower_ == "before" and first > 0 and doc[first - 1].lower_ in ("of", "on")
    return delayed or measured or (first > 0 and doc[first - 1].lower_ in _LIKE)


def names_something(first: int, last: int, doc: Doc) -> bool:
    """Whether a period dates no act: "the Daily of 14 May reports", "LOME, 3 May (Wire) -- Togo has"."""
    if first == 0 or last >= len(doc) or not any(t.text.isdigit() for t in doc[first:last]):
        return False
    before = doc[doc[first].sent.start : first]
    line = 0 < len(before) <= _LINE and before[0].pos_ != "ADP" and doc[last].text in _ENDS
    if line and all(t.is_punct or t.text[0].isupper() for t in before):
        return True
    return doc[first].lower_ == "of" and doc[first - 1].pos_ == "PROPN"


_LINE = 8
"""Tokens of the place, and more, before the day that a report gives as its own, at most."""

_ENDS = frozenset({"-", "--", "–", "—", ":", "("})


def ranked(first: int, doc: Doc) -> bool:
    """Whether a period tells among what something is ranked: "the third in two years"."""
    if first > 1 and doc[first - 1].lower_ == "time" and doc[first - 2].lower_ in _ORDINALS:
        return True  # "for the second time this year"
    above = doc[first].head
    if doc[first].lower_ in ("for", "in", "since") and _long_since(first, doc):
        return True
    if doc[first].lower_ != "in" or above.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM"):
        return False
    named = doc[first + 1] if first + 1 < len(doc) else above
    if above.lower_ in _ORDINALS and (named.pos_ == "PROPN" or named.text.isdigit()):
        return False  # "the fourth in March, the fifth in 2027"
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in _ORDINALS for t in (above, *above.lefts))


def _long_since(first: int, doc: Doc) -> bool:
    """Whether it tells over what time there was no other: "the first aid to X for more than ten years"."""
    at = doc[first].sent.start
    for i in range(first - 1, max(at, first - _NEAR), -1):
        if doc[i].text in (",", ";", ":") or doc[i].pos_ == "VERB":
            return False
        if doc[i].tag_ in ("JJS", "RBS") or doc[i].lower_ in ("first", "second", "third", "only"):
            length = doc[first + 1 : min(first + 7, doc[first].sent.end)]
            return any(t.lower_ in _YEARS for t in length) and not any(t.text.isdigit() for t in length[:1])
    return False

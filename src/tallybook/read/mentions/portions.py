"""How many are "most of the 49", "half of the 24 guns", "some drones"?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from tallybook.read.mentions.amounts import Amount
from tallybook.read.text.tree import Doc

_MOST = re.compile(
    r"\b(?:(?:the|a) (?:vast |large |great |clear )?majority|most|the (?:bulk|greater part|lion['’]s share))"
    r" of (?:the|its|their|his|her|these|those) $",
    re.I,
)
_WHOLE = re.compile(r"\s*(?:of )?(?:the|its|their|his|her|these|those) $", re.I)
_SOME = re.compile(r"\b[Ss]ome(?: of (?=(?:the|its|their|these|those)\b))? (?=[A-Za-z])")
_REACH = 48
"""Characters before a number among which the words for the part stand."""


def of_wholes(amounts: Iterable[Amount], text: str) -> tuple[Amount, ...]:
    """The amounts, a part of a number told as a number: "more than half of the 49" are 25 at least."""
    kept: list[Amount] = []
    for amount in amounts:
        share = kept[-1] if kept and kept[-1].kind == "share" else None
        before = text[max(0, amount.start - _REACH) : amount.start]
        if amount.kind != "number" or amount.min != amount.max or amount.min is None:
            kept.append(amount)
        elif (most := _MOST.search(before)) is not None:
            start = amount.start - len(before) + most.start()
            kept.append(amount._replace(start=start, min=_more_than(amount.min, 50), max=None, approx=False))
        elif share is not None and _WHOLE.fullmatch(text[share.end : amount.start]):
            kept[-1] = _share_of(share, amount)
        else:
            kept.append(amount)
    return tuple(kept)


def _share_of(share: Amount, whole: Amount) -> Amount:
    number = whole.min or 0.0
    if share.max is None and share.min is not None:
        return whole._replace(start=share.start, min=_more_than(number, share.min), max=None, approx=False)
    if share.min is None and share.max is not None:
        return whole._replace(start=share.start, min=None, max=math.floor(number * share.max / 100))
    part = number * (share.min or 0.0) / 100
    exact = round(part, 1) == round(part)
    return whole._replace(
        start=share.start, min=round(part), max=round(part), approx=share.approx or not exact
    )


def _more_than(number: float, percent: float) -> float:
    return float(math.floor(number * percent / 100) + 1)


def unnumbered(doc: Doc) -> Iterator[Amount]:
    """Where "some" stands before what it counts: "some of the rifles"; not "some 40 rifles"."""
    text = doc.text
    for match in _SOME.finditer(text):
        span = doc.covering(match.start(), match.end() - 1)
        behind = doc[span.end] if span is not None and span.end < len(doc) else None
        if behind is not None and behind.pos_ != "NUM" and not behind.like_num:
            yield Amount(match.start(), match.end() - 1, None, None, True, "vague")


def both(doc: Doc) -> Iterator[Amount]:
    """Where "both" stands before the two that it counts: "both ships"; not "both ships and aircraft"."""
    for match in _BOTH.finditer(doc.text):
        span = doc.covering(*match.span())
        if span is not None and span[0].dep_ != "preconj":
            yield Amount(*match.span(), 2, 2, approx=False, kind="number")


_BOTH = re.compile(r"\b[Bb]oth(?: of (?:the|its|their|these|those))?\b(?! of\b)")

PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|pct\b)", re.I)
_OF_TRADE = re.compile(
    r"[^.;]{0,80}?\b(import|export|purchase|suppl|receiv|buy|bought|sell|got|gets|obtain|acquir)"
    r"(?:s|e|ed|es|ies|y)?\b",
    re.I,
)


_TRADED = re.compile(
    r"\b(import|export|got|gets|bought|buys|receiv)(?:s|e|ed|es)?\b(?! the first)[^.;:]{0,30}$", re.I
)


def unit_of_share(text: str, end: int, start: int = 0) -> str:
    """Of ``70 per cent of the tools that X imports`` is a share of imports.

    Args:
        text: the paragraph.
        end: where the share ends in it.
        start: where it starts: "X got 70 per cent of its arms from Y".
    """
    trade = _OF_TRADE.match(text, end) or _TRADED.search(text, max(0, start - _REACH), start)
    named = {
        "import": "imports",
        "export": "exports",
        "purchase": "purchases",
        "suppl": "supplies",
        "receiv": "imports",
        "buy": "imports",
        "sell": "exports",
    }
    named |= dict.fromkeys(("bought", "buys", "got", "gets", "obtain", "acquir"), "imports")
    return f"percent of {named[trade[1].lower()]}" if trade else "percent"

"""Events that reports count time from without giving their date."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from tallybook.vocabulary.loader import Entry


class Occasion(Entry, frozen=True, kw_only=True):
    """A public event whose day nobody disputes.

    Attributes:
        name: what it is called here.
        date: the day on which it began.
        words: regular expressions of its wordings, each of which names it beyond doubt.
        kind: what reports call it where they say no more ("since the war began"): ``war`` or ``coup``.
        parties: who tell by being named which one is meant.
        source: where the date is laid down.
    """

    name: str
    date: dt.date
    words: tuple[str, ...]
    source: str
    kind: Literal["war", "coup"] = "war"
    parties: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for word in self.words:
            try:
                re.compile(word)
            except re.error as error:
                raise ValueError(f"'{word}' is no regular expression ({error})") from None

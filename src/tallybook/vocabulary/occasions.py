"""Events that reports count time from without giving their date."""

from __future__ import annotations

import datetime as dt
import re

from tallybook.vocabulary.loader import Entry


class Occasion(Entry, frozen=True, kw_only=True):
    """A public event whose day nobody disputes.

    Attributes:
        name: what it is called here.
        date: the day on which it began.
        words: regular expressions of its wordings, each of which names it beyond doubt.
        source: where the date is laid down.
    """

    name: str
    date: dt.date
    words: tuple[str, ...]
    source: str

    def __post_init__(self) -> None:
        for word in self.words:
            try:
                re.compile(word)
            except re.error as error:
                raise ValueError(f"'{word}' is no regular expression ({error})") from None

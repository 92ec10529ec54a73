"""What does a text say of itself: title, authors, publisher, date, and what in it is no report?

Pure; fits pasted words as well as files. The forms stand in ``vocabulary/data/bylines.yaml``.

A wire credit and the publisher are different things. Where both stand ("(MENAFN- Kuwait News Agency
(KUNA))"), the first named is who put this report out and the second who wrote it. Where a credit stands
alone ("(Bloomberg) --"), nobody else is known to have put the report out, and it is taken as publisher.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from tallybook.gather.clutter import find_clutter
from tallybook.gather.dates import day_of, edtf_of, year_by_weekday
from tallybook.gather.forms import names_in
from tallybook.gather.frontmatter import Finds, read_end, read_front
from tallybook.gather.mastheads import outlet_of_itself
from tallybook.model import Span

_FIRST_LINES = 12
_LAST_LINES = 6
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says of itself; empty where it says nothing.

    Attributes:
        title: the headline's words, white space made single.
        credit: the agency that wrote the report, where a dateline names it.
        published: EDTF, at the precision known.
        headline: where the headline stands.
        clutter: ranges that are no content, in order, apart from one another; front matter (archive date,
            byline, dateline) and closing lines are among them.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    credit: str | None = None
    published: str | None = None
    headline: Span | None = None
    clutter: tuple[Span, ...] = ()


def read_metadata(text: str, captured: dt.date | None = None) -> Metadata:
    """What ``text`` says of itself. Never fails; the text is left as it is.

    Args:
        text: a report.
        captured: the day on which it was taken in; with it, a dateline without a year has the year in which
            its day falls on a weekday that the text names.
    """
    lines = _lines(text)
    finds = Finds(text)
    headline = read_front(lines[:_FIRST_LINES], finds)
    read_end(lines[-_LAST_LINES:], finds)
    credit = finds.first("credit")
    publisher = finds.first("outlet") or credit or outlet_of_itself(text, lines)
    clutter = _apart([*finds.spans, *find_clutter(text, lines)], headline)
    return Metadata(
        title=" ".join(headline.of(text).split()) if headline else None,
        authors=_people(finds.facts.get("persons", [])),
        publisher=publisher,
        credit=credit,
        published=_published(finds) or _by_weekday(finds, captured),
        headline=headline,
        clutter=clutter,
    )


def _lines(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` that hold anything, without white space and byte order mark around them."""
    found = []
    for match in _LINE.finditer(text):
        words = match.group()
        bare = words.strip(" \t\xa0\ufeff\u200b")
        if bare:
            start = match.start() + words.index(bare)
            found.append(Span(start, start + len(bare)))
    return tuple(found)


def _published(finds: Finds) -> str | None:
    """The first date found, made finer by later ones that agree with it."""
    dates = [date for words in finds.facts.get("date", ()) if (date := edtf_of(words))]
    years = finds.facts.get("year", [])
    year = dates[0][:4] if dates else next(iter(years), None)
    if year:
        dates += [date for words in finds.facts.get("day", ()) if (date := day_of(words, year))]
        dates = dates or [year]
    best = dates[0] if dates else None
    for date in dates[1:]:
        if best is not None and date.startswith(best):
            best = date
    return best


def _by_weekday(finds: Finds, captured: dt.date | None) -> str | None:
    """The day of a dateline without a year, where weekdays in the text give it one."""
    day = finds.first("day")
    year = year_by_weekday(day, finds.text, captured) if day and captured else None
    return day_of(day, year) if day and year else None


def _people(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for words in found for name in names_in(words)))


def _apart(spans: Iterable[Span], headline: Span | None) -> tuple[Span, ...]:
    """The spans in order, those that touch joined; none may cover words of the headline."""
    joined: list[Span] = []
    for span in sorted(spans):
        if headline is not None and span.overlap(headline):
            continue
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)

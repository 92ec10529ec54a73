"""What does a text say of itself: title, authors, publisher, date, and what in it is no report?

Pure; fits pasted words as well as files. The forms stand in ``vocabulary/data/bylines.yaml``.

A wire credit and the publisher are different things. Where both stand ("(MENAFN- Kuwait News Agency
(KUNA))"), the first named is who put this report out and the second who wrote it. Where a credit stands
alone ("(Bloomberg) --"), nobody else is known to have put the report out, and it is taken as publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from tallybook.gather.clutter import LINE_LIMIT, find_clutter, is_clutter
from tallybook.gather.dates import day_of, edtf_of
from tallybook.gather.forms import pattern
from tallybook.gather.mastheads import is_known_outlet, outlet_of_itself
from tallybook.model import Span
from tallybook.vocabulary import load

_FIRST_LINES = 12
_LAST_LINES = 6
_HEADLINE_LIMIT = 200
_FRONT = 3
"""Paragraphs among which a byline or dateline stands; a standfirst or two may come before it."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_FINAL = re.compile(r"[.!…:;,][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|(?:[A-Z]\.)+[A-Z])\.$")
_BLANK_NEXT = re.compile(r"[^\S\n]*\r?\n[^\S\n]*\r?\n")
_JOINTS = re.compile(r",?\sand\s|,\s|\s&\s")


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


class _Finds:
    """What has been found so far while walking through the lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.facts: dict[str, list[str]] = {}

    def take(self, match: re.Match[str]) -> None:
        """Keep what the places of a form took, and where it stands."""
        self.spans.append(Span(*match.span()))
        for place, words in match.groupdict().items():
            agency = bool(words) and place in ("person", "persons") and is_known_outlet(words)
            if words and not (place == "credit" and _names_state(words)):
                self.facts.setdefault("credit" if agency else place, []).append(words)

    def first(self, place: str) -> str | None:
        return next(iter(self.facts.get(place, ())), None)


def read_metadata(text: str) -> Metadata:
    """What ``text`` says of itself. Never fails; the text is left as it is."""
    lines = _lines(text)
    finds = _Finds(text)
    headline = _read_front(lines[:_FIRST_LINES], finds)
    _read_end(lines[-_LAST_LINES:], finds)
    credit = finds.first("credit")
    publisher = finds.first("outlet") or credit or outlet_of_itself(text, lines)
    clutter = _apart([*finds.spans, *find_clutter(text, lines)], headline)
    return Metadata(
        title=" ".join(headline.of(text).split()) if headline else None,
        authors=_people(finds.facts.get("persons", [])),
        publisher=publisher,
        credit=credit,
        published=_published(finds),
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


def _read_front(lines: tuple[Span, ...], finds: _Finds) -> Span | None:
    """Read the first lines; the headline, if one of them is one."""
    headline: Span | None = None
    paragraphs = 0
    for number, line in enumerate(lines):
        rest = _opened(finds, line, "lead")
        goes_on = number > 0 and lines[number - 1].of(finds.text).endswith(",")
        if not rest.length or (paragraphs < _FRONT and not goes_on and _about_itself(finds, rest)):
            continue
        if is_clutter(rest.of(finds.text)):
            finds.spans.append(rest)
            continue
        told = _opened(finds, rest, "opening") if paragraphs < _FRONT else rest
        if headline is None and not paragraphs and told == rest:
            headline = _headline(finds, rest, last=number == len(lines) - 1)
            if headline is not None:
                continue
        paragraphs += not _like_headline(finds.text, rest)
    return headline


def _about_itself(finds: _Finds, line: Span) -> bool:
    """Whether a line as a whole is about the report: a byline, a date, the name of an outlet."""
    return _whole(finds, line, "line") or _is_outlet(finds, line)


def _is_outlet(finds: _Finds, line: Span) -> bool:
    """Whether a line is nothing but the name of a known outlet; it is taken as the credit then."""
    words = line.of(finds.text)
    if not is_known_outlet(words):
        return False
    finds.spans.append(line)
    finds.facts.setdefault("credit", []).append(words)
    return True


def _opened(finds: _Finds, line: Span, where: str) -> Span:
    """Take every form that opens ``line``; what is left of it."""
    while match := _match(finds.text, line, where):
        finds.take(match)
        line = _trimmed(finds.text, match.end(), line.end)
    return line


def _match(text: str, line: Span, where: str) -> re.Match[str] | None:
    end = min(line.end, line.start + LINE_LIMIT)
    maybe_title = where == "opening" and _like_headline(text, line)
    for form in _forms(where):
        match = pattern(form).match(text, line.start, end)
        if match and _may_open(text, match, line.end) and (_weighty(form) or not maybe_title):
            return match
    return None


def _weighty(form: str) -> bool:
    """Whether a form says more than a place and a day, which may as well be the beginning of a title."""
    return any(place in form for place in ("{credit}", "{outlet}", "( {dash}"))


def _names_state(credit: str) -> bool:
    """Whether the bracket of a dateline holds a state, which is no agency: "Goma (DRC) -"."""
    return any(
        credit in (state.name, state.iso2, state.iso3, *state.names, *state.abbreviations)
        for state in load().states
    )


def _like_headline(text: str, line: Span) -> bool:
    """Whether a line does not end like a sentence; two words are enough where a blank line follows."""
    words = line.of(text)
    fewest = 2 if _BLANK_NEXT.match(text, line.end) else 3
    ended = _FINAL.search(words) and not _ABBREVIATED.search(words)
    return line.length <= _HEADLINE_LIMIT and len(words.split()) >= fewest and not ended


def _may_open(text: str, match: re.Match[str], end: int) -> bool:
    """What follows a dateline begins anew: with a space or the line's end, then no small letter."""
    rest = text[match.end() : min(end, match.end() + 4)]
    if not rest:
        return True
    last = text[match.end() - 2 : match.end()]
    hyphen = last.endswith("-") and last != "--"  # "AFL-CIO" is no dateline
    ends_in_mark = not (last[-1].isalnum() or hyphen)
    return (ends_in_mark or rest[0].isspace()) and not rest.strip()[:1].islower()


def _whole(finds: _Finds, line: Span, where: str) -> bool:
    """Whether ``line`` as a whole is a form; it is taken then."""
    if line.length > LINE_LIMIT:
        return False
    for form in _forms(where):
        if match := pattern(form).fullmatch(finds.text, line.start, line.end):
            finds.take(match)
            return True
    return False


def _headline(finds: _Finds, line: Span, *, last: bool) -> Span | None:
    """The headline that ``line`` is, or that stands before a dateline in it."""
    if glued := _before_dateline(finds, line):
        return glued
    return None if last or not _like_headline(finds.text, line) else line


def _before_dateline(finds: _Finds, line: Span) -> Span | None:
    """A headline that runs on into the dateline of the first paragraph."""
    for form in _forms("opening"):
        if "{credit}" not in form or "{dash}" not in form or "{town}" in form:
            continue
        match = pattern(form).search(finds.text, line.start, min(line.end, line.start + LINE_LIMIT))
        if match is None or match.start() == line.start or not finds.text[match.start() - 1].isspace():
            continue
        before = _trimmed(finds.text, line.start, match.start())
        words = before.of(finds.text)
        if 3 <= len(words.split()) <= 30 and not _FINAL.search(words):
            finds.take(match)
            return before
    return None


def _read_end(lines: tuple[Span, ...], finds: _Finds) -> None:
    """Read the last lines, and the last sentence of the last paragraph."""
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and before.of(finds.text).endswith(","):
            continue
        if any(line.overlap(span) for span in finds.spans) or _whole(finds, line, "closing"):
            continue
        start = max(
            (finds.text.rfind(mark, line.start, line.end - 1) for mark in (". ", "” ", '" ')), default=-1
        )
        if start > line.start:
            _whole(finds, _trimmed(finds.text, start + 1, line.end), "closing")


def _published(finds: _Finds) -> str | None:
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


def _people(found: list[str]) -> tuple[str, ...]:
    names = (name.strip() for words in found for name in _JOINTS.split(words))
    return tuple(dict.fromkeys(name for name in names if name))


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


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _forms(where: str) -> tuple[str, ...]:
    return tuple(form for entry in load().bylines if entry.where == where for form in entry.forms)

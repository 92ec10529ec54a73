"""What stands around the text of a report: archive dates, bylines, datelines, headline, closing lines.

Each line among the first and the last is set beside the forms of ``vocabulary/data/bylines.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from tallybook.gather.clutter import LINE_LIMIT, is_clutter
from tallybook.gather.datelines import Dated, dateline, stamp
from tallybook.gather.dates import edtf_of
from tallybook.gather.forms import exact_word, pattern
from tallybook.gather.mastheads import is_known_outlet
from tallybook.model import Span
from tallybook.vocabulary import load

_FRONT = 3
"""Paragraphs among which a byline or dateline stands; a standfirst or two may come before it."""

_HEADLINE_LIMIT = 200
_STAMP_LIMIT = 120
"""Characters of a line that may be about when the report came out, at most."""

_BESIDE, _BESIDE_TITLE, _SMALL = 8, 3, 2
"""Words beside a date in a line about the report, at most: below a title, above it; in small letters."""

_HOUR = re.compile(r"(?<!\d)([0-2]?\d):[0-5]\d(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\b\.?)?", re.IGNORECASE)
_AMERICAN = re.compile(r"\b[ECMP][SD]?T\b")
_FINAL = re.compile(r"[.!…:;,][\"'”’»)\]]*$")
_BLANK_NEXT = re.compile(r"[^\S\n]*\r?\n[^\S\n]*\r?\n")


class Finds:
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
        """What the place took first."""
        return next(iter(self.facts.get(place, ())), None)


def read_front(lines: tuple[Span, ...], finds: Finds) -> Span | None:
    """Read the first lines; the headline, if one of them is one."""
    headline: Span | None = None
    paragraphs = 0
    for number, line in enumerate(lines):
        rest = _opened(finds, line, "lead")
        goes_on = number > 0 and lines[number - 1].of(finds.text).endswith(",")
        about = (
            paragraphs < _FRONT and not goes_on and _about_itself(finds, rest, titled=headline is not None)
        )
        if not rest.length or about:
            continue
        if is_clutter(rest.of(finds.text)):
            finds.spans.append(rest)
            continue
        told = _opened(finds, rest, "opening") if paragraphs < _FRONT else rest
        if told == rest and paragraphs < _FRONT and (opened := dateline(finds.text, rest)):
            told = _take_date(finds, opened, rest)
        if headline is None and not paragraphs and told == rest:
            headline = _headline(finds, rest, last=number == len(lines) - 1)
            if headline is not None:
                continue
        paragraphs += not _like_headline(finds.text, rest)
    return headline


def read_end(lines: tuple[Span, ...], finds: Finds) -> None:
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


def _about_itself(finds: Finds, line: Span, *, titled: bool) -> bool:
    """Whether a line as a whole is about the report: a byline, a date, the name of an outlet."""
    if _whole(finds, line, "line") or _is_outlet(finds, line) or _stamped(finds, line, titled=titled):
        return True
    day = None if "date" in finds.facts or not titled else stamp(finds.text, line, _stamps())
    if day is not None:
        _take_date(finds, day, line)
    return day is not None


def _take_date(finds: Finds, found: Dated, line: Span) -> Span:
    """Keep a date and where it stands, the first of its kind; what is left of the line."""
    finds.spans.append(found.span)
    finds.facts.setdefault("date" if found.whole else "day", []).append(found.words)
    return _trimmed(finds.text, found.span.end, line.end)


def _stamped(finds: Finds, line: Span, *, titled: bool) -> bool:
    """Whether a short line bears a date beside a time of day, a word of publishing, or little else.

    Names, places and counters of readers stand in such lines in too many orders to list them all.
    """
    words = line.of(finds.text)
    hour = _HOUR.search(words)
    ended = _FINAL.search(words) and not (hour and hour["half"] and hour.end() == len(words))
    if line.length > _STAMP_LIMIT or ended or "date" in finds.facts:
        return False
    match = pattern("{date}").search(finds.text, line.start, line.end)
    if match is None:
        return False
    told = any(exact_word(form).search(words) for form in _forms("stamp")) or pattern("{time}").search(words)
    day = edtf_of(match["date"], month_first=_month_first(words, hour))
    if not (told or _little_else(words.replace(match["date"], ""), day, titled=titled)):
        return False
    finds.facts["date"] = [day or match["date"]]
    finds.spans.append(line)
    return True


def _little_else(rest: str, day: str | None, *, titled: bool) -> bool:
    """Whether a line holds a day and next to nothing beside it ("By Quay Wire | 3 May 2024 | World")."""
    words = [word for word in rest.split() if any(c.isalnum() for c in word)]
    small = [word for word in words if word.islower()]
    return (
        day is not None
        and day.count("-") == 2
        and len(words) <= (_BESIDE if titled else _BESIDE_TITLE)
        and len(small) <= _SMALL
    )


def _month_first(words: str, hour: re.Match[str] | None) -> bool | None:
    """The order of month and day in a line: America's where its hours are, the others' beside 24 hours."""
    if _AMERICAN.search(words):
        return True
    return False if hour is not None and not hour["half"] else None


def _is_outlet(finds: Finds, line: Span) -> bool:
    """Whether a line is nothing but the name of a known outlet; it is taken as the credit then."""
    words = line.of(finds.text)
    if not is_known_outlet(words):
        return False
    finds.spans.append(line)
    finds.facts.setdefault("credit", []).append(words)
    return True


def _opened(finds: Finds, line: Span, where: str) -> Span:
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
        opens = match and (_may_open(text, match, line.end) or (where == "lead" and _set_apart(text, match)))
        if match and opens and (_weighty(form) or not maybe_title):
            return match
    return None


def _weighty(form: str) -> bool:
    """Whether a form says more than a place and a day, which may as well be the beginning of a title."""
    return any(place in form for place in ("{credit}", "{outlet}", "( {dash}"))


def _may_open(text: str, match: re.Match[str], end: int) -> bool:
    """What follows a dateline begins anew: with a space or the line's end, then no small letter."""
    rest = text[match.end() : min(end, match.end() + 4)]
    if not rest:
        return True
    last = text[match.end() - 2 : match.end()]
    hyphen = last.endswith("-") and last != "--"  # "AFL-CIO" is no dateline
    ends_in_mark = not (last[-1].isalnum() or hyphen)
    return (ends_in_mark or rest[0].isspace()) and not rest.strip()[:1].islower()


def _set_apart(text: str, match: re.Match[str]) -> bool:
    """A blank behind what an archive put before the text, whatever comes next: the languages of the page."""
    return text[match.end() : match.end() + 1].isspace()


def _whole(finds: Finds, line: Span, where: str) -> bool:
    """Whether ``line`` as a whole is a form; it is taken then."""
    if line.length > LINE_LIMIT:
        return False
    for form in _forms(where):
        if match := pattern(form).fullmatch(finds.text, line.start, line.end):
            finds.take(match)
            return True
    return False


def _headline(finds: Finds, line: Span, *, last: bool) -> Span | None:
    """The headline that ``line`` is, or that stands before a dateline in it."""
    if glued := _before_dateline(finds, line):
        return glued
    return None if last or not _like_headline(finds.text, line) else line


def _before_dateline(finds: Finds, line: Span) -> Span | None:
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


def _like_headline(text: str, line: Span) -> bool:
    """Whether a line does not end like a sentence; two words are enough where a blank line follows."""
    words = line.of(text)
    fewest = 2 if _BLANK_NEXT.match(text, line.end) else 3
    ended = _FINAL.search(words) and not words.endswith(_forms("abbreviation"))
    return line.length <= _HEADLINE_LIMIT and len(words.split()) >= fewest and not ended


def _names_state(credit: str) -> bool:
    """Whether the bracket of a dateline holds a state, which is no agency: "Goma (DRC) -"."""
    return any(
        credit in (state.name, state.iso2, state.iso3, *state.names, *state.abbreviations)
        for state in load().states
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


@cache
def _stamps() -> re.Pattern[str]:
    """Any of the words that tell a line about the coming out of a report."""
    words = sorted(_forms("stamp"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


@cache
def _forms(where: str) -> tuple[str, ...]:
    return tuple(form for entry in load().bylines if entry.where == where for form in entry.forms)

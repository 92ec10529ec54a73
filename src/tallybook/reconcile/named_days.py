"""Which months and days the words about a claim name."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from tallybook.model import Claim, Span
from tallybook.reconcile.sentences import sentence_about
from tallybook.reconcile.when import Days, days_of
from tallybook.reconcile.wording import pattern, touches, word_set

_MONTHS = list(calendar.month_name)[1:]
_BEFORE = 400
_HEAD = 400
"""Characters at the beginning of a report among which its dateline stands."""
_WEEKDAYS = list(calendar.day_name)
_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_MONTH_DAY = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}})\b|\b(\d{{1,2}}) ({'|'.join(_MONTHS)})")
_SHORT = [name[:3] for name in _MONTHS]
_SHORT_MONTH_DAY = re.compile(
    rf"\b({'|'.join(_SHORT)})\.? (\d{{1,2}})\b|\b(\d{{1,2}}) ({'|'.join(_SHORT)})(?:\.|\b)"
)
_MONTH_NAMED = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_THIS_MONTH = re.compile(r"\bthis month\b")
_NEWS = dt.timedelta(days=5)
"""What was said so long before the report came out is no news of its own."""

_DATELINE = re.compile(
    rf"[A-Z]{{3}}[^.\n]{{0,40}}\b(?P<day>(?:{'|'.join(_SHORT)})[a-z]*\.? \d{{1,2}}"
    rf"|\d{{1,2}} (?:{'|'.join(_SHORT)})[a-z]*)\.?\s*(?:\([^()]*\)|/[^/\n]*/)?\.?\s*[-–—/]"
)
"""A place in capitals, a day, and a dash."""

_OPENING_MONTH = re.compile(
    r"\s*(?:Back )?(?:[Ii]n (?:early |late |mid-)?|[Ee]arly in |[Ll]ate in "
    rf"|[Aa]t the (?:beginning|start|end) of )({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b"
)
_OPENING_DAY = re.compile(
    rf"\s*[Oo]n (?:({'|'.join(_MONTHS)}) (\d{{1,2}})|(\d{{1,2}}) ({'|'.join(_MONTHS)}))(?:,? (\d{{4}}))?\b"
)
_IN_YEAR = re.compile(r"(?<=\b[Ii]n )(?:19|20)\d\d\b")
_TOLD_BEFORE = 40
"""Characters before "in 2010" in which a word of telling makes it the year of what was told."""
_IN_MONTH = re.compile(rf"\b[Ii]n (?:early |late |mid-)?({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b")


def opening_month(sentence: str, claim: Claim, published: Days) -> Days:
    """The month or day that the sentence opens with ("In March they denied ..."), unless it happened then."""
    if published.last is None:
        return Days()
    match = _OPENING_MONTH.match(sentence)
    if match is None:
        return _opening_day(sentence, claim, published.last)
    if opens_with_time(claim, sentence):
        return Days()
    month = _MONTHS.index(match[1]) + 1
    year = int(match[2]) if match[2] else published.last.year - (month > published.last.month)
    return days_of(f"{year}-{month:02}")


def _opening_day(sentence: str, claim: Claim, published: dt.date) -> Days:
    """The day with which a sentence opens that somebody says ("On 2 March the minister confirmed ...")."""
    match = _OPENING_DAY.match(sentence)
    start = sentence.find(claim.quote)
    if match is None or claim.source is None or start < match.end():
        return Days()
    if claim.time is not None and not sentence[match.end() :].lstrip(" ,").startswith(claim.source.name):
        return Days()
    month, day = _MONTHS.index(match[1] or match[4]) + 1, int(match[2] or match[3])
    later = (month, day) > (published.month, published.day)
    return days_of(f"{match[5] or published.year - later}-{month:02}-{day:02}")


def year_told(claim: Claim, published: Days, sentence: str) -> Days:
    """The earlier year of a report that is told again ("there were reports in 2010 that ...")."""
    beside = sentence.replace(claim.quote, "\0" * len(claim.quote))
    for match in _IN_YEAR.finditer(beside):
        told = touches("told-then-words", beside[max(0, match.start() - _TOLD_BEFORE) : match.start()])
        days = days_of(match.group())
        if told and days.is_before(published):
            return days
    return Days()


def month_told(claim: Claim, published: Days, sentence: str, times: Sequence[str]) -> Days:
    """The earlier month in which it was said ("told a press conference in January"), beside its words.

    ``times``: the words of all times of which the report tells; no such month is one of a statement.
    """
    beside = sentence.replace(claim.quote, "")
    match = _IN_MONTH.search(beside)
    if published.first is None or claim.source is None:
        return Days()
    if match is None:
        return _this_month(claim, beside, published.first)
    if any(match[1] in t for t in times) or not _of_telling(claim, beside, match):
        return Days()
    month = _MONTHS.index(match[1]) + 1
    year = int(match[2]) if match[2] else published.first.year - (month > published.first.month)
    days = days_of(f"{year}-{month:02}")
    return days if days.is_before(published) else Days()


def _of_telling(claim: Claim, sentence: str, match: re.Match[str]) -> bool:
    """Whether the words about a time, from comma to comma, tell of saying: "he said in May"."""
    clause = sentence[: match.start()].rpartition(",")[2] + sentence[match.start() :].partition(",")[0]
    cue = claim.source.cue if claim.source else None
    return bool(cue and cue in clause) or touches("told-then-words", clause) is not None


def _this_month(claim: Claim, sentence: str, published: dt.date) -> Days:
    """The days of the month before the news of the report, where it was said "this month"."""
    match = _THIS_MONTH.search(sentence)
    first, last = published.replace(day=1), published - _NEWS
    return Days(first, last) if match and first <= last and _of_telling(claim, sentence, match) else Days()


def opens_with_time(claim: Claim, sentence: str) -> bool:
    """Whether the sentence begins with the time of what is claimed."""
    return claim.time is not None and claim.time.text in sentence[:40]


def day_marks(period: Days, length: int | None, claim: Claim) -> tuple[tuple[int, int], ...]:
    """Month and day of a short period, from its words where the year is not known."""
    if length is not None and length <= 2 and period.first and period.last:
        return tuple(sorted({(d.month, d.day) for d in (period.first, period.last)}))
    worded = _MONTH_DAY.search(claim.time.text) if claim.time and length is None else None
    if worded is None:
        return ()
    return ((_MONTHS.index(worded[1] or worded[4]) + 1, int(worded[2] or worded[3])),)


def month_days(words: str) -> frozenset[tuple[int, int]]:
    """The days of a month that the words name, without a year: "on July 21"."""
    found = (_MONTH_DAY.search(words), _SHORT_MONTH_DAY.search(words))
    marks = set()
    for match, names in zip(found, (_MONTHS, _SHORT), strict=True):
        if match:
            marks.add((names.index(match[1] or match[4]) + 1, int(match[2] or match[3])))
    return frozenset(marks)


def dateline_days(text: str) -> frozenset[tuple[int, int]]:
    """The day without a year of a dateline: "GENEVA, Feb 3 (Agency) - "."""
    match = _DATELINE.search(text[:_HEAD])
    return month_days(match["day"]) if match else frozenset()


def weekday(claim: Claim, said: Days, published: Days, sentence: str) -> int | None:
    """The day of the week of the statement, 0 for Monday, from its date or else from the sentence."""
    for days in (said, published):
        if days.first and days.first == days.last:
            return days.first.weekday()
    found = _WEEKDAY.search(sentence)
    inside = found and claim.time is not None and found.group() in claim.time.text
    return _WEEKDAYS.index(found.group()) if found and not inside else None


def told_on(claim: Claim, published: Days, sentence: str, times: Sequence[str] = ()) -> Days:
    """The day that "on Tuesday" means beside the claim's own words, unless it is when the thing happened.

    ``times``: the words of all times of which the report tells; no such day is one of a statement.
    """
    words = sentence.replace(claim.quote, "")
    named = [m.group() for m in _WEEKDAY.finditer(words) if not _is_to_come(words[: m.start()])]
    cue = claim.source.cue if claim.source else None
    said = next((day for day in named if cue and re.search(rf"{re.escape(cue)} (?:on )?{day}", words)), None)
    found = said or next((day for day in named if not any(day in t for t in times)), None)
    inside = found and claim.time is not None and found in claim.time.text
    if not found or inside or published.first is None or published.first != published.last:
        return Days()
    back = (published.first.weekday() - _WEEKDAYS.index(found)) % 7
    day = published.first - dt.timedelta(days=back)
    return Days(day, day)


def _is_to_come(before: str) -> bool:
    """Whether the words before a day of the week, from the last comma on, make it one to come."""
    clause = before.rpartition(",")[2]
    to_come = [m.end() for m in pattern("to-come-words").finditer(clause)]
    return bool(to_come) and not touches("told-then-words", clause[to_come[-1] :])


def months_in(words: str) -> frozenset[int]:
    """The months that the words name, 1 for January."""
    return frozenset(_MONTHS.index(m) + 1 for m in _MONTH_NAMED.findall(words))


def months_before(text: str, sentence: Span, words: str) -> frozenset[int]:
    """The months of the sentence before in the same paragraph, to which "the deal", "the shipment" point."""
    return months_in(_before(text, sentence)) if touches("back-pointing", words) else frozenset()


def going_on(text: str, sentence: Span) -> str:
    """The sentence, after the one before it where a pronoun goes on with who spoke there: "It accused"."""
    words = sentence.of(text)
    opening = words.split(maxsplit=1)[:1]
    goes_on = opening and opening[0].casefold() in word_set("pointing-sources")
    return f"{_before(text, sentence)} {words}" if goes_on and not _WEEKDAY.search(words) else words


def _before(text: str, sentence: Span) -> str:
    """The sentence before in the same paragraph."""
    before = text[max(0, sentence.start - _BEFORE) : sentence.start].rstrip(" ")
    if not before or before.endswith("\n"):
        return ""
    return sentence_about(text, Span(sentence.start - 2, sentence.start - 1)).of(text)


def opens_with_month(sentence: str) -> bool:
    """Whether the sentence begins with a month ("In March they denied ...")."""
    return bool(_OPENING_MONTH.match(sentence))

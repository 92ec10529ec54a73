"""Where do headline, paragraphs, captions and sentences stand in a report's text?

Nothing is rewritten: every block and sentence is a range of the report's own characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tallybook.model import Report, Span
from tallybook.read.text.numbers import count_of
from tallybook.read.text.slugs import clause_of

Kind = Literal["headline", "heading", "body", "caption", "item"]
"""What a stretch of text is; an item is a line of a list that another line has opened."""

ITEM: Kind = "item"

HEADLINE_LIMIT = 200
"""A longer first line is a paragraph, whatever it ends in."""

CLUTTER_LIMIT = 120
"""A longer line is no clutter, however it begins."""

PARAGRAPH_LIMIT = 12_000
"""A longer paragraph is read in pieces: what belongs together is looked for within one."""

ITEM_LIMIT = 25
"""What has more words is no item of a list."""

SENTENCE_LIMIT = 4_000
"""What runs on for longer without an end is no sentence."""

_DATE_LINE = re.compile(r"\s*date \d{4}(?:-\d\d){0,2}(?:\s|$)")
_LINE = re.compile(r"[^\n]+")
_OPENS_LIST = re.compile(r"\S+\s+\S+\s.*\S\s*:$")
_BULLET = re.compile(r"[-–—•*·▪●‣◦+]\s*(?=\w)")
_QUOTES = "\"'“‘«„"
_STOPS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*$")
_CAPTION = re.compile(
    r"(?i)\b(?:photo(?:graph)?s?|image|picture|graphic|handout|illustration|screenshot)\b"
    r"[^.]{0,40}?(?:\bvia\b|\bby\b|:|/|\bcourtesy\b|\bprovided\b|\bshows?\b)"
)
_CLUTTER = re.compile(
    r"(?i)^\W*(?:advertisement|menu|search|share|sign up|subscribe|read more|also read|skip to|copyright|"
    r"\d+ min read|follow us|related|live story|in-depth|log ?in|home\b.{0,20}$|all rights reserved|"
    r"for the latest news|click here|getty images?$|loading|cookies?\b|newsletter|most read|trending|"
    r"updated\b.{0,40}$|published\b.{0,40}$)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_TIMES = r"(?:Since|On|In|By|Until|Before|After|From|Between|Around|About|Late|Early|Last|This|Next|During)"
_DATELINE = re.compile(
    r"(?:\([A-Z][^()]*(?:\([^()]*\)[^()]*)?\)\s*(?:[-–—]+\s*)?)?"  # (MENAFN - agency)
    r"(?:"
    r"[A-Z][A-Z.'’\-/ ]{2,30}(?:,\s[A-Z][\w.'’ ]{1,30}){0,2}(?:,?\s" + _MONTH + r"\s\d{1,2}(?:,\s\d{4})?)?"
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[-–—]+|:)\s+"
    r"|(?!" + _TIMES + r"\s)(?:[A-Z][\w.'’]+,?\s){1,4}" + _MONTH + r"\s\d{1,2}(?:,\s\d{4})?,?\s*"
    r"(?:\([^()]{1,40}\))?\s*(?:[-–—:]+\s*)?(?=[A-Z“\"])"
    r"|(?:[A-Z][\w.'’]+(?:,\s|\s)){1,4}\([A-Z][A-Za-z ]{1,20}\)\s*[-–—]+\s+"
    r")"
)
_LABEL = re.compile(
    r"(?:Details?|Background|Context|For reference|Previously|Reminder|As a reminder|Recall|Earlier|In brief|"
    r"What happened|The gist|Key points?|Why it matters|More details|Details and context)\s?:\s+(?=[\w\"“])"
)
_AGENCY = re.compile(
    r"\(\s*(?:[A-Z][\w .\-]{1,40}\([A-Z]+\)|[A-Z][A-Za-z]+|[–—\- ]*)\)\s*(?:[-–—]+\s+|(?=[A-Z]))"
    r"|\(\s*[–—-]+\s+"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Vice|Rear|Brig|Sgt|Sen|Rep|Gov|Prof|St|Jr|Sr|No|Nos|vs|etc|"
    r"Co|Corp|Inc|Ltd|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft|Messrs|Hon|Rev|Lieut|Vol|Fig|ca|cf)"
    r"|\b(?:[A-Za-z]\.)+[A-Za-z]|\b[A-Z])\.$"
)
_STOP = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s)|(?<=[a-z]{2})[.!?][\"”]?(?=(?!Com|Net|Org|Info)[A-Z][a-z]{2,}[ ,])"
)
"""The end of a sentence: before white space, or where a page has lost it ("the Palace.The minister said")."""

_OPENS = re.compile(r"\s*[\"'“‘«(\[]*[A-Z0-9$€£]")


@dataclass(frozen=True)
class Block:
    """A stretch of text of one kind: headline, heading, body paragraph, caption or item of a list."""

    span: Span
    kind: Kind
    sentences: tuple[Span, ...]


def lay_out(report: Report) -> tuple[Block, ...]:
    """The readable blocks of a report, in order, with their sentences; clutter is left out.

    A block's sentences begin after its dateline ("KYIV, Jan 3 (Wire) --"), because a place of writing is
    no part of what is told.
    """
    blocks: list[Block] = []
    for line, listed in _lines(report):
        item = listed and _is_item(line.of(report.text))
        kind = ITEM if item else _kind_of(report, line, first=not blocks)
        if kind is None:
            continue
        start = _after_dateline(report.text, line) if kind == "body" else line.start
        sentences = _sentences(report.text, Span(start, line.end), kind)
        if line.length <= PARAGRAPH_LIMIT:
            blocks.append(Block(span=line, kind=kind, sentences=sentences))
        else:
            blocks.extend(_pieces(report.text, line, kind, sentences))
    return tuple(blocks)


def _sentences(text: str, span: Span, kind: Kind) -> tuple[Span, ...]:
    if kind == "body":
        return split_sentences(text, span)
    return clause_of(text, span) if kind in ("headline", "heading") else (span,)


def _pieces(text: str, line: Span, kind: Kind, sentences: tuple[Span, ...]) -> Iterator[Block]:
    """A paragraph beyond all measure as several, cut between sentences; a sentence that is one, at blanks."""
    short = [piece for sentence in sentences for piece in _cut(text, sentence)]
    held: list[Span] = []
    start = line.start
    for sentence in short:
        if held and sentence.end - start > PARAGRAPH_LIMIT:
            yield Block(span=Span(start, held[-1].end), kind=kind, sentences=tuple(held))
            start, held = sentence.start, []
        held.append(sentence)
    yield Block(span=Span(start, line.end), kind=kind, sentences=tuple(held))


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > SENTENCE_LIMIT:
        blank = text.rfind(" ", start + 1, start + SENTENCE_LIMIT)
        end = blank if blank > start else start + SENTENCE_LIMIT
        yield Span(start, end)
        start = end + (blank > start)
    yield Span(start, sentence.end)


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Sentences of ``text`` inside ``span``, trimmed of white space; abbreviations do not end one."""
    found: list[Span] = []
    start = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        if not _OPENS.match(text, stop.end(), span.end) or _in_abbreviation(text, start, stop):
            continue
        found.append(_trim(text, Span(start, stop.end())))
        start = stop.end()
    found.append(_trim(text, Span(start, span.end)))
    return tuple(s for s in found if s.length)


def _in_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop.group() != ".":
        return False
    words = text[max(start, stop.start() - 16) : stop.start() + 1]
    found = _ABBREVIATION.search(words)
    if found is None:
        return False
    # "the U.S. He said": a state's abbreviation may end a sentence before a pronoun or article.
    dotted = "." in found.group()[:-1]
    return not (dotted and re.match(r"\s+(?:He|She|It|They|The|We|But|In|This|That)\s", text[stop.end() :]))


def _lines(report: Report) -> list[tuple[Span, bool]]:
    """Lines with whether a list is open where they begin, continuation lines joined, outside clutter.

    The date in a leading line of metadata is left out.
    """
    text = report.text
    lead = _DATE_LINE.match(text)
    lines: list[tuple[Span, bool]] = []
    opened = False
    for match in _LINE.finditer(text, lead.end() if lead else 0):
        for piece in report.outside_clutter(Span(*match.span())):
            line = _trim(text, piece)
            if not line.length:
                continue
            if lines and _continues(text, lines[-1][0], line, opened=opened):
                before, listed = lines.pop()
                lines.append((Span(before.start, line.end), listed))
            else:
                lines.append((line, opened))
                opened = _leaves_open(line.of(text), opened=opened)
    return lines


def _leaves_open(words: str, *, opened: bool) -> bool:
    """Whether a list is open behind a line: it ends in a colon, or is an item where one was open."""
    return (words.endswith(":") and bool(_OPENS_LIST.match(words))) or (opened and _is_item(words))


def _is_item(words: str) -> bool:
    """Whether a line behind a colon is short and no sentence, or has a bullet."""
    short = len(words.split()) <= ITEM_LIMIT and not words.endswith(":") and words[0] not in _QUOTES
    return short and bool(_BULLET.match(words) or not _STOPS.search(words))


def _continues(text: str, before: Span, line: Span, *, opened: bool) -> bool:
    """Whether ``line`` goes on with the sentence of the line ``before`` it; an item of a list does not.

    Where no number opens what stands behind a colon, it is as likely the rest of the clause.
    """
    words = before.of(text)
    counted = count_of(line.of(text).partition(" ")[0]) is not None
    if _STOPS.search(words) or (opened and (counted or not words.endswith(":"))):
        return False
    return text[line.start].islower() or (words.endswith(",") and len(words) > 60)


def _kind_of(report: Report, line: Span, *, first: bool) -> Kind | None:
    words = line.of(report.text)
    if report.headline is not None and line.overlap(report.headline) * 2 > line.length:
        return "headline"
    if len(words) < CLUTTER_LIMIT and _CLUTTER.match(words):
        return None
    ended = bool(_ENDS_SENTENCE.search(words))
    if not first and (not ended or len(words) < HEADLINE_LIMIT) and _CAPTION.search(words):
        return "caption"
    if ended or len(words) > HEADLINE_LIMIT:
        return "body"
    if len(words.split()) < 3:
        return None
    return "headline" if first and report.headline is None else "heading"


def _after_dateline(text: str, line: Span) -> int:
    found = _DATELINE.match(text, line.start, min(line.end, line.start + 160)) or _AGENCY.match(
        text, line.start, line.end
    )
    if found is None:
        found = _LABEL.match(text, line.start, line.end)
    return found.end() if found else line.start


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)

"""Who speaks by a label before a colon: transcripts, questions and answers, headlines?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tallybook.model import Span
from tallybook.read.attribution.accounts import Account, accounts_in
from tallybook.read.attribution.chains import Link
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.fieldlines import EARLY, FIELDS, of_field
from tallybook.read.attribution.naming import Named, NamedKind
from tallybook.read.attribution.offices import is_date
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Passage, Told
from tallybook.read.page import Page
from tallybook.read.text.tree import TENSED, Token

_LABEL = re.compile(r"([A-Z][\w.'’()/&-]*(?: [\w.'’()/&-]+){0,6}?)\s?:\s+(?=\S)")
_ABOUT = re.compile(r"(?<=\w) (?:on|about|over|regarding) ")
"""What leads from a speaker to what he speaks of: "The ministry on the shells: ..."."""

_VERBS = re.compile(r"\b(?:said|says|told|to|has|have|had|is|are|was|were|will|accuses?|a|an|and)\b")
_AFTER_DASH = re.compile(r"\s[-–—|]\s([\w.'’]+(?: [\w.'’]+){0,4})$")
_AFTER_COLON = re.compile(r":\s([\w.'’-]+(?: [\w.'’-]+){0,4})$")


def find_labels(page: Page, passages: list[Passage], speakers: Speakers, book: CueBook) -> list[Link]:
    """What stands under speakers' labels, as links with no cue of their own."""
    found = [(p, *label) for p in passages if (label := _label_of(page, p)) is not None]
    often = Counter(name for _, name, _ in found)
    dialogue = sum(n for n in often.values() if n > 1) >= 2
    kinds = {p.offset: k for p, k in _kinds(page, passages)}
    links: list[Link] = []
    under: Link | None = None
    for at, passage in enumerate(passages):
        label = next(((n, s) for p, n, s in found if p is passage), None)
        kind = kinds.get(passage.offset, "body")
        quoted = label is not None and passage.text[label[1].end :].lstrip(": ")[:1] in "“\"'‘"
        quoting = _QUOTED.match(label[0]) if label is not None else None
        accounts = [_account(passage, a, book) for a in accounts_in(passage, speakers)]
        if label is not None and quoting is not None:
            under = _quoted_under(passage, label[1], quoting["whose"], links, speakers, book)
            links.extend([under] if under is not None else [])
        elif accounts:
            under = None
            links.extend(accounts)
        elif (
            label is not None
            and not _tells(passage, label[1])
            and _speaks(label[0], kind, often[label[0]] + quoted, speakers)
        ):
            under = _link(passage, label[0], label[1], book)
            links.append(under)
        elif label is None and dialogue and under is not None and kind == "body" and _goes_on(passage):
            links.append(_link(passage, under.who.name, under.who.span or label_span(passage), book))
        elif label is not None and label[0].lower() in FIELDS and at <= EARLY:
            under = None
            links.extend(of_field(passage, label[1], passages[:at], speakers, book))
        else:
            under = None if label is not None else under
            links.extend(_closing_label(passage, kind, speakers, book))
    return links


_QUOTED = re.compile(
    r"(?:(?:Direct |Full )?Quote|Verbatim|Literally|In quotes)(?: (?:from|by|of) (?P<whose>.+))?$", re.I
)
"""A label under which a report gives a source's own words: "Quote:", "Quote from Doe:"."""


def _quoted_under(
    passage: Passage, label: Span, whose: str | None, links: list[Link], speakers: Speakers, book: CueBook
) -> Link | None:
    """The source's own words under "Quote:": whose the report's source line or the text before says."""
    first = passage.doc[0]
    named = next((x.who for x in reversed(links) if x.whole and x.who.kind != "outlet"), None)
    named = named or speakers.person_before(first, passage)
    if whose is not None and not (named is not None and whose.split()[-1] in named.name):
        named = Named(whose, "person" if whose.istitle() else "nameless", label)
    if named is None:
        return None
    made = _link(passage, named.name, label, book, title=named.title)
    inside = (t for t in passage.doc if t.idx + passage.offset < label.end)
    made.cue = tuple(t.i for t in inside if not t.is_punct)
    return made


def label_span(passage: Passage) -> Span:
    """The first word of a passage."""
    first = passage.doc[0]
    return Span(first.idx + passage.offset, first.idx + len(first) + passage.offset)


def _kinds(page: Page, passages: list[Passage]) -> Iterator[tuple[Passage, str]]:
    by_offset = {s.offset: s.kind for s in page.sentences}
    for passage in passages:
        yield passage, by_offset.get(passage.offset, "body")


def _label_of(page: Page, passage: Passage) -> tuple[str, Span] | None:
    """The label at the head of a paragraph's line, whether or not the layout took it for a dateline."""
    text = page.report.text
    start = text.rfind("\n", 0, passage.offset) + 1
    match = _LABEL.match(text, start, min(len(text), passage.offset + 90))
    if match is None or match.end() < passage.offset:
        return None
    name = _ABOUT.split(match[1])[0]
    return name, Span(match.start(1), match.start(1) + len(name))


def _speaks(name: str, kind: str, often: int, speakers: Speakers) -> bool:
    """Whether a label names a speaker and no place, field or heading; ``often``: how many labels say so."""
    words = speakers.words
    if words.is_field(name) or is_date(name) or (name.endswith("ly") and " " not in name):
        return False  # "Urgently:", "May 2011:"
    if kind in ("headline", "heading"):
        return len(name.split()) <= 6 and not _VERBS.search(name)
    office = words.names_office(name) and not words.is_state(name) and len(name.split()) <= 6
    return not _VERBS.search(name) and (often > 1 or office)


def _tells(passage: Passage, label: Span) -> bool:
    """Whether what stands before the colon is a clause: "The minister complained of delays: "."""
    inside = (t for t in passage.doc if label.start < t.idx + passage.offset < label.end)
    return any(t.tag_ in TENSED for t in inside)


def _goes_on(passage: Passage) -> bool:
    """Whether a paragraph without a label can still be the last speaker's."""
    return passage.text[passage.offset : passage.offset + 1] not in "([" and not passage.quotations


def _link(
    passage: Passage,
    name: str,
    span: Span,
    book: CueBook,
    last: int | None = None,
    title: str | None = None,
) -> Link:
    doc = passage.doc
    begin = next((t.i for t in doc if t.idx + passage.offset >= span.end and not t.is_punct), 0)
    if last is not None:
        begin = 0
    tokens = frozenset(range(begin, last if last is not None else len(doc)))
    saying = Saying(book.according, doc[begin], frozenset(), frozenset(), tokens, None)
    told = Told(saying, passage, list(passage.spans(tokens)))
    kind: NamedKind = "person" if name.istitle() else "nameless"
    return Link(told, Named(name, kind, span, title), (), (), label=span)


def _names_source(label: str, last: Token, speakers: Speakers) -> bool:
    """Whether a closing label is who says it or what shows it: "officials", "UN report", "sources"."""
    words = speakers.words
    return words.names_office(label) or words.is_thing(last) or last.lower_.removesuffix("s") == "source"


def _account(passage: Passage, account: Account, book: CueBook) -> Link:
    """What a count or a report says that a label names."""
    made = _link(passage, account.whose, account.span, book)
    saying = replace(made.told.saying, content=frozenset(account.content))
    made.told = Told(saying, passage, list(passage.spans(account.content)))
    made.cue = account.cue
    return made


def _closing_label(passage: Passage, kind: str, speakers: Speakers, book: CueBook) -> list[Link]:
    """A source behind a dash or a colon at the end of a headline: "... - military intelligence"."""
    if kind not in ("headline", "heading"):
        return []
    end = passage.offset + len(passage.doc.text)
    line = passage.text[passage.offset : end]
    match = _AFTER_DASH.search(line) or _AFTER_COLON.search(line)
    if match is None or not _names_source(match[1], passage.doc[len(passage.doc) - 1], speakers):
        return []
    told = line[: match.start()]
    if (speakers.words.is_state(match[1]) or line[match.start()] == ":") and not any(
        t.tag_ in TENSED for t in passage.doc if t.idx < len(told)
    ):
        return []  # "Air Force News - Peru"
    span = Span(passage.offset + match.start(1), passage.offset + match.end(1))
    last = next((t.i for t in passage.doc if t.idx >= match.start()), len(passage.doc))
    return [_link(passage, match[1], span, book, last)] if last > 2 else []

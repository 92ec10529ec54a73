"""Who speaks by a line under the headline that names a report's source: "Source: X, citing Y's remarks"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Span
from tallybook.read.attribution.chains import Link
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.governed import agent_of, child
from tallybook.read.attribution.saying import Saying
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Passage, Told
from tallybook.read.text.tree import Token

FIELDS = frozenset({"source", "sources"})
"""Labels of such a line, in lower case."""

EARLY = 4
"""Paragraphs before a line that names their source, at most."""

_CITING = frozenset({"reference", "citing", "quoting"})
_PASSING = frozenset({"report", "cite", "quote", "carry", "relay", "publish"})
_NAME_PARTS = ("compound", "det", "amod", "poss", "nmod", "nummod")


def of_field(
    passage: Passage, label: Span, before: list[Passage], speakers: Speakers, book: CueBook
) -> Iterator[Link]:
    """Who says what stands before the line, and through which outlets the report has all his words."""
    doc = passage.doc
    first = next((t for t in doc if t.idx + passage.offset >= label.end and t.text.isalpha()), None)
    if first is None or not before:
        return
    cited = next((t for t in doc[first.i :] if t.lower_ in _CITING), None)
    parted = [t.i for t in doc[first.i : cited.i if cited is not None else first.i] if t.text == ";"]
    first = _named(doc[parted[-1] + 1] if parted else first)
    own = _name_alone(first)
    who, cue = speakers.name(first, passage, own), tuple[int, ...]()
    relays = (*_talked_to(own.stop, passage, speakers), *_passed_on(first, passage, speakers))
    whom = _whom(cited) if cited is not None else None
    if cited is not None and whom is not None:
        relays, who, first = (who.name,), speakers.name(whom, passage), whom
        to = next((c for c in cited.children if c.lower_ == "to"), cited)
        cue = tuple(sorted({cited.i, to.i, *([cited.i - 1] if to.i != cited.i else [])}))
    content = [Span(p.offset, p.offset + len(p.doc.text)) for p in before]
    saying = Saying(book.according, first, frozenset(cue), frozenset(), frozenset(), first if cue else None)
    speakers.remember(who)
    yield Link(Told(saying, passage, content), who, relays, cue, label=None if cue else label, whole=True)


def _name_alone(first: Token) -> range:
    """The tokens of a name without where it spoke: "Doe in an interview with X", "Doe on the newscast"."""
    doc, sent = first.doc, first.sent
    apart = (t.i for t in doc[first.i + 1 : sent.end] if t.lower_ in _SPOKE_AT or t.text == ";")
    return range(first.left_edge.i, next(apart, sent.end))


_SPOKE_AT = frozenset({"on", "in", "at", "during", "to", "via", "speaking", "while", "live", "talking"})


def _talked_to(start: int, passage: Passage, speakers: Speakers) -> Iterator[str]:
    """The outlet that a source talked to: "in an interview with X", "to the daily X"."""
    doc = passage.doc
    end = next((t.i for t in doc[start:] if t.text in (",", ";", ".")), len(doc))
    for token in doc[start:end]:
        told = token.dep_ == "pobj" and token.head.lower_ in ("to", "with", "for")
        if told and speakers.outlets.listens(token, passage):
            yield speakers.outlets.name(token, passage)


def _named(first: Token) -> Token:
    """The noun that the words of a name qualify."""
    while first.dep_ in _NAME_PARTS and first.head.i > first.i:
        first = first.head
    return first


def _whom(cited: Token) -> Token | None:
    """Who is cited: the owner of "X's remarks", else the papers themselves."""
    to = next((c for c in cited.children if c.lower_ == "to"), cited)
    whom = next((c for c in to.children if c.dep_ in ("pobj", "dobj")), None)
    owner = child(whom, "poss") if whom is not None and whom.lemma_.lower() in _WORDS else None
    return owner or whom


_WORDS = frozenset({"remark", "statement", "word", "comment", "speech", "interview", "post", "announcement"})


def _passed_on(first: Token, passage: Passage, speakers: Speakers) -> Iterator[str]:
    """The outlets of "X, as reported by Y and cited by Z", nearest the source first."""
    for token in passage.doc[first.i :]:
        by = agent_of(token) if token.lemma_.lower() in _PASSING else None
        if by is not None:
            yield speakers.outlets.name(by, passage)

"""Which attributions stand in a text once quotations that run over sentences and paragraphs are given out?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tallybook.model import Span
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.governed import PASSIVE_SUBJECTS, child, subject_of
from tallybook.read.attribution.phrases import quoter_of
from tallybook.read.attribution.said import find_sayings
from tallybook.read.attribution.saying import Saying, in_part, turned_round
from tallybook.read.text.quotations import Quotation, find_quotations
from tallybook.read.text.tree import TENSED, Doc, Token

_EDGE = ",;:—–-."


@dataclass(frozen=True, eq=False)
class Passage:
    """A parsed paragraph: its Doc, where the Doc starts in the text, and the quotations in it."""

    doc: Doc
    offset: int
    text: str
    quotations: tuple[Quotation, ...]

    @classmethod
    def of(cls, doc: Doc, offset: int, text: str) -> Passage:
        """The passage of a parsed stretch of the report's ``text`` that starts at ``offset``."""
        end = offset + len(doc.text)
        return cls(doc, offset, text, find_quotations(text, Span(offset, end)))

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """The characters of these tokens; neighbours make one span, edge punctuation is left out."""
        found: list[list[Token]] = []
        for index in sorted(tokens):
            token = self.doc[index]
            if found and index - found[-1][-1].i == 1:
                found[-1].append(token)
            else:
                found.append([token])
        return tuple(span for run in found if (span := self._trimmed(run)) is not None)

    def words(self, tokens: Iterable[int]) -> str:
        """The words of these tokens as the report has them, runs joined by blanks."""
        return " ".join(span.of(self.text) for span in self.spans(tokens))

    def at(self, token: Token) -> int:
        """Where a token stands in the text."""
        return token.idx + self.offset

    def sentence(self, token: Token) -> Span:
        """The characters of the sentence that ``token`` stands in."""
        sent = token.sent
        return Span(sent.start_char + self.offset, sent.end_char + self.offset)

    def _trimmed(self, run: list[Token]) -> Span | None:
        while run and (run[-1].is_space or run[-1].text in _EDGE):
            run.pop()
        while run and (run[0].is_space or run[0].text in _EDGE):
            run.pop(0)
        if not run or all(t.is_punct for t in run):
            return None
        return Span(run[0].idx + self.offset, run[-1].idx + len(run[-1]) + self.offset)


@dataclass(eq=False)
class Told:
    """One attribution of a text: a saying with all that belongs to its content, quotations too."""

    saying: Saying
    passage: Passage
    content: list[Span]
    quotations: list[Quotation] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Where the head of the cue stands in the text."""
        return self.passage.at(self.saying.head)

    def holds(self, place: int) -> bool:
        """Whether the character at ``place`` belongs to the content."""
        return any(s.start <= place < s.end for s in self.content)

    @property
    def length(self) -> int:
        """Characters of content."""
        return sum(s.length for s in self.content)

    def shares(self, other: Told) -> bool:
        """Whether half of the shorter content is the other's as well."""
        shared = sum(s.overlap(t) for s in self.content for t in other.content)
        return shared * 2 >= min(self.length, other.length)

    def quotes_whole(self) -> bool:
        """Whether the cue itself stands in a quotation."""
        return any(q.span.start <= self.at < q.span.end for q in self.passage.quotations)


def tell(passages: list[Passage], book: CueBook) -> list[Told]:
    """Every attribution of the passages, nested ones too, in the order of their cues."""
    found: list[Told] = []
    running: Told | None = None
    for passage in passages:
        sayings = [in_part(turned_round(s)) for s in find_sayings(passage.doc, book)]
        here = [Told(s, passage, list(passage.spans(s.content))) for s in sayings]
        running = _give_quotations(passage, here, running)
        for one in here:
            if not one.content:
                one.content = list(_beside_bare(one))
        found.extend(one for one in here if one.content)
    return found


def outermost(told: list[Told]) -> list[Told]:
    """Those whose cue stands in the content of no other."""
    kept: list[Told] = []
    for one in sorted(told, key=lambda t: -t.length):
        if not any(other.holds(one.at) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda t: t.at)


def _give_quotations(passage: Passage, here: list[Told], running: Told | None) -> Told | None:
    """Give each quotation to the attribution that it belongs to; returns the one that runs on."""
    last = running
    for quotation in passage.quotations:
        owner = _owner(quotation, passage, here)
        if owner is None and last is not None and _stands_alone(quotation, passage):
            owner = last
        if owner is not None:
            _extend(owner, quotation)
            last = owner
    open_ = bool(passage.quotations) and not passage.quotations[-1].closed
    return last if open_ else None


def _owner(quotation: Quotation, passage: Passage, here: list[Told]) -> Told | None:
    best: tuple[int, Told] | None = None
    for one in here:
        if quotation.span.start <= one.at < quotation.span.end or "quote" not in one.saying.kind.takes:
            continue
        shared = sum(quotation.span.overlap(s) for s in one.content)
        if shared and (best is None or shared > best[0]):
            best = (shared, one)
        elif best is None and not (one.content and not _goes_on(one)) and _beside(one, quotation, passage):
            best = (0, one)
    return best[1] if best is not None else None


def _goes_on(one: Told) -> bool:
    """Whether all that a cue is known to report is a quotation behind it: "“X,” he said, “and Y”"."""
    behind = all(s.start > one.at for s in one.content)
    held = (any(q.span.contains(s) for q in one.passage.quotations) for s in one.content)
    return behind and all(held)


def _group(one: Told) -> tuple[int, int]:
    """Where cue and source begin and end, in characters of the Doc."""
    group = one.saying.cue | one.saying.source
    doc, quoter = one.passage.doc, quoter_of(one.saying.head)
    subject = _who_is_quoted(quoter) if quoter is not None else None
    if subject is not None:  # "..., the agency X quoted Y as saying"
        group = group | {subject.left_edge.i}
    return doc[min(group)].idx, doc[max(group)].idx + len(doc[max(group)])


def _who_is_quoted(quoter: Token) -> Token | None:
    """The subject of a verb that gives another's words, also where it is who is quoted."""
    return child(quoter, *PASSIVE_SUBJECTS) or subject_of(quoter)


def _beside(one: Told, quotation: Quotation, passage: Passage) -> bool:
    """Whether nothing but a few words lies between the cue and the quotation."""
    start, end = _group(one)
    words = passage.doc.text
    first, last = quotation.span.start - passage.offset, quotation.span.end - passage.offset
    if last <= start:
        between = words[last:start]
        return len(between.split()) <= 3 and "." not in between
    between = words[max(0, end) : first]
    return len(between.split()) <= 12 and between.rstrip().endswith((",", ":"))


def _beside_bare(one: Told) -> tuple[Span, ...]:
    """What a cue without content in its grammar reports: words set off before it, or after a colon."""
    kind = one.saying.kind
    if kind.part != "verb" or kind.act not in ("statement", "belief") or one.saying.speaker is None:
        return ()
    if "clause" not in kind.takes:
        return ()
    doc, group = one.passage.doc, one.saying.cue | one.saying.source
    sentence = one.saying.head.sent
    first, last = min(group), max(group)
    quoter = quoter_of(one.saying.head)
    if quoter is not None:  # "..., a lawmaker quoted X as saying": set off before whoever quotes
        subject = _who_is_quoted(quoter)
        first = min(first, subject.left_edge.i if subject is not None else first)
    elif last - first > len(group) + 3:
        return ()
    apart = first - 2 > sentence.start and doc[first - 1].text in (",", "—", "–", "-")
    if apart and any(t.tag_ in TENSED for t in doc[sentence.start : first - 1]):
        return one.passage.spans(range(sentence.start, first - 1))
    after = next((i for i in range(last + 1, min(last + 8, sentence.end)) if doc[i].text == ":"), None)
    return one.passage.spans(range(after + 1, sentence.end)) if after is not None else ()


def _stands_alone(quotation: Quotation, passage: Passage) -> bool:
    """Whether a quotation begins a sentence of its own."""
    start = quotation.span.start - passage.offset
    token = next((t for t in passage.doc if t.idx >= start), None)
    return token is not None and bool(token.is_sent_start or token.i == 0)


def _extend(one: Told, quotation: Quotation) -> None:
    one.quotations.append(quotation)
    if not any(s.contains(quotation.span) for s in one.content):
        one.content = merged([*one.content, quotation.span])


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found

"""When was something said: "said on Friday", "Speaking on Monday, X said", "On 3 May X said"?"""

from __future__ import annotations

from tallybook.model import Period, Span
from tallybook.read.attribution.chains import Link, source_of_link
from tallybook.read.attribution.complements import introduced_by_as
from tallybook.read.attribution.saying import Saying
from tallybook.read.page import Page
from tallybook.read.text.tree import Token
from tallybook.read.times.periods import find_periods, names_day
from tallybook.vocabulary.wordlists import words_of


def said_on(link_: Link, page: Page) -> Period | None:
    """The time that hangs on the cue, outside content and source; else that of what stands around it."""
    passage, saying = link_.told.passage, link_.told.saying
    verbs = [saying.head, *(passage.doc[i] for i in link_.cue if passage.doc[i].pos_ == "VERB")]
    for part in (part for verb in verbs for part in verb.children):
        if part.i in saying.content or part.i in saying.source or part.dep_ not in _WHEN:
            continue
        if _opens_what_is_told(part, saying):
            continue
        for span in passage.spans(t.i for t in part.subtree if t.i not in saying.content):
            for period in find_periods(span.of(passage.text), span.start, page.anchor):
                if _dates_a_thing(period, page):
                    continue
                if names_day(period) and not _stretch(period):
                    return period
    if saying.content and (behind := _day_behind(link_, page)) is not None:
        return behind
    talk = _talk_date(link_, page) or _paper_date(link_, page)
    if talk is not None:
        return talk
    opening = _opening_date(link_, page)
    if opening is not None:
        return opening
    outer = link_.outer
    around = source_of_link(outer)[0] if outer is not None else None
    same = around is not None and (around.kind == "outlet" or around.name == source_of_link(link_)[0].name)
    return said_on(outer, page) if outer is not None and same else None


def _dates_a_thing(period: Period, page: Page) -> bool:
    """Whether a bare year belongs to a noun behind it: "under a 2021 contract they agreed"."""
    at = period.span
    behind = page.report.text[at.end : at.end + 2] if at is not None else ""
    return period.text.isdigit() and behind[:1] == " " and behind[1:].islower()


def _opens_what_is_told(part: Token, saying: Saying) -> bool:
    """Whether a time behind a cue opens what is told: "As X reported, on 3 May the cabinet decided"."""
    first, last = part.left_edge, part.right_edge
    if first.i <= saying.head.i or first.nbor(-1).text != "," or last.i + 1 >= saying.head.sent.end:
        return False
    return introduced_by_as(saying.head) and not last.nbor().is_punct


def _day_behind(link_: Link, page: Page) -> Period | None:
    """The day between a cue and what is said that hangs on neither: "said on Tuesday Ruritania had"."""
    passage, saying = link_.told.passage, link_.told.saying
    first = min((i for i in saying.content if i > saying.head.i), default=0)
    before = passage.doc[saying.head.i + 1 : first]
    if not 0 < len(before) <= _FEW or any(t.dep_ == "mark" for t in before):
        return None
    found = [
        find_periods(s.of(passage.text), s.start, page.anchor) for s in passage.spans(t.i for t in before)
    ]
    return next((p for periods in found for p in periods), None)


_FEW = 6
"""Tokens between a cue and what is said, at most."""


def _stretch(period: Period) -> bool:
    """Whether a time has no start or runs over years: "Before the war, X says" is when it was so."""
    if period.text.lower().startswith(_OPEN):
        return True
    if period.earliest is None or period.latest is None:
        return False
    return (period.latest - period.earliest).days > _LONGEST and period.text.lower().startswith(_FROM)


_OPEN = ("before ", "prior to ", "until ", "till ", "by ", "within ")
"""Words before a time by which something is done, not said."""

_LONGEST = 100
"""Days over which something may be said, at most."""

_FROM = ("between ", "from ", "since ", "over ", "for ")


def _talk_date(link_: Link, page: Page) -> Period | None:
    """When somebody spoke or was asked: "Speaking on Monday, X revealed", "Asked on Monday, X said"."""
    passage, saying = link_.told.passage, link_.told.saying
    for part in saying.head.children:
        if part.dep_ != "advcl" or part.lemma_.lower() not in _TALKING or part.i in saying.content:
            continue
        topics = {t.i for topic in part.children if _names_topic(topic) for t in topic.subtree}
        for span in passage.spans(t.i for t in part.subtree if t.i not in topics):
            found = find_periods(span.of(passage.text), span.start, page.anchor)
            if found:
                return found[0]
    return None


def _names_topic(part: Token) -> bool:
    """Whether words beside a verb of talking name what was talked of: "about the raid on Sunday"."""
    return part.lower_ in _ABOUT or part.dep_ in ("ccomp", "xcomp")


_TALKING = words_of("verbs of talking and asking, beside a cue")
_ABOUT = words_of("words that open what was talked of")


def _paper_date(link_: Link, page: Page) -> Period | None:
    """The day of papers that speak: "a report published on Monday says", "Monday's statement says"."""
    passage, saying = link_.told.passage, link_.told.saying
    speaker = saying.speaker
    if speaker is None or speaker.lemma_.lower() not in _PAPERS:
        return None
    span = Span(passage.at(speaker.left_edge), passage.at(speaker.right_edge) + len(speaker.right_edge))
    if saying.head.i > speaker.i:  # a clause on the papers may hang on what they tell
        span = Span(span.start, max(span.end, passage.at(saying.head)))
    found = find_periods(span.of(passage.text), span.start, page.anchor)
    days = [p for p in found if names_day(p) and p.earliest is not None and p.earliest == p.latest]
    return days[0] if len(days) == 1 else None


_PAPERS = words_of("nouns for what somebody says") | words_of("papers that are quoted")
_PAPERS |= words_of("what else is put out on a day")


def _opening_date(link_: Link, page: Page) -> Period | None:
    """The date that opens the sentence right before the source, where the parser gave it to the name."""
    passage, saying = link_.told.passage, link_.told.saying
    at = link_.who.span
    if at is None or saying.speaker is None or saying.speaker.i > saying.head.i:
        return None
    start = passage.sentence(saying.head).start
    if _set_in(saying):
        return None
    words = passage.text[start : at.start]
    title = link_.who.title or ""
    words = words.rstrip().removesuffix(title) if title else words  # "On 3 May President X said"
    if not 0 < len(words) <= _OPENING:
        return None
    found = find_periods(words, start, page.anchor)
    closes = found and found[-1].span is not None and words[found[-1].span.end - start :].strip(" ,") == ""
    return found[-1] if closes and found[-1].span is not None and found[-1].span.start == start else None


def _set_in(saying: Saying) -> bool:
    """Whether the words of saying stand between two parts of what is said: "In May, X says, Y sold Z"."""
    own = {*saying.cue, *saying.source, saying.head.i}
    return any(i < min(own) for i in saying.content) and any(i > max(own) for i in saying.content)


_OPENING = 30
"""Characters of a date before the source."""

_WHEN = ("npadvmod", "prep", "advmod")

"""On which day did a source speak, beside its words or in another sentence: "She spoke in Lima on Monday"?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import Period
from tallybook.read.attribution.chains import Link
from tallybook.read.attribution.naming import Named
from tallybook.read.attribution.saidon import said_on
from tallybook.read.attribution.told import Passage
from tallybook.read.page import Page
from tallybook.read.text.stretch import Stretch
from tallybook.read.text.tree import Token
from tallybook.read.times.periods import find_periods, names_day
from tallybook.vocabulary.wordlists import words_of

_SPEAKING = words_of("verbs of speaking without what is said")
_HOLDING = words_of("verbs of holding talks")
_TALKS = words_of("nouns for what somebody says")
_COMING_OUT = words_of("verbs of coming out")
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_OWN = frozenset({"the", "this", "his", "her", "its", "their", "that", "these", "those"})
_AROUND = (1, -1, 2, -2)
"""Sentences that may tell when something was said, the nearest first."""

_GOING_ON = 3
"""Sentences within which a source goes on speaking on the day that it is said to have begun."""


_IN_WORDS = ("statement", "judgement")
"""Attitudes that are told in words; a belief has no day."""


@dataclass(frozen=True)
class _Talk:
    """A sentence on the speaking itself: whose words stand at its subject, and the day."""

    day: Period
    names: frozenset[str]
    pronoun: bool
    paper: bool


class SpokenOn:
    """The days that a report names for what is said, asked for in the order of the text."""

    def __init__(self, passages: Sequence[Passage], page: Page) -> None:
        """Find the sentences that tell of speaking, with their days."""
        self._page = page
        placed = sorted((p.at(s[0]), s, p) for p in passages for s in p.doc.sents if len(s))
        self._starts = [start for start, _, _ in placed]
        talks = ((n, _talk_of(s, p, page)) for n, (_, s, p) in enumerate(placed))
        self._talks = {number: talk for number, talk in talks if talk is not None}
        self._said: dict[str, tuple[int, Period]] = {}

    def said_on(self, cue: Link, who: Named, at: int) -> Period | None:
        """The day beside the cue, which stands at character ``at``, else that of the speaking itself."""
        day = said_on(cue, self._page)
        if day is None:
            return self._day(who, at) if cue.told.saying.kind.act in _IN_WORDS else None
        if _is_day(day):
            self._said[who.name] = (self._number(at), day)
        return day

    def _day(self, source: Named, at: int) -> Period | None:
        number = self._number(at)
        begun, day = self._said.get(source.name, (-_GOING_ON - 1, None))
        if day is not None and 0 <= number - begun <= _GOING_ON:
            return day
        for step in _AROUND:
            talk = self._talks.get(number + step)
            if talk is not None and _is_of(talk, source, step):
                return talk.day
        return None

    def _number(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1


def _is_of(talk: _Talk, source: Named, step: int) -> bool:
    """Whether a talk is the source's: by its name, or by "she", "the statement" right behind."""
    last = source.name.lower().split()[-1:]
    named = bool(talk.names & set(last)) or (source.lemma in talk.names and bool(source.lemma))
    return named or ((talk.pronoun or talk.paper) and step == 1)


def _talk_of(sentence: Stretch, passage: Passage, page: Page) -> _Talk | None:
    """What a sentence tells of speaking, ``None`` where it tells of none or names no day."""
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or any(c.dep_ in ("ccomp", "neg") for c in root.children):
        return None
    paper = _is_paper(subject) and root.lemma_.lower() in _COMING_OUT
    if not (paper or _speaks(root, sentence)):
        return None
    span = passage.sentence(root)
    days = [p for p in find_periods(span.of(passage.text), span.start, page.anchor) if _is_day(p)]
    if len(days) != 1:
        return None
    names = frozenset(w for t in (subject, *subject.subtree) for w in (t.lower_, t.lemma_.lower()))
    return _Talk(days[0], names, subject.lower_ in _PRONOUNS, paper)


def _is_paper(subject: Token) -> bool:
    """Whether it is what somebody said: "the statement", "her remarks"."""
    return subject.lemma_.lower() in _TALKS and any(c.lower_ in _OWN for c in subject.lefts)


def _speaks(root: Token, sentence: Stretch) -> bool:
    """Whether somebody speaks: "spoke to reporters", "gave the details at a briefing"."""
    if root.lemma_.lower() in _SPEAKING:
        return True
    return root.lemma_.lower() in _HOLDING and any(t.lemma_.lower() in _TALKS for t in sentence)


def _is_day(period: Period) -> bool:
    return names_day(period) and period.earliest is not None and period.earliest == period.latest

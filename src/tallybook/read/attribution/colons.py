"""Whose is a quotation behind a colon, where no verb of saying leads it in: "He called it a lie: "We ..."?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Span
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.governed import subject_of, subtree
from tallybook.read.attribution.saying import Saying, verb_group
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage, Told
from tallybook.read.text.tree import Token

_LONGEST = 30
"""Words that may lead a quotation in."""

_SPEAKING = frozenset({"he", "she"})


def quoted_after_colon(
    passages: list[Passage], told: list[Told], book: CueBook, words: SourceWords
) -> Iterator[Told]:
    """One telling for each quotation behind a colon that nobody is said to say.

    Args:
        passages: the paragraphs of a report.
        told: what is told in them by reporting words.
        book: knows what a saying commits to.
        words: knows who can speak.
    """
    for passage in passages:
        for quotation in passage.quotations:
            before = passage.text[passage.offset : quotation.span.start].rstrip()
            if not before.endswith(":") or any(
                o.passage is passage and s.overlap(quotation.span) for o in told for s in o.content
            ):
                continue
            found = _told(passage, quotation.span, book, words)
            if found is not None:
                yield found


def _told(passage: Passage, quoted: Span, book: CueBook, words: SourceWords) -> Told | None:
    """The subject of the verb before the colon, as who says what is quoted."""
    doc = passage.doc
    inside = frozenset(t.i for t in doc if quoted.start < passage.at(t) < quoted.end - 1)
    first = min(inside, default=0)
    colon = next((t for t in reversed(doc[max(0, first - 3) : first]) if t.text == ":"), None)
    if colon is None:
        return None
    ahead = doc[max(colon.sent.start, colon.i - _LONGEST) : colon.i]
    for verb in (t for t in ahead if t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ not in ("aux", "auxpass")):
        speaker = subject_of(verb)
        if speaker is None or speaker.i > verb.i or not _may_speak(speaker, words):
            continue
        source = frozenset(subtree(speaker, {verb.i}))
        saying = Saying(book.according, verb, frozenset(verb_group(verb)), source, inside, speaker)
        return Told(saying, passage, [quoted])
    return None


def _may_speak(noun: Token, words: SourceWords) -> bool:
    """Whether a subject can be who speaks: a name, or somebody named before."""
    return noun.pos_ == "PROPN" or noun.lower_ in _SPEAKING or words.is_of("person-noun", noun)

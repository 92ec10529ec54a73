"""Whose is a quotation behind a colon, where no verb of saying leads it in: "He called it a lie: "We ..."?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Span
from tallybook.read.attribution.cues import CueBook
from tallybook.read.attribution.governed import subject_of, subtree
from tallybook.read.attribution.saying import Saying, verb_group
from tallybook.read.attribution.sourcewords import SourceWords
from tallybook.read.attribution.told import Passage, Told
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary.wordlists import words_of

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


def told_after_colon(
    passages: list[Passage], told: list[Told], book: CueBook, words: SourceWords
) -> Iterator[Told]:
    """One telling for each clause behind a colon that a short one leads in: "The envoy was blunt: X"."""
    for passage in passages:
        for colon in (t for t in passage.doc if t.text == ":"):
            behind = range(colon.i + 1, colon.sent.end)
            if not any(passage.doc[i].tag_ in TENSED for i in behind):
                continue
            content = list(passage.spans(behind))
            if any(o.passage is passage and s.overlap(c) for o in told for s in o.content for c in content):
                continue
            verb = _leads_in(colon) or _tells_of(colon, book)
            speaker = subject_of(verb) if verb is not None else None
            if verb is None or speaker is None or speaker.i > verb.i or not _may_speak(speaker, words):
                continue
            source = frozenset(subtree(speaker, {verb.i}))
            cue = frozenset({*verb_group(verb), *range(verb.i, colon.i)})
            saying = Saying(book.according, verb, cue, source, frozenset(behind), speaker)
            yield Told(saying, passage, content)


def _leads_in(colon: Token) -> Token | None:
    """The verb of a short clause that only says how somebody puts it: "was plainer", "went further"."""
    ahead = [t for t in colon.doc[max(colon.sent.start, colon.i - _SHORT) : colon.i] if not t.is_punct]
    way = ahead[-1].lower_ if ahead else ""
    verb = ahead[-2] if len(ahead) > 1 else None
    if verb is None or (verb.lemma_.lower(), way) in _WAYS:
        return verb
    return verb if verb.lemma_ == "be" and way in _PUTTING else None


def _tells_of(colon: Token, book: CueBook) -> Token | None:
    """The verb of saying in a clause that only names its subject: "he complained of delays: X"."""
    for verb in reversed(colon.doc[max(colon.sent.start, colon.i - _BRIEF) : colon.i]):
        if verb.pos_ == "VERB" and verb.tag_ not in TENSED:
            return None
        words = book.find(verb) if verb.tag_ in ("VBD", "VBZ") else None
        if words is not None:
            said = any(k.part == "verb" and k.act in ("statement", "judgement") for k in words.kinds)
            return verb if said else None
    return None


_BRIEF = 7
"""Tokens from such a verb to the colon."""

_SHORT = 4
_PUTTING = words_of("ways of putting it")
_WAYS = frozenset(
    {("go", "further"), ("go", "farther"), ("put", "it"), ("think", "otherwise"), ("see", "otherwise")}
)


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

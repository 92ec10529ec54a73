"""Which sentences without reporting words of their own belong to a source named beside them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.model import Span
from tallybook.read.governed import child
from tallybook.read.told import Passage, Told, points_back

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch

_SHARE = frozenset({"one", "some", "several", "others", "another", "most", "many", "both", "none", "all", "half", "each", "they", "these",
                    "those", "part", "few", "least", "more"})  # fmt: skip


def carry(told: list[Told], passages: list[Passage]) -> dict[int, list[Span]]:
    """Sentences that belong to an attribution beside them, by the ``id`` of that attribution."""
    carried: dict[int, list[Span]] = {}
    by_passage: dict[int, list[Told]] = {}
    for one in told:
        by_passage.setdefault(id(one.passage), []).append(one)
    last: Told | None = None
    for number, passage in enumerate(passages):
        here = sorted(by_passage.get(id(passage), ()), key=lambda t: t.at)
        sentences = list(passage.doc.sents)
        owner: Told | None = None
        for index, sentence in enumerate(sentences):
            span = Span(sentence.start_char + passage.offset, sentence.end_char + passage.offset)
            cues = [t for t in here if span.start <= t.at < span.end]
            speaking = [t for t in cues if _speaks(t)]
            if speaking:
                owner = last = _widest(speaking)
                before = passages[number - 1] if index == 0 and number else None
                for one in speaking:
                    if points_back(one):
                        carried.setdefault(id(one), []).extend(
                            _unclaimed(sentences[:index], here, passage, before)
                        )
                continue
            held = next((t for t in here if any(s.overlap(span) * 2 > span.length for s in t.content)), None)
            if held is not None:
                owner = held if _speaks(held) else owner
                continue
            to = _owner_of(sentence, passage, owner, here, last)
            if to is not None:
                carried.setdefault(id(to), []).append(span)
            elif not cues:
                owner = None
    return carried


def _owner_of(
    sentence: Stretch, passage: Passage, owner: Told | None, here: list[Told], last: Told | None
) -> Told | None:
    """Who says a sentence that has no reporting words."""
    span = Span(sentence.start_char + passage.offset, sentence.end_char + passage.offset)
    quoted = [q.span for q in passage.quotations if q.span.overlap(span)]
    if quoted:
        behind = next((t for t in here if t.at > span.end and _speaks(t)), None)
        share = sum(q.overlap(span) for q in quoted) / max(1, span.length)
        near = owner or behind
        if near is not None:
            return near
        return last if share > 0.5 else None
    if owner is not None and _takes_part(sentence):
        return owner
    return None


def _takes_part(sentence: Stretch) -> bool:
    """Whether the subject is a part of what was just told of ("One at least was", "Three of them", "They")."""
    subject = next(
        (
            t
            for t in sentence
            if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in ("ROOT", "ccomp", "conj")
        ),
        None,
    )
    if subject is None:
        return False
    words = [t for t in subject.subtree if t.i <= subject.i]
    if subject.lower_ in _SHARE or subject.tag_ == "CD":
        return True
    of = child(subject, "prep")
    return of is not None and of.lower_ == "of" and any(t.tag_ == "CD" or t.lower_ in _SHARE for t in words)


def _speaks(one: Told) -> bool:
    speaker = one.saying.speaker
    return (
        speaker is not None
        and speaker.lower_ not in ("we", "i", "our")
        and one.saying.kind.act in ("statement", "belief", "evidence")
    )


def _widest(told: list[Told]) -> Told:
    statements = [t for t in told if t.saying.kind.act == "statement"] or told
    return max(statements, key=lambda t: t.length)


def _unclaimed(
    sentences: list[Stretch], here: list[Told], passage: Passage, before: Passage | None
) -> list[Span]:
    """The sentences before, as far back as nobody else says them; the whole paragraph before if there are none."""
    if not sentences and before is not None:
        passage, sentences, here = before, list(before.doc.sents), []
    found: list[Span] = []
    for sentence in reversed(sentences):
        span = Span(sentence.start_char + passage.offset, sentence.end_char + passage.offset)
        if any(_speaks(t) and span.start <= t.at < span.end for t in here):
            break
        found.append(span)
    return found

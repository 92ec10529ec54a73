"""What is one attribution inside one parsed paragraph?"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from tallybook.read.attribution.cues import Found
from tallybook.read.attribution.governed import child, subtree
from tallybook.read.text.tree import TENSED, Token
from tallybook.read.times.calendar import WEEKDAY_NAMES
from tallybook.vocabulary.cues import Cue


@dataclass(frozen=True)
class Saying:
    """One attribution inside one Doc, in token indices; ``speaker`` is the head of its source."""

    kind: Cue
    head: Token
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    speaker: Token | None


def make_saying(words: Found, kind: Cue, speaker: Token | None, content: set[int]) -> Saying:
    """The saying of these words: the cue with its auxiliaries, and source and content apart from it."""
    cue = {t.i for t in words.parts} | verb_group(words.head)
    if content:
        opener = words.head.doc[min(content) - 1] if min(content) else None
        if (
            opener is not None
            and opener.dep_ == "prep"
            and opener.head.i == words.head.i
            and kind.prepositions
        ):
            cue.add(opener.i)
    source = (
        set(subtree(speaker, {words.head.i})) if speaker is not None and speaker.i != words.head.i else set()
    )
    if speaker is not None and speaker.head.dep_ == "ccomp" and speaker.head.head == words.head:
        lent = range(speaker.left_edge.i, words.head.i)  # "Rebels allied to X said"
        joined = words.head.nbor(-1).dep_ == "cc"  # "X thanked Y and said"
        source |= set(lent) if speaker.i < speaker.head.i < words.head.i and not joined else set()
    if speaker is not None and speaker.i in content:
        source = set()
        speaker = None
    source -= content
    content = content - cue - source
    content -= set(day_behind(words.head, content))
    content = {i for i in content if i < _main_verb_behind(words.head)}
    return Saying(
        kind, words.head, frozenset(cue - source - content), frozenset(source), frozenset(content), speaker
    )


def day_behind(head: Token, content: Container[int]) -> range:
    """The day right behind a cue that the parser gave to what was said: "said on Tuesday Ruritania had"."""
    doc, end = head.doc, head.sent.end
    first = next((t.i for t in doc[head.i + 1 : head.i + _WHOM] if t.i in content), end)
    at = first
    while at < end and doc[at].lower_ in ("late", "early", "on"):
        at += 1
    named = at < end and doc[at].lower_ in WEEKDAY_NAMES and doc[at].dep_ in ("npadvmod", "pobj", "compound")
    goes_on = at + 1 < end and doc[at + 1].pos_ in ("PROPN", "PRON", "DET", "NOUN", "ADJ")
    told = (named and goes_on and doc[at].head.i > at) or (named and goes_on and doc[at].dep_ == "pobj")
    return range(first, at + 1) if told and head.pos_ == "VERB" else range(0)


def _main_verb_behind(head: Token) -> int:
    """Where the sentence goes on behind a clause on its subject: "jets which X says downed two were sent"."""
    doc, end = head.doc, head.sent.end
    if head.dep_ != "relcl" or head.i + 1 >= end or doc[head.i + 1].tag_ not in TENSED:
        return end
    for token in doc[head.i + 2 : end]:
        if token.text in (",", ";") or token.lower_ in ("and", "or", "that", "which", "who", "when", "as"):
            return end
        if token.tag_ in TENSED and token.nbor(-1).pos_ in ("NOUN", "PROPN"):
            return token.i
    return end


_WHOM = 6
"""Tokens that may tell to whom something was said, before the day."""


def verb_group(head: Token) -> set[int]:
    """The verb with its auxiliaries, negation and particle."""
    return {head.i, *(c.i for c in head.children if c.dep_ in ("aux", "auxpass", "neg", "prt"))}


def turned_round(saying: Saying) -> Saying:
    """Of ``This writes X`` what X writes: "this" before such a verb is never who speaks."""
    token, head = saying.speaker, saying.head
    object_ = child(head, "dobj")
    if token is None or token.lower_ not in ("this", "so", "that") or object_ is None or object_.i < head.i:
        return saying
    if token.i - head.sent.start > 1 or object_.pos_ != "PROPN" or saying.kind.act not in _WRITTEN:
        return saying
    source = frozenset(subtree(object_, set()))
    return replace(saying, source=source, content=frozenset({token.i}), speaker=object_)


def in_part(saying: Saying) -> Saying:
    """The saying without what a semicolon parts from it: "X sent Y; now Z is to go, the army said"."""
    doc, sent = saying.head.doc, saying.head.sent
    first = min(saying.cue | saying.source)
    last = next((t.i for t in reversed(doc[sent.start : first]) if t.text == ";"), None)
    if last is None or not saying.content or min(saying.content) > last:
        return saying
    kept = frozenset(i for i in saying.content if i > last)
    if not any(doc[i].tag_ in TENSED for i in kept):
        kept = frozenset(range(last + 1, first))
    told = any(doc[i].tag_ in TENSED or doc[i].tag_ == "WRB" for i in kept)  # "; how many, X would not say"
    return replace(saying, content=kept) if told else saying


_WRITTEN = frozenset({"statement", "publication"})

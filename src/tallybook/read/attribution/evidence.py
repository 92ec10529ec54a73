"""What does a source point to as showing what it says?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Evidence, Words
from tallybook.read.attribution.governed import child, subtree
from tallybook.read.attribution.phrases import antecedent
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import Token


def find_evidence(told: Told, cue: Iterable[int], speakers: Speakers) -> tuple[Evidence, Words] | None:
    """The evidence in the source itself, in its cue, or in what the cue cites."""
    heads: list[Token] = []
    if told.saying.speaker is not None:
        heads.append(antecedent(told.saying.speaker))
        heads.extend(told.saying.speaker.conjuncts)  # "officials and a pile of papers"
        heads.extend(t for c in told.saying.speaker.conjuncts for p in c.children for t in p.children)
    doc = told.passage.doc
    verb = told.saying.head.i if told.saying.kind.part == "verb" else -1  # "X reports," is no report
    heads.extend(doc[i] for i in sorted(cue) if doc[i].pos_ == "NOUN" and i != verb)
    heads.extend(_cited(told.saying.head))
    for head in heads:
        kind = speakers.words.evidence(head)
        if kind is Evidence.DOCUMENT and speakers.words.is_of("outlet-noun", head):
            continue  # "the US paper"
        if kind is None or (
            kind is Evidence.INTELLIGENCE and head.text[:1].isupper() and not head.is_sent_start
        ):
            continue
        span = told.passage.spans(i for i in subtree(head) if i <= head.i)
        if span:
            return kind, Words(text=span[-1].of(told.passage.text), span=span[-1])
    return None


def _cited(cue: Token) -> list[Token]:
    """Nouns that a sentence points to beside its cue: "citing letters", "based on photos"."""
    found = [t for p in cue.children if p.dep_ == "prep" and p.lower_ == "from" for t in p.children]
    for token in cue.sent:
        if token.lemma_.lower() == "strength" and (of := child(token, "prep")) is not None:
            found.extend(t for t in of.children if t.dep_ == "pobj")
        if token.pos_ != "VERB" or token.lemma_.lower() not in ("cite", "base", "quote"):
            continue
        found.extend(t for t in token.children if t.dep_ in ("dobj", "pobj"))
        found.extend(
            t
            for p in token.children
            if p.dep_ == "prep" and p.lower_ in ("on", "upon")
            for t in p.children
            if t.dep_ == "pobj"
        )
    return found

"""What does a source point to as showing what it says?"""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.model import Evidence, Words
from tallybook.read.attribution.governed import subtree
from tallybook.read.attribution.phrases import antecedent
from tallybook.read.attribution.speakers import Speakers
from tallybook.read.attribution.told import Told
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of


def find_evidence(
    told: Told, cue: Iterable[int], speakers: Speakers, *, denies: bool = False
) -> tuple[Evidence, Words] | None:
    """The evidence in the source itself, in its cue, or in what the cue cites.

    Who denies (``denies``) only has what he cites: "X rejected a report that" points to nothing.
    """
    heads = [] if denies else _named(told, cue)
    cited = _cited(told.saying.head)
    for head in (*heads, *cited):
        shown = _whole(head, speakers)
        kind = speakers.words.shown(shown)
        if kind is Evidence.DOCUMENT and speakers.words.is_of("outlet-noun", shown):
            continue  # "the US paper"
        capital = shown.text[:1].isupper() and not shown.is_sent_start
        handled = cited.get(head) is False and kind is Evidence.EARLIER_REPORT  # "published a report"
        lacking = any(c.lower_ == "no" for c in shown.lefts) or shown.lower_ in _SPEECH
        if kind is None or handled or lacking or (kind is Evidence.INTELLIGENCE and capital):
            continue
        span = told.passage.spans(i for i in subtree(head) if i <= shown.i)
        if span:
            return kind, Words(text=span[-1].of(told.passage.text), span=span[-1])
    return None


def _named(told: Told, cue: Iterable[int]) -> list[Token]:
    """The nouns of a source and of its cue: "officials and a pile of papers", "X's analysis"."""
    heads: list[Token] = []
    if told.saying.speaker is not None:
        heads.append(antecedent(told.saying.speaker))
        heads.extend(told.saying.speaker.conjuncts)
        heads.extend(t for c in told.saying.speaker.conjuncts for p in c.children for t in p.children)
    doc = told.passage.doc
    verb = told.saying.head.i if told.saying.kind.part == "verb" else -1  # "X reports," is no report
    heads.extend(doc[i] for i in sorted(cue) if doc[i].pos_ == "NOUN" and i != verb)
    return heads


def _whole(noun: Token, speakers: Speakers) -> Token:
    """What a part is of, where that shows something: the paper of "part of the paper"."""
    if noun.pos_ == "NOUN" and speakers.words.is_of("part-of", noun):
        for of in noun.children:
            for whole in of.children if of.dep_ == "prep" and of.lower_ == "of" else ():
                if speakers.words.shown(whole) is not None:
                    return whole
    return noun


_SPEECH = frozenset({"account", "accounts"})
"""Words for what somebody says himself: "by their account"."""

_CITING = words_of("verbs of pointing to what shows it")
_HANDLING = words_of("verbs of handling what shows it")
_GROUNDS = words_of("nouns for grounds of what is said")
_LEADING = frozenset({"on", "upon", "to", "from", "by", "through", "with"})


def _cited(cue: Token) -> dict[Token, bool]:
    """Nouns that a sentence points to beside its cue: "citing letters", "with reference to photos".

    With each, whether it is pointed to; else it is only dealt with ("who reviewed letters").
    """
    found = [t for p in cue.children if p.dep_ == "prep" and p.lower_ == "from" for t in p.children]
    dealt_with: list[Token] = []
    for token in cue.sent:
        lemma = token.lemma_.lower()
        if lemma in _GROUNDS and token.pos_ == "NOUN":
            found.extend(_behind(token, frozenset({"of", "to", "from"})))
        elif token.pos_ in ("VERB", "ADP", "SCONJ") and lemma in _CITING:
            found.extend(t for t in token.children if t.dep_ in ("dobj", "pobj"))
            found.extend(_behind(token, _LEADING))
        elif token.pos_ == "VERB" and lemma in _HANDLING:
            dealt_with.extend(t for t in token.children if t.dep_ == "dobj")
    cited = dict.fromkeys((*found, *(c for t in found for c in t.conjuncts)), True)
    return cited | dict.fromkeys((*dealt_with, *(c for t in dealt_with for c in t.conjuncts)), False)


def _behind(token: Token, leading: frozenset[str]) -> list[Token]:
    return [t for p in token.children if p.lower_ in leading for t in p.children if t.dep_ == "pobj"]

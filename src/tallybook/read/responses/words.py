"""Which words of a sentence tell of a response?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tallybook.model import Action
from tallybook.read.clauses.scene import Scene
from tallybook.read.responses.clauses import (
    VERBAL,
    for_goods,
    governor,
    measure_ends,
    promised_or,
    reaches,
    rest_of,
    words_of_clause,
)
from tallybook.read.responses.needs import needed
from tallybook.read.text.needed import Sieve
from tallybook.read.text.plain import text_of
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.responses import ResponseWord

if TYPE_CHECKING:
    from spacy.tokens import Token

LIFTING = frozenset({"lift", "ease", "relax", "waive", "remove", "end"})
"""Verbs that take a measure away; the response is then a negated one."""


class Hit(NamedTuple):
    """A response told: its word, what it does, the verb or noun that tells it, and its measure if it has one.

    ``first`` and ``last`` are the tokens of the telling words; ``verb`` governs the clause.
    """

    word: ResponseWord
    action: Action
    head: Token
    verb: Token
    first: int
    last: int
    measure: Token | None = None


class ResponseBook:
    """The response words of a vocabulary, ready to be found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = vocabulary.responses
        self._verbs = _by_head(w for w in words if w.form == "verb")
        self._nouns = _by_head(w for w in words if w.form == "noun")
        self._measures: dict[str, list[tuple[tuple[str, ...], ResponseWord]]] = {}
        for words_of, entry in ((tuple(w.split()), e) for e in words if e.form == "measure" for w in e.words):
            self._measures.setdefault(words_of[0], []).append((words_of, entry))
        for entries in self._measures.values():
            entries.sort(key=lambda pair: -len(pair[0]))
        self._stages = {w: e.action for e in words if e.form == "stage" for w in e.words}
        self._phrases = Sieve(
            (re.compile(rf"(?<!\w)(?:{p})", re.I), e) for e in words if e.form == "phrase" for p in e.words
        )

    def hits(self, scene: Scene) -> list[Hit]:
        """The responses that a sentence tells, in the order of their words."""
        found = [
            *self._of_verbs(scene),
            *self._of_nouns(scene),
            *self._of_measures(scene),
            *self._of_phrases(scene),
        ]
        found.sort(key=lambda hit: (hit.first, -hit.last))
        return _without_doubles(found)

    def _of_verbs(self, scene: Scene) -> Iterator[Hit]:
        for token in scene.tokens:
            if token.pos_ not in VERBAL:
                continue
            for rest, word in self._verbs.get(token.lemma_.lower(), ()):
                last = rest_of(token, rest)
                if last is None or word.action is None or not needed(word, token):
                    continue
                if word.action == Action.CALLS_FOR and for_goods(token, scene):
                    break
                yield Hit(word, promised_or(token, word.action), token, token, token.i, last + 1)
                break

    def _of_nouns(self, scene: Scene) -> Iterator[Hit]:
        for token in scene.tokens:
            if token.pos_ not in ("NOUN", "PROPN"):
                continue
            for rest, word in self._nouns.get(token.lemma_.lower(), ()):
                last = rest_of(token, rest)
                if last is not None and word.action and needed(word, token):
                    yield Hit(word, word.action, token, governor(token), token.i, last + 1)
                    break

    def _of_measures(self, scene: Scene) -> Iterator[Hit]:
        taken = -1
        for token in scene.tokens:
            if token.i <= taken:
                continue
            for words, entry in self._named(token):
                last = measure_ends(token, words)
                if last is None or _in_a_name(token.doc[last]):
                    continue
                taken = last
                hit = self._done_with(token.doc[last], token.i, entry)
                if hit is not None:
                    yield hit
                break

    def _named(self, token: Token) -> list[tuple[tuple[str, ...], ResponseWord]]:
        """The measures whose names may start with a token."""
        return self._measures.get(token.lemma_.lower(), self._measures.get(token.lower_, []))

    def _done_with(self, noun: Token, first: int, entry: ResponseWord) -> Hit | None:
        """What the clause does with a measure: the stage of sanctions, or the measure's own action."""
        if noun.pos_ == "VERB":
            action = promised_or(noun, Action.SANCTIONS_IMPOSED)
            return Hit(entry, action, noun, noun, first, noun.i + 1, None)
        verb = governor(noun)
        lemma = verb.lemma_.lower()
        spared = lemma in self._stages and self._stages[lemma] is None and reaches(noun, verb)
        if spared and lemma not in LIFTING:
            return None
        if entry.action != Action.SANCTIONS_IMPOSED:
            return Hit(entry, entry.action or Action.OTHER, noun, verb, first, noun.i + 1, noun)
        action = self._stages.get(lemma) or Action.SANCTIONS_IMPOSED
        if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _ENFORCING:
            return Hit(entry, Action.SANCTIONS_ENFORCED, noun, verb, first, noun.i + 1, noun)
        if action == Action.SANCTIONS_ENFORCED and any(c.lower_ in _NEW for c in noun.children):
            action = Action.SANCTIONS_IMPOSED
        if action in (Action.SANCTIONS_IMPOSED, Action.SANCTIONS_ENFORCED) and reaches(noun, verb):
            action = promised_or(verb, action)
        return Hit(entry, action, noun, verb, first, noun.i + 1, noun)

    def _of_phrases(self, scene: Scene) -> Iterator[Hit]:
        offset = scene.sentence.offset
        start, end = scene.sentence.span.start - offset, scene.sentence.span.end - offset
        text = text_of(scene.doc)
        for pattern, word in self._phrases.through(text[start:end]):
            for match in pattern.finditer(text, start, end):
                tokens = [t for t in scene.tokens if match.start() <= t.idx < match.end()]
                if tokens and word.action:
                    head = next((t for t in tokens if t.pos_ == "VERB"), tokens[-1])
                    yield Hit(word, word.action, head, governor(head), tokens[0].i, tokens[-1].i + 1)


def _in_a_name(noun: Token) -> bool:
    """Whether the word is part of somebody's name ("Sanctions Watch")."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return (
        noun.text[:1].isupper()
        and following is not None
        and following.pos_ == "PROPN"
        and noun.dep_ == "compound"
    )


@lru_cache(maxsize=4)
def response_book(vocabulary: Vocabulary) -> ResponseBook:
    """The response words of a vocabulary, built once."""
    return ResponseBook(vocabulary)


def _by_head(words: Iterator[ResponseWord]) -> dict[str, list[tuple[tuple[str, ...], ResponseWord]]]:
    table: dict[str, list[tuple[tuple[str, ...], ResponseWord]]] = {}
    for word in words:
        for form in word.words:
            head, *rest = form.split()
            table.setdefault(head, []).append((tuple(rest), word))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), -len(entry[1].needs)))
    return table


_ENFORCING = frozenset({"enforcement", "implementation", "policing"})
_NEW = frozenset({"new", "additional", "further", "more", "fresh"})


def _without_doubles(hits: list[Hit]) -> list[Hit]:
    """One response a piece of text; a call for sanctions is the call, a breach of an embargo the breach."""
    kept: list[Hit] = []
    for hit in hits:
        if any(hit.first < other.last and other.first < hit.last for other in kept):
            continue
        if hit.measure is not None and any(_takes(other, hit) for other in hits if other is not hit):
            continue
        if any(hit.action == other.action and hit.verb == other.verb for other in kept):
            continue
        if hit.action == Action.CONDEMNS and any(_warned_of(o, hit) for o in hits):
            continue
        if any(_threatened(hit, o) for o in hits):
            continue
        if hit.head.dep_ in ("acl", "xcomp", "advcl") and any(
            o is not hit and o.first <= hit.head.head.i < o.last for o in kept
        ):
            continue
        if hit.action == Action.INVESTIGATES and any(
            o.action == Action.MONITORS and 0 <= hit.first - o.last <= 3 for o in kept
        ):
            continue
        if hit.action in _ASKED_FOR and any(_asks(o, hit) for o in hits if o is not hit):
            continue
        if hit.action == Action.WARNS and any(o.measure is not None and o.verb == hit.head for o in hits):
            continue
        breach = hit.word.form == "noun" and hit.action == Action.FINDS_VIOLATION
        if breach and any(o.head == hit.verb and o.word.form == "verb" for o in hits):
            continue
        kept.append(hit)
    return kept


def _threatened(threat: Hit, other: Hit) -> bool:
    """Whether a threat is only one of sanctions: "threatens to freeze the assets"."""
    family = other.action.value.startswith("sanctions")
    return (
        family
        and threat.action == Action.WARNS
        and other.head.dep_ == "xcomp"
        and other.head.head == threat.head
    )


def _warned_of(other: Hit, hit: Hit) -> bool:
    """Whether a judgement is only what a warning holds: "warned that it would be a dangerous step"."""
    return other.action == Action.WARNS and other.word.form == "verb" and other.head.is_ancestor(hit.head)


def _takes(other: Hit, hit: Hit) -> bool:
    """Whether a measure is only the object of another response."""
    if other.measure is not None or other.action not in _TAKING:
        return False
    return hit.measure is not None and reaches(hit.measure, other.head)


def _asks(other: Hit, hit: Hit) -> bool:
    """Whether a measure or an inquiry is only what somebody calls for."""
    if other.action != Action.CALLS_FOR or other.word.form != "verb" or other.first >= hit.first:
        return False
    return hit.head in words_of_clause(other.head)


_ASKED_FOR = frozenset({Action.EMBARGO, Action.INVESTIGATES, Action.EXPORT_CONTROL, Action.FINDS_VIOLATION})
_TAKING = frozenset(
    {
        Action.CALLS_FOR,
        Action.FINDS_VIOLATION,
        Action.MONITORS,
        Action.VETOES,
        Action.CONDEMNS,
        Action.RAISES_AT_UN,
    }
)

"""Which words of a sentence tell of a response?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tallybook.model import Action
from tallybook.read.clauses.scene import Scene
from tallybook.read.responses.clauses import (
    VERBAL,
    done,
    for_goods,
    governor,
    is_being,
    measure_ends,
    ought_to,
    promised_or,
    reaches,
    rest_of,
)
from tallybook.read.responses.doubles import without_doubles
from tallybook.read.responses.hits import LIFTING, Hit
from tallybook.read.responses.needs import may_hold, needed
from tallybook.read.text.openings import Patterns
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.responses import ResponseWord
from tallybook.vocabulary.wordlists import words_of


class ResponseBook:
    """The response words of a vocabulary, ready to be found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = vocabulary.responses
        self._verbs = _by_head(w for w in words if w.form == "verb")
        self._nouns = _by_head(w for w in words if w.form == "noun")
        self._measures: dict[str, list[tuple[tuple[str, ...], ResponseWord]]] = {}
        for own, entry in ((tuple(w.split()), e) for e in words if e.form == "measure" for w in e.words):
            self._measures.setdefault(own[0], []).append((own, entry))
        for entries in self._measures.values():
            entries.sort(key=lambda pair: -len(pair[0]))
        self._stages = {w: e.action for e in words if e.form == "stage" for w in e.words}
        self._phrases = Patterns(
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
        return without_doubles(found)

    def _of_verbs(self, scene: Scene) -> Iterator[Hit]:
        for token in scene.tokens:
            if token.pos_ not in VERBAL or token.dep_ in ("amod", "compound"):
                continue
            lemma = "be" if is_being(token) else token.lemma_.lower()
            for rest, word in self._verbs.get(lemma, ()):
                last = rest_of(token, rest)
                if last is None or word.action is None or not (may_hold(scene, word) and needed(word, token)):
                    continue
                if word.action == Action.CALLS_FOR and (for_goods(token, scene) or _names(token, rest)):
                    break
                yield Hit(word, promised_or(token, word.action), token, token, token.i, last + 1)
                break

    def _of_nouns(self, scene: Scene) -> Iterator[Hit]:
        for token in scene.tokens:
            if token.pos_ not in ("NOUN", "PROPN") or (
                token.dep_ == "compound" and token.i + 1 == token.head.i
            ):
                continue
            for rest, word in self._nouns.get(token.lemma_.lower(), ()):
                last = rest_of(token, rest)
                if last is not None and word.action and may_hold(scene, word) and needed(word, token):
                    head = scene.doc[last] if token.head == scene.doc[last] else token
                    yield Hit(word, word.action, head, governor(head), token.i, last + 1)
                    break

    def _of_measures(self, scene: Scene) -> Iterator[Hit]:
        if scene.words.isdisjoint(self._measures) and scene.lemmas.isdisjoint(self._measures):
            return
        taken = -1
        for token in scene.tokens:
            if token.i <= taken:
                continue
            for words, entry in self._named(token):
                last = measure_ends(token, words)
                if last is None or _in_a_name(token.doc[last]) or _of_a_body(token.doc[last]):
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
        if done(noun) and first == noun.i:
            action = promised_or(noun, Action.SANCTIONS_IMPOSED)
            return Hit(entry, action, noun, noun, first, noun.i + 1, None)
        if _got_around(noun):
            return None
        verb = _to_be_done(governor(noun))
        if _judged(noun, verb):
            return None
        lemma = verb.lemma_.lower()
        spared = lemma in self._stages and self._stages[lemma] is None and reaches(noun, verb)
        if spared and lemma not in LIFTING:
            return None
        policed = noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _ENFORCING
        if policed or (entry.sure and lemma in _POLICING and reaches(noun, verb)):
            return Hit(entry, Action.SANCTIONS_ENFORCED, noun, verb, first, noun.i + 1, noun)
        if entry.action != Action.SANCTIONS_IMPOSED:
            asked = reaches(noun, verb) and ought_to(verb)
            return Hit(
                entry,
                Action.CALLS_FOR if asked else entry.action or Action.OTHER,
                noun,
                verb,
                first,
                noun.i + 1,
                noun,
            )
        action = self._stages.get(lemma) or Action.SANCTIONS_IMPOSED
        if lemma == "follow" and noun.dep_ == "pobj" and noun.head.lower_ == "with" and verb.tag_ == "VBD":
            action = Action.SANCTIONS_IMPOSED
        if action == Action.SANCTIONS_ENFORCED and any(c.lower_ in _NEW for c in noun.children):
            action = Action.SANCTIONS_IMPOSED
        if action in (Action.SANCTIONS_IMPOSED, Action.SANCTIONS_ENFORCED) and reaches(noun, verb):
            action = promised_or(verb, action)
        return Hit(entry, action, noun, verb, first, noun.i + 1, noun)

    def _of_phrases(self, scene: Scene) -> Iterator[Hit]:
        offset = scene.sentence.offset
        start, end = scene.sentence.span.start - offset, scene.sentence.span.end - offset
        text = scene.doc.text
        for match, word in self._phrases.matches(text[start:end]):
            tokens = [t for t in scene.tokens if match.start() <= t.idx - start < match.end()]
            if tokens and word.action:
                verbs = [t for t in tokens if t.pos_ == "VERB"]
                main = (t for t in verbs if t.dep_ not in ("relcl", "acl"))
                head = next(main, verbs[0] if verbs else tokens[-1])
                verb = head if head.pos_ == "VERB" else governor(head)
                action = _yet_to_come(verb, tokens[0].i, word.action)
                yield Hit(word, action, head, verb, tokens[0].i, tokens[-1].i + 1)


def _yet_to_come(verb: Token, first: int, action: Action) -> Action:
    """The action of a phrase that begins at ``first``: a mere promise behind "could" or "will"."""
    before = verb.dep_ == "xcomp" or any(c.dep_ == "aux" and c.i < first for c in verb.children)
    return promised_or(verb, action) if before and action == Action.SANCTIONS_IMPOSED else action


def _to_be_done(verb: Token) -> Token:
    """What is to be done: "sanctions are to be unveiled"."""
    if not is_being(verb):
        return verb
    done_ = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB")
    return next((c for c in done_ if any(t.lower_ == "to" for t in c.children)), verb)


def _names(verb: Token, rest: tuple[str, ...]) -> bool:
    """Whether "call" only gives a thing a name, whatever follows: "calls the report on shells false"."""
    named = verb.lemma_ == "call" and bool({"on", "upon", "for"} & set(rest))
    return named and any(c.dep_ == "dobj" and c.i < verb.i + _NEXT for c in verb.children)


_NEXT = 4


def _got_around(noun: Token) -> bool:
    """Whether the measure is only what somebody gets around: "ways around the sanctions"."""
    if noun.dep_ != "pobj":
        return False
    over = noun.head.head.lemma_.lower()
    return noun.head.lower_ in ("around", "round", "past") or (
        noun.head.lower_ in ("of", "on") and over in ("evasion", "circumvention", "busting", "escape")
    )


def _judged(noun: Token, verb: Token) -> bool:
    """Whether it is only said what sanctions are: "sanctions are no solution", "have not worked"."""
    if noun.dep_ != "nsubj":
        return False
    if not is_being(verb):
        return any(c.dep_ == "neg" for c in verb.children) and verb.lemma_.lower() in _WORKING
    said = [c for c in verb.children if c.dep_ in ("attr", "acomp")]
    return bool(said) and not any(c.lemma_.lower() in _THERE for c in said)


_WORKING = words_of("what measures do or fail to do")
_THERE = words_of("what is said of measures to come")


def _of_a_body(noun: Token) -> bool:
    """Whether the word only says which body is meant: "the sanctions committee", "envoy for sanctions"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on") else noun.head
    named = noun.dep_ in ("compound", "pobj") and over.lemma_.lower() in _BODIES
    return named and (noun.dep_ == "compound" or over != noun.head)


_BODIES = frozenset(
    {
        "committee",
        "monitor",
        "panel",
        "expert",
        "team",
        "coordinator",
        "envoy",
        "office",
        "commission",
        "department",
        "directorate",
        "board",
        "bureau",
        "authority",
        "ministry",
        "service",
        "chief",
        "unit",
        "agency",
        "czar",
    }
)


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
        entries.sort(key=lambda entry: ("@un" not in entry[1].needs, -len(entry[0]), -len(entry[1].needs)))
    return table


_ENFORCING = frozenset({"enforcement", "implementation", "policing"})
_POLICING = frozenset({"enforce", "implement", "police", "uphold"})
_NEW = frozenset({"new", "additional", "further", "more", "fresh"})

"""Is there anything in a report that is worth parsing?

Parsing is what reading costs, and most news tells of no transfer. The gate looks for three kinds of words, in
lower case and without a parser: arms, a word of transfer, and a party. A paragraph with arms, with a word of
transfer in it or beside it, and with a party in the report lets what stands around it through, because
speakers, dates and flows of a claim stand in other paragraphs. It may let too much through; it must never
lose a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tallybook.model import Action
from tallybook.read.text.layout import Block
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

_WORD = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiou")
_EVERYDAY = words_of("verbs that open no report")
"""Verbs too common to tell anything; of "have aboard" the second word is looked for."""

_IRREGULAR = words_of("irregular forms of verbs")

_CALLING_OFF = (words_of("verbs of calling off") | words_of("verbs of dropping goods or plans")) - _EVERYDAY

LONGEST = 4
"""Words that the longest wording looked for has; longer ones are found by their first words."""


NEAR = 3
"""How many blocks around one that may tell of a transfer are parsed, where only few do."""

FEW = 2
"""With more blocks than that, which may tell of a transfer, those farther from one are parsed as well."""

FAR = 8
"""How many blocks around one that may tell of a transfer are parsed, where several do."""


MINOR = 0.5
"""Share of the words that pass up to which those that name arms are read first."""

LONG = 250
"""Words that pass from which on it saves time to read some of them first."""


SHORT = 3
"""Designations up to this length are not looked for in capitals: too many other words look like them."""


class Passed(NamedTuple):
    """What passes the gate, by the indices of blocks.

    Attributes:
        blocks: those worth parsing.
        first: those of them that name arms or what responds to arms, where they are the lesser part: where
            they tell of nothing, the others around them need not be parsed.
    """

    blocks: frozenset[int]
    first: frozenset[int] | None


class Gate:
    """The gate of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        terms = [w for term in vocabulary.goods if not term.weak and not term.civil for w in term.words]
        types = [name for weapon in vocabulary.weapons for name in (weapon.name, *weapon.aliases)]
        types += [name.upper() for name in types if len(name) > SHORT]
        verbs = (verb for word in vocabulary.transfers if word.frame == "arm" for verb in word.verbs)
        arming = (form for verb in verbs for form in inflections(verb))
        self._arms = _Runs((_ngrams(terms) | frozenset(arming)) - words_of("arms words of another sense"))
        self._types = _Runs(_ngrams(types, cased=True))
        self._parties = _Runs(_ngrams(_names(vocabulary)))
        self._responses = _Runs(_ngrams(_responding(vocabulary)))
        self._moves = frozenset(_forms(vocabulary))

    def passes(self, blocks: tuple[Block, ...], text: str) -> Passed:
        """The blocks worth parsing: none where nothing tells of a transfer.

        Else those near the ones that may tell of one, farther around them where they are several, and the
        opening of the report, where its speakers and its date are introduced.
        """
        words = [_WORD.findall(block.span.of(text)) for block in blocks]
        lower = [[w.lower() for w in own] for own in words]
        moving = [not self._moves.isdisjoint(own) for own in lower]
        hot = [
            i
            for i, own in enumerate(lower)
            if any(moving[max(0, i - 1) : i + 2])
            and (self._arms.stand_in(own) or self._types.stand_in(words[i]))
        ]
        if not hot or not any(self._parties.stand_in(own) for own in lower):
            return Passed(frozenset(), None)
        reach = FAR if len(hot) > FEW else NEAR
        near = {j for i in hot for j in range(i - reach, i + reach + 1)} | set(range(NEAR))
        passed = near.intersection(range(len(blocks)))
        first = {*hot, *(i for i in passed if self._responses.stand_in(lower[i]))}
        whole = sum(len(words[i]) for i in passed)
        minor = whole >= LONG and sum(len(words[i]) for i in first) <= MINOR * whole
        return Passed(frozenset(passed), frozenset(first) if minor else None)


class _Runs:
    """Wordings of one word or of several in a row, found by their first words."""

    def __init__(self, runs: frozenset[str]) -> None:
        self._runs = runs
        self._firsts = frozenset(run.split()[0] for run in runs)

    def stand_in(self, words: list[str]) -> bool:
        """Whether any of them stands among ``words``."""
        if self._firsts.isdisjoint(words):
            return False
        return any(
            " ".join(words[at : at + length]) in self._runs
            for at, word in enumerate(words)
            if word in self._firsts
            for length in range(1, LONGEST + 1)
        )


def _ngrams(wordings: Iterable[str], *, cased: bool = False) -> frozenset[str]:
    """Wordings as runs of words, in lower case unless ``cased``, with plurals."""
    found: set[str] = set()
    for wording in wordings:
        words = _WORD.findall(wording if cased else wording.lower())[:LONGEST]
        if words:
            run = " ".join(words)
            found |= {run, f"{run}s", f"{run}es"}
    return frozenset(found)


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    for state in vocabulary.states:
        yield from (state.name, *state.names, *state.abbreviations, *state.capitals, *state.seats)
        yield from (*state.adjectives, *state.demonyms, *(n.words for n in state.nicknames))
    for body in vocabulary.bodies:
        yield from (body.name, *body.aliases, *body.abbreviations, *body.adjectives, *body.demonyms)


def _responding(vocabulary: Vocabulary) -> Iterator[str]:
    """What a response is about where a report tells of no transfer: arms, embargoes, vetoes."""
    for entry in vocabulary.responses:
        if entry.form == "topic" or entry.sure:
            yield from entry.words
        elif entry.action is Action.VETOES and entry.form == "verb":
            yield from (form for verb in entry.words for form in inflections(verb))


def _forms(vocabulary: Vocabulary) -> Iterator[str]:
    """Every form of a word of transfer that stands as one word: its first word decides."""
    for word in vocabulary.transfers:
        for noun in word.nouns:
            yield from (noun.split()[-1], f"{noun.split()[-1]}s", _y(noun.split()[-1]))
        for verb in word.verbs:
            first, *rest = verb.split()
            if first in _EVERYDAY:
                yield from (w for w in rest if len(w) > SHORT)
                continue
            yield from inflections(first.split("-")[-1])
        yield from (phrase.split()[0] for phrase in word.phrases)
    for verb in _CALLING_OFF:
        yield from inflections(verb.split()[0])
    for turn in vocabulary.turns:
        if turn.negates:
            yield from (form for verb in turn.verbs for form in inflections(verb.split()[0]))


def inflections(verb: str) -> Iterator[str]:
    """The forms of an English verb, regular ones by rule and the common irregular ones by list."""
    yield verb
    yield f"{verb}s"
    yield f"{verb}es"
    yield _y(verb)
    stem = verb[:-1] if verb.endswith("e") else verb
    yield from (f"{stem}ed", f"{stem}ing")
    if verb.endswith("y"):
        yield f"{verb[:-1]}ied"
    if len(verb) > 2 and verb[-1] not in _VOWELS | {"w", "y"} and verb[-2] in _VOWELS:
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    yield from (form.split()[1] for form in _IRREGULAR if form.split()[0] == verb)


def _y(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"

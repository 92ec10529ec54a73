"""Where do the words of a vocabulary stand in a text: its verbs, nouns and phrases, by lemma?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from tallybook.read.clauses.everyday import at_sum, opens_date
from tallybook.read.clauses.lemmas import is_verbal, noun_lemma, verb_lemma
from tallybook.read.text.gate import inflections
from tallybook.read.text.tree import Token
from tallybook.vocabulary.transfers import TransferWord, TurnWord

WordT = TypeVar("WordT", TransferWord, TurnWord)
Form = Literal["verb", "noun", "phrase"]

PARTICLE_REACH = 4
"""How many tokens after a verb its particle or fixed object may stand."""

PREPOSITION_REACH = 20
"""The same for a preposition that hangs on the verb ("took the rifles that it found there from a boat")."""

_MAKING = frozenset({"assemble", "build", "manufacture", "produce"})
"""Verbs of which "for" may hang on what they make: "will build 48 jets for Ruritania"."""

_FAR = frozenset(
    {"aside", "from", "for", "off", "with", "aboard", "ashore", "to", "into", "onto", "home", "against"}
)
_AGREEING = frozenset({"agree", "talk", "speak", "settle"})
_PLACING = frozenset({"put", "place", "load", "pass", "hand"})
"""Verbs of which "on" may stand far behind: "passed a dozen of its old tanks on to"."""

_PARTICLES = frozenset({"away", "back", "off", "over", "out", "up"})
"""Particles that belong to the verb before them, wherever the tree hangs them ("holding back arms")."""


@dataclass(frozen=True, eq=False)
class Hit(Generic[WordT]):
    """A word of the vocabulary where it stands: its head token and the tokens that it covers."""

    word: WordT
    token: int
    first: int
    last: int
    form: Form


class WordIndex(Generic[WordT]):
    """Finds the words of one kind in tokens, by lemma."""

    def __init__(self, words: Iterable[WordT]) -> None:
        self._verbs: dict[str, list[tuple[tuple[str, ...], WordT]]] = defaultdict(list)
        self._forms: dict[str, str] = {}
        self._nouns: dict[str, list[tuple[tuple[str, ...], WordT]]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[tuple[str, ...], WordT]]] = defaultdict(list)
        for word in words:
            for verb in word.verbs:
                first, *rest = verb.split()
                self._verbs[first].append((tuple(rest), word))
                for form in inflections(first):
                    self._forms.setdefault(form, first)
            for noun in word.nouns:
                *rest, last = noun.split()
                self._nouns[last].append((tuple(rest), word))
            for phrase in word.phrases:
                first, *rest = phrase.split()
                self._phrases[first].append((tuple(rest), word))
        for table in (self._verbs, self._nouns, self._phrases):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        self._known = frozenset((*self._verbs, *self._forms, *self._nouns, *self._phrases))

    def find(self, tokens: list[Token]) -> Iterator[Hit[WordT]]:
        """The words among ``tokens``, in order; one hit at most a head token, longest first."""
        found = {hit.token: hit for hit in self._hits(tokens)}  # of "letter of intent" the longer one
        return iter(found.values())

    def _hits(self, tokens: list[Token]) -> Iterator[Hit[WordT]]:
        words = [token.lower_ for token in tokens]
        for at, token in enumerate(tokens):
            word = words[at]
            if not (word in self._known or token.lemma_.lower() in self._known or token.pos_ == "PROPN"):
                continue
            hit = self._phrase(tokens, words, at) if word in self._phrases else None
            hit = hit or self._verb(tokens, at) or self._noun(tokens, at)
            if hit is not None:
                yield hit

    def _phrase(self, tokens: list[Token], words: list[str], at: int) -> Hit[WordT] | None:
        for rest, word in self._phrases[words[at]]:
            last = at + len(rest)
            if tuple(words[at + 1 : last + 1]) == rest:
                return Hit(word, tokens[at].i, tokens[at].i, tokens[last].i + 1, "phrase")
        return None

    def _verb(self, tokens: list[Token], at: int) -> Hit[WordT] | None:
        token = tokens[at]
        if not is_verbal(token):
            return None
        lemma = verb_lemma(token)
        if lemma not in self._verbs:
            # the model's lemmas go astray where a form could belong to two verbs ("hopes": "hop")
            lemma = self._forms.get(token.lower_, lemma)
        near = None
        for rest, word in self._verbs.get(lemma, ()):
            if rest:
                near = _forms_near(tokens, at) if near is None else near
                if rest[0] not in near:
                    continue
            last = _rest_after(tokens, at, rest)
            if last is not None:
                return Hit(word, token.i, token.i, last + 1, "verb")
        return None

    def _noun(self, tokens: list[Token], at: int) -> Hit[WordT] | None:
        token = tokens[at]
        if token.pos_ not in ("NOUN", "PROPN") and token.tag_ not in ("NN", "NNS"):
            return None
        for rest, word in self._nouns.get(noun_lemma(token), ()):
            before = tokens[max(0, at - len(rest)) : at]
            if [t.lemma_.lower() for t in before] == list(rest):
                first = (before or [token])[0]
                head = first if "of" in rest else token  # "a letter of intent"
                return Hit(word, head.i, first.i, token.i + 1, "noun")
        return None


def _forms_near(tokens: list[Token], at: int) -> frozenset[str]:
    """The words, and their base forms, among which a verb's particle can stand: behind it, or opening."""
    near = (*tokens[at + 1 : at + 1 + PREPOSITION_REACH], *tokens[at].lefts)
    return frozenset(form for t in near for form in (t.lower_, verb_lemma(t)))


def _means_other(word: str, token: Token) -> bool:
    """Whether a word is no particle where it stands: "on 3 May", "gave the thumbs-up to the sale"."""
    return (word == "on" and opens_date(token)) or (word in _PARTICLES and token.tag_ == "NN")


def _rest_after(tokens: list[Token], at: int, rest: tuple[str, ...]) -> int | None:
    """Index of the last token of a verb with its particle, or ``None`` where the particle is missing."""
    last = at
    for word in rest:  # "took it on 9 May" takes nothing on
        far = word in _FAR or len(rest) > 1 or (word == "on" and tokens[at].lemma_ in _PLACING | _AGREEING)
        far = far or any(c.dep_ == "expl" for c in tokens[at].lefts)  # "there were 600 boxes of shells in it"
        reach = PREPOSITION_REACH if far else PARTICLE_REACH
        reach = PREPOSITION_REACH if word == "over" and len(rest) == 1 else reach  # "took X over from"
        window = range(last + 1, min(last + 1 + PREPOSITION_REACH, len(tokens)))
        found = next(
            (
                i
                for i in window
                if word in (tokens[i].lower_, str(tokens[i].lemma_).lower())
                and (i <= last + reach or tokens[i].dep_ == "dobj")
                and not _means_other(word, tokens[i])
                and (
                    tokens[i].head in (tokens[at], tokens[last])
                    or (
                        word == "for"
                        and verb_lemma(tokens[at]) in _MAKING
                        and tokens[i].head.head == tokens[at]
                        and tokens[i].head.dep_ != "conj"
                    )
                    or (word in ("for", "on") and at_sum(tokens[i].head, tokens[at]))
                    or (word in ("to", "into") and _leads_on(tokens[i].head, tokens[at]))
                    or (word == "aboard" and tokens[i].head.head == tokens[at])
                    or (tokens[i].pos_ == "ADJ" and tokens[i].head.head == tokens[at])
                    or (word in ("in", "at", "inside") and _counted_there(tokens[i], tokens[at]))
                    or (i == last + 1 and word in _PARTICLES)
                )
            ),
            None,
        )
        if found is None and not (
            len(rest) == 1 and (_opens(tokens[at], word) or _undergoes(tokens[at], word))
        ):
            return None
        last = found if found is not None else at
    return tokens[at].i if last - at > 1 + len(rest) else tokens[last].i


def _undergoes(verb: Token, word: str) -> bool:
    """Whether the fixed object of a verb is the subject of its passive: "the ban was lifted"."""
    return any(c.dep_ == "nsubjpass" and noun_lemma(c) == word for c in verb.children)


_LYING = frozenset({"be", "lie", "sit", "hide", "conceal", "stow", "pack", "stash", "bury"})
"""Verbs that say where goods are."""


def _opens(verb: Token, word: str) -> bool:
    """Whether the phrase with a verb's preposition opens the clause: "in 36 crates lay 900 mortars"."""
    inside = word in ("in", "inside", "under", "among") and verb_lemma(verb) in _LYING
    placed = [c for c in verb.children if c.dep_ in ("prep", "advmod") and c.i < verb.i]
    return inside and any(c.lower_ == word for c in placed)


def _counted_there(place: Token, verb: Token) -> bool:
    """Whether a place hangs on what there is: "there were four of them in Ruritania", "six guns in it"."""
    number, pointing = place.head, any(c.lower_ in ("it", "them") for c in place.children)
    while pointing and number.dep_ in ("conj", "pobj", "prep") and number.head != verb:
        number = number.head  # "there were hundreds of rifles and mortars in it"
    counted = number.dep_ == "attr" and number.head == verb and (number.pos_ == "NUM" or pointing)
    return counted and any(c.dep_ == "expl" for c in verb.children)


def _leads_on(noun: Token, verb: Token) -> bool:
    """Whether "to Y" tells where a verb moves something, though the tree hangs it on another word."""
    return _from(noun, verb) or _with_load(noun, verb)


def _with_load(noun: Token, verb: Token) -> bool:
    """Whether "to Y" hangs on what a verb takes somewhere: "was taking 11 tonnes of rounds to Y"."""
    while noun.dep_ in ("pobj", "conj") and noun.head.i > verb.i:
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
    return verb_lemma(verb) == "take" and noun.dep_ == "dobj" and noun.head == verb and noun.tag_ == "NNS"


def _from(preposition: Token, verb: Token) -> bool:
    """Whether the tree hangs "to Y" on the one "from X" of a verb: "was taking guns from X to Y"."""
    return [c for c in verb.children if c.lower_ == "from"] == [preposition]

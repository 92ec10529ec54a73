"""One sentence with everything that was found in it: who, what, how much, when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

from tallybook.model import Period, Span
from tallybook.read.clauses.forms import Forms
from tallybook.read.clauses.lemmas import MODIFIES, noun_lemma, verb_lemma
from tallybook.read.clauses.looking import Found, look
from tallybook.read.clauses.parting import clause_cuts
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.page import Page, Sentence
from tallybook.read.text.tree import Doc, Token
from tallybook.read.times.calendar import OPEN, When
from tallybook.read.times.periods import find_periods, named_last
from tallybook.read.times.toldof import seen_from, told_days, without_doubt
from tallybook.vocabulary import Vocabulary

_REMEMBERED = 4
"""How many sentences back "then" may point."""

SeenT = TypeVar("SeenT")

_NOUN_LINKS = frozenset({"conj", "appos"})


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence and the mentions in it; token indices count in the sentence's Doc.

    ``named_before`` is the time named last before it, to which "since then" goes back.
    """

    number: int
    sentence: Sentence
    actors: tuple[ActorMention, ...]
    goods: tuple[GoodsMention, ...]
    quantities: tuple[QuantityMention, ...]
    periods: tuple[Period, ...]
    named_before: When = OPEN

    @cached_property
    def doc(self) -> Doc:
        """The parsed block."""
        return self.sentence.doc

    @cached_property
    def tokens(self) -> list[Token]:
        """The sentence's tokens without white space."""
        return self.sentence.tokens()

    @cached_property
    def words(self) -> frozenset[str]:
        """The sentence's words in lower case: what asks for none of them need not look at each token."""
        return frozenset(t.lower_ for t in self.tokens)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Its base forms in lower case, names in the singular as well."""
        names = (noun_lemma(t) for t in self.tokens if t.pos_ == "PROPN")
        return frozenset((*(verb_lemma(t) for t in self.tokens), *names))

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self.tokens)

    @cached_property
    def _seen(self) -> dict[object, object]:
        return {}

    def once(self, key: tuple[object, ...], look: Callable[[], SeenT]) -> SeenT:
        """What ``look`` finds in the sentence, looked for once for each ``key``."""
        if key not in self._seen:
            self._seen[key] = look()
        return cast("SeenT", self._seen[key])

    def among(self, forms: Set[str]) -> list[Token]:
        """Its words of which one is written so in lower case or has such a base form, in order."""
        return self._forms.among(forms)

    @cached_property
    def actor_at(self) -> dict[int, ActorMention]:
        """Token index to the actor that it names."""
        return {i: a for a in self.actors for i in range(a.first, a.last)}

    @cached_property
    def goods_at(self) -> dict[int, GoodsMention]:
        """Token index to the goods that it names."""
        return {i: g for g in self.goods for i in range(g.first, g.last)}

    @cached_property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The sentence cut where a new clause begins: token ranges, last exclusive."""
        cuts = [self.sentence.first, *clause_cuts(self.tokens), self.sentence.last]
        return tuple((a, b) for a, b in pairwise(cuts) if a < b)

    def part_of(self, token: int) -> tuple[int, int]:
        """The part of the sentence that ``token`` stands in."""
        return next(
            (p for p in self.parts if p[0] <= token < p[1]), (self.sentence.first, self.sentence.last)
        )

    def span_of(self, word: Token) -> Span | None:
        """The report's characters of a word; ``None`` for one of another block."""
        return self.span(word.i, word.i + 1) if word.doc is self.doc else None

    def span(self, first: int, last: int) -> Span:
        """The report's characters of the tokens from ``first`` to before ``last``."""
        return self.sentence.span_of(first, last)

    def token_range(self, span: Span) -> tuple[int, int] | None:
        """The tokens that stand in ``span``, as a range, or ``None``."""
        offset = self.sentence.offset
        inside = [
            t.i for t in self.tokens if t.idx + offset >= span.start and t.idx + len(t) + offset <= span.end
        ]
        return (inside[0], inside[-1] + 1) if inside else None


def set_scenes(page: Page, vocabulary: Vocabulary) -> tuple[Scene, ...]:
    """The scenes of a page, in order."""
    scenes: list[Scene] = []
    found: dict[int, Found] = {}
    named, at = OPEN, 0
    for number, sentence in enumerate(page.sentences):
        doc = sentence.doc
        if id(doc) not in found:
            found[id(doc)] = look(doc, sentence.offset, page, vocabulary)
        here = found[id(doc)]
        words = page.report.text[sentence.span.start : sentence.span.end]
        named = named if number - at <= _REMEMBERED else OPEN
        periods = find_periods(words, sentence.span.start, page.anchor, before=named)
        scenes.append(
            Scene(
                number=number,
                sentence=sentence,
                actors=tuple(_inside(here.actors, sentence)),
                goods=tuple(_inside(here.goods, sentence)),
                quantities=tuple(_inside(here.quantities, sentence)),
                periods=periods,
                named_before=named,
            )
        )
        later = named_last(periods, named)
        named, at = (later, number) if later != named else (named, at)
    return _with_told_days(scenes, page)


def _with_told_days(scenes: list[Scene], page: Page) -> tuple[Scene, ...]:
    """The scenes with the days of what the report dates elsewhere: "during the visit"."""
    places = [(s.sentence.span.of(page.report.text), s.sentence.span.start, s.periods) for s in scenes]
    told = without_doubt(told_days(*place) for place in places)
    if not told:
        return tuple(scenes)
    found = (seen_from(*place, told) for place in places)
    return tuple(s if p == s.periods else replace(s, periods=p) for s, p in zip(scenes, found, strict=True))


MentionT = TypeVar("MentionT", ActorMention, GoodsMention, QuantityMention)


def _inside(found: tuple[MentionT, ...], sentence: Sentence) -> Iterator[MentionT]:
    return (m for m in found if sentence.first <= m.first < sentence.last)


def head_of(doc: Doc, first: int, last: int) -> Token:
    """The token of a range that the others hang on."""
    for at in range(first, last - 1):
        above = doc[at].head.i
        if not first <= above < last or above == at:
            return doc[at]
    return doc[last - 1]


def np_first(noun: Token) -> int:
    """First token of the noun phrase before its head, determiners and adjectives included."""
    left = noun.i
    for token in noun.lefts:
        if token.dep_ in MODIFIES or token.dep_ in ("quantmod", "advmod", "neg", "predet", "case", "punct"):
            left = min(left, token.left_edge.i)
    return left


def first_conjunct(token: Token) -> Token:
    """The first of the nouns that ``token`` is coordinated with or set beside."""
    seen = 0
    while (
        token.dep_ in _NOUN_LINKS and token.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and seen < 12
    ):
        token = token.head
        seen += 1
    return token

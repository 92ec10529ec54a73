"""Which words only put another number on what was told: "In March he had spoken of 7,000", "2023 it was $3m"?

Numbers stand in clauses that a tree takes for anything. What makes such a stretch of words safe is that
nothing else is in it: each verb counts or says what there is, and each noun is a time, a number, what the
number counts, or who gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tallybook.model import Period, Quantity, Span
from tallybook.read.clauses.coreference import end_point
from tallybook.read.clauses.event import ENDS, Event
from tallybook.read.clauses.lemmas import SUBJECTS, TENSED, noun_lemma, verb_lemma
from tallybook.read.clauses.pointers import DEFINITE
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.amounts import Amount, grammar
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_COUNTING = words_of("verbs of putting a number")
_STANDING = words_of("verbs of which a number is the subject")
_FIGURES = words_of("nouns for a number that is put") | words_of("nouns for a sum of deliveries")
_COUNTED = words_of("what a further number counts")
_PLACED = words_of("where what is coming stands")
_AHEAD = words_of("words of numbers to come")
_TIMES = words_of("nouns of time")
_MORE = frozenset({"more", "another", "further", "others", "additional"})
_THEM = frozenset({"it", "they", "that", "this", "these", "those", "there", "which", "all"})
_ONE = frozenset({"a", "an", "another", "earlier", "previous"})
_SUMMING = frozenset({"all", "total", "altogether", "overall", "end", "stake", "issue"})
_POINTED = frozenset({"them", "these", "those"})
_NAMING = frozenset({"poss", "compound", "nmod", "amod"})
_CUTS = frozenset({";", "—", "–"})
_DENYING = frozenset({"not", "n't", "n’t", "no", "none", "never", "?", "worldwide", "globally"})
_BEHIND = frozenset({"in", "by", "for", "as", "of", "until", "to", "from", "during", "at", "on", "since"})
_AGAIN = frozenset({"more", "others", "pieces"})
_LONGEST = 16
"""Tokens of a stretch that is quoted as a whole, at most."""

_CLOSE = 4
"""Tokens that may lie between a number and its time for both to be one quote."""


class Number(NamedTuple):
    """A number that is put on what was told: the tokens that say so, the amount, its time."""

    first: int
    last: int
    quantity: QuantityMention
    period: Period | None
    ahead: bool
    """Whether it counts what is still to come."""


def further_numbers(scene: Scene, event: Event, currency: str | None, *, told: bool) -> list[Number]:
    """The further numbers that a sentence puts on the flow of ``event``, in order.

    Args:
        scene: the sentence.
        event: the transfer told last.
        currency: of the worth that was told last, which a bare "1.4 million" goes on with.
        told: the sentence tells of a transfer itself, so that only what is set off behind it is looked at.
    """
    found: list[Number] = []
    for first, last in _stretches(scene, event, told=told):
        stretch = _Stretch(scene, event, first, last)
        if stretch.only_counts():
            found += stretch.numbers(currency)
        elif not told and any(t.tag_ in TENSED for t in stretch.tokens):
            break  # what follows goes on with that
    return found


def _stretches(scene: Scene, event: Event, *, told: bool) -> Iterator[tuple[int, int]]:
    cuts = [t.i for t in scene.tokens if t.text in _CUTS]
    bounds = [scene.sentence.first - 1, *cuts, scene.sentence.last]
    head = event.trigger.head.i
    for before, end in pairwise(bounds):
        if before + 1 < end and not (told and before < head):
            yield before + 1, end


class _Stretch:
    """A stretch of words between semicolons or dashes."""

    def __init__(self, scene: Scene, event: Event, first: int, last: int) -> None:
        self.scene, self.event, self.first, self.last = scene, event, first, last
        self.tokens = [t for t in scene.doc[first:last] if not t.is_space]
        ranges = ((p, scene.token_range(p.span)) for p in scene.periods if p.span is not None)
        self.times = [(p, r) for p, r in ranges if r is not None and first <= r[0] < last]
        self.dated = {i for _, r in self.times for i in range(*r)}
        self.tellers = self._tellers()

    def only_counts(self) -> bool:
        """Whether the stretch does nothing but put a number on what was told."""
        if any(t.lower_ in _DENYING or _compares(t) for t in self.tokens):
            return False
        aside = self.dated | self.tellers
        verbs = [t for t in self.tokens if t.pos_ in ("VERB", "AUX") and t.i not in aside]
        plain = all(verb_lemma(t) in _STANDING or _counts(t) or t.tag_ == "MD" for t in verbs)
        return plain and self._names_nothing_else() and self._is_about_number(verbs)

    def numbers(self, currency: str | None) -> list[Number]:
        """Its numbers, each with its time."""
        found = [m for a in self._amounts() if (m := self._mention(a, currency)) is not None]
        found = [m for m in found if not self._is_said_anew(m, found)]
        ahead = any({t.lemma_.lower(), t.lower_} & _AHEAD or _is_to(t) for t in self.tokens)
        return [self._number(m, found, ahead=ahead) for m in found]

    def _number(self, mention: QuantityMention, all_: list[QuantityMention], *, ahead: bool) -> Number:
        said = any(_counts(t) for t in self.tokens if t.pos_ == "VERB")
        period, at = (None, None) if said and not self._counts_after() else self._time_of(mention, all_)
        first, last = mention.first, mention.last
        if len(all_) == 1 and len(self.tokens) <= _LONGEST:
            words = [t.i for t in self.tokens if not t.is_punct]
            first, last = words[0], max(last, words[-1] + 1)
        elif at is not None and min(abs(at[0] - last), abs(first - at[1])) <= _CLOSE:
            first, last = min(first, at[0]), max(last, at[1])
        return Number(first, last, mention, period, ahead)

    def _is_said_anew(self, mention: QuantityMention, all_: list[QuantityMention]) -> bool:
        """Whether a number is given again in other units right behind: "four brigades, or 12,000 men"."""
        behind = next((m for m in all_ if m.first > mention.first), None)
        between = self.scene.doc[mention.last : behind.first] if behind is not None else []
        return [t.lower_ for t in between] == [",", "or"]

    def _counts_after(self) -> bool:
        """Whether the time stands behind the number, so that it is not that of the counting."""
        numbers = [t.i for t in self.tokens if t.like_num and t.i not in self.dated]
        return bool(numbers) and bool(self.times) and self.times[0][1][0] > numbers[0]

    def _time_of(
        self, mention: QuantityMention, all_: list[QuantityMention]
    ) -> tuple[Period | None, tuple[int, int] | None]:
        """The time of a number: the one before it where times lead, else the one behind it."""
        if not self.times:
            return None, None
        before = [t for t in self.times if t[1][1] <= mention.first]
        behind = [t for t in self.times if t[1][0] >= mention.last]
        leads = self.times[0][1][0] < all_[0].first
        between = any(mention.last <= q.first < behind[0][1][0] for q in all_) if behind else True
        if leads and before:
            return before[-1]
        return behind[0] if behind and not between else before[-1] if before else (None, None)

    def _amounts(self) -> Iterator[Amount]:
        offset = self.scene.doc[self.first].idx
        end = self.scene.doc[self.last - 1]
        text = self.scene.doc.text[offset : end.idx + len(end)]
        for amount in grammar(load()).find(text):
            yield amount._replace(start=amount.start + offset, end=amount.end + offset)

    def _mention(self, amount: Amount, currency: str | None) -> QuantityMention | None:
        """What was read there already, or a bare number; ``None`` where something else is counted."""
        covering = self.scene.doc.covering(amount.start, amount.end)
        if covering is None or any(i in self.dated for i in range(covering.start, covering.end)):
            return None
        first, last = covering.start, covering.end
        read = next((q for q in self.scene.quantities if q.first < last and first < q.last), None)
        if read is not None and read.what == "money":
            return read if read.quantity.unit == currency or currency is None else None
        if read is not None and read.what not in ("goods", "share", "group"):
            return None
        if (
            (amount.min is None and amount.max is None)
            or not self._is_bare(last)
            or self._is_age(first, last)
        ):
            return None
        if read is not None:
            return read
        money = currency is not None and max(amount.min or 0, amount.max or 0) >= _THOUSANDS
        text = self.scene.doc.text[amount.start : amount.end]
        shift = self.scene.sentence.offset
        span = Span(amount.start + shift, amount.end + shift)
        unit = currency if money else None
        quantity = Quantity(
            text=text, span=span, min=amount.min, max=amount.max, approx=amount.approx, unit=unit
        )
        return QuantityMention(quantity, first, last, None, "money" if money else "goods")

    def _is_bare(self, at: int) -> bool:
        """Whether nothing but a piece of what was told is counted by the number that ends at a token."""
        while at < self.last and (self.scene.doc[at].lower_ in _AGAIN or self.scene.doc[at].is_space):
            at += 1
        if at >= self.last:
            return True
        token = self.scene.doc[at]
        if token.lower_ == "of":
            return at + 1 < self.last and self.scene.doc[at + 1].lower_ in _POINTED
        if token.lower_ in _BEHIND:
            return (
                at + 1 in self.dated or at in self.dated or self.scene.doc[at + 1].lower_ in _PLACED | {"the"}
            )
        counted = noun_lemma(token) in _COUNTED
        return counted or token.is_punct or token.pos_ in ("AUX", "ADV", "CCONJ", "VERB", "SCONJ", "PART")

    def _is_age(self, first: int, last: int) -> bool:
        """Whether a number stands between commas behind who speaks: "the minister, 54, spoke"."""
        around = [t.text for t in (*self.scene.doc[first - 1 : first], *self.scene.doc[last : last + 1])]
        return around == [",", ","] and first - 2 in self.tellers

    def _names_nothing_else(self) -> bool:
        """Whether every noun and party is a time, a number, what it counts, or who gives it."""
        ends = {self.event.end(role) for role in ENDS}
        for token in self.tokens:
            actor = self.scene.actor_at.get(token.i)
            if token.i in self.dated or token.i in self.tellers or token.like_num or token.is_currency:
                continue
            if actor is not None and actor.kind not in ("outlet", "person"):
                names = token.dep_ in _NAMING and noun_lemma(token.head) in _FIGURES
                if not names and end_point(actor) not in ends:
                    return False
            elif actor is None and token.pos_ in ("NOUN", "PROPN") and not self._is_known(token):
                return False
        return True

    def _is_known(self, noun: Token) -> bool:
        lemma = noun_lemma(noun)
        if lemma in _FIGURES | _COUNTED | _PLACED | _TIMES:
            return True
        goods = self.scene.goods_at.get(noun.i)
        if goods is not None and not goods.civil:
            told = {g.goods.category for g in self.event.filled.goods}
            return goods.weak or goods.goods.category in told
        return any(q.first <= noun.i < q.last and q.what in ("money", "share") for q in self.scene.quantities)

    def _tellers(self) -> frozenset[int]:
        """Tokens of who gives a number: "Kyiv puts it at 40", "according to the ministry"."""
        found: set[int] = set()
        for token in self.tokens:
            told = token.dep_ in SUBJECTS and _counts(token.head)
            if told and token.lower_ not in _THEM and noun_lemma(token) not in _FIGURES | _COUNTED:
                found.update(t.i for t in token.subtree)
            if token.lower_ in ("according", "citing"):
                found.update(t.i for t in token.subtree)
        return frozenset(found)

    def _is_meant(self, noun: Token) -> bool:
        """Whether a noun for a number speaks of what was told: "the order", "Kyiv's estimate"."""
        if noun.tag_ == "NNS" and not self.times:
            return any(c.lower_ in DEFINITE for c in noun.lefts)
        return any(c.lower_ in DEFINITE | _ONE or c.i in self.scene.actor_at for c in noun.lefts)

    def _is_dated(self) -> bool:
        return bool(self.times) or any(noun_lemma(t) in _TIMES for t in self.tokens)

    def _is_about_number(self, verbs: list[Token]) -> bool:
        """Whether the words say that a number is given: by a verb, a noun, a pronoun with a time, "more"."""
        words = {t.lower_ for t in self.tokens}
        if any(noun_lemma(t) in _FIGURES and self._is_meant(t) for t in self.tokens if t.pos_ == "NOUN"):
            return True
        if any(_counts(t) and t.pos_ == "VERB" for t in verbs):
            return True
        again = bool(words & _MORE)
        if not any(t.tag_ in TENSED for t in verbs):
            return self._is_dated() or bool(self.tellers) or (again and bool(words & _PLACED))
        subjects = [t for t in self.tokens if t.dep_ in SUBJECTS]
        stand = all(t.lower_ in _THEM or t.like_num or self._is_known(t) for t in subjects)
        money = any(self.first <= q.first < self.last and q.what == "money" for q in self.scene.quantities)
        summed = not money and bool(words & _SUMMING)
        return stand and (self._is_dated() or bool(self.tellers) or again or summed)


def _counts(verb: Token) -> bool:
    """Whether somebody gives a number with a verb: "puts it at 40", "had made it 40"."""
    lemma = verb_lemma(verb)
    made = lemma in ("make", "have") and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("it", "that")
    return lemma in _COUNTING or lemma == "accord" or verb.lower_ == "according" or made


def _is_to(word: Token) -> bool:
    """Whether a word says that something lies ahead: the "to" of "is to rise"."""
    return word.lower_ == "to" and word.dep_ == "aux" and word.nbor(-1).lemma_ == "be"


def _compares(word: Token) -> bool:
    """Whether a number is only measured against another: "more than in 2022", not "more than 40"."""
    return word.lower_ == "than" and not word.nbor().like_num and not word.nbor().is_currency


_THOUSANDS = 1000.0

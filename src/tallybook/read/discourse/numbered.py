"""Which words only put another number on what was told: "In March he had spoken of 7,000"?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tallybook.model import Period, Quantity, Span
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.lemmas import is_passive, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.clauses.striking import STRIKING
from tallybook.read.discourse.stretches import Stretch, counts_out, is_weight, lies_ahead
from tallybook.read.mentions.amounts import Amount, grammar
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import TENSED, Token
from tallybook.vocabulary import load
from tallybook.vocabulary.wordlists import words_of

_COUNTED = words_of("what a further number counts")
_AHEAD = words_of("words of numbers to come")
_PARTING = frozenset({",", "and", "while", "but"})
_POINTED = frozenset({"them", "these", "those"})
_OPTIONS = frozenset({"option"})
_OF = frozenset({"of"})
_CUTS = frozenset({";", "—", "–"})
_AGAIN = frozenset({"more", "others", "pieces", "further", "additional", "other"})
_ON_WHAT = frozenset({"on", "for", "of", "to", "covers", "covering"})
_APART = frozenset({",", "(", "and", "plus", ";", "with"})
_OPTION = 9
"""Tokens that what an option is on may have."""

_PAST = frozenset({"VBD", "VBN"})
_FEW = 4
"""Words among which the verb of such a number stands."""

_LONGEST = 16
"""Tokens of a stretch that is quoted as a whole, at most."""


class Number(NamedTuple):
    """A number that is put on what was told: the tokens that say so, the amount, its time."""

    first: int
    last: int
    quantity: QuantityMention
    period: Period | None
    ahead: bool
    """Whether it counts what is still to come."""
    struck: bool = False
    """Whether it counts what has been fired."""
    dealt: bool = False
    """Whether it is what a deal is worth or for."""


def further_numbers(scene: Scene, event: Event, currency: str | None, *, told: bool) -> list[Number]:
    """The further numbers that a sentence puts on the flow of ``event``, in order.

    Args:
        scene: the sentence.
        event: the transfer told last.
        currency: of the worth that was told last, which a bare "1.4 million" goes on with.
        told: the sentence tells of a transfer itself, so that only what is set off behind it is looked at.
    """
    found: list[Number] = []
    if scene.sentence.kind == "heading":
        return found  # a place with the time of day
    for first, last in _stretches(scene, event, told=told):
        stretch = Numbered(scene, event, first, last)
        if stretch.only_counts():
            found += stretch.numbers(currency)
        elif not told and any(t.tag_ in TENSED for t in stretch.tokens):
            break  # what follows goes on with that
    return found


def optional_numbers(scene: Scene, event: Event) -> list[Number]:
    """How many more than were ordered there is an option on: "an option of four more", "four on option"."""
    found: list[Number] = []
    for token in scene.among(_OPTIONS):
        first = _option_from(token, scene)
        if first is None:
            continue
        first, last = max(first, _behind(event, scene, token.i)), token.i + 1
        while last < min(token.i + _OPTION, scene.sentence.last) and not scene.doc[last].is_punct:
            last += 1
        numbers = Numbered(scene, event, first, last).numbers(None)
        found += [n._replace(ahead=True) for n in numbers[-1:]]
    return found


def struck_numbers(scene: Scene, event: Event) -> list[Number]:
    """How many of what was told of have been fired: "around 50 of those had hit the city by March"."""
    found: list[Number] = []
    for of in scene.among(_OF):
        if of.lower_ != "of" or of.i + 1 >= scene.sentence.last or of.nbor().lower_ not in _POINTED:
            continue
        near = scene.doc[of.i + 2 : min(of.i + 2 + _FEW, scene.sentence.last)]
        verb = next((t for t in near if t.pos_ == "VERB"), None)
        if verb is None or not _strikes(verb):
            continue
        times = ((p, scene.token_range(p.span)) for p in scene.periods if p.span is not None)
        period = next((p for p, r in times if r is not None and r[0] > verb.i), None)
        numbers = Numbered(scene, event, scene.sentence.first, of.i + 2).numbers(None)
        behind = next((t.i for t in scene.doc[verb.i : scene.sentence.last] if t.is_punct), verb.i + 1)
        found += [m._replace(last=behind, period=period, struck=True) for m in numbers[-1:]]
    return found


def _strikes(verb: Token) -> bool:
    """Whether arms have struck, and were not struck themselves."""
    struck_at = is_passive(verb) or verb.nbor(-1).lemma_ == "be"
    return verb_lemma(verb) in STRIKING and verb.tag_ in _PAST and not struck_at


def _option_from(option: Token, scene: Scene) -> int | None:
    """Where the words for an option begin; ``None`` where it is only one of several ways."""
    if noun_lemma(option) != "option" or option.i + 1 >= scene.sentence.last:
        return None
    if option.nbor().lower_ in _ON_WHAT:
        return option.i
    before = [t.lower_ for t in scene.doc[max(scene.sentence.first, option.i - 2) : option.i]]
    if not before or not ({"on", "as"} & set(before)):
        return None
    first = option.i
    while first > scene.sentence.first and scene.doc[first - 1].lower_ not in _APART:
        first -= 1
    return first


def _behind(event: Event, scene: Scene, at: int) -> int:
    """The first token that may belong to an option: behind the word of transfer before it."""
    head = event.trigger.head
    return head.i + 1 if head.doc is scene.doc and head.i < at else scene.sentence.first


def _stretches(scene: Scene, event: Event, *, told: bool) -> Iterator[tuple[int, int]]:
    cuts = [t.i for t in scene.tokens if t.text in _CUTS]
    bounds = [scene.sentence.first - 1, *cuts, scene.sentence.last]
    head = event.trigger.head.i
    for before, end in pairwise(bounds):
        if before + 1 < end and not (told and before < head):
            yield before + 1, end


class Numbered(Stretch):
    """A stretch that does nothing but count, with its numbers."""

    def numbers(self, currency: str | None) -> list[Number]:
        """Its numbers, each with its time."""
        currency = self._currency() or currency
        found = [m for a in self._amounts() if (m := self._mention(a, currency)) is not None]
        ahead = any({t.lemma_.lower(), t.lower_} & _AHEAD or lies_ahead(t) for t in self.tokens)
        return [self._number(m, found, ahead=ahead) for m in found]

    def _currency(self) -> str | None:
        """In which money the stretch tells a price, with which a bare "360 million" behind it goes on."""
        if not any(self.is_whole(t) or (t.pos_ == "VERB" and self.sets_figure(t)) for t in self.tokens):
            return None
        read = (q for q in self.scene.quantities if self.first <= q.first < self.last)
        return next((q.quantity.unit for q in read if q.what == "money"), None)

    def _number(self, mention: QuantityMention, all_: list[QuantityMention], *, ahead: bool) -> Number:
        said = any(counts_out(t) for t in self.tokens if t.pos_ == "VERB")
        period = None if said else self._time_of(mention, all_)
        first, last = self._words_of(mention) if len(all_) > 1 else (self.first, self.last)
        if last - first > _LONGEST:
            first, last = mention.first, mention.last
        while first < mention.first and self.scene.doc[first].is_punct:
            first += 1
        while last > mention.last and self.scene.doc[last - 1].is_punct:
            last -= 1
        return Number(first, last, mention, period, ahead)

    def _words_of(self, mention: QuantityMention) -> tuple[int, int]:
        """The words around one of several numbers, up to a comma or "and" on both sides."""
        first, last = mention.first, mention.last
        while first > self.first and not self._parts_before(first):
            first -= 1
        while last < self.last and self.scene.doc[last].lower_ not in _PARTING:
            last += 1
        return first, last

    def _parts_before(self, at: int) -> bool:
        """Whether a token opens words of its own: not "or $30m", which gives a sum again."""
        return self.scene.doc[at - 1].lower_ in _PARTING and self.scene.doc[at].lower_ != "or"

    def _time_of(self, mention: QuantityMention, all_: list[QuantityMention]) -> Period | None:
        """The time of a number: the one before it where times lead, else the one behind it."""
        before = [p for p, r in self.times if r[1] <= mention.first]
        behind = [(p, r) for p, r in self.times if r[0] >= mention.last]
        leads = bool(self.times) and self.times[0][1][0] < all_[0].first
        between = any(mention.last <= q.first < r[0] for q in all_ for _, r in behind[:1])
        if behind and not between and not (leads and before):
            return behind[0][0]
        return before[-1] if before else None

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
        if covering.start in self.tellers:
            return None  # "two others said"
        first, last = covering.start, covering.end
        read = next((q for q in self.scene.quantities if q.first < last and first < q.last), None)
        if read is not None and read.what == "money":
            return read if currency is None or read.quantity.unit == currency or self._currency() else None
        if read is not None and (is_weight(read) or self._counts_goods(read)):
            return read
        if read is not None and read.what not in ("goods", "share", "group"):
            return None
        if (amount.min is None and amount.max is None) or not self._is_bare(last):
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

    def _counts_goods(self, read: QuantityMention) -> bool:
        return read.what == "goods" and read.head is not None and self.counts_goods(read.head)

    def _is_bare(self, at: int) -> bool:
        """Whether nothing but a piece of what was told is counted by the number that ends at a token."""
        while at < self.last and (self.scene.doc[at].lower_ in _AGAIN or self.scene.doc[at].is_space):
            at += 1
        if at >= self.last:
            return True
        token = self.scene.doc[at]
        if token.lower_ == "of":
            return at + 1 < self.last and self.scene.doc[at + 1].lower_ in _POINTED
        counted = noun_lemma(token) in _COUNTED
        return counted or token.is_punct or token.pos_ in ("AUX", "ADV", "CCONJ", "VERB", "SCONJ", "PART")


_THOUSANDS = 1000.0

"""Which numbers go on with a transfer that has just been told: "and several more on Tuesday"?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tallybook.model import Stage
from tallybook.read.actors import ActorMention
from tallybook.read.events import Event
from tallybook.read.parties import Parties
from tallybook.read.quantities import QuantityMention
from tallybook.read.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_MORE = frozenset({"several", "others", "more", "another", "some", "dozens", "many", "few", "two", "three", "four", "one"})

REACH = 7
"""How many tokens may lie between the number and its date."""


def find_continuations(scene: Scene, event: Event) -> Iterator[tuple[int, int, QuantityMention | None]]:
    """Token ranges of numbers without a word of transfer that have a date of their own, with their quantity."""
    if event.trigger.word.stage not in (Stage.USED, Stage.SHIPPED, Stage.DELIVERED, Stage.RECEIVED):
        return
    taken = {event.trigger.head.i} if event.trigger.head.doc is scene.doc else set()
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is None:
            continue
        number = _number_beside(scene, tokens, taken)
        if number is not None:
            first, last = min(number.i, tokens[0]), max(number.i + 1, tokens[1])
            quantity = next((q for q in scene.quantities if q.first <= number.i < q.last), None)
            yield (min(first, quantity.first) if quantity else first), last, quantity


def find_shares(scene: Scene, parties: Parties) -> Iterator[tuple[QuantityMention, ActorMention]]:
    """Amounts directly followed by "from" and a party, where there are two or more of them."""
    found = []
    for quantity in scene.quantities:
        for step in range(3):
            at = quantity.last + step
            if at + 1 >= scene.sentence.last or scene.doc[at].pos_ in ("VERB", "PUNCT"):
                break
            if scene.doc[at].lower_ != "from":
                continue
            near = [a for a in scene.actors if at < a.first <= at + 4 and a.kind != "outlet"]
            if near:
                found.append((quantity, near[0]))
            break
    if len(found) > 1:
        yield from found


def _number_beside(scene: Scene, period: tuple[int, int], taken: set[int]) -> Token | None:
    """A bare number or quantifier near a period, in a clause without a verb of its own but "be"."""
    ordinal = {"fourth", "fifth", "sixth", "second", "third", "last", "rest"}
    window = [t for t in scene.tokens if period[0] - REACH <= t.i < period[0] or period[1] <= t.i < period[1] + 4]
    for token in reversed(window):
        if token.lower_ not in _MORE | ordinal or not _bare(token):
            continue
        low, high = sorted((token.i, period[0]))
        between = scene.doc[low + 1 : high]
        if token.i > period[0]:
            between = scene.doc[period[1] : token.i]
            if not any(t.lemma_ == "be" for t in between):
                continue
        if any(t.dep_ == "cc" for t in between):
            continue
        if any(t.pos_ == "VERB" or t.text == ";" or t.i in taken for t in between):
            continue
        if _governed(token, taken):
            continue
        return token
    return None


def _bare(token: Token) -> bool:
    """Whether the number counts a noun that is left out."""
    head = token.head
    return not (token.dep_ in ("nummod", "amod", "det", "quantmod", "advmod") and head.pos_ in ("NOUN", "PROPN", "NUM") and head.i > token.i)


def _governed(token: Token, taken: set[int]) -> bool:
    """Whether a verb other than "be" has the number as its own subject or object."""
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.pos_ == "VERB":
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "of"

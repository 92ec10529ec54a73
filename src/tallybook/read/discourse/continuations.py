"""Which numbers go on with a transfer that has just been told: "and several more on Tuesday"?"""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.model import Stage
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.actors import ActorMention
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary.wordlists import words_of

_MORE = words_of("numbers that go on")

_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
_COUNTING = _MORE | _ORDINALS | {"rest"}
_OUT_OF = frozenset({"from", "out"})

REACH = 7
"""How many tokens may lie between the number and its date."""


def carries_on(event: Event) -> bool:
    """Whether what follows can go on with an event: both ends known, or what one has got from several."""
    known = event.supplier is not None or event.trigger.frame.name in ("get", "ordered")
    if event.trigger.frame.name == "seize":
        return event.supplier is not None or event.recipient is not None  # one end is often all that is told
    return known and event.recipient is not None and event.trigger.frame.name != "swap"


def find_continuations(scene: Scene, event: Event) -> Iterator[tuple[int, int, QuantityMention | None]]:
    """Token ranges of numbers that have a date of their own and no word of transfer, with their quantity."""
    if event.trigger.word.stage not in (Stage.USED, Stage.SHIPPED, Stage.DELIVERED, Stage.RECEIVED):
        return
    taken = {event.trigger.head.i} if event.trigger.head.doc is scene.doc else set()
    for period in scene.periods:
        tokens = scene.token_range(period.span) if period.span is not None else None
        if tokens is None:
            continue
        number = _number_beside(scene, tokens, taken)
        if number is not None and not _tells_else(number) and number.nbor().lower_ != "than":
            first, last = min(number.i, tokens[0]), max(number.i + 1, tokens[1])
            quantity = next((q for q in scene.quantities if q.first <= number.i < q.last), None)
            yield (min(first, quantity.first) if quantity else first), last, quantity


def _tells_else(number: Token) -> bool:
    """Whether a number is the subject of a verb of its own: "and the two have been friends for decades"."""
    if {number.lower_, number.nbor().lower_} & {"more", "others", "another"}:
        return False
    if number.dep_ == "attr" and number.lower_ in _ORDINALS:
        return True  # "the delivery is the second this year"
    token = number if number.dep_ in ("nsubj", "nsubjpass") else number.head
    return (
        token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in ("VERB", "AUX") and token.i < token.head.i
    )


Share = tuple[int, QuantityMention | None, list[GoodsMention], ActorMention]
"""First token, amount, goods and giver of a share."""


def find_shares(scene: Scene, event: Event) -> Iterator[Share]:
    """Amounts or goods directly followed by "from" and a party, beside the giver of the event itself.

    A single one counts only after "and" or "as well as" ("two from Sylvania, as well as one from Ruritania").
    """
    found: list[Share] = []
    joined = False
    for quantity in scene.quantities:
        giver = _from_after(scene, quantity.last)
        if giver is not None:
            found.append(
                (
                    quantity.first,
                    quantity,
                    [g for g in event.filled.goods if g.first < giver.first and quantity.first <= g.first],
                    giver,
                )
            )
            joined = joined or any(
                t.dep_ == "cc" or t.lower_ == "as"
                for t in scene.doc[max(0, quantity.first - 3) : quantity.first]
            )
    taken = {giver.first for *_, giver in found}
    for goods in scene.goods:
        giver = _from_after(scene, goods.last)
        if giver is not None and giver.first not in taken and not goods.weak:
            found.append((goods.first, None, [goods], giver))
            taken.add(giver.first)
    for token in scene.tokens:
        giver = _from_after(scene, token.i + 1) if token.pos_ == "NUM" else None
        if giver is not None and giver.first not in taken and scene.doc[token.i + 1].lower_ in _OUT_OF:
            found.append((token.i, None, [], giver))
            joined = joined or any(
                t.dep_ == "cc" or t.lower_ == "as" for t in scene.doc[max(0, token.i - 3) : token.i]
            )
    if len(found) > 1 or joined:
        yield from found


def _from_after(scene: Scene, at: int) -> ActorMention | None:
    """The party of a "from" or an "out of" that follows at most two words after ``at``."""
    for index in range(at, min(at + 3, scene.sentence.last - 1)):
        token = scene.doc[index]
        if token.lower_ == "from" or (token.lower_ == "of" and token.nbor(-1).lower_ == "out"):
            near = [a for a in scene.actors if index < a.first <= index + 4 and a.kind != "outlet"]
            aside = near and any(t.pos_ == "ADP" for t in scene.doc[index + 1 : near[0].first])
            return near[0] if near and not aside else None
        if token.pos_ in ("VERB", "PUNCT", "CCONJ"):
            return None
    return None


def _number_beside(scene: Scene, period: tuple[int, int], taken: set[int]) -> Token | None:
    """A bare number or quantifier near a period, in a clause without a verb of its own but "be"."""
    window = [
        t for t in scene.tokens if period[0] - REACH <= t.i < period[0] or period[1] <= t.i < period[1] + 4
    ]
    for token in reversed(window):
        if token.lower_ not in _COUNTING or not _bare(token) or _known_number(token) or _is_share(token):
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
        if _governed(token):
            continue
        return token
    return None


def _is_share(token: Token) -> bool:
    """Whether an ordinal is a share, or one of no lot: "went up by a fifth", "his second this year"."""
    return token.lower_ in _ORDINALS and not any(c.lower_ in ("the", "its") for c in token.lefts)


def _known_number(token: Token) -> bool:
    """Whether a number stands for those named before: "the two have been friends for decades"."""
    return token.pos_ == "NUM" and any(c.lower_ in ("the", "these", "those") for c in token.lefts)


def _bare(token: Token) -> bool:
    """Whether the number counts a noun that is left out."""
    head = token.head
    return not (
        token.dep_ in ("nummod", "amod", "det", "quantmod", "advmod")
        and head.pos_ in ("NOUN", "PROPN", "NUM")
        and head.i > token.i
    )


def _governed(token: Token) -> bool:
    """Whether a verb other than "be" has the number as its own subject or object."""
    if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.pos_ == "VERB":
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "of"

"""What does a bare figure or a pronoun stand for: "36 of them", "three have arrived", "sold them"?

The words keep what the report says; unit, class and designation are those of what was counted before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from tallybook.model import Claim, Goods, Quantity
from tallybook.read.clauses.event import Event
from tallybook.read.clauses.scene import Scene
from tallybook.read.mentions.counted import unit_of_goods
from tallybook.read.mentions.goods import GoodsMention
from tallybook.read.mentions.quantities import QuantityMention
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

BACK = 5
"""How many sentences back a figure or pronoun may point."""

_DEALS = frozenset(
    {
        None,
        "contracts",
        "deals",
        "orders",
        "agreements",
        "licences",
        "permits",
        "types",
        "kinds",
        "packages",
        "countries",
        "tranches",
        "batches",
        "prototypes",
    }
)
"""Units in which deals are counted, never what "three of them" are."""

_SIZES = frozenset({"calibre", "calibres", "caliber", "calibers", "mm", "millimetres", "millimeters"})
"""Words for the size of ammunition, which count nothing."""

_LOTS = frozenset(
    {"shipment", "consignment", "package", "cargo", "load", "freight", "container", "arsenal", "aid"}
)

_PRONOUN = re.compile(r"\bof (them|these|those)$", re.I)


class Meant(NamedTuple):
    """What is meant: its unit, and the goods where they were named."""

    unit: str
    goods: GoodsMention | None


def without_lots(goods: Sequence[GoodsMention], scene: Scene) -> list[GoodsMention]:
    """The goods without the lot that they come in: "a cargo of some 1,800 bombs" are bombs."""
    named = [g for g in goods if not g.weak]
    lots = [g for g in goods if g.weak and scene.doc[g.head].lemma_.lower() in _LOTS]
    return [g for g in goods if g not in lots] if named else list(goods)


def without_uses(goods: Sequence[GoodsMention], event: Event, scene: Scene) -> list[GoodsMention]:
    """The goods without what they are for: "missiles for the S-300 system" are missiles; not in a swap."""
    if event.trigger.frame.name in _EXCHANGING:
        return list(goods)
    ends = {g.last for g in goods}
    return [g for g in goods if not _is_use(g, goods, ends, scene)] or list(goods)


def _is_use(one: GoodsMention, goods: Sequence[GoodsMention], ends: set[int], scene: Scene) -> bool:
    lead = scene.doc[one.head].head
    led = scene.doc[one.head].dep_ == "pobj" and lead.lower_ == "for" and lead.i < one.first
    if not led or lead.dep_ != "prep":
        return False
    return lead.i in ends or any(lead.head.i == g.head for g in goods if g is not one)


_EXCHANGING = frozenset({"swap", "barter", "pay", "payment", "exchange"})


def with_unit(
    quantity: Quantity,
    mention: QuantityMention,
    goods: Sequence[GoodsMention],
    scene: Scene,
    meant: Meant | None,
    vocabulary: Vocabulary,
) -> Quantity:
    """A quantity with the unit of what it counts, where it has no noun of its own."""
    if quantity.unit not in _NO_UNITS or mention.what not in ("goods", "other"):
        return quantity
    own = next((g for g in goods if not g.weak and not _set_apart(mention, g, scene)), None)
    if own is not None:
        unit = unit_of_goods(scene.doc, own.head, own.goods.designation, vocabulary)
        return msgspec.structs.replace(quantity, unit=unit)
    return msgspec.structs.replace(quantity, unit=meant.unit) if meant is not None else quantity


_NO_UNITS = (None, "ones", "others")
"""Units that say nothing of what is counted: "24 used ones", "nine others"."""


def _set_apart(mention: QuantityMention, goods: GoodsMention, scene: Scene) -> bool:
    """Whether goods stand beside what the figure counts: "ordered half a dozen, along with trainers"."""
    between = scene.doc[mention.last : max(mention.last, goods.first)]
    return any(t.lower_ in (",", "and", "plus", "along", "besides") for t in between)


def is_not_even_one(quantity: Quantity | None, *, negated: bool) -> bool:
    """Whether a figure only says that it is none at all: "did not send a single rifle"."""
    if quantity is None or not negated:
        return False
    any_one = quantity.unit in _LARGE and _ARTICLE.match(quantity.text) is not None
    return quantity.min == quantity.max == 1 and (any_one or _SINGLE.search(quantity.text) is not None)


_SINGLE = re.compile(r"\b(?:single|sole|solitary|even one)\b", re.I)
_ARTICLE = re.compile(r"an? (?!(?:second|third|fourth|fifth|sixth|further|last)\b)", re.I)
_LARGE = words_of("units of large arms")


def counted_before(quantity: QuantityMention | None, claims: Sequence[Claim]) -> bool:
    """Whether a claim before has this very figure."""
    spans = [c.quantity.span for c in claims if c.quantity is not None]
    return quantity is not None and quantity.quantity.span in spans


def pointed_at(
    event: Event, mention: QuantityMention | None, scene: Scene, meant: Meant | None
) -> Goods | None:
    """The goods that a pronoun stands for, under its own words: "bought 36 of them", "sold them"."""
    token = _pronoun(event, mention, scene)
    if meant is None or meant.goods is None:
        return None
    named = meant.goods.goods
    if token is None:
        return _by_figure(named, mention)
    return msgspec.structs.replace(named, text=token.text, span=scene.span(token.i, token.i + 1))


def _by_figure(named: Goods, mention: QuantityMention | None) -> Goods | None:
    """Goods that only a figure stands for: "three have come", "440 more followed"."""
    counted = mention.quantity if mention is not None else None
    if counted is None or counted.unit is not None or mention is None or mention.what not in _COUNTING:
        return None
    if counted.min is None or counted.min != counted.max:
        return None  # "several", "one at least"
    return msgspec.structs.replace(named, text=counted.text, span=counted.span)


_COUNTING = ("goods", "other")


def meant_before(at: int, scene: Scene, scenes: Sequence[Scene], vocabulary: Vocabulary) -> Meant | None:
    """What was counted or named last before token ``at``: in its sentence, else in those before it."""
    for here, stop in _back_from(at, scene, scenes):
        counted = [
            q
            for q in here.quantities
            if q.last <= stop and q.quantity.unit not in _DEALS and q.what in ("goods", "group") and q.head
        ]
        counted = [q for q in counted if q.quantity.unit not in _SIZES]
        goods = [g for g in here.goods if g.last <= stop and not g.weak and not g.civil and not g.modifier]
        goods = [g for g in goods if here.doc[g.head].lower_ not in _SIZES]
        if counted:
            last = counted[-1]
            beside = [g for g in goods if g.first <= last.last + 8]
            named = next((g for g in goods if g.first <= (last.head or 0) < g.last), None)
            return Meant(str(last.quantity.unit), named or (beside[-1] if beside else None))
        if goods:
            named = next((g for g in goods if here.doc[g.head].dep_ in ("nsubj", "nsubjpass")), goods[-1])
            return Meant(unit_of_goods(here.doc, named.head, named.goods.designation, vocabulary), named)
    return None


def _back_from(at: int, scene: Scene, scenes: Sequence[Scene]) -> Iterator[tuple[Scene, int]]:
    yield scene, at
    for before in reversed(scenes[max(0, scene.number - BACK) : scene.number]):
        yield before, before.sentence.last


def _pronoun(event: Event, mention: QuantityMention | None, scene: Scene) -> Token | None:
    """The pronoun behind a figure, or the one that is the object of the word of transfer."""
    if mention is not None and _PRONOUN.search(mention.quantity.text):
        return scene.doc[mention.last - 1]
    token = event.filled.anaphor
    if token is None or token.doc is not scene.doc:
        return None
    if mention is None and token.dep_ == "dobj" and token.lower_ in ("it", "them", "these", "those"):
        return token
    return token if token.lower_ in _UNITS else None


_UNITS = frozenset({"squadron", "squadrons", "battery", "batteries", "regiment", "regiments"})
"""Nouns for a number of arms, which a report says instead of them: "three squadrons have come"."""

"""Which of several figures beside one another count: not the whole of a part, not the sum in other money?"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import msgspec

from tallybook.model import Quantity
from tallybook.read.text.tree import Doc

What = Literal["goods", "container", "group", "measure", "money", "share", "capacity", "rate", "other"]


class QuantityMention(NamedTuple):
    """A quantity where it stands.

    Attributes:
        quantity: with its words, bounds and unit; spans in the report's characters.
        first, last: tokens of its words, ``last`` exclusive.
        head: token of the counted noun, ``None`` where no noun stands with it ("several on Tuesday").
        what: what sort of amount it is. ``capacity`` ("could hold 3 million") and ``other`` (countries,
            people at a meeting) are no amounts of goods.
        contents: token of the goods in a container ("containers of munitions").
    """

    quantity: Quantity
    first: int
    last: int
    head: int | None
    what: What
    contents: int | None = None


def those_that_count(doc: Doc, found: list[QuantityMention]) -> tuple[QuantityMention, ...]:
    """The figures that count, in their order, alternatives marked."""
    found = _without_asides(doc, _without_lots(doc, _without_wholes(doc, found)))
    return _with_alternatives(doc, found)


def _without_wholes(doc: Doc, found: list[QuantityMention]) -> list[QuantityMention]:
    """Leave out the six of "two of the six fighters", "the first of six": what is moved is a part."""
    kept: list[QuantityMention] = []
    for mention in found:
        before = doc.text[max(0, doc[mention.first].idx - 40) : doc[mention.first].idx]
        part = kept and kept[-1].last >= mention.last and kept[-1].first < mention.first
        if not (part and _OF_WHOLE.search(before)) and not (
            mention.what != "money" and _PART_OF.search(before)
        ):
            kept.append(mention)
    return kept


_OF_WHOLE = re.compile(r"\bof (?:(?:the|its|their|his|these|those|some|about|all) ){0,2}$", re.I)
_NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_PART = (
    f"{_NTH}|last|latest|next|final|rest|remainder|most|part|some|none|half|thirds?|quarters?|majority|bulk"
)
_PART_OF = re.compile(rf"\b(?:{_PART}) of (?:(?:the|its|their|these|those) )?$", re.I)


def _without_lots(doc: Doc, found: list[QuantityMention]) -> list[QuantityMention]:
    """Leave out the one batch of "a first batch of six jets": the six are what moves."""
    kept: list[QuantityMention] = []
    for mention in found:
        lot = kept[-1] if kept else None
        if lot is not None and lot.what == "group" and lot.quantity.min == lot.quantity.max == 1:
            between = doc.stretch(lot.last, mention.first).text.strip().lower()
            holds = _HOLDING.fullmatch(between) or (lot.quantity.unit in _DEALS and between == "for")
            counts = mention.what in _MOVED and mention.quantity.figure is not None
            if holds and counts:
                kept.pop()
            elif counts and _is_apposed(doc, lot, mention):
                kept[-1] = lot._replace(quantity=mention.quantity, what="goods")
                continue
        kept.append(mention)
    return kept


_HOLDING = re.compile(
    r",? ?(?:(?:made up|consisting) )?(?:of(?: the)?|with|containing|comprising|numbering|covering)"
)
_MOVED = frozenset({"goods", "group", "container", "measure"})
_DEALS = frozenset({"contracts", "deals", "orders", "agreements"})


def _is_apposed(doc: Doc, lot: QuantityMention, mention: QuantityMention) -> bool:
    """Whether a figure set off behind a lot is how many it has: "a new lot of drones, four this time"."""
    head = doc[mention.head if mention.head is not None else mention.first]
    between = doc[lot.last : mention.first]
    set_off = not between or between[-1].text in (",", "–", "—", "(")
    if not set_off or any(t.pos_ == "VERB" for t in between):
        return False
    behind = doc.text[doc[mention.last - 1].idx + len(doc[mention.last - 1]) :]
    return head.dep_ in _BESIDE and _CLOSING.match(behind) is not None and head.sent.start <= doc[lot.first].i


_BESIDE = frozenset({"appos", "npadvmod", "prep", "dep", "attr"})
_CLOSING = re.compile(
    r"(?: (?:this time|in all|in total|altogether|in number))?(?:[.;)–—]|,(?! (?:and |or )?\d)|$)"
)


_ASIDES = frozenset({"(", "(about", "(or", "or", "(some", "(around", "(roughly", "(nearly", ",", ", or", "/"})
_COMMON = frozenset({"USD", "EUR"})
"""The money in which sums of several reports compare."""


def _without_asides(doc: Doc, found: list[QuantityMention]) -> list[QuantityMention]:
    """Of a sum told in two kinds of money, "800 million euros ($908 million)", keep one.

    The first; but dollars or euros rather than other money.
    """
    kept: list[QuantityMention] = []
    for mention in found:
        before = kept[-1] if kept and mention.what == kept[-1].what == "money" else None
        if before is not None and before.quantity.unit != mention.quantity.unit:
            between = doc.stretch(before.last, mention.first).text.strip().lower()
            if between in _ASIDES:
                if before.quantity.unit in _COMMON or mention.quantity.unit not in _COMMON:
                    continue
                kept.pop()
        kept.append(mention)
    return kept


def _with_alternatives(doc: Doc, found: list[QuantityMention]) -> tuple[QuantityMention, ...]:
    """Mark "3 million of A or 500,000 of B": two readings of one load, not to be added up."""
    marked = set()
    for n in range(1, len(found)):
        before, after = found[n - 1], found[n]
        between = doc.stretch(before.last, after.first).text
        if (
            len(between) < 70
            and re.search(r"\bor(?: about| some| else)?\s*$", between)
            and not re.search(r"[.;]", between)
        ):
            marked |= {n - 1, n}
    return tuple(
        mention._replace(quantity=msgspec.structs.replace(mention.quantity, alternative=True))
        if n in marked
        else mention
        for n, mention in enumerate(found)
    )

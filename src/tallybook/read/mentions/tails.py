"""Which words behind a goods noun belong to it: its calibre, its weight, its type, its class?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from tallybook.model import Span
from tallybook.read.mentions.company import Company
from tallybook.read.mentions.wares import LEFT_REACH, left_edge
from tallybook.read.text.tree import Doc

if TYPE_CHECKING:
    from tallybook.read.mentions.goods import GoodsMention

_KIND = "type|class|version|variant|model|family|series"
_NAME = r"[A-Z0-9][\w’'./-]*(?: [A-Z0-9][\w’'./-]*){0,2}"
_UNIT = "pounds?|lbs?|kg|kilograms?|kilos?|tonnes?|tons?|mm|millimet(?:re|er)s?|calib(?:re|er)"
_TAIL = re.compile(
    rf",? (?:of|in) (?:"
    rf"(?:the )?(?:{_KIND}) {_NAME}"
    rf"|(?:the |this |that )?(?:{_NAME}|[\w-]+) (?:{_KIND})\b"
    rf"|[\d,.]+(?: to [\d,.]+)?[ -]?(?:{_UNIT})\b"
    rf"|(?:[\w.-]+ ){{0,4}}(?:calibers?|calibres?|standard)\b"
    rf"|(?:short|medium|long|longer|shorter|great|greater|unknown) range\b"
    rf")"
)


def with_tails(doc: Doc, offset: int, found: list[GoodsMention]) -> list[GoodsMention]:
    """The mentions with what belongs to their words; a type named in a tail gives its designation."""
    kept: list[GoodsMention] = []
    for mention in found:
        if kept and mention.first < kept[-1].last:
            kept[-1] = _of_type(kept[-1], mention)
            continue
        kept.append(_longer(doc, offset, mention))
    return kept


_PARTS = frozenset({"parts", "elements", "sections", "subassemblies"})


def with_parts(doc: Doc, offset: int, mention: GoodsMention, words: Company) -> GoodsMention:
    """Goods of which only parts are spoken of, with these: "Ruritanian-made parts of cruise missiles"."""
    at = mention.first - 2
    span = mention.goods.span
    if at < 0 or mention.weak or span is None or doc[at + 1].lower_ != "of" or doc[at].lower_ not in _PARTS:
        return mention
    first = left_edge(doc, at, max(0, at - LEFT_REACH), words)
    start, end = doc[first].idx, span.end - offset
    goods = msgspec.structs.replace(
        mention.goods, text=doc.text[start:end], span=Span(start + offset, end + offset), designation=None
    )
    return mention._replace(goods=goods, first=first, head=at)


def _longer(doc: Doc, offset: int, mention: GoodsMention) -> GoodsMention:
    text = doc.text
    match = _TAIL.match(text, doc[mention.last - 1].idx + len(doc[mention.last - 1]))
    if match is None:
        return mention
    start = doc[mention.first].idx
    end = match.start() + len(match[0].rstrip(".,"))
    span = doc.covering(start, end)
    if span is None or span.end <= mention.last:
        return mention
    words = text[start:end]
    goods = msgspec.structs.replace(mention.goods, text=words, span=Span(start + offset, end + offset))
    return mention._replace(goods=goods, last=span.end)


def _of_type(whole: GoodsMention, inner: GoodsMention) -> GoodsMention:
    """The mention with the designation and class of the type that its tail names."""
    if whole.goods.designation is not None or inner.goods.designation is None:
        return whole
    goods = msgspec.structs.replace(
        whole.goods,
        designation=inner.goods.designation,
        category=inner.goods.category if whole.weak else whole.goods.category,
        unroca=whole.goods.unroca or inner.goods.unroca,
        ml=whole.goods.ml or inner.goods.ml,
    )
    return whole._replace(goods=goods, weak=False)

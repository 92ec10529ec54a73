"""Which of the goods of one act were given and which were not: "gave radars, but no weapons"?"""

from __future__ import annotations

from dataclasses import replace

from tallybook.read.clauses.event import Event
from tallybook.read.text.tree import Doc

_NONE = frozenset({"no", "not"})
_BETWEEN = frozenset({"but", "though", "although", "yet", ","})


def by_polarity(event: Event) -> list[Event]:
    """The event, or two where a word of contrast parts goods that were given from goods that were not."""
    goods = sorted(event.filled.goods, key=lambda g: g.first)
    doc = event.trigger.head.doc
    at = next((n for n, g in enumerate(goods) if n and _opens_none(g.first, g.head, doc)), None)
    if at is None or _opens_none(goods[0].first, goods[0].head, doc):
        return [event]
    between = {t.lower_ for t in doc[goods[at - 1].last : goods[at].first]}
    if not between & _BETWEEN or goods[0].first < event.trigger.head.i:
        return [event]
    return [replace(event, filled=replace(event.filled, goods=part)) for part in (goods[:at], goods[at:])]


def _opens_none(first: int, head: int, doc: Doc) -> bool:
    """Whether "no" or "not" stands at the goods themselves."""
    before = doc[max(0, first - 2) : first]
    return any(t.lower_ in _NONE for t in before) or any(c.lower_ in _NONE for c in doc[head].lefts)

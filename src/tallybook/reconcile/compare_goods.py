"""How the goods of a transfer differ: an item dropped, other goods for one lot, or other words only.

"Munitions" and "ammunition" are one item; "military equipment" names none that a report could drop.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tallybook.model import Attribute, Category, Difference, DifferenceType, Goods, Span
from tallybook.reconcile.amounts import same_figure
from tallybook.reconcile.clashes import has_digit
from tallybook.reconcile.marks import kinds_of
from tallybook.reconcile.standing_words import has_words
from tallybook.reconcile.values import (
    LONGEST,
    Said,
    attribute,
    by_report,
    clip,
    distinct,
    omission,
    values_of,
    wording,
)

_AMMUNITION = frozenset({"ammunition", "shells", "cartridges", "rockets", "artillery"})
_NO_ITEM = frozenset({"arms", "help", "container", "material"})

Item = tuple[str, str]


def compare_goods(members: Sequence[Said]) -> list[Attribute]:
    """The goods side by side."""
    differences = [*_dropped(members), *_other_goods(members), *wording(members, _goods, "other words")]
    found = attribute("goods", values_of(members, _goods), differences)
    return [found] if found else []


def _goods(said: Said) -> tuple[str | None, str | None]:
    goods = said.claim.goods
    if not goods:
        return None, None
    value = "; ".join(dict.fromkeys(f"{g.text} ({g.designation})" if _adds(g) else g.text for g in goods))
    return value, _words(said)


def _adds(goods: Goods) -> bool:
    return bool(goods.designation) and (goods.designation or "").casefold() not in goods.text.casefold()


def _words(said: Said) -> str:
    """The words from the first to the last of the goods, if that is short enough to show."""
    spans = [g.span for g in said.claim.goods if g.span]
    if spans:
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        if whole.length <= LONGEST:
            return whole.of(said.report.text)
    return said.claim.goods[0].text


def items_of(goods: Goods) -> frozenset[Item]:
    """The items that words for goods name, each as category and plain kind."""
    kinds = kinds_of(goods.text) - _NO_ITEM
    if kinds & _AMMUNITION > {"artillery"}:
        kinds -= {"artillery"}  # "artillery shells" are shells
    if goods.category is Category.SMALL_ARMS:
        kinds = (
            frozenset({"cartridges"})
            if kinds & {"ammunition", "shells", "cartridges"}
            else frozenset({"arms"})
        )
        return frozenset((goods.category.value, kind) for kind in kinds)
    if goods.category in (Category.UNSPECIFIED, Category.OTHER):
        return frozenset(("", kind) for kind in kinds)
    if not kinds:
        return frozenset({(goods.category.value, "")})
    return frozenset(("" if kind in _AMMUNITION else goods.category.value, kind) for kind in kinds)


def _dropped(members: Sequence[Said]) -> list[Difference]:
    reports = by_report(members)
    items = {
        name: {item for said in told for g in _named(said) for item in items_of(g)}
        for name, told in reports.items()
    }
    saying = {name for name, told in reports.items() if any(_named(s) for s in told)}
    found: list[Difference] = []
    for item in sorted(set().union(*items.values())):
        silent = [n for n in saying if not any(_covers(own, item) for own in items[n])]
        if silent and len(silent) < len(saying):
            words = _words_for(members, item)
            inside = [s for s in members if s.claim.report in saying]
            names = lambda said, item=item: _names(said, item)  # noqa: E731
            there = lambda _said, report, words=words: has_words(words, report)  # noqa: E731
            found.extend(omission(inside, names, f"“{clip(words)}”", there))
    return found[:3]


def _covers(own: Item, item: Item) -> bool:
    """Whether a report that names ``own`` has not dropped ``item``: the same, or a wider or narrower word."""
    if own == item or (own[0] and own[0] == item[0] and "" in (own[1], item[1])):
        return True
    return "ammunition" in (own[1], item[1]) and {own[1], item[1]} <= _AMMUNITION


def _names(said: Said, item: Item) -> bool:
    return any(_covers(own, item) for g in _named(said) for own in items_of(g))


def _named(said: Said) -> tuple[Goods, ...]:
    """The goods of a claim, unless they only point back ("the aircraft")."""
    return () if said.facts.definite or said.facts.pointing else said.claim.goods


def _words_for(members: Sequence[Said], item: Item) -> str:
    return next((g.text for s in members for g in s.claim.goods if item in items_of(g)), item[1] or item[0])


def _signature(said: Said) -> object:
    goods = frozenset(item for g in said.claim.goods for item in items_of(g))
    return said.facts.amounts[:1], goods


def _other_goods(members: Sequence[Said]) -> list[Difference]:
    """A contradiction where one figure is said of goods that have nothing in common."""
    for one, two in itertools.combinations(distinct(members, _signature), 2):
        a, b = one.facts, two.facts
        if one.claim.report == two.claim.report or not a.amounts or not b.amounts:
            continue
        if Category.UNSPECIFIED in a.goods | b.goods:
            continue  # "munitions and hardware" may hold whatever the other names
        near = same_figure(a.amounts[0], b.amounts[0]) or (a.amounts[0].low, a.amounts[0].high) == (
            b.amounts[0].low,
            b.amounts[0].high,
        )
        vague = any(not (x.exact or has_digit(x.text)) for x in (a.amounts[0], b.amounts[0]))
        if not near or vague or not a.amounts[0].telling:
            continue
        ones, twos = ({i for g in s.claim.goods for i in items_of(g)} for s in (one, two))
        if ones and twos and not any(_covers(i, j) for i in ones for j in twos):
            reason = f"one figure, of “{clip(_words(one))}” and of “{clip(_words(two))}”"
            kind = DifferenceType.CONTRADICTION
            return [Difference(type=kind, between=(one.claim.id, two.claim.id), reason=reason)]
    return []

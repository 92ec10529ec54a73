"""How the figures of a transfer differ: bound and rounding, unit, contradiction, or left out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tallybook.model import Attribute, Difference, DifferenceType, Quantity
from tallybook.reconcile.agreeing import goods_agree
from tallybook.reconcile.amounts import BARE, MONEY, Amounted, amount_of, counted, may_be_one
from tallybook.reconcile.clashes import counts_a_lot, summed
from tallybook.reconcile.standing_words import has_figure
from tallybook.reconcile.values import Said, attribute, clip, distinct, omission, values_of
from tallybook.reconcile.wording import touches

_SYNONYMS = frozenset({"people", "drones", "aircraft", "systems"})
"""Classes of units that count the same things under any of their names."""

_AMMUNITION = frozenset({"rounds", "rockets", "cartridges"})
"""Classes of units in which one load of ammunition may be counted."""


def compare_quantity(members: Sequence[Said]) -> list[Attribute]:
    """The figures side by side, then what they count."""
    told = [s for s in members if s.claim.quantity]
    if not told:
        return []
    whole = [s for s in told if not _has_part(s, told)]
    differences = [*_differing(whole), *_left_out(members, whole)]
    differences += [] if differences else _unnumbered(whole)
    units = _units(told)
    found = [
        attribute("quantity", values_of(members, _quantity), [*differences, *units]),
        attribute("unit", values_of(members, _unit), units),
    ]
    return [one for one in found if one]


def _quantity(said: Said) -> tuple[str | None, str | None]:
    quantity = said.claim.quantity
    if quantity is None:
        return None, None
    return worded(amount_of(quantity)) or quantity.text, quantity.text


def _figure(said: Said) -> Amounted:
    return amount_of(said.claim.quantity or Quantity(text=""))


def _unit(said: Said) -> tuple[str | None, str | None]:
    quantity = said.claim.quantity
    if quantity is None or not quantity.unit:
        return None, None
    word = next((w for w in reversed(quantity.text.split()) if w.strip(".,").isalpha()), None)
    return quantity.unit, word or quantity.text


def worded(amount: Amounted) -> str | None:
    """A figure in one fixed form: "more than 1,000 containers", "about 40", "200,000 to 999,999 shells"."""
    unit = f" {amount.unit}" if amount.unit else ""
    low, high = (None if n is None else f"{n:,.10g}" for n in (amount.low, amount.high))
    if low and low == high:
        return f"{'about ' if amount.approx else ''}{low}{unit}"
    if low and high:
        return f"{low} to {high}{unit}"
    if low:
        return f"{low}{unit} or more"
    return f"{high}{unit} or fewer" if high else None


def _comparable(one: Said, two: Said) -> bool:
    """Whether two figures are said of one lot: same unit class, and no other days or kinds of goods."""
    a, b = one.facts, two.facts
    if one.claim.report == two.claim.report or not a.amounts or not b.amounts:
        return False
    if counts_a_lot(a) != counts_a_lot(b):
        return False
    if a.amounts[0].family != b.amounts[0].family and not (_lots_alike(one, two) or _as_many(one, two)):
        return False
    if a.day_marks and b.day_marks and not set(a.day_marks) & set(b.day_marks):
        return False
    return a.period.meets(b.period) or not (a.narrow and b.narrow)


def _lots_alike(one: Said, two: Said) -> bool:
    """Whether other units may count one lot: rounds, cartridges; as many systems and launchers of a type."""
    a, b = one.facts.amounts[0], two.facts.amounts[0]
    like = {a.family, b.family} <= _AMMUNITION
    same = a.figure == b.figure and bool(one.facts.marks & two.facts.marks)
    same = same and not {a.family, b.family} & MONEY
    return (like or same) and bool(one.facts.goods & two.facts.goods)


def _as_many(one: Said, two: Said) -> bool:
    """Whether a rare figure counts one lot, whatever that is called: 40,000 rockets, 40,000 missiles."""
    a, b = one.facts.amounts[0], two.facts.amounts[0]
    rare = a.figure == b.figure and a.telling and not {a.family, b.family} & MONEY
    return rare and goods_agree(one.facts, two.facts)


def _differing(told: Sequence[Said]) -> list[Difference]:
    found: dict[DifferenceType, Difference] = {}
    for one, two in itertools.combinations(distinct(told, _signature), 2):
        a, b = counted(one.claim), counted(two.claim)
        if a.figure is None or b.figure is None or not _comparable(one, two):
            continue
        kind = _kind(a, b)
        if kind is None or summed(one.facts, two.facts):
            continue
        both = f"“{clip(a.text)}” and “{clip(b.text)}”"
        reasons = {
            DifferenceType.BOUND: f"{both}: one figure, but a bound or a rounding differs",
            DifferenceType.CONTRADICTION: f"{both}: no number fits both",
        }
        found.setdefault(
            kind, Difference(type=kind, between=(one.claim.id, two.claim.id), reason=reasons[kind])
        )
    return list(found.values())


def _has_part(whole: Said, told: Sequence[Said]) -> bool:
    """Whether the report goes on to count a part of it as this transfer: "six in all, three of them from"."""
    return any(
        part.claim.report == whole.claim.report
        and part.facts.start > whole.facts.start
        and touches("some-of-words", _figure(part).text)
        and (_figure(part).figure or 0) < (_figure(whole).figure or 0)
        for part in told
    )


def _unnumbered(told: Sequence[Said]) -> list[Difference]:
    """An amount in words in one report, a number in another: a bound, or other words for it."""
    words = next((s for s in told if _figure(s).figure is None and s.facts.amounts), None)
    number = next(
        (s for s in told if words and _figure(s).figure is not None and _comparable(words, s)), None
    )
    if words is None or number is None:
        return []
    bound = touches("bounding-words", _figure(words).text) is not None
    kind = DifferenceType.BOUND if bound else DifferenceType.WORDING
    reason = f"“{clip(_figure(words).text)}” in words, “{clip(_figure(number).text)}” in numbers"
    return [Difference(type=kind, between=(words.claim.id, number.claim.id), reason=reason)]


def _signature(said: Said) -> object:
    """What decides whether two figures differ: equal ones need no second look."""
    facts = said.facts
    return facts.amounts[:1], facts.period, facts.day_marks, facts.goods


def _kind(a: Amounted, b: Amounted) -> DifferenceType | None:
    same = (a.low, a.high, a.approx) == (b.low, b.high, b.approx)
    if same:
        return None
    comparable = a if a.family == b.family else Amounted(a.low, a.high, b.unit, b.family, a.approx, a.text)
    return DifferenceType.BOUND if may_be_one(comparable, b) else DifferenceType.CONTRADICTION


def _units(told: Sequence[Said]) -> list[Difference]:
    first_with: dict[tuple[str, str], Said] = {}
    for said in told:
        amount = said.facts.amounts[0] if said.facts.amounts else None
        if amount and amount.unit and amount.figure not in (None, 1):
            family = next((f for f, u in first_with if f == amount.family), None)
            like = next((k for k, s in first_with.items() if _lots_alike(s, said)), None)
            key = (family or (like[0] if like else amount.family), amount.unit)
            first_with.setdefault(key, said)
    found = []
    for (f1, u1), (f2, u2) in itertools.combinations(first_with, 2):
        one, two = first_with[(f1, u1)], first_with[(f2, u2)]
        own = {one.facts.amounts[0].family, two.facts.amounts[0].family}
        if f1 == f2 and u1 != u2 and not (len(own) == 1 and own <= _SYNONYMS) and BARE not in own:
            between = (one.claim.id, two.claim.id)
            reason = f"one count in {u1} and in {u2}"
            found.append(Difference(type=DifferenceType.UNIT, between=between, reason=reason))
    return found


def _left_out(members: Sequence[Said], told: Sequence[Said]) -> list[Difference]:
    """A figure that some reports of the transfer do not give, in any unit that may count the same."""
    seen: list[Said] = []
    for said in told:
        if not said.facts.amounts or any(_one_count(said, other) for other in seen):
            continue
        seen.append(said)
        text = said.claim.quantity.text if said.claim.quantity else ""
        gives = lambda other, said=said: _one_lot(said, other) or _one_count(said, other)  # noqa: E731
        found = omission(members, gives, f"a figure (“{clip(text)}”)", has_figure)
        if found:
            return found
    return []


def _one_lot(one: Said, two: Said) -> bool:
    """Whether the first counts one lot, and the second names the same: "the last batch", "the last jets"."""
    return one.facts.lot is not None and one.facts.lot == two.facts.lot and _figure(one).figure == 1


def _one_count(one: Said, two: Said) -> bool:
    """Whether the second gives a figure of what the first counts: in a like unit, or the very same number."""
    if not two.facts.amounts:
        return False
    figure = one.facts.amounts[0]
    families = {a.family for a in two.facts.amounts}
    same = figure.figure is not None and figure.figure in {a.figure for a in two.facts.amounts}
    return figure.family in families or _lots_alike(one, two) or (same and figure.family not in MONEY)

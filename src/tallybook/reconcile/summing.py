"""What the numbers of one sentence make together: "32 of the one model and eight of the other" are 40."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from tallybook.model import Claim
from tallybook.reconcile.amounts import MONEY, Amounted, counted
from tallybook.reconcile.facts import Facts
from tallybook.reconcile.wording import set_names, word_set
from tallybook.reconcile.words import fold

_NUMBER_SETS = "number "


def sum_within(claim: Claim) -> tuple[Amounted, ...]:
    """What the numbers before the goods of one claim make: "three of the one, one of the other" are four."""
    number = counted(claim) if claim.quantity else None
    if number is None or not number.exact or number.family in MONEY or len(claim.goods) < 2:
        return ()
    found = [n for goods in claim.goods if (n := _number_before(goods.text, claim.quote))]
    if len(found) < 2 or number.figure not in found:
        return ()
    total = float(sum(found))
    return (msgspec.structs.replace(number, low=total, high=total, text=" + ".join(map(str, found))),)


def _number_before(goods: str, quote: str) -> int | None:
    """The whole number before the words for goods, or with which they begin."""
    words = [fold(word) for word in (quote.partition(goods)[0].split()[-1:] + goods.split()[:1])]
    numbers = (int(word) if word.isdigit() else _small_numbers().get(word) for word in words)
    return next((number for number in numbers if number), None)


@lru_cache(maxsize=1)
def _small_numbers() -> dict[str, int]:
    return {
        word: int(name.removeprefix(_NUMBER_SETS))
        for name in set_names(_NUMBER_SETS)
        for word in word_set(name)
    }


def with_sums(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give claims that count one type in one sentence their sum, where the report tells it too."""
    return tuple(msgspec.structs.replace(f, sums=s) if (s := _sums(f, facts)) else f for f in facts)


def _sums(one: Facts, facts: Sequence[Facts]) -> tuple[Amounted, ...]:
    beside = [f for f in facts if f == one or _counts_with(one, f)]
    numbers = [number for f in beside if (number := _number(f))]
    if len(beside) < 2 or _number(one) is None:
        return ()
    total = sum(number.figure or 0 for number in numbers)
    others = [number for f in facts if f not in beside and f.flow == one.flow and (number := _number(f))]
    if not any(number.figure == total and number.family == numbers[0].family for number in others):
        return ()
    words = " + ".join(number.text for number in numbers)
    return (msgspec.structs.replace(numbers[0], low=total, high=total, text=words),)


def _counts_with(one: Facts, other: Facts) -> bool:
    """Whether both count one type in one sentence, in one unit."""
    beside = one.sentence == other.sentence and one.flow == other.flow and one.stage is other.stage
    a, b = _number(one), _number(other)
    counted = a is not None and b is not None and a.family == b.family and a.text != b.text
    typed = bool(one.marks & other.marks) and not (one.lent or other.lent)
    return beside and counted and typed and not (one.alternative or other.alternative)


def _number(facts: Facts) -> Amounted | None:
    """The number of things that the claim gives exactly."""
    return next((a for a in facts.amounts[:1] if a.exact and a.family not in MONEY), None)

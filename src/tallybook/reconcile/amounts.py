"""Which figures a claim gives, and whether two of them can be one.

Besides the claim's quantity, sums of money in its quote count: a contract is often known by its price.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from tallybook.model import Category, Claim, Quantity
from tallybook.reconcile.wording import set_names, touches, word_set

_SCALE = {
    "thousand": 1e3, "million": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_MONEY = re.compile(
    r"(?:(US\$|\$|USD|€|EUR|£|GBP)\s?(\d[\d,.]*)\s?(thousand|million|billion|trillion|mln|bln|bn|m)?(?!\w)"
    r"|(\d[\d,.]*)\s(thousand|million|billion|trillion|mln|bln|bn)?"
    r"\s?(dollars|US dollars|euros|pounds|USD|EUR))",
)
_CURRENCY = {
    "US$": "USD", "$": "USD", "USD": "USD", "dollars": "USD", "US dollars": "USD", "€": "EUR", "EUR": "EUR",
    "euros": "EUR", "£": "GBP", "GBP": "GBP", "pounds": "GBP",
}  # fmt: skip
_SOME_CURRENCY = "money"
"""Family of a price whose currency nobody names."""

_MILLION = 1e6
MONEY = frozenset((*_CURRENCY.values(), _SOME_CURRENCY))
"""Units of money."""
_TYPE_NAME = re.compile(r"\d")
_SHARE = "percent"
BARE = "?"
"""Family of a number without a unit of its own."""

_FAMILY_SETS = "unit-family-"
_ABOUT = 1.03
"""How far "about N" reaches beyond N: not as far as the next running total."""

_LARGE = 10_000
"""From here on a count is so telling that another kind of munitions beside it is another word for them."""

_PRICE = 0.2
"""Relative distance up to which two sums may be prices of one contract."""

_FAR = 2
"""How many times what "more than N" names it may be meant for, at most."""

_RATES = {("EUR", "USD"): (1.0, 1.25), ("GBP", "USD"): (1.15, 1.55), ("GBP", "EUR"): (1.08, 1.4)}
"""How many of the second were paid for one of the first, at least and at most."""

_ROUNDING = 0.02
"""Relative distance up to which a figure may be the other one rounded ("$374.9 million", "$375 million")."""


class Amounted(msgspec.Struct, frozen=True):
    """One figure: its bounds, its unit, and the class of units within which figures are compared."""

    low: float | None
    high: float | None
    unit: str | None
    family: str
    approx: bool
    text: str

    @property
    def figure(self) -> float | None:
        """The number that the words name."""
        return self.low if self.low is not None else self.high

    @property
    def exact(self) -> bool:
        """One number, without a bound and without "about"."""
        return self.low is not None and self.low == self.high and not self.approx

    @property
    def telling(self) -> bool:
        """Whether the figure is rare enough to know a thing again by it: a count of some size, or a share."""
        return self.figure is not None and (self.figure >= 5 or self.share)

    @property
    def vague(self) -> bool:
        """Whether it only gives an order of size: "hundreds"."""
        return not self.exact and touches("vague-counts", self.text) is not None

    @property
    def share(self) -> bool:
        """Whether it is so much of a hundred."""
        return self.family.startswith(_SHARE)


def unit_family(unit: str | None) -> str:
    """The class of units that may count the same things: containers and boxes, rounds and shells.

    A number of "machines", or of a type by its name, is a bare number: what it counts, the goods say.
    """
    if unit is None or (unit not in MONEY and (_TYPE_NAME.search(unit) or unit in word_set("bare-units"))):
        return BARE
    return unit if unit in MONEY else _families().get(unit.casefold(), unit.casefold())


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    """The family of each unit that shares one with others."""
    return {
        word: name.removeprefix(_FAMILY_SETS) for name in set_names(_FAMILY_SETS) for word in word_set(name)
    }


def amount_of(quantity: Quantity) -> Amounted:
    """The claim's quantity as a figure to compare."""
    family = unit_family(quantity.unit)
    return Amounted(quantity.min, quantity.max, quantity.unit, family, quantity.approx, quantity.text)


def amounts_of(claim: Claim) -> tuple[Amounted, ...]:
    """The claim's quantity, then sums of money that stand in its quote besides."""
    found = [counted(claim)] if claim.quantity else []
    for match in _MONEY.finditer(claim.quote):
        amount = _money(match)
        if amount and all(a.family != amount.family or a.figure != amount.figure for a in found):
            found.append(amount)
    return tuple(found)


def counted(claim: Claim) -> Amounted:
    """The quantity; rounds of small arms count as cartridges, bare prices as money."""
    amount = amount_of(claim.quantity or Quantity(text=""))
    if amount.unit is None and (amount.figure or 0) >= _MILLION and touches("price-words", claim.quote):
        return msgspec.structs.replace(amount, family=_SOME_CURRENCY)
    small = bool(claim.goods) and all(g.category is Category.SMALL_ARMS for g in claim.goods)
    return (
        msgspec.structs.replace(amount, family="cartridges")
        if small and amount.family == "rounds"
        else amount
    )


def _money(match: re.Match[str]) -> Amounted | None:
    sign, number, scale = (match[1], match[2], match[3]) if match[1] else (match[6], match[4], match[5])
    try:
        value = float(number.rstrip(".,").replace(",", "")) * _SCALE.get(scale or "", 1.0)
    except ValueError:
        return None
    unit = _CURRENCY[sign]
    return Amounted(value, value, unit, unit, approx=False, text=match.group())


def _priced(one: Amounted, two: Amounted) -> bool:
    """Whether both are prices, and one of them names no currency."""
    families = {one.family, two.family}
    return _SOME_CURRENCY in families and families <= MONEY


def near_price(one: Amounted, two: Amounted) -> bool:
    """Whether two sums of money are near enough to be two prices of one thing, told by two people."""
    if not (_priced(one, two) or one.family == two.family) or not one.figure or not two.figure:
        return False
    if one.family not in MONEY:
        return False
    return abs(one.figure - two.figure) <= _PRICE * max(one.figure, two.figure)


def in_other_money(one: Amounted, two: Amounted, slack: float = 0.0) -> bool:
    """Whether two sums in dollars, euros or pounds may be one sum, at the rates of the last ten years."""
    worth = {x.family: x.figure or 0.0 for x in (one, two)}
    for (dear, cheap), (low, high) in _RATES.items():
        if worth.keys() == {dear, cheap} and worth[dear]:
            return low * (1 - slack) <= worth[cheap] / worth[dear] <= high * (1 + slack)
    return False


def _other_sums(one: Amounted, two: Amounted) -> bool:
    """Whether they are sums of two currencies that are not even prices of one thing."""
    return {one.family, two.family} in map(set, _RATES) and not in_other_money(one, two, _PRICE)


def same_figure(one: Amounted, two: Amounted, *, one_kind: bool = False) -> bool:
    """Whether both name the same telling number, rounding allowed, in units that may be one.

    ``one_kind``: the goods are of one kind, so that the very same number counts them whatever the unit.
    """
    if not (one.telling and two.telling) or one.figure is None or two.figure is None:
        return False
    if one.vague != two.vague:
        return False
    if _says_again(one, two):
        return True
    counted = {one.family, two.family}
    if one_kind and one.figure == two.figure and not counted & (MONEY | word_set("units-of-measure")):
        return True
    if one.family != two.family and not (_priced(one, two) or BARE in counted or _one_lot(one, two)):
        return False
    pairs = [(one.figure, two.figure)]
    if (one.low is None) != (two.low is None) and one.high is not None and two.high is not None:
        pairs.append((one.high, two.high))  # "3,000 to 4,000" and "as many as 4,000"
    return any(abs(a - b) <= _ROUNDING * max(a, b) for a, b in pairs)


def _says_again(one: Amounted, two: Amounted) -> bool:
    """Whether the words of the one stand in the other's: "five planes", "five planes and a helicopter"."""
    short, long = sorted((one.text.casefold(), two.text.casefold()), key=len)
    part = " " in short and short != long and f" {short} " in f" {long} "
    return part and one.family == two.family


def kin_of(amount: Amounted) -> str:
    """The family within which its figure is looked for: shells, rockets, missiles are one in large counts."""
    large = (amount.figure or 0) >= _LARGE and amount.family in word_set("unit-kin-munitions")
    return "munitions" if large else amount.family


def _one_lot(one: Amounted, two: Amounted) -> bool:
    """Whether a large count of shells may be the same count of rockets: reports confuse the two."""
    kin = word_set("unit-kin-munitions")
    return {one.family, two.family} <= kin and min(one.figure or 0, two.figure or 0) >= _LARGE


def count_alike(one: Amounted, two: Amounted) -> bool:
    """Whether both count the same things; a bare number counts what the other does, unless that measures."""
    counted = {one.family, two.family}
    bare = BARE in counted and not counted & (MONEY | (word_set("units-of-measure") - {BARE}))
    return (one.family == two.family and not _one_in_other(one, two)) or bare or _priced(one, two)


def _one_in_other(one: Amounted, two: Amounted) -> bool:
    """Whether one of the units may hold several of the other, which in looser words is the same."""
    return one.family in word_set("units-within-units") and one.unit != two.unit


def part_and_whole(one: Amounted, two: Amounted) -> bool:
    """Whether both count the same things exactly, and the one less than half of what the other does.

    Reports of one lot disagree by less.
    """
    if not (one.exact and two.exact and one.family == two.family) or one.family in MONEY:
        return False
    if _one_in_other(one, two):
        return False
    few, many = sorted((one.figure or 0.0, two.figure or 0.0))
    return 2 * few < many


def _far_above(bound: Amounted, number: Amounted) -> bool:
    """Whether a number is so far above a bound that nobody would have given that one: 300, and "over 100"."""
    open_end = bound.high is None and touches("bounding-words", bound.text) is not None
    return open_end and bound.telling and number.exact and (number.low or 0.0) > _FAR * (bound.low or 0.0)


def may_be_one(one: Amounted, two: Amounted) -> bool:
    """Whether some number satisfies both; figures in units that never count the same always may."""
    if not count_alike(one, two) or same_figure(one, two):
        return not _other_sums(one, two)
    if _far_above(one, two) or _far_above(two, one):
        return False
    low = max(one.low or 0.0, two.low or 0.0)
    highs = [a.high * (_ABOUT if a.approx else 1.0) for a in (one, two) if a.high is not None]
    return not highs or low <= min(highs) * (1 + _ROUNDING)

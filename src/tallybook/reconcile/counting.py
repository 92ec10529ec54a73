"""What the figures of two claims say for one lot or for two."""

from __future__ import annotations

from tallybook.reconcile.agreeing import WIDE
from tallybook.reconcile.amounts import MONEY
from tallybook.reconcile.clashes import has_digit, shared_figure
from tallybook.reconcile.facts import Facts
from tallybook.reconcile.names import plain
from tallybook.reconcile.wording import word_set

_TENFOLD = 5
"""How many times "thousands", two of them at least, may be meant by the word: up to ten thousand."""


def same_vague_words(a: Facts, b: Facts) -> bool:
    """Whether both say how many in the same words, without a number: "a large number"."""
    vague = [{plain(x.text) for x in f.amounts if x.figure is None} for f in (a, b)]
    return bool(vague[0] & vague[1])


def same_few(a: Facts, b: Facts) -> bool:
    """Whether both count as many, though too few to know a thing again by it."""
    counts = [[x.figure for x in f.amounts if x.exact and x.family not in MONEY][:1] for f in (a, b)]
    return bool(counts[0]) and counts[0] == counts[1] and a.lot == b.lot and not shared_figure(a, b)


def other_few(a: Facts, b: Facts) -> bool:
    """Whether each counts its own small number of the same things."""
    few = [[x for x in f.amounts[:1] if x.exact and x.family not in MONEY and not x.telling] for f in (a, b)]
    return any(x.family == y.family and x.figure != y.figure for x in few[0] for y in few[1])


def counts_others(a: Facts, b: Facts) -> bool:
    """Whether each gives a number of things of its own, in units that never count the same."""
    measures = MONEY | word_set("units-of-measure")
    pairs = [(x, y) for x in a.amounts[:1] for y in b.amounts[:1] if x.telling and y.telling]
    return any(
        x.family != y.family and x.figure != y.figure and not {x.family, y.family} & measures
        for x, y in pairs
    )


def two_lots(a: Facts, b: Facts) -> bool:
    """Whether each gives a telling figure of its own, and the two are no readings of one load."""
    either = (a.alternative and b.alternative) or _worth_and_carried(a, b)
    return has_figure(a) and has_figure(b) and not shared_figure(a, b) and not either


def _worth_and_carried(a: Facts, b: Facts) -> bool:
    """Whether the one tells what the goods of one month were worth, and the other how many carried them."""
    told = [f.amounts[0] for f in (a, b)] if a.amounts and b.amounts else []
    worth = [x.family in MONEY for x in told]
    carried = [x.family in word_set("carrier-units") for x in told]
    kinds = (worth, carried) in (([True, False], [False, True]), ([False, True], [True, False]))
    return kinds and a.period.known and a.period == b.period


def whole_and_part(a: Facts, b: Facts) -> bool:
    """Whether one gives what a whole package costs, the other how many of one kind of goods."""
    told = [{x.family in MONEY for x in f.amounts if x.figure} for f in (a, b)]
    wide = [not f.goods - WIDE for f in (a, b)]
    return [{wide[0]}, {wide[1]}] == told and wide[0] != wide[1]


def has_figure(facts: Facts) -> bool:
    """Whether it gives a figure by which a thing is known again."""
    return any(amount.telling for amount in facts.amounts)


def fits_words(a: Facts, b: Facts) -> bool:
    """Whether the one counts what the other puts at "thousands", up to so many of them."""
    pairs = [(x, y) for f, g in ((a, b), (b, a)) for x in f.amounts[:1] for y in g.amounts[:1]]
    fits = any(
        x.low
        and y.exact
        and x.family == y.family
        and not has_digit(x.text)
        and has_digit(y.text)
        and x.low <= (y.figure or 0) < _TENFOLD * x.low
        for x, y in pairs
    )
    return fits and a.report != b.report

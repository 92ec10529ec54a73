"""What two claims can never share one transfer with, whatever third claims link them. Pure."""

from __future__ import annotations

import datetime as dt

from tallybook.model import Category, Stage
from tallybook.reconcile.agreeing import WIDE, goods_agree
from tallybook.reconcile.amounts import MONEY, Amounted, may_be_one, near_price, part_and_whole, same_figure
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.fates import LOTS, PARTING, other_fate, seized_and_come, used_since
from tallybook.reconcile.retelling import may_be_one_order
from tallybook.reconcile.when import Days
from tallybook.reconcile.wording import touches, word_set
from tallybook.reconcile.words import fold

_FRESH = dt.timedelta(days=92)
"""Time before a report within which what somebody tells as news took place."""

_YEAR = 366
_NAMED = frozenset({"person", "organisation", "unnamed"})
LONG = 31
"""Days between two periods that one transfer cannot have."""

_DENIED, _GOODS = "other goods are denied", "other goods"
_LASTING = "goes on and on here, one delivery there"
_FIGURE_AND_TIME = "each has a figure and a time of its own"
_SUMS = "two sums of money"
_TIMES = "other times"
_MORE = "so many, and so many more"
_FIRM = PARTING | {_DENIED, _GOODS, _TIMES, _LASTING, _FIGURE_AND_TIME, _SUMS, _MORE}
_PLAIN_ARMS = frozenset({Category.UNSPECIFIED})
_BESIDE_ARMS = frozenset({Category.DUAL_USE, Category.TECHNOLOGY, Category.FUEL, Category.TROOPS})


def is_firm(clash: str | None) -> bool:
    """Whether a clash parts two claims however much they share; others can be outweighed (``likeness``)."""
    return clash is not None and (clash in _FIRM or LOTS in clash)


def clash_of(a: Facts, b: Facts, *, one_origin: bool) -> str | None:
    """Why two claims are of two transfers whatever links them: figures, times or fates that part them.

    Args:
        a: the facts of a claim.
        b: those of another one.
        one_origin: one source gave both; its figures may differ from report to report.
    """
    denial = Family.DENIAL in (a.family, b.family)
    if _beside_arms(a, b) or (denial and _other_goods(a, b)):
        return _DENIED
    if denial:
        return None
    if (
        counts_goods(a)
        and counts_goods(b)
        and not _one_haul(a, b)
        and not goods_agree(a, b)
        and not shared_figure(a, b)
    ):
        return "each counts other goods"
    if times_clash(a, b) or old_and_new(a, b):
        return _TIMES
    fate = other_fate(a, b) or (_LASTING if lasting_and_once(a, b) else None)
    if fate:
        return fate
    parts = some_of(a, b) or some_of(b, a) or summed(a, b)
    two = _two_of_one_report(a, b, parts=parts) if a.report == b.report else None
    if two:
        return two
    if one_origin:
        return None
    if seized_and_come(a, b):
        return "taken on the way here, come there"
    if a.report != b.report and not _one_haul(a, b) and _other_goods(a, b):
        return _GOODS
    if a.report == b.report or parts or not (a.amounts and b.amounts) or not figures_clash(a, b):
        return None
    if _one_haul(a, b) and not (a.kinds & b.kinds or a.goods_words & b.goods_words):
        return None  # so many weapons, and how many of them were rifles
    return f"“{a.amounts[0].text}” and “{b.amounts[0].text}” of two origins"


def _two_of_one_report(a: Facts, b: Facts, *, parts: bool) -> str | None:
    """Why one report tells of two; ``parts``: the one is some of the other."""
    if own_figure_and_time(a, b):
        return _FIGURE_AND_TIME
    if _other_sums(a, b):
        return _SUMS
    if _other_types(a, b):
        return "so many of one type, and so many of another"
    if _and_more(a, b) or _and_more(b, a):
        return _MORE
    if two_numbers(a, b) and not parts:
        return f"“{a.amounts[0].text}” and “{b.amounts[0].text}” in one report"
    return None


def _other_types(a: Facts, b: Facts) -> bool:
    """Whether each counts a type of its own; of a haul many are counted."""
    counted = [any(_is_number(x) for x in f.amounts[:1]) for f in (a, b)]
    types = bool(a.marks and b.marks) and not a.marks & b.marks
    return types and all(counted) and Stage.SEIZED not in (a.stage, b.stage)


def _other_sums(a: Facts, b: Facts) -> bool:
    """Whether each is of a sum of its own, and neither sum is another price of the same."""
    told = [(x, y) for x in a.amounts[:1] for y in b.amounts[:1] if {x.family, y.family} <= MONEY]
    return any(x.exact and y.exact and x.family == y.family and not near_price(x, y) for x, y in told)


def _one_haul(a: Facts, b: Facts) -> bool:
    """Whether both tell of a seizure, in which many kinds of goods are counted."""
    return a.stage is b.stage is Stage.SEIZED


def old_and_new(a: Facts, b: Facts) -> bool:
    """Whether the one was over months before the other's report, which tells it as news without a day.

    A type, a ship or a number that both name shows that it is told again.
    """
    if a.marks & b.marks or a.ships & b.ships or a.family is not b.family:
        return False
    if any(
        same_figure(x, y) and has_digit(x.text) and has_digit(y.text) for x in a.amounts for y in b.amounts
    ):
        return False
    return any(_over(x) < _news(y) for x, y in ((a, b), (b, a)))


def _over(facts: Facts) -> dt.date:
    happened = facts.period.last if facts.stage is Stage.SEIZED else None
    return happened or (facts.said.last if facts.earlier else None) or dt.date.max


def _news(facts: Facts) -> dt.date:
    """The first day of which an undated seizure or delivery can be, told as news; open for all others."""
    told = facts.published.first if facts.published.known else None
    news = facts.family is Family.SUPPLY and facts.stage is not Stage.USED and facts.speaker.kind in _NAMED
    undated = not (
        facts.earlier
        or facts.lasting
        or facts.lent
        or facts.pointing
        or facts.negated
        or facts.taken
        or facts.period != Days()
    )
    return told - _FRESH if told and news and undated else dt.date.min


def has_digit(words: str) -> bool:
    """Whether a figure is written in digits, and is no mere "hundreds"."""
    return any(c.isdigit() for c in words)


def _beside_arms(a: Facts, b: Facts) -> bool:
    """Whether no arms came, as the one says, and the other tells of goods that are none: chips, fuel."""
    denied, told = (a, b) if a.negated else (b, a)
    if not denied.negated or told.negated:
        return False
    return denied.goods == _PLAIN_ARMS and bool(told.goods) and told.goods <= _BESIDE_ARMS


def own_figure_and_time(a: Facts, b: Facts) -> bool:
    """Whether one report gives each delivery a telling figure and a time of its own."""
    told = [any(x.telling for x in f.amounts[:1]) and f.period.known for f in (a, b)]
    own = all(told) and a.report == b.report and a.period != b.period
    own = own and a.family is b.family is Family.SUPPLY
    return own and not (shared_figure(a, b) or (a.alternative and b.alternative))


def two_numbers(a: Facts, b: Facts) -> bool:
    """Whether each counts a number of the same things, and no number is both."""
    if (a.alternative and b.alternative) or counts_a_lot(a) != counts_a_lot(b):
        return False
    return any(
        _is_number(x) and _is_number(y) and not may_be_one(x, y) for x in a.amounts[:1] for y in b.amounts[:1]
    )


def _is_number(amount: Amounted) -> bool:
    """Whether it counts things; "a helicopter" may be one that was seen, and is no count of them."""
    seen = amount.figure == 1 and touches("articles", amount.text.partition(" ")[0]) is not None
    return amount.exact and amount.family not in MONEY and not seen


def summed(a: Facts, b: Facts) -> bool:
    """Whether the numbers of one sentence make up the one that the other tells, or both are of such a sum."""
    if not (a.sums or b.sums):
        return False
    one, two = ({x.figure for x in (*f.sums, *(() if f.sums else f.amounts[:1])) if x.exact} for f in (a, b))
    return bool(one & two)


def is_part(facts: Facts) -> bool:
    """Whether its figure counts some of what was told before: "500 of them"."""
    return any(touches("some-of-words", amount.text) for amount in facts.amounts)


def some_of(one: Facts, two: Facts) -> bool:
    """Whether the one counts some of what was told before, and no more than the other does."""
    figures = [next((x.figure for x in f.amounts if x.family not in MONEY), None) for f in (one, two)]
    return is_part(one) and (None in figures or figures[0] <= figures[1])  # type: ignore[operator]


def shared_figure(a: Facts, b: Facts) -> str | None:
    """The figure that both claims name, in the words of the first."""
    if a.report == b.report and a.marks and b.marks and not a.marks & b.marks:
        return None  # six of the one type, and six of another
    alike = bool((a.goods & b.goods) - WIDE)
    told = [(x, y) for x in a.amounts for y in b.amounts]
    told += [(x, y) for x in a.sums for y in b.amounts] + [(x, y) for x in a.amounts for y in b.sums]
    return next((x.text for x, y in told if same_figure(x, y, one_kind=alike)), None)


def figures_clash(a: Facts, b: Facts) -> bool:
    """Whether no number satisfies both claims, though both count the same things; prices may differ."""
    told = [(x, y) for x in a.amounts for y in b.amounts if (x.telling and y.telling) or part_and_whole(x, y)]
    told = [] if counts_a_lot(a) != counts_a_lot(b) else told
    return any(not (may_be_one(x, y) or near_price(x, y)) for x, y in told) and not shared_figure(a, b)


def counts_a_lot(facts: Facts) -> bool:
    """Whether its number is that of the lot: "the first helicopter", of three."""
    return facts.lot not in (None, "more") and any(x.exact and x.figure == 1 for x in facts.amounts[:1])


def counts_goods(facts: Facts) -> bool:
    """Whether the claim gives a number of things, not only a price."""
    return any(x.family not in MONEY for x in facts.amounts)


def _and_more(one: Facts, two: Facts) -> bool:
    """Whether the one counts so many more than the other: another number, or "four more" of the same four."""
    if one.lot != "more" or two.lot == "more" or not (_counted(one) and _counted(two)):
        return False
    words = fold(one.amounts[0].text.split()[-1])
    return one.amounts[0].figure != two.amounts[0].figure or words in word_set("lot-number more")


def _counted(facts: Facts) -> bool:
    """Whether it gives a number of things, and not of which they are some."""
    return any(x.exact and x.family not in MONEY for x in facts.amounts[:1]) and not is_part(facts)


def _other_goods(a: Facts, b: Facts) -> bool:
    """Whether each names goods, none of them in wide words, and none that the other may mean."""
    named = a.goods and b.goods and not (a.lent or b.lent or (a.goods | b.goods) & WIDE)
    return bool(named) and not goods_agree(a, b) and not shared_figure(a, b)


def times_clash(a: Facts, b: Facts) -> bool:
    """Whether the two happened at times that are long apart."""
    other = not (a.ships & b.ships or may_be_one_order(a, b)) and a.family is b.family
    return other and not a.period.meets(b.period, slack_of(a, b)) and not used_since(a, b)


def slack_of(a: Facts, b: Facts) -> int:
    """Days that may lie between two periods of one transfer: none between two halves of a year."""
    return int(a_year_off(a, b)) if min(a.period.length or 0, b.period.length or 0) > LONG else LONG


def a_year_off(a: Facts, b: Facts) -> bool:
    """Whether two reports put it in one year and in the next: either may have it from memory."""
    years = all(_YEAR - LONG < (f.period.length or 0) <= _YEAR for f in (a, b))
    return years and a.report != b.report and a.period != b.period and a.period.meets(b.period, 1)


def lasting_and_once(a: Facts, b: Facts) -> bool:
    """Whether the one goes on and on, and the other is a haul or has its day."""
    lasting = a if a.lasting else b
    other = b if lasting is a else a
    return lasting.lasting and not other.lasting and (other.stage is Stage.SEIZED or other.narrow)

"""What of a report's claims counts on the day of which it speaks: what is told as news, and what as past."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.occasions import occasion_of
from tallybook.reconcile.origins import Told
from tallybook.reconcile.when import Days

_LONG_OVER = dt.timedelta(days=7)
_MONTHS_OVER = dt.timedelta(days=62)
_NEXT_SENTENCE = 2


def told_by(claims: Iterable[Facts], days: Days, *, anchored: bool) -> list[Told]:
    """The claims of one report, each with its occasion.

    Args:
        claims: the facts of all of them, in the order of the text.
        days: of which the report speaks; ``anchored`` where another report gave them.
    """
    claims = list(claims)
    lots = _lots(claims)
    found: list[Told] = []
    before: Facts | None = None
    for read in claims:
        facts = as_background(read, claims, days)
        facts = as_answer(as_follow_up(as_current(facts, claims), before), before)
        occasion = occasion_of(facts, days, anchored=anchored)
        found.append(Told(facts, occasion, in_lots=lots[_lot_key(facts)] > 1))
        before = facts
    return found


def as_background(facts: Facts, others: Iterable[Facts], days: Days) -> Facts:
    """Mark a government's word on what was long over as told earlier, beside its named speaker of the day."""
    speaker = facts.speaker
    if facts.earlier or speaker.kind != "organisation" or facts.said != Days() or days.first is None:
        return facts
    over = facts.period.last is not None and facts.period.last < days.first - _LONG_OVER
    other_month = bool(facts.months) and not facts.months & {d.month for d in (days.first, days.last) if d}
    told = [o for o in others if o.speaker.block == speaker.block and not o.earlier and o != facts]
    if any(_beside(o, facts) and o.family is not Family.DENIAL and o.period != facts.period for o in told):
        return facts  # "shipped in 2004, they have got there since": one statement
    same = [o.speaker for o in told]
    named = any(o.kind == "person" for o in same)
    long_over = over and facts.period.last < days.first - _MONTHS_OVER  # type: ignore[operator]
    then = (named and (over or other_month)) or (bool(same) and long_over)
    return msgspec.structs.replace(facts, earlier=True) if then else facts


def _beside(one: Facts, two: Facts) -> bool:
    """Whether the two stand in one sentence, or in one and the next of a paragraph."""
    gap = max(one.sentence.start - two.sentence.end, two.sentence.start - one.sentence.end)
    return one.sentence == two.sentence or 0 <= gap < _NEXT_SENTENCE


def as_current(facts: Facts, others: Iterable[Facts]) -> Facts:
    """Take what a speaker "had said" for the day's news where the report quotes the speaker on it as well."""
    if not (facts.earlier and facts.backshifted) or facts.said != Days():
        return facts
    same = (o for o in others if not o.earlier and o.flow == facts.flow and o.family is facts.family)
    quoted = any(o.speaker.block and o.speaker.block == facts.speaker.block for o in same)
    return msgspec.structs.replace(facts, earlier=False) if quoted else facts


def as_follow_up(facts: Facts, before: Facts | None) -> Facts:
    """Mark what the same party said later of an earlier word ("He later said that it was not completed")."""
    if before is None or facts.earlier or not before.earlier or facts.said != Days():
        return facts
    next_to = 0 <= facts.sentence.start - before.sentence.end < _NEXT_SENTENCE
    beside = next_to or facts.sentence == before.sentence
    party = facts.speaker.block is not None and facts.speaker.block == before.speaker.block
    later = facts.follows_up or facts.sentence == before.sentence
    if beside and _goes_on(facts, before):
        return msgspec.structs.replace(facts, earlier=True, said=before.said)
    return msgspec.structs.replace(facts, earlier=True) if beside and party and later else facts


def _goes_on(facts: Facts, before: Facts) -> bool:
    """Whether one person goes on in the next sentence, after a word whose day was named."""
    person = facts.speaker.kind == "person" and facts.speaker.key == before.speaker.key
    return person and before.said.known and not facts.told_on.known


def as_answer(facts: Facts, before: Facts | None) -> Facts:
    """Give a denial the day of the charge that it answers in the next breath ("It denied this")."""
    answers = before is not None and facts.family is Family.DENIAL and before.family is not Family.DENIAL
    if before is None or not answers or facts.told_on.known or facts.said != Days():
        return facts
    beside = 0 <= facts.sentence.start - before.sentence.end < _NEXT_SENTENCE
    close = beside or facts.sentence == before.sentence
    return msgspec.structs.replace(facts, told_on=before.told_on) if close else facts


def _lot_key(facts: Facts) -> tuple[object, ...]:
    return (facts.flow, facts.family, facts.goods)


def _lots(facts: Iterable[Facts]) -> Counter[tuple[object, ...]]:
    """For each flow, stage, speaker and class of goods of a report, how many lots have a figure."""
    lots: dict[tuple[object, ...], set[tuple[object, ...]]] = defaultdict(set)
    for one in facts:
        for amount in one.amounts[:1]:
            if amount.telling:
                lots[_lot_key(one)].add((amount.family, amount.figure))
    return Counter({key: len(found) for key, found in lots.items()})

"""The claims of the book, each with its occasion, and the pairs of them that match.

For every claim the index gives those that can match at all: the same speaker on the same day, the same
figure, type or days in the same flow, the same report, a report that depends on it. Only those are compared.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from sys import intern

import msgspec

from tallybook.reconcile.bonds import Bond, bonds_of
from tallybook.reconcile.components import Components
from tallybook.reconcile.facts import Facts, Family
from tallybook.reconcile.grouping import JUDGED, Link
from tallybook.reconcile.keys import index_keys, look_up_keys
from tallybook.reconcile.library import Library
from tallybook.reconcile.matching import JOINED, denied_figure, match
from tallybook.reconcile.occasions import Key, occasion_of
from tallybook.reconcile.origins import Told, same_origin
from tallybook.reconcile.when import Days

_LONG_OVER = dt.timedelta(days=7)
_MONTHS_OVER = dt.timedelta(days=62)
_NEXT_SENTENCE = 2


class Kin(msgspec.Struct, frozen=True):
    """What two claims are to each other: one origin, one transfer, possibly one."""

    origin: str | None
    link: Link | None
    possibly: Link | None


class Tellings:
    """Every transfer claim of the book and its kin."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.told: dict[str, Told] = {}
        self.of_report: dict[str, tuple[str, ...]] = {}
        self.kin: dict[str, dict[str, Kin]] = defaultdict(dict)
        self.origins = Components()
        self.groups = Components()
        self._index: dict[Key, set[str]] = defaultdict(set)
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._days: dict[str, Days] = {}

    def is_stale(self, report_id: str) -> bool:
        """Whether the claims of a report were not taken in yet, or with another day than it speaks of now."""
        return self._days.get(report_id) != self._library.days(report_id)

    def put(self, report_id: str) -> None:
        """Take in the claims of a report anew, as its day and ties are now."""
        self.drop(report_id)
        page = self._library.pages[report_id]
        days, anchored = self._library.days(report_id), self._library.anchored(report_id)
        self._days[report_id] = days
        lots = _lots(page.facts)
        ids = []
        before: Facts | None = None
        for read in page.facts:
            facts = as_background(read, page.facts, days)
            facts = as_follow_up(as_current(facts, page.facts), before)
            occasion = occasion_of(facts, days, anchored=anchored)
            told = Told(facts, occasion, in_lots=lots[_lot_key(facts)] > 1)
            self._add(told)
            ids.append(facts.claim)
            before = facts
        self.of_report[report_id] = tuple(ids)
        for bond in bonds_of(page.facts):
            self._note(bond.a, bond.b, self._bonded(bond))
        for claim in ids:
            self._retold(claim)

    def drop(self, report_id: str) -> None:
        """Forget the claims of a report."""
        self._days.pop(report_id, None)
        for claim in self.of_report.pop(report_id, ()):
            for key in self._keys.pop(claim):
                self._index[key].discard(claim)
            for other in self.kin.pop(claim, {}):
                self.kin[other].pop(claim, None)
            del self.told[claim]
            self.origins.remove(claim)
            self.groups.remove(claim)

    def force(self, one: str, two: str, reason: str) -> None:
        """Join two claims because a person said so; nothing happens while one of them is not there."""
        if one in self.told and two in self.told:
            a, b = sorted((one, two))
            known = self.kin[a].get(b)
            link = Link(a=a, b=b, score=JUDGED, reason=reason)
            self._note(a, b, Kin(known.origin if known else None, link, None))

    def links(self, members: Iterable[str]) -> list[Link]:
        """The links between these claims."""
        inside = set(members)
        return [
            kin.link
            for one in sorted(inside)
            for two, kin in self.kin.get(one, {}).items()
            if kin.link and one == kin.link.a and two in inside
        ]

    def _add(self, told: Told) -> None:
        claim = told.facts.claim
        self.told[claim] = told
        self.origins.add(claim)
        self.groups.add(claim)
        keys = tuple(dict.fromkeys(index_keys(told)))
        for other in sorted(self._candidates(told)):
            self._note(claim, other, self._compare(told, self.told[other]))
        self._keys[claim] = keys
        for key in keys:
            self._index[key].add(claim)

    def _candidates(self, told: Told) -> set[str]:
        found: set[str] = set()
        for key in look_up_keys(told):
            found |= self._index.get(key, set())
        report = told.facts.report
        for other in self._library.tied(report):
            found.update(self.of_report.get(other, ()))
        found.discard(told.facts.claim)
        return found

    def _compare(self, one: Told, two: Told) -> Kin | None:
        first, second = (one, two) if one.facts.claim < two.facts.claim else (two, one)
        tie = self._library.tie(first.facts.report, second.facts.report)
        origin = same_origin(first, second, copied=tie.copied, one_event=tie.one_event)
        found = match(first, second, tie, origin)
        link = None
        if found.joined or found.possibly:
            reason = intern(found.reason)
            ids = first.facts.claim, second.facts.claim
            loose = first.facts.family is second.facts.family is Family.DENIAL
            figure = denied_figure(first.facts, second.facts)
            link = Link(a=ids[0], b=ids[1], score=found.score, reason=reason, by_text=figure, loose=loose)
        if origin is None and link is None:
            return None
        return Kin(origin, link if found.joined else None, link if found.possibly else None)

    def _retold(self, claim: str) -> None:
        """Give what a report tells in its own voice the origin of the one source that it quotes for it."""
        told = self.told[claim]
        if told.facts.speaker.kind != "own-voice":
            return
        quoted = [
            other for other, kin in sorted(self.kin[claim].items()) if kin.link and self._quotes(told, other)
        ]
        if len({self.told[other].facts.speaker.block for other in quoted}) == 1:
            other = quoted[0]
            known = self.kin[claim][other]
            self._note(
                claim, other, Kin("told in the report's own voice as well", known.link, known.possibly)
            )

    def _quotes(self, told: Told, other: str) -> bool:
        """Whether the other claim quotes a source in the same report, on the same occasion."""
        two = self.told[other]
        same = two.facts.report == told.facts.report and two.facts.earlier == told.facts.earlier
        return (
            same
            and two.sourced
            and two.facts.speaker.block is not None
            and two.facts.family is not Family.DENIAL
        )

    def _bonded(self, bond: Bond) -> Kin:
        a, b = sorted((bond.a, bond.b))
        known = self.kin[a].get(b)
        link = Link(a=a, b=b, score=JOINED + 0.5, reason=bond.reason, by_text=True, loose=bond.loose)
        if known and known.link and known.link.score >= link.score:
            return known
        return Kin(known.origin if known else None, link, None)

    def _note(self, one: str, two: str, kin: Kin | None) -> None:
        if kin is None:
            return
        self.kin[one][two] = self.kin[two][one] = kin
        if kin.origin:
            self.origins.link(one, two)
        if kin.link:
            self.groups.link(one, two)


def as_background(facts: Facts, others: Iterable[Facts], days: Days) -> Facts:
    """Mark a government's word on what was long over as told earlier, beside its named speaker of the day."""
    speaker = facts.speaker
    if facts.earlier or speaker.kind != "organisation" or facts.said != Days() or days.first is None:
        return facts
    over = facts.period.last is not None and facts.period.last < days.first - _LONG_OVER
    other_month = bool(facts.months) and not facts.months & {d.month for d in (days.first, days.last) if d}
    same = [o.speaker for o in others if o.speaker.block == speaker.block and not o.earlier and o != facts]
    named = any(o.kind == "person" for o in same)
    long_over = over and facts.period.last < days.first - _MONTHS_OVER  # type: ignore[operator]
    then = (named and (over or other_month)) or (bool(same) and long_over)
    return msgspec.structs.replace(facts, earlier=True) if then else facts


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
    return msgspec.structs.replace(facts, earlier=True) if beside and party and later else facts


def _lot_key(facts: Facts) -> tuple[object, ...]:
    return (facts.flow, facts.family, facts.speaker.block, facts.goods)


def _lots(facts: Iterable[Facts]) -> Counter[tuple[object, ...]]:
    """For each flow, stage, speaker and class of goods of a report, how many lots have a figure."""
    lots: dict[tuple[object, ...], set[tuple[object, ...]]] = defaultdict(set)
    for one in facts:
        for amount in one.amounts[:1]:
            if amount.telling:
                lots[_lot_key(one)].add((amount.family, amount.figure))
    return Counter({key: len(found) for key, found in lots.items()})

"""The claims of the book, each with its occasion, and the pairs of them that match.

For every claim the index gives those that can match at all: the same speaker on the same day, the same
figure, type or days in the same flow, the same report, a report that depends on it. Only those are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from sys import intern

import msgspec

from tallybook.reconcile.bonds import bonds_of
from tallybook.reconcile.components import Components
from tallybook.reconcile.facts import Family
from tallybook.reconcile.grouping import JUDGED, Bond, Link
from tallybook.reconcile.index import Index
from tallybook.reconcile.keys import index_keys, look_up_keys
from tallybook.reconcile.kinship import Kin
from tallybook.reconcile.library import Library
from tallybook.reconcile.likeness import Likeness, origin_odds, weigh
from tallybook.reconcile.matching import JOINED, Match, Tie, denied_figure, match
from tallybook.reconcile.occasions import Key
from tallybook.reconcile.origins import Told, same_origin
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.telling import told_by
from tallybook.reconcile.voices import Voices
from tallybook.reconcile.when import Days
from tallybook.reconcile.workings import KIN, Placed, kin_body, kin_from, mark_of


class Tellings:
    """Every transfer claim of the book and its kin."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.told: dict[str, Told] = {}
        self.of_report: dict[str, tuple[str, ...]] = {}
        self.kin: dict[str, dict[str, Kin]] = defaultdict(dict)
        self.origins = Voices(self._of_one_origin, self._origin_odds)
        self.groups = Components()
        self._index: Index[Key] = Index()
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._days: dict[str, Days] = {}
        self._changed: set[str] = set()

    def recall(self, past: Past) -> None:
        """Fetch what is asked for from the past."""
        library = self._library
        self._days = Recalled(lambda one: library.dating.days_before(one) if one in library.pages else None)
        self.of_report = Recalled(self._bring)
        self.told = Recalled(lambda claim: self._brought(past.report_of(claim), claim))
        self.kin = Recalled(lambda claim: kin_from(past.kept(KIN, claim)))
        self._index.recall(lambda key: {claim for claim, _ in past.found(mark_of(_place(key)))})
        self._keys = Recalled(lambda claim: tuple(dict.fromkeys(index_keys(self.told[claim]))))
        self.origins.recall(lambda claim: self._linked(claim, "origin", "perhaps"))
        self.groups.recall(lambda claim: self._linked(claim, "link", "possibly"))

    def _linked(self, claim: str, *by: str) -> set[str] | None:
        if claim not in self.told:
            return None
        return {other for other, kin in self.kin[claim].items() if any(getattr(kin, how) for how in by)}

    def bring(self, report_id: str) -> None:
        """Have the claims of a report here as they were, before the report becomes another."""
        for claim in self.of_report.get(report_id, ()):
            self._keys.get(claim)
        self._days.get(report_id)

    def _bring(self, report_id: str) -> tuple[str, ...] | None:
        page = self._library.pages.get(report_id)
        if page is None:
            return None
        days = self._library.dating.days_before(report_id)
        found = told_by(page.facts, days, anchored=days != page.published)
        self.told.update((told.facts.claim, told) for told in found)
        return tuple(told.facts.claim for told in found)

    def _brought(self, report_id: str | None, claim: str) -> Told | None:
        if report_id is None or claim not in self.of_report.get(report_id, ()):
            return None
        return dict.get(self.told, claim)

    def placed(self, report_id: str) -> list[Placed]:
        """Where the claims of a report are found."""
        return [(_place(k), c, None) for c in self.of_report.get(report_id, ()) for k in self._keys[c]]

    def changed(self) -> dict[tuple[str, str], bytes | None]:
        """The kin of every claim whose kin may have changed since this was last asked, to be kept."""
        changed, self._changed = self._changed, set()
        return {(KIN, claim): kin_body(self.kin.get(claim, {})) for claim in changed}

    def whole(self) -> dict[tuple[str, str], bytes | None]:
        """The kin of every claim."""
        self._changed |= self.kin.keys()
        return self.changed()

    def is_stale(self, report_id: str) -> bool:
        """Whether the claims of a report were not taken in yet, or with another day than it speaks of now."""
        return self._days.get(report_id) != self._library.days(report_id)

    def put(self, report_id: str) -> None:
        """Take in the claims of a report anew, as its day and ties are now."""
        self.drop(report_id)
        page = self._library.pages[report_id]
        days, anchored = self._library.days(report_id), self._library.anchored(report_id)
        self._days[report_id] = days
        found = told_by(page.facts, days, anchored=anchored)
        for told in found:
            self._add(told)
        ids = self.of_report[report_id] = tuple(told.facts.claim for told in found)
        for bond in bonds_of(page.facts):
            self._note(bond.a, bond.b, self._bonded(bond))
        for claim in ids:
            self._retold(claim)

    def drop(self, report_id: str) -> None:
        """Forget the claims of a report."""
        self._days.pop(report_id, None)
        for claim in self.of_report.pop(report_id, ()):
            for key in self._keys.pop(claim):
                self._index.discard(key, claim)
            self.origins.remove(claim)
            self.groups.remove(claim)
            kin = self.kin.pop(claim, {})
            for other in kin:
                self.kin[other].pop(claim, None)
            self._changed.update((claim, *kin))
            del self.told[claim]

    def force(self, one: str, two: str, reason: str) -> None:
        """Join two claims because a person said so; nothing happens while one of them is not there."""
        if one in self.told and two in self.told:
            a, b = sorted((one, two))
            known = self.kin[a].get(b)
            link = Link(a=a, b=b, score=JUDGED, reason=reason)
            kin = known or Kin(None, None, None)
            self._note(a, b, msgspec.structs.replace(kin, link=link, possibly=None))

    def links(self, members: Iterable[str]) -> list[Link]:
        """The links between these claims."""
        inside = set(members)
        return [
            kin.link
            for one in sorted(inside)
            for two, kin in self.kin.get(one, {}).items()
            if kin.link and one == kin.link.a and two in inside
        ]

    def likeness(self, one: str, two: str) -> Likeness:
        """How likely two claims are of one transfer; ``one`` goes before ``two``."""
        first, second = self.told[one], self.told[two]
        tie, origin = self._tied(first, second)
        kin = self.kin[one].get(two)
        bound = kin.link if kin and kin.link and kin.link.by_text else None
        found = Match(bound.score, (bound.reason,)) if bound else match(first, second, tie, origin)
        return weigh(first, second, found, tie, origin)

    def _add(self, told: Told) -> None:
        claim = told.facts.claim
        self.origins.add(claim)
        self.groups.add(claim)
        self.told[claim] = told
        self.kin[claim] = {}
        keys = tuple(dict.fromkeys(index_keys(told)))
        for other in sorted(self._candidates(told)):
            self._note(claim, other, self._compare(told, self.told[other]))
        self._keys[claim] = keys
        for key in keys:
            self._index.add(key, claim)

    def _candidates(self, told: Told) -> set[str]:
        found: set[str] = set()
        for key in look_up_keys(told):
            found.update(self._index.get(key))
        report = told.facts.report
        for other in self._library.tied(report):
            found.update(self.of_report.get(other, ()))
        found.discard(told.facts.claim)
        return found

    def _compare(self, one: Told, two: Told) -> Kin | None:
        first, second = (one, two) if one.facts.claim < two.facts.claim else (two, one)
        tie, origin = self._tied(first, second)
        found = match(first, second, tie, origin)
        link = None
        likeness = None if found.joined else weigh(first, second, found, tie, origin)
        likely = likeness is not None and likeness.odds > 0
        if found.joined or found.possibly or likely:
            reason = intern(likeness.reason if likeness and not found.possibly else found.reason)
            ids = first.facts.claim, second.facts.claim
            loose = origin is None and first.facts.family is second.facts.family is Family.DENIAL
            figure = denied_figure(first.facts, second.facts)
            link = Link(a=ids[0], b=ids[1], score=found.score, reason=reason, by_text=figure, loose=loose)
        perhaps = origin is None and (origin_odds(first, second, tie) or 0.0) > 0
        if origin is None and link is None and not perhaps:
            return None
        return Kin(origin, link if found.joined else None, None if found.joined else link, perhaps)

    def _tied(self, one: Told, two: Told) -> tuple[Tie, str | None]:
        """How their reports hang together, and why both go back to one origin, if they do."""
        tie = self._library.tie(one.facts.report, two.facts.report)
        return tie, same_origin(one, two, copied=tie.copied, one_event=tie.one_event)

    def _of_one_origin(self, claim: str) -> list[str]:
        """The claims that rules put to one origin with this one."""
        return [other for other, kin in self.kin.get(claim, {}).items() if kin.origin]

    def _origin_odds(self, one: str, two: str) -> float | None:
        """The log odds that two claims go back to one origin; ``one`` goes before ``two``."""
        first, second = self.told[one], self.told[two]
        return origin_odds(first, second, self._library.tie(first.facts.report, second.facts.report))

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
                claim, other, msgspec.structs.replace(known, origin="told in the report's own voice as well")
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
        return msgspec.structs.replace(known or Kin(None, None, None), link=link, possibly=None)

    def _note(self, one: str, two: str, kin: Kin | None) -> None:
        if kin is None:
            return
        self.kin[one][two] = self.kin[two][one] = kin
        self._changed.update((one, two))
        if kin.origin or kin.perhaps:
            self.origins.link(one, two)
        if kin.link or kin.possibly:
            self.groups.link(one, two)


def _place(key: Key) -> Key:
    return ("claim", *key)

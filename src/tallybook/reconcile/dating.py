"""The day of which each report speaks: its own, or that of dated reports which tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tallybook.reconcile.occasions import Key, anchor, one_occasion, shared_weight
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.when import Days
from tallybook.reconcile.workings import WEIGHTS, packed, weights_from


class Dating:
    """Days, and what speaks for two reports, of which one has no date, telling of one occasion.

    Args:
        pages: every report by id.
    """

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self._weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._days: dict[str, Days] = {}
        self._before: dict[str, Days] | None = None
        self._changed: set[str] = set()

    def recall(self, past: Past, pages: Mapping[str, Page]) -> None:
        """Fetch what is asked for from the past."""
        self._pages = pages
        self._weights = Recalled(lambda one: weights_from(past.kept(WEIGHTS, one)))
        self._before = {}

    def changed(self) -> dict[tuple[str, str], bytes | None]:
        """What may have changed since this was last asked, to be kept."""
        changed, self._changed = self._changed, set()
        return {(WEIGHTS, one): packed(now) if (now := self._weights.get(one)) else None for one in changed}

    def whole(self) -> dict[tuple[str, str], bytes | None]:
        """All of it."""
        self._changed |= self._weights.keys()
        return self.changed()

    def days(self, report_id: str) -> Days:
        """The day that the report speaks of: its own, or that of a dated report which tells the same."""
        known = self._days.get(report_id)
        if known is None:
            page = self._pages[report_id]
            known = page.published
            if not page.dated:
                near = self._weights[report_id].items()
                dated = [(self._pages[o], w) for o, w in sorted(near) if self._pages[o].dated]
                known = anchor(page, dated)
            self._days[report_id] = known
        return known

    def days_before(self, report_id: str) -> Days:
        """The day of which it spoke when the past was left; of a book that recalls."""
        known = (self._before or {}).get(report_id)
        return self.days(report_id) if known is None else known

    def near(self, report_id: str) -> set[str]:
        """The reports that may speak of the same occasion, where either has no date."""
        return set(self._weights[report_id])

    def one_event(self, one: str, two: str) -> bool:
        """Whether two reports without a date speak of one occasion."""
        weight = self._weights[one].get(two, 0.0)
        return one_occasion(weight) and not self._pages[one].dated and not self._pages[two].dated

    def weigh(
        self, page: Page, other: Page, keys: tuple[frozenset[Key], frozenset[Key]], *, copied: bool
    ) -> set[str]:
        """The second report, if the two may speak of one occasion, or no longer may, and either has no date.

        Args:
            page: a report; ``other`` another one.
            keys: what either tells; see ``occasions.telling_keys``.
            copied: whether one of them depends on the other.
        """
        if page.dated and other.dated:
            return set()
        weight = shared_weight(page, other, *keys, copied=copied)
        known = other.id in self._weights[page.id]
        if not known and not one_occasion(weight):
            return set()
        self._spoil((page.id, other.id))
        if one_occasion(weight):
            self._weights[page.id][other.id] = self._weights[other.id][page.id] = weight
        else:
            del self._weights[page.id][other.id], self._weights[other.id][page.id]
        return {other.id}

    def part(self, one: str, two: str) -> set[str]:
        """Forget what two reports share that stand beside each other no more; the second, if it was known."""
        if two not in self._weights[one]:
            return set()
        self._spoil((one, two))
        del self._weights[one][two], self._weights[two][one]
        return {two}

    def refresh(self, report_id: str) -> None:
        """What the report tells is another, or it is new."""
        self._days.pop(report_id, None)

    def drop(self, report_id: str) -> set[str]:
        """Forget a report; returns those whose day may change with it."""
        near = set(self._weights[report_id])
        self._spoil((report_id, *near))
        for other in near:
            del self._weights[other][report_id]
        self._weights[report_id] = {}
        return near

    def _spoil(self, reports: Iterable[str]) -> None:
        """Work the days of these reports out again when they are asked for."""
        for one in reports:
            if self._before is not None:
                self._before.setdefault(one, self.days(one))
            self._days.pop(one, None)
            self._changed.add(one)

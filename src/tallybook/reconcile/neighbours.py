"""Which reports tell something alike at about one time: by figures, types, speakers and days in a flow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tallybook.reconcile.edges import NEAR_DAYS
from tallybook.reconcile.occasions import Key, telling_keys
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.workings import Placed, mark_of

_WEEK = 7
_STRONG = ("amount", "day", "mark", "ship", "person", "voice", "body", "weekday", "dateline")
"""Keys by which an undated report looks for its day; a government alone leads nowhere."""


class Neighbours:
    """Reports by what they tell and the week in which they came out."""

    def __init__(self) -> None:
        self.keys: dict[str, frozenset[Key]] = {}
        self._index: dict[Key, dict[int | None, set[str]]] = defaultdict(lambda: defaultdict(set))

    def recall(self, past: Past, pages: Mapping[str, Page]) -> None:
        """Fetch what is asked for from the past."""
        self.keys = Recalled(lambda one: telling_keys(pages[one]) if one in pages else None)
        self._index = Recalled(lambda key: by_time(past.found(mark_of(_place(key)))))

    def placed(self, page: Page) -> list[Placed]:
        """Where a report is found."""
        return [(_place(key), page.id, week_of(page)) for key in self.keys[page.id]]

    def add(self, page: Page) -> None:
        """Take in a report, or the same report with other claims."""
        before, keys = self.keys.get(page.id, frozenset()), telling_keys(page)
        self._discard(page, before - keys)
        for key in keys - before:
            self._index[key][week_of(page)].add(page.id)
        self.keys[page.id] = keys

    def remove(self, page: Page) -> None:
        """Forget a report."""
        self._discard(page, self.keys.pop(page.id))

    def near(self, page: Page, *, only_undated: bool = False) -> set[str]:
        """Reports that share a telling key within a few weeks, or whenever where a date is missing."""
        found: set[str] = set()
        week = week_of(page)
        reach = NEAR_DAYS // _WEEK + 1
        for key in self.keys[page.id]:
            weeks = self._index.get(key)
            if not weeks:
                continue
            if week is None:
                if key[0] in _STRONG:
                    found.update(*weeks.values())
                continue
            for near in range(week - reach, week + reach + 1) if not only_undated else ():
                found |= weeks.get(near, set())
            if key[0] in _STRONG:
                found |= weeks.get(None, set())
        return found - {page.id}

    def _discard(self, page: Page, keys: Iterable[Key]) -> None:
        for key in keys:
            self._index[key][week_of(page)].discard(page.id)


def week_of(page: Page) -> int | None:
    """The number of the week in which a report came out, where the day is known."""
    return page.published.first.toordinal() // _WEEK if page.dated and page.published.first else None


def by_time(found: Iterable[tuple[str, int | None]]) -> dict[int | None, set[str]]:
    """Reports by their week or month."""
    by: dict[int | None, set[str]] = defaultdict(set)
    for report_id, time in found:
        by[time].add(report_id)
    return by


def _place(key: Key) -> Key:
    return ("report", *key)

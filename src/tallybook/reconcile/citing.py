"""Which reports name an outlet as their source, and which report of that outlet is meant.

Outlets of the vocabulary are known to a report by itself; any other name counts once the book holds a report
that bears it as its publisher. Both sides are indexed by outlet, flow and month: a report of an outlet that
everybody cites asks only those to look again that may mean it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tallybook.model import Edge, EdgeKind
from tallybook.reconcile.declared import Declaration
from tallybook.reconcile.names import whole_name
from tallybook.reconcile.neighbours import by_time
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.workings import Key, Placed, mark_of

_CITED_WITHIN = 30
"""Days that a report may cite another one after it came out."""

_TELLS, _CITES, _PUBLISHES, _HEARS = "tells", "cites", "publishes", "hears"

_Slot = tuple[str, object]
_Slots = dict[_Slot, dict[int | None, set[str]]]


class Citations:
    """Who cites which outlet; ``pages`` are the reports of the book."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self._publishers: dict[str, set[str]] = defaultdict(set)
        self._hearing: dict[str, set[str]] = defaultdict(set)
        self._told: _Slots = defaultdict(lambda: defaultdict(set))
        self._citing: _Slots = defaultdict(lambda: defaultdict(set))

    def recall(self, past: Past, pages: Mapping[str, Page]) -> None:
        """Fetch what is asked for from the past."""
        self._pages = pages
        self._publishers = Recalled(lambda key: {i for i, _ in past.found(mark_of((_PUBLISHES, key)))})
        self._hearing = Recalled(lambda key: {i for i, _ in past.found(mark_of((_HEARS, key)))})
        self._told = Recalled(lambda slot: by_time(past.found(mark_of((_TELLS, *slot)))))
        self._citing = Recalled(lambda slot: by_time(past.found(mark_of((_CITES, *slot)))))

    def placed(self, page: Page) -> list[Placed]:
        """Where a report is found."""
        month = _month(page)
        cited = [said.key for said in (*page.declared, *page.hearsay)]
        slots = [(_TELLS, key, flow) for key in page.houses for flow in page.flows]
        slots += [(_CITES, key, flow) for key in cited for flow in page.flows]
        names = [(_PUBLISHES, key) for key in _publisher_keys(page)]
        names += [(_HEARS, said.key) for said in page.hearsay]
        found: dict[Key, Placed] = {key: (key, page.id, month) for key in slots}
        return [*found.values(), *((key, page.id, None) for key in dict.fromkeys(names))]

    def add(self, page: Page) -> set[str]:
        """Take in a report; returns those whose citations it may change."""
        touched = self._about(page)
        for key in _publisher_keys(page):
            if not self._publishers[key]:
                touched |= self._hearing[key]
            self._publishers[key].add(page.id)
        for said in page.hearsay:
            self._hearing[said.key].add(page.id)
        self._enter(page, add=True)
        return touched

    def remove(self, page: Page) -> set[str]:
        """Forget a report; returns those whose citations it may change."""
        self._enter(page, add=False)
        touched = self._about(page)
        for key in _publisher_keys(page):
            self._publishers[key].discard(page.id)
            if not self._publishers[key]:
                touched |= self._hearing[key]
        for said in page.hearsay:
            self._hearing[said.key].discard(page.id)
        return touched

    def edges(self, page: Page, parents: set[str]) -> list[Edge]:
        """The citations of a report, but of the outlets of its ``parents`` (report ids)."""
        houses = {key for parent in parents for key in self._pages[parent].houses}
        return [
            _edge(page, said, self._cited(page, said.key))
            for said in self._sources(page)
            if said.key not in houses
        ]

    def _sources(self, page: Page) -> Iterator[Declaration]:
        yield from page.declared
        known = {said.key for said in page.declared}
        for said in page.hearsay:
            if said.key not in known and self._publishers.get(said.key):
                yield said

    def _enter(self, page: Page, *, add: bool) -> None:
        month = _month(page)
        cited = ((self._told, key) for key in page.houses)
        citing = ((self._citing, said.key) for said in (*page.declared, *page.hearsay))
        for index, key in (*cited, *citing):
            for flow in page.flows:
                ids = index[(key, flow)][month]
                if add:
                    ids.add(page.id)
                else:
                    ids.discard(page.id)

    def _about(self, page: Page) -> set[str]:
        """The reports that may mean this one: they cite its outlet, on one of its flows, about its time."""
        slots = [self._citing.get((key, flow), {}) for key in page.houses for flow in page.flows]
        return {i for slot in slots for i in _near(slot, _month(page))} - {page.id}

    def _cited(self, page: Page, key: str) -> Page | None:
        """The report of the cited outlet that is meant, where flow and dates point to one."""
        slots = [self._told.get((key, flow), {}) for flow in page.flows]
        ids = {i for slot in slots for i in _near(slot, _month(page))} - {page.id}
        fit = [
            other
            for other in (self._pages[i] for i in ids)
            if other.published.meets(page.published, _CITED_WITHIN)
            and not page.published.is_before(other.published)
        ]
        return max(fit, key=lambda p: (p.report.published or "", p.name)) if fit else None


def _publisher_keys(page: Page) -> frozenset[str]:
    """The keys of an outlet that others may cite; a government's own release is no outlet."""
    named = whole_name(page.report.publisher or "")
    return frozenset() if named and named.kind in ("state", "body") else page.houses


def _month(page: Page) -> int | None:
    return page.published.first.toordinal() // _CITED_WITHIN if page.dated and page.published.first else None


def _near(slot: Mapping[int | None, set[str]], month: int | None) -> Iterator[str]:
    """The reports of about that month, and those without a date; every one where the month is open."""
    months = list(slot) if month is None else [None, *range(month - 2, month + 3)]
    for one in months:
        yield from slot.get(one, ())


def _edge(page: Page, said: Declaration, cited: Page | None) -> Edge:
    found = "; the report of that outlet in the book that tells of the same flow" if cited else ""
    return Edge(
        parent=cited.name if cited else said.outlet,
        child=page.name,
        kind=EdgeKind.CITES,
        direction="known",
        external=cited is None,
        declared=True,
        certainty="probable" if cited else "certain",
        reason=f"declared: “{said.words}”{found}",
    )

"""The lineage of the book: overlaps, edges with one parent where one is enough, citations and chains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tallybook.model import Edge, EdgeKind, Overlap, ReportLine
from tallybook.reconcile.citing import Citations
from tallybook.reconcile.components import Components
from tallybook.reconcile.library import Library
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.workings import Placed

Chain = tuple[str, ...]


class Moves(msgspec.Struct, frozen=True):
    """What came and what went: edges, overlaps, and chains of reports by name; whose edges were looked at."""

    edges: tuple[Edge, ...]
    gone_edges: tuple[Edge, ...]
    overlaps: tuple[Overlap, ...]
    gone_overlaps: tuple[Overlap, ...]
    chains: tuple[Chain, ...]
    gone_chains: tuple[Chain, ...]
    looked_at: frozenset[str]


class Lineages:
    """Edges and chains of the reports of a library, kept up with it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._edges: dict[str, tuple[Edge, ...]] = {}
        self._citations = Citations(library.pages)
        self._chains = Components()
        self._linked: dict[str, set[str]] = defaultdict(set)
        self._stale: set[str] = set()
        self._past: Past | None = None
        self._ids: dict[str, str] = {}
        self._chain_of: dict[str, Chain] = {}
        self._ended: set[Chain] = set()
        self._begun: set[Chain] = set()
        self._before: dict[str, tuple[Edge, ...]] = {}

    def recall(self, past: Past) -> None:
        """Fetch what is asked for from the past."""
        self._past = past
        pages = self._library.pages
        self._ids = Recalled(past.id_of)
        self._edges = Recalled(self._into)
        self._linked = Recalled(lambda one: {self._ids[e.parent] for e in self._into(one) if _chains(e)})
        self._chain_of = Recalled(lambda one: past.chain(pages[one].name))
        self._chains.recall(self._hangs)
        self._citations.recall(past, pages)

    def placed(self, page: Page) -> list[Placed]:
        """Where the outlet of a report is found, and those that it names."""
        return self._citations.placed(page)

    def _into(self, report_id: str) -> tuple[Edge, ...]:
        """The edges whose child is this report, as they were."""
        name = self._library.pages[report_id].name
        return tuple(e for e in self._past.edges(name) if e.child == name) if self._past else ()

    def _hangs(self, report_id: str) -> set[str] | None:
        """The reports joined to one by edges that make chains; ``None`` of one that was not there."""
        page = self._library.pages.get(report_id)
        if self._past is None or page is None or not self._past.chain(page.name):
            return None
        ends = ((e.parent, e.child) for e in self._past.edges(page.name) if _chains(e))
        return {self._ids[name] for both in ends for name in both} - {report_id}

    def add(self, page: Page, touched: set[str]) -> None:
        """A report came in, or came in again; ``touched`` are those whose pairs changed with it."""
        self._ids[page.name] = page.id
        self._chains.add(page.id)
        self._stale |= touched | self._citations.add(page)

    def replace(self, old: Page, page: Page, touched: set[str]) -> None:
        """The claims of a report are others; ``touched`` are those whose pairs changed with them."""
        self._stale |= touched
        if page.flows != old.flows:
            self._stale.add(page.id)
            self._stale |= self._citations.remove(old)
            self._stale |= self._citations.add(page)

    def remove(self, page: Page, touched: set[str]) -> None:
        """A report goes; ``touched`` are those whose pairs changed with it."""
        report_id, citing = page.id, self._citations.remove(page)
        self._chains.remove(report_id)
        self._linked[report_id] = set()
        for other in touched:
            self._linked[other].discard(report_id)
        self._before.setdefault(report_id, self._edges.pop(report_id, ()))
        self._end(report_id)
        self._ids.pop(page.name, None)
        self._stale = (self._stale | touched | citing) - {report_id}

    def refresh(self, touched: set[str]) -> set[str]:
        """Bring edges and chains up to date; returns the reports whose chain may have changed.

        Args:
            touched: reports whose pairs have changed since they were added.
        """
        self._stale |= touched
        here = [report_id for report_id in sorted(self._stale) if report_id in self._library.pages]
        for report_id in here:
            self._before.setdefault(report_id, self._edges.get(report_id, ()))
            self._edges[report_id] = self._edges_into(self._library.pages[report_id])
        self._relink(here)
        self._stale = set()
        changed = self._chains.changed()
        for report_id in changed:
            self._end(report_id)
        for report_id in sorted(changed):
            if report_id not in self._chain_of:
                self._begin(self._chains.group(report_id))
        return changed

    def moved(self) -> Moves:
        """What came and went since this was last asked; after ``refresh``."""
        came, went = [], []
        for report_id, old in self._before.items():
            new = self._edges.get(report_id, ())
            came += [edge for edge in new if edge not in old]
            went += [edge for edge in old if edge not in new]
        begun, ended = self._begun - self._ended, self._ended - self._begun
        looked_at, self._before = frozenset(self._before), {}
        self._begun, self._ended = set(), set()
        overlaps = self._library.moved()
        return Moves(
            tuple(came), tuple(went), *overlaps, tuple(sorted(begun)), tuple(sorted(ended)), looked_at
        )

    def chain(self, report_id: str) -> frozenset[str]:
        """The reports that hang together with this one by copies and rewrites."""
        return self._chains.group(report_id)

    def edges(self) -> tuple[Edge, ...]:
        """Every edge, by child and parent."""
        found = [edge for edges in self._edges.values() for edge in edges]
        return tuple(sorted(found, key=lambda e: (e.child, e.parent, e.kind)))

    def edges_into(self, report_id: str) -> tuple[Edge, ...]:
        """The edges whose child is this report, the weightiest first; after ``refresh``."""
        if self._past is not None:  # which does not say in what order they were
            return self._edges_into(self._library.pages[report_id])
        return self._edges.get(report_id, ())

    def chains(self) -> tuple[tuple[str, ...], ...]:
        """Chains of reports by name, single reports among them."""
        return tuple(sorted(set(self._chain_of.values())))

    def overlaps(self) -> tuple[Overlap, ...]:
        """Every pair that shares words worth showing."""
        found = [
            pair.overlap
            for one, pairs in self._library.pairs.items()
            for two, pair in pairs.items()
            if one == pair.a and pair.overlap and two
        ]
        return tuple(sorted(found, key=lambda o: (o.a, o.b)))

    def lines(self) -> tuple[ReportLine, ...]:
        """The reports, by name."""
        return tuple(page.line for page in sorted(self._library.pages.values(), key=lambda p: p.name))

    def _begin(self, group: frozenset[str]) -> None:
        names = tuple(sorted(self._library.pages[i].name for i in group))
        self._begun.add(names)
        self._chain_of.update(dict.fromkeys(group, names))

    def _end(self, report_id: str) -> None:
        names = self._chain_of.pop(report_id, None)
        if names is not None and names in self._begun:
            self._begun.discard(names)
        elif names is not None:
            self._ended.add(names)

    def _relink(self, reports: Iterable[str]) -> None:
        """Join these reports with their parents; part all of them first, as a parent may now be a child."""
        parents = {r: {self._ids[e.parent] for e in self._edges[r] if _chains(e)} for r in reports}
        for report_id, now in parents.items():
            for gone in self._linked[report_id] - now:
                self._chains.unlink(report_id, gone)
        for report_id, now in parents.items():
            for new in now - self._linked[report_id]:
                self._chains.link(report_id, new)
        self._linked.update(parents)

    def _edges_into(self, page: Page) -> tuple[Edge, ...]:
        kept: list[Edge] = []
        pairs = [(p, other) for other, p in self._library.pairs[page.id].items() if p.edge]
        ranked = [
            (not p.edge.declared, -p.weight, p.edge.parent, p.edge, other)
            for p, other in pairs
            if p.edge and p.edge.child == page.name
        ]
        parents: list[str] = []
        of: set[str] = set()
        for *_, edge, other in sorted(ranked, key=lambda r: r[:3]):
            if not any(self._library.copied(other, parent) for parent in parents):
                kept.append(edge)
                of.add(other)
            parents.append(other)
        return (*kept, *self._citations.edges(page, of))


def _chains(edge: Edge) -> bool:
    """Whether an edge makes one chain of its two reports."""
    return not edge.external and edge.kind is not EdgeKind.CITES

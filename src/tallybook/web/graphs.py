"""The lineage graph of some reports, drawn."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from tallybook.store import Book
from tallybook.web import addresses
from tallybook.web.charts import GraphEdge, GraphNode, lineage_graph

MOST = 40
"""Reports in one picture; the table below it lists all."""


def graph_of(book: Book, reports: Iterable[str]) -> Markup | None:
    """The picture of these reports (by name) with what they depend on; ``None`` where nothing does."""
    names = tuple(dict.fromkeys(reports))[:MOST]
    inside = set(names)
    found = book.lineage.edges_of(names)
    edges = sorted(
        (edge for edge in found if edge.child in inside and (edge.parent in inside or edge.external)),
        key=lambda edge: (edge.parent, edge.child),
    )
    if not edges and len(names) < 2:
        return None
    lines = book.shelf.lines(names)
    outside = dict.fromkeys(edge.parent for edge in edges if edge.parent not in inside)
    nodes = [
        GraphNode(
            name=name,
            label=(lines[name].publisher or lines[name].title or name) if name in lines else name,
            href=addresses.report(lines[name].id) if name in lines else addresses.outlet(name),
        )
        for name in names
    ]
    nodes += [GraphNode(name, name, addresses.outlet(name), outside=True) for name in outside]
    return lineage_graph(
        nodes,
        [
            GraphEdge(
                parent=edge.parent,
                child=edge.child,
                kind=str(edge.kind),
                reason=edge.reason,
                probable=edge.certainty == "probable",
                open_direction=edge.direction == "open",
            )
            for edge in edges
        ],
    )

"""Who took what from whom, as a picture: parents left, children right, one row a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tallybook.web.charts.drawing import HeldWords, Spec, draw

_DASHES = {"copy": [1, 0], "rewrite": [6, 4], "cites": [2, 3]}
_COLUMN, _ROW = 300, 46
_NAME = 38


Row = dict[str, object]


class GraphNode(NamedTuple):
    """A report, or an outlet outside the book (``outside``), with the address that it leads to."""

    name: str
    label: str
    href: str
    outside: bool = False


class GraphEdge(NamedTuple):
    """A copy, rewrite or citation from ``parent`` to ``child``, with its reason in words."""

    parent: str
    child: str
    kind: str
    reason: str
    probable: bool = False
    open_direction: bool = False


def lineage_graph(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> Markup | None:
    """The reports and their edges as a picture; ``None`` where there is nothing to show.

    Copies are solid, rewrites dashed, citations dotted; an edge of open direction has no arrow.
    """
    if not nodes:
        return None
    known = {node.name for node in nodes}
    edges = [edge for edge in edges if edge.parent in known and edge.child in known]
    places = _places(nodes, edges)
    held = HeldWords()
    points = [_point(node, places[node.name], held) for node in nodes]
    lines = [_line(edge, places, held) for edge in edges]
    columns = max(column for column, _ in places.values()) + 1
    rows = max(row for _, row in places.values()) + 1
    ends = {
        "x": {"field": "x", **_axis([-0.08, columns])},
        "y": {"field": "y", **_axis([rows - 0.4, -0.6])},
    }
    spec: Spec = {
        "width": columns * _COLUMN,
        "height": rows * _ROW,
        "layer": [_edge_layer(lines, ends), _arrow_layer(lines, ends), *_report_layers(points, ends)],
    }
    return draw(spec, f"Who took what from whom: {len(nodes)} reports and {len(edges)} edges", held)


def _axis(domain: list[float]) -> Spec:
    return {"type": "quantitative", "axis": None, "scale": {"domain": domain, "nice": False}}


def _edge_layer(lines: list[Row], ends: Spec) -> Spec:
    kinds = [kind for kind in _DASHES if any(line["kind"] == kind for line in lines)]
    legend = {"orient": "bottom", "symbolStrokeColor": "var(--ink)", "symbolSize": 400}
    dash = {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "scale": {"domain": kinds, "range": [_DASHES[kind] for kind in kinds]},
        "legend": legend if kinds else None,
    }
    ends = {**ends, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return {
        "data": {"values": lines},
        "mark": {"type": "rule", "strokeWidth": 1.6, "color": "var(--ink)"},
        "encoding": {**ends, "strokeDash": dash, "description": {"field": "said"}},
    }


def _arrow_layer(lines: list[Row], ends: Spec) -> Spec:
    mark = {"type": "text", "color": "var(--ink)", "fontSize": 13, "text": "▸", "aria": False, "dx": -9}
    return {
        "data": {"values": [line for line in lines if line["arrow"]]},
        "mark": mark,
        "encoding": {"x": {**ends["x"], "field": "x2"}, "y": {**ends["y"], "field": "y2"}},
    }


def _report_layers(points: list[Row], ends: Spec) -> list[Spec]:
    fill = {"field": "fill", "type": "nominal", "scale": None, "legend": None}
    said = {"text": {"field": "label"}, "href": {"field": "href"}, "description": {"field": "said"}}
    return [
        {
            "data": {"values": points},
            "mark": {"type": "point", "size": 70, "filled": True, "opacity": 1, "aria": False},
            "encoding": {**ends, "color": fill, "stroke": {"value": "var(--accent)"}},
        },
        {
            "data": {"values": points},
            "mark": {"type": "text", "align": "left", "dx": 10, "dy": -9, "color": "var(--ink)"},
            "encoding": {**ends, **said},
        },
    ]


def _places(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge]) -> dict[str, tuple[int, int]]:
    """Column and row of each report: a child stands right of its parents, below its first one."""
    children: dict[str, list[str]] = {node.name: [] for node in nodes}
    parents: dict[str, int] = dict.fromkeys(children, 0)
    for edge in edges:
        children[edge.parent].append(edge.child)
        parents[edge.child] += 1
    places: dict[str, tuple[int, int]] = {}

    def lay(name: str, column: int) -> None:
        if name in places:
            return
        places[name] = (column, len(places))
        for child in children[name]:
            lay(child, column + 1)

    for name in sorted(children, key=lambda name: (parents[name], not children[name])):
        lay(name, 0)
    return places


def _point(node: GraphNode, place: tuple[int, int], held: HeldWords) -> Row:
    label = held.hold(node.label, _NAME)
    return {
        "x": place[0],
        "y": place[1],
        "label": f"({label})" if node.outside else label,
        "href": held.hold(node.href, 2000),
        "fill": "var(--paper)" if node.outside else "var(--accent)",
        "said": f"{held.hold(node.label)}, not in the book" if node.outside else held.hold(node.label),
    }


def _line(edge: GraphEdge, places: dict[str, tuple[int, int]], held: HeldWords) -> Row:
    (x, y), (x2, y2) = places[edge.parent], places[edge.child]
    sure = "probably " if edge.probable else ""
    said = f"{held.hold(edge.child)}: {sure}{edge.kind} of {held.hold(edge.parent)}"
    return {
        "x": x,
        "y": y,
        "x2": x2,
        "y2": y2,
        "kind": edge.kind,
        "arrow": not edge.open_direction,
        "said": f"{said}: {held.hold(edge.reason, 200)}",
    }

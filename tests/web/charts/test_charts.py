"""Pictures say what the book says, in marks that lead to the words, and carry nothing that runs."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from tallybook.errors import CannotDraw
from tallybook.web.charts import (
    FigureMark,
    GraphEdge,
    GraphNode,
    TimelineRow,
    lineage_graph,
    quantity_chart,
    timeline,
)
from tallybook.web.charts.drawing import NOT_DRAWN, HeldWords, draw
from tallybook.web.charts.engine import Engine

HOSTILE = "</svg><script>alert(1)</script>' + alert(1) + '\\u202e\x00"
DAY = dt.date(2023, 10, 13)

FIGURES = (
    FigureMark("more than 1,000 containers", 1000, None, None, "containers", DAY, "A ministry", "/claims/c1"),
    FigureMark("1,000 containers", 1000, 1000, 1000, "containers", DAY, "A ministry", "/claims/c2"),
    FigureMark(HOSTILE, 2e6, None, 3e6, "shells", dt.date(2024, 2, 26), HOSTILE, "/claims/c3"),
)
ROWS = (
    TimelineRow("transfer", HOSTILE, None, DAY, "/transfers/t1"),
    TimelineRow("statement", "a ministry speaks", DAY, DAY, "/claims/c1"),
    TimelineRow("response", "a ministry speaks", DAY, None, "/claims/c4"),
)
NODES = (
    GraphNode("a", "Harbour Courier", "/reports/r1"),
    GraphNode("b", HOSTILE, "/reports/r2"),
    GraphNode("x", "an outlet elsewhere", "/outlets/x", outside=True),
)
EDGES = (GraphEdge("a", "b", "copy", HOSTILE), GraphEdge("x", "b", "cites", "names it", probable=True))

PICTURES = {
    "quantities": quantity_chart(FIGURES),
    "timeline": timeline(ROWS),
    "lineage": lineage_graph(NODES, EDGES),
}


def parsed(name: str) -> ET.Element:
    """A picture as XML."""
    svg = PICTURES[name]
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314 - our own picture


def links(name: str) -> set[str]:
    """The addresses that the marks of a picture lead to."""
    return {e.get("href", "") for e in parsed(name).iter() if e.tag.endswith("}a")}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_fit_for_a_strict_page(name: str) -> None:
    """No script, style or handler in it, whatever the reports hold, and a label that tells what it is."""
    root = parsed(name)
    assert root.get("aria-label")
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in {"script", "style", "foreignObject", "image"}
        assert not any(key == "style" or key.lower().startswith("on") for key in element.attrib)


def test_every_figure_leads_to_its_words() -> None:
    """One mark a figure, linked to its claim, with its exact words, day and origin said."""
    assert links("quantities") == {"/claims/c1", "/claims/c2", "/claims/c3"}
    titles = [e.text or "" for e in parsed("quantities").iter() if e.tag.endswith("}title")]
    assert any("more than 1,000 containers" in t and "2023-10-13" in t and "A ministry" in t for t in titles)


def test_every_dated_row_and_every_report_leads_somewhere() -> None:
    """Rows of the timeline and reports of the graph are links."""
    assert links("timeline") == {"/transfers/t1", "/claims/c1", "/claims/c4"}
    assert links("lineage") == {"/reports/r1", "/reports/r2", "/outlets/x"}


def test_nothing_to_show_is_no_picture() -> None:
    """Figures without a number, rows without a date, no reports: no empty frame."""
    assert quantity_chart([FIGURES[0]._replace(low=None)]) is None
    assert timeline([TimelineRow("transfer", "open", None, None, "/transfers/t1")]) is None
    assert lineage_graph([], []) is None


def test_a_circle_of_edges_is_drawn_too() -> None:
    """Reports that name each other do not hang the drawing."""
    edges = [GraphEdge("a", "b", "cites", "names it"), GraphEdge("b", "a", "cites", "names it")]
    assert lineage_graph(NODES[:2], edges)


def test_a_picture_that_ends_the_engine_ends_nothing_else() -> None:
    """What the engine cannot draw is told in words, and the next picture is drawn as ever."""
    engine = Engine()
    with pytest.raises(CannotDraw):
        engine.svg(b'{"data":{"values":[{"a":"\\u0000"}]},"mark":"text","encoding":{"text":{"field":"a"}}}')
    with pytest.raises(CannotDraw):
        engine.svg(b"no specification")
    assert engine.svg(b'{"data":{"values":[{}]},"mark":"point"}').startswith("<svg")
    engine.close()


def test_a_picture_that_cannot_be_drawn_leaves_the_page_whole() -> None:
    """Where there is no picture, a sentence stands in its place."""
    assert draw({"mark": "no such mark"}, "Nothing", HeldWords()) == NOT_DRAWN

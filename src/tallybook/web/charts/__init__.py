"""Pictures of the register: quantities over time, a timeline, and who took what from whom.

Each is drawn on the server as SVG that needs no script, prints as it stands, follows the page's colours, and
whose marks are links that say their words.
"""

from tallybook.web.charts.drawing import warm
from tallybook.web.charts.lineage import GraphEdge, GraphNode, lineage_graph
from tallybook.web.charts.quantities import FigureMark, quantity_chart
from tallybook.web.charts.timeline import TimelineRow, timeline

__all__ = [
    "FigureMark",
    "GraphEdge",
    "GraphNode",
    "TimelineRow",
    "lineage_graph",
    "quantity_chart",
    "timeline",
    "warm",
]

"""Quantities over time: one mark a figure, with its bounds, coloured and shaped by origin."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tallybook.web.charts.drawing import SERIES, SHAPES, HeldWords, Spec, draw

_DAY = dt.timedelta(days=1)
_MARGIN = 15 * _DAY
_UP, _DOWN = "↑", "↓"


class FigureMark(NamedTuple):
    """One figure: its exact words, its bounds (``None``: open), its day, its origin, and where it stands."""

    words: str
    low: float | None
    best: float | None
    high: float | None
    unit: str
    as_of: dt.date
    origin: str
    href: str
    cumulative: bool = False

    @property
    def value(self) -> float | None:
        """Where the mark stands: the figure itself, or the bound that the words give."""
        return next((n for n in (self.best, self.low, self.high) if n is not None), None)


def quantity_chart(figures: Sequence[FigureMark], width: int = 640) -> Markup | None:
    """The figures as a picture, one panel a unit; ``None`` where no figure has a number.

    The unit with most figures comes first. A bar spans low to high; an arrow stands at the open side of a
    bound. Figures of one day stand beside each other. Nothing is joined by lines or added up: figures of
    different origins are no series.
    """
    held = HeldWords()
    rows = _rows([figure for figure in figures if figure.value is not None], held)
    if not rows:
        return None
    origins = list(dict.fromkeys(str(row["origin"]) for row in rows))
    units = [unit for unit, _ in Counter(str(row["unit"]) for row in rows).most_common()]
    height = 190 if len(units) == 1 else 110
    days = [figure.as_of for figure in figures]
    x = {
        "field": "at",
        "type": "temporal",
        "title": "as of",
        "axis": {"format": "%e %b %Y", "labelOverlap": True, "tickCount": 5},
        "scale": {"domain": [str(min(days) - _MARGIN), str(max(days) + _MARGIN)], "type": "utc"},
    }
    spec: Spec = {
        "data": {"values": rows},
        "facet": {"row": {"field": "unit", "type": "nominal", "title": None, "sort": units}},
        "resolve": {"scale": {"y": "independent"}},
        "spec": {"encoding": {"x": x}, "layer": _layers(origins), "width": width, "height": height},
    }
    label = f"Quantities over time: {len(rows)} figures of {len(origins)} origins, in {', '.join(units)}"
    return draw(spec, label, held)


def _layers(origins: list[str]) -> list[Spec]:
    """A bar from low to high, a mark coloured and shaped by origin, an arrow at an open side."""
    legend = {"title": "origin", "orient": "bottom", "columns": 1, "symbolSize": 90}
    colour, shape = (
        {
            "field": "origin",
            "type": "nominal",
            "scale": {"domain": origins, "range": [choices[n % len(choices)] for n in range(len(origins))]},
            "legend": legend,
        }
        for choices in (SERIES, SHAPES)
    )
    value = {"field": "value", "type": "quantitative"}
    axis = {"title": None, "axis": {"format": ",.0f", "tickCount": 4}, "scale": {"zero": True, "nice": True}}
    low = {"field": "low", "type": "quantitative"}
    return [
        {
            "transform": [{"filter": "datum.low != null && datum.high != null && datum.low < datum.high"}],
            "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.6, "aria": False},
            "encoding": {"y": low, "y2": {"field": "high"}, "color": colour},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
            "encoding": {
                "y": {**value, **axis},
                "color": colour,
                "shape": shape,
                "href": {"field": "href"},
                "description": {"field": "said"},
            },
        },
        {
            "mark": {"type": "text", "dy": -13, "fontSize": 15, "aria": False},
            "encoding": {"y": value, "text": {"field": "open"}},
        },
    ]


def _rows(figures: Sequence[FigureMark], held: HeldWords) -> list[dict[str, object]]:
    if not figures:
        return []
    whole = max(f.as_of for f in figures) - min(f.as_of for f in figures) + 30 * _DAY
    step = max(_DAY / 2, whole / 45)
    taken: dict[tuple[dt.date, str], int] = {}
    rows = []
    for figure in sorted(figures, key=lambda f: (f.as_of, f.origin, f.words)):
        place = taken[(figure.as_of, figure.unit)] = taken.get((figure.as_of, figure.unit), -1) + 1
        at = dt.datetime.combine(figure.as_of, dt.time(12), dt.UTC) + _beside(place) * step
        rows.append({"at": at.isoformat(), **_shown(figure, held)})
    return rows


def _beside(place: int) -> int:
    """0, 1, -1, 2, -2, …: figures of one day spread to both sides of it."""
    return (place + 1) // 2 * (1 if place % 2 else -1)


def _shown(figure: FigureMark, held: HeldWords) -> dict[str, object]:
    total = ", running total" if figure.cumulative else ""
    origin = held.hold(figure.origin, 60)
    return {
        "low": figure.low,
        "high": figure.high,
        "value": figure.value,
        "unit": held.hold(figure.unit, 30),
        "open": _UP if figure.high is None else _DOWN if figure.low is None else "",
        "origin": origin,
        "href": held.hold(figure.href, 2000),
        "said": f"“{held.hold(figure.words, 80)}”, as of {figure.as_of}, {origin}{total}",
    }

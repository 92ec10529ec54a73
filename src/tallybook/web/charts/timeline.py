"""A timeline: what happened, what was said and what was done about it, each with its precision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup

from tallybook.web.charts.drawing import HeldWords, Spec, draw

Kind = Literal["transfer", "statement", "response"]

_COLOURS: dict[Kind, str] = {
    "transfer": "var(--series-1)",
    "statement": "var(--series-2)",
    "response": "var(--series-3)",
}
_SHAPES: dict[Kind, str] = {"transfer": "square", "statement": "circle", "response": "diamond"}
_LABEL = 46
MOST = 60
"""Rows of one picture."""


class TimelineRow(NamedTuple):
    """One row: its kind, what it says, and the days that the words allow (``None``: open on that side)."""

    kind: Kind
    label: str
    earliest: dt.date | None
    latest: dt.date | None
    href: str


def timeline(rows: Sequence[TimelineRow], width: int = 560) -> Markup | None:
    """The dated rows in order as a picture; ``None`` where no row has a date.

    Of many rows the latest are drawn. A day is a mark, a period a bar, and an open side an arrow: the words
    give no start, or no end.
    """
    dated = sorted((row for row in rows if row.earliest or row.latest), key=_order)[-MOST:]
    if not dated:
        return None
    held = HeldWords()
    values = [_value(row, place, held) for place, row in enumerate(dated)]
    days = [day for row in dated for day in (row.earliest, row.latest) if day]
    spec: Spec = {
        "data": {"values": values},
        "width": width,
        "height": {"step": 22},
        "encoding": {"y": _rows_axis(values)},
        "layer": _layers(_days_axis(days), [kind for kind in _COLOURS if any(r.kind == kind for r in dated)]),
    }
    return draw(spec, f"Timeline of {len(values)} entries from {min(days)} to {max(days)}", held)


def _days_axis(days: list[dt.date]) -> Spec:
    margin = max(dt.timedelta(days=3), (max(days) - min(days)) / 20)
    return {
        "field": "start",
        "type": "temporal",
        "title": None,
        "scale": {"domain": [str(min(days) - margin), str(max(days) + margin)], "type": "utc"},
        "axis": {"format": "%e %b %Y", "labelOverlap": True, "orient": "top", "tickCount": 6},
    }


def _rows_axis(values: list[dict[str, object]]) -> Spec:
    axis = {"labelExpr": _labels(values), "labelLimit": 330, "grid": True, "ticks": False, "domain": False}
    return {"field": "place", "type": "ordinal", "title": None, "axis": axis}


def _layers(x: Spec, kinds: list[Kind]) -> list[Spec]:
    """A bar where it is more than a day, a mark coloured and shaped by kind, an arrow at an open side."""
    colour, shape = (
        {
            "field": "kind",
            "type": "nominal",
            "title": None,
            "scale": {"domain": kinds, "range": [choice[kind] for kind in kinds]},
            "legend": {"orient": "bottom"},
        }
        for choice in (_COLOURS, _SHAPES)
    )
    at = {**x, "field": "mark"}
    beside = {"expr": "datum.open == '←' ? -13 : 13"}
    return [
        {
            "transform": [{"filter": "datum.start != datum.end"}],
            "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.55, "aria": False},
            "encoding": {"x": x, "x2": {"field": "end"}, "color": colour},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
            "encoding": {
                "x": at,
                "color": colour,
                "shape": shape,
                "href": {"field": "href"},
                "description": {"field": "said"},
            },
        },
        {
            "mark": {"type": "text", "dx": beside, "fontSize": 14, "aria": False},
            "encoding": {"x": at, "text": {"field": "open"}},
        },
    ]


def _labels(values: list[dict[str, object]]) -> str:
    """The expression that gives each row its words; rows are numbered, as two may bear the same words."""
    cases = (f"datum.value == {value['place']} ? '{value['label']}' : " for value in values)
    return "".join(cases) + "''"


def _order(row: TimelineRow) -> tuple[dt.date, str, str]:
    day = row.earliest or row.latest
    assert day is not None  # noqa: S101 - rows without a date are left out before
    return (day, row.kind, row.label)


def _value(row: TimelineRow, place: int, held: HeldWords) -> dict[str, object]:
    first, last = row.earliest or row.latest, row.latest or row.earliest
    open_side = "←" if row.earliest is None else "→" if row.latest is None else ""
    when = f"{first}" if first == last and not open_side else f"{row.earliest or '…'} to {row.latest or '…'}"
    return {
        "place": place,
        "kind": row.kind,
        "label": held.hold(row.label, _LABEL),
        "start": str(first),
        "end": str(last),
        "mark": str(last if row.earliest is None else first),
        "open": open_side,
        "href": held.hold(row.href, 2000),
        "said": f"{row.kind}: {held.hold(row.label)} ({when})",
    }

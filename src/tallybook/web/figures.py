"""Figures of a flow as marks of the quantity chart."""

from __future__ import annotations

from tallybook.reconcile import Figure
from tallybook.web.charts import FigureMark
from tallybook.web.days import last_day


def mark_of(figure: Figure, origin: str, href: str) -> FigureMark | None:
    """The mark of a figure; ``None`` where no day can place it.

    Args:
        figure: as reconciling tells it.
        origin: who stands behind it, empty for the outlet itself.
        href: where its words are.
    """
    as_of = last_day(figure.as_of)
    if as_of is None:
        return None
    return FigureMark(
        words=figure.words,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        unit=figure.unit or "unit not said",
        as_of=as_of,
        origin=origin or "the outlet itself",
        href=href,
        cumulative=bool(figure.cumulative),
    )

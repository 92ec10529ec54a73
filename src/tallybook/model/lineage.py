"""How reports depend on one another, and what they go back to."""

from __future__ import annotations

from typing import Literal

import msgspec

from tallybook.model.terms import EdgeKind, PrimaryState


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the lineage lists it; ``words`` is its length."""

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    words: int


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """Words that two reports share verbatim.

    Attributes:
        containment: share of the shorter report's shingles that stand in the other, 0 to 1.
        words: number of words in shared runs.
        outside_quotes: those of them that stand outside quotation marks.
    """

    a: str
    b: str
    containment: float
    words: int
    outside_quotes: int


class Edge(msgspec.Struct, frozen=True, kw_only=True, rename={"parent": "from", "child": "to"}):
    """One report (or an outlet that is not in the book) that another one copies, rewrites or cites."""

    parent: str
    child: str
    kind: EdgeKind
    direction: Literal["known", "open"]
    external: bool
    declared: bool
    certainty: Literal["certain", "probable"]
    reason: str


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The speaker and occasion that claims go back to."""

    id: str
    speaker: str | None
    organisation: str | None
    occasion: str | None
    date: str | None
    primary: PrimaryState
    reports: tuple[str, ...]
    claims: tuple[str, ...]


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """The lineage export (CONTRACT, "Lineage")."""

    reports: tuple[ReportLine, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    edges: tuple[Edge, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    origins: tuple[Origin, ...] = ()

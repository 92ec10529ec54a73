"""A transfer: the claims that speak of the same delivery, plan or request, side by side."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from tallybook.model.terms import Category, DifferenceType, Relation, Stage


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """The reconciled amount of a transfer.

    Attributes:
        low: what every figure allows.
        best: ``None`` unless one exact figure is undisputed.
        high: ``None`` if any figure is open upwards.
    """

    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    as_of: str | None = None


class Dates(msgspec.Struct, frozen=True, kw_only=True, rename={"earliest": "from", "latest": "to"}):
    """When the transfer happened, by all its claims together."""

    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """NATO Admiralty grade: ``reliability`` A to F, ``credibility`` 1 to 6, proposed until signed."""

    reliability: str = "F"
    credibility: int = 6
    proposed: bool = True
    reason: str = ""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A typed difference between claims of one transfer, with its reason in words."""

    type: DifferenceType
    change: Literal["weaker", "stronger"] | None = None
    between: tuple[str, ...]
    reason: str


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """What one claim says of an attribute: the value, its exact words (at most 80 characters), where."""

    value: str | None
    words: str | None
    report: str
    claim: str


class Attribute(msgspec.Struct, frozen=True, kw_only=True):
    """One attribute of a transfer with the values of all its claims side by side."""

    name: str
    status: Literal["agree", "differ", "single"]
    differences: tuple[Difference, ...] = ()
    values: tuple[Value, ...] = ()


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """A link to another transfer, with its reason."""

    id: str
    relation: Relation
    reason: str


class MeasureHit(msgspec.Struct, frozen=True, kw_only=True):
    """A measure that may apply: its id, the paragraph, the date looked at and the reason."""

    id: str
    paragraph: str
    in_force_on: str | None
    reason: str


class Transfer(msgspec.Struct, frozen=True, kw_only=True):
    """One transfer in the shape of the transfers export (CONTRACT, "Transfers")."""

    id: str
    supplier: str | None
    recipient: str | None
    stage: Stage | None
    goods: tuple[Category, ...] = ()
    quantity: Amount | None = None
    period: Dates | None = None
    claims: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    chains: int = 0
    origins: tuple[str, ...] = ()
    origins_at_most: int = 0
    grade: Grade = Grade()
    attributes: tuple[Attribute, ...] = ()
    related: tuple[Related, ...] = ()
    measures: tuple[MeasureHit, ...] = ()

"""Measures that bear on arms transfers: what is forbidden to whom, from when to when, and where it stands."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

import msgspec

from tallybook.model import Category
from tallybook.vocabulary.loader import Entry

GoodsScope = Literal["arms", "major-arms", "small-arms", "any"]
"""Shorthands for goods: all arms and related materiel; the seven UN Register classes and their parts; small
arms; anything at all (catch-all paragraphs)."""


class Group(Entry, frozen=True, kw_only=True):
    """A group of states that a measure binds, with the dates of entering and leaving (ISO, half-open)."""

    name: str
    members: tuple[str, ...]
    joined: dict[str, dt.date] = msgspec.field(default_factory=dict)
    left: dict[str, dt.date] = msgspec.field(default_factory=dict)

    def holds(self, party: str, on: dt.date | None) -> bool:
        """Whether ``party`` is a member on that day (at any time, where the day is open)."""
        if party not in self.members and party not in self.left:
            return False
        if on is None:
            return True
        return self.joined.get(party, dt.date.min) <= on < self.left.get(party, dt.date.max)


class Measure(Entry, frozen=True, kw_only=True):
    """One paragraph in force.

    Attributes:
        name: short id, such as ``UNSCR 1718 8(b)``.
        issuer, instrument, paragraph: who, which document, where in it.
        binds: ``all`` states, a group of states, or one state.
        supplier, recipient: the ends of the flow that the paragraph speaks of; empty for any.
        goods: shorthands and categories that it covers.
        since, until: first day in force and first day no longer in force (``None``: still in force).
        forbids: what it forbids, in our words.
        but: exceptions and conditions, in our words.
        reaches_abroad: whether it also threatens parties that it does not bind (secondary sanctions).
        source: address or official citation.
        verified: whether number, date and content were checked against the text or a record of it.
        note: what was not.
    """

    name: str
    issuer: Literal["UN", "EU", "US", "UK"]
    instrument: str
    paragraph: str
    binds: str = "all"
    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    goods: tuple[str, ...] = ("arms",)
    since: dt.date
    until: dt.date | None = None
    forbids: str
    but: str | None = None
    reaches_abroad: bool = False
    source: str
    verified: bool = False
    note: str | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            msg = f"{self.name} ends on {self.until}, before it starts on {self.since}"
            raise ValueError(msg)
        unknown = set(self.goods) - {*get_args(GoodsScope), *Category}
        if unknown:
            msg = f"{self.name} names goods that are no category or shorthand: {', '.join(sorted(unknown))}"
            raise ValueError(msg)
        if not self.supplier and not self.recipient:
            msg = f"{self.name} names neither a supplier nor a recipient"
            raise ValueError(msg)

"""What the register hands out beside the nouns of the model: lines of lists, pages, counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import msgspec

from tallybook.model import Claim, Handling, Report

T = TypeVar("T")


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """Part of a list; ``next`` is what to ask for as ``after``, ``None`` at the end."""

    items: tuple[T, ...]
    next: str | None = None


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many; ``more`` says that counting stopped at ``n``."""

    n: int
    more: bool = False


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a facet and the number of claims that have it."""

    value: str
    count: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """Tallies by facet, most first; ``more`` says that only the first claims that fit were counted."""

    values: Mapping[str, tuple[Tally, ...]]
    more: bool = False


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report as lists show it.

    Attributes:
        words: length of its text.
        seen, seen_by: whether a person has had it before them, and who first.
        rank: place in the queue, 0 first.
        news: what reconciling said is new in it, with its ``sentence``; ``None`` before that.
        claims, proposed: how many claims it has, and how many of them nobody has checked.
    """

    id: str
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    captured_at: str
    version: int
    handling: Handling
    words: int
    seen: bool
    seen_by: str | None
    rank: int
    news: Mapping[str, object] | None
    claims: int = 0
    proposed: int = 0


class VersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One captured version of a report; ``size`` in bytes, 0 where nothing was captured."""

    version: int
    sha256: str
    captured_at: str
    capture_method: str
    media_type: str
    size: int


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a capture: the report as stored, and whether it or its bytes are new."""

    report: Report
    new_report: bool
    new_version: bool


class Renewed(msgspec.Struct, frozen=True, kw_only=True):
    """What a reading changed, as claim ids."""

    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()


class Reread(msgspec.Struct, frozen=True, kw_only=True):
    """What a later reading says of a claim that a person decided on; ``None``: it finds no such claim."""

    claim: Claim | None


class Retired(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that a later reading no longer found, and the one that took its place, if any."""

    claim: Claim
    successor: str | None
    at: str
    reason: str


class PartyUse(msgspec.Struct, frozen=True, kw_only=True):
    """Words used for a party in a role; ``words`` is empty where the report leaves the party unsaid."""

    role: str
    words: str
    count: int


class FlowRow(msgspec.Struct, frozen=True, kw_only=True):
    """A flow as lists show it; ``body`` is what reconciling says of it (series, responses, reports)."""

    supplier: str | None
    recipient: str | None
    transfers: int
    claims: int
    body: Mapping[str, object]


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """Why a transfer is one.

    Attributes:
        links: pairs of its claims (``a``, ``b``) with a ``score`` and the ``reason``.
        independence: why some of its origins are not independent of one another.
    """

    links: tuple[Mapping[str, object], ...] = ()
    independence: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Something found: ``snippet`` in pieces, ``True`` where a word that was asked for stands."""

    id: str
    report: str
    title: str | None
    snippet: tuple[tuple[str, bool], ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found, newest first."""

    reports: Page[Hit]
    claims: Page[Hit]

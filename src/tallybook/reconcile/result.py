"""What reconciling gives back, besides the nouns of the model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property

import msgspec

from tallybook.errors import UnknownId
from tallybook.model import (
    Attribute,
    Category,
    Claim,
    Edge,
    Lineage,
    MeasureHit,
    Origin,
    Overlap,
    Report,
    Transfer,
)
from tallybook.reconcile.grouping import Link

Measures = Callable[
    [str | None, str | None, tuple[Category, ...], dt.date | None, dt.date | None], tuple[MeasureHit, ...]
]
"""Supplier, recipient, goods, first and last day to the measures that may apply."""


class NewsKind(StrEnum):
    """What a report brings, gravest first: the order of the desk's queue."""

    NEW_ORIGIN = "new-origin"
    NEW_FIGURE = "new-figure"
    DENIAL = "denial"
    BACKGROUND = "background"
    REPEAT = "repeat"
    REWRITE = "rewrite"
    COPY = "copy"
    NOTHING = "nothing"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a flow, never added up with another.

    Attributes:
        claim, report, transfer: where it stands.
        words: its exact words.
        low, best, high, unit: as the words allow; ``best`` only where they give one number.
        as_of: the day that it is true for, EDTF.
        cumulative: a running total, a single lot, or ``None`` where the words leave it open.
        alternative_to: claims that give other readings of the same load.
        part_of: claims that give a total of which this is a part.
        origin: id of the origin, ``None`` for a report's own voice.
    """

    claim: str
    report: str
    transfer: str
    words: str
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    as_of: str | None
    cumulative: bool | None
    alternative_to: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    origin: str | None = None


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Everything from one supplier to one recipient; ``responses`` are compared as attributes are.

    ``claims`` is how many claims its transfers have.
    """

    supplier: str | None
    recipient: str | None
    transfers: tuple[str, ...]
    reports: tuple[str, ...]
    series: tuple[Figure, ...]
    responses: tuple[Attribute, ...]
    claims: int = 0


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What one report brings against the reports that were captured before it.

    Attributes:
        report, report_id: which report; ``arrived`` is when it was captured.
        kind: the gravest thing that it brings.
        sentence: the whole in one sentence.
        of: what it copies or rewrites.
        new_claims, repeated_claims, changed, denials: ids of its claims.
        new_origins, transfers: ids.
        rank: its place in the desk's queue, least first; never changed by what other reports bring.
    """

    report: str
    report_id: str
    arrived: str
    kind: NewsKind
    sentence: str
    of: str | None = None
    new_claims: tuple[str, ...] = ()
    repeated_claims: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    new_origins: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()
    rank: int = 0


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement and a reading that do not go together: shown, never resolved silently."""

    judgement: str
    what: str
    claim: str | None = None
    report: str | None = None
    found: str | None = None
    decided: str | None = None


class Independence(msgspec.Struct, frozen=True, kw_only=True):
    """At most how many origins of a transfer are independent, and why some are not."""

    at_most: int
    reasons: tuple[str, ...]


class Reconciled(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The register as reconciled. Old ids of transfers and origins lead to what now holds their claim.

    Attributes:
        reports, claims: as they stand after all judgements; rejected claims stay, and their state says so.
        lineage: overlaps, edges, chains and origins.
        transfers: by first publication.
        flows: by supplier and recipient.
        news: one for each report, in order of arrival.
        conflicts: judgements that do not go together with the readings.
        links: just enough pairs, the strongest, to explain why the claims of a transfer stand together.
        independence: for each transfer at most how many of its origins are independent, and why not more.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    lineage: Lineage
    transfers: tuple[Transfer, ...]
    flows: tuple[Flow, ...]
    news: tuple[News, ...]
    conflicts: tuple[Conflict, ...]
    links: tuple[Link, ...]
    independence: dict[str, Independence]

    def transfer(self, id_: str) -> Transfer:
        """The transfer of this id, or the one that now holds the claim which the id was made of.

        Raises:
            UnknownId: no transfer has, or ever had, that id.
        """
        found = self._transfers.get(id_)
        if found is None:
            raise UnknownId(f"no transfer has the id {id_}")
        return found

    def origin(self, id_: str) -> Origin:
        """The origin of this id, old ids included.

        Raises:
            UnknownId: no origin has, or ever had, that id.
        """
        found = self._origins.get(id_)
        if found is None:
            raise UnknownId(f"no origin has the id {id_}")
        return found

    def transfer_of(self, claim_id: str) -> Transfer | None:
        """The transfer in which a claim stands; ``None`` for responses and rejected claims."""
        return self._transfers.get(derived_id("t", claim_id))

    @cached_property
    def _transfers(self) -> dict[str, Transfer]:
        return {derived_id("t", claim): transfer for transfer in self.transfers for claim in transfer.claims}

    @cached_property
    def _origins(self) -> dict[str, Origin]:
        return {derived_id("o", claim): origin for origin in self.lineage.origins for claim in origin.claims}


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What the last changes touched; with ``gone`` what is no more. Costs what was touched, not the book.

    Attributes:
        reports: whose metadata or claims may stand otherwise.
        claims: all claims of those reports, by report id.
        transfers, origins, flows, news, edges, overlaps, chains: new, or other than before.
        links: for these transfers why their claims stand together; ``independence`` why some origins are not
            independent.
        conflicts: all of them.
    """

    reports: tuple[Report, ...]
    claims: dict[str, tuple[Claim, ...]]
    transfers: tuple[Transfer, ...]
    gone: tuple[str, ...]
    links: dict[str, tuple[Link, ...]]
    independence: dict[str, Independence]
    flows: tuple[Flow, ...]
    gone_flows: tuple[tuple[str | None, str | None], ...]
    origins: tuple[Origin, ...]
    gone_origins: tuple[str, ...]
    edges: tuple[Edge, ...]
    gone_edges: tuple[Edge, ...]
    overlaps: tuple[Overlap, ...]
    gone_overlaps: tuple[Overlap, ...]
    chains: tuple[tuple[str, ...], ...]
    gone_chains: tuple[tuple[str, ...], ...]
    news: tuple[News, ...]
    conflicts: tuple[Conflict, ...]


def derived_id(letter: str, claim_id: str) -> str:
    """The id of a transfer (``t``) or origin (``o``) that is named after a claim."""
    return letter + (claim_id[1:] if claim_id.startswith("c") else claim_id)

"""A claim: one source saying one thing of one flow, always with its exact words."""

from __future__ import annotations

import hashlib

import msgspec

from tallybook.model.period import Period
from tallybook.model.quantity import Quantity
from tallybook.model.span import Span, Words
from tallybook.model.terms import (
    Action,
    Category,
    Certainty,
    ClaimKind,
    ClaimState,
    Evidence,
    Mode,
    Role,
    Stage,
)

QUOTE_LIMIT = 400
"""Longest quote, in characters (CONTRACT: one sentence or less)."""

READER = "reader"
"""``made_by`` of claims that the reader proposes; a person's name otherwise."""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with a role in a flow: English short name, and the words of the report."""

    role: Role
    name: str
    text: str | None = None
    span: Span | None = None


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of goods, with three classes.

    Attributes:
        text, span: the exact words.
        category: ours.
        designation: type name as known ("Mohajer-6").
        unroca: UN Register category "I".."VII" or "SALW", where it applies.
        ml: EU Common Military List number "ML1".."ML22", where it applies.
    """

    text: str
    span: Span | None = None
    category: Category
    designation: str | None = None
    unroca: str | None = None
    ml: str | None = None


class Vessel(msgspec.Struct, frozen=True, kw_only=True):
    """A ship as named; ``imo`` is seven digits with a right check digit, or ``None``."""

    name: str
    imo: str | None = None


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """How the goods went, places as worded."""

    from_place: str | None = None
    to_place: str | None = None
    via: tuple[str, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    mode: Mode | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who makes the claim, through whom.

    Attributes:
        name: as named in the report (a person's full name where it stands anywhere in the report).
        title: office as the report words it.
        via: relaying outlets, nearest the source first.
        cue: the reporting words.
        span: where the source is named.
    """

    name: str
    title: str | None = None
    via: tuple[str, ...] = ()
    cue: str | None = None
    span: Span | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of one report, in the shape of the claims export.

    ``stage`` belongs to transfer claims, ``action``, ``actor``, ``target`` and ``instrument`` to responses.
    ``source`` is ``None`` for the outlet's own voice. ``why`` holds the reader's reasons in words.
    """

    id: str = ""
    report: str = ""
    report_id: str = ""
    kind: ClaimKind = ClaimKind.TRANSFER
    state: ClaimState = ClaimState.PROPOSED
    made_by: str = READER
    stage: Stage | None = None
    action: Action | None = None
    actor: str | None = None
    target: str | None = None
    instrument: str | None = None
    supplier: str | None = None
    recipient: str | None = None
    parties: tuple[Party, ...] = ()
    goods: tuple[Goods, ...] = ()
    quantity: Quantity | None = None
    time: Period | None = None
    said_on: Period | None = None
    route: Route | None = None
    source: Source | None = None
    evidence: Evidence | None = None
    certainty: Certainty = Certainty.STATED
    negated: bool = False
    hedges: tuple[Words, ...] = ()
    quote: str
    quote_span: Span
    also: tuple[str, ...] = ()
    also_spans: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def flow(self) -> tuple[str | None, str | None]:
        """Supplier and recipient."""
        return (self.supplier, self.recipient)

    def stands_in(self, text: str) -> bool:
        """Whether every quoted word of the claim stands in ``text`` where the claim says it does."""
        pairs = [(self.quote, self.quote_span), *zip(self.also, self.also_spans, strict=True)]
        return all(span.stands_in(text) and span.of(text) == quote for quote, span in pairs)

    def same_finding(self, other: Claim) -> bool:
        """Whether a new reading found this claim again (CONTRACT: permanent ids).

        Same report, overlapping quote (half of the shorter), same parties and direction, same kind; for a
        response the same action, as one sentence may hold several.
        """
        overlap = self.quote_span.overlap(other.quote_span)
        shorter = max(1, min(self.quote_span.length, other.quote_span.length))
        return (
            self.report_id == other.report_id
            and self.kind == other.kind
            and self.flow == other.flow
            and self.action == other.action
            and overlap * 2 >= shorter
        )


def new_claim_id(claim: Claim) -> str:
    """A permanent id for a claim that is found for the first time: ``c`` and 12 hex digits.

    Depends on the report, the quote's place, the parties and what is said, so that an independent reading
    of the same report proposes the same id.
    """
    said = claim.stage or claim.action or ""
    quantity = claim.quantity.text if claim.quantity else ""
    key = (claim.report_id, *claim.quote_span, claim.supplier, claim.recipient, claim.kind, said, quantity)
    return "c" + hashlib.sha256(repr(key).encode()).hexdigest()[:12]

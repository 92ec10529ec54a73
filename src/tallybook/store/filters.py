"""Which claims a page asks for."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, select

from tallybook.store.result_tables import origin_claims, transfer_claims
from tallybook.store.search import claim_words, query_of
from tallybook.store.tables import FACET_COLUMNS, claim_bodies, claim_tags, claims, whole_claims

TAGS = ("category", "party")


class ClaimFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What claims must have, all of it together; ``None`` asks for nothing, ``""`` for what is left open.

    Attributes:
        report: id of a report.
        outlet: publisher of the report.
        month: of publication, "2023-10".
        party: in any role.
        since, until: days of publication, both included.
        words: that stand in the quote or name a party or the speaker.
        transfer, origin: ids.
    """

    report: str | None = None
    kind: str | None = None
    state: str | None = None
    stage: str | None = None
    action: str | None = None
    certainty: str | None = None
    supplier: str | None = None
    recipient: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    month: str | None = None
    category: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    transfer: str | None = None
    origin: str | None = None

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, by field."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not None}


def chosen(wanted: ClaimFilter, *columns: Any) -> tuple[Select[Any], ColumnElement[int]]:
    """The query for ``columns`` of the claims that fit, and the column to number them by.

    Where a tag is asked for, its index is walked, so the numbers are taken from there.
    """
    query = select(*columns).select_from(whole_claims if claim_bodies.c.body in columns else claims)
    number: ColumnElement[int] = claims.c.number
    for facet in TAGS:
        value = getattr(wanted, facet)
        if value is not None:
            tag = claim_tags.alias(facet)
            query = query.join(
                tag, and_(tag.c.claim == claims.c.number, tag.c.facet == facet, tag.c.value == value)
            )
            number = tag.c.claim
    if wanted.transfer is not None:
        query = query.join(transfer_claims, transfer_claims.c.claim == claims.c.id)
        query = query.where(transfer_claims.c.transfer == wanted.transfer)
    if wanted.origin is not None:
        query = query.join(origin_claims, origin_claims.c.claim == claims.c.id)
        query = query.where(origin_claims.c.origin == wanted.origin)
    if wanted.words is not None:
        query = query.join(claim_words, claim_words.c.rowid == claims.c.number)
        query = query.where(query_of("claim_words", wanted.words))
        number = claim_words.c.rowid
    return query.where(*_plain(wanted)), number


def _plain(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for name in ("report", *FACET_COLUMNS):
        value = getattr(wanted, name)
        if value is not None:
            conditions.append(claims.c[name] == value)
    if wanted.since is not None:
        conditions.append(claims.c.day >= wanted.since)
    if wanted.until is not None:
        conditions.append(claims.c.day <= wanted.until)
    return conditions

"""Writing the claims of a report as they stand: what changed, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from tallybook.model import Claim, Report
from tallybook.store.bodies import claim_from, encoded, report_from
from tallybook.store.facets import columns_of, tags_of, tallied
from tallybook.store.moving import moved
from tallybook.store.tables import claim_bodies, claim_tags, claims, versions, whole_claims
from tallybook.store.tallies import TallyRoom, added


def settle(connection: Connection, report: Report, standing: Iterable[Claim]) -> None:
    """Let ``standing`` be the claims of a report. Tallies and tags follow.

    A claim whose words moved in the latest version is moved along; one whose words are gone from it, but
    which a person keeps, stays with the version in which they stand.
    """
    query = select(claims, claim_bodies.c.body).select_from(whole_claims).where(claims.c.report == report.id)
    before = {row.id: row for row in connection.execute(query)}
    tally_before: Counter[tuple[str, str]] = Counter()
    tally_now: Counter[tuple[str, str]] = Counter()
    fresh: list[tuple[Claim, dict[str, Any]]] = []
    for claim in {claim.id: claim for claim in standing}.values():
        row = before.pop(claim.id, None)
        placed, version = _placed(connection, claim, report)
        values = _values(placed, report, version)
        if row is not None and all(getattr(row, name) == value for name, value in values.items()):
            continue
        tally_now += tallied(placed, values)
        if row is None:
            fresh.append((placed, values))
        else:
            tally_before += _tallied_before(row)
            _change(connection, row, placed, values)
    _add(connection, fresh)
    tally_before += _drop(connection, before.values())
    TallyRoom(connection).change(added(tally_before, tally_now))


def _values(claim: Claim, report: Report, version: int) -> dict[str, Any]:
    fixed = {"report": report.id, "version": version, "start": claim.quote_span.start, "quote": claim.quote}
    return {**fixed, **columns_of(claim, report), "body": encoded(claim)}


def _add(connection: Connection, fresh: list[tuple[Claim, dict[str, Any]]]) -> None:
    if not fresh:
        return
    rows = [{"id": claim.id, **_without_body(values)} for claim, values in fresh]
    taken = insert(claims).returning(claims.c.number, sort_by_parameter_order=True)
    numbers = connection.execute(taken, rows).scalars().all()
    numbered = list(zip(numbers, fresh, strict=True))
    bodies = [{"number": number, "body": values["body"]} for number, (_, values) in numbered]
    connection.execute(insert(claim_bodies), bodies)
    _tag(connection, [(number, claim) for number, (claim, _) in numbered])


def _change(connection: Connection, row: Row[Any], claim: Claim, values: dict[str, Any]) -> None:
    connection.execute(update(claims).where(claims.c.number == row.number).values(_without_body(values)))
    new_body = update(claim_bodies).where(claim_bodies.c.number == row.number)
    connection.execute(new_body.values(body=values["body"]))
    connection.execute(delete(claim_tags).where(claim_tags.c.claim == row.number))
    _tag(connection, [(row.number, claim)])


def _drop(connection: Connection, rows: Iterable[Row[Any]]) -> Counter[tuple[str, str]]:
    tally: Counter[tuple[str, str]] = Counter()
    for row in rows:
        tally += _tallied_before(row)
        connection.execute(delete(claim_tags).where(claim_tags.c.claim == row.number))
        connection.execute(delete(claim_bodies).where(claim_bodies.c.number == row.number))
        connection.execute(delete(claims).where(claims.c.number == row.number))
    return tally


def _tag(connection: Connection, numbered: Iterable[tuple[int, Claim]]) -> None:
    tags = [
        {"facet": facet, "value": value, "claim": number}
        for number, claim in numbered
        for facet, value in tags_of(claim)
    ]
    if tags:
        connection.execute(insert(claim_tags), tags)


def _without_body(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "body"}


def _tallied_before(row: Row[Any]) -> Counter[tuple[str, str]]:
    return tallied(claim_from(row.body), dict(row._mapping))  # noqa: SLF001 (documented, in spite of its name)


def _placed(connection: Connection, claim: Claim, report: Report) -> tuple[Claim, int]:
    claim = msgspec.structs.replace(claim, report=report.name, report_id=report.id)
    there = moved(claim, report.text)
    if there is not None:
        return there, report.version
    query = select(versions).where(versions.c.report == report.id).order_by(versions.c.version.desc())
    for row in connection.execute(query):
        if claim.stands_in(report_from(row.body, row.text).text):
            return claim, row.version
    return claim, report.version

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
    for claim in standing:
        row = before.pop(claim.id, None)
        placed, version = _placed(connection, claim, report)
        values = _values(placed, report, version)
        if row is not None and all(getattr(row, name) == value for name, value in values.items()):
            continue
        if row is not None:
            tally_before += _tallied_before(row)
        tally_now += tallied(placed, values)
        _write(connection, row, placed, values)
    for row in before.values():
        tally_before += _tallied_before(row)
        connection.execute(delete(claim_tags).where(claim_tags.c.claim == row.number))
        connection.execute(delete(claim_bodies).where(claim_bodies.c.number == row.number))
        connection.execute(delete(claims).where(claims.c.number == row.number))
    TallyRoom(connection).change(added(tally_before, tally_now))


def _values(claim: Claim, report: Report, version: int) -> dict[str, Any]:
    fixed = {"report": report.id, "version": version, "start": claim.quote_span.start, "quote": claim.quote}
    return {**fixed, **columns_of(claim, report), "body": encoded(claim)}


def _write(connection: Connection, row: Row[Any] | None, claim: Claim, values: dict[str, Any]) -> None:
    columns = {name: value for name, value in values.items() if name != "body"}
    if row is None:
        key = connection.execute(insert(claims).values(id=claim.id, **columns)).inserted_primary_key
        number = key[0] if key else 0
        connection.execute(insert(claim_bodies).values(number=number, body=values["body"]))
    else:
        number = row.number
        connection.execute(update(claims).where(claims.c.number == number).values(columns))
        new_body = update(claim_bodies).where(claim_bodies.c.number == number)
        connection.execute(new_body.values(body=values["body"]))
        connection.execute(delete(claim_tags).where(claim_tags.c.claim == number))
    tags = [{"facet": facet, "value": value, "claim": number} for facet, value in tags_of(claim)]
    if tags:
        connection.execute(insert(claim_tags), tags)


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

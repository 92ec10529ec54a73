"""Claims as the reader found them, before any judgement, with permanent ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert

from tallybook.model import Claim, Report
from tallybook.store.bodies import claim_from, encoded
from tallybook.store.counters import CounterRoom
from tallybook.store.moving import moved, reworded
from tallybook.store.renewal import Held, Renewal, renew
from tallybook.store.rows import Renewed, Reread, Retired
from tallybook.store.tables import (
    claim_bodies,
    claims,
    findings,
    judgement_subjects,
    readings,
    reports,
    retired,
    versions,
    whole_claims,
)

_LOST = "null"
"""What a later reading says of a claim that it does not find."""


class FindingRoom:
    """What each reading found, report by report."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read_by(self, report: Report, reader: str) -> bool:
        """Whether this reader has read this version of the report."""
        query = select(readings.c.found).where(
            readings.c.report == report.id, readings.c.version == report.version, readings.c.reader == reader
        )
        return self._connection.execute(query).first() is not None

    def put(
        self, report: Report, found: Iterable[Claim], reader: str, at: str, kept: Set[str] = frozenset()
    ) -> Renewed:
        """Take in what a reader found in a report's latest version.

        A claim that is found again keeps its id; one that is not is retired with a pointer. The same
        findings again change nothing.

        Args:
            report: the version that was read.
            found: its claims.
            reader: name and version of the reader.
            at: when (ISO 8601, UTC).
            kept: ids that a person made, checked, rejected or corrected. They stay as they are; what a
                reading says otherwise is kept beside them (``reread``).
        """
        named = [msgspec.structs.replace(claim, report=report.name, report_id=report.id) for claim in found]
        held = self._held(report, kept)
        renewal = renew(held, named)
        before = {row.id: row for row in self._rows(report.id)}
        changed = self._write(report, renewal, before, kept)
        for id_, successor in renewal.lost.items():
            self._retire(before[id_], successor, at, reader)
        self._connection.execute(
            insert(readings)
            .values(report=report.id, version=report.version, reader=reader, at=at, found=len(named))
            .on_conflict_do_nothing()
        )
        if changed or renewal.lost:
            self._note_change(report.id)
        return Renewed(
            added=tuple(claim.id for claim in renewal.added),
            kept=tuple(renewal.found),
            retired=tuple(renewal.lost),
        )

    def of_report(self, report_id: str) -> tuple[Claim, ...]:
        """The findings in force of a report, in the order of its text."""
        found = [claim_from(row.body) for row in self._rows(report_id)]
        return tuple(sorted(found, key=lambda claim: (claim.quote_span, claim.id)))

    def all(self) -> Iterator[Claim]:
        """Every finding in force."""
        for row in self._connection.execute(select(findings.c.body)):
            yield claim_from(row.body)

    def get(self, claim_id: str) -> Claim | None:
        """A claim as the reader found it; ``None`` where a person made it, or it was retired."""
        body = self._connection.execute(select(findings.c.body).where(findings.c.id == claim_id)).scalar()
        return claim_from(body) if body else None

    def reread(self, claim_id: str) -> Reread | None:
        """What a later reading says of a claim that a person has decided on, where it says otherwise."""
        body = self._connection.execute(select(findings.c.reread).where(findings.c.id == claim_id)).scalar()
        if not body:
            return None
        return Reread(claim=None if body == _LOST else claim_from(body))

    def reread_since(self) -> list[tuple[Claim, Claim | None]]:
        """Claims that a person decided on, as read then and, where that differs, since; ``None``: lost."""
        decided = exists().where(judgement_subjects.c.subject == findings.c.id)
        query = select(findings.c.body, findings.c.reread).where(decided, findings.c.reread.is_not(None))
        return [
            (claim_from(row.body), None if row.reread == _LOST else claim_from(row.reread))
            for row in self._connection.execute(query.order_by(findings.c.id))
        ]

    def is_reread(self, claim_id: str) -> bool:
        """Whether a later reading says otherwise of this claim, or no longer finds it."""
        query = select(findings.c.id).where(findings.c.id == claim_id, findings.c.reread.is_not(None))
        return self._connection.execute(query).first() is not None

    def release(self, claim_ids: Iterable[str], at: str) -> set[str]:
        """Let claims that are no longer a person's follow what a later reading said; ids of their reports."""
        query = select(findings).where(findings.c.id.in_(list(claim_ids)), findings.c.reread.is_not(None))
        rows = self._connection.execute(query).all()
        for row in rows:
            if row.reread == _LOST:
                self._retire(row, None, at, "a later reading")
            else:
                values = {"body": row.reread, "reread": None}
                self._connection.execute(update(findings).where(findings.c.id == row.id).values(values))
            self._note_change(row.report)
        return {row.report for row in rows}

    def retired(self, claim_id: str) -> Retired | None:
        """A claim that is no longer found, with the pointer to what took its place."""
        row = self._connection.execute(select(retired).where(retired.c.id == claim_id)).first()
        if row is None:
            return None
        return Retired(claim=claim_from(row.body), successor=row.successor, at=row.at, reason=row.reason)

    def _held(self, report: Report, kept: Set[str]) -> list[Held]:
        forms: dict[str, list[tuple[Claim, int]]] = {}
        found = select(findings.c.id, findings.c.body, findings.c.version)
        standing = select(claims.c.id, claim_bodies.c.body, claims.c.version).select_from(whole_claims)
        mine = (found.where(findings.c.report == report.id), standing.where(claims.c.report == report.id))
        for query in mine:
            for row in self._connection.execute(query):
                forms.setdefault(row.id, []).append((claim_from(row.body), row.version))
        held = [
            Held(id=id_, forms=self._today(both, report), kept=id_ in kept) for id_, both in forms.items()
        ]
        gone = self._connection.execute(select(retired).where(retired.c.report == report.id))
        old = [
            Held(id=row.id, forms=self._today([(claim_from(row.body), None)], report), retired=True)
            for row in gone
        ]
        return [*held, *(one for one in old if one.id not in forms)]

    def _today(self, forms: Sequence[tuple[Claim, int | None]], report: Report) -> tuple[Claim, ...]:
        """The forms at their places in the text of today: word for word, or else where a few words differ."""
        there = [moved(form, report.text) for form, _ in forms]
        found = tuple(form for form in there if form is not None)
        if found:
            return found
        older = [(form, version) for form, version in forms if version not in (None, report.version)]
        changed = (reworded(form, self._text(report.id, version), report.text) for form, version in older)
        return tuple(form for form in changed if form is not None)

    def _text(self, report_id: str, version: int | None) -> str:
        query = select(versions.c.text).where(versions.c.report == report_id, versions.c.version == version)
        return str(self._connection.execute(query).scalar() or "")

    def _write(self, report: Report, renewal: Renewal, before: dict[str, Row[Any]], kept: Set[str]) -> bool:
        changed = False
        bodies: dict[str, str] = {}
        for claim in (*renewal.added, *renewal.found.values()):
            row = before.get(claim.id)
            body = encoded(claim)
            if row is not None and claim.id in kept:
                changed |= self._set_beside(report, row, claim)
            elif claim.id not in kept and (row is None or row.body != body or row.version != report.version):
                bodies[claim.id] = body
        self._store(report, bodies)
        for id_, row in before.items():
            if id_ in kept and id_ not in renewal.found:
                changed |= self._carry(report, row) | self._put_beside(row, _LOST)
        return changed or bool(bodies)

    def _set_beside(self, report: Report, row: Row[Any], claim: Claim) -> bool:
        """Leave what a person decided on alone; note the new reading where it says something else."""
        carried = self._carry(report, row)
        differs = _says(claim) != _says(claim_from(row.body))
        return self._put_beside(row, encoded(claim) if differs else None) or carried

    def _put_beside(self, row: Row[Any], reread: str | None) -> bool:
        if reread == row.reread:
            return False
        self._connection.execute(update(findings).where(findings.c.id == row.id).values(reread=reread))
        return True

    def _carry(self, report: Report, row: Row[Any]) -> bool:
        """Move a claim along into a new version of its report, where its words still stand."""
        if row.version == report.version:
            return False
        there = moved(claim_from(row.body), report.text)
        if there is None:
            return False
        values = {"body": encoded(there), "version": report.version}
        self._connection.execute(update(findings).where(findings.c.id == row.id).values(values))
        return True

    def _store(self, report: Report, bodies: Mapping[str, str]) -> None:
        if not bodies:
            return
        shared = {"report": report.id, "version": report.version, "reread": None}
        statement = insert(findings)
        new = {name: statement.excluded[name] for name in ("report", "version", "body", "reread")}
        statement = statement.on_conflict_do_update(index_elements=["id"], set_=new)
        self._connection.execute(
            statement, [{"id": id_, "body": body, **shared} for id_, body in bodies.items()]
        )
        self._connection.execute(delete(retired).where(retired.c.id.in_(list(bodies))))

    def _retire(self, row: Row[Any], successor: str | None, at: str, reader: str) -> None:
        reason = f"not found again by {reader}"
        self._connection.execute(
            insert(retired).values(
                id=row.id, report=row.report, body=row.body, successor=successor, at=at, reason=reason
            )
        )
        self._connection.execute(delete(findings).where(findings.c.id == row.id))

    def _rows(self, report_id: str) -> list[Row[Any]]:
        return list(self._connection.execute(select(findings).where(findings.c.report == report_id)))

    def _note_change(self, report_id: str) -> None:
        change = CounterRoom(self._connection).next_change()
        self._connection.execute(update(reports).where(reports.c.id == report_id).values(change=change))


def _says(claim: Claim) -> str:
    """What a claim says, without its places, its reasons and the marks of who vouches for it."""
    bare = msgspec.to_builtins(claim)
    for field in ("quote_span", "also_spans", "why", "state", "made_by", "id"):
        bare.pop(field)
    return repr(bare)

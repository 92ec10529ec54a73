"""Judgements: appended, never changed; found again by what they are about."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, insert, select

from tallybook.errors import UnknownId
from tallybook.model import Judgement, JudgementKind, in_force
from tallybook.store.bodies import decoded, encoded
from tallybook.store.paging import Key, page_of, paged
from tallybook.store.rows import Page
from tallybook.store.tables import judgement_subjects, judgements

ABOUT_CLAIMS = frozenset(
    {
        JudgementKind.CHECK,
        JudgementKind.REJECT,
        JudgementKind.CORRECT,
        JudgementKind.ADD,
        JudgementKind.SPLIT,
        JudgementKind.MERGE,
    }
)
"""Judgements that make a claim a person's: a later reading leaves it alone."""


class JudgementRoom:
    """What was decided, in the order in which it was."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, judgement: Judgement) -> Judgement:
        """Take a judgement in; gives it back with its number."""
        key = self._connection.execute(
            insert(judgements).values(id=judgement.id, body=encoded(judgement))
        ).inserted_primary_key
        number = int(key[0]) if key else 0
        rows = [{"subject": subject, "judgement": number} for subject in _subjects(judgement)]
        if rows:
            self._connection.execute(insert(judgement_subjects), rows)
        return msgspec.structs.replace(judgement, number=number)

    def get(self, judgement_id: str) -> Judgement:
        """One judgement.

        Raises:
            UnknownId: there is none of this id.
        """
        row = self._connection.execute(select(judgements).where(judgements.c.id == judgement_id)).first()
        if row is None:
            raise UnknownId(f"{judgement_id}: there is no such judgement in the register")
        return _judgement(row.number, row.body)

    def named(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """The judgements of these ids, oldest first; unknown ids are left out."""
        query = select(judgements).where(judgements.c.id.in_(list(ids))).order_by(judgements.c.number)
        return tuple(_judgement(row.number, row.body) for row in self._connection.execute(query))

    def since(self, number: int = 0) -> tuple[Judgement, ...]:
        """Every judgement after this number, oldest first."""
        query = select(judgements.c.number, judgements.c.body).where(judgements.c.number > number)
        rows = self._connection.execute(query.order_by(judgements.c.number))
        return tuple(_judgement(at, body) for at, body in rows)

    def in_force(self) -> tuple[Judgement, ...]:
        """The judgements that stand, oldest first."""
        return in_force(self.since())

    def latest(self, *, limit: int = 50, after: str | None = None) -> Page[Judgement]:
        """Judgements, newest first."""
        keys = [Key(judgements.c.number, "number", True)]
        rows = self._connection.execute(paged(select(judgements), keys, limit, after)).all()
        return page_of(rows, limit, keys, lambda row: _judgement(row.number, row.body))

    def about(self, subjects: str | Iterable[str]) -> tuple[Judgement, ...]:
        """Every judgement that names one of these, the undoings of those included, oldest first."""
        asked = {subjects} if isinstance(subjects, str) else set(subjects)
        found: dict[str, Judgement] = {}
        while asked:
            query = (
                select(judgements)
                .join(judgement_subjects, judgement_subjects.c.judgement == judgements.c.number)
                .where(judgement_subjects.c.subject.in_(list(asked)))
            )
            new = [_judgement(row.number, row.body) for row in self._connection.execute(query)]
            asked = {one.id for one in new} - found.keys()
            found |= {one.id: one for one in new}
        return tuple(sorted(found.values(), key=lambda one: one.number))

    def decided(self, claim_ids: Iterable[str]) -> frozenset[str]:
        """Which of these claims a person made, checked, rejected, corrected, split or merged."""
        wanted = set(claim_ids)
        named = {
            subject
            for judgement in in_force(self.about(wanted))
            if judgement.kind in ABOUT_CLAIMS
            for subject in _subjects(judgement)
        }
        return frozenset(named & wanted)


def _judgement(number: int, body: str) -> Judgement:
    return msgspec.structs.replace(decoded(Judgement, body), number=number)


def _subjects(judgement: Judgement) -> list[str]:
    """What a judgement is about: what it names, the claims that it makes, the report that it adds one to."""
    value = judgement.value or {}
    made = value.get("claims")
    ids = (
        [str(part["id"]) for part in made if isinstance(part, dict) and "id" in part]
        if isinstance(made, list)
        else []
    )
    if judgement.kind is JudgementKind.ADD:
        ids.append(str(value.get("report_id")))
    return sorted({*judgement.subjects, *ids})

"""How far reading, judging and reconciling have come, so that nothing is done twice or forgotten.

Every change of a report or its findings takes a number. Reconciling notes the number up to which its
results are written; whoever keeps results in memory notes it too, and asks for what came later.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from tallybook.store.tables import counters, judgements, notes, reports

_CHANGE = "change"
_SETTLED_CHANGE = "settled-change"
_SETTLED_JUDGEMENT = "settled-judgement"


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far something has come: the number of a change and of a judgement."""

    change: int = 0
    judgement: int = 0


class CounterRoom:
    """Numbers that only grow."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _get(self, name: str) -> int:
        found = self._connection.execute(select(counters.c.value).where(counters.c.name == name)).scalar()
        return int(found or 0)

    def _set(self, name: str, value: int) -> None:
        statement = insert(counters).values(name=name, value=value)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
        )

    def next_change(self) -> int:
        """The number of a change that is being made in this transaction."""
        number = self._get(_CHANGE) + 1
        self._set(_CHANGE, number)
        return number

    def present(self) -> Progress:
        """How far reading and judging have come."""
        last = self._connection.execute(select(func.max(judgements.c.number))).scalar()
        return Progress(change=self._get(_CHANGE), judgement=int(last or 0))

    def settled(self) -> Progress:
        """How far the results go that are written."""
        return Progress(change=self._get(_SETTLED_CHANGE), judgement=self._get(_SETTLED_JUDGEMENT))

    def settle(self) -> Progress:
        """Note that the results that are written go as far as reading and judging have come."""
        present = self.present()
        self._set(_SETTLED_CHANGE, present.change)
        self._set(_SETTLED_JUDGEMENT, present.judgement)
        return present

    def waiting(self) -> int:
        """How many reports and judgements the results do not know yet."""
        settled = self.settled()
        newer = select(func.count()).select_from(reports).where(reports.c.change > settled.change)
        later = select(func.count()).select_from(judgements).where(judgements.c.number > settled.judgement)
        return int(
            self._connection.execute(newer).scalar_one() + self._connection.execute(later).scalar_one()
        )

    def waiting_new(self) -> int:
        """How many of these are reports that no results know yet."""
        query = select(func.count()).select_from(reports)
        query = query.where(reports.c.change > self.settled().change, reports.c.news.is_(None))
        return int(self._connection.execute(query).scalar_one())

    def note(self, name: str, body: str) -> None:
        """Keep a small piece of JSON under a name."""
        statement = insert(notes).values(name=name, body=body)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"body": statement.excluded.body})
        )

    def noted(self, name: str) -> str | None:
        """What was kept under a name."""
        return self._connection.execute(select(notes.c.body).where(notes.c.name == name)).scalar()

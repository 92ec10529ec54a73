"""How far reading, judging and reconciling have come, so that nothing is done twice or forgotten.

Every change of a report or its findings takes a number. Reconciling notes the number up to which its
results are written; whoever keeps results in memory notes it too, and asks for what came later.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from tallybook.store.tables import counters, judgements, notes, reports

CHANGE = "change"
SETTLED_CHANGE = "settled-change"
SETTLED_JUDGEMENT = "settled-judgement"
EPOCH = "epoch"


class CounterRoom:
    """Numbers that only grow."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> int:
        """A counter; 0 before it was ever set."""
        found = self._connection.execute(select(counters.c.value).where(counters.c.name == name)).scalar()
        return int(found or 0)

    def set(self, name: str, value: int) -> None:
        """Set a counter."""
        statement = insert(counters).values(name=name, value=value)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
        )

    def next_change(self) -> int:
        """The number of a change that is being made in this transaction."""
        number = self.get(CHANGE) + 1
        self.set(CHANGE, number)
        return number

    def waiting(self) -> int:
        """How many reports and judgements the results do not know yet."""
        newer = select(func.count()).select_from(reports).where(reports.c.change > self.get(SETTLED_CHANGE))
        later = (
            select(func.count())
            .select_from(judgements)
            .where(judgements.c.number > self.get(SETTLED_JUDGEMENT))
        )
        return int(
            self._connection.execute(newer).scalar_one() + self._connection.execute(later).scalar_one()
        )

    def note(self, name: str, body: str) -> None:
        """Keep a small piece of JSON under a name."""
        statement = insert(notes).values(name=name, body=body)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"body": statement.excluded.body})
        )

    def noted(self, name: str) -> str | None:
        """What was kept under a name."""
        return self._connection.execute(select(notes.c.body).where(notes.c.name == name)).scalar()

"""What stands between readings and results: kept as bytes, found by marks. Only reconciling reads it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from tallybook.store.counters import CounterRoom
from tallybook.store.tables import claims, judgement_subjects, marks, workings

_NOTE = "workings"
_AT_ONCE = 10_000


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be kept anew, and what no longer.

    Attributes:
        form: what form it has; what is kept in another form is of no use.
        whole: it is all that is to be kept, and what was kept before goes.
        kept: bytes by kind and key; ``None`` for what is no more.
        marks: mark, name and time; ``gone_marks`` mark and name.
    """

    form: str
    whole: bool
    kept: Mapping[tuple[str, str], bytes | None] = {}
    marks: Iterable[tuple[int, str, int | None]] = ()
    gone_marks: Iterable[tuple[int, str]] = ()


class WorkingRoom:
    """Bytes by kind and key, names by mark."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def form(self) -> str | None:
        """The form of what is kept; ``None`` where nothing is, or not all that should be."""
        return CounterRoom(self._connection).noted(_NOTE)

    def kept(self, kind: str, key: str) -> bytes | None:
        """What was kept of one thing."""
        query = "SELECT body FROM workings WHERE kind = ? AND key = ?"
        return self._connection.exec_driver_sql(query, (kind, key)).scalar()

    def found(self, mark: int) -> list[tuple[str, int | None]]:
        """The names that stand under a mark, each with its time."""
        query = "SELECT name, time FROM marks WHERE mark = ?"
        return [(name, time) for name, time in self._connection.exec_driver_sql(query, (mark,))]

    def lost(self) -> Collection[str]:
        """What judgements name that has the form of a claim's id, and that no claim has."""
        subject = judgement_subjects.c.subject
        known = select(claims.c.id).where(claims.c.id == subject).exists()
        return set(self._connection.execute(select(subject).where(subject.startswith("c"), ~known)).scalars())

    def keep(self, work: Work) -> None:
        """Write it."""
        run = self._connection.execute
        if work.whole:
            run(delete(workings))
            run(delete(marks))
            CounterRoom(self._connection).note(_NOTE, work.form)
        for kind, key in (key for key, body in work.kept.items() if body is None):
            run(delete(workings).where(workings.c.kind == kind, workings.c.key == key))
        kept = upsert(workings)
        kept = kept.on_conflict_do_update(index_elements=["kind", "key"], set_={"body": kept.excluded.body})
        new = ((key, body) for key, body in work.kept.items() if body)
        for some in _batches({"kind": kind, "key": key, "body": body} for (kind, key), body in new):
            run(kept, some)
        for mark, name in work.gone_marks:
            run(delete(marks).where(marks.c.mark == mark, marks.c.name == name))
        names = insert(marks).prefix_with("OR REPLACE")
        for some in _batches({"mark": mark, "name": name, "time": time} for mark, name, time in work.marks):
            run(names, some)


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        yield some

"""A transaction of the register, with one room for each kind of thing that stands in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from tallybook.store.claims import ClaimRoom
    from tallybook.store.counters import CounterRoom
    from tallybook.store.findings import FindingRoom
    from tallybook.store.judgements import JudgementRoom
    from tallybook.store.lineage import LineageRoom
    from tallybook.store.reports import ReportRoom
    from tallybook.store.rows import Found
    from tallybook.store.shelf import ShelfRoom
    from tallybook.store.tallies import TallyRoom
    from tallybook.store.transfers import TransferRoom
    from tallybook.store.workings import WorkingRoom

# Rooms are imported when they are entered: a command that shows one list does not wait for the others.
# ruff: noqa: PLC0415


class Book:
    """What ``Register.reading`` and ``Register.writing`` hand out; gone when their block ends."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def reports(self) -> ReportRoom:
        """Reports, their versions and bytes, and which of them a person has seen."""
        from tallybook.store.reports import ReportRoom

        return ReportRoom(self.connection)

    @cached_property
    def shelf(self) -> ShelfRoom:
        """Reports as lists show them: the latest, the queue."""
        from tallybook.store.shelf import ShelfRoom

        return ShelfRoom(self.connection)

    @cached_property
    def findings(self) -> FindingRoom:
        """Claims as the reader found them, before any judgement."""
        from tallybook.store.findings import FindingRoom

        return FindingRoom(self.connection)

    @cached_property
    def claims(self) -> ClaimRoom:
        """Claims as they stand: as read, with the judgements in force applied."""
        from tallybook.store.claims import ClaimRoom

        return ClaimRoom(self.connection)

    @cached_property
    def tallies(self) -> TallyRoom:
        """Names and terms with the number of claims that have them."""
        from tallybook.store.tallies import TallyRoom

        return TallyRoom(self.connection)

    @cached_property
    def transfers(self) -> TransferRoom:
        """Transfers and flows, as reconciling left them."""
        from tallybook.store.transfers import TransferRoom

        return TransferRoom(self.connection)

    @cached_property
    def lineage(self) -> LineageRoom:
        """Edges, overlaps, chains and origins, as reconciling left them."""
        from tallybook.store.lineage import LineageRoom

        return LineageRoom(self.connection)

    @cached_property
    def judgements(self) -> JudgementRoom:
        """What was decided by whom and why."""
        from tallybook.store.judgements import JudgementRoom

        return JudgementRoom(self.connection)

    @cached_property
    def counters(self) -> CounterRoom:
        """How far reading, judging and reconciling have come."""
        from tallybook.store.counters import CounterRoom

        return CounterRoom(self.connection)

    @cached_property
    def workings(self) -> WorkingRoom:
        """What stands between readings and results, for reconciling alone."""
        from tallybook.store.workings import WorkingRoom

        return WorkingRoom(self.connection)

    def search(self, words: str, *, limit: int = 20, after: str | None = None) -> Found:
        """Reports and claims in which all of ``words`` stand, newest first; any text is a safe question."""
        from tallybook.store.search import search

        return search(self.connection, words, limit=limit, after=after)

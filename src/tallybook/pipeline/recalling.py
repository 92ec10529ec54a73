"""The book as the register holds it, for a turn that need not have all of it in memory."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tallybook.model import Claim, Edge, Origin, Report, Transfer
from tallybook.store import Book

if TYPE_CHECKING:  # slow to open; who only looks does not wait for it
    from tallybook.reconcile import Flow, Link, News

Ends = tuple[str | None, str | None]
T = TypeVar("T")


class Recollection:
    """What the register says of the book as it was left. Asked while one transaction lasts.

    Args:
        book: the register.
        waiting: reports that came in since.
    """

    def __init__(self, book: Book, waiting: Collection[str] = ()) -> None:
        self._book, self._waiting = book, waiting
        self.kept: Callable[[str, str], bytes | None] = book.workings.kept
        self.found: Callable[[int], Iterable[tuple[str, int | None]]] = book.workings.found
        self.lost: Callable[[], Collection[str]] = functools.cache(book.workings.lost)
        self.report_of: Callable[[str], str | None] = book.claims.report_of
        self.flows_told: Callable[[str], Counter[Ends]] = book.transfers.flows_told
        self.transfer = functools.cache(self._transfer)

    def report(self, report_id: str) -> tuple[Report, tuple[Claim, ...]] | None:
        """A report with its claims as read."""
        found = None if report_id in self._waiting else self._book.reports.captured_if_known(report_id)
        return (found, self._book.findings.of_report(report_id)) if found else None

    def id_of(self, name: str) -> str | None:
        """The id of the report of this name."""
        return self._book.reports.id_of(name)

    def transfer_of(self, claim: str) -> str | None:
        """The transfer in which a claim stands."""
        return self._book.transfers.of_claims([claim]).get(claim)

    def transfers_of(self, ends: Ends) -> Collection[str]:
        """The transfers of a flow."""
        return self._book.transfers.ids_of_flow(*ends)

    def flow(self, ends: Ends) -> Flow | None:
        """A flow."""
        from tallybook.reconcile import Flow  # noqa: PLC0415

        row = self._book.transfers.flow(*ends)
        return msgspec.convert(row.body, Flow) if row else None

    def origin_of(self, claim: str) -> str | None:
        """The origin to which a claim goes back."""
        return next(iter(self._book.lineage.origins_of_claims([claim]).get(claim, ())), None)

    def origin(self, origin_id: str) -> Origin | None:
        """An origin."""
        return self._book.lineage.origins([origin_id]).get(origin_id)

    def edges(self, name: str) -> Iterable[Edge]:
        """The edges from and to a report."""
        return self._book.lineage.edges_of(name)

    def chain(self, name: str) -> tuple[str, ...] | None:
        """The names of the reports of one chain."""
        return self._book.lineage.chain(name) or None

    def news(self, report_id: str) -> News | None:
        """What a report brought."""
        from tallybook.reconcile import News  # noqa: PLC0415

        body = self._book.reports.news(report_id)
        return msgspec.json.decode(body, type=News) if body else None

    def _transfer(self, transfer_id: str) -> tuple[Transfer, tuple[Link, ...], tuple[str, ...]] | None:
        from tallybook.reconcile import Link  # noqa: PLC0415

        found = self._book.transfers.many([transfer_id]).get(transfer_id)
        if found is None:
            return None
        reasons = self._book.transfers.reasons(transfer_id)
        return found, msgspec.convert(reasons.links, tuple[Link, ...]), reasons.independence

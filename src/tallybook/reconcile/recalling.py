"""A book that is not held in memory: what is asked for is fetched from where the last turn left it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Protocol, TypeVar

from tallybook.model import Claim, Edge, Origin, Report, Transfer
from tallybook.reconcile import grouping
from tallybook.reconcile.grouping import Link
from tallybook.reconcile.result import Flow, News

K = TypeVar("K")
V = TypeVar("V")


class Past(Protocol):
    """The book as the last turn left it: what was read, what came of it, and what stood between the two."""

    def report(self, report_id: str) -> tuple[Report, tuple[Claim, ...]] | None:
        """A report with its claims as read."""

    def id_of(self, name: str) -> str | None:
        """The id of the report of this name."""

    def report_of(self, claim: str) -> str | None:
        """The report in which a claim stands, rejected claims among them."""

    def transfer_of(self, claim: str) -> str | None:
        """The transfer in which a claim stands."""

    def transfer(self, transfer_id: str) -> tuple[Transfer, tuple[Link, ...], tuple[str, ...]] | None:
        """A transfer, what holds it together, and why some of its origins are not independent."""

    def transfers_of(self, ends: grouping.Flow) -> Collection[str]:
        """The transfers of a flow."""

    def flows_told(self, report_id: str) -> Counter[grouping.Flow]:
        """How many claims of a report stand in transfers of each flow."""

    def flow(self, ends: grouping.Flow) -> Flow | None:
        """A flow."""

    def origin_of(self, claim: str) -> str | None:
        """The origin to which a claim goes back."""

    def origin(self, origin_id: str) -> Origin | None:
        """An origin."""

    def edges(self, name: str) -> Iterable[Edge]:
        """The edges from and to a report."""

    def chain(self, name: str) -> tuple[str, ...] | None:
        """The names of the reports of one chain."""

    def news(self, report_id: str) -> News | None:
        """What a report brought."""

    def lost(self) -> Collection[str]:
        """Claims that were decided on and that no reading finds any more."""

    def kept(self, kind: str, key: str) -> bytes | None:
        """What was kept of one thing; see ``workings``."""

    def found(self, mark: int) -> Iterable[tuple[str, int | None]]:
        """What stands under a mark, each with its week or month."""


class Recalled(dict[K, V]):
    """A dictionary that fetches what it does not hold yet; what is not there is asked for once.

    Args:
        fetch: the value of a key as the last turn left it, ``None`` where there is none.
    """

    def __init__(self, fetch: Callable[[K], V | None]) -> None:
        super().__init__()
        self._fetch = fetch
        self._asked: set[K] = set()

    def __missing__(self, key: K) -> V:
        value = None if key in self._asked else self._fetch(key)
        self._asked.add(key)
        if value is None:
            raise KeyError(key)
        self[key] = value
        return value

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]

    def __delitem__(self, key: K) -> None:
        self._asked.add(key)
        super().__delitem__(key)

    def get(self, key: K, default: V | None = None) -> V | None:  # type: ignore[override]
        """The value of a key, fetched if need be."""
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key: K, default: V) -> V:
        """The value of a key, which is ``default`` from now on where there was none."""
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key: K, *default: V) -> V:  # type: ignore[override]
        """Take a key out for good."""
        self.get(key)
        self._asked.add(key)
        return super().pop(key, *default)

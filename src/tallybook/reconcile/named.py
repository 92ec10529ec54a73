"""Which reports name somebody: whom judgements on names, rather than on claims or reports, bear on."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.reconcile.index import Index
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past
from tallybook.reconcile.workings import Key, Placed, mark_of


class NameIndex:
    """Reports by the names of the ends and speakers of their claims."""

    def __init__(self) -> None:
        self._index: Index[str] = Index()

    def recall(self, past: Past) -> None:
        """Fetch what is asked for from the past."""
        self._index.recall(lambda name: {one for one, _ in past.found(mark_of(_place(name)))})

    def placed(self, page: Page) -> list[Placed]:
        """Where a report is found."""
        return [(_place(name), page.id, None) for name in page.names]

    def add(self, page: Page) -> None:
        """Take in a report."""
        for name in page.names:
            self._index.add(name, page.id)

    def remove(self, page: Page) -> None:
        """Forget a report."""
        for name in page.names:
            self._index.discard(name, page.id)

    def reports(self, names: Iterable[str]) -> set[str]:
        """The reports that name one of these."""
        return {report_id for name in names for report_id in self._index.get(name)}


def _place(name: str) -> Key:
    return ("named", name)

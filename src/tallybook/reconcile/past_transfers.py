"""Transfers as the last turn left them, put together again from their claims when they are asked for."""

from __future__ import annotations

from collections.abc import Callable

from tallybook.model import Claim, Transfer
from tallybook.reconcile.assembling import order_of
from tallybook.reconcile.grouping import Link
from tallybook.reconcile.library import Library
from tallybook.reconcile.recalling import Past
from tallybook.reconcile.relating import Draft
from tallybook.reconcile.result import Independence
from tallybook.reconcile.values import Said


class PastTransfers:
    """What a book asks of the past about its transfers; ``None`` for what was not there.

    Args:
        past: the book as it was left.
        library: its reports.
        said: a claim with its facts and its report.
    """

    def __init__(self, past: Past, library: Library, said: Callable[[str], Said]) -> None:
        self._past, self._library, self._said = past, library, said

    def draft(self, id_: str) -> Draft | None:
        """A transfer before its relations."""
        transfer = self.transfer(id_)
        if transfer is None:
            return None
        members = tuple(sorted((self._said(claim) for claim in transfer.claims), key=order_of))
        return Draft(id=id_, flow=(transfer.supplier, transfer.recipient), members=members)

    def transfer(self, id_: str) -> Transfer | None:
        """A transfer as it was written."""
        found = self._past.transfer(id_)
        return found[0] if found else None

    def independence(self, id_: str) -> Independence | None:
        """At most how many of its origins are independent, and why no more."""
        found = self._past.transfer(id_)
        return Independence(at_most=found[0].origins_at_most, reasons=found[2]) if found else None

    def followed(self, claim: str) -> list[Link] | None:
        """The links from a claim that hold its transfer together."""
        found = self._past.transfer(self._past.transfer_of(claim) or "")
        return [link for link in found[1] if link.a == claim] if found else None

    def claim(self, id_: str) -> Claim | None:
        """A claim as it stands."""
        page = self._library.pages.get(self._past.report_of(id_) or "")
        return next((one for one in page.claims if one.id == id_), None) if page else None

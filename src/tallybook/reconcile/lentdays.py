"""The days of what an undated report tells, counted from the day of dated ones that tell the same.

"On Tuesday" in a report without a date says nothing by itself. Where dated reports of the book speak of the
same occasion, theirs is the day from which it counts; the reading itself stays as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tallybook.model import READER, Claim, ClaimState
from tallybook.reconcile.judgements import Standing
from tallybook.reconcile.library import Library

Counted = Callable[[Claim, dt.date], Claim]
"""A claim with its times counted from a day, for one in whose report no day was known."""


class LentDays:
    """Claims as they are shown: those of undated reports with the days that others lend them."""

    def __init__(self, library: Library, counted: Counted | None) -> None:
        self._library, self._counted = library, counted

    def takes(self, report_id: str) -> bool:
        """Whether what the report tells may be shown with days of others."""
        page = self._library.pages[report_id]
        return self._counted is not None and not page.published.known

    def claims(self, standing: Standing) -> tuple[Claim, ...]:
        """The claims of a report as they stand, those that a person made or decided on untouched."""
        report_id = standing.reports[0].id
        day = self._library.days(report_id).first if self.takes(report_id) else None
        if day is None or self._counted is None:
            return standing.claims
        return tuple(self._counted(c, day) if _is_read(c) else c for c in standing.claims)


def _is_read(claim: Claim) -> bool:
    return claim.made_by == READER and claim.state is ClaimState.PROPOSED

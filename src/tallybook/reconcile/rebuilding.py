"""The whole book reconciled from nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tallybook.model import Claim, Judgement, Report
from tallybook.reconcile.lentdays import Counted
from tallybook.reconcile.reconciler import Reconciler
from tallybook.reconcile.result import Measures, Reconciled


def reconcile(
    reports: Iterable[Report],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    measures: Measures | None = None,
    counted: Counted | None = None,
) -> Reconciled:
    """Reconcile reports and claims from nothing.

    Args:
        reports: the latest version of each.
        claims: as read, without judgements applied.
        judgements: all of them, oldest first.
        measures: what may apply to a transfer on its dates.
        counted: counts the times of a claim from the day of which its report turns out to tell.
    """
    of_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_report[claim.report_id].append(claim)
    book = Reconciler(measures, counted)
    book.judge_all(judgements)
    for report in reports:
        book.add(report, of_report[report.id])
    return book.result()

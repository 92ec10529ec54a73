"""Everything from one supplier to one recipient: transfers, figures over time, and how others answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from tallybook.model import Claim
from tallybook.reconcile import grouping
from tallybook.reconcile.compare_responses import compare_responses
from tallybook.reconcile.pages import Page
from tallybook.reconcile.relating import Draft
from tallybook.reconcile.result import Flow
from tallybook.reconcile.series import series_of

_Drafts = Mapping[grouping.Flow, list[Draft]]


def flows_of(
    drafts: Sequence[Draft], pages: Mapping[str, Page], origin: Callable[[str], str | None]
) -> tuple[Flow, ...]:
    """The flows of these transfers, by supplier and recipient.

    Args:
        drafts: every transfer, in the order in which they are shown.
        pages: every report by id.
        origin: the id of a claim's origin.
    """
    by_flow: dict[grouping.Flow, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_flow[draft.flow].append(draft)
    responses = _responses(by_flow, pages)
    return tuple(
        Flow(
            supplier=flow[0],
            recipient=flow[1],
            transfers=tuple(d.id for d in own),
            reports=tuple(sorted({s.claim.report for d in own for s in d.members})),
            series=series_of(own, origin),
            responses=compare_responses(responses[flow]),
        )
        for flow, own in sorted(by_flow.items(), key=lambda item: _order(item[0]))
    )


def _responses(by_flow: _Drafts, pages: Mapping[str, Page]) -> dict[grouping.Flow, list[Claim]]:
    """Each response under the flow that its report tells most of."""
    most: dict[str, dict[grouping.Flow, int]] = defaultdict(lambda: defaultdict(int))
    for flow, own in by_flow.items():
        for said in (s for d in own for s in d.members):
            most[said.claim.report_id][flow] += 1
    found: dict[grouping.Flow, list[Claim]] = defaultdict(list)
    for report_id, counts in most.items():
        told = pages[report_id].responses
        if told:
            found[max(counts, key=lambda f, counts=counts: (counts[f], _order(f)))].extend(told)  # type: ignore[misc]
    return found


def _order(flow: grouping.Flow) -> tuple[str, str]:
    return flow[0] or "", flow[1] or ""

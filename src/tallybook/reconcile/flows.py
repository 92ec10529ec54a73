"""Everything from one supplier to one recipient: transfers, figures over time, and how others answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from tallybook.reconcile import grouping
from tallybook.reconcile.compare_responses import compare_responses
from tallybook.reconcile.pages import Page
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.relating import Draft
from tallybook.reconcile.result import Flow
from tallybook.reconcile.series import series_of


class FlowBook:
    """Every flow, made anew where a transfer of it, or a report that answers to it, has changed.

    Args:
        pages: every report by id.
        origin: the id of a claim's origin.
    """

    def __init__(self, pages: Mapping[str, Page], origin: Callable[[str], str | None]) -> None:
        self._pages, self._origin = pages, origin
        self.flows: dict[grouping.Flow, Flow] = {}
        self._drafts: dict[grouping.Flow, dict[str, Draft]] = defaultdict(dict)
        self._told: dict[str, Counter[grouping.Flow]] = defaultdict(Counter)

    def recall(
        self, past: Past, pages: Mapping[str, Page], drafts_of: Callable[[grouping.Flow], dict[str, Draft]]
    ) -> None:
        """Fetch what is asked for from the past; ``drafts_of`` gives the transfers of a flow as they are."""
        self._pages = pages
        self.flows = Recalled(past.flow)
        self._drafts = Recalled(drafts_of)
        self._told = Recalled(past.flows_told)

    def refresh(
        self, before: Iterable[Draft], after: Iterable[Draft]
    ) -> tuple[list[Flow], list[grouping.Flow]]:
        """Take in transfers as they were and as they are.

        Returns:
            Flows that are new or differ, and the ends of those that are no more.
        """
        stale: set[grouping.Flow] = set()
        for draft in before:
            stale |= self._touch(draft, -1)
            self._drafts[draft.flow].pop(draft.id, None)
        for draft in after:
            self._drafts[draft.flow][draft.id] = draft
            stale |= self._touch(draft, 1)
        changed, gone = [], []
        for ends in sorted(stale, key=_order):
            was = self.flows.pop(ends, None)
            if self._drafts[ends]:
                self.flows[ends] = self._flow(ends)
                changed += [self.flows[ends]] if self.flows[ends] != was else []
            else:
                del self._drafts[ends]
                gone += [ends] if was else []
        return changed, gone

    def all(self) -> tuple[Flow, ...]:
        """Every flow, by supplier and recipient."""
        return tuple(flow for _, flow in sorted(self.flows.items(), key=lambda item: _order(item[0])))

    def _touch(self, draft: Draft, step: int) -> set[grouping.Flow]:
        """Count the claims of a transfer by report; the flows that may show other responses with it."""
        stale = {draft.flow}
        for report_id, claims in Counter(s.claim.report_id for s in draft.members).items():
            told = self._told[report_id]
            stale.update(told)
            told[draft.flow] += step * claims
            if not told[draft.flow]:
                del told[draft.flow]
        return stale

    def _flow(self, ends: grouping.Flow) -> Flow:
        own = sorted(self._drafts[ends].values(), key=draft_order)
        reports = {s.claim.report_id: s.claim.report for d in own for s in d.members}
        responses = [c for r in sorted(reports) if self._main(r) == ends for c in self._pages[r].responses]
        return Flow(
            supplier=ends[0],
            recipient=ends[1],
            transfers=tuple(d.id for d in own),
            reports=tuple(sorted(set(reports.values()))),
            series=series_of(own, self._origin),
            responses=compare_responses(responses),
            claims=sum(len(draft.members) for draft in own),
        )

    def _main(self, report_id: str) -> grouping.Flow:
        """The flow that a report tells most of: its responses stand there."""
        told = self._told[report_id]
        return max(told, key=lambda ends: (told[ends], _order(ends)))


def draft_order(draft: Draft) -> tuple[str, str]:
    """The order in which transfers are shown: by first day of publication."""
    first = draft.members[0].facts.published.first
    return (first.isoformat() if first else "9999", draft.id)


def _order(flow: grouping.Flow) -> tuple[str, str]:
    return flow[0] or "", flow[1] or ""

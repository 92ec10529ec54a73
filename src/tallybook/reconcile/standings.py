"""Reports and claims as read, the judgements on them, and how both stand together."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.errors import JudgementRefused, UnknownId
from tallybook.model import Claim, Judgement, JudgementKind, Report
from tallybook.reconcile.judgements import Standing, Verdicts, lost, stand
from tallybook.reconcile.result import Conflict


class Standings:
    """Every report with its claims, as read and as they stand.

    Attributes:
        read: reports and claims as read, by report id.
        standing: as they stand.
        verdicts: the judgements in force.
        by_name: report ids by name.
        report_of: the report of every claim, those that are no longer found among them.
    """

    def __init__(self) -> None:
        self.read: dict[str, tuple[Report, tuple[Claim, ...]]] = {}
        self.standing: dict[str, Standing] = {}
        self.verdicts = Verdicts(())
        self.by_name: dict[str, str] = {}
        self.report_of: dict[str, str] = {}
        self._judgements: list[Judgement] = []
        self._known: set[str] = set()
        self._in_conflict: set[str] = set()

    def stand(self, report_id: str) -> Standing:
        """Apply the judgements in force to a report that was read."""
        self._forget(report_id)
        report, claims = self.read[report_id]
        standing = self.standing[report_id] = stand(report, claims, self.verdicts)
        self.by_name[report.name] = report_id
        self.report_of.update((claim.id, report_id) for claim in standing.claims)
        self._known.update(claim.id for claim in standing.claims)
        if standing.conflicts:
            self._in_conflict.add(report_id)
        return standing

    def remove(self, report_id: str) -> None:
        """Forget a report."""
        self._forget(report_id)
        report, _ = self.read.pop(report_id)
        self.by_name.pop(report.name, None)

    def judge(self, judgements: Iterable[Judgement]) -> set[str]:
        """Take in judgements, oldest first; returns the reports on which they bear."""
        new = list(judgements)
        self._judgements.extend(new)
        self.verdicts = Verdicts(self._judgements)
        return set().union(*(self.affected(judgement) for judgement in new))

    def check(self, judgement: Judgement) -> None:
        """Make sure that a judgement names what it must.

        Raises:
            JudgementRefused: it takes two different ids.
            UnknownId: it undoes what is not there.
        """
        kind, subjects = judgement.kind, judgement.subjects
        pairs = (JudgementKind.SAME_TRANSFER, JudgementKind.NOT_SAME_TRANSFER, JudgementKind.COPY)
        if kind in pairs and (len(subjects) != 2 or subjects[0] == subjects[1]):
            raise JudgementRefused(
                f"{kind.value} takes two different ids, and was given {', '.join(subjects)}"
            )
        if kind is JudgementKind.UNDO and not any(j.id in subjects for j in self._judgements):
            raise UnknownId(f"no judgement has the id {', '.join(subjects)}")

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where judgements do not go together with the readings."""
        told = [c for i in sorted(self._in_conflict) for c in self.standing[i].conflicts]
        return (*told, *lost(self.verdicts, self._known))

    def affected(self, judgement: Judgement) -> set[str]:
        """The reports on which a judgement bears, directly or by what it undoes."""
        found: set[str] = set()
        if judgement.kind is JudgementKind.UNDO:
            undone = [j for j in self._judgements if j.id in judgement.subjects]
            return found.union(*(self.affected(j) for j in undone))
        if judgement.kind in (JudgementKind.SAME_PARTY, JudgementKind.NOT_SAME_PARTY):
            return {i for i, (_, claims) in self.read.items() if _names(claims) & set(judgement.subjects)}
        if judgement.kind is JudgementKind.GRADE_SOURCE:
            return {i for i, (_, claims) in self.read.items() if _names(claims) & set(judgement.subjects)}
        for subject in judgement.subjects:
            for id_ in (
                subject,
                self.by_name.get(subject),
                self.report_of.get(subject),
                self._holder(subject),
            ):
                if id_ in self.read and id_ is not None:
                    found.add(id_)
        if judgement.kind is JudgementKind.ADD:
            found.add(str((judgement.value or {}).get("report_id")))
        return found

    def _holder(self, subject: str) -> str | None:
        """The report that holds the claim after which a transfer or origin is named."""
        return self.report_of.get("c" + subject[1:]) or self.report_of.get(subject[1:])

    def _forget(self, report_id: str) -> None:
        standing = self.standing.pop(report_id, None)
        self._known.difference_update(claim.id for claim in (standing.claims if standing else ()))
        self._in_conflict.discard(report_id)


def _names(claims: Iterable[Claim]) -> set[str]:
    found: set[str] = set()
    for claim in claims:
        found |= {n for n in (claim.supplier, claim.recipient, claim.actor) if n}
        found |= {p.name for p in claim.parties}
        if claim.source:
            found |= {claim.source.name, *claim.source.via}
    return found

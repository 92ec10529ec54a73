"""Reports and claims as read, the judgements on them, and how both stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tallybook.errors import JudgementRefused, UnknownId
from tallybook.model import Claim, Judgement, JudgementKind, Report
from tallybook.reconcile.judgements import Standing, Verdicts, lost, stand
from tallybook.reconcile.recalling import Past, Recalled
from tallybook.reconcile.result import Conflict
from tallybook.reconcile.workings import AT_ODDS, packed, unpacked

_ON_NAMES = frozenset({JudgementKind.SAME_PARTY, JudgementKind.NOT_SAME_PARTY, JudgementKind.GRADE_SOURCE})


class Standings:
    """Every report with its claims, as read and as they stand.

    Args:
        named: the reports that name somebody.

    Attributes:
        read: reports and claims as read, by report id.
        standing: as they stand.
        verdicts: the judgements in force.
        by_name: report ids by name.
        report_of: the report of every claim, those that are no longer found among them.
    """

    def __init__(self, named: Callable[[Iterable[str]], set[str]]) -> None:
        self._named = named
        self.read: dict[str, tuple[Report, tuple[Claim, ...]]] = {}
        self.standing: dict[str, Standing] = {}
        self.verdicts = Verdicts(())
        self.by_name: dict[str, str] = {}
        self.report_of: dict[str, str] = {}
        self._judgements: list[Judgement] = []
        self._known: set[str] = set()
        self._in_conflict: set[str] = set()
        self._past: Past | None = None
        self._dropped: set[str] = set()

    def recall(self, past: Past, judgements: Iterable[Judgement]) -> None:
        """Fetch what is asked for from the past, in which these judgements are worked in."""
        self._past = past
        self.read = Recalled(past.report)
        self.by_name = Recalled(past.id_of)
        self.report_of = Recalled(past.report_of)
        self._judgements = list(judgements)
        self.verdicts = Verdicts(self._judgements)
        self._in_conflict = set(unpacked(past.kept(AT_ODDS, ""), list[str]) or ())
        for report_id in sorted(self._in_conflict):
            self.stand(report_id)

    def changed(self) -> dict[tuple[str, str], bytes | None]:
        """The reports in which a judgement and a reading are at odds, to be kept."""
        return {(AT_ODDS, ""): packed(sorted(self._in_conflict)) if self._in_conflict else None}

    def whole(self) -> dict[tuple[str, str], bytes | None]:
        """The same."""
        return self.changed()

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

    def judge(self, judgements: Iterable[Judgement]) -> tuple[set[str], set[str]]:
        """Take in judgements, oldest first.

        Returns:
            The reports that may stand otherwise now, and those of which a source is graded otherwise.
        """
        new, same = list(judgements), self.verdicts.same_names
        self._judgements.extend(new)
        if any(judgement.kind is JudgementKind.UNDO for judgement in new):
            self.verdicts = Verdicts(self._judgements)
        else:
            self.verdicts.add(new)
        renamed = {name for name, _ in same.items() ^ self.verdicts.same_names.items()}
        acts = [act for judgement in new for act in self._acts(judgement)]
        graded = {name for act in acts if act.kind is JudgementKind.GRADE_SOURCE for name in act.subjects}
        return self._affected(acts) | self._named(renamed), self._named(graded)

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
        return (*told, *lost(self.verdicts, self._missing()))

    def _missing(self) -> list[str]:
        """Claims that were decided on and that no reading finds any more."""
        decided = set(self.verdicts.on_claim)
        if self._past is not None:
            decided &= {*self._past.lost(), *self._dropped}
        return sorted(claim for claim in decided if claim not in self._known)

    def affected_by(self, judgements: Iterable[Judgement]) -> list[str]:
        """The reports that judgements mean which were not taken in yet, by name, id or claim."""
        return sorted(self._affected(act for judgement in judgements for act in self._acts(judgement)))

    def _acts(self, judgement: Judgement) -> list[Judgement]:
        """The judgement itself, or what it undoes."""
        if judgement.kind is not JudgementKind.UNDO:
            return [judgement]
        undone = (j for j in self._judgements if j.id in judgement.subjects)
        return [act for j in undone for act in self._acts(j)]

    def _affected(self, acts: Iterable[Judgement]) -> set[str]:
        return set().union(*map(self._bears_on, acts))

    def _bears_on(self, judgement: Judgement) -> set[str]:
        if judgement.kind in _ON_NAMES:
            return set()
        found: set[str] = set()
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
        claims = {claim.id for claim in (standing.claims if standing else ())}
        self._known -= claims
        if self._past is not None:
            self._dropped |= claims
        self._in_conflict.discard(report_id)

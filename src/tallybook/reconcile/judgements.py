"""What a person's judgements make of reports and claims as read, and where the two do not go together.

Judgements are replayed over every new reading. A judgement that no longer finds its claim, or that meets a
reading which has changed since, is listed as a conflict and stays in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from tallybook.model import MENDABLE, Claim, ClaimState, Judgement, JudgementKind, Report, in_force
from tallybook.reconcile.result import Conflict

_ON_CLAIMS = frozenset(
    {
        JudgementKind.CHECK,
        JudgementKind.REJECT,
        JudgementKind.REOPEN,
        JudgementKind.CORRECT,
        JudgementKind.SPLIT,
        JudgementKind.MERGE,
    }
)
_STATES = {
    JudgementKind.CHECK: ClaimState.CHECKED,
    JudgementKind.REJECT: ClaimState.REJECTED,
    JudgementKind.REOPEN: ClaimState.PROPOSED,
}


class Verdicts:
    """The judgements in force, sorted by what they are about.

    Attributes:
        same_names: names declared one, each to the name that stays; ``other_names`` are pairs declared apart.
        joined, apart: pairs of claims declared one transfer, or not.
        edges: pairs of reports to the kind of edge declared, ``None`` for no copy.
        grades, primaries, reliabilities: by transfer, origin, and name of speaker or outlet.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._place: dict[str, int] = {}
        self.on_claim: dict[str, list[Judgement]] = defaultdict(list)
        self.on_report: dict[str, list[Judgement]] = defaultdict(list)
        self.added: dict[str, list[Judgement]] = defaultdict(list)
        self.joined: dict[frozenset[str], Judgement] = {}
        self.apart: dict[frozenset[str], Judgement] = {}
        self.edges: dict[frozenset[str], Judgement] = {}
        self.grades: dict[str, Judgement] = {}
        self.primaries: dict[str, Judgement] = {}
        self.reliabilities: dict[str, Judgement] = {}
        self._same_party: list[Judgement] = []
        self._joined: dict[str, dict[str, None]] = defaultdict(dict)
        self.same_names: dict[str, str] = {}
        self.add(in_force(tuple(judgements)))

    def add(self, judgements: Iterable[Judgement]) -> None:
        """Take in later judgements, none of which undoes another."""
        for judgement in judgements:
            self._place[judgement.id] = len(self._place)
            self._sort_in(judgement)
        self.same_names = self._names()

    def joined_with(self, claim: str) -> list[tuple[str, Judgement]]:
        """The claims declared one transfer with this one."""
        pairs = ((other, self.joined.get(frozenset((claim, other)))) for other in self._joined.get(claim, ()))
        return [(other, judgement) for other, judgement in pairs if judgement is not None]

    def acts_on(self, claims: Iterable[str]) -> list[Judgement]:
        """The judgements on these claims, and on those into which they were split, oldest first."""
        found: dict[str, Judgement] = {}
        todo = list(claims)
        while todo:
            for judgement in self.on_claim.get(todo.pop(), ()):
                if judgement.id not in found and judgement.kind is JudgementKind.SPLIT:
                    todo.extend(str(raw.get("id")) for raw in _claims_in(judgement))
                found[judgement.id] = judgement
        return sorted(found.values(), key=lambda j: self._place[j.id])

    def _sort_in(self, judgement: Judgement) -> None:
        kind, subjects = judgement.kind, judgement.subjects
        pair = frozenset(subjects[:2])
        if kind in _ON_CLAIMS:
            for claim in subjects:
                self.on_claim[claim].append(judgement)
        elif kind is JudgementKind.ADD:
            self.added[str((judgement.value or {}).get("report_id", ""))].append(judgement)
        elif kind is JudgementKind.MEND:
            self.on_report[subjects[0]].append(judgement)
        elif kind is JudgementKind.SAME_TRANSFER:
            self.joined[pair] = judgement
            self.apart.pop(pair, None)
            for claim in pair:
                self._joined[claim].update(dict.fromkeys(pair - {claim}))
        elif kind is JudgementKind.NOT_SAME_TRANSFER:
            self.apart[pair] = judgement
            self.joined.pop(pair, None)
        elif kind in (JudgementKind.COPY, JudgementKind.NOT_COPY):
            self.edges[pair] = judgement
        elif kind in (JudgementKind.SAME_PARTY, JudgementKind.NOT_SAME_PARTY):
            self._same_party.append(judgement)
        else:
            self._sort_by_subject(judgement)

    def _sort_by_subject(self, judgement: Judgement) -> None:
        book = {
            JudgementKind.GRADE: self.grades,
            JudgementKind.PRIMARY: self.primaries,
            JudgementKind.GRADE_SOURCE: self.reliabilities,
        }.get(judgement.kind)
        if book is not None:
            book[judgement.subjects[0]] = judgement

    def _names(self) -> dict[str, str]:
        """Names declared one, each to the first that was named; a later "not the same" takes a pair back."""
        pairs: dict[frozenset[str], tuple[str, str]] = {}
        for judgement in self._same_party:
            first, second = judgement.subjects[:2]
            if judgement.kind is JudgementKind.SAME_PARTY:
                pairs[frozenset((first, second))] = (first, second)
            else:
                pairs.pop(frozenset((first, second)), None)
        names: dict[str, str] = {}
        for first, second in pairs.values():
            stays = names.get(first, first)
            goes = names.get(second, second)
            names.update({name: stays for name, known in names.items() if known == goes})
            names[goes] = stays
        return {name: stays for name, stays in names.items() if name != stays}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Reports and claims as they stand after all judgements, and the conflicts met on the way."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]


def apply_judgements(
    reports: Iterable[Report], claims: Iterable[Claim], judgements: Iterable[Judgement]
) -> Standing:
    """Apply every judgement in force to reports and claims as read.

    Claims that a person rejected, merged into another or split stay, with the state rejected.
    """
    verdicts = Verdicts(judgements)
    of_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_report[claim.report_id].append(claim)
    stands = [stand(report, of_report[report.id], verdicts) for report in reports]
    return Standing(
        reports=tuple(r for s in stands for r in s.reports),
        claims=tuple(c for s in stands for c in s.claims),
        conflicts=tuple(c for s in stands for c in s.conflicts),
    )


def stand(report: Report, claims: Iterable[Claim], verdicts: Verdicts) -> Standing:
    """One report and its claims as they stand."""
    report = _mended(report, verdicts)
    book = {claim.id: claim for claim in claims}
    conflicts: list[Conflict] = []
    for judgement in verdicts.added.get(report.id, ()):
        claim = msgspec.convert(judgement.value, Claim)
        book[claim.id] = msgspec.structs.replace(claim, made_by=judgement.author)
    for judgement in verdicts.acts_on(book):
        _act(judgement, book, conflicts)
    return Standing(reports=(report,), claims=tuple(book.values()), conflicts=tuple(conflicts))


def lost(verdicts: Verdicts, claims: Iterable[str]) -> tuple[Conflict, ...]:
    """Judgements on these claims, which no reading finds any more."""
    return tuple(
        Conflict(
            judgement=judgement.id,
            what=f"{judgement.kind.value} by {judgement.author}: no reading finds the claim any more",
            claim=claim,
        )
        for claim in claims
        for judgement in verdicts.on_claim[claim]
    )


def _mended(report: Report, verdicts: Verdicts) -> Report:
    for judgement in (*verdicts.on_report.get(report.id, ()), *verdicts.on_report.get(report.name, ())):
        value = judgement.value or {}
        field = str(value.get("field"))
        if field in MENDABLE:
            raw = {**msgspec.to_builtins(report), field: value.get("value")}
            raw["mended"] = sorted({*report.mended, field})
            report = msgspec.convert(raw, Report)
    return report


def _act(judgement: Judgement, book: dict[str, Claim], conflicts: list[Conflict]) -> None:
    here = [claim for claim in judgement.subjects if claim in book]
    if judgement.kind in _STATES:
        for claim in here:
            book[claim] = msgspec.structs.replace(book[claim], state=_STATES[judgement.kind])
    elif judgement.kind is JudgementKind.CORRECT:
        _correct(judgement, book, conflicts)
    elif judgement.kind is JudgementKind.SPLIT:
        for raw in _claims_in(judgement):
            new = msgspec.convert(raw, Claim)
            book[new.id] = msgspec.structs.replace(new, made_by=judgement.author)
        book[here[0]] = _put_away(book[here[0]], f"split by {judgement.author}")
    elif judgement.kind is JudgementKind.MERGE and judgement.subjects[0] in book:
        _merge(judgement, book)


def _claims_in(judgement: Judgement) -> list[dict[str, Any]]:
    found = (judgement.value or {}).get("claims", [])
    return list(found) if isinstance(found, list) else []


def _correct(judgement: Judgement, book: dict[str, Claim], conflicts: list[Conflict]) -> None:
    claim = book[judgement.subjects[0]]
    value = judgement.value or {}
    field, decided = str(value.get("field")), value.get("value")
    raw = msgspec.to_builtins(claim)
    read = raw.get(field)
    if "was" in value and read not in (value["was"], decided):
        conflicts.append(
            Conflict(
                judgement=judgement.id,
                what=f"{field} was corrected by {judgement.author}; the reading has changed since",
                claim=claim.id,
                report=claim.report,
                found=str(read),
                decided=str(decided),
            )
        )
    if field in raw:
        book[claim.id] = msgspec.convert({**raw, field: decided}, Claim)


def _merge(judgement: Judgement, book: dict[str, Claim]) -> None:
    first = book[judgement.subjects[0]]
    quotes, spans = list(first.also), list(first.also_spans)
    for name in judgement.subjects[1:]:
        other = book.get(name)
        if other is None or other.state is ClaimState.REJECTED:
            continue
        quotes += [other.quote, *other.also]
        spans += [other.quote_span, *other.also_spans]
        book[name] = _put_away(other, f"merged into {first.id} by {judgement.author}")
    book[first.id] = msgspec.structs.replace(first, also=tuple(quotes), also_spans=tuple(spans))


def _put_away(claim: Claim, why: str) -> Claim:
    return msgspec.structs.replace(claim, state=ClaimState.REJECTED, why=(*claim.why, why))

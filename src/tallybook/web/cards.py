"""Claims as the cards beside a report show them: what is claimed, who decided, what a later reading says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from tallybook.model import Claim, Judgement, JudgementKind, Report, in_force
from tallybook.store import Book
from tallybook.web import wording
from tallybook.web.clashes import Clash, by_claim, clashes_of
from tallybook.web.work import fingerprint

DECIDING = {
    JudgementKind.CHECK: "checked",
    JudgementKind.REJECT: "rejected",
    JudgementKind.REOPEN: "opened again",
    JudgementKind.CORRECT: "corrected",
    JudgementKind.ADD: "added",
    JudgementKind.SPLIT: "split",
    JudgementKind.MERGE: "merged",
}
"""Judgements that stand on a card, as words before "by"."""

_NO_CONTENT = {"id", "report", "report_id", "state", "made_by", "quote_span", "also_spans", "why", "hedges"}


@dataclass(frozen=True)
class Rival:
    """One thing that a later reading says otherwise than the person who decided."""

    field: str
    found: str
    decided: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One claim.

    Attributes:
        claim: as it stands.
        number: place among the claims of the report, from 1.
        fingerprint: what its forms were made from.
        transfer: id of the transfer in which it stands.
        measures: how many measures may apply to that transfer.
        decided: who decided what last, in words; empty where nobody has.
        rivals: what a later reading says otherwise.
        lost: a later reading finds no such claim.
        reliability: grade of its source (the outlet, where it speaks itself), if somebody gave one.
        graded: the name that this grade belongs to.
        version: version of the report in which its words stand, where that is not the one shown.
        clashes: decisions on it that do not go together with what is read now.
    """

    claim: Claim
    number: int
    fingerprint: str
    transfer: str | None
    measures: int
    decided: str
    rivals: tuple[Rival, ...]
    lost: bool
    reliability: str
    graded: str
    version: int | None
    clashes: tuple[Clash, ...]


def cards_of(book: Book, report: Report, claims: Sequence[Claim]) -> tuple[Card, ...]:
    """The cards of these claims of ``report``, in their order."""
    ids = [claim.id for claim in claims]
    transfer_of = book.transfers.of_claims(ids)
    transfers = book.transfers.many(set(transfer_of.values()))
    judged = in_force(book.judgements.about(ids)) if ids else ()
    graded = [source_name(claim, report) for claim in claims]
    grades = grades_of(book, graded)
    clashes = by_claim(clashes_of(book))

    def card(number: int, claim: Claim) -> Card:
        transfer = transfer_of.get(claim.id)
        rivals, lost = _reread(book, claim)
        return Card(
            claim=claim,
            number=number,
            fingerprint=fingerprint(claim),
            transfer=transfer,
            measures=len(transfers[transfer].measures) if transfer in transfers else 0,
            decided=_decided(claim, judged),
            rivals=rivals,
            lost=lost,
            reliability=grades.get(graded[number - 1], ""),
            graded=graded[number - 1],
            version=_elsewhere(book, claim, report),
            clashes=clashes.get(claim.id, ()),
        )

    return tuple(card(number, claim) for number, claim in enumerate(claims, 1))


def source_name(claim: Claim, report: Report) -> str:
    """Whose reliability counts for a claim: the speaker's, or the outlet's where it speaks itself."""
    return claim.source.name if claim.source else report.publisher or ""


def grades_of(book: Book, names: Iterable[str]) -> dict[str, str]:
    """The reliability in force of these speakers and outlets, where somebody gave one."""
    wanted = {name for name in names if name}
    grades: dict[str, str] = {}
    for judgement in in_force(book.judgements.about(wanted)) if wanted else ():
        if judgement.kind is JudgementKind.GRADE_SOURCE:
            grades |= dict.fromkeys(judgement.subjects, str((judgement.value or {}).get("reliability", "")))
    return grades


def differences(found: Claim, decided: Claim) -> tuple[Rival, ...]:
    """What two forms of one claim say differently, field by field."""
    one, other = msgspec.to_builtins(found), msgspec.to_builtins(decided)
    return tuple(
        Rival(field.replace("_", " "), told(one[field]), told(other[field]))
        for field in one
        if field not in _NO_CONTENT and told(one[field]) != told(other[field])
    )


def told(value: object) -> str:
    """Any value of a claim on one line."""
    if isinstance(value, dict):
        parts = (told(part) for key, part in value.items() if key != "span")
        return ", ".join(part for part in parts if part)
    if isinstance(value, list):
        return "; ".join(told(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return wording.number(value) if isinstance(value, float) else str(value if value is not None else "")


def _decided(claim: Claim, judged: Iterable[Judgement]) -> str:
    about = [one for one in judged if claim.id in one.subjects and one.kind in DECIDING]
    if not about:
        return ""
    last = about[-1]
    reason = f": {last.reason}" if last.reason else ""
    return f"{DECIDING[last.kind]} by {last.author}, {wording.instant(last.at)}{reason}"


def _reread(book: Book, claim: Claim) -> tuple[tuple[Rival, ...], bool]:
    """What a later reading says otherwise, and whether it finds no such claim."""
    reread = book.findings.reread(claim.id)
    if reread is None:
        return (), False
    return (differences(reread.claim, claim), False) if reread.claim else ((), True)


def _elsewhere(book: Book, claim: Claim, report: Report) -> int | None:
    if claim.stands_in(report.text):
        return None
    version = book.claims.version_of(claim.id)
    return version if version != report.version else None

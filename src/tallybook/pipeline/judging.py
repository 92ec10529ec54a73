"""Can a judgement apply to what it names? Asked before it is appended: a judgement stays for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from tallybook.errors import JudgementRefused
from tallybook.model import MENDABLE, Claim, EdgeKind, Judgement, JudgementKind, PrimaryState, Report
from tallybook.store import Book

T = TypeVar("T")

FIXED = ("id", "report", "report_id", "made_by", "state", "kind")
"""Fields of a claim that say which claim it is and who vouches for it; not to be corrected."""

Check = Callable[[Book, Judgement], None]


def check(book: Book, judgement: Judgement) -> None:
    """Make sure that a judgement names what is in the register and says what can be done with it.

    Raises:
        UnknownId: a subject is not in the register.
        JudgementRefused: too many or too few subjects, or a value that cannot be.
    """
    most, look = _RULES[judgement.kind]
    if len(judgement.subjects) != most and not (most == 0 and len(judgement.subjects) > 1):
        wanted = f"{most}" if most else "two or more"
        raise JudgementRefused(
            f"{judgement.kind.value} takes {wanted} subjects, not {len(judgement.subjects)}"
        )
    if not all(subject.strip() for subject in judgement.subjects):
        raise JudgementRefused(f"{judgement.kind.value}: a subject is empty")
    look(book, judgement)


def _claims(book: Book, judgement: Judgement) -> None:
    for subject in judgement.subjects:
        book.claims.get(subject)


def _corrected(book: Book, judgement: Judgement) -> None:
    claim = book.claims.get(judgement.subjects[0])
    field, value = _field(judgement)
    if field in FIXED or field not in Claim.__struct_fields__:
        raise JudgementRefused(f"{field}: no field of a claim that can be corrected")
    new = _converted({**msgspec.to_builtins(claim), field: value}, Claim)
    report = book.reports.version(claim.report_id, book.claims.version_of(claim.id))
    _must_stand(new, report)


def _added(book: Book, judgement: Judgement) -> None:
    claim = _converted(judgement.value or {}, Claim)
    if claim.id != judgement.subjects[0]:
        raise JudgementRefused(f"{judgement.subjects[0]}: the claim that is added has another id: {claim.id}")
    _must_be_new(book, claim)
    _must_stand(claim, book.reports.get(claim.report_id))


def _split(book: Book, judgement: Judgement) -> None:
    old = book.claims.get(judgement.subjects[0])
    parts = (judgement.value or {}).get("claims")
    if not isinstance(parts, list) or len(parts) < 2:
        raise JudgementRefused(f"{old.id}: a claim is split into two or more")
    claims = [_converted(part, Claim) for part in parts]
    if len({claim.id for claim in claims}) < len(claims):
        raise JudgementRefused(f"{old.id}: its parts need ids of their own")
    for claim in claims:
        _must_be_new(book, claim)
        if claim.report_id != old.report_id:
            raise JudgementRefused(f"{claim.id}: part of a claim of another report")
        _must_stand(claim, book.reports.get(old.report_id))


def _groups(book: Book, judgement: Judgement) -> None:
    for subject in judgement.subjects:
        if subject.startswith("t"):
            book.transfers.get(subject)
        else:
            book.claims.get(subject)


def _reports(book: Book, judgement: Judgement) -> None:
    for subject in judgement.subjects:
        book.reports.get(subject)
    if judgement.kind is JudgementKind.COPY:
        _must_be_one_of(judgement, "kind", [kind.value for kind in EdgeKind])


def _mended(book: Book, judgement: Judgement) -> None:
    report = book.reports.get(judgement.subjects[0])
    field, value = _field(judgement)
    if field not in MENDABLE:
        raise JudgementRefused(f"{field}: no field of a report that can be mended ({', '.join(MENDABLE)})")
    _converted({**msgspec.to_builtins(report), field: value}, Report)


def _graded(book: Book, judgement: Judgement) -> None:
    book.transfers.get(judgement.subjects[0])
    _must_be_one_of(judgement, "credibility", range(1, 7))


def _source_graded(_book: Book, judgement: Judgement) -> None:
    _must_be_one_of(judgement, "reliability", "ABCDEF")


def _primary(book: Book, judgement: Judgement) -> None:
    book.lineage.origin(judgement.subjects[0])
    _must_be_one_of(judgement, "state", [state.value for state in PrimaryState])


def _judgement(book: Book, judgement: Judgement) -> None:
    book.judgements.get(judgement.subjects[0])


def _names(_book: Book, judgement: Judgement) -> None:
    if judgement.subjects[0] == judgement.subjects[1]:
        raise JudgementRefused(f"{judgement.subjects[0]}: named twice")


_RULES: Mapping[JudgementKind, tuple[int, Check]] = {
    JudgementKind.CHECK: (1, _claims),
    JudgementKind.REJECT: (1, _claims),
    JudgementKind.REOPEN: (1, _claims),
    JudgementKind.CORRECT: (1, _corrected),
    JudgementKind.ADD: (1, _added),
    JudgementKind.SPLIT: (1, _split),
    JudgementKind.MERGE: (0, _claims),
    JudgementKind.SAME_TRANSFER: (2, _groups),
    JudgementKind.NOT_SAME_TRANSFER: (2, _groups),
    JudgementKind.SAME_PARTY: (2, _names),
    JudgementKind.NOT_SAME_PARTY: (2, _names),
    JudgementKind.COPY: (2, _reports),
    JudgementKind.NOT_COPY: (2, _reports),
    JudgementKind.MEND: (1, _mended),
    JudgementKind.GRADE: (1, _graded),
    JudgementKind.GRADE_SOURCE: (1, _source_graded),
    JudgementKind.PRIMARY: (1, _primary),
    JudgementKind.UNDO: (1, _judgement),
}
"""How many subjects each kind takes (0: two or more), and what else must hold."""


def _field(judgement: Judgement) -> tuple[str, object]:
    value = judgement.value or {}
    if "field" not in value or "value" not in value:
        raise JudgementRefused(f"{judgement.kind.value} needs a field and its new value")
    return str(value["field"]), value["value"]


def _converted(fields: object, kind: type[T]) -> T:
    try:
        return msgspec.convert(fields, kind)
    except (msgspec.ValidationError, ValueError) as error:
        raise JudgementRefused(f"this cannot be: {error}") from error


def _must_be_new(book: Book, claim: Claim) -> None:
    taken = book.claims.many([claim.id]) or book.findings.get(claim.id) or book.findings.retired(claim.id)
    if not claim.id or taken:
        raise JudgementRefused(f"{claim.id or 'a claim'}: needs an id that no other claim has")


def _must_stand(claim: Claim, report: Report) -> None:
    if len(claim.also) != len(claim.also_spans) or not claim.stands_in(report.text):
        raise JudgementRefused(f"{claim.id}: its words do not stand in {report.name} where it says")


def _must_be_one_of(judgement: Judgement, name: str, allowed: Iterable[object]) -> None:
    options = list(allowed)
    if (judgement.value or {}).get(name) not in options:
        raise JudgementRefused(f"{judgement.kind.value} needs {name}: one of {', '.join(map(str, options))}")

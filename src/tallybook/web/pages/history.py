"""What was decided by whom and why, newest first; and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tallybook.model import Claim, Judgement, JudgementKind, in_force
from tallybook.store import Book, ReportRow
from tallybook.web import addresses, wording
from tallybook.web.acts import together, undone_together
from tallybook.web.cards import told
from tallybook.web.clashes import clashes_of
from tallybook.web.desk import Page, work_of
from tallybook.web.rendering import render

SHOWN = 50
"""Judgements on one page."""

_WORDS = {
    JudgementKind.CHECK: "confirmed",
    JudgementKind.REJECT: "rejected",
    JudgementKind.REOPEN: "opened again",
    JudgementKind.CORRECT: "corrected",
    JudgementKind.ADD: "added",
    JudgementKind.SPLIT: "split",
    JudgementKind.MERGE: "merged",
    JudgementKind.SAME_TRANSFER: "said to be one transfer",
    JudgementKind.NOT_SAME_TRANSFER: "said to be different transfers",
    JudgementKind.SAME_PARTY: "said to be one party",
    JudgementKind.NOT_SAME_PARTY: "said to be different parties",
    JudgementKind.COPY: "said to depend on one another",
    JudgementKind.NOT_COPY: "said not to depend on one another",
    JudgementKind.MEND: "mended",
    JudgementKind.GRADE: "credibility signed",
    JudgementKind.GRADE_SOURCE: "reliability graded",
    JudgementKind.PRIMARY: "primary source noted",
    JudgementKind.UNDO: "taken back",
}


@dataclass(frozen=True)
class Subject:
    """What a judgement is about, with the place where it can be looked at, if there is one.

    ``quote`` holds the words of a claim, which tell it from others of the same flow.
    """

    words: str
    address: str
    quote: str = ""


@dataclass(frozen=True)
class Line:
    """One act: a judgement, or several that one form made together.

    Attributes:
        judgement: the last of them, as it was appended.
        what: what was done, in words.
        subjects: to what.
        detail: the new values, in words.
        stands: not taken back.
    """

    judgement: Judgement
    what: str
    subjects: tuple[Subject, ...]
    detail: str
    stands: bool


@dataclass(frozen=True, kw_only=True)
class HistoryPage(Page):
    """Judgements, newest first.

    Attributes:
        about: the subject that was asked for, if any.
        subject: it in words.
        lines: the judgements.
        conflicts: how many decisions do not go together with what is read now.
        more: address of the next page.
    """

    template: ClassVar[str] = "history.html"
    at: ClassVar[str] = "/history"
    about: str
    subject: Subject | None
    lines: tuple[Line, ...]
    conflicts: int
    more: str


def show(request: Request) -> Response:
    """All judgements, or those about one subject."""
    about = request.query_params.get("about", "")
    with work_of(request).reading() as book:
        if about:
            judgements, more = tuple(reversed(book.judgements.about(about))), None
        else:
            found = book.judgements.latest(limit=SHOWN, after=request.query_params.get("after") or None)
            judgements, more = found.items, found.next
        lines = lines_of(book, judgements)
        conflicts = 0 if about else len(clashes_of(book))
        subject = _Subjects(book, [about]).of(about) if about else None
    page = HistoryPage(
        title=f"History of {subject.words}" if subject else "History",
        about=about,
        subject=subject,
        lines=lines,
        conflicts=conflicts,
        more="/history?" + urlencode({"after": more}) if more else "",
    )
    return render(request, page)


def lines_of(book: Book, judgements: Iterable[Judgement]) -> tuple[Line, ...]:
    """Judgements, newest first, as the history shows them: those of one act on one line."""
    judgements = tuple(judgements)
    ids = [judgement.id for judgement in judgements]
    around = {one.id: one for one in (*book.judgements.about(ids), *judgements)} if ids else {}
    standing = _standing(sorted(around.values(), key=lambda one: one.number))
    undone = {
        id_: book.judgements.get(id_)
        for one in judgements
        if one.kind is JudgementKind.UNDO
        for id_ in one.subjects
    }
    named = [subject for one in (*judgements, *undone.values()) for subject in one.subjects]
    subjects = _Subjects(book, named)
    acts: list[list[Judgement]] = []
    for one in judgements:
        after = acts[-1][-1] if acts else one
        alike = together(one, after) or undone_together(one, after, undone)
        if acts and alike and (one.id in standing) == (after.id in standing):
            acts[-1].append(one)
        else:
            acts.append([one])
    return tuple(
        Line(
            judgement=act[0],
            what=" and ".join(dict.fromkeys(_WORDS[one.kind] for one in reversed(act))),
            subjects=tuple(map(subjects.of, _about(act[0], undone))),
            detail="; ".join(dict.fromkeys(filter(None, (_detail(one, undone) for one in reversed(act))))),
            stands=act[0].id in standing,
        )
        for act in acts
    )


def _about(one: Judgement, undone: Mapping[str, Judgement]) -> tuple[str, ...]:
    """What a judgement is about; an undoing is about what the judgement was that it took back."""
    if one.kind is not JudgementKind.UNDO:
        return one.subjects
    return tuple(id_ for old in one.subjects for id_ in (undone[old].subjects if old in undone else ()))


def _standing(judgements: list[Judgement]) -> set[str]:
    """Ids of the judgements that are not taken back, undoings among them."""
    standing = {one.id for one in in_force(tuple(judgements))}
    undone: set[str] = set()
    for one in reversed(judgements):
        if one.kind is JudgementKind.UNDO and one.id not in undone:
            standing.add(one.id)
            undone.update(one.subjects)
    return standing


def _detail(one: Judgement, undone: Mapping[str, Judgement]) -> str:
    value = one.value or {}
    if one.kind is JudgementKind.UNDO:
        was = (undone[id_] for id_ in one.subjects if id_ in undone)
        return "; ".join(f"{_WORDS[old.kind]} by {old.author}" for old in was)
    if one.kind in {JudgementKind.CORRECT, JudgementKind.MEND}:
        field = str(value.get("field", "")).replace("_", " ")
        return f"{field}: {told(value.get('value')) or wording.OPEN}"
    if one.kind is JudgementKind.ADD:
        return str(value.get("quote", ""))
    if one.kind is JudgementKind.SPLIT:
        claims = value.get("claims")
        return f"into {len(claims)} claims" if isinstance(claims, list) else ""
    return ", ".join(f"{wording.plain(name)} {told(part)}" for name, part in value.items())


class _Subjects:
    """Subjects of judgements in words, looked up together."""

    def __init__(self, book: Book, named: Iterable[str]) -> None:
        wanted = list(dict.fromkeys(named))
        self._claims: dict[str, Claim] = book.claims.many(wanted)
        self._reports: dict[str, ReportRow] = book.shelf.lines(wanted)
        self._transfers = book.transfers.many(one for one in wanted if one.startswith("t"))

    def of(self, subject: str) -> Subject:
        """A claim, report, transfer or name."""
        claim = self._claims.get(subject)
        if claim:
            address = addresses.report(claim.report_id, claim.id)
            return Subject(wording.headline(claim), address, claim.quote)
        report = self._reports.get(subject)
        if report:
            return Subject(report.title or report.name, addresses.report(report.id))
        transfer = self._transfers.get(subject)
        if transfer:
            return Subject(f"{wording.ends(transfer)} {transfer.stage or ''}", addresses.transfer(subject))
        return Subject(subject, "")

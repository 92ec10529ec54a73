"""What belongs to one act of a person: several judgements that were made together are undone together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from tallybook.model import Judgement, JudgementKind, in_force
from tallybook.store import Book
from tallybook.web.work import Draft

TOGETHER = 2.0
"""Judgements of one person on one claim that follow each other within so many seconds are one act: a form
that corrects several fields makes one judgement for each."""

MOST = 32
"""Judgements that one form can make: a claim has fewer fields."""

_BY_FORM = frozenset({JudgementKind.CORRECT, JudgementKind.CHECK, JudgementKind.MEND})


def last_act(book: Book, report_id: str, author: str) -> tuple[Judgement, ...]:
    """The judgements in force of this author's last act on a report and its claims, newest first."""
    ids = [claim.id for claim in book.claims.of_report(report_id)]
    own = [one for one in in_force(book.judgements.about([report_id, *ids])) if one.author == author]
    return _ending(own)


def act_of(book: Book, judgement: Judgement) -> tuple[Judgement, ...]:
    """The judgements in force of the act that ends with this one, newest first."""
    if judgement.kind is JudgementKind.UNDO:
        return _undoing(book, judgement)
    about = in_force(book.judgements.about(judgement.subjects))
    return _ending([one for one in about if one.number <= judgement.number])


def undone_together(before: Judgement, after: Judgement, undone: Mapping[str, Judgement]) -> bool:
    """Whether two undoings that follow each other took back one act; ``undone``: what was, by its id."""
    if not before.kind is after.kind is JudgementKind.UNDO or before.author != after.author:
        return False
    first, last = (undone.get(one.subjects[0]) for one in (after, before))
    return after.number - before.number == 1 and bool(first and last and together(first, last))


def _undoing(book: Book, last: Judgement) -> tuple[Judgement, ...]:
    near = [one for one in book.judgements.since(last.number - MOST) if one.number <= last.number]
    undone = {one.id: one for one in book.judgements.named(id_ for near_ in near for id_ in near_.subjects)}
    act = [last]
    for before in reversed(near[:-1]):
        if not undone_together(before, act[-1], undone):
            break
        act.append(before)
    return tuple(act)


def _ending(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The act with which these end, newest first."""
    act: list[Judgement] = []
    for judgement in reversed(judgements):
        if act and not together(judgement, act[-1]):
            break
        act.append(judgement)
    return tuple(act)


def undoings(act: Sequence[Judgement], reason: str = "") -> list[Draft]:
    """What takes an act back, the last judgement first."""
    return [Draft(JudgementKind.UNDO, (judgement.id,), None, reason) for judgement in act]


def together(before: Judgement, after: Judgement) -> bool:
    """Whether two judgements that follow each other belong to one act."""
    if (
        before.author != after.author
        or before.subjects != after.subjects
        or not {before.kind, after.kind} <= _BY_FORM
    ):
        return False
    if after.number - before.number != 1 or before.kind is JudgementKind.CHECK:
        return False
    apart = dt.datetime.fromisoformat(after.at) - dt.datetime.fromisoformat(before.at)
    return apart.total_seconds() <= TOGETHER

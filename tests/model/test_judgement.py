"""Judgements are appended, and undone by another."""

from __future__ import annotations

from tallybook.model import Judgement, JudgementKind, in_force


def judgement(name: str, kind: JudgementKind, *subjects: str) -> Judgement:
    """A judgement of this id and kind."""
    return Judgement(id=name, kind=kind, subjects=subjects, author="A. Clerk", at="2024-01-01T00:00:00Z")


CHECK = judgement("j1", JudgementKind.CHECK, "c1")
REJECT = judgement("j2", JudgementKind.REJECT, "c2")
UNDO_CHECK = judgement("j3", JudgementKind.UNDO, "j1")
UNDO_UNDO = judgement("j4", JudgementKind.UNDO, "j3")


def test_an_undone_judgement_no_longer_stands() -> None:
    """Undoing takes one judgement out and leaves the others in their order."""
    assert in_force((CHECK, REJECT, UNDO_CHECK)) == (REJECT,)


def test_undoing_an_undoing_brings_the_judgement_back() -> None:
    """Nothing is lost: an undoing is a judgement and can be undone itself."""
    assert in_force((CHECK, REJECT, UNDO_CHECK, UNDO_UNDO)) == (CHECK, REJECT)

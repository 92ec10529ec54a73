"""Judgements that change nothing but the state of one claim, written without loading the book.

Who confirms a claim, or takes that back, changes no word of it: no group, origin or figure is another one
afterwards. A process that has not loaded the book writes the claim and is done.
"""

from __future__ import annotations

import msgspec

from tallybook.model import Claim, ClaimState, Judgement, JudgementKind
from tallybook.store import Book

_STATES = {JudgementKind.CHECK: ClaimState.CHECKED, JudgementKind.REOPEN: ClaimState.PROPOSED}

MARKS = frozenset(_STATES)
"""The kinds of judgement that may be such."""


def marks_only(book: Book, judgement: Judgement) -> bool:
    """Whether the judgement changes the state of a claim and nothing else in the register.

    It does not where results are behind, where the claim was rejected and comes back, or where a later
    reading says otherwise: that conflict is told with the judgement.
    """
    if judgement.kind not in _STATES or book.counters.waiting():
        return False
    if book.findings.is_reread(judgement.subjects[0]):
        return False
    return book.claims.get(judgement.subjects[0]).state is not ClaimState.REJECTED


def mark(book: Book, judgement: Judgement) -> None:
    """Write the claim with its new state; results go as far as before, and this judgement."""
    claim = book.claims.get(judgement.subjects[0])
    stands = (_marked(one, judgement) for one in book.claims.of_report(claim.report_id))
    book.claims.settle(book.reports.get(claim.report_id), stands)
    book.counters.settle()


def _marked(claim: Claim, judgement: Judgement) -> Claim:
    if claim.id != judgement.subjects[0]:
        return claim
    return msgspec.structs.replace(claim, state=_STATES[judgement.kind])

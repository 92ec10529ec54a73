"""An analyst's decision: appended, never overwritten, undone only by another."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class JudgementKind(StrEnum):
    """What a judgement decides.

    ``subjects`` and ``value`` mean, for each kind:

    ===================  =============================  ============================================
    kind                 subjects                       value
    ===================  =============================  ============================================
    check, reject        claim                          –
    reopen               claim                          – (back to proposed)
    correct              claim                          {"field": name, "value": new value (JSON)}
    add                  new claim id                   the whole claim (JSON)
    split                claim                          {"claims": [new claims (JSON)]}
    merge                claims, first one stays        –
    same-transfer        two claims                     –
    not-same-transfer    two claims                     –
    same-party           two names                      – (also speakers)
    not-same-party       two names                      –
    copy                 parent report, child report    {"kind": "copy" | "rewrite" | "cites"}
    not-copy             two reports                    –
    mend                 report                         {"field": name, "value": new value (JSON)}
    grade                transfer                       {"credibility": 1..6}
    grade-source         speaker or outlet name         {"reliability": "A".."F"}
    primary              origin                         {"state": "held" | "sought" | "none", "report": id}
    undo                 judgement id                   –
    ===================  =============================  ============================================
    """

    CHECK = "check"
    REJECT = "reject"
    REOPEN = "reopen"
    CORRECT = "correct"
    ADD = "add"
    SPLIT = "split"
    MERGE = "merge"
    SAME_TRANSFER = "same-transfer"
    NOT_SAME_TRANSFER = "not-same-transfer"
    SAME_PARTY = "same-party"
    NOT_SAME_PARTY = "not-same-party"
    COPY = "copy"
    NOT_COPY = "not-copy"
    MEND = "mend"
    GRADE = "grade"
    GRADE_SOURCE = "grade-source"
    PRIMARY = "primary"
    UNDO = "undo"


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision with its author, time (ISO 8601, UTC) and reason.

    ``number`` is the order in which the register took it in, from 1; 0 before that.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    value: dict[str, object] | None = None
    author: str
    at: str
    reason: str | None = None
    number: int = 0


def in_force(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements that stand: without those undone, and without the undoings.

    An undoing can be undone, which brings the first judgement back. Order is kept.
    """
    undone: set[str] = set()
    for judgement in reversed(judgements):
        if judgement.kind is JudgementKind.UNDO and judgement.id not in undone:
            undone.update(judgement.subjects)
    return tuple(j for j in judgements if j.id not in undone and j.kind is not JudgementKind.UNDO)

"""Decisions that do not go together with what is read now: they stand until a person says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from tallybook.model import Judgement, JudgementKind
from tallybook.reconcile import Conflict
from tallybook.store import Book


@dataclass(frozen=True)
class Clash:
    """One decision with what is against it.

    Attributes:
        conflict: as reconciling tells it.
        judgement: the decision.
        again: it can be decided again, as it stands, against what is read now.
    """

    conflict: Conflict
    judgement: Judgement
    again: bool


def clashes_of(book: Book) -> tuple[Clash, ...]:
    """All of them, the oldest decision first."""
    told = msgspec.json.decode(book.counters.noted("conflicts") or "[]", type=list[Conflict])
    if not told:
        return ()
    known = {one.id: one for one in book.judgements.named(conflict.judgement for conflict in told)}
    found = [_clash(conflict, known[conflict.judgement]) for conflict in told if conflict.judgement in known]
    return tuple(sorted(found, key=lambda clash: clash.judgement.number))


def by_claim(clashes: Iterable[Clash]) -> dict[str, tuple[Clash, ...]]:
    """Those of each claim, by its id."""
    found: dict[str, tuple[Clash, ...]] = {}
    for clash in clashes:
        if clash.conflict.claim:
            found[clash.conflict.claim] = (*found.get(clash.conflict.claim, ()), clash)
    return found


def _clash(conflict: Conflict, judgement: Judgement) -> Clash:
    return Clash(conflict, judgement, judgement.kind is JudgementKind.CORRECT and conflict.found is not None)

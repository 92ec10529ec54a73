"""Where a later reading says something else of a claim that a person has decided on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tallybook.model import Claim, in_force
from tallybook.store import Book

if TYPE_CHECKING:  # slow to open
    from tallybook.reconcile import Conflict


def reread_conflicts(book: Book) -> tuple[Conflict, ...]:
    """One for each claim that was decided on and is read otherwise, or no longer found, since."""
    from tallybook.reconcile import Conflict  # noqa: PLC0415

    found = []
    for then, now in book.findings.reread_since():
        about = [one for one in in_force(book.judgements.about(then.id)) if then.id in one.subjects]
        if not about:
            continue
        last = about[-1]
        apart = list(differing(then, now)) if now else []
        what = "; ".join(f"{name}: {old} → {new}" for name, old, new in apart)
        found.append(
            Conflict(
                judgement=last.id,
                what=f"{last.kind.value} by {last.author}; a later reading says otherwise: {what}"
                if now
                else f"{last.kind.value} by {last.author}; a later reading no longer finds the claim",
                claim=then.id,
                report=then.report,
            )
        )
    return tuple(found)


def differing(then: Claim, now: Claim) -> Iterator[tuple[str, str, str]]:
    """Fields in which two readings of a claim differ, with what either says."""
    ones, twos = _told(then), _told(now)
    for name, old in ones.items():
        if old != twos[name]:
            yield name, old or "nothing", twos[name] or "nothing"


def _told(claim: Claim) -> dict[str, str]:
    return {
        "stage": claim.stage.value if claim.stage else "",
        "action": claim.action.value if claim.action else "",
        "supplier": claim.supplier or "",
        "recipient": claim.recipient or "",
        "goods": ", ".join(item.text for item in claim.goods),
        "quantity": claim.quantity.text if claim.quantity else "",
        "time": claim.time.text if claim.time else "",
        "source": claim.source.name if claim.source else "",
        "certainty": f"{'not ' if claim.negated else ''}{claim.certainty.value}",
        "words": claim.quote,
    }

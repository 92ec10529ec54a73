"""A new reading against what the book held: which claims are found again, which are new, which are lost.

Pure. Ids are permanent: a claim that is found again keeps its id, one that is lost is retired with a pointer
to what took its place, one that a person made, checked or corrected is left as the person left it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tallybook.model import Claim, new_claim_id


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that the book holds of a report.

    Attributes:
        id: its permanent id.
        forms: as read and as it stands after judgements, each at its place in the text of today; finding
            either again is finding the claim. Empty where its words are gone.
        kept: a person made, checked, rejected or corrected it.
        retired: an earlier reading no longer found it.
    """

    id: str
    forms: tuple[Claim, ...]
    kept: bool = False
    retired: bool = False


class Renewal(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of each claim.

    Attributes:
        found: new readings of claims that the book holds, by id.
        added: claims that are new, with their new ids.
        lost: ids that were not found again, each with the id that took its place, if any.
    """

    found: Mapping[str, Claim]
    added: tuple[Claim, ...]
    lost: Mapping[str, str | None]


def renew(held: Sequence[Held], readings: Iterable[Claim]) -> Renewal:
    """Tell what a new reading means for the claims that the book holds of one report.

    Args:
        held: the claims of the report, retired ones too (they can come back).
        readings: what the reader finds now, with ``report_id`` filled in.
    """
    readings = list(readings)
    found = _pair(held, readings)
    paired = {index for index, _ in found.values()}
    ids = {one.id for one in held}
    added = []
    for index, reading in enumerate(readings):
        if index not in paired:
            claim = msgspec.structs.replace(reading, id=_free_id(reading, ids))
            ids.add(claim.id)
            added.append(claim)
    now = [*added, *(claim for _, claim in found.values())]
    lost = {
        one.id: _successor(one, now)
        for one in held
        if one.id not in found and not one.kept and not one.retired
    }
    return Renewal(found={id_: claim for id_, (_, claim) in found.items()}, added=tuple(added), lost=lost)


def _pair(held: Sequence[Held], readings: Sequence[Claim]) -> dict[str, tuple[int, Claim]]:
    """One to one, the likest pairs first; what was never retired goes before what was."""
    pairs = [
        (not one.retired, _likeness(form, reading), -index, one.id)
        for one in held
        for form in one.forms
        for index, reading in enumerate(readings)
        if form.same_finding(reading)
    ]
    found: dict[str, tuple[int, Claim]] = {}
    used: set[int] = set()
    for _, _, minus, id_ in sorted(pairs, reverse=True):
        if id_ not in found and -minus not in used:
            used.add(-minus)
            found[id_] = (-minus, msgspec.structs.replace(readings[-minus], id=id_))
    return found


def _likeness(old: Claim, new: Claim) -> tuple[int, float]:
    same = (
        (old.stage, old.action) == (new.stage, new.action),
        (old.quantity and old.quantity.text) == (new.quantity and new.quantity.text),
        (old.source and old.source.name) == (new.source and new.source.name),
        old.negated == new.negated,
    )
    overlap = old.quote_span.overlap(new.quote_span)
    union = old.quote_span.length + new.quote_span.length - overlap
    return sum(same), overlap / max(1, union)


def _successor(lost: Held, now: Sequence[Claim]) -> str | None:
    """The claim that stands on the lost one's words now, of the same flow if there is one."""
    best: tuple[bool, int, str] | None = None
    for form in lost.forms:
        for claim in now:
            overlap = form.quote_span.overlap(claim.quote_span)
            rank = (form.flow == claim.flow, overlap, claim.id)
            if overlap and (best is None or rank > best):
                best = rank
    return best[2] if best else None


def _free_id(claim: Claim, taken: set[str]) -> str:
    id_ = first = new_claim_id(claim)
    count = 1
    while id_ in taken:
        count += 1
        id_ = "c" + hashlib.sha256(f"{first} {count}".encode()).hexdigest()[:12]
    return id_

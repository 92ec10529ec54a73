"""Permanent ids, as a pure rule."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Claim, Span, Stage
from tallybook.store.renewal import Held, renew

STATES = st.sampled_from(["Northland", "Southland", None])


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    start = draw(st.integers(0, 60))
    length = draw(st.integers(1, 40))
    return Claim(
        report_id="r000000000000",
        supplier=draw(STATES),
        recipient=draw(STATES),
        stage=draw(st.sampled_from([Stage.SHIPPED, Stage.PLEDGED])),
        quote="x" * length,
        quote_span=Span(start, start + length),
    )


readings = st.lists(claims(), max_size=8)


def held(found: list[Claim], kept: frozenset[str] = frozenset()) -> list[Held]:
    return [Held(id=claim.id, forms=(claim,), kept=claim.id in kept) for claim in found]


@given(readings)
def test_first_findings_get_ids_of_their_own(found: list[Claim]) -> None:
    """Every claim has an id, no two the same, however alike they are."""
    added = renew([], found).added
    assert [msgspec.structs.replace(claim, id="") for claim in added] == found
    assert len({claim.id for claim in added}) == len(found)


@given(readings, st.randoms())
def test_the_same_reading_in_any_order_changes_nothing(found: list[Claim], random: object) -> None:
    """All claims are found again; none is new, none is lost."""
    first = list(renew([], found).added)
    again = list(found)
    random.shuffle(again)  # type: ignore[attr-defined]
    renewal = renew(held(first), again)
    assert set(renewal.found) == {claim.id for claim in first}
    assert (renewal.added, renewal.lost) == ((), {})


@given(readings, readings)
def test_every_claim_is_found_new_or_lost(before: list[Claim], after: list[Claim]) -> None:
    """No id is given twice, none disappears, and pointers lead to claims that are there now."""
    first = list(renew([], before).added)
    renewal = renew(held(first), after)
    ids = {claim.id for claim in first}
    assert set(renewal.found) | set(renewal.lost) == ids
    assert not set(renewal.found) & set(renewal.lost)
    assert not {claim.id for claim in renewal.added} & ids
    assert len(renewal.found) + len(renewal.added) == len(after)
    now = set(renewal.found) | {claim.id for claim in renewal.added}
    assert set(renewal.lost.values()) <= now | {None}


@given(readings, readings)
def test_what_a_person_decided_on_is_never_lost(before: list[Claim], after: list[Claim]) -> None:
    """A later reading retires none of them."""
    first = list(renew([], before).added)
    kept = frozenset(claim.id for claim in first[::2])
    assert not set(renew(held(first, kept), after).lost) & kept


@given(readings, readings)
def test_going_back_brings_the_old_ids_back(before: list[Claim], after: list[Claim]) -> None:
    """A reading that finds what an earlier one found, and a later one did not, gives the same ids again."""
    first = list(renew([], before).added)
    second = renew(held(first), after)
    retired = [Held(id=claim.id, forms=(claim,), retired=True) for claim in first if claim.id in second.lost]
    third = renew(retired, [claim for claim in first if claim.id in second.lost])
    assert set(third.found) == set(second.lost)
    assert third.added == ()

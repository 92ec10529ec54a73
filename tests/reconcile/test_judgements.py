"""What people decide: replayed over readings, undone by another, never lost silently."""

from __future__ import annotations

import msgspec
import pytest

from tallybook.errors import JudgementRefused, UnknownId
from tallybook.model import Claim, ClaimState, Judgement, JudgementKind, Report, Stage
from tallybook.reconcile import Reconciled, Reconciler, apply_judgements
from tests.reconcile.press import claim, crates, goods, judgement, report, sent, simple, source

TITLE = "a spokeswoman for the U.S. State Department"
ONE, A = sent("a.txt")
TWO, B = sent(
    "b.txt",
    "Iran gave rockets to the Houthis",
    speaker="Karl Ott",
    title="a spokesman for the German government",
    published="2024-05-01",
)


def book(*judgements: Judgement) -> Reconciled:
    """Two reports of two governments, with these judgements."""
    made = Reconciler()
    for one, told in ((ONE, A), (TWO, B)):
        made.add(one, [told])
    for decided in judgements:
        made.judge(decided)
    return made.result()


def found(result: Reconciled, id_: str) -> Claim:
    """The claim as it stands."""
    return next(c for c in result.claims if c.id == id_)


def test_claims_are_checked_rejected_and_reopened() -> None:
    """The state of a claim is what was judged last; a rejected claim stands in no transfer."""
    assert found(book(judgement(1, JudgementKind.CHECK, A.id)), A.id).state is ClaimState.CHECKED
    rejected = book(judgement(1, JudgementKind.REJECT, A.id))
    assert found(rejected, A.id).state is ClaimState.REJECTED
    assert rejected.transfer_of(A.id) is None
    again = book(judgement(1, JudgementKind.REJECT, A.id), judgement(2, JudgementKind.REOPEN, A.id))
    assert found(again, A.id).state is ClaimState.PROPOSED
    assert again.transfer_of(A.id) is not None


def test_a_corrected_field_moves_the_claim() -> None:
    """A correction changes the claim and all that follows from it; undoing brings the reading back."""
    value: dict[str, object] = {"field": "recipient", "value": "Hezbollah"}
    corrected = book(judgement(1, JudgementKind.CORRECT, A.id, value=value))
    assert {(t.supplier, t.recipient) for t in corrected.transfers} == {
        ("Iran", "Hezbollah"),
        ("Iran", "Houthis"),
    }
    undone = book(
        judgement(1, JudgementKind.CORRECT, A.id, value=value), judgement(2, JudgementKind.UNDO, "j1")
    )
    assert undone.transfers == book().transfers


def test_a_correction_that_meets_a_changed_reading_is_a_conflict() -> None:
    """Where the reading has changed since a correction, both values are shown and the judgement stands."""
    value: dict[str, object] = {"field": "stage", "value": "shipped", "was": "planned"}
    result = book(judgement(1, JudgementKind.CORRECT, A.id, value=value))
    assert found(result, A.id).stage is Stage.SHIPPED
    (conflict,) = result.conflicts
    assert (conflict.judgement, conflict.claim, conflict.found, conflict.decided) == (
        "j1",
        A.id,
        "delivered",
        "shipped",
    )


def test_a_judgement_on_a_claim_that_is_found_no_more_is_a_conflict() -> None:
    """A new reading that loses a checked claim says so."""
    made = Reconciler()
    made.add(ONE, [A])
    made.judge(judgement(1, JudgementKind.CHECK, A.id))
    made.add(ONE, [])
    (conflict,) = made.result().conflicts
    assert (conflict.claim, conflict.judgement) == (A.id, "j1")


def test_claims_by_hand_are_equal_to_those_read() -> None:
    """A claim that a person adds joins transfers and carries the name of who made it."""
    by = source("Karl Ott", title="a spokesman for the German government")
    hand = msgspec.structs.replace(
        claim(ONE, "sent rockets to the Houthis", source=by, goods=goods("rockets")), id="chand"
    )
    value = msgspec.to_builtins(hand)
    result = book(judgement(1, JudgementKind.ADD, "chand", value=value))
    assert found(result, "chand").made_by == "Ines Falk"
    assert result.transfer_of("chand") is not None


def test_claims_are_split_and_merged() -> None:
    """A split claim gives way to its parts; a merged one keeps the words of the others."""
    part = msgspec.structs.replace(A, id="cpart", quantity=crates(40, text="rockets"))
    split = book(judgement(1, JudgementKind.SPLIT, A.id, value={"claims": [msgspec.to_builtins(part)]}))
    assert found(split, A.id).state is ClaimState.REJECTED
    assert split.transfer_of("cpart") is not None
    one = report("c.txt", "Iran sent rockets to the Houthis. It has sent rockets for years.")
    first = claim(one, "Iran sent rockets to the Houthis", goods=goods("rockets"))
    second = claim(one, "It has sent rockets for years", goods=goods("rockets"))
    stands = apply_judgements(
        [one], [first, second], [judgement(1, JudgementKind.MERGE, first.id, second.id)]
    )
    states = {c.id: c for c in stands.claims}
    assert states[first.id].also == (second.quote,)
    assert states[first.id].stands_in(one.text)
    assert states[second.id].state is ClaimState.REJECTED


def test_transfers_are_joined_and_parted_by_people() -> None:
    """Same and not the same transfer overrule what the words show, whichever was judged last."""
    assert book().transfer_of(A.id) != book().transfer_of(B.id)
    joined = judgement(1, JudgementKind.SAME_TRANSFER, A.id, B.id)
    assert book(joined).transfer_of(A.id) == book(joined).transfer_of(B.id)
    assert any(link.reason.startswith("judged") for link in book(joined).links)
    parted = judgement(2, JudgementKind.NOT_SAME_TRANSFER, A.id, B.id)
    assert book(joined, parted).transfer_of(A.id) != book(joined, parted).transfer_of(B.id)
    undone = judgement(3, JudgementKind.UNDO, "j2")
    assert book(joined, parted, undone).transfer_of(A.id) == book(joined).transfer_of(B.id)


def test_a_judgement_never_mixes_directions() -> None:
    """Two claims of opposite flows cannot be judged one transfer."""
    made = Reconciler()
    one, out = sent("a.txt")
    two, back = simple("b.txt", "The Houthis sent rockets to Iran", supplier="Houthis", recipient="Iran")
    made.add(one, [out])
    made.add(two, [back])
    with pytest.raises(JudgementRefused, match="two flows"):
        made.judge(judgement(1, JudgementKind.SAME_TRANSFER, out.id, back.id))
    with pytest.raises(UnknownId):
        made.judge(judgement(2, JudgementKind.UNDO, "j9"))


def test_parties_and_speakers_are_declared_one() -> None:
    """Two names judged one party make one flow; a later judgement parts them again."""
    other = msgspec.structs.replace(B, recipient="Ansar Allah")
    made = Reconciler()
    made.add(ONE, [A])
    made.add(TWO, [other])
    assert len(made.result().flows) == 2
    made.judge(judgement(1, JudgementKind.SAME_PARTY, "Houthis", "Ansar Allah"))
    made.judge(judgement(2, JudgementKind.SAME_PARTY, "Ana Brandt", "Karl Ott"))
    (flow,) = made.result().flows
    assert flow.recipient == "Houthis"
    made.judge(judgement(3, JudgementKind.NOT_SAME_PARTY, "Houthis", "Ansar Allah"))
    assert len(made.result().flows) == 2


def test_grades_are_proposed_until_a_person_signs_them() -> None:
    """A signed grade replaces the proposal; reliability comes from the analyst alone, F by default."""
    plain = book().transfer_of(A.id)
    assert plain is not None
    assert (plain.grade.proposed, plain.grade.reliability) == (True, "F")
    signed = book(
        judgement(1, JudgementKind.GRADE, plain.id, value={"credibility": 2}),
        judgement(2, JudgementKind.GRADE_SOURCE, "Ana Brandt", value={"reliability": "B"}),
    ).transfer_of(A.id)
    assert signed is not None
    assert (signed.grade.proposed, signed.grade.credibility, signed.grade.reliability) == (False, 2, "B")


def test_a_mended_date_counts_at_once() -> None:
    """A report's date as a person set it is the one that reconciling goes by."""
    value: dict[str, object] = {"field": "published", "value": "2024-03-12"}
    made = book(judgement(1, JudgementKind.MEND, TWO.id, value=value))
    mended: Report = next(r for r in made.reports if r.id == TWO.id)
    assert (mended.published, mended.mended) == ("2024-03-12", ("published",))

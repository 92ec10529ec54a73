"""Claims are judged through plain forms, signed, and nothing is lost between two people."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tallybook.model import Claim, ClaimState, JudgementKind
from tallybook.store import Register
from tallybook.web.claim_fields import fields_of
from tests.web.desks import Desk


@pytest.mark.parametrize(("what", "state"), [("check", ClaimState.CHECKED), ("reject", ClaimState.REJECTED)])
def test_a_decision_stands_with_its_author(desk: Desk, what: str, state: ClaimState) -> None:
    """Confirming and rejecting lead back to the card, which says who did it."""
    report = desk.add()
    claim = desk.claims(report)[0]
    answer = desk.judge(claim, what, reason="as worded")
    assert desk.claims(report)[0].state is state
    assert "by Ada Quay" in answer.text
    assert "as worded" in answer.text
    assert f"claim={claim.id}" in str(answer.url)


def test_the_last_act_is_taken_back(desk: Desk) -> None:
    """Undo takes back one's own last decision on the report, and then the one before."""
    report = desk.add()
    first, second = desk.claims(report)
    desk.judge(first, "check")
    desk.judge(second, "reject")
    desk.post(f"/reports/{report}/undo")
    assert [claim.state for claim in desk.claims(report)] == [ClaimState.CHECKED, ClaimState.PROPOSED]
    desk.post(f"/reports/{report}/undo")
    assert [claim.state for claim in desk.claims(report)] == [ClaimState.PROPOSED] * 2
    assert desk.post(f"/reports/{report}/undo").status_code == 409


def test_nobody_undoes_what_somebody_else_did_by_the_key(tmp_path: Path) -> None:
    """The undo key is for one's own acts; those of others are undone in the history."""
    ada, bob = Desk.at(tmp_path), Desk.at(tmp_path, analyst="Bob Mole")
    report = ada.add()
    ada.judge(ada.claims(report)[0], "check")
    assert bob.post(f"/reports/{report}/undo").status_code == 409
    history = bob.client.get("/history").text
    address = history.split('action="/judgements/')[1].split('"')[0]
    bob.post(f"/judgements/{address}")
    assert ada.claims(report)[0].state is ClaimState.PROPOSED


def test_a_change_without_a_name_asks_for_it_and_is_then_finished(register: Register) -> None:
    """The question comes once, carries the change along, and the name stands on the judgement."""
    desk = Desk(register, analyst="")
    report = desk.add()
    claim = desk.claims(report)[0]
    asked = desk.judge(claim, "check", reason="seen")
    assert "Your change is waiting" in asked.text
    assert desk.claims(report)[0].state is ClaimState.PROPOSED
    fields = {"then": f"/claims/{claim.id}/check", "finish": "1", "reason": "seen", "analyst": "Eva Ström"}
    fields["fingerprint"] = asked.text.split('name="fingerprint" value="')[1].split('"')[0]
    done = desk.post("/name", **fields)
    assert desk.claims(report)[0].state is ClaimState.CHECKED
    assert "by Eva Ström" in done.text
    assert "Eva Str" in desk.client.get("/history").text


def test_two_people_at_once_lose_nothing(tmp_path: Path) -> None:
    """Who decides on a claim that changed meanwhile is shown what it is now, and asked again."""
    ada, bob = Desk.at(tmp_path), Desk.at(tmp_path, analyst="Bob Mole")
    report = ada.add()
    claim = ada.claims(report)[0]
    ada.judge(claim, "check")
    late = bob.judge(claim, "reject")
    assert late.status_code == 409
    assert "Ada Quay since you looked" in late.text
    assert ada.claims(report)[0].state is ClaimState.CHECKED
    bob.judge(bob.claims(report)[0], "reject")
    assert ada.claims(report)[0].state is ClaimState.REJECTED
    decided = ada.client.get(f"/history?about={claim.id}").text
    assert "Ada Quay" in decided
    assert "Bob Mole" in decided


def test_many_decisions_at_once_are_all_kept(tmp_path: Path) -> None:
    """Two people who work through one report in the same seconds: every decision of both stands."""
    desks = [Desk.at(tmp_path), Desk.at(tmp_path, analyst="Bob Mole")]
    report = desks[0].add(
        " ".join(f"Ruritania shipped {n} crates of rifles to Borduria, Ada Quill said." for n in range(2, 14))
    )
    claims = desks[0].claims(report)
    halves = [(desks[0], claims[::2]), (desks[1], claims[1::2])]

    def work(desk: Desk, share: tuple[Claim, ...]) -> list[int]:
        return [desk.judge(claim, "check").status_code for claim in share]

    with ThreadPoolExecutor(2) as pool:
        answers = [status for statuses in pool.map(lambda half: work(*half), halves) for status in statuses]
    assert answers == [200] * len(claims)
    assert {claim.state for claim in desks[0].claims(report)} == {ClaimState.CHECKED}
    with desks[0].pipeline.register.reading() as book:
        authors = [one.author for one in book.judgements.since()]
    assert (authors.count("Ada Quay"), authors.count("Bob Mole")) == (6, 6)


def test_of_two_decisions_at_once_the_second_is_asked_again(tmp_path: Path) -> None:
    """Two desks that decide on the same claims in the same moment: one is quicker, the other is told."""
    desks = [Desk.at(tmp_path), Desk.at(tmp_path, analyst="Bob Mole")]
    report = desks[0].add(
        " ".join(f"Ruritania shipped {n} crates of rifles to Borduria." for n in range(2, 14))
    )
    claims = desks[0].claims(report)

    def work(desk: Desk, what: str) -> list[int]:
        return [desk.judge(claim, what).status_code for claim in claims]

    with ThreadPoolExecutor(2) as pool:
        answers = pool.map(work, desks, ("check", "reject"))
        pairs = list(zip(*answers, strict=True))
    assert {tuple(sorted(pair)) for pair in pairs} == {(200, 409)}
    with desks[0].pipeline.register.reading() as book:
        assert len(book.judgements.since()) == len(claims)


def test_two_claims_become_one(desk: Desk) -> None:
    """Merging keeps the first claim with the words of both; undoing brings the second back."""
    report = desk.add()
    first, second = desk.claims(report)
    desk.judge(first, "merge", other=second.id)
    kept = desk.claims(report)[0]
    assert kept.also == (second.quote,)
    assert desk.claims(report)[1].state is ClaimState.REJECTED
    desk.post(f"/reports/{report}/undo")
    assert desk.claims(report)[1].state is ClaimState.PROPOSED


def test_a_source_is_graded_from_the_card(desk: Desk) -> None:
    """The letter stands on every card of that source, and in the grade of its transfer."""
    report = desk.add()
    claim = desk.claims(report)[0]
    answer = desk.post("/sources/grade", name="Ada Quill", reliability="B", claim=claim.id)
    assert "<option selected>B</option>" in answer.text
    assert desk.post("/sources/grade", name="Ada Quill", reliability="Z").status_code == 422
    with desk.pipeline.register.reading() as book:
        transfer = book.transfers.of_claims([claim.id])[claim.id]
    desk.post(f"/transfers/{transfer}/grade", credibility="2")
    assert desk.post(f"/transfers/{transfer}/grade", credibility="7").status_code == 422
    with desk.pipeline.register.reading() as book:
        grade = book.transfers.get(transfer).grade
    assert (grade.reliability, grade.credibility, grade.proposed) == ("B", 2, False)


def test_reading_only_offers_and_accepts_no_change(register: Register) -> None:
    """A book that is shown only has no buttons, and refuses what is sent all the same."""
    report = Desk(register).add()
    shown = Desk(register, read_only=True)
    page = shown.client.get(f"/reports/{report}").text
    assert 'method="post"' not in page
    assert shown.judge(shown.claims(report)[0], "check").status_code == 403
    assert shown.claims(report)[0].state is ClaimState.PROPOSED


def test_a_script_gets_the_part_that_changed(desk: Desk) -> None:
    """In place, the answer is text and cards without the page around them."""
    report = desk.add()
    claim = desk.claims(report)[0]
    desk.client.headers["X-Desk-Part"] = "1"
    answer = desk.judge(claim, "check")
    assert answer.headers["X-Desk-Reading"] == claim.id
    assert "<html" not in answer.text
    assert 'data-state="checked"' in answer.text


class TestOneAct:
    """A form that mends several fields makes several judgements, and they are one act of one person."""

    @staticmethod
    def mended(desk: Desk) -> Claim:
        """A claim of which one form mended two fields, and confirmed it."""
        claim = desk.claims(desk.add())[0]
        form = fields_of(claim).values | {"certainty": "alleged", "evidence": "imagery"}
        desk.judge(claim, "edit", **form, confirm="yes")
        return claim

    def test_the_history_shows_it_on_one_line(self, desk: Desk) -> None:
        """One line says all that was done, with one way to take it back."""
        claim = self.mended(desk)
        page = desk.client.get("/history").text
        assert "corrected and confirmed" in page
        assert {"certainty: alleged", "evidence: imagery"} <= set(re.split(r"; |[<>]", page))
        assert page.count("/undo") == 1
        assert desk.claims(claim.report_id)[0].certainty == "alleged"

    def test_one_undo_takes_all_of_it_back(self, desk: Desk) -> None:
        """What the form did is undone as it was done: at once."""
        claim = self.mended(desk)
        last = re.findall(r"/judgements/(j\w+)/undo", desk.client.get("/history").text)[0]
        desk.post(f"/judgements/{last}/undo")
        assert desk.claims(claim.report_id)[0] == claim
        page = desk.client.get("/history").text
        assert page.count("taken back</td>") == page.count("(taken back)") == 1
        again = re.findall(r"/judgements/(j\w+)/undo", page)[0]
        desk.post(f"/judgements/{again}/undo")
        assert desk.claims(claim.report_id)[0].certainty == "alleged"
        assert desk.claims(claim.report_id)[0].evidence == "imagery"


class TestConflicts:
    """A decision that does not go together with what is read now stands, and is shown until it is settled."""

    @staticmethod
    def clash(desk: Desk) -> Claim:
        """A claim whose second correction builds upon one that was taken back."""
        claim = desk.claims(desk.add())[0]
        first = desk.pipeline.decide(
            JudgementKind.CORRECT, [claim.id], "Ada Quay", value=of("certainty", "alleged", "stated")
        )
        desk.pipeline.decide(
            JudgementKind.CORRECT, [claim.id], "Bo Dock", value=of("certainty", "denied", "alleged")
        )
        desk.pipeline.decide(JudgementKind.UNDO, [first.id], "Ada Quay")
        return claim

    @pytest.mark.parametrize("place", ["/", "/history", "/conflicts", "card"])
    def test_it_is_shown(self, desk: Desk, place: str) -> None:
        """On the queue, in the history, on a page of its own, and on the claim, with what can be done."""
        claim = self.clash(desk)
        page = desk.client.get(f"/reports/{claim.report_id}" if place == "card" else place).text
        assert "/conflicts" in page or "Take the decision back" in page

    @pytest.mark.parametrize(("act", "left"), [("again", "denied"), ("undo", "stated")])
    def test_it_is_settled_by_a_person(self, desk: Desk, act: str, left: str) -> None:
        """Keeping the decision or taking it back leaves nothing to look at again."""
        claim = self.clash(desk)
        page = desk.client.get("/conflicts").text
        judgement = re.findall(rf"/judgements/(j\w+)/{act}", page)[0]
        desk.post(f"/judgements/{judgement}/{act}", only="yes")
        assert desk.claims(claim.report_id)[0].certainty == left
        assert "Nothing: every decision goes together" in desk.client.get("/conflicts").text


def of(field: str, value: str, was: str) -> dict[str, object]:
    """What a correction carries."""
    return {"field": field, "value": value, "was": was}

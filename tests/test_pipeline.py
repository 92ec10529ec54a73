"""The stages together, on one register."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tallybook.errors import InputError, JudgementRefused, UnknownId
from tallybook.model import ClaimState, JudgementKind, Stage
from tallybook.pipeline import Pipeline, Taken
from tallybook.pipeline.pausing import Pause
from tallybook.store import ClaimFilter, Register, open_register, verify
from tests.plain_reader import PlainReader
from tests.store.material import capture

ONE = "Northland shipped 300 crates of rifles to Southland, Ada Quill said. More is to come."
TWO = "As told before, Northland shipped 300 crates of rifles to Southland, Ada Quill said at noon."
BACK = "Southland pledged 20 crates of rifles to Northland, Bo Reed said."


@pytest.fixture
def register() -> Iterator[Register]:
    """An empty register in memory."""
    register = Register.in_memory()
    yield register
    register.close()


def pipeline_on(register: Register) -> Pipeline:
    """A pipeline that needs no language model, with a clock that stands."""
    return Pipeline(register, read_with=PlainReader, clock=lambda: dt.datetime(2024, 3, 2, tzinfo=dt.UTC))


def read(pipeline: Pipeline, **texts: str) -> list[Taken | InputError]:
    return list(pipeline.take(capture(f"{name}.txt", text) for name, text in texts.items()))


def taken(outcome: Taken | InputError) -> Taken:
    assert isinstance(outcome, Taken), outcome
    return outcome


def the_claim(register: Register, name: str = "one.txt") -> str:
    with register.reading() as book:
        (claim,) = book.claims.of_report(book.reports.get(name).id)
        return claim.id


class TestReading:
    """Reports come in, their claims are reconciled."""

    def test_reads_reconciles_and_says_what_is_new(self, register: Register) -> None:
        """After reading, transfers, flows, lineage and news are in the register."""
        outcomes = read(pipeline_on(register), one=ONE, two=TWO, back=BACK)
        assert [taken(outcome).status for outcome in outcomes] == ["new"] * 3
        with register.reading() as book:
            assert book.counters.waiting() == 0
            flows = {(row.supplier, row.recipient): row.claims for row in book.transfers.flows().items}
            assert flows == {("Northland", "Southland"): 2, ("Southland", "Northland"): 1}
            claim = next(iter(book.claims.of_report(book.reports.get("one.txt").id)))
            transfer = book.transfers.get(book.transfers.of_claims([claim.id])[claim.id])
            assert claim.id in transfer.claims
            assert [line.report for line in book.lineage.whole().reports] == [
                "one.txt",
                "two.txt",
                "back.txt",
            ]
            assert all(row.news and row.news["sentence"] for row in book.shelf.page().items)
            assert not list(verify(book))

    def test_reading_twice_adds_nothing(self, register: Register) -> None:
        """The same reports again are known; nothing in the register changes."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE, two=TWO)
        before = _everything(register)
        assert [taken(outcome).status for outcome in read(pipeline, one=ONE, two=TWO)] == ["known"] * 2
        assert [
            taken(outcome).status for outcome in pipeline.take([capture("one.txt", ONE)], again=True)
        ] == ["again"]
        assert _everything(register) == before

    def test_a_fresh_process_goes_on_where_another_stopped(self, tmp_path: Path) -> None:
        """What was taken in but not reconciled is reconciled by whoever comes next."""
        path = tmp_path / "register.db"
        first = open_register(path, create=True)
        outcomes = pipeline_on(first).take([capture("one.txt", ONE), capture("two.txt", TWO)])
        next(outcomes)
        first.close()
        second = open_register(path)
        with second.reading() as book:
            assert (book.counters.waiting(), book.transfers.count()) == (1, 0)
        read(pipeline_on(second), two=TWO)
        with second.reading() as book:
            assert book.counters.waiting() == 0
            assert book.claims.count().n == 2
        second.close()

    def test_one_at_a_time_is_all_at_once(self, register: Register) -> None:
        """Reports that come in one by one, in processes of their own, give what one reading gives."""
        for name, text in {"one": ONE, "two": TWO, "back": BACK}.items():
            read(pipeline_on(register), **{name: text})
        other = Register.in_memory()
        read(pipeline_on(other), one=ONE, two=TWO, back=BACK)
        assert _everything(register) == _everything(other)
        other.close()

    def test_a_report_that_the_reader_falls_over_is_kept(self, register: Register) -> None:
        """It is named as an error, its bytes are in the book, and the others are read."""
        outcomes = read(pipeline_on(register), bad="FALL OVER", one=ONE)
        assert isinstance(outcomes[0], InputError)
        assert "bad.txt: kept, but could not be read (RuntimeError: fell over)" in str(outcomes[0])
        with register.reading() as book:
            assert book.reports.count() == 2
            assert book.claims.count().n == 1
            assert book.counters.waiting() == 0

    def test_bad_inputs_come_back_and_the_rest_goes_on(self, register: Register, tmp_path: Path) -> None:
        """Reading a folder with a broken file yields its error among the others."""
        (tmp_path / "a.txt").write_text(ONE)
        (tmp_path / "b.txt").write_bytes(b"")
        (tmp_path / "c.txt").write_text(BACK)
        outcomes = list(pipeline_on(register).read([str(tmp_path)]))
        assert [isinstance(outcome, InputError) for outcome in outcomes] == [False, True, False]
        with register.reading() as book:
            assert [row.name for row in book.shelf.page().items] == ["c.txt", "a.txt"]

    def test_an_edited_report_is_a_new_version(self, register: Register) -> None:
        """Claims keep their ids at their new places, and the book holds each once."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        before = the_claim(register)
        (outcome,) = read(pipeline, one="Updated. " + ONE)
        assert taken(outcome).status == "version"
        assert the_claim(register) == before
        with register.reading() as book:
            assert book.claims.get(before).quote_span.start == len("Updated. ")
            assert not list(verify(book))

    def test_a_word_in_the_quote_may_change(self, register: Register) -> None:
        """The claim keeps its id and its figure follows; one that was checked stays, new words beside it."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE, two=TWO)
        plain, checked = the_claim(register), the_claim(register, "two.txt")
        pipeline.decide(JudgementKind.CHECK, [checked], "Ines")
        with register.reading() as book:
            before = book.claims.get(checked).quantity
        outcomes = read(pipeline, one=ONE.replace("300", "77"), two=TWO.replace("300", "88"))
        assert [(taken(one).added, taken(one).retired) for one in outcomes] == [((), ()), ((), ())]
        with register.reading() as book:
            assert book.claims.count().n == 2
            assert getattr(book.claims.get(plain).quantity, "min", None) == 77
            kept, again = book.claims.get(checked), book.findings.reread(checked)
            assert (kept.state, kept.quantity) == (ClaimState.CHECKED, before)
            assert again is not None
            assert again.claim is not None
            assert getattr(again.claim.quantity, "min", None) == 88
            assert "quantity: 300 crates → 88 crates" in (book.counters.noted("conflicts") or "")
            assert not list(verify(book))


class TestJudging:
    """A decision is appended and seen at once."""

    def test_a_checked_claim_says_so(self, register: Register) -> None:
        """The claim is checked in the register when ``decide`` returns, and the judgement has its number."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        claim = the_claim(register)
        made = pipeline.decide(JudgementKind.CHECK, [claim], "Ines", reason="seen")
        with register.reading() as book:
            assert book.claims.get(claim).state is ClaimState.CHECKED
            assert book.claims.count(ClaimFilter(state="checked")).n == 1
            assert book.judgements.about(claim) == (made,)
            assert (made.number, made.author, made.at) == (1, "Ines", "2024-03-02T00:00:00Z")
            assert book.counters.waiting() == 0

    def test_confirming_needs_no_book_in_memory(
        self, register: Register, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A fresh process confirms a claim, or takes that back, without reconciling: to the same end."""
        read(pipeline_on(register), one=ONE, two=TWO, back=BACK)
        claim, back = the_claim(register), the_claim(register, "back.txt")
        other = Register.in_memory()
        loaded = pipeline_on(other)
        read(loaded, one=ONE, two=TWO, back=BACK)
        for id_ in (claim, back):
            loaded.decide(JudgementKind.CHECK, [id_], "Ines")
        loaded.decide(JudgementKind.REOPEN, [back], "Ines")
        monkeypatch.setattr("tallybook.reconcile.Reconciler", None)
        for id_ in (claim, back):
            pipeline_on(register).decide(JudgementKind.CHECK, [id_], "Ines")
        pipeline_on(register).decide(JudgementKind.REOPEN, [back], "Ines")
        assert _everything(register) == _everything(other)
        with register.reading() as book:
            assert book.counters.waiting() == 0
            assert book.claims.get(claim).state is ClaimState.CHECKED
        other.close()

    def test_a_rejected_claim_comes_back_with_all_that_hangs_on_it(self, register: Register) -> None:
        """Taking a rejection back is no mere mark: the claim stands in a transfer again."""
        read(pipeline_on(register), one=ONE)
        claim = the_claim(register)
        pipeline_on(register).decide(JudgementKind.REJECT, [claim], "Ines")
        pipeline_on(register).decide(JudgementKind.REOPEN, [claim], "Ines")
        with register.reading() as book:
            assert book.transfers.of_claims([claim])

    def test_undoing_takes_it_back(self, register: Register) -> None:
        """After the undoing the claim is proposed again; the history keeps both."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        claim = the_claim(register)
        check = pipeline.decide(JudgementKind.CHECK, [claim], "Ines")
        pipeline.decide(JudgementKind.UNDO, [check.id], "Bo")
        with register.reading() as book:
            assert book.claims.get(claim).state is ClaimState.PROPOSED
            assert [one.kind.value for one in book.judgements.about(claim)] == ["check", "undo"]

    def test_a_rejected_claim_stands_in_no_transfer(self, register: Register) -> None:
        """It stays in its report, marked; the transfer is gone."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        claim = the_claim(register)
        pipeline.decide(JudgementKind.REJECT, [claim], "Ines")
        with register.reading() as book:
            assert book.claims.get(claim).state is ClaimState.REJECTED
            assert book.transfers.count() == 0
            assert book.transfers.flows().items == ()

    def test_a_corrected_field_outlives_a_new_reading(self, register: Register) -> None:
        """What a person corrected stays as they left it when the report is read again."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        claim = the_claim(register)
        pipeline.decide(
            JudgementKind.CORRECT, [claim], "Ines", value={"field": "recipient", "value": "Eastland"}
        )
        list(pipeline.take([capture("one.txt", ONE)], again=True))
        with register.reading() as book:
            assert book.claims.get(claim).recipient == "Eastland"
            assert book.transfers.flow("Northland", "Eastland") is not None
            assert book.transfers.flow("Northland", "Southland") is None
            read_as = book.findings.get(claim)
            assert read_as is not None
            assert read_as.recipient == "Southland"

    def test_a_claim_made_by_hand_is_one(self, register: Register) -> None:
        """It stands in the report, in a transfer and in the counts, and survives a new reading."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        found = the_claim(register)
        with register.reading() as book:
            seen = book.claims.get(found)
        start = ONE.index("More is to come")
        by_hand = msgspec.structs.replace(
            seen,
            id="c0123456789ab",
            made_by="Ines",
            state=ClaimState.CHECKED,
            stage=Stage.PLANNED,
            quantity=None,
            source=None,
            goods=(),
            quote="More is to come",
            quote_span=seen.quote_span._replace(start=start, end=start + len("More is to come")),
        )
        value = msgspec.to_builtins(by_hand)
        pipeline.decide(JudgementKind.ADD, [by_hand.id], "Ines", value=value)
        list(pipeline.take([capture("one.txt", ONE)], again=True))
        with register.reading() as book:
            assert book.claims.get(by_hand.id).made_by == "Ines"
            assert book.claims.count().n == 2
            assert book.transfers.of_claims([by_hand.id])
        read(pipeline, one="Updated. " + ONE)
        with register.reading() as book:
            assert book.claims.get(by_hand.id).quote_span.start == start + len("Updated. ")
            assert not list(verify(book))

    def test_a_mended_publisher_is_found_and_outlives_a_new_version(self, register: Register) -> None:
        """Claims are listed under the new name, also after the report came in anew."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        with register.reading() as book:
            report = book.reports.get("one.txt")
        value = {"field": "publisher", "value": "The Harbour Sheet"}
        pipeline.decide(JudgementKind.MEND, [report.id], "Ines", value=value)
        read(pipeline, one=ONE + " Corrected.")
        with register.reading() as book:
            assert book.reports.get("one.txt").publisher == "The Harbour Sheet"
            assert book.claims.count(ClaimFilter(outlet="The Harbour Sheet")).n == 1
            assert book.reports.captured(report.id).publisher == "The Quay Courier"

    @pytest.mark.parametrize(
        ("kind", "subject", "value"),
        [
            (JudgementKind.CHECK, "c000000000000", None),
            (JudgementKind.MEND, "r000000000000", {"field": "title", "value": "x"}),
            (JudgementKind.UNDO, "j000000000000", None),
            (JudgementKind.GRADE, "t000000000000", {"credibility": 2}),
        ],
    )
    def test_what_cannot_apply_is_refused(
        self, register: Register, kind: JudgementKind, subject: str, value: dict[str, object] | None
    ) -> None:
        """A judgement of something that is not there is refused, and nothing is appended."""
        pipeline = pipeline_on(register)
        read(pipeline, one=ONE)
        with pytest.raises((JudgementRefused, UnknownId)):
            pipeline.decide(kind, [subject], "Ines", value=value)
        with register.reading() as book:
            assert book.judgements.since() == ()
        pipeline.decide(JudgementKind.CHECK, [the_claim(register)], "Ines")

    def test_two_people_judging_at_once_lose_nothing(self, tmp_path: Path) -> None:
        """Two pipelines on one file see each other's reports and judgements."""
        path = tmp_path / "register.db"
        one, two = open_register(path, create=True), open_register(path)
        here, there = pipeline_on(one), pipeline_on(two)
        read(here, one=ONE)
        read(there, back=BACK)
        here.decide(JudgementKind.CHECK, [the_claim(one, "back.txt")], "Ines")
        there.decide(JudgementKind.REJECT, [the_claim(two, "one.txt")], "Bo")
        with one.reading() as book:
            states = {claim.supplier: claim.state.value for claim in book.claims.all()}
            assert states == {"Southland": "checked", "Northland": "rejected"}
            assert [flow.supplier for flow in book.transfers.flows().items] == ["Southland"]
            assert len(book.judgements.since()) == 2
        one.close()
        two.close()


class TestLater:
    """A desk shows a decision at once and works out the rest when it is quiet."""

    def test_a_decision_is_seen_before_the_rest_is_worked_out(self, register: Register) -> None:
        """Everything that it changes follows at once; what others wrote is compared with when it is quiet."""
        clock = lambda: dt.datetime(2024, 3, 2, tzinfo=dt.UTC)  # noqa: E731
        read(pipeline_on(register), one=ONE, two=TWO, back=BACK)
        desk = Pipeline(register, read_with=PlainReader, clock=clock, settle_later=True)
        desk.warm()
        claim = the_claim(register, "back.txt")
        desk.decide(JudgementKind.REJECT, [claim], "Ines")
        with register.reading() as book:
            assert book.claims.get(claim).state is ClaimState.REJECTED
            assert book.transfers.of_claims([claim]) == {}
            assert book.transfers.count() == 1
            assert book.transfers.flow("Southland", "Northland") is None
            assert book.counters.waiting() == 1
        desk.settle()
        desk.decide(JudgementKind.REOPEN, [claim], "Ines")
        with register.reading() as book:
            assert book.transfers.count() == 2
            assert book.counters.waiting() == 0

    def test_later_is_the_same_as_at_once(self, register: Register) -> None:
        """However often it was put off, the register says in the end what it would have said at once."""
        other = Register.in_memory()
        desk = Pipeline(register, read_with=PlainReader, settle_later=True)
        for pipeline, book_of in ((desk, register), (pipeline_on(other), other)):
            read(pipeline, one=ONE, two=TWO, back=BACK)
            pipeline.decide(JudgementKind.CHECK, [the_claim(book_of)], "Ines")
            value = {"field": "recipient", "value": "Eastland"}
            pipeline.decide(JudgementKind.CORRECT, [the_claim(book_of, "two.txt")], "Ines", value=value)
            reject = pipeline.decide(JudgementKind.REJECT, [the_claim(book_of, "back.txt")], "Ines")
            pipeline.decide(JudgementKind.UNDO, [reject.id], "Ines")
        desk.settle()
        assert _everything(register) == _everything(other)
        other.close()

    def test_it_is_done_when_it_is_quiet(self) -> None:
        """Work that is put off again and again is done once, in the end."""
        done = threading.Event()
        times: list[int] = []

        def work() -> None:
            times.append(1)
            done.set()

        pause = Pause(work, seconds=0.05)
        for _ in range(5):
            pause.begin()
        assert done.wait(5)
        assert times == [1]


def _everything(register: Register) -> tuple[object, ...]:
    """All that the register says, ids included, in an order of its own."""
    with register.reading() as book:
        lineage = book.lineage.whole()
        return (
            sorted(map(repr, book.claims.all())),
            sorted(map(repr, book.transfers.all())),
            sorted(map(repr, book.transfers.flows().items)),
            sorted(map(repr, lineage.origins)),
            sorted(map(repr, lineage.edges)),
            sorted(lineage.chains),
            sorted((row.name, repr(row.news), row.rank) for row in book.shelf.page().items),
            [(name, book.tallies.top(name).items) for name in ("supplier", "party", "category", "speaker")],
        )

"""A decision comes to the same register whether the book is in memory or brought back in part."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tallybook.errors import JudgementRefused, UnknownId
from tallybook.model import Capture, Claim, EdgeKind, JudgementKind, Report
from tallybook.pipeline import Pipeline, reconciling
from tallybook.pipeline.reconciling import Memory
from tallybook.store import Register
from tallybook.store.tables import metadata
from tests.plain_reader import PlainReader
from tests.reconcile.press import HARBOUR, report, sent
from tests.reconcile.test_reconciler import SHELF

RESULTS = (
    *("claims", "claim_bodies", "claim_tags", "tallies", "transfers", "transfer_claims", "flows", "origins"),
    *("origin_claims", "edges", "overlaps", "chains", "reports", "notes", "workings", "marks"),
)
NUMBERS = ("number", "change", "latest")
"""Columns that tell in which order things were written."""

MENDS = (
    *(("publisher", "Quayside Letter"), ("publisher", None), ("title", "A cargo")),
    *(("published", "2024-04-02"), ("published", None)),
)
FIELDS = ("supplier", "recipient", "stage", "certainty", "negated", "goods", "quantity", "time", "source")


NOTICE = (
    "Readers of the Quayside Letter may pass on what they find here as long as they name us and change no "
    "word of it whatever."
)
Told = tuple[Report, list[Claim]]


def _with_notice(number: int) -> Told:
    """A report with a notice that becomes everybody's: one house's first, then that of many weeks."""
    day = dt.date(2024, 3, 12) + dt.timedelta(days=5 * (number % 6))
    lead = f"The Houthis got {40 + 10 * (number % 3)} crates of rockets from Iran"
    one, claim = sent(f"notice{number}.txt", lead, published=None if number == 7 else day.isoformat())
    text = f"{one.text}\n\nBoat {number} was {'late ' * number}that day.\n\n{NOTICE}"
    publisher = "Quayside Letter" if number % 3 else None
    return msgspec.structs.replace(one, text=text, publisher=publisher), [claim]


STACK: list[Told] = [
    *SHELF,
    *map(_with_notice, range(14)),
    (report("empty.txt", "", "2024-03-13"), []),
]


def put(register: Register, told: Iterable[Told]) -> None:
    """Store reports with their claims; nothing is reconciled yet."""
    with register.writing() as book:
        for one, claims in told:
            stored = book.reports.add(Capture(data=one.text.encode(), report=one)).report
            book.findings.put(stored, claims, "hand", "2024-03-20T00:00:00Z")


def a_register(told: Iterable[Told] = SHELF) -> Register:
    """These reports with their claims, reconciled."""
    register = Register.in_memory()
    put(register, told)
    pipeline_on(register).settle()
    return register


@contextmanager
def in_part() -> Iterator[None]:
    """Nobody may load the book meanwhile, however small it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Memory, "follow", lambda *_: pytest.fail("the whole book was loaded"))
        patch.setattr(reconciling, "WORTH_LOADING", 0)
        yield


def pipeline_on(register: Register) -> Pipeline:
    """A process that has just started."""
    return Pipeline(register, read_with=PlainReader, clock=lambda: dt.datetime(2024, 3, 20, tzinfo=dt.UTC))


def rebuilt(register: Register) -> None:
    """Reconcile everything from nothing and write what comes of it."""
    with register.writing() as book:
        book.reports.touch([report.id for report in book.reports.all()])
    pipeline_on(register).settle()


def stands(register: Register) -> dict[str, list[str]]:
    """Every row of every table of results."""
    found = {}
    with register.reading() as book:
        numbers = {row.number: row.id for row in book.connection.execute(select(metadata.tables["claims"]))}
        for name in RESULTS:
            table = metadata.tables[name]
            rows = [dict(row._mapping) for row in book.connection.execute(select(table))]
            for row in rows if name in ("claim_bodies", "claim_tags") else ():
                row["of"] = numbers[row.pop("claim", row.get("number"))]
            kept = [{k: v for k, v in row.items() if k not in NUMBERS} for row in rows]
            found[name] = sorted(map(repr, kept))
    return found


def assert_as_rebuilt(register: Register) -> None:
    """Every row of every table is that of a rebuild from nothing."""
    changed = stands(register)
    rebuilt(register)
    whole = stands(register)
    for name in RESULTS:
        assert changed[name] == whole[name], name
    register.close()


class Analyst:
    """Decides this and that, at random, each time in a new process."""

    def __init__(self, register: Register, seed: int) -> None:
        self.register, self.random = register, random.Random(seed)
        self.made: list[str] = []

    def decide(self) -> None:
        """One decision, or none where what was drawn cannot apply."""
        with self.register.reading() as book:
            claims, transfers = list(book.claims.all()), list(book.transfers.all())
            reports = list(book.reports.all())
            origins = book.lineage.whole().origins
        kind, subjects, value = self.random.choice(
            [
                *self._on_claims(claims),
                *self._on_pairs(claims),
                *self._on_reports(reports),
                *self._on_names(claims),
                (JudgementKind.GRADE, [self.random.choice(transfers).id], {"credibility": 3}),
                (JudgementKind.PRIMARY, [self.random.choice(origins).id], {"state": "none"}),
                *[(JudgementKind.UNDO, [id_], None) for id_ in self.made[-3:]],
            ]
        )
        try:
            judgement = pipeline_on(self.register).decide(kind, subjects, "Ines", value=value)
        except (JudgementRefused, UnknownId):
            return
        self.made.append(judgement.id)

    def _on_claims(
        self, claims: list[Claim]
    ) -> Iterator[tuple[JudgementKind, list[str], dict[str, Any] | None]]:
        claim, other = self.random.sample(claims, 2)
        yield from [(JudgementKind.REJECT, [claim.id], None)] * 2
        yield JudgementKind.CHECK, [claim.id], None
        yield JudgementKind.REOPEN, [claim.id], None
        field = self.random.choice(FIELDS)
        value = {"field": field, "value": msgspec.to_builtins(getattr(other, field))}
        yield JudgementKind.CORRECT, [claim.id], value
        new = [msgspec.structs.replace(claim, id=f"c{self.random.getrandbits(48):012x}") for _ in range(2)]
        yield JudgementKind.ADD, [new[0].id], msgspec.to_builtins(new[0])
        yield JudgementKind.SPLIT, [claim.id], {"claims": msgspec.to_builtins(new)}

    def _on_reports(self, reports: list[Report]) -> Iterator[tuple[JudgementKind, list[str], Any]]:
        one, two = self.random.sample([one.id for one in reports], 2)
        kind = self.random.choice(list(EdgeKind))
        yield from [(JudgementKind.COPY, [one, two], {"kind": kind.value})] * 2
        yield from [(JudgementKind.NOT_COPY, [one, two], None)] * 2
        field, value = self.random.choice(MENDS)
        yield from [(JudgementKind.MEND, [one], {"field": field, "value": value})] * 3

    def _on_names(self, claims: list[Claim]) -> Iterator[tuple[JudgementKind, list[str], Any]]:
        names = {name for c in claims for name in (c.supplier, c.recipient, c.source and c.source.name)}
        one, two = self.random.sample(sorted(name for name in names if name), 2)
        yield JudgementKind.GRADE_SOURCE, [one], {"reliability": self.random.choice("ABE")}
        yield from [(JudgementKind.SAME_PARTY, [one, two], None)] * 2
        yield JudgementKind.NOT_SAME_PARTY, [one, two], None

    def _on_pairs(self, claims: list[Claim]) -> Iterator[tuple[JudgementKind, list[str], None]]:
        one, two = self.random.sample(claims, 2)
        yield from [(JudgementKind.SAME_TRANSFER, [one.id, two.id], None)] * 2
        yield from [(JudgementKind.NOT_SAME_TRANSFER, [one.id, two.id], None)] * 2
        beside = [c.id for c in claims if c.report_id == one.report_id and c.id != one.id]
        yield from ((JudgementKind.MERGE, [one.id, id_], None) for id_ in beside[:1])


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 6))
@example(seed=14025, count=5)  # a corrected speaker parts reports that stood beside each other by him
def test_what_a_decision_touches_is_all_that_it_changes(seed: int, count: int) -> None:
    """Decisions of processes that never hold the book leave the register that a rebuild leaves."""
    register = a_register()
    analyst = Analyst(register, seed)
    with in_part():
        for _ in range(count):
            analyst.decide()
    assert_as_rebuilt(register)


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(range(len(STACK))), known=st.integers(4, len(STACK) - 1), data=st.data())
def test_what_a_report_touches_is_all_that_it_changes(
    order: list[int], known: int, data: st.DataObject
) -> None:
    """Reports that come in some at a time, in any order, leave the register that a rebuild leaves."""
    register = a_register(STACK[at] for at in order[:known])
    analyst = Analyst(register, data.draw(st.integers(0, 10**6)))
    left = [STACK[at] for at in order[known:]]
    with in_part():
        while left:
            some = data.draw(st.integers(1, 6))
            put(register, left[:some])
            left = left[some:]
            pipeline_on(register).settle()
            if data.draw(st.booleans()):
                analyst.decide()
    assert_as_rebuilt(register)


def test_two_parents_that_are_no_copies_of_each_other_are_both_shown() -> None:
    """Parting two reports tells on a third that has copied from both, though nobody judged that one."""
    days = "2024-03-12", "2024-03-13", "2024-03-14"
    told: list[Told] = [(report(f"{day}.txt", HARBOUR, day), []) for day in days]
    register = a_register(told)
    first, second, third = (one for one, _ in told)
    with in_part():
        pipeline_on(register).decide(JudgementKind.NOT_COPY, [first.id, second.id], "Ines")
    with register.reading() as book:
        edges = book.lineage.whole().edges
    assert {(edge.parent, edge.child) for edge in edges} == {
        (first.name, third.name),
        (second.name, third.name),
    }
    assert_as_rebuilt(register)


def test_nothing_is_brought_back_from_an_older_form() -> None:
    """What another version of the program kept is not used: the book is built anew."""
    register = a_register()
    with register.writing() as book:
        book.counters.note("workings", "of another version")
        claim = next(book.claims.all()).id
    pipeline_on(register).decide(JudgementKind.REJECT, [claim], "Ines")
    with register.reading() as book:
        assert book.workings.form() != "of another version"
    assert_as_rebuilt(register)

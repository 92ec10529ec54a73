"""Growth: one report at a time comes to what reconciling everything from nothing comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.model import Claim, Edge, JudgementKind, Origin, Overlap, Report, Transfer
from tallybook.reconcile import (
    Changes,
    Conflict,
    Flow,
    Link,
    News,
    NewsKind,
    Reconciled,
    Reconciler,
    queue,
    reconcile,
    since,
)
from tests.reconcile.press import (
    COPY,
    DENIED,
    HARBOUR,
    OTHER,
    REWRITE,
    claim,
    crates,
    goods,
    judgement,
    period,
    report,
    sent,
    simple,
    source,
)

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")

QUOTE = "Iran shipped 40 crates of rockets to the Houthis"
BRANDT = source("Ana Brandt", title="a spokeswoman for the U.S. State Department")


def _told(
    name: str, text: str, published: str | None, quote: str, **fields: Any
) -> tuple[Report, list[Claim]]:
    one = report(name, text, published)
    return one, [claim(one, quote, goods=goods("rockets"), **{"source": BRANDT, **fields})]


SHELF: list[tuple[Report, list[Claim]]] = [
    _told(
        "harbour.txt",
        HARBOUR,
        "2024-03-12",
        "Iran shipped 40 crates of rockets to the Houthis",
        quantity=crates(40),
    ),
    _told("copy.txt", COPY, None, "Iran shipped 40 crates of rockets to the Houthis", quantity=crates(40)),
    _told(
        "rewrite.txt",
        REWRITE,
        "2024-03-13",
        "shipped to the Houthis by Iran",
        source=source("the United States"),
    ),
    _told(
        "other.txt", OTHER, "2024-03-12", "sending rockets to the Houthis", source=source("U.S. officials")
    ),
]
for _number, _day in enumerate(("2024-03-12", "2024-03-14", "2024-06-02", None, None)):
    _one, _claim = sent(
        f"short{_number}.txt",
        f"The Houthis got {40 + 10 * (_number // 2)} crates of rockets from Iran",
        published=_day,
        quantity=crates(40 + 10 * (_number // 2)),
    )
    SHELF.append((_one, [_claim]))
_denial = report("denial.txt", "Iran denied that it had sent rockets to the Houthis.", "2024-03-14")
SHELF.append(
    (_denial, [claim(_denial, "sent rockets to the Houthis", source=source("Iran", "denied"), **DENIED)])
)

CLAIMS = [c for _, claims in SHELF for c in claims]
JUDGED = [
    judgement(1, JudgementKind.SAME_TRANSFER, CLAIMS[0].id, CLAIMS[-2].id),
    judgement(2, JudgementKind.NOT_SAME_TRANSFER, CLAIMS[0].id, CLAIMS[4].id),
    judgement(3, JudgementKind.NOT_COPY, SHELF[0][0].id, SHELF[1][0].id),
    judgement(4, JudgementKind.REJECT, CLAIMS[3].id),
    judgement(5, JudgementKind.UNDO, "j3"),
    judgement(6, JudgementKind.SAME_PARTY, "Ana Brandt", "U.S. officials"),
]


def counted(told: Claim, day: dt.date) -> Claim:
    """The claim with the day from which it counts noted on it."""
    return msgspec.structs.replace(told, why=(*told.why, day.isoformat()))


def view(result: Reconciled) -> tuple[object, ...]:
    """Everything that a result holds."""
    return (
        result.reports,
        result.claims,
        result.lineage,
        result.transfers,
        result.flows,
        result.news,
        result.conflicts,
        result.links,
        result.independence,
    )


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(SHELF))), st.data())
def test_any_order_of_arrival_comes_to_the_same_book(order: list[int], data: st.DataObject) -> None:
    """Reports and judgements in any order, reports taken out, put back and read again: as from nothing."""
    judged = data.draw(st.integers(0, len(JUDGED)))
    at = sorted(data.draw(st.lists(st.integers(0, len(SHELF)), min_size=judged, max_size=judged)))
    book = Reconciler(counted=counted)
    for step, index in enumerate([*order, None]):
        book.judge_all(j for j, when in zip(JUDGED, at, strict=False) if when == step)
        if index is None:
            break
        one, claims = SHELF[index]
        book.add(one, claims)
        if data.draw(st.booleans()):
            book.result()
        again = data.draw(st.integers(0, len(SHELF) - 1))
        if data.draw(st.booleans()) and again in order[:step]:
            book.remove(SHELF[again][0].id)
            if data.draw(st.booleans()):
                book.refresh()
            book.add(*SHELF[again])
    fresh = reconcile([r for r, _ in SHELF], CLAIMS, JUDGED[:judged], counted=counted)
    assert view(book.result()) == view(fresh)


def test_what_is_told_again_meets_what_was_told_first_whichever_comes_first() -> None:
    """A statement of "early in March", told again in May, goes back to that of the 5th in any order."""
    first, at_once = _told(
        "first.txt", "Iran shipped 40 crates of rockets to the Houthis, Ana Brandt said.", "2024-03-05", QUOTE
    )
    early = period("early in March", "2024-03-01", "2024-03-20")
    again, later = _told(
        "again.txt",
        "Early in March Ana Brandt said that Iran shipped 40 crates of rockets to the Houthis.",
        "2024-05-20",
        QUOTE,
        said_on=early,
    )
    shelf, claims = [first, again], [*at_once, *later]
    one, other = reconcile(shelf, claims), reconcile(shelf[::-1], claims)
    assert [set(o.claims) for o in one.lineage.origins] == [{c.id for c in claims}]
    assert (one.lineage, one.transfers) == (other.lineage, other.transfers)


def test_ids_outlive_growth() -> None:
    """The id of a transfer or origin leads to what now holds its claim, also after an earlier report."""
    late, early = SHELF[0], SHELF[4]
    book = Reconciler()
    book.add(*late)
    (first,) = book.result().transfers
    origin = book.result().lineage.origins[0].id
    earlier, told = sent(
        "earlier.txt",
        "Iran shipped to the Houthis 40 crates of rockets",
        published="2024-03-11",
        quantity=crates(40),
    )
    book.add(earlier, [told])
    book.add(*early)
    result = book.result()
    assert result.transfer(first.id).id != first.id
    assert set(first.claims) <= set(result.transfer(first.id).claims)
    assert told.id in result.origin(origin).claims


def test_a_refresh_tells_what_changed_and_no_more() -> None:
    """A report of another flow changes none of the transfers that were there."""
    book = Reconciler()
    for one, claims in SHELF:
        book.add(one, claims)
    book.refresh()
    far, told = simple(
        "far.txt",
        "France sold helicopters to Egypt",
        speaker="France",
        supplier="France",
        recipient="Egypt",
    )
    book.add(far, [told])
    changes = book.refresh()
    assert [t.claims for t in changes.transfers] == [(told.id,)]
    assert changes.gone == ()


def renew(held: dict[KeyT, ValueT], new: dict[KeyT, ValueT], gone: Iterable[KeyT]) -> None:
    """Drop what is gone, which must have been held, and take what is new."""
    for key in gone:
        del held[key]
    held.update(new)


class Mirror:
    """What somebody knows who listens to the changes only."""

    def __init__(self) -> None:
        self.claims: dict[str, tuple[Claim, ...]] = {}
        self.transfers: dict[str, Transfer] = {}
        self.links: dict[str, tuple[Link, ...]] = {}
        self.flows: dict[tuple[str | None, str | None], Flow] = {}
        self.origins: dict[str, Origin] = {}
        self.news: dict[str, News] = {}
        self.edges: set[Edge] = set()
        self.overlaps: set[Overlap] = set()
        self.chains: set[tuple[str, ...]] = set()
        self.conflicts: tuple[Conflict, ...] = ()

    def hear(self, told: Changes) -> None:
        """Take in what changed."""
        self.claims |= told.claims
        renew(self.transfers, {t.id: t for t in told.transfers}, told.gone)
        renew(self.links, told.links, told.gone)
        renew(self.origins, {o.id: o for o in told.origins}, told.gone_origins)
        renew(self.flows, {(f.supplier, f.recipient): f for f in told.flows}, told.gone_flows)
        self.news |= {n.report_id: n for n in told.news}
        for name in ("edges", "overlaps", "chains"):
            kept, dropped = getattr(self, name), set(getattr(told, f"gone_{name}"))
            assert dropped <= kept
            setattr(self, name, (kept - dropped) | set(getattr(told, name)))
        self.conflicts = told.conflicts

    def view(self) -> tuple[object, ...]:
        """All that it knows, in an order of its own."""
        claims = sorted((c for told in self.claims.values() for c in told), key=lambda c: c.id)
        links = sorted({link for told in self.links.values() for link in told}, key=lambda k: (k.a, k.b))
        return (
            *(claims, links, self.transfers, self.flows, self.origins, self.news),
            *(self.edges, self.overlaps, self.chains, self.conflicts),
        )


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(SHELF))), st.data())
def test_changes_add_up_to_the_whole_book(order: list[int], data: st.DataObject) -> None:
    """Whoever only hears what changed knows the same as whoever asks for everything."""
    book, mirror = Reconciler(counted=counted), Mirror()
    at = sorted(data.draw(st.lists(st.integers(0, len(SHELF)), min_size=len(JUDGED), max_size=len(JUDGED))))
    for step, index in enumerate([*order, None]):
        book.judge_all(j for j, when in zip(JUDGED, at, strict=False) if when == step)
        if index is not None:
            book.add(*SHELF[index])
            again = data.draw(st.integers(0, len(SHELF) - 1))
            if again in order[:step]:
                book.add(SHELF[again][0], SHELF[again][1][: data.draw(st.integers(0, 2))])
                if data.draw(st.booleans()):
                    mirror.hear(book.refresh())
                book.add(*SHELF[again])
        if data.draw(st.booleans()):
            mirror.hear(book.refresh())
    mirror.hear(book.refresh())
    whole = book.result()
    told = Mirror()
    told.claims = {"": whole.claims}
    told.transfers = {t.id: t for t in whole.transfers}
    told.links = {"": whole.links}
    told.flows = {(f.supplier, f.recipient): f for f in whole.flows}
    told.origins = {o.id: o for o in whole.lineage.origins}
    told.news = {n.report_id: n for n in whole.news}
    told.edges, told.overlaps = set(whole.lineage.edges), set(whole.lineage.overlaps)
    told.chains, told.conflicts = set(whole.lineage.chains), whole.conflicts
    assert mirror.view() == told.view()


def test_news_says_what_a_report_adds() -> None:
    """First the origin is new; the copy that comes later adds nothing, and a new figure is told as one."""
    post = report("post.txt", HARBOUR, captured_at="2024-03-12T08:00:00Z", publisher="The Harbour Post")
    copied = report("copy.txt", COPY, "2024-03-13", captured_at="2024-03-13T08:00:00Z")
    figure, told = sent(
        "figure.txt",
        "Iran shipped 90 crates of rockets to the Houthis",
        quantity=crates(90),
    )
    quote = "Iran shipped 40 crates of rockets to the Houthis"
    claims = [
        claim(r, quote, source=BRANDT, goods=goods("rockets"), quantity=crates(40)) for r in (post, copied)
    ]
    empty = report("empty.txt", "Rain is expected.", captured_at="2024-03-15T08:00:00Z")
    result = reconcile([post, copied, figure, empty], [*claims, told])
    news = {n.report: n for n in result.news}
    assert news["post.txt"].kind is NewsKind.NEW_ORIGIN
    assert news["copy.txt"].kind is NewsKind.COPY
    assert news["copy.txt"].sentence == "copy of The Harbour Post; no new origin for the crates"
    assert news["figure.txt"].kind is NewsKind.NEW_FIGURE
    assert news["empty.txt"].kind is NewsKind.NOTHING
    assert [n.report for n in queue(result.news)] == ["post.txt", "figure.txt", "copy.txt", "empty.txt"]
    assert [n.report for n in since(result.news, "2024-03-15")] == ["empty.txt"]

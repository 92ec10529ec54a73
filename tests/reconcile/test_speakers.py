"""Who speaks, for whom, when, and which claims go back to one origin."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tallybook.model import Category, Claim, EdgeKind, JudgementKind, PrimaryState, Quantity, Stage
from tallybook.reconcile import Reconciler, reconcile
from tallybook.reconcile.names import names_in, whole_name
from tallybook.reconcile.speakers import speaker_of
from tallybook.reconcile.when import Days, days_of
from tests.reconcile.press import (
    COPY,
    HARBOUR,
    claim,
    goods,
    judgement,
    period,
    report,
    sent,
    simple,
    source,
    together,
)


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("the White House", "United States"),
        ("U.S. officials", "United States"),
        ("Tehran", "Iran"),
        ("officials in Uganda", "Uganda"),
        ("the Houthis", "Houthis"),
    ],
)
def test_metonyms_stand_for_their_state(words: str, block: str) -> None:
    """Seats, capitals and officials stand for the state; an armed group stands for itself."""
    assert [m.named.block for m in names_in(words)] == [block]


def test_small_words_are_no_states() -> None:
    """The pronoun "us" names nobody."""
    assert names_in("they told us of it") == ()
    assert whole_name("us") is None


def test_a_title_says_for_whom_an_unknown_person_speaks() -> None:
    """A person whom the vocabulary does not know speaks for the party in the title."""
    one = report("a.txt", "Ana Brandt, a spokeswoman for the Iranian foreign ministry, denied it.")
    spoken = speaker_of(source("Ana Brandt", title="a spokeswoman for the Iranian foreign ministry"), one)
    assert (spoken.kind, spoken.key, spoken.block) == ("person", "brandt", "Iran")


def test_anonymous_sources_are_not_organisations() -> None:
    """A single official is somebody unnamed; officials of a state speak for the state."""
    one = report("a.txt", "text")
    assert speaker_of(source("a U.S. official"), one).kind == "unnamed"
    assert speaker_of(source("people familiar with the matter"), one).kind == "unnamed"
    assert speaker_of(source("U.S. officials"), one).kind == "organisation"
    assert speaker_of(None, one).kind == "own-voice"


@pytest.mark.parametrize("name", ["", " "])
def test_a_source_that_somebody_left_without_a_name_stops_nothing(name: str) -> None:
    """A claim whose source has only an office, as a correction may leave it, is reconciled like any other."""
    one = report("a.txt", "Iran armed the Houthis, its spokesman said.")
    told = claim(one, "Iran armed the Houthis", source=source(name, title="its spokesman"))
    assert [t.claims for t in reconcile([one], [told]).transfers] == [(told.id,)]


def test_dates_give_the_days_that_they_allow() -> None:
    """EDTF days, months and intervals are read; what is not read allows every day."""
    march = days_of("2024-03")
    assert march.length == 31
    assert march.meets(days_of("2024-03-31"))
    assert not days_of("2024-03-01").meets(days_of("2024-03-05"), slack=3)
    assert days_of("2024-02-30") == days_of(None) == Days()
    assert days_of("2024-03-01/2024-03-04").length == 4


def test_one_person_under_two_spellings_on_one_day_is_one_origin() -> None:
    """Surname and full name, reported a day apart, are one speaker on one occasion."""
    one, a = simple("a.txt", "Iran sent rockets to the Houthis")
    two, b = simple("b.txt", "Iran shipped rockets to the Houthis", speaker="Brandt", published="2024-03-13")
    result = reconcile([one, two], [a, b])
    assert together(result, a.id, b.id)
    assert [o.speaker for o in result.lineage.origins] == ["Ana Brandt"]


def test_the_same_speaker_weeks_later_is_another_occasion() -> None:
    """A second statement by the same person is a second origin, though not an independent one."""
    one, a = sent("a.txt", "Iran sent 40 crates of rockets to the Houthis")
    two, b = simple("b.txt", "Iran sent 40 crates of rockets to the Houthis", published="2024-04-20")
    result = reconcile([one, two], [a, b])
    assert not together(result, a.id, b.id)


def test_two_governments_are_two_origins_at_most_two_independent() -> None:
    """Another government's statement stands apart, and the two are never said to be independent."""
    one, a = sent("a.txt", "Iran sent 400 rockets to the Houthis")
    two, b = sent(
        "b.txt",
        "Iran sent 400 rockets to the Houthis by sea",
        speaker="Karl Ott",
        title="a spokesman for the German government",
        quantity=None,
    )
    result = Reconciler()
    result.add(one, [a])
    result.add(two, [b])
    book = result.result()
    assert not together(book, a.id, b.id)
    book = reconcile([one, two], [a, b], [judgement(1, JudgementKind.SAME_TRANSFER, a.id, b.id)])
    (transfer,) = book.transfers
    assert transfer.origins_at_most == 2
    assert any(
        "nothing shows that they do not" in reason for reason in book.independence[transfer.id].reasons
    )


def test_two_offices_of_one_government_count_once() -> None:
    """Ministry and embassy of one state are at most one independent origin, and the reason says so."""
    one, a = simple("a.txt", "Iran sent 40 rockets to the Houthis", speaker="the Pentagon", title="")
    two, b = simple(
        "b.txt",
        "Iran sent 40 rockets to the Houthis",
        published="2024-03-30",
        speaker="the White House",
        title="",
    )
    book = reconcile([one, two], [a, b], [judgement(1, JudgementKind.SAME_TRANSFER, a.id, b.id)])
    (transfer,) = book.transfers
    assert transfer.origins_at_most == 1
    assert "United States" in " ".join(book.independence[transfer.id].reasons)


def test_an_unnamed_source_is_one_only_where_the_words_allow_it() -> None:
    """One anonymous official of two papers is two origins; of a paper and its copy it is one."""
    post, rival = (
        report("post.txt", HARBOUR, publisher="The Harbour Post"),
        report("inland.txt", "Iran sent rockets to the Houthis."),
    )
    copied = report("copy.txt", COPY)
    quote = "rockets to the Houthis"
    claims = [
        claim(r, quote, source=source("a U.S. official"), goods=goods("rockets"))
        for r in (post, rival, copied)
    ]
    result = reconcile([post, rival, copied], claims)
    assert any(e.kind is EdgeKind.COPY for e in result.lineage.edges)
    assert together(result, claims[0].id, claims[2].id)
    assert not together(result, claims[0].id, claims[1].id)


def test_what_is_told_as_past_news_is_another_origin() -> None:
    """A charge retold as made before is not today's statement."""
    text = (
        "Iran sent rockets to the Houthis, said Ana Brandt, a spokeswoman for the U.S. State Department. "
        "The United States had previously accused Iran of sending rifles to the Houthis."
    )
    one = report("a.txt", text)
    title = "a spokeswoman for the U.S. State Department"
    now = claim(
        one,
        "Iran sent rockets to the Houthis",
        source=source("Ana Brandt", title=title),
        goods=goods("rockets"),
    )
    before = claim(one, "accused Iran of sending rifles to the Houthis", source=source("The United States"))
    result = reconcile([one], [now, before])
    assert not together(result, now.id, before.id)
    assert result.transfer_of(now.id) != result.transfer_of(before.id)


def test_a_transcript_in_the_book_is_the_primary_source() -> None:
    """Where the book holds the statement itself its origin is held; a named speaker's is sought otherwise."""
    one, a = sent("a.txt")
    assert reconcile([one], [a]).lineage.origins[0].primary is PrimaryState.SOUGHT
    text = "Press statement by the U.S. State Department. Iran sent rockets to the Houthis."
    held = report("release.txt", text, publisher="U.S. State Department")
    b = claim(
        held, "Iran sent rockets to the Houthis", source=source("the United States"), goods=goods("rockets")
    )
    result = reconcile([one, held], [a, b])
    assert result.lineage.origins[0].primary is PrimaryState.HELD
    signed = judgement(1, JudgementKind.PRIMARY, result.lineage.origins[0].id, value={"state": "none"})
    assert reconcile([one, held], [a, b], [signed]).lineage.origins[0].primary is PrimaryState.NONE


def test_an_undated_report_takes_the_day_of_the_report_that_tells_the_same() -> None:
    """Figure, speaker and flow tie an undated report to one occasion, unless two fit equally well."""
    quote = "Iran sent 4,000 rockets to the Houthis"
    amount: dict[str, Any] = {"goods": goods("rockets"), "stage": Stage.SHIPPED}
    dated, a = simple("dated.txt", quote, **amount)
    loose, b = simple("loose.txt", "The Houthis got 4,000 rockets from Iran", published=None, **amount)
    other, c = simple(
        "other.txt", "4,000 rockets went from Iran to the Houthis", published="2024-05-02", **amount
    )
    claims = [_with_figure(one) for one in (a, b, c)]
    assert together(reconcile([dated, loose], claims[:2]), a.id, b.id)
    both = reconcile([dated, loose, other], claims)
    assert not together(both, a.id, b.id)
    assert not together(both, c.id, b.id)


def _with_figure(made: Claim) -> Claim:
    quantity = Quantity(text="4,000 rockets", min=4000, max=4000, unit="rockets")
    return msgspec.structs.replace(made, quantity=quantity)


def test_a_statement_retold_weeks_later_with_its_date_is_the_same_origin() -> None:
    """A later report that dates the statement goes back to that day's origin, and joins its transfer."""
    one, a = sent("a.txt")
    two, b = sent(
        "b.txt",
        "Iran supplied the Houthis with rockets",
        published="2024-04-20",
        said_on=period("on March 12", "2024-03-12", "2024-03-12"),
    )
    result = reconcile([one, two], [a, b])
    assert together(result, a.id, b.id)
    assert result.transfer_of(a.id) == result.transfer_of(b.id)


def test_an_outlet_and_the_official_whom_it_quotes_are_not_independent() -> None:
    """A finding of a paper and an anonymous source through that paper count once."""
    one, a = simple("a.txt", "Iran sent 400 rockets to the Houthis", speaker=None)
    paper = msgspec.structs.replace(a, source=source("Reuters", "reported"))
    two, b = simple(
        "b.txt", "400 rockets went from Iran to the Houthis", speaker=None, published="2024-03-20"
    )
    relayed = msgspec.structs.replace(b, source=source("a diplomat", via=("Reuters",)))
    joined = [judgement(1, JudgementKind.SAME_TRANSFER, a.id, b.id)]
    (transfer,) = reconcile([one, two], [paper, relayed], joined).transfers
    assert len(transfer.origins) == 2
    assert transfer.origins_at_most == 1


def test_what_a_report_repeats_in_its_own_voice_is_no_origin_of_its_own() -> None:
    """A lead that repeats the one source quoted below goes back to it; with two sources it stays open."""
    text = "Iran sent 400 rockets to the Houthis. The 400 rockets went by sea, said the United States."
    one = report("a.txt", text)
    rockets = Quantity(text="400 rockets", min=400, max=400, unit="rockets")
    lead = claim(one, "Iran sent 400 rockets to the Houthis", goods=goods("rockets"), quantity=rockets)
    quoted = claim(
        one,
        "The 400 rockets went by sea",
        goods=goods("rockets"),
        quantity=rockets,
        source=source("the United States"),
    )
    assert together(reconcile([one], [lead, quoted]), lead.id, quoted.id)
    two = report("b.txt", text + " Germany too said that 400 rockets were sent.")
    claims = [
        claim(two, c.quote, goods=c.goods, quantity=c.quantity, source=c.source) for c in (lead, quoted)
    ]
    third = claim(
        two, "400 rockets were sent", goods=goods("rockets"), quantity=rockets, source=source("Germany")
    )
    result = reconcile([two], [*claims, third])
    assert not any(claims[0].id in origin.claims for origin in result.lineage.origins)


def test_a_spokesperson_of_every_day_speaks_on_days_of_their_own() -> None:
    """Statements of one office on days in a row on other goods and flows do not run into one origin."""
    told = [
        sent("a.txt"),
        simple(
            "b.txt",
            "Iran sent drones to Sudan",
            published="2024-03-13",
            recipient="Sudan",
            goods=goods("drones", Category.DRONES),
        ),
        sent("c.txt", "Iran sent rockets to the Houthis", published="2024-03-14"),
    ]
    result = reconcile([r for r, _ in told], [c for _, c in told])
    assert len(result.lineage.origins) == 3


def test_a_word_on_the_deal_of_an_earlier_month_is_of_an_earlier_occasion() -> None:
    """A government's remark on a deal that the sentence before dates is no part of the day's briefing."""
    one = report(
        "a.txt",
        "Iran sent rockets to the Houthis, Ana Brandt, a spokeswoman for the U.S. State Department, said.\n\n"
        "In January, the two sides met in Muscat. The United States said the deal was about Iran’s rockets.",
    )
    by = source("Ana Brandt", title="a spokeswoman for the U.S. State Department")
    told = claim(one, "Iran sent rockets to the Houthis", source=by)
    remark = claim(one, "the deal was about Iran’s rockets", source=source("The United States"))
    assert not together(reconcile([one], [told, remark]), told.id, remark.id)


@pytest.mark.parametrize(("second", "one_origin"), [("the diplomats", True), ("two generals", False)])
def test_unnamed_sources_are_one_where_the_report_points_back(second: str, one_origin: bool) -> None:
    """Two diplomats are "the diplomats" further down; other people are not."""
    words = f"Iran sent rockets to the Houthis, two Western diplomats said. They went by sea, {second} said."
    one = report("a.txt", words)
    first = claim(one, "Iran sent rockets to the Houthis", source=source("two Western diplomats"))
    again = claim(one, "They went by sea", source=source(second))
    assert together(reconcile([one], [first, again]), first.id, again.id) is one_origin


def test_a_place_that_opens_a_name_speaks_for_nobody() -> None:
    """Wellington Koo, who holds an office in Taiwan, is a person of Taiwan's and not of New Zealand's."""
    one = report("one.txt", "Taiwan's defence minister, Wellington Koo, said so.")
    told = speaker_of(source("Wellington Koo", title="Taiwan's defence minister"), one)
    assert (told.kind, told.block) == ("person", "Taiwan")

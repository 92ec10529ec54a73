"""Where headline, paragraphs, captions and sentences stand."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Report, Span
from tallybook.read.page import anchor_of
from tallybook.read.text.headline import recase
from tallybook.read.text.layout import PARAGRAPH_LIMIT, SENTENCE_LIMIT, lay_out, split_sentences
from tallybook.read.times.calendar import Anchor


def report_of(text: str, **more: object) -> Report:
    return Report(id="r", name="own.txt", text=text, sha256="", captured_at="", **more)  # type: ignore[arg-type]


def kinds(text: str) -> list[str]:
    return [block.kind for block in lay_out(report_of(text))]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


def test_abbreviations_do_not_end_a_sentence() -> None:
    """Ranks, initials and dotted abbreviations stay inside their sentence."""
    text = "Gen. J. Doe of the U.S. Army met Lt. Col. Roe on Jan. 3. They spoke of No. 7."
    assert sentences(text) == [
        "Gen. J. Doe of the U.S. Army met Lt. Col. Roe on Jan. 3.",
        "They spoke of No. 7.",
    ]


def test_a_quotation_ends_with_its_marks() -> None:
    """Closing quotation marks belong to the sentence that they close."""
    assert sentences("“It left.” Nobody saw it.") == ["“It left.”", "Nobody saw it."]


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    """A short first line without an end stop is the headline; the rest are paragraphs."""
    assert kinds("Guns for Ruritania\n\nThe guns left on Monday.\n") == ["headline", "body"]


def test_clutter_is_left_out() -> None:
    """Lines of the page and ranges that the gatherer marks are not read."""
    text = "The guns left on Monday.\nAdvertisement\nThey arrived on Friday.\n"
    assert len(lay_out(report_of(text))) == 2
    assert len(lay_out(report_of(text, clutter=(Span(0, 24),)))) == 1


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    """The place of writing is left out, so that it is never taken for a party."""
    (block,) = lay_out(report_of("OSLO, Norway (Wire) — The guns left on Monday."))
    assert [s.of("OSLO, Norway (Wire) — The guns left on Monday.") for s in block.sentences] == [
        "The guns left on Monday."
    ]


def test_the_date_line_before_a_report_is_metadata() -> None:
    """A leading date line is no text, and dates the report."""
    report = report_of(" date 2024-02-03 The guns left on Monday.")
    assert [s.of(report.text) for b in lay_out(report) for s in b.sentences] == ["The guns left on Monday."]
    assert anchor_of(report) == dt.date(2024, 2, 3)


def test_a_report_dated_by_its_month_keeps_it_open() -> None:
    """Where only the month is known, the anchor is the whole month."""
    assert anchor_of(report_of("x", published="2024-02")) == Anchor(dt.date(2024, 2, 1), dt.date(2024, 2, 29))


@given(st.text(max_size=300))
def test_blocks_and_sentences_are_ranges_of_the_text(text: str) -> None:
    """Blocks come in order without overlap, and sentences lie inside their block."""
    blocks = lay_out(report_of(text))
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert all(b.span.contains(s) for b in blocks for s in b.sentences)


@given(st.text(max_size=120), st.text(max_size=200))
def test_recasing_keeps_every_offset(words: str, text: str) -> None:
    """A re-cased headline has as many characters as before, the same but for their case."""
    cased = recase(words, text)
    assert len(cased) == len(words)
    assert cased.lower() == words.lower()


def test_names_keep_their_capital_in_a_headline() -> None:
    """Names written with a capital in the running text keep it; other words of a headline lose theirs."""
    text = "Guns Sent Off For Ruritania Again\n\nThe guns for Ruritania were sent off again."
    assert recase("Guns Sent Off For Ruritania Again", text) == "Guns sent off for Ruritania again"


@pytest.mark.parametrize("piece", ["Chad sent Mali nine lorries. ", "and nine lorries ", "x"])
def test_a_paragraph_beyond_measure_comes_in_pieces(piece: str) -> None:
    """No block and no sentence grows without bound, and every word stays where it is, once."""
    text = "Lorries on their way\n\n" + (piece * 60_000)[:60_000].strip()
    blocks = lay_out(report_of(text))
    assert all(block.span.length <= PARAGRAPH_LIMIT for block in blocks)
    sentences = [sentence for block in blocks for sentence in block.sentences]
    assert all(sentence.length <= SENTENCE_LIMIT for sentence in sentences)
    assert "".join("".join(s.of(text).split()) for s in sentences) == "".join(text.split())


@pytest.mark.parametrize(
    ("headline", "parts"),
    [
        ("EXCLUSIVE-Italy to arm Ghana", ["Italy to arm Ghana"]),
        ("WRAPUP 3-Italy to arm Ghana", ["Italy to arm Ghana"]),
        ("Italy to arm Ghana - sources", ["Italy to arm Ghana", "sources"]),
        ("Italy - the donor - to arm Ghana", ["Italy - the donor - to arm Ghana"]),
        ("Live and let live", ["Live and let live"]),
    ],
)
def test_a_headline_is_told_from_slug_and_label(headline: str, parts: list[str]) -> None:
    """A clause begins behind an agency's slug and ends before a closing label, which stands apart."""
    text = f"{headline}\n\nThe ministry in Accra gave no details of this on Monday.\n"
    first = lay_out(report_of(text))[0]
    assert [span.of(text) for span in first.sentences] == parts

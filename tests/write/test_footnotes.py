"""A footnote says where words stand, as far as that is known, and invents nothing."""

from __future__ import annotations

import msgspec
import pytest

from tallybook.model import CaptureMethod, Claim, Report, Source, Span
from tallybook.write.footnotes import csl, footnote, page_of

TEXT = "First page.\fSecond page: crates were seen."
REPORT = Report(
    id="r1",
    name="papers/quay.pdf",
    text=TEXT,
    sha256="0",
    captured_at="2024-06-02T10:00:00Z",
    title="On the quay",
    authors=("A. One", "B. Two"),
    publisher="Harbour Sheet",
    published="2024-05-31",
    url="https://paper.example/quay",
    archive_url="https://archive.example/1",
    pages=(Span(0, 12), Span(12, len(TEXT))),
)
CLAIM = Claim(
    id="c1",
    source=Source(name="Ada Quill", title="clerk", via=("Wire",)),
    quote="crates were seen",
    quote_span=Span(25, 41),
)


def test_everything_that_is_known_stands_in_order() -> None:
    """Author, title, outlet, date, address, archive and day of access."""
    assert footnote(REPORT) == (
        "A. One and B. Two, “On the quay”, Harbour Sheet, 31 May 2024, https://paper.example/quay, "
        "archived at https://archive.example/1, accessed 2 June 2024."
    )


def test_a_claim_brings_its_words_its_speaker_and_its_page() -> None:
    """Who says it, through whom, and on which page."""
    cited = footnote(REPORT, CLAIM)
    assert cited.startswith("“crates were seen” (Ada Quill, clerk, through Wire): A. One")
    assert ", p. 2, " in cited
    assert csl(REPORT, CLAIM)["page"] == "2"


def test_nothing_is_invented() -> None:
    """Where there is no title, author, outlet or address, the name stands; the date is said to be open."""
    bare = Report(id="r1", name="note.txt", text="x", sha256="0", captured_at="2024-06-02T10:00:00Z")
    assert footnote(bare) == "note.txt, no date, accessed 2 June 2024."
    assert csl(bare) == {
        "id": "r1",
        "type": "document",
        "title": "note.txt",
        "accessed": {"date-parts": [[2024, 6, 2]]},
    }


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2024", "2024"), ("2024-05", "May 2024"), ("2024-05~", "May 2024")],
)
def test_a_date_is_as_exact_as_it_is_known(published: str, shown: str) -> None:
    """Years and months stay years and months."""
    assert f", {shown}, " in footnote(msgspec.structs.replace(REPORT, published=published))


def test_words_from_paper_were_written_down() -> None:
    """A report without bytes was not accessed anywhere."""
    by_hand = msgspec.structs.replace(REPORT, capture_method=CaptureMethod.BY_HAND)
    assert footnote(by_hand).endswith("written down 2 June 2024.")


def test_a_report_without_pages_has_no_page() -> None:
    """Only PDFs have pages."""
    assert page_of(msgspec.structs.replace(REPORT, pages=()), CLAIM.quote_span) is None

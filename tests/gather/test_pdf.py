"""PDFs with a text layer are read page by page; the others are refused with the reason."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from tallybook.errors import TooLarge, UnreadableInput, UnsupportedInput
from tallybook.gather import Options
from tests.gather.material import STORY, fault_of, pdf, report_of


def test_pages_are_ranges_of_the_text() -> None:
    """Each page's words stand in its range."""
    report = report_of("a.pdf", pdf(title="Report of the harbour master"))
    assert report.title == "Report of the harbour master"
    assert report.media_type == "application/pdf"
    assert len(report.pages) == 2
    assert STORY[1][:40] in report.pages[0].of(report.text)
    assert STORY[3][:40] in report.pages[1].of(report.text)


def test_an_encrypted_pdf_is_refused() -> None:
    """A PDF that wants a password is named as such."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    error = fault_of("a.pdf", out.getvalue())
    assert isinstance(error, UnsupportedInput)
    assert "encrypted" in error.fault


def test_a_scan_is_refused() -> None:
    """A PDF without a text layer is named as a scan."""
    error = fault_of("a.pdf", pdf(pages=((), ())))
    assert isinstance(error, UnsupportedInput)
    assert "no text layer" in error.fault


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%%EOF", b"%PDF-1.7" + b"\x00" * 500, pdf()[:400]])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    """A PDF that cannot be opened is an error, not a crash."""
    assert isinstance(fault_of("a.pdf", data), UnreadableInput | UnsupportedInput)


def test_too_many_pages_are_refused() -> None:
    """The limit on pages holds."""
    error = fault_of("a.pdf", pdf(pages=(STORY,) * 4), Options(max_pages=3))
    assert isinstance(error, TooLarge)
    assert "3 pages" in error.fault


def test_a_pdf_is_known_by_its_bytes() -> None:
    """A PDF that is called a text file is read as a PDF."""
    assert report_of("a.txt", pdf()).media_type == "application/pdf"


def test_a_page_that_unpacks_out_of_all_measure_is_refused() -> None:
    """A small file whose page unpacks to millions of instructions is refused before they are followed."""
    error = fault_of("a.pdf", pdf(pages=(("crate",) * 150_000,)))
    assert isinstance(error, TooLarge)
    assert "drawing instructions" in error.fault


def test_printed_lines_become_paragraphs() -> None:
    """Lines that go on are joined, also over a hyphen; headings and ends of sentences stay apart."""
    lines = (
        "What the harbour master saw",
        "A coaster put forty crates ashore at the northern pier on Tues-",
        "day, the harbour master said. Nobody opened them, although the",
        "Ministry had asked for it more than once in the year before.",
        "A second coaster is expected.",
    )
    text = report_of("a.pdf", pdf(pages=(lines,), title="Microsoft Word - notes.docx")).text
    assert text.split("\n") == [
        "What the harbour master saw",
        f"{lines[1][:-1]}{lines[2]} {lines[3]}",
        "A second coaster is expected.",
    ]


def test_a_title_given_by_a_word_processor_is_none() -> None:
    """The name of a file is not taken for the title of a report."""
    assert report_of("a.pdf", pdf(title="Microsoft Word - notes.docx")).title == STORY[0]

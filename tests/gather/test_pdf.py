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

"""Each kind of file finds its gatherer, and what nobody reads is named."""

from __future__ import annotations

import pytest

from tallybook.errors import UnsupportedInput
from tallybook.gather import capture_bytes
from tallybook.model import Capture
from tests.gather.material import OPTIONS, fault_of, page, pdf, report_of, text_file


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("story", text_file(), "text/plain"),
        ("story", page(), "text/html"),
        ("story.TXT", text_file(), "text/plain"),
        ("story.HTM", page(), "text/html"),
        ("story.php", page(), "text/html"),
        ("story.html", pdf(), "application/pdf"),
        ("story.txt", page(), "text/plain"),
    ],
)
def test_names_and_first_bytes_tell_the_kind(name: str, data: bytes, media_type: str) -> None:
    """The ending decides, the bytes where it does not; a text file with markup in it stays text."""
    assert report_of(name, data).media_type == media_type


def test_the_declared_kind_counts_where_the_name_says_nothing() -> None:
    """An upload without an ending is what the browser says it is."""
    (result,) = capture_bytes("story", page()[15:], OPTIONS, media_type="text/html; charset=utf-8")
    assert isinstance(result, Capture)
    assert result.report.media_type == "text/html"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04 rest", "office document"),
        ("a.doc", b"\xd0\xcf\x11\xe0 rest", "old office document"),
        ("a.rtf", b"{\\rtf1 rest}", "an RTF document"),
        ("a.txt", b"\x89PNG rest", "a picture"),
        ("a.gz", b"\x1f\x8b rest", "gzip"),
        ("a.db", b"SQLite format 3\x00", "a database"),
        ("a.csv", b"a,b,c", "unknown kind (.csv)"),
    ],
)
def test_what_nobody_reads_is_named(name: str, data: bytes, words: str) -> None:
    """The message says what the file is, and what is read."""
    error = fault_of(name, data)
    assert isinstance(error, UnsupportedInput)
    assert words in error.fault
    assert "Tallybook reads text, HTML" in error.fault


@pytest.mark.parametrize("name", ["/etc/passwd", "C:\\reports\\passwd", "../../passwd", "passwd"])
def test_a_path_in_an_upload_is_dropped(name: str) -> None:
    """Only the base name of an upload counts; it is never a path."""
    assert report_of(name, text_file()).name == "passwd"


def test_a_name_of_many_lines_becomes_one() -> None:
    """Names stand in one-line messages and tables."""
    assert report_of("a\nb.txt", text_file()).name == "a\\nb.txt"

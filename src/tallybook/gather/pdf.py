"""PDF with a text layer: its pages' text, and where each page stands in it."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from tallybook.errors import TooLarge, UnreadableInput, UnsupportedInput
from tallybook.gather.draft import Draft, capture
from tallybook.gather.options import Options
from tallybook.gather.original import Original
from tallybook.model import Capture, Span

MAX_PAGE = 2_000_000
MAX_DRAWN = 8_000_000
"""Bytes of drawing instructions, unpacked, of one page and of all: reading them takes ten seconds a million,
and a page of text has some ten thousand."""

_FULL = 0.6
"""Share of the longest line of a page from which on a line is a full one, not a heading or an entry."""

_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"[a-zà-ÿ]-$")
_FILE_NAME = re.compile(r"^Microsoft Word - |\.(?:docx?|pdf|indd|rtf|odt|pages)$", re.IGNORECASE)
"""Titles that a word processor gave, not a person."""

_BETWEEN_PAGES = "\n\n"

logging.getLogger("pypdf").addHandler(logging.NullHandler())


def gather_pdf(original: Original, options: Options) -> Iterator[Capture]:
    """The one report of a PDF, with the character range of each page (empty for a page without text).

    Raises:
        UnsupportedInput: encrypted, or without a text layer (a scan).
        InputError: damaged, too large or too many pages.
    """
    data = original.whole(options)
    reader = _open(original.name, data)
    pages = _page_texts(original.name, reader, options)
    if not any(page.strip() for page in pages):
        raise UnsupportedInput(original.name, "the PDF has no text layer (a scan?)")
    told = _information(reader)
    draft = Draft(
        data=data,
        text=_BETWEEN_PAGES.join(pages),
        media_type="application/pdf",
        title=told.get("title"),
        authors=(told.get("author") or "",),
        language=told.get("language"),
        pages=_ranges(pages),
    )
    yield capture(original, draft, options)


def _open(name: str, data: bytes) -> Any:
    from pypdf import PdfReader  # noqa: PLC0415 - heavy, and needed only here
    from pypdf.errors import DependencyError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        readable = not reader.is_encrypted or bool(reader.decrypt(""))
    except DependencyError:
        readable = False
    except Exception as error:  # damaged files make the parser fail in any way
        raise UnreadableInput(name, f"the PDF is damaged ({type(error).__name__})") from None
    if not readable:
        raise UnsupportedInput(name, "the PDF is encrypted")
    return reader


def _page_texts(name: str, reader: Any, options: Options) -> list[str]:
    texts: list[str] = []
    drawn = 0
    for size, text in _pages(name, reader):
        drawn += size
        texts.append(text)
        if len(texts) > options.max_pages:
            raise TooLarge(name, f"more than {options.max_pages:,} pages")
        if size > MAX_PAGE or drawn > MAX_DRAWN:
            raise TooLarge(name, f"drawing instructions of more than {MAX_PAGE:,} bytes on a page")
        if sum(map(len, texts)) > options.max_text:
            raise TooLarge(name, f"more than {options.max_text:,} characters of text")
    return texts


def _pages(name: str, reader: Any) -> Iterator[tuple[int, str]]:
    """Bytes of drawing instructions and text of each page; no text where the instructions are too many."""
    try:
        for page in reader.pages:
            contents = page.get_contents()
            size = len(contents.get_data()) if contents is not None else 0
            yield size, "" if size > MAX_PAGE else _flowing((page.extract_text() or "").replace("\x00", ""))
    except Exception as error:  # damaged files make the parser fail in any way
        raise UnreadableInput(name, f"the PDF is damaged ({type(error).__name__})") from None


def _flowing(page: str) -> str:
    """A page's lines joined to paragraphs: a full line that does not end a sentence goes on in the next.

    The layer holds lines as printed; what is joined here is our text of it, the bytes stay as they are.
    """
    lines = [line.strip() for line in page.split("\n")]
    full = _FULL * max(map(len, lines))
    text = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not following or len(line) < full or _ENDED.search(line):
            text += f"{line}\n"
        elif _HYPHENATED.search(line) and following[0].islower():
            text += line[:-1]
        else:
            text += f"{line} "
    return text.strip("\n")


def _ranges(pages: list[str]) -> tuple[Span, ...]:
    ranges: list[Span] = []
    at = 0
    for page in pages:
        ranges.append(Span(at, at + len(page)))
        at += len(page) + len(_BETWEEN_PAGES)
    return tuple(ranges)


def _information(reader: Any) -> dict[str, str]:
    """What the file says of itself. Its creation date is that of the file, not of the report."""
    try:
        told = reader.metadata or {}
        found = {"title": told.get("/Title"), "author": told.get("/Author")}
        found["language"] = reader.trailer["/Root"].get("/Lang")
    except Exception:  # a report without metadata is still a report
        return {}
    if _FILE_NAME.search(str(found["title"] or "")):
        found["title"] = None
    return {name: str(value) for name, value in found.items() if value}

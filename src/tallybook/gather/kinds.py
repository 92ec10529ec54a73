"""Which gatherer reads this? By declared media type, then by name, then by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tallybook.errors import InputError, UnsupportedInput
from tallybook.gather.articles import gather_lines, gather_list
from tallybook.gather.html import gather_html
from tallybook.gather.options import Options
from tallybook.gather.original import Original
from tallybook.gather.pdf import gather_pdf
from tallybook.gather.plaintext import gather_text
from tallybook.model import Capture

Gatherer = Callable[[Original, Options], Iterator[Capture | InputError]]
"""The contract of every kind of source: captures, an ``InputError`` for each part that cannot be taken in,
and an ``InputError`` raised where nothing can be; never another exception."""

SUFFIXES: dict[str, Gatherer] = {
    ".txt": gather_text,
    ".text": gather_text,
    ".md": gather_text,
    "": gather_text,
    ".html": gather_html,
    ".htm": gather_html,
    ".xhtml": gather_html,
    ".pdf": gather_pdf,
    ".jsonl": gather_lines,
    ".ndjson": gather_lines,
    ".json": gather_list,
}
MEDIA_TYPES: dict[str, Gatherer] = {
    "text/plain": gather_text,
    "text/markdown": gather_text,
    "text/html": gather_html,
    "application/xhtml+xml": gather_html,
    "application/pdf": gather_pdf,
    "application/x-ndjson": gather_lines,
    "application/jsonl": gather_lines,
    "application/json": gather_list,
}
READS = "text, HTML, PDF, JSON Lines and JSON"

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
)


def gatherer_for(original: Original) -> Gatherer:
    """The gatherer that reads ``original``.

    Raises:
        UnsupportedInput: no gatherer reads this kind of file.
        UnreadableInput: the first bytes cannot be read.
    """
    declared = (original.media_type or "").split(";")[0].strip().lower()
    suffix = suffix_of(original)
    head = original.head()
    if b"%PDF-" in head[:64]:
        return gather_pdf
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise UnsupportedInput(original.name, f"is {what}; Tallybook reads {READS}")
    if original.url is not None and declared and declared != "application/octet-stream":
        if declared not in MEDIA_TYPES:
            raise UnsupportedInput(
                original.name, f"has the media type {declared[:60]}; Tallybook reads {READS}"
            )
        return gather_html if declared == "text/plain" and _MARKUP.match(head) else MEDIA_TYPES[declared]
    if original.url is None and suffix and suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if declared in MEDIA_TYPES:
        return MEDIA_TYPES[declared]
    if _MARKUP.match(head):
        return gather_html
    if original.url is not None or not suffix:
        return SUFFIXES.get(suffix, gather_text)
    raise UnsupportedInput(original.name, f"is of an unknown kind ({suffix}); Tallybook reads {READS}")


def suffix_of(original: Original) -> str:
    """The file name's ending in small letters, with its dot."""
    path = urlsplit(original.url).path if original.url else original.name
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()

"""From what a gatherer found to a report: checks that hold for every kind of source, and its metadata."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

import msgspec

from tallybook.errors import TooLarge, UnreadableInput
from tallybook.gather.dates import edtf_of
from tallybook.gather.decoding import mostly_control
from tallybook.gather.metadata import Metadata, read_metadata
from tallybook.gather.options import Options
from tallybook.gather.original import Original
from tallybook.model import Capture, Report, Span, new_report_id

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[\s\ufeff\u200b]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a gatherer found in an original. Empty fields are filled from the text where it says more.

    Attributes:
        name: of the report, where it is not the original's (an article of a JSON Lines file).
        data: the bytes as captured; ``None`` for reports captured by hand.
        text: the text that offsets will count in.
        published: in any form that ``dates.edtf_of`` knows.
    """

    name: str | None = None
    data: bytes | None
    text: str
    media_type: str = "text/plain"
    charset: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    pages: tuple[Span, ...] = ()


def capture(original: Original, draft: Draft, options: Options) -> Capture:
    """The capture of ``draft``: bytes, hash, time, and the report with its metadata.

    Raises:
        UnreadableInput: the text is empty, binary or broken.
        TooLarge: the text is longer than ``options.max_text``.
    """
    name = draft.name or original.name
    check_text(name, draft.text, options)
    told = read_metadata(draft.text, dt.date.fromisoformat(original.at[:10]) if original.at else None)
    if _BLANK.fullmatch(_without(draft.text, told.clutter)):
        raise UnreadableInput(name, "holds nothing but menus, labels and credits")
    stated = original.given.set_fields()
    hashed = draft.data if draft.data is not None else draft.text.encode()
    fields = _fields(draft, told, original) | stated
    report = Report(
        id=new_report_id(name),
        name=name,
        text=draft.text,
        sha256=hashlib.sha256(hashed).hexdigest(),
        media_type=draft.media_type,
        charset=draft.charset,
        captured_at=original.at,
        capture_method=original.method,
        pages=draft.pages,
        headline=_headline(draft, told),
        clutter=told.clutter,
        mended=tuple(sorted(stated)),
        **fields,  # type: ignore[arg-type]
    )
    return Capture(data=draft.data, report=report)


def check_text(name: str, text: str, options: Options) -> None:
    """Refuse what is no text to read.

    Raises:
        UnreadableInput: empty, only white space, control characters, or halves of characters.
        TooLarge: longer than ``options.max_text``.
    """
    check_not_blank(name, text)
    if len(text) > options.max_text:
        raise TooLarge(name, f"more than {options.max_text:,} characters of text")
    if "\x00" in text or mostly_control(text):
        raise UnreadableInput(name, "is binary, not text")
    if _SURROGATE.search(text):
        raise UnreadableInput(name, "holds halves of characters (lone surrogates)")


def check_not_blank(name: str, text: str) -> None:
    """Refuse an empty text, or one of white space and byte order marks.

    Raises:
        UnreadableInput: nothing stands in it.
    """
    if _BLANK.fullmatch(text):
        raise UnreadableInput(name, "is empty" if not text else "holds nothing but white space")


def _fields(draft: Draft, told: Metadata, original: Original) -> dict[str, object]:
    return {
        "title": _clean(draft.title) or told.title,
        "authors": tuple(filter(None, map(_clean, draft.authors))) or told.authors,
        "publisher": _clean(draft.publisher) or told.publisher,
        "credit": told.credit,
        "url": _clean(draft.url) or original.url,
        "published": edtf_of(draft.published) if draft.published else told.published,
        "language": _language(draft.language),
    }


def _headline(draft: Draft, told: Metadata) -> Span | None:
    """Where the title that came with the report opens its text; else what looks like a headline there."""
    title = _clean(draft.title)
    if title and draft.text.startswith(title):
        return Span(0, len(title))
    return told.headline


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """What is left of a text without ``spans``, which stand in order and apart."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _clean(words: str | None) -> str | None:
    """One line of printable characters, or ``None``."""
    if words is None:
        return None
    line = " ".join(_SURROGATE.sub("\ufffd", words).replace("\x00", " ").split())
    return line[:500] or None


def _language(tag: str | None) -> str | None:
    """A BCP 47 tag, or ``None`` where the words are none."""
    tag = (tag or "").strip()
    return tag.replace("_", "-") if _LANGUAGE.fullmatch(tag) else None

"""HTML: the main text of a page, with what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from tallybook.errors import TooLarge, UnreadableInput, UnsupportedInput
from tallybook.gather.decoding import decode
from tallybook.gather.draft import Draft, capture, check_not_blank
from tallybook.gather.options import Options
from tallybook.gather.original import Original
from tallybook.model import Capture

MAX_DEPTH = 250
"""Deeper nesting is an attack or no report; parsers stop near here as well, but silently."""

MAX_TAGS = 60_000
"""A page of a paper has a few thousand; extraction takes time in proportion."""

MAX_ATTRIBUTES = 1000
"""On one tag; a tag of a paper has some ten. The parser compares each with all before it."""

_HEAD = 4096
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})")
_ATTRIBUTE = re.compile(r"[\s/]*[^\s/=>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([\w-]{2,35})", re.IGNORECASE)
_FLAT = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"),
        *("optgroup", "colgroup", "html", "head", "body"),
    }
)
"""Elements that hold nothing or that the next of their kind closes: they make no depth by themselves."""

_RAW = ("script", "style", "template", "noscript", "svg")

for _library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def gather_html(original: Original, options: Options) -> Iterator[Capture]:
    """The one report of a page: its main text, headline first, without comments and furniture.

    Raises:
        UnsupportedInput: the page holds no main text.
        InputError: empty, undecodable, too large or nested too deep.
    """
    data = original.whole(options)
    declared = original.charset or _declared(data[:_HEAD])
    markup, charset = decode(original.name, data, declared)
    check_not_blank(original.name, markup)
    _check_shape(original.name, markup)
    found = _extract(original, markup)
    draft = Draft(
        data=data,
        text=_with_headline(found.text, found.title),
        media_type="text/html",
        charset=charset,
        title=found.title,
        authors=tuple((found.author or "").split("; ")),
        publisher=found.sitename,
        url=found.url if (found.url or "").startswith(("http://", "https://")) else None,
        published=found.date,
        language=match[1] if (match := _LANGUAGE.search(markup)) else None,
    )
    yield capture(original, draft, options)


def _declared(head: bytes) -> str | None:
    """The charset that the markup says of itself."""
    found = _CHARSET.search(head) or _XML_CHARSET.search(head)
    return found[1].decode() if found else None


def _extract(original: Original, markup: str) -> Any:
    """Trafilatura's document of the page.

    Raises:
        UnreadableInput: the parser fails.
        UnsupportedInput: there is no main text.
    """
    try:
        found = _document(markup.lstrip("\ufeff"), original.url)
    except Exception as error:  # hostile pages make parsers fail in any way
        fault = f"cannot be parsed as HTML ({type(error).__name__})"
        raise UnreadableInput(original.name, fault) from None
    if found is None or not (found.text or "").strip():
        raise UnsupportedInput(original.name, "the page holds no main text")
    return found


def _document(markup: str, url: str | None) -> Any:
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - heavy, and needed only here

    tree = load_html(markup)
    if tree is None:
        return None
    for caption in list(tree.iter("figcaption")):
        caption.tag = "p"  # a caption tells facts; the extractor drops it with its picture
        for above in caption.iterancestors("figure"):
            above.tag = "div"
    return bare_extraction(
        tree,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _with_headline(text: str, title: str | None) -> str:
    """The text, opened by the headline where the extractor left it out."""
    line = " ".join((title or "").split())
    if not line or text[: len(line) + 80].casefold().startswith(line.casefold()):
        return text
    return f"{line}\n\n{text}"


def _check_shape(name: str, markup: str) -> None:
    """Refuse bombs before a parser sees them.

    Raises:
        TooLarge: too many elements, or too many attributes on one.
        UnreadableInput: nested too deep.
    """
    depth = tags = 0
    shown = _without_raw(markup)
    for match in _TAG.finditer(shown):
        tags += 1
        if tags > MAX_TAGS:
            raise TooLarge(name, f"more than {MAX_TAGS:,} HTML tags")
        if _crowded(shown, match.end()):
            raise TooLarge(name, f"more than {MAX_ATTRIBUTES:,} attributes on one HTML tag")
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_DEPTH:
            raise UnreadableInput(name, f"HTML nested more than {MAX_DEPTH} deep")


def _crowded(markup: str, at: int) -> bool:
    """Whether the tag whose name ends at ``at`` has more attributes than any page needs."""
    for _ in range(MAX_ATTRIBUTES + 1):
        attribute = _ATTRIBUTE.match(markup, at)
        if attribute is None:
            return False
        at = attribute.end()
    return True


def _without_raw(markup: str) -> str:
    """The markup without scripts, styles and comments, in time proportional to its length."""
    lowered = markup.lower()
    if len(lowered) != len(markup):
        return markup  # a letter changed its length: offsets would not fit, and shape counts stay safe
    kept: list[str] = []
    at = 0
    for match in re.finditer(rf"<(?:({'|'.join(_RAW)})\b|!--)", lowered):
        if match.start() < at:
            continue
        closing = f"</{match[1]}" if match[1] else "-->"
        end = lowered.find(closing, match.end())
        if end < 0:
            break
        kept.append(markup[at : match.start()])
        at = end
    return "".join(kept) + markup[at:]

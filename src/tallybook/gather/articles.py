"""JSON Lines of articles (and JSON lists of them): one report a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tallybook.errors import InputError, TooLarge, UnreadableInput
from tallybook.gather.decoding import decode, looks_binary
from tallybook.gather.draft import Draft, capture
from tallybook.gather.options import Options
from tallybook.gather.original import Original, why_unreadable
from tallybook.model import Capture

_KEYS = {
    "id": ("id", "_id", "article_id", "uid", "guid"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "maintext", "article"),
    "url": ("url", "link", "canonical_url"),
    "published": (
        "published",
        "date",
        "published_at",
        "date_published",
        "publish_date",
        "pubDate",
        "datePublished",
    ),
    "authors": ("authors", "author", "byline", "creator"),
    "publisher": ("publisher", "source", "outlet", "site_name", "sitename", "source_name"),
    "language": ("language", "lang"),
}
"""Names under which archives keep the fields of an article, the usual one first."""

_SKIP = 1 << 16
_HEAD = 4096


def gather_lines(original: Original, options: Options) -> Iterator[Capture | InputError]:
    """The reports of a JSON Lines file, read line by line; a bad line is one error that names file and line.

    Raises:
        InputError: the file cannot be opened, is binary, or holds no line at all.
    """
    if looks_binary(original.head(_HEAD)):
        raise UnreadableInput(original.name, "is binary, not text")
    found = False
    seen: set[str] = set()
    with original.stream() as stream:
        for number, line in _lines(original, stream, options):
            found = True
            place = f"{original.name}:{number}"
            if isinstance(line, InputError):
                yield line
                continue
            try:
                article = _parse(place, line)
                yield _capture(original, article, line, (place, str(number), seen), options)
            except InputError as error:
                yield error
    if not found:
        raise UnreadableInput(original.name, "is empty, or holds no articles")


def gather_list(original: Original, options: Options) -> Iterator[Capture | InputError]:
    """The reports of a JSON file: one article, a list of them, or a list under ``articles``.

    Raises:
        InputError: the file is no JSON, or holds no articles.
    """
    content = _parse(original.name, original.whole(options), single=False)
    if isinstance(content, dict) and isinstance(content.get("articles"), list):
        content = content["articles"]
    articles = [content] if isinstance(content, dict) else content
    if not isinstance(articles, list) or not articles:
        raise UnreadableInput(original.name, "holds no articles")
    seen: set[str] = set()
    for number, article in enumerate(articles, start=1):
        place = f"{original.name}#{number}"
        try:
            if not isinstance(article, dict):
                raise UnreadableInput(place, "is no article (a JSON object)")
            data = json.dumps(article, ensure_ascii=True).encode()
            yield _capture(original, article, data, (place, str(number), seen), options)
        except InputError as error:
            yield error


def _lines(original: Original, stream: Any, options: Options) -> Iterator[tuple[int, bytes | InputError]]:
    """Lines that hold anything, numbered from 1; a line over the limit is skipped and told."""
    number = 0
    while True:
        try:
            line = stream.readline(options.max_bytes + 1)
        except OSError as error:
            yield (
                number + 1,
                UnreadableInput(f"{original.name}:{number + 1}", why_unreadable(error)),
            )
            return
        if not line:
            return
        number += 1
        if len(line) > options.max_bytes:
            yield (
                number,
                TooLarge(f"{original.name}:{number}", f"a line of more than {options.max_bytes:,} bytes"),
            )
            while line and not line.endswith(b"\n"):
                line = stream.readline(_SKIP)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, line.rstrip(b"\r\n")  # the same article, whether or not another one follows


def _parse(place: str, data: bytes, *, single: bool = True) -> Any:
    text, _ = decode(place, data)
    try:
        article = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        where = f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableInput(place, f"is no JSON{where}") from None
    if single and not isinstance(article, dict):
        raise UnreadableInput(place, "is no article (a JSON object)")
    return article


def _capture(
    original: Original, article: dict[str, Any], data: bytes, at: tuple[str, str, set[str]], options: Options
) -> Capture:
    """The capture of one article; ``at`` is its place, its number and the ids before it."""
    place, number, seen = at
    text = _words(article, "text")
    if text is None:
        raise UnreadableInput(place, "has no text (expected under text, body or content)")
    key = _words(article, "id") or number
    if key in seen:
        raise UnreadableInput(place, f"a second article with the id {key[:80]!r}")
    seen.add(key)
    title = " ".join((_words(article, "title") or "").split())
    draft = Draft(
        name=f"{original.name}#{_name(key)}",
        data=data,
        text=text if not title or text.lstrip().startswith(title) else f"{title}\n\n{text}",
        media_type="application/json",
        charset="utf-8",
        title=title or None,
        authors=_authors(article),
        publisher=_words(article, "publisher"),
        url=_words(article, "url"),
        published=_words(article, "published"),
        language=_words(article, "language"),
    )
    return capture(original, draft, options)


def _words(article: dict[str, Any], field: str) -> str | None:
    """The first of the field's keys that holds anything; a nested object gives its name."""
    for key in _KEYS[field]:
        value = article.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _authors(article: dict[str, Any]) -> tuple[str, ...]:
    for key in _KEYS["authors"]:
        value = article.get(key)
        many = value if isinstance(value, list) else [value]
        names = [v.get("name") if isinstance(v, dict) else v for v in many]
        if found := tuple(name for name in names if isinstance(name, str) and name.strip()):
            return found
    return ()


def _name(key: str) -> str:
    """An id as part of a name: one line, no surprises in a terminal."""
    return "".join(c if c.isprintable() else "_" for c in key)[:200]

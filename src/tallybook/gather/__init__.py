"""Reports come in: files, folders, addresses, uploads, pasted words, words captured by hand.

Every way ends in captures: the bytes as they were, with SHA-256, time and method, and the report made of
them. What cannot be taken in is an ``InputError`` that names it; the rest goes on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

import msgspec

from tallybook.errors import FetchRefused, InputError, UnreadableInput
from tallybook.gather.address import fetch_original
from tallybook.gather.draft import Draft, capture
from tallybook.gather.folder import originals_at, printable
from tallybook.gather.kinds import gatherer_for
from tallybook.gather.metadata import Metadata, read_metadata
from tallybook.gather.options import DEFAULTS, NOTHING, Given, Options
from tallybook.gather.original import Original
from tallybook.model import Capture, CaptureMethod

__all__ = [
    "Given",
    "Metadata",
    "Options",
    "by_hand",
    "capture_bytes",
    "fetch",
    "gather",
    "is_address",
    "paste",
    "read_metadata",
]

_ADDRESS = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]*://")
_UNSAFE = re.compile(r"[/\\]")


def gather(targets: Iterable[str], options: Options = DEFAULTS) -> Iterator[Capture | InputError]:
    """The captures of all ``targets`` (files, folders, addresses) in their order.

    A bad input is yielded as the ``InputError`` that says what is wrong with it; nothing is raised for it.
    """
    for target in targets:
        try:
            if is_address(target):
                yield from fetch(target, options)
                continue
            for original in originals_at(target, options):
                yield from (original,) if isinstance(original, InputError) else _captures(original, options)
        except InputError as error:
            yield error


def fetch(url: str, options: Options = DEFAULTS, given: Given = NOTHING) -> Iterator[Capture | InputError]:
    """The captures of what stands at ``url`` (one, or several where it is JSON Lines).

    The report is called by ``url`` as given; its ``url`` field holds the address that a page gives as its
    own, else the one that answered. A refusal is yielded as an ``InputError``.
    """
    url = url.strip()
    try:
        if not url.isprintable():
            raise FetchRefused(printable(url), "is no address")
        original = fetch_original(url, options)
    except InputError as error:
        yield error
        return
    yield from _captures(_with(original, given), options)


def capture_bytes(
    name: str,
    data: bytes,
    options: Options = DEFAULTS,
    *,
    media_type: str | None = None,
    given: Given = NOTHING,
) -> Iterator[Capture | InputError]:
    """The captures of an uploaded file. ``name`` is its base name; a path before it is dropped."""
    base = printable(_UNSAFE.split(name)[-1]).strip() or "upload"
    original = Original(name=base, data=data, at=options.stamp(), media_type=media_type, given=given)
    yield from _captures(original, options)


def paste(
    text: str, options: Options = DEFAULTS, *, name: str | None = None, given: Given = NOTHING
) -> Capture:
    """The capture of pasted words; their bytes are their UTF-8 form.

    Called by ``name``, else by the address they came from, else ``pasted-`` and twelve digits of their hash.

    Raises:
        InputError: empty, binary or too long.
    """
    return _typed(text, options, CaptureMethod.PASTED, (name, given))


def by_hand(
    text: str, options: Options = DEFAULTS, *, name: str | None = None, given: Given = NOTHING
) -> Capture:
    """The capture of words written down by hand (a print, a broadcast): no bytes, the text is all there is.

    Called as pasted words are, with ``by-hand-``.

    Raises:
        InputError: empty, binary or too long.
    """
    return _typed(text, options, CaptureMethod.BY_HAND, (name, given))


def is_address(target: str) -> bool:
    """Whether ``target`` is an address (it has a scheme) rather than a path."""
    return _ADDRESS.match(target) is not None


def _typed(text: str, options: Options, method: CaptureMethod, said: tuple[str | None, Given]) -> Capture:
    name, given = said
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    called = name or given.url or f"{method.value}-{digest}"
    original = Original(name=called, method=method, at=options.stamp(), given=given)
    try:
        data = text.encode() if method is CaptureMethod.PASTED else None
    except UnicodeEncodeError:
        raise UnreadableInput(called, "holds halves of characters (lone surrogates)") from None
    return capture(original, Draft(data=data, text=text, charset="utf-8"), options)


def _captures(original: Original, options: Options) -> Iterator[Capture | InputError]:
    try:
        yield from gatherer_for(original)(original, options)
    except InputError as error:
        yield error


def _with(original: Original, given: Given) -> Original:
    return msgspec.structs.replace(original, given=given)

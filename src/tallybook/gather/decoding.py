"""Which text do these bytes hold, and in which charset?"""

from __future__ import annotations

import codecs
import re

from tallybook.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before the shorter that it begins with."""

_SAMPLE = 65_536
"""Bytes that detection looks at: enough to tell a charset."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
"""Characters that no report uses. Tab, line and page breaks, escape and next-line are left out."""

_CONTROL_SHARE = 0.005
"""More than one such character in two hundred: binary, or the wrong charset."""

_WESTERN = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŠšŽžŒœŸ–—‘’‚“”„†‡•…‰‹›€™¡¿«»©®°·§£¥\xa0½¼¾²³º ª¢]+")
"""What Western European text in windows-1252 is made of, beside ASCII."""

_WESTERN_SHARE = 0.1
"""Western languages use fewer letters outside ASCII than this, the others of the same code pages more."""


def decode(name: str, data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of ``data``, exactly as decoded, and the charset that it was decoded with.

    A byte order mark decides and stays in the text as U+FEFF; then valid UTF-8, then the ``declared``
    charset, then detection. UTF-8 goes before the declaration because longer text in another charset is
    practically never valid UTF-8, while declarations are often wrong.

    Raises:
        UnreadableInput: the bytes are binary, or no charset fits.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _strictly(name, data, charset), charset
    shifts = b"\x1b" in data and declared is not None  # ISO-2022 and the like are plain ASCII to the eye
    if not shifts and (text := _try(data, "utf-8")) is not None:
        return text, "utf-8"
    for charset in filter(None, (declared, _wide(data))):
        if (text := _try(data, charset)) is not None:
            return text, codecs.lookup(charset).name
    return _detect(name, data)


def mostly_control(text: str) -> bool:
    """Whether ``text`` holds so many control characters that it is no text."""
    return len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text)


def _try(data: bytes, charset: str) -> str | None:
    try:
        text = data.decode(charset)
    except (LookupError, ValueError):
        return None
    return None if mostly_control(text) else text


def _strictly(name: str, data: bytes, charset: str) -> str:
    text = _try(data, charset)
    if text is None:
        raise UnreadableInput(name, f"begins with the mark of {charset} but is not {charset}")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in text of letters one byte of each pair is zero, always the same one."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    if not sample or len(data) % 2:
        return None
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if max(first, second) * 20 < len(sample) or min(first, second) * 20 > max(first, second):
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _detect(name: str, data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and needed only here

    sample = data[:_SAMPLE]
    western = _try(data, "cp1252")
    if western is not None and _looks_western(western):
        return western, "cp1252"
    try:
        best = from_bytes(sample).best()
    except Exception:  # whatever a detector stumbles over, the file stays undecoded
        best = None
    text = _try(data, best.encoding) if best is not None else None
    if best is None or text is None:
        fault = "is binary, not text" if looks_binary(sample) else "cannot be decoded: no charset fits"
        raise UnreadableInput(name, fault)
    return text, codecs.lookup(best.encoding).name


def _looks_western(text: str) -> bool:
    beyond = [c for c in text if not c.isascii()]
    if sum(c.isalpha() for c in beyond) > _WESTERN_SHARE * len(text):
        return False
    return all(_WESTERN.fullmatch(c) for c in beyond)


def looks_binary(sample: bytes) -> bool:
    """Whether so many of the bytes are control characters that they are no text of one byte a letter."""
    controls = sum(sample.count(byte) for byte in (*range(9), 11, *range(14, 27), 28, 29, 30, 31))
    return controls > _CONTROL_SHARE * len(sample)

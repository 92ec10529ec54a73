"""Plain text: the file as decoded, nothing touched."""

from __future__ import annotations

from collections.abc import Iterator

from tallybook.gather.decoding import decode
from tallybook.gather.draft import Draft, capture
from tallybook.gather.options import Options
from tallybook.gather.original import Original
from tallybook.model import Capture


def gather_text(original: Original, options: Options) -> Iterator[Capture]:
    """The one report of a plain text file; offsets count in the text exactly as decoded.

    Raises:
        InputError: empty, binary, undecodable or too large.
    """
    data = original.whole(options)
    text, charset = decode(original.name, data, original.charset)
    yield capture(original, Draft(data=data, text=text, charset=charset), options)

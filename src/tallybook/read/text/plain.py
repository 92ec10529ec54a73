"""What are the plain words of a parsed text?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=8)
def text_of(doc: Doc) -> str:
    """The text of ``doc``; spaCy puts it together anew from its tokens each time that it is asked."""
    return str(doc.text)


def opening_of(pattern: str) -> str:
    """The letters and blanks that every match of a pattern opens with, in lower case; empty if unsure."""
    plain = _PLAIN.match(pattern)
    return plain[0].lower() if plain is not None and "|" not in _GROUP.sub("", pattern) else ""


_PLAIN = re.compile(r"[a-zA-Z ]*(?![a-zA-Z ?*+{])")
_GROUP = re.compile(r"\([^()]*\)")

"""What are the plain words of a parsed text?"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tallybook.read.text.tree import Doc


@lru_cache(maxsize=8)
def text_of(doc: Doc) -> str:
    """The text of ``doc``; spaCy puts it together anew from its tokens each time that it is asked."""
    return str(doc.text)

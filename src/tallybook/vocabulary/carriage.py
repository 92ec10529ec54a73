"""Words that say how goods travel."""

from __future__ import annotations

from typing import Literal

from tallybook.model import Mode
from tallybook.vocabulary.loader import Entry


class CarriageWord(Entry, frozen=True, kw_only=True):
    """A family of words of carriage.

    Attributes:
        name: what the family is about, for the reader of the file.
        kind: ``sure`` words show the mode wherever they stand; ``means`` are nouns of carriers, which may be
            goods themselves and count only where they carry ("aboard a dhow", "ships unloaded"); ``act`` are
            verbs (lemmas) that carriers do; ``vessel`` nouns stand before ships' names, ``flag`` participles
            between a state and the name, ``sailing`` words, which only ships do, behind it; ``warship`` words
            mark ships that seize or escort and never carry; ``site`` nouns stand behind or before the name of
            a place; ``travel`` words (lemmas) go with the places that something goes to or from.
        mode: the mode that the words show, for ``sure``, ``means`` and ``site``.
        words: the wordings, in any case; ``warship`` prefixes as written.
    """

    name: str
    kind: Literal["sure", "means", "act", "vessel", "flag", "sailing", "warship", "site", "travel"]
    mode: Mode | None = None
    words: tuple[str, ...]

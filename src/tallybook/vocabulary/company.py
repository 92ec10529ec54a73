"""Words beside goods that make them something else, or no goods at all."""

from __future__ import annotations

from typing import Literal

from tallybook.model import Category
from tallybook.vocabulary.loader import Entry


class GoodsCompany(Entry, frozen=True, kw_only=True):
    """A family of words and what they do to the goods word beside them.

    Attributes:
        name: what the family is about, for the reader of the file.
        kind: ``trade`` nouns behind goods leave them goods ("missile shipments"); ``part`` nouns make one
            kind of goods with them ("drone engines"); ``making`` nouns make them ``category`` ("missile
            production equipment"). Any other noun behind goods ("missile attack") takes them out. ``style``
            words join a type and a kind ("Kalashnikov-style"); ``outside`` words before goods are left out
            of their words ("several", "new"); ``not-before`` and ``not-behind`` words give a goods word
            another meaning.
        words: lemmas for nouns, wordings otherwise.
        of: the goods words that ``not-before`` and ``not-behind`` apply to.
        category: what ``making`` nouns make of the goods.
    """

    name: str
    kind: Literal["trade", "part", "making", "style", "outside", "not-before", "not-behind"]
    words: tuple[str, ...]
    of: tuple[str, ...] = ()
    category: Category | None = None

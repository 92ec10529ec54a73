"""States of the world and other parties that act like one: every way in which reports name them."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry


class Nickname(Entry, frozen=True, kw_only=True):
    """A loaded or playful name; ``bias`` says what it implies, so that it is never repeated as ours."""

    words: str
    bias: str


class State(Entry, frozen=True, kw_only=True):
    """One state, territory or union of states.

    The field in which words stand is their form. Words in ``abbreviations`` are matched exactly as written;
    words in ``cased`` (which repeat words of other fields) need their capital letter, because in lower case
    they mean something else (a turkey, to polish, porcelain). All other words match in any case.

    Attributes:
        name: English short name as exports use it.
        kind: ``territory`` for parties without a seat in the United Nations, ``union`` for unions of states.
        iso2, iso3: ISO 3166-1 codes, where there are any.
        official, names: official name and other names.
        seats: houses and places that stand for the government.
    """

    name: str
    kind: Literal["state", "territory", "union"] = "state"
    iso2: str | None = None
    iso3: str | None = None
    official: str | None = None
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
    cased: tuple[str, ...] = ()

    def claimed(self) -> tuple[str, ...]:
        """Names, codes, abbreviations and nicknames; adjectives and demonyms may be shared (Dominican)."""
        codes = tuple(code for code in (self.iso2 and f"iso {self.iso2}", self.iso3) if code)
        named = (*self.names, *self.abbreviations, *self.capitals, *(n.words for n in self.nicknames))
        return tuple(dict.fromkeys((self.name, *codes, *named)))

"""People widely named in this field, and the words for offices."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry


class Person(Entry, frozen=True, kw_only=True):
    """A widely named office holder: fact of public record, past or present.

    Attributes:
        name: full name as exports use it.
        aliases: other spellings of the full name.
        short: surnames or forms that are safe alone ("Zelensky"), with their spellings.
        later: surnames that many bear, which mean this one only in a report that names him in full.
        state: the state that the office belongs to; ``body`` the body, where it is another.
        office: what office, in a few words, with years where it changed hands.
    """

    name: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    state: str | None = None
    body: str | None = None
    office: str

    def claimed(self) -> tuple[str, ...]:
        """Full names and safe short ones."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.short)))


OfficeClass = Literal[
    "head",
    "minister",
    "deputy",
    "spokesperson",
    "adviser",
    "legislator",
    "diplomat",
    "rank",
    "official",
    "expert",
    "executive",
    "reporter",
    "witness",
]


class Office(Entry, frozen=True, kw_only=True):
    """A word for an office, rank or role that a source may hold.

    Attributes:
        name: the singular, in lower case ("defence minister").
        aliases: other wordings and spellings, singular.
        plurals: plural wordings; by default the singulars with an "s".
        abbreviations: exactly as written ("Vice Adm.").
        what: the class.
    """

    name: str
    what: OfficeClass
    aliases: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()

    def claimed(self) -> tuple[str, ...]:
        """Singulars and abbreviations."""
        return (self.name, *self.aliases, *self.abbreviations)

    def words(self) -> tuple[str, ...]:
        """Every wording, singular and plural, long and short."""
        plurals = self.plurals or tuple(f"{word}s" for word in (self.name, *self.aliases))
        return (self.name, *self.aliases, *plurals, *self.abbreviations)

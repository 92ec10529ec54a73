"""Bodies: armed groups, services, commands, unions, international bodies and firms of the arms trade."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry
from tallybook.vocabulary.states import Nickname

BodyClass = Literal[
    "armed-group",
    "government",
    "intelligence",
    "forces",
    "ministry",
    "parliament",
    "international",
    "maker",
    "shipping",
]


class Body(Entry, frozen=True, kw_only=True):
    """One named body.

    Attributes:
        name: as exports use it.
        what: the class of body. An armed group and an international body are parties in their own name.
        state: the state whose part, servant or firm it is; ``None`` for parties in their own name.
        country: where a party in its own name sits or fights.
        aliases: other names, in any case; ``abbreviations`` are matched exactly as written.
        adjectives, demonyms: "Houthi", "Houthis".
        cased: words of the other fields that need their capital letter.
        shared: the bare name is that of bodies of other states too, and so is this one only in a report that
            has one of these words.
        others: further bodies of the same class and state, each under its own name.
    """

    name: str
    what: BodyClass
    state: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
    cased: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def claimed(self) -> tuple[str, ...]:
        """Names, aliases and abbreviations."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.abbreviations, *self.others)))

    def members(self) -> tuple[Body, ...]:
        """The body and, one by one, the others of its line."""
        others = (
            Body(name=name, what=self.what, state=self.state, country=self.country, cased=self.cased)
            for name in self.others
        )
        return (self, *others)

    @property
    def is_party(self) -> bool:
        """Whether the body is a party in its own name rather than a part or servant of a state."""
        return self.what in {"armed-group", "international"}


NounClass = Literal["government", "officials", "ministry", "forces", "intelligence", "firm", "parliament"]


class BodyNoun(Entry, frozen=True, kw_only=True):
    """A noun that makes a body of a state: "Iranian officials", "Iran's Foreign Ministry".

    Attributes:
        name: the noun as it stands after an adjective, a possessive or a state's name.
        aliases: other wordings, plurals and spellings.
        of: wordings that stand before "of STATE" ("Ministry of Defence", "government"); by default none.
        what: the class that mentions carry.
    """

    name: str
    aliases: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    what: NounClass

    def claimed(self) -> tuple[str, ...]:
        """Every wording that follows a state."""
        return (self.name, *self.aliases)

"""Outlets: who publishes, relays or watches."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry


class Outlet(Entry, frozen=True, kw_only=True):
    """A news agency, paper, broadcaster, site, monitoring body or research house.

    Names need their capital letters; ``abbreviations`` are matched exactly as written.
    """

    name: str
    what: Literal["agency", "paper", "broadcaster", "site", "monitor", "research"]
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    state: str | None = None

    def claimed(self) -> tuple[str, ...]:
        """Name, aliases and abbreviations."""
        return (self.name, *self.aliases, *self.abbreviations)

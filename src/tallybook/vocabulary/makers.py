"""Which state's industry makes a type, where its family in ``weapons.yaml`` holds types of several states."""

from __future__ import annotations

from collections.abc import Iterable

from tallybook.vocabulary.loader import Entry


class Maker(Entry, frozen=True, kw_only=True):
    """The types of one state that as a rule are bought from there.

    Types that many states hand on (Kalashnikovs, T-72s) are left out: their make says little of the giver.

    Attributes:
        name: the state.
        types: designations as ``weapons.yaml`` names them.
    """

    name: str
    types: tuple[str, ...]

    def claimed(self) -> Iterable[str]:
        """A type is made in one state."""
        return self.types

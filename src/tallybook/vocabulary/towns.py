"""Towns by state: where plants, yards, depots and fronts are said to be."""

from __future__ import annotations

from tallybook.vocabulary.loader import Entry


class Towns(Entry, frozen=True, kw_only=True):
    """The towns of one state that reports on arms name, beside its capital and the places of ``places.yaml``.

    Attributes:
        state: whose they are by international recognition.
        names: with capital letters; none that is also a person's name or a common word.
    """

    state: str
    names: tuple[str, ...]

    def claimed(self) -> tuple[str, ...]:
        """Every name."""
        return self.names

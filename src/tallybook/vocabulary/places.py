"""Ports, airfields, crossings and ranges that this trade passes through."""

from __future__ import annotations

from typing import Literal

from tallybook.vocabulary.loader import Entry

PlaceClass = Literal[
    "port", "airfield", "crossing", "station", "city", "province", "region", "base", "range", "sea", "depot"
]


class Place(Entry, frozen=True, kw_only=True):
    """A place on a route.

    Attributes:
        name: as exports use it; ``aliases`` other names and spellings. Both need their capital letters.
        what: kind of place; a province is an undisputed part of one state, which a region need not be.
        state: whose territory it is by international recognition.
        locode: UN/LOCODE, five letters, where known.
        lat, lon: decimal degrees, WGS 84, where known.
    """

    name: str
    what: PlaceClass
    aliases: tuple[str, ...] = ()
    state: str | None = None
    locode: str | None = None
    lat: float | None = None
    lon: float | None = None

    def __post_init__(self) -> None:
        if self.locode is not None and not (len(self.locode) == 5 and self.locode.isalnum()):
            raise ValueError(f"locode '{self.locode}' is not five letters")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon come together")

    def claimed(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)

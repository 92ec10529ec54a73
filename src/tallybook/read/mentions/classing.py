"""Of which class are goods whose noun is made of several words of the vocabulary?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from tallybook.model import Category
from tallybook.read.text.lexicon import Lexicon, Place
from tallybook.vocabulary.weapons import GoodsTerm, Weapon

Ware = GoodsTerm | Weapon
PlaceT = TypeVar("PlaceT", bound=Place[Ware])

_BROAD = frozenset(
    {Category.MISSILES, Category.UNSPECIFIED, Category.OTHER, Category.ROCKETS, Category.AIRCRAFT}
)
"""Classes that a designation makes more precise: "Katyusha missiles" are rockets."""

_CALIBRE = "calibre"


def type_of(wares: Iterable[Ware]) -> Weapon | None:
    """The type that words name; a calibre only where nothing else is named ("155-mm AH-4 guns")."""
    named = [ware for ware in wares if isinstance(ware, Weapon)]
    return next((arm for arm in named if arm.what != _CALIBRE), named[0] if named else None)


def class_of(named: Weapon | None, term: GoodsTerm | None) -> Ware:
    """Whose class counts: that of the type where the head is broad or agrees, else that of the head."""
    if named is None or term is None:
        return named or term  # type: ignore[return-value]
    if named.what == _CALIBRE and term.name == "launcher":
        return named  # "240-mm launchers" fire rockets
    if named.what == _CALIBRE and term.category is not Category.UNSPECIFIED:
        heavy = term.name == "gun" and named.category is Category.ARTILLERY_AMMUNITION
        return msgspec.structs.replace(term, category=Category.OTHER) if heavy else term  # "170 mm guns"
    broad = (term.category in _BROAD and term.name != "torpedo") or term.name == "gun"
    return named if broad or term.category == named.category else term


def compounded(places: tuple[PlaceT, ...], text: str, wares: Lexicon[Ware]) -> tuple[PlaceT, ...]:
    """The last two words as the one that they make together: "81-mm mortar" "bombs" are mortar bombs.

    A word listed with its calibre would else keep the next one from being read with it.
    """
    if len(places) < 2 or not all(isinstance(p.payload, GoodsTerm) for p in places[-2:]):
        return places
    before, last = places[-2:]
    words = f"{before.payload.name} {text[last.start : last.end]}"
    whole = next((p for p in wares.places(words) if (p.start, p.end) == (0, len(words))), None)
    return (*places[:-1], last._replace(payload=whole.payload)) if whole is not None else places

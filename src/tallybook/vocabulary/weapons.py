"""Goods: the generic words for them, and the weapons that bear a designation.

Both data files are lists of families, so that a class is written once and a type is one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from tallybook.model.terms import Category
from tallybook.vocabulary.loader import Entry

Spellings = dict[str, str | tuple[str, ...]]
"""Name to its other wordings: nothing, one, or a list."""

_UNROCA = {"I", "II", "III", "IV", "V", "VI", "VII", "SALW"}
_ML = re.compile(r"ML(?:[1-9]|1\d|2[0-2])")


class GoodsTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A generic word for goods ("artillery shell", "drone", "military hardware"), matched in any case.

    Attributes:
        name: the word as the data file lists it.
        words: every wording, singular and plural.
        category: ours.
        unroca: UN Register category where it surely applies.
        ml: EU Common Military List number where it applies.
        weak: goods only where the clause says what they are ("materials", "aid", "containers").
        civil: no military goods; they count only as payment for arms ("crude oil", "food").
    """

    name: str
    words: tuple[str, ...]
    category: Category
    unroca: str | None = None
    ml: str | None = None
    weak: bool = False
    civil: bool = False


class Weapon(msgspec.Struct, frozen=True, kw_only=True):
    """A type with a designation ("Mohajer-6", "CAESAR", "152 mm").

    Attributes:
        name: the designation as exports use it.
        aliases: other designations and spellings. Matching may treat hyphens, blanks and nothing between
            letters and digits alike; a designation without digits needs its capital letter.
        what: what it is, in two or three words.
        category, unroca, ml: classes, as for goods terms.
        maker: the state whose industry designed it, where that is one.
        shared: those of its words that also mean something else (Patriot, Grad, Leopard): a weapon only with
            a goods word or a number beside them.
    """

    name: str
    aliases: tuple[str, ...]
    what: str
    category: Category
    unroca: str | None = None
    ml: str | None = None
    maker: str | None = None
    shared: tuple[str, ...] = ()


class _Family(Entry, frozen=True, kw_only=True):
    category: Category
    unroca: str | None = None
    ml: str | None = None

    def __post_init__(self) -> None:
        if self.unroca is not None and self.unroca not in _UNROCA:
            raise ValueError(f"unroca '{self.unroca}' is none of I to VII and SALW")
        if self.ml is not None and not _ML.fullmatch(self.ml):
            raise ValueError(f"ml '{self.ml}' is none of ML1 to ML22")


class GoodsFamily(_Family, frozen=True, kw_only=True):
    """Goods terms of one class; attributes as in ``GoodsTerm``. Plurals need not be listed."""

    terms: Spellings
    weak: bool = False
    civil: bool = False

    def claimed(self) -> tuple[str, ...]:
        """Every wording that the file lists."""
        return _listed(self.terms)

    def members(self) -> tuple[GoodsTerm, ...]:
        """The terms one by one, plurals added."""
        return tuple(
            GoodsTerm(
                name=name,
                words=tuple(dict.fromkeys(form for word in (name, *others) for form in (word, plural(word)))),
                category=self.category,
                unroca=self.unroca,
                ml=self.ml,
                weak=self.weak,
                civil=self.civil,
            )
            for name, others in _spelled(self.terms)
        )


class WeaponFamily(_Family, frozen=True, kw_only=True):
    """Types of one class; attributes as in ``Weapon``; ``shared`` lists words with another meaning."""

    what: str
    maker: str | None = None
    types: Spellings
    shared: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        unknown = set(self.shared) - set(self.claimed())
        if unknown:
            raise ValueError(f"shared lists '{min(unknown)}', which no type of this family bears")

    def claimed(self) -> tuple[str, ...]:
        """Every designation and spelling."""
        return _listed(self.types)

    def members(self) -> tuple[Weapon, ...]:
        """The types one by one."""
        return tuple(
            Weapon(
                name=name,
                aliases=(*others, *_by_ship(self.category, (name, *others))),
                what=self.what,
                category=self.category,
                unroca=self.unroca,
                ml=self.ml,
                maker=self.maker,
                shared=tuple(word for word in (name, *others) if word in self.shared),
            )
            for name, others in _spelled(self.types)
        )


_SHIPS = ("submarine", "frigate", "corvette", "destroyer", "boat", "ship")
_CLASS = re.compile(r"[ -]class$")


def _by_ship(category: Category, names: tuple[str, ...]) -> Iterator[str]:
    """Wordings of a class of ships by the kind of ship: "Kilo submarine" for the Kilo class."""
    if category is Category.SHIPS:
        stems = dict.fromkeys(_CLASS.sub("", name) for name in names if _CLASS.search(name))
        yield from (f"{stem} {kind}" for stem in stems for kind in _SHIPS if f"{stem} {kind}" not in names)


def plural(word: str) -> str:
    """The regular English plural; a word that ends in "s" stays as it is."""
    if word.endswith("s"):
        return word
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("x", "ch", "sh")) else f"{word}s"


def _spelled(spellings: Spellings) -> list[tuple[str, tuple[str, ...]]]:
    """Names with their other wordings as tuples; an empty value is none, a bare string is one."""
    return [
        (name, others if isinstance(others, tuple) else ((others,) if others else ()))
        for name, others in spellings.items()
    ]


def _listed(spellings: Spellings) -> tuple[str, ...]:
    return tuple(word for name, others in _spelled(spellings) for word in dict.fromkeys((name, *others)))

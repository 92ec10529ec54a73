"""What is counted by an amount: which noun, in which unit?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from tallybook.model import Category
from tallybook.read.mentions.adjoining import (
    REACH,
    Thing,
    first_place,
    plural_behind,
    single,
)
from tallybook.read.mentions.wares import standing, token_ending, whole_type
from tallybook.read.text.lexicon import Lexicon, Place
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.units import Unit
from tallybook.vocabulary.weapons import GoodsTerm, Weapon, plural
from tallybook.vocabulary.wordlists import words_of

What = Literal["goods", "container", "group", "measure", "other"]

_FIRED = {Category.ARTILLERY_AMMUNITION, Category.ROCKETS, Category.SMALL_ARMS}
_GUNS = frozenset(
    {"gun", "machine gun", "pistol", "rifle", "shotgun", "firearm", "small arms", "submachine gun"}
)
_AND = re.compile(r"\s*(?:,|and|or|,\s*and)\s+(?:the\s+|other\s+)?", re.I)


class Counted(NamedTuple):
    """A counted noun: its token, the end of its words, its unit, and what sort of unit that is."""

    head: int
    end: int
    unit: str
    what: What
    contents: int | None = None


@lru_cache(maxsize=4)
def things(vocabulary: Vocabulary) -> Lexicon[Thing]:
    """Everything that can be counted: units first, since "rounds" and "boxes" are units of their own."""
    wordings: list[tuple[str, Thing, bool]] = []
    wordings += [(w, unit, False) for unit in vocabulary.units if unit.what != "money" for w in unit.words]
    wordings += [(w, term, False) for term in vocabulary.goods for w in term.words]
    wordings += [(w, arm, True) for arm in vocabulary.weapons for w in (arm.name, *arm.aliases)]
    return Lexicon(wordings)


def counted_places(text: str, vocabulary: Vocabulary) -> tuple[Place[Thing], ...]:
    """Where what can be counted stands in ``text``."""
    return tuple(whole_type(place, text) for place in standing(things(vocabulary), text))


class _Words:
    """How counted nouns are called and classed, by a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.unit = {word.casefold(): unit.name for unit in vocabulary.units for word in unit.words}
        self._category = {term.name: term.category for term in vocabulary.goods if not term.weak}

    def category(self, thing: Thing) -> Category | None:
        """What is fired, moved or worn; ``None`` for containers and groups."""
        if isinstance(thing, Unit):
            return self._category.get(thing.goods or "")
        return thing.category

    def together(self, one: Thing, other: Thing) -> str:
        """In what two kinds under one number are counted: "pistols and rifles" are firearms, not rounds."""
        guns = all(self.category(t) is Category.SMALL_ARMS and self._name(t) in _GUNS for t in (one, other))
        return "firearms" if guns else "rounds"

    @staticmethod
    def _name(thing: Thing) -> str:
        return (thing.goods or "") if isinstance(thing, Unit) else thing.name


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> _Words:
    return _Words(vocabulary)


def find_counted(
    doc: Doc, at: int, places: tuple[Place[Thing], ...], vocabulary: Vocabulary, *, several: bool = False
) -> Counted | None:
    """The noun that a number ending before token ``at`` counts, ``None`` where no noun follows.

    ``several``: more than one is counted, so that a noun in the singular only stands before the one meant.
    """
    behind = at
    at = _past_of(doc, at)
    if at >= len(doc) or (at == behind and doc[at].lower_ in ("the", "a", "an")):
        return None  # "five the year after": no noun phrase begins with the figure
    place = first_place(doc, at, places)
    if place is not None:
        place = (plural_behind(doc, place, places) or place) if several else place
        return _known(doc, place, places, _words(vocabulary))
    head = _climb(doc[at])
    if head.pos_ not in {"NOUN", "PROPN"} or head.i < at or head.i - at > REACH or head.is_space:
        return None
    reached = next((p for p in places if p.start <= head.idx < p.end), None)
    if reached is not None:  # "53 logistics and utility vehicles"
        return _known(doc, reached, places, _words(vocabulary))
    unit = head.text.lower() if head.tag_ in {"NNS", "NNPS"} else _many(head.lemma_.lower())
    return Counted(head.i, head.idx + len(head), unit, "other")


def _past_of(doc: Doc, at: int) -> int:
    """Of ``36 of the rifles``: to the noun behind "of" and its article; past ``8x8`` before carriers."""
    if at < len(doc) and _DRIVE.fullmatch(doc[at].text):
        at += 1
    if at < len(doc) and doc[at].lower_ == "of":
        at += 1
        while at < len(doc) and _before_noun(doc[at]):
            at += 1
    return at


_DRIVE = re.compile(r"\d{1,2}[x×]\d{1,2}")


def _before_noun(token: Token) -> bool:
    """An article, an owner or the number of the whole: "two of its six fighters"."""
    return (token.pos_ in {"DET", "PRON"} and token.lower_ not in _POINTS) or token.pos_ == "NUM"


_POINTS = {"them", "these", "those", "which", "it", "that", "whom"}


def _climb(token: Token) -> Token:
    for _ in range(REACH):
        if token.head.i <= token.i or token.dep_ not in {
            "compound",
            "amod",
            "nmod",
            "nummod",
            "det",
            "poss",
            "punct",
        }:
            break
        token = token.head
    return token


def _known(doc: Doc, place: Place[Thing], places: tuple[Place[Thing], ...], words: _Words) -> Counted:
    """The unit of a known noun; adjoining ones are one noun ("Katyusha" "rockets")."""
    text = doc.text
    chain = [place]
    for other in places:
        if (
            other.start >= chain[-1].end
            and not text[chain[-1].end : other.start].strip(" -")
            and single(chain[-1], text)
        ):
            chain.append(other)
    last = chain[-1]
    head = token_ending(doc, last.end)
    contents = _contents(text, last, places)
    unit, what = _unit_of(last.payload, head, words)
    if what == "goods":
        mixed = _mixed(text, last, places, words)
        if mixed is not None:
            return Counted(head.i, mixed.end, words.together(last.payload, mixed.payload), what)
    at = token_ending(doc, contents.end).i if contents else None
    if contents is not None and unit in _SINGLES:
        unit = _of_singles(doc, contents, unit, words)
    return Counted(head.i, last.end, unit, what, at)


_SINGLES = frozenset({"pieces", "items", "units"})
"""Words that count goods one by one, and say nothing of how they come."""


def _of_singles(doc: Doc, contents: Place[Thing], unit: str, words: _Words) -> str:
    """In what "600 pieces of hunting rifles" are counted: in rifles."""
    head = token_ending(doc, contents.end)
    named, what = _unit_of(contents.payload, head, words)
    several = head.tag_ in {"NNS", "NNPS"} or isinstance(contents.payload, Weapon)
    return named if several and what == "goods" else unit


def unit_of_goods(doc: Doc, head: int, thing: str | None, vocabulary: Vocabulary) -> str:
    """In what goods are counted, by their head noun; a bare designation by what it is ("S-400s": systems)."""
    token, units = doc[head], _words(vocabulary).unit
    longest = (doc.stretch(max(0, head - more), head + 1).text.casefold() for more in (2, 1))
    if (whole := next((units[words] for words in longest if words in units), None)) is not None:
        return whole  # "unmanned aerial vehicles"
    if thing is not None and units.get(token.lower_) is None:
        arm = next((w for w in vocabulary.weapons if w.name == thing), None)
        if arm is not None:
            last = arm.what.split()[-1]
            return units.get(last.casefold()) or _many(last)
    return units.get(token.lower_) or _many(token.lemma_.lower())


def _many(noun: str) -> str:
    """The plural of a noun, as a unit; the noun itself where it has none ("quantities of ammunition")."""
    return noun if noun.casefold() in _MASS else plural(noun)


_MASS = words_of("nouns without a plural")


def _unit_of(thing: Thing, head: Token, words: _Words) -> tuple[str, What]:
    if isinstance(thing, Unit):
        sorts: dict[str, What] = {"container": "container", "group": "group", "carriage": "container"}
        return thing.name, sorts.get(thing.what, "measure" if thing.what != "count" else "goods")
    named = words.unit.get(head.lower_)
    if isinstance(thing, Weapon) and named == "systems":
        named = None  # the missiles of the Army Tactical Missile System
    last = thing.what.split()[-1] if isinstance(thing, Weapon) and named is None else head.lower_
    if isinstance(thing, GoodsTerm) and named is None and head.text.istitle():
        last = thing.name  # "all three Sukhois" are aircraft
    return words.unit.get(last.casefold()) or _many(last), "goods"


def _contents(text: str, unit: Place[Thing], places: tuple[Place[Thing], ...]) -> Place[Thing] | None:
    """The goods in "containers of munitions"."""
    if not isinstance(unit.payload, Unit) or unit.payload.what == "count":
        return None
    for other in places:
        if other.start >= unit.end and not (
            isinstance(other.payload, Unit) and other.payload.what != "count"
        ):
            between = text[unit.end : other.start].strip().lower()
            named = _NAMED if unit.payload.name in _SINGLES else _FILLED
            return other if named.fullmatch(between) else None
    return None


_FILLED = re.compile(r"(?:full |filled |loaded )?(?:of|with|containing|carrying)(?: [\w-]+){0,3}")
_NAMED = re.compile(r"of(?: (?!and\b)[\w-]+){0,6}")
"""What may stand between, of containers, and of single things by their maker and type."""


def _mixed(
    text: str, first: Place[Thing], places: tuple[Place[Thing], ...], words: _Words
) -> Place[Thing] | None:
    """The second kind of ammunition under one number: "rockets and shells" are counted in rounds."""
    other = next((p for p in places if p.start >= first.end), None)
    if other is None or not _AND.fullmatch(text[first.end : other.start]):
        return None
    fired = all(words.category(p.payload) in _FIRED for p in (first, other))
    return other if fired and first.payload != other.payload else None

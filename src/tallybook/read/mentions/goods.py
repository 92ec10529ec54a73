"""Which goods does a text name, in which words and of which class?

Lists come apart, spans are trimmed of articles and amounts, designations stay whole. The head decides the
class, not what stands before it: a "missile production line" is technology, a "missile strike" no goods.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from tallybook.model import Category, Goods, Span
from tallybook.read.mentions.classing import Ware, class_of, compounded, type_of
from tallybook.read.mentions.company import Company, company
from tallybook.read.mentions.sharednames import Named, types_among
from tallybook.read.mentions.tails import with_parts, with_tails
from tallybook.read.mentions.wares import (
    LEFT_REACH,
    is_another_word,
    is_shared,
    left_edge,
    of_another_kind,
    proper_name,
    same_noun,
    shared_edge,
    standing,
    token_at,
    token_ending,
    whole_type,
)
from tallybook.read.text.lexicon import Lexicon, Place
from tallybook.read.text.tree import Doc
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.weapons import GoodsTerm, Weapon

_HOLDING = frozenset(
    {"of", "with", "full of", "containing", "carrying", "filled with", "packed with", "loaded with"}
)
"""Between a weak term and the goods before which it gives way ("a cargo of rifles")."""

PLATFORMS = frozenset({Category.SHIPS, Category.AIRCRAFT, Category.TROOPS})
"""Goods that a state moves as often to fight with them as to give them away."""


class GoodsMention(NamedTuple):
    """Goods where they stand.

    Attributes:
        goods: words, class and designation; spans in the report's characters.
        first, last: tokens of the words, ``last`` exclusive.
        head: token of the noun that says what it is.
        weak: goods only where the clause makes them so ("materials", "aid", "containers").
        civil: no military goods; they count only as payment for arms ("oil", "grain").
        modifier: the goods stand before a noun of trade ("arms deal", "drone shipments").
        craft: ships or planes that were named as goods before ("the aircraft"), and so carry none.
    """

    goods: Goods
    first: int
    last: int
    head: int
    weak: bool = False
    civil: bool = False
    modifier: bool = False
    craft: bool = False


class _Noun(NamedTuple):
    """Adjoining words of the vocabulary that make one noun."""

    places: tuple[Place[Ware], ...]
    start: int
    end: int

    @property
    def last(self) -> Place[Ware]:
        return self.places[-1]


@lru_cache(maxsize=4)
def wares(vocabulary: Vocabulary) -> Lexicon[Ware]:
    """Every word for goods; generic words in any case, designations with their capital."""
    terms: list[tuple[str, Ware, bool]] = [(w, term, False) for term in vocabulary.goods for w in term.words]
    arms: list[tuple[str, Ware, bool]] = [
        (w, a, True) for a in vocabulary.weapons for w in (a.name, *a.aliases)
    ]
    return Lexicon(terms + arms)


@lru_cache(maxsize=4)
def types(vocabulary: Vocabulary) -> Lexicon[Ware]:
    """Designations alone."""
    return Lexicon([(w, a, True) for a in vocabulary.weapons for w in (a.name, *a.aliases)])


def _with_types(text: str, places: tuple[Place[Ware], ...], arms: Lexicon[Ware]) -> tuple[Place[Ware], ...]:
    """Part a listed word that begins with a designation ("Grad rocket") into both."""
    parted: list[Place[Ware]] = []
    for place in places:
        inner = arms.places(text[place.start : place.end]) if isinstance(place.payload, GoodsTerm) else ()
        if inner and inner[0].start == 0 and inner[0].end < place.end - place.start:
            parted.append(Place(place.start, place.start + inner[0].end, inner[0].payload, inner[0].words))
            rest = text[place.start + inner[0].end : place.end]
            start = place.end - len(rest.lstrip(" -‑"))
            parted.append(Place(start, place.end, place.payload, place.words - inner[0].words))
        else:
            parted.append(place)
    return tuple(parted)


def find_goods(doc: Doc, offset: int, vocabulary: Vocabulary) -> tuple[GoodsMention, ...]:
    """Every mention of goods in ``doc``, in its order; ``offset`` is where the doc starts in the report."""
    words = company(vocabulary)
    text = doc.text
    parted = _with_types(text, tuple(standing(wares(vocabulary), text)), types(vocabulary))
    places = tuple(whole_type(place, text) for place in parted)
    found = []
    floor = 0
    nouns = _nouns(doc, places, words)
    meant = types_among(doc, [_named(noun, text) for noun in nouns])
    for plain in compress(nouns, meant):
        noun = plain._replace(places=compounded(plain.places, text, wares(vocabulary)))
        if token_at(doc, noun.start).i < floor:
            continue
        mention = _mention(doc, offset, noun, words, floor)
        floor = mention.last if mention else token_ending(doc, noun.end).i + 1
        if mention is not None:
            found.append(with_parts(doc, offset, mention, words))
    return tuple(_joined(doc, offset, found))


def _nouns(doc: Doc, places: tuple[Place[Ware], ...], words: Company) -> list[_Noun]:
    """Adjoining places as one noun where the first can stand before another ("Grad" "rockets")."""
    nouns: list[_Noun] = []
    for place in places:
        if nouns and same_noun(doc, nouns[-1].end, place.start, words) and _before_noun(doc, nouns[-1].last):
            before = nouns.pop()
            nouns.append(_Noun((*before.places, place), before.start, place.end))
        else:
            nouns.append(_Noun((place,), place.start, place.end))
    return nouns


def _named(noun: _Noun, text: str) -> Named:
    """A noun, whether it begins with a type, and whether that is but a name that may mean another thing."""
    first = noun.places[0].payload
    shared = (
        isinstance(first, Weapon) and len(noun.places) == 1 and is_shared(first, text[noun.start : noun.end])
    )
    return Named(noun.start, noun.end, isinstance(first, Weapon), shared)


def _before_noun(doc: Doc, place: Place[Ware]) -> bool:
    """A designation or a singular; "fighter aircraft surface-to-air missiles" are two goods."""
    if isinstance(place.payload, Weapon):
        return True
    token = token_ending(doc, place.end)
    return token.tag_ not in {"NNS", "NNPS"} and token.lower_ not in {"aircraft", "arms", "troops"}


def _mention(doc: Doc, offset: int, noun: _Noun, words: Company, floor: int) -> GoodsMention | None:
    head = token_ending(doc, noun.end)
    first = token_at(doc, noun.start)
    named = type_of(p.payload for p in noun.places)
    terms = [p.payload for p in noun.places if isinstance(p.payload, GoodsTerm)]
    # "howitzer shipments", "Shahed parts": the weak noun says nothing of the class
    term = next((t for t in reversed(terms) if not t.weak), terms[-1] if terms else None)
    if is_another_word(doc, (first, head), (named, term), words):
        return None
    beyond = words.behind(doc, head)
    if beyond.rejects:
        return None
    left = left_edge(doc, first.i, max(floor, first.i - LEFT_REACH), words)
    end = beyond.end or noun.end
    shared = shared_edge(doc, left, doc.text[doc[left].idx : noun.end])
    left = shared if shared >= floor else left
    start = doc[left].idx
    payload = class_of(named, term)
    designation = named.name if named else proper_name(doc, left, first.i, words)
    if named is not None and term is not None and of_another_kind(named, term):
        designation = doc.text[noun.start : noun.places[0].end]
    goods = Goods(
        text=doc.text[start:end],
        span=Span(start + offset, end + offset),
        category=beyond.category or payload.category,
        designation=designation,
        unroca=None if beyond.category else payload.unroca,
        ml=beyond.ml or payload.ml,
    )
    last = token_ending(doc, end)
    weak, civil = (term.weak, term.civil) if term and not designation else (False, False)
    trade = beyond.trade or (len(noun.places) > 1 and head.lemma_.lower() in words.trade)
    weak = (weak and not beyond.category) or (not designation and words.carries(head))
    return GoodsMention(goods, left, last.i + 1, last.i, weak, civil, trade)


_PIECES = frozenset({"round", "piece", "shell", "item", "component"})


def _joined(doc: Doc, offset: int, found: list[GoodsMention]) -> list[GoodsMention]:
    """Join "parts for drones" and "rounds of ammunition", drop what only holds other goods."""
    kept: list[GoodsMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        link = doc.stretch(before.last, mention.first).text.lower().strip() if before else ""
        if before and link == "of" and doc[before.head].lemma_.lower() in _PIECES:
            kept[-1] = _over(doc, offset, before, mention, mention.goods.category)
        elif before and before.weak and link in _HOLDING:
            kept[-1] = mention
        elif before and _tells_its_type(doc, before, mention):
            kept[-1] = _over(doc, offset, before, mention, before.goods.category)._replace(head=mention.head)
        elif before and link.startswith("for") and (category := _made_for(doc, before, mention, link)):
            kept[-1] = _over(doc, offset, before, mention, category)
        elif before and _shares_head(doc, before, mention, link):
            kept[-1] = _over(doc, offset, before, mention, mention.goods.category)._replace(
                head=mention.head, weak=False
            )
        else:
            kept.append(mention)
    return with_tails(doc, offset, kept)


def _tells_its_type(doc: Doc, named: GoodsMention, noun: GoodsMention) -> bool:
    """Of ``AIM-120 advanced air-to-air missiles``: a bare designation with the noun it stands before."""
    alone = named.goods.designation is not None and named.last - named.first <= _BARE
    adjoin = named.last == noun.first and doc.text[doc[noun.first].idx - 1] == " "
    same = noun.goods.category in {named.goods.category, Category.UNSPECIFIED, Category.OTHER}
    plural = named.goods.text.endswith("s")
    return alone and adjoin and same and not plural and noun.goods.designation is None


_BARE = 3
"""Tokens that a designation has at most ("Leopard 2", "AIM-120")."""

_FOR_OTHERS = frozenset(
    {"part", "component", "kit", "engine", "spare", "round", "cartridge", "equipment", "warhead", "motor"}
    | {"launcher", "propeller", "sensor", "antenna", "gear", "material", "electronic", "chip", "turbine"}
)
"""What is given in one name with what it is for: "engines for drones"."""


def _made_for(doc: Doc, tool: GoodsMention, purpose: GoodsMention, link: str) -> Category | None:
    """What "equipment for making missiles" and "parts for drones" are: technology, the class of drones."""
    head = doc[tool.head].lemma_.lower().removesuffix("s")
    if any(word in link for word in ("produc", "manufactur", "mak", "develop", "build", "assembl")):
        return (
            Category.TECHNOLOGY
            if link.rsplit(maxsplit=1)[-1] in {"of", "making", "producing", "manufacturing", "building"}
            else None
        )
    if link not in {"for", "for the", "for its", "for their"}:
        return None
    if head in _FOR_OTHERS:
        return purpose.goods.category
    return (
        Category.SMALL_ARMS
        if head == "ammunition" and purpose.goods.category == Category.SMALL_ARMS
        else None
    )


_CALIBRE = re.compile(r"\d+(?:\.\d+)?[ \u00a0‑-]?(?:mm|millimet(?:re|er)s?)")
_MASS = frozenset({"ammunition", "artillery", "weaponry", "technology", "fuel", "oil"})


def _shares_head(doc: Doc, before: GoodsMention, after: GoodsMention, link: str) -> bool:
    """Of ``UAV and cruise-missile technology``: a bare singular or a calibre shares the head that follows."""
    if _CALIBRE.fullmatch(before.goods.text) and _CALIBRE.match(after.goods.text):
        return link in {"and", "or", "/"}  # "152-mm and 155-mm shells"
    bare = doc[before.head].tag_ in {"NN", "NNP"} and before.first == before.head and not before.weak
    counted = doc[before.head].lower_ not in _MASS
    shared = after.goods.category == Category.TECHNOLOGY or doc[after.head].lemma_ in {"part", "component"}
    fired = doc[after.head].lemma_.lower() in {"round", "shell", "ammunition", "munition", "projectile"}
    if fired and doc[before.head].lower_ in {"artillery", "mortar", "tank", "howitzer", "rocket"}:
        shared, counted = True, True
    alone = before.first == 0 or doc[before.first - 1].pos_ not in {"DET", "NUM", "PRON"}
    return (
        link in {"and", "or", "/"} and bare and counted and shared and alone and after.head - after.first >= 1
    )


def _over(doc: Doc, offset: int, a: GoodsMention, b: GoodsMention, category: Category) -> GoodsMention:
    """One mention from the start of one to the end of another."""
    start, end = doc[a.first].idx, doc[b.last - 1].idx + len(doc[b.last - 1])
    goods = Goods(
        text=doc.text[start:end],
        span=Span(start + offset, end + offset),
        category=category,
        designation=a.goods.designation or b.goods.designation,
        unroca=None,
        ml="ML22" if category == Category.TECHNOLOGY else b.goods.ml,
    )
    return GoodsMention(goods, a.first, b.last, a.head, False, a.civil and b.civil, b.modifier)

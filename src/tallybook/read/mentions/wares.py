"""Where do the words of a goods noun begin and end?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from tallybook.model import Category
from tallybook.read.mentions.company import Company
from tallybook.read.text.lexicon import Lexicon, Place
from tallybook.read.text.tree import Doc, Token
from tallybook.vocabulary.weapons import GoodsTerm, Weapon
from tallybook.vocabulary.wordlists import words_of

ThingT = TypeVar("ThingT")

LEFT_REACH = 6
"""Tokens that may stand before a goods word and belong to its words."""

_NICKNAME = re.compile(r" [\"“‘'][\w-]+[\"”’'] ")
"""A name in quotation marks between a type and its noun: the Shahed-136 "kamikaze" drones."""

_SHORT = re.compile(r" \([A-Z]{2,6}\) ")
"""What a noun is called for short, before the one that it stands with: "aerial vehicle (UAV) engines"."""

_MODIFIERS = {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "PUNCT", "SYM", "X"}
_HYPHENS = {"-", "‐", "‑", "–"}


def standing(wordings: Lexicon[ThingT], text: str) -> Iterator[Place[ThingT]]:
    """Words that stand for goods, and not for what others are made against, do or bear.

    Of ``anti-ship missiles``, "armour-piercing shells", "missile-armed boats" only the last word does.
    """
    for place in wordings.places(text):
        against = text[max(0, place.start - 5) : place.start].lower() in ("anti-", "anti‑")
        if against:
            yield from _behind_first(wordings, place, text)
        elif _TIED_ON.match(text, place.end) is None:
            yield place


def _behind_first(wordings: Lexicon[ThingT], place: Place[ThingT], text: str) -> Iterator[Place[ThingT]]:
    """What the words of a place stand for without the first: "anti-tank shells" are no tank shells."""
    first = _FIRST.match(text, place.start, place.end)
    if first is None:
        return
    for rest in wordings.places(text[first.end() : place.end]):
        yield rest._replace(start=rest.start + first.end(), end=rest.end + first.end())


_FIRST = re.compile(r"\w+[ ‑-]")
_TIED_ON = re.compile(rf"[-‑](?:{'|'.join(sorted(words_of('what goods do or bear')))})\b")


_CARRIERS = re.compile(r" carriers?\b")
"""What an armoured type may be called for short: "28 M113 carriers"."""

_VARIANT = re.compile(r"[A-Za-z0-9]{1,4}\b")


def is_shared(weapon: Weapon, words: str) -> bool:
    """Whether the words that name a type here also mean something else; its other names may not."""
    said = words.lower()
    return any(said in (one.lower(), f"{one.lower()}s") for one in weapon.shared)


def whole_type(place: Place[ThingT], text: str) -> Place[ThingT]:
    """A type with the letters of its variant, which no list may hold ("Su-30MK", "Leopard 2A5s")."""
    if isinstance(place.payload, Weapon) and (noun := _CARRIERS.match(text, place.end)):
        return place._replace(end=noun.end())
    rest = _VARIANT.match(text, place.end) if isinstance(place.payload, Weapon) else None
    digits = text[place.end - 1 : place.end].isdigit()
    return place._replace(end=rest.end()) if rest is not None and digits else place


def token_at(doc: Doc, start: int) -> Token:
    """The token in which the character ``start`` of the doc stands."""
    span = doc.covering(start, start + 1)
    return span[0] if span is not None else doc[-1]


def token_ending(doc: Doc, end: int) -> Token:
    """The token that holds the character before ``end``."""
    span = doc.covering(end - 1, end)
    return span[-1] if span is not None else doc[-1]


def same_noun(doc: Doc, end: int, start: int, words: Company) -> bool:
    """Whether what stands between two goods words lets them be one noun ("Kalashnikov-style rifles")."""
    between = doc.text[end:start]
    return between in {" ", "-", "‑", '" ', "” ", "’ ", "' "} or bool(
        words.style.fullmatch(between) or _NICKNAME.fullmatch(between) or _SHORT.fullmatch(between)
    )


def left_edge(doc: Doc, first: int, floor: int, words: Company) -> int:
    """The first token of the noun's words: modifiers stay, articles, numbers and owners do not.

    Nothing before token ``floor``, where the noun before ends, is looked at.
    """
    edge = first
    while edge > floor and _belongs(doc[edge - 1], doc[edge], first, words):
        edge -= 1
    while (
        edge < first
        and not _begins_compound(doc[edge])
        and (doc[edge].is_punct or doc[edge].lower_ in words.outside or doc[edge].pos_ == "NUM")
    ):
        edge += 1
    return edge


def _begins_compound(token: Token) -> bool:
    """Whether a word is tied to the next one by a hyphen: "second-hand", "2,000-pound"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    tied = len(behind) > 1 and behind[0].text in _HYPHENS and not token.whitespace_
    return tied and (token.lower_ in _TIED or (token.pos_ == "NUM" and behind[1].lower_ in _WEIGHTS))


_KINDS = words_of("kinds of goods that share a noun")
"""What kind goods are of: several kinds may share one noun."""

_WEIGHTS = frozenset({"pound", "lb", "kg", "kilo", "kilogram", "ton", "tonne", "inch"})
_TIED = frozenset({"second", "first"})
"""Ordinals that open an adjective: "second-hand", "first-generation"."""

_SHARED = re.compile(r"((?:[\w-]+, )*[\w-]+),? (?:and|or) $")


def shared_edge(doc: Doc, left: int, noun: str) -> int:
    """The first token where kinds before "and" share a noun: "cruise, anti-ship and air-to-air missiles"."""
    before = doc.text[: doc[left].idx]
    if not before.endswith((" and ", " or ")) or not (noun.endswith("s") or "-" in noun):
        return left
    match = _SHARED.search(before)
    if match is None:
        return left
    start = match.end(1)
    for kind in reversed(match[1].split(", ")):
        if kind.lower() not in _KINDS and not (kind.endswith("-") and len(kind) > 3):
            break
        start = match.end(1) - len(match[1]) + match[1].rindex(kind) if kind in match[1] else start
    return token_at(doc, start).i if start < match.end(1) else left


def _belongs(token: Token, right: Token, first: int, words: Company) -> bool:
    if token.text in _HYPHENS:
        return token.i > 0 and not token.whitespace_ and not token.nbor(-1).whitespace_
    if token.text in {"“", "”", '"'}:
        return False
    hyphenated = right.text in _HYPHENS
    if token.pos_ not in _MODIFIERS or token.is_punct or token.is_space:
        return hyphenated and not token.is_punct and not token.is_space
    if hyphenated:
        return True
    if token.lower_ in words.outside or token.lower_ in words.owners or token.pos_ == "NUM":
        return False
    if token.lemma_.lower() in words.trade:
        # a verb of transfer that the tagger took for a noun
        return False
    if token.pos_ == "VERB" and (token.tag_ not in {"VBN", "VBG"} or token.dep_ not in {"amod", "compound"}):
        return False
    if token.pos_ == "ADV" and token.dep_ not in {"amod", "compound", "advmod"}:
        return False
    if token.dep_ == "npadvmod" and token.head.i > first:
        return False  # "last year Ruritanian jets were sold": the year dates the verb
    inside = token.i < token.head.i <= first + LEFT_REACH
    return inside and token.dep_ in {"amod", "compound", "nmod", "advmod", "npadvmod"}


def proper_name(doc: Doc, left: int, first: int, words: Company) -> str | None:
    """A type name that no list knows: a proper noun between the edge and the goods word ("Gzhel drones")."""
    tokens = doc[left:first]
    text = doc.stretch(left, first).text.strip(" -‑'\"“”")
    if not text or _titled(doc):
        return None
    names = [t for t in tokens if t.text not in _HYPHENS]
    if not all(t.text[:1].isupper() or t.text[:1].isdigit() for t in names):
        names = names[next((n + 1 for n, t in reversed(list(enumerate(names))) if t.text[:1].islower()), 0) :]
    names = [t for t in names if t.pos_ in {"PROPN", "NUM"} or re.search(r"\d", t.text)]
    while names and names[0].lower_ in words.actors:
        names = names[1:]
    if not names or any(t.lower_ in words.actors for t in names):
        return None
    if names[0].i == 0 and not re.search(r"\d", names[0].text):
        return None
    return doc.stretch(names[0].i, names[-1].i + 1).text


def is_part_of_a_name(doc: Doc, head: Token) -> bool:
    """Whether a plain word is written as part of a firm's name ("Elbit Systems")."""
    before = doc[head.i - 1] if head.i else None
    named = before is not None and before.pos_ == "PROPN" and before.text[:1].isupper()
    return named and head.text[:1].isupper() and not head.text.isupper() and not _titled(doc)


def _titled(doc: Doc) -> bool:
    """A headline in title case says nothing by its capitals."""
    words = [t for t in doc if t.text.isalpha() and len(t) > 3]
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def is_another_word(
    doc: Doc, ends: tuple[Token, Token], meant: tuple[Weapon | None, GoodsTerm | None], words: Company
) -> bool:
    """Whether words for goods are something else here: a verb, a month, a part of a name."""
    (first, head), (named, term) = ends, meant
    if term is not None and words.another_meaning(doc, first.i, head.i, term.name):
        return True
    if head.lower_ == "magazine" and first.i == head.i and head.dep_ in ("nsubj", "pobj"):
        return True  # "a weekly magazine wrote"
    verbal = first.i == head.i and head.pos_ in {"VERB", "AUX", "ADV"}
    if verbal if named is None else head.text in ("Aug", "Aug."):
        return True
    return named is None and term is not None and term.weak and is_part_of_a_name(doc, head)


def of_another_kind(named: Weapon, term: GoodsTerm) -> bool:
    """Whether a noun says that it is another type of that name: "Bastion armoured carriers", no missile."""
    if term.weak or named.what == "calibre" or term.category not in _PLATFORMS:
        return False
    return named.category not in {term.category, *_RELATED.get(term.category, ())}


_PLATFORMS = frozenset({Category.ARMOURED_VEHICLES, Category.AIRCRAFT, Category.SHIPS})
_RELATED = {
    Category.AIRCRAFT: (Category.DRONES, Category.UNSPECIFIED, Category.OTHER),
    Category.ARMOURED_VEHICLES: (
        Category.UNSPECIFIED,
        Category.AIR_DEFENCE,
        Category.ROCKETS,
        Category.OTHER,
    ),
    Category.SHIPS: (Category.UNSPECIFIED, Category.DRONES),
}
"""Classes whose types may carry such a noun all the same."""

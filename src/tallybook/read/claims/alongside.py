"""What do the sentences around a transfer tell of its goods: by which way they went, through whose hands?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from tallybook.model import Claim, Party, Report, Role, Route
from tallybook.read.claims.handsalong import hands_along
from tallybook.read.claims.placed import claims_by_sentence
from tallybook.read.claims.waysalong import names_ship, way_along
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary, load
from tallybook.vocabulary.wordlists import words_of

REACH = 3
"""Sentences behind a claim that may still go on about its goods."""

_ENDS = (Role.SUPPLIER, Role.RECIPIENT)
_IT = frozenset({"it", "they", "them", "these", "those", "both", "all", "most", "some", "which"})
_THESE = frozenset({"the", "these", "those", "this", "that", "both", "all", "each", "its", "their"})
_THINGS = words_of("nouns for arms in general") | words_of("nouns for lots")
_SAYING = words_of("verbs that close what is said")
_STANDING = SUBJECTS | {"dobj", "pobj", "poss", "attr"}


def alongside(
    claims: Sequence[Claim], scenes: Sequence[Scene], report: Report, vocabulary: Vocabulary
) -> tuple[Claim, ...]:
    """The claims, each with the way and the hands that the sentences around it tell of its goods.

    A sentence speaks of the claims told last before it, where it points back to their goods or to what
    carries them, and tells of no other flow. What a claim's own clause says of its way stands.
    """
    told = claims_by_sentence(claims, scenes)
    found = list(claims)
    last: list[int] = []
    at = -REACH - 1
    for scene in scenes:
        own = told.get(scene.number, [])
        if len({claims[i].flow for i in own}) > 1:
            last = []  # whose way it is nobody can tell
            continue
        if own:
            same = [i for i in last if claims[i].flow == claims[own[0]].flow and i not in own]
            goes_on = scene.number - at <= REACH and _points_back(scene, [claims[i] for i in same])
            last, at = [*own, *same] if same and goes_on else own, scene.number
        elif not last or scene.number - at > REACH or not _points_back(scene, [claims[i] for i in last]):
            continue
        way, hands = way_along(scene, vocabulary), tuple(hands_along(scene, report))
        for i in last:
            if not found[i].negated:
                found[i] = _joined(found[i], way, hands)
    return tuple(found)


def _points_back(scene: Scene, claims: Sequence[Claim]) -> bool:
    """Whether a sentence goes on about the goods of claims or about what carries them."""
    things = _THINGS | _carriers() | {_last_word(g.text) for c in claims for g in c.goods}
    types = {g.designation for c in claims for g in c.goods if g.designation is not None}
    if any(g.goods.designation in types for g in scene.goods if g.goods.designation is not None):
        return True
    return any(_is_thing(t, things) for t in scene.tokens if t.dep_ in _STANDING) or names_ship(scene, load())


def _is_thing(token: Token, things: frozenset[str]) -> bool:
    """Whether a word stands for what was told of: "they", "the vehicles", "eleven transport planes"."""
    if token.lower_ in _IT:
        return verb_lemma(token.head) not in _SAYING
    known = noun_lemma(token) in things and token.pos_ in ("NOUN", "PROPN")
    carries = token.lower_ in _carriers() or (token.dep_ in SUBJECTS and noun_lemma(token) in _carriers())
    return known and (carries or any(c.lower_ in _THESE for c in token.lefts))


@lru_cache(maxsize=1)
def _carriers() -> frozenset[str]:
    named = {w.casefold() for e in load().carriage if e.kind in ("means", "vessel") for w in e.words}
    return words_of("nouns of carriers") | named


def _last_word(words: str) -> str:
    word = words.lower().split()[-1] if words.split() else ""
    return word.removesuffix("s")


def _joined(claim: Claim, way: Route | None, hands: Sequence[Party]) -> Claim:
    """A claim with what it does not say itself of its way, and further hands."""
    known = {(p.role, p.name) for p in claim.parties}
    own = {claim.supplier, claim.recipient} - {None}
    new: list[Party] = []
    for party in hands:
        if party.role in _ENDS or party.name in own or (party.role, party.name) in known:
            continue
        known.add((party.role, party.name))
        new.append(party)
    route = _with_way(claim.route, way)
    return msgspec.structs.replace(claim, route=route, parties=(*claim.parties, *new))


def _with_way(route: Route | None, way: Route | None) -> Route | None:
    """A route with what another sentence adds to it; what it says itself stands."""
    if route is None or way is None:
        return route or way
    return Route(
        from_place=route.from_place or way.from_place,
        to_place=route.to_place or way.to_place,
        via=route.via or way.via,
        vessels=tuple(dict.fromkeys((*route.vessels, *way.vessels))),
        mode=route.mode or way.mode,
    )

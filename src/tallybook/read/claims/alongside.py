"""What do the sentences around a transfer tell of its goods: by which way they went, through whose hands?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from tallybook.model import Category, Claim, Party, Report, Role, Route
from tallybook.read.claims.crossed import crossed
from tallybook.read.claims.handsalong import hands_along
from tallybook.read.claims.placed import claims_by_sentence, is_short_on_one_flow
from tallybook.read.claims.told import IT, THESE, THINGS, conveyances
from tallybook.read.claims.waysalong import names_ship, way_along
from tallybook.read.clauses.lemmas import SUBJECTS, noun_lemma, verb_lemma
from tallybook.read.clauses.scene import Scene
from tallybook.read.text.tree import Token
from tallybook.vocabulary import Vocabulary
from tallybook.vocabulary.wordlists import words_of

REACH = 3
"""Sentences behind a claim that may still go on about its goods."""

_FAR = 7
"""The same in a short report on one flow alone."""

_UNSENT = (Role.MAKER, Role.LICENSOR)
_ENDS = (Role.SUPPLIER, Role.RECIPIENT)
_BUSINESS = (
    words_of("nouns for deals over arms")
    | words_of("what go-betweens see to")
    | words_of("nouns for who makes")
)
_MAKING = words_of("verbs of making")
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
    reach = _FAR if is_short_on_one_flow(claims, scenes) else REACH
    at = -reach - 1
    for scene in scenes:
        own = told.get(scene.number, [])
        back = [claims[i] for i in last] if scene.number - at <= reach else []
        before = last if back and _points_back(scene, back, vocabulary) else []
        hands = tuple(hands_along(scene, report)) if own or before else ()
        if len({claims[i].flow for i in own}) > 1:
            last = []  # whose way it is nobody can tell
            for i in own:
                _add(found, scene, [i], None, _beside(claims[i], hands, scene))
            continue
        if own:
            akin = [i for i in before if i not in own and _akin(claims[i], claims[own[0]])]
            _add(found, scene, akin, None, hands)
            same = [i for i in akin if claims[i].flow == claims[own[0]].flow]
            last, at = [*own, *same], scene.number
        elif not before:
            continue
        spoken_of = last if own else before
        _add(found, scene, spoken_of, way_along(scene, vocabulary), hands)
        for i in spoken_of:
            _add(found, scene, [i], None, tuple(crossed(found[i], found[i].route, scene, report)))
    return tuple(found)


def _beside(claim: Claim, hands: Sequence[Party], scene: Scene) -> list[Party]:
    """Who has a hand in one of several flows of a sentence: who must allow it, who stands in its clause."""
    words = scene.token_range(claim.quote_span)
    if words is None:
        return [p for p in hands if p.role is Role.LICENSOR]
    part = scene.span(*scene.part_of(words[0]))
    return [p for p in hands if p.role is Role.LICENSOR or (p.span is not None and part.contains(p.span))]


def _add(
    found: list[Claim], scene: Scene, places: list[int], way: Route | None, hands: Sequence[Party]
) -> None:
    for i in places:
        told = list(hands)
        if not _of_these_goods(scene, found[i]):
            told = [p for p in hands if p.role is not Role.MAKER and _stands_in(found[i], scene)]
        if found[i].negated:  # what is not sent has a maker, but no way
            joined = _joined(found[i], None, [p for p in told if p.role in _UNSENT])
        else:
            joined = _joined(found[i], way, told)
        more = (joined.route, joined.parties) != (found[i].route, found[i].parties)
        found[i] = _with_reason(joined, scene) if more and not _stands_in(joined, scene) else joined


def _with_reason(claim: Claim, scene: Scene) -> Claim:
    """The claim, its reasons with the first words of the sentence that tells more of its goods."""
    words = scene.doc.text[scene.tokens[0].idx : scene.tokens[-1].idx].split()
    why = f"more of its goods told in “{' '.join(words[:_WORDS])} …”"
    return claim if why in claim.why else msgspec.structs.replace(claim, why=(*claim.why, why))


_WORDS = 7
"""Words of a sentence that a reason quotes."""


def _stands_in(claim: Claim, scene: Scene) -> bool:
    """Whether a claim is told by a sentence itself."""
    return any(scene.sentence.span.overlap(span) for span in (claim.quote_span, *claim.also_spans))


def _of_these_goods(scene: Scene, claim: Claim) -> bool:
    """Whether the goods that a sentence names may be those of a claim: the same type, or the same kind.

    What carries them ("Il-76 transports", "army lorries") is none of them.
    """
    goods = [g for g in scene.goods if not _carries(scene.doc[g.head])]
    types = {g.designation for g in claim.goods} - {None}
    named = {g.goods.designation for g in goods} - {None}
    if types and named:
        return not types.isdisjoint(named)
    kinds = {g.category for g in claim.goods}
    here = {g.goods.category for g in goods if noun_lemma(scene.doc[g.head]) not in THINGS}
    return not kinds or not here or Category.OTHER in kinds | here or not kinds.isdisjoint(here)


def _carries(noun: Token) -> bool:
    return not _carriers().isdisjoint((noun.lower_, noun_lemma(noun)))


@lru_cache(maxsize=1)
def _carriers() -> frozenset[str]:
    """Words for what carries goods, also those that are goods at times."""
    return conveyances() | words_of("nouns of carriers")


def _akin(one: Claim, other: Claim) -> bool:
    """Whether two claims share an end: a sentence that tells a claim of its own may go on about both."""
    shared = {one.supplier, one.recipient} & {other.supplier, other.recipient}
    return bool(shared - {None})


def _points_back(scene: Scene, claims: Sequence[Claim], vocabulary: Vocabulary) -> bool:
    """Whether a sentence goes on about the goods of claims or about what carries them."""
    things = THINGS | conveyances() | {_last_word(g.text) for c in claims for g in c.goods}
    types = {g.designation for c in claims for g in c.goods if g.designation is not None}
    if any(g.goods.designation in types for g in scene.goods if g.goods.designation is not None):
        return True
    kinds = {g.category for c in claims for g in c.goods}
    if any(g.goods.category in kinds and _is_pointed_at(scene.doc[g.head]) for g in scene.goods):
        return True
    if scene.tokens and scene.tokens[0].tag_ == "VBN" and verb_lemma(scene.tokens[0]) in _MAKING:
        return True  # "Built by X, the boat"
    told = any(_is_thing(t, things) for t in scene.tokens if t.dep_ in _STANDING)
    return told or names_ship(scene, vocabulary)


def _is_thing(token: Token, things: frozenset[str]) -> bool:
    """Whether a word stands for what was told of: "they", "the vehicles", "eleven transport planes"."""
    if token.lower_ in IT:
        return verb_lemma(token.head) not in _SAYING
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = noun_lemma(token)
    return _carries(token) or ((lemma in things or lemma in _BUSINESS) and _is_pointed_at(token))


def _is_pointed_at(noun: Token) -> bool:
    return any(c.lower_ in THESE for c in noun.lefts)


def _last_word(words: str) -> str:
    word = words.lower().split()[-1] if words.split() else ""
    return word.removesuffix("s")


def _joined(claim: Claim, way: Route | None, hands: Sequence[Party]) -> Claim:
    """A claim with what it does not say itself of its way, and further hands."""
    own = {claim.supplier, claim.recipient} - {None}
    new: list[Party] = []
    for party in hands:
        if party.role in _ENDS or party.name in own or any(_same(party, p) for p in (*claim.parties, *new)):
            continue
        if party.role is Role.SEIZER and any(p.role is Role.SEIZER for p in claim.parties):
            continue
        if party.role is Role.LICENSOR and claim.supplier is None:
            continue  # whoever gives leave may be who gives
        new.append(party)
    route = _with_way(claim.route, way)
    return msgspec.structs.replace(claim, route=route, parties=(*claim.parties, *new))


def _same(one: Party, other: Party) -> bool:
    """Whether a role is told already: of the same name, or by the same words."""
    if one.role is not other.role:
        return False
    spans = one.span, other.span
    over = spans[0] is not None and spans[1] is not None and spans[0].overlap(spans[1]) > 0
    return one.name == other.name or over


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
